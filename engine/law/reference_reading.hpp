// The reference reading: what a ruleset means, written to be checked by eye against docs/semantics.md.
//
// It is short, slow and direct: a complete job is judged by walking the norms and their conditions; a partial job by
// trying every completion. Everything faster is tested against it. It shares no code with the decision tables beyond
// the model and the situation.
#pragma once

#include "engine/law/situation.hpp"

#include <functional>
#include <set>
#include <vector>

namespace labourlex::reference {

/// Truth of a condition in one completion.
[[nodiscard]] bool holds(const Situation& situation, const Condition& condition, const Completion& completion);

enum class RequirementStatus { met, broken, unknown };

/// What one complete job gives, norm by norm.
struct Reading {
    Outcome outcome = 0;
    /// By NormIndex: the class that a rule or item gives in this completion; none_index when it gives none.
    std::vector<std::uint32_t> given;
    /// By NormIndex: the norm speaks (in force, reaches, shared, when), before exceptions.
    std::vector<bool> speaks;
};

/// Statuses of formal and noted requirements are read once from the whole job; `statuses` is by NormIndex.
[[nodiscard]] Reading read(const Situation& situation, const Completion& completion,
                           const std::vector<RequirementStatus>& statuses);

/// Calls `visit` for a set of completions that meets every cell of the space: every truth assignment to the law's atoms
/// that some possible completion has is met at least once. Stops and returns false when more than `budget` are met.
bool for_each_completion(const Situation& situation, std::size_t budget,
                         const std::function<void(const Completion&)>& visit);

/// Status of each requirement (and `requires` of exceptions), read over all completions.
[[nodiscard]] std::vector<RequirementStatus> requirement_statuses(const Situation& situation, std::size_t budget);

struct PossibleOutcomes {
    bool complete = false;  ///< false: the budget ran out, `outcomes` is what was met so far
    std::set<Outcome> outcomes;
    std::size_t completions = 0;
};

/// The exact set of outcomes that some completion reaches.
[[nodiscard]] PossibleOutcomes possible_outcomes(const Situation& situation, std::size_t budget);

}  // namespace labourlex::reference
