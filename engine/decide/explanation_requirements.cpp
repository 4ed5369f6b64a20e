// What is required beside the class, and the duties of employers, parents and others.
#include "engine/decide/explanation.hpp"

#include "engine/decide/texts.hpp"
#include "engine/tables/describe.hpp"

#include <fmt/format.h>

namespace labourlex::decide {

namespace {

std::string strength_name(Strength strength) {
    switch (strength) {
        case Strength::constitutive:
            return "constitutive";
        case Strength::formal:
            return "formal";
        case Strength::noted:
            return "noted";
    }
    return {};
}

std::string status_name(reference::RequirementStatus status) {
    switch (status) {
        case reference::RequirementStatus::met:
            return "met";
        case reference::RequirementStatus::broken:
            return "broken";
        case reference::RequirementStatus::unknown:
            return "unknown";
    }
    return {};
}

}  // namespace

/// What a `requires` asks for, in the titles of its facts.
std::string Explanation::needs_text(const Condition& condition) const {
    switch (condition.kind) {
        case Condition::Kind::atom: {
            const Atom& atom = version_.atoms[condition.atom];
            const std::string about = subject(version_, atom);
            const bool plain = atom.kind == Atom::Kind::choice &&
                               version_.vocabulary->facts[atom.fact].type == FactType::yes_no && atom.choices[1];
            return plain ? about
                         : fmt::format(fmt::runtime(texts.needed_value), about, condition_text(version_, atom, false));
        }
        case Condition::Kind::definition:
            return version_.definitions[condition.definition].title;
        case Condition::Kind::negation:
            return fmt::format(fmt::runtime(texts.not_needed), needs_text(condition.children.front()));
        case Condition::Kind::all:
        case Condition::Kind::any:
            break;
    }
    const std::string_view pattern = condition.kind == Condition::Kind::all ? texts.both_needed : texts.either_needed;
    std::string result;
    for (const Condition& child : condition.children) {
        result = result.empty() ? needs_text(child) : fmt::format(fmt::runtime(pattern), result, needs_text(child));
    }
    return result;
}

VerdictRequirement Explanation::requirement(NormIndex index) {
    const Norm& norm = version_.norms[index];
    VerdictRequirement result;
    result.rule = norm.name;
    // An exception's own title says what it allows, not what it asks for.
    result.title = norm.kind == NormKind::exception ? needs_text(*norm.needs) : norm.title;
    result.strength = strength_name(norm.strength);
    result.status = status_name(outcomes_.status(index));
    result.citation = citation(norm.citation);
    // The doubts about an exception are told with the exception.
    if (norm.kind != NormKind::exception) {
        result.notes = norm.notes;
    }
    return result;
}

std::vector<VerdictRequirement> Explanation::requirements() {
    std::vector<VerdictRequirement> result;
    for (NormIndex index = 0; index < version_.norms.size(); ++index) {
        const Norm& norm = version_.norms[index];
        if (norm.kind == NormKind::requirement && outcomes_.can_be(outcomes_.norm(index).holds)) {
            result.push_back(requirement(index));
        }
        if (norm.kind == NormKind::exception && norm.needs) {
            if (outcomes_.can_be(outcomes_.speaks_with_parents(index))) {
                result.push_back(requirement(index));
            }
        }
    }
    return result;
}

std::vector<VerdictDuty> Explanation::duties() {
    std::vector<VerdictDuty> result;
    for (NormIndex index = 0; index < version_.norms.size(); ++index) {
        const Norm& norm = version_.norms[index];
        if (norm.kind == NormKind::duty && outcomes_.can_be(outcomes_.norm(index).holds)) {
            result.push_back({norm.name, norm.title, citation(norm.citation)});
        }
    }
    return result;
}

}  // namespace labourlex::decide
