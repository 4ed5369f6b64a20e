// Which exemptions are read before an exception.
//
// "An exemption takes the norms it names away before any exception is read": an exception does not speak where an
// exemption has taken its parent (or its parent's parent) away, so what it `requires` is not asked there. Whether an
// exemption holds may turn in its turn on exceptions to it; where reading it first would need the exception itself, it
// is not read first.
#pragma once

#include "engine/law/model.hpp"

#include <vector>

namespace labourlex {

/// By norm: for an exception, the exemptions of the norms above it that are read before it. Together with the
/// exceptions to each norm this order has no cycle. Deterministic.
[[nodiscard]] std::vector<std::vector<NormIndex>> exemptions_read_first(const Version& version);

}  // namespace labourlex
