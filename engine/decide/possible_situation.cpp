#include "engine/decide/possible_situation.hpp"

#include "engine/decide/space.hpp"
#include "engine/decide/texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace labourlex::decide {

namespace {

bool some_completion(const CompiledTables& tables, const Situation& situation) {
    Space space(tables, situation);
    return space.feasible() != space.diagrams().no();
}

/// A smallest set in the sense that no assumption in it can be kept: all are given up, then taken back one after the other.
/// A single one that is enough alone is preferred.
std::optional<std::vector<FactIndex>> assumptions_to_give_up(const CompiledTables& tables, const Job& job, bool strict,
                                                             const Situation& situation) {
    const auto possible_without = [&](const std::vector<FactIndex>& given_up) {
        SituationOptions options;
        options.strict = strict;
        options.also_free = given_up;
        return some_completion(tables, make_situation(tables.version, job, options));
    };
    std::vector<FactIndex> assumed;
    for (FactIndex fact = 0; fact < situation.facts.size(); ++fact) {
        if (situation.facts[fact].has_assumption && !situation.facts[fact].freed) {
            assumed.push_back(fact);
        }
    }
    if (!possible_without(assumed)) {
        return std::nullopt;
    }
    for (const FactIndex fact : assumed) {
        if (possible_without({fact})) {
            return std::vector<FactIndex>{fact};
        }
    }
    // The signs of a worst form and stated lists are taken back first: they are the last to be given up.
    std::stable_partition(assumed.begin(), assumed.end(), [&](FactIndex fact) {
        return tables.version->vocabulary->facts[fact].kept_in_strict ||
               situation.facts[fact].origin == Origin::stated;
    });
    for (std::size_t i = 0; i < assumed.size();) {
        std::vector<FactIndex> fewer = assumed;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        if (possible_without(fewer)) {
            assumed = std::move(fewer);
        } else {
            ++i;
        }
    }
    std::sort(assumed.begin(), assumed.end());
    return assumed;
}

/// Clock terms that no pair of times can give, everywhere or in part, are set aside in the space; here it is said.
void note_terms_set_aside(const CompiledTables& tables, Situation& situation, std::vector<std::string>& notes) {
    if (situation.shift.stated_terms.empty()) {
        return;
    }
    Space space(tables, situation);
    Diagrams& all = space.diagrams();
    for (const auto& [term, value] : situation.shift.stated_terms) {
        const Diagram fits = space.term_is(term, value);
        if (all.both(fits, space.feasible()) == all.no()) {
            situation.overridden.push_back(term);
        } else if (all.choose(fits, all.no(), space.feasible()) != all.no()) {
            notes.push_back(fmt::format(fmt::runtime(texts.overridden_partly),
                                        tables.version->vocabulary->facts[term].name));
        }
    }
}

}  // namespace

Situation possible_situation(const CompiledTables& tables, const Job& job, bool strict,
                             std::vector<std::string>& notes) {
    SituationOptions wanted;
    wanted.strict = strict;
    Situation situation = make_situation(tables.version, job, wanted);
    if (some_completion(tables, situation)) {
        note_terms_set_aside(tables, situation, notes);
        return situation;
    }
    if (!situation.shift.stated_terms.empty()) {
        // Each stated clock term fits some times, but no times fit them all: the times win.
        Situation overridden = situation;
        for (const auto& [term, value] : situation.shift.stated_terms) {
            overridden.overridden.push_back(term);
        }
        overridden.shift.stated_terms.clear();
        if (some_completion(tables, overridden)) {
            return overridden;
        }
    }
    const auto given_up = assumptions_to_give_up(tables, job, strict, situation);
    if (given_up) {
        wanted.also_free = *given_up;
        for (const FactIndex fact : *given_up) {
            notes.push_back(
                fmt::format(fmt::runtime(texts.assumption_dropped), tables.version->vocabulary->facts[fact].name));
        }
    } else {
        wanted.strict = true;
    }
    return make_situation(tables.version, job, wanted);
}

}  // namespace labourlex::decide
