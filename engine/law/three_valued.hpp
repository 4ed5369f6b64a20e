// Truth of a condition while some facts are open, by Kleene's strong logic.
//
// Used for conditions that are read once from the job (absence rules, `blocking when`), where semantics 4 says that an
// unknown condition counts as true. It is not used to decide classes: Kleene logic is not exact there (`x or not x`).
#pragma once

#include "engine/law/situation.hpp"

namespace labourlex {

enum class Truth { no, yes, unknown };

[[nodiscard]] Truth negate(Truth truth);

/// Truth of one atom over what the facts may be. Limits and clock terms are unknown here, overlaps
/// where a time is not known.
[[nodiscard]] Truth truth_of(const Version& version, const std::vector<FactSituation>& facts, const Job& job,
                             const Atom& atom);
[[nodiscard]] Truth truth_of(const Version& version, const std::vector<FactSituation>& facts, const Job& job,
                             const Condition& condition);

}  // namespace labourlex
