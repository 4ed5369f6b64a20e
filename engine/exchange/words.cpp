#include "engine/exchange/words.hpp"

#include "dsl-grammar/phrases.hpp"

namespace labourlex::exchange {
namespace {

constexpr std::string_view texts[] = {
#define LABOURLEX_EXCHANGE_WORD(identifier, text) text,
#include "engine/exchange/words.inc"
#undef LABOURLEX_EXCHANGE_WORD
};

}  // namespace

std::string say(ExchangeWord word, const std::vector<std::string>& fillings) {
    return fill(texts[static_cast<std::size_t>(word)], fillings);
}

}  // namespace labourlex::exchange
