// Findings that the dates of a law give, without a look at any job.
#pragma once

#include "engine/law/compiler.hpp"

namespace labourlex::analyse {

/// L0631, L0632, L0635.
void find_in_time(const CompiledLaw& law, Diagnostics& found);

}  // namespace labourlex::analyse
