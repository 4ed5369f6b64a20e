// Expressions in FEEL, the language of DMN.
//
// Only what the standard has had since DMN 1.1 is used, and of that only what its engines read alike: quantified
// expressions, for one, are written as filters, because not every engine knows them.
#pragma once

#include "engine/exchange/decision_model.hpp"

#include <string>

namespace labourlex::exchange {

[[nodiscard]] std::string feel_text(const Expression& expression);
/// Whether a value that the input can have was given.
[[nodiscard]] std::string feel_check(const Input& input);
/// A text in quotes.
[[nodiscard]] std::string feel_quoted(const std::string& text);

}  // namespace labourlex::exchange
