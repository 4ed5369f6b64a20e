// A verdict as text that an inspector can read aloud: the class and the reason first, then provisions, then what to
// ask.
#pragma once

#include "engine/include/labourlex/verdict.hpp"
#include "engine/render/words.hpp"

#include <string>

namespace labourlex {

[[nodiscard]] std::string verdict_text(const Verdict& verdict, bool colour = false, const Words& words = english());

}  // namespace labourlex
