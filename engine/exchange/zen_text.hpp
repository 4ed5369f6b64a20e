// Expressions in ZEN, the language of GoRules' engine.
#pragma once

#include "engine/exchange/decision_model.hpp"

#include <string>

namespace labourlex::exchange {

[[nodiscard]] std::string zen_text(const Expression& expression);
/// Whether a value that the input can have was given.
[[nodiscard]] std::string zen_check(const Input& input);
/// The value that stands in for one that was not given, so that no expression meets what it cannot compute with; the
/// outcome is `incomplete` then, whatever they say.
[[nodiscard]] std::string zen_stand_in(const Input& input);
/// A text in quotes.
[[nodiscard]] std::string zen_quoted(const std::string& text);

}  // namespace labourlex::exchange
