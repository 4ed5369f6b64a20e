// The words of exported decisions and of refusals, in one table that can be translated (words.inc).
#pragma once

#include <string>
#include <vector>

namespace labourlex::exchange {

enum class ExchangeWord {
#define LABOURLEX_EXCHANGE_WORD(identifier, text) identifier,
#include "engine/exchange/words.inc"
#undef LABOURLEX_EXCHANGE_WORD
};

/// The text of a word with its places {0}, {1} ... filled.
[[nodiscard]] std::string say(ExchangeWord word, const std::vector<std::string>& fillings = {});

}  // namespace labourlex::exchange
