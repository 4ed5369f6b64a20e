// All that a version of a law says, as lines of text that do not depend on how it was written.
//
// Two versions with the same lines judge every job alike, on the same grounds, with the same explanations: names stand
// for numbers, definitions for what they mean, and neither the order of writing nor that of the parts of a condition
// counts. So a text made out of a law can be held against that law in full, and not only on some jobs.
#pragma once

#include "engine/law/compiler.hpp"

#include <string>
#include <vector>

namespace labourlex {

/// What the law says on a day, sorted.
[[nodiscard]] std::vector<std::string> all_that_is_said(const CompiledLaw& law, Date date);

/// The first line that one says and the other does not; empty when both say the same.
[[nodiscard]] std::string first_difference(const std::vector<std::string>& one, const std::vector<std::string>& other);

}  // namespace labourlex
