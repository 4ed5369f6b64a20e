// The words that tables and explanations are made of, in one table that can be translated (words.inc).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace labourlex {

enum class Word {
#define LABOURLEX_WORD(identifier, text) identifier,
#include "engine/tables/words.inc"
#undef LABOURLEX_WORD
};

/// The text of a word with its places {0}, {1} ... filled.
[[nodiscard]] std::string say(Word word, const std::vector<std::string>& fillings = {});

/// "a, b, c".
[[nodiscard]] std::string say_list(const std::vector<std::string>& texts);

/// A number with its unit, "1 hour", "2.5 hours"; the number alone where there is no unit.
[[nodiscard]] std::string say_amount(const std::string& number, const std::string& unit);

}  // namespace labourlex
