#include "engine/tables/source_size.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace labourlex {
namespace {

/// A spelling of a condition that is the same for equal conditions, wherever they stand in the text.
void spell(const Condition& condition, std::string& text) {
    switch (condition.kind) {
        case Condition::Kind::atom:
            text += 'a' + std::to_string(condition.atom);
            return;
        case Condition::Kind::definition:
            text += 'd' + std::to_string(condition.definition);
            return;
        case Condition::Kind::negation:
            text += '!';
            break;
        case Condition::Kind::all:
            text += '&';
            break;
        case Condition::Kind::any:
            text += '|';
            break;
    }
    text += '(';
    for (const Condition& child : condition.children) {
        spell(child, text);
        text += ' ';
    }
    text += ')';
}

/// Counts each different condition once; the members of an `all of` are conditions of their own, so that a section
/// counts what it adds to its list.
class SharedConditions {
public:
    void add(const Condition& condition) {
        if (condition.kind == Condition::Kind::all) {
            for (const Condition& child : condition.children) add(child);
            return;
        }
        std::string spelling;
        spell(condition, spelling);
        if (seen_.insert(std::move(spelling)).second) members_ += list_members(condition);
    }
    [[nodiscard]] std::size_t members() const { return members_; }

private:
    std::set<std::string> seen_;
    std::size_t members_ = 0;
};

}  // namespace

std::size_t list_members(const Condition& condition) {
    const bool list = condition.kind == Condition::Kind::all || condition.kind == Condition::Kind::any;
    std::size_t members = list ? condition.children.size() : 0;
    for (const Condition& child : condition.children) members += list_members(child);
    return members;
}

std::size_t source_size(const Version& version) {
    std::size_t size = 0;
    SharedConditions shared;
    for (const Definition& definition : version.definitions) size += 1 + list_members(definition.when);
    for (const auto& term : version.clock_terms) size += term ? 1 + list_members(*term) : 0;
    for (const Impossible& impossible : version.impossible) size += 1 + list_members(impossible.when);
    for (const auto& texts : version.limits) {
        for (const Limit& limit : texts) {
            for (const Limit::Row& row : limit.rows) size += 1 + list_members(row.when);
            shared.add(limit.in_force);
            shared.add(limit.reaches);
        }
    }
    for (const Instrument& instrument : version.instruments) {
        size += 1;
        shared.add(instrument.in_force);
        shared.add(instrument.reaches);
    }
    for (const UnseenLaw& unseen : version.unseen_laws) {
        size += 1;
        shared.add(unseen.in_force);
        shared.add(unseen.reaches);
    }
    for (const Norm& norm : version.norms) {
        const std::size_t own = 1 + list_members(norm.when) + (norm.needs ? 1 + list_members(*norm.needs) : 0);
        size += own * std::max<std::size_t>(1, norm.parents.size());
        shared.add(norm.in_force);
        shared.add(norm.reaches);
        shared.add(norm.shared);
    }
    return size + shared.members();
}

}  // namespace labourlex
