// Permitted lists: all that is allowed, item by item, as one exception.
//
// A permitted list holds where every stated code of its set (every task, say) falls under some item, each item being
// read as if that code were the only one stated; and where nothing is stated, where some item holds so. That speaks of
// every code in a set, which no condition of the language does. It becomes one by regions: two codes with the same
// deepest code above them, among those that the items name, satisfy the same items. So for each region: nothing of it is
// in the set, or some item holds with a code of it alone.
#pragma once

#include "engine/law/model.hpp"

namespace labourlex {

/// The condition of a permitted list whose `permits` and `permitted_set` are filled; adds atoms to the version.
[[nodiscard]] Condition permitted_condition(Version& version, const Norm& list);

}  // namespace labourlex
