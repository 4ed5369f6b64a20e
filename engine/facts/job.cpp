#include "engine/facts/job.hpp"

#include <algorithm>

namespace labourlex {

const Knowledge* Job::find(FactIndex fact) const {
    const auto found = std::lower_bound(stated.begin(), stated.end(), fact,
                                        [](const Knowledge& entry, FactIndex wanted) { return entry.fact < wanted; });
    return found != stated.end() && found->fact == fact ? &*found : nullptr;
}

}  // namespace labourlex
