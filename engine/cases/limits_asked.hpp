// Which comparisons with limits a job turns on.
//
// That a figure stands in a table says nothing as long as no norm compares anything with it. A comparison is asked when
// all else that the norm needs certainly holds, so that the comparison alone decides whether the norm speaks: in some
// row, every other cell agrees in every completion, and so upwards to the norm's own table. An exception is asked only
// where one of its parents certainly speaks, and what it requires only where it does.
#pragma once

#include "engine/decide/possible.hpp"

#include <vector>

namespace labourlex {

/// By AtomIndex: a comparison with a limit that is asked, of something that the job states (a fact left out says
/// nothing about a limit), and that does not hang on the rest of the job: the facts compared are known, or the answer
/// is the same in every completion.
[[nodiscard]] std::vector<bool> limits_asked(decide::Outcomes& outcomes);

}  // namespace labourlex
