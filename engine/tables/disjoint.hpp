// Rows of a limit that can never hold together, told by their bands alone.
#pragma once

#include "engine/law/model.hpp"

namespace labourlex {

/// Whether no job satisfies both, as far as single cells show: two choices without a common value, or two ranges of one
/// number that do not meet. False means that they may hold together.
[[nodiscard]] bool surely_disjoint(const Version& version, const Condition& a, const Condition& b);

}  // namespace labourlex
