// Where a norm does what it is there for, as a diagram over the completions of a job.
#pragma once

#include "engine/decide/possible.hpp"

namespace labourlex {

/// A rule or item: it speaks and gives its own class, no exception taking its place. An exception or exemption: it
/// holds and a norm that it is an exception to speaks. An item of a permitted list: it speaks and the list holds.
/// Anything else: it applies.
[[nodiscard]] Diagram happening(decide::Outcomes& outcomes, NormIndex norm);

}  // namespace labourlex
