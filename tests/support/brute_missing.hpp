// What is missing, found by comparing every two completions (semantics 8).
#pragma once

#include "engine/law/situation.hpp"

#include <optional>
#include <set>

namespace labourlex::testing {

/// The facts for which two completions that agree on everything else have different outcomes; if there is none, and
/// nothing unseen decides alone, those of the smallest sets of facts in which two completions of different outcome
/// differ. The start of the shift stands for the pair of times. Nothing when there are more completions than `most`.
/// Only for laws whose numbers no comparison ties together.
[[nodiscard]] std::optional<std::set<FactIndex>> missing_by_trying(const Situation& situation, std::size_t most);

}  // namespace labourlex::testing
