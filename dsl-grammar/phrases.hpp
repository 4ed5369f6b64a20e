// Short texts that users read besides the messages of codes, from one table that can be translated.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace labourlex {

enum class Phrase {
#define LABOURLEX_PHRASE(identifier, text) identifier,
#include "dsl-grammar/messages/phrases.inc"
#undef LABOURLEX_PHRASE
};

/// The phrase with its placeholders {0}, {1} ... filled.
[[nodiscard]] std::string phrase(Phrase which, const std::vector<std::string>& words);

/// Fills {0}, {1} ... of a pattern; a placeholder without a word becomes empty.
[[nodiscard]] std::string fill(std::string_view pattern, const std::vector<std::string>& words);

}  // namespace labourlex
