#include "dsl-grammar/phrases.hpp"

namespace labourlex {

namespace {

constexpr std::string_view texts[] = {
#define LABOURLEX_PHRASE(identifier, text) text,
#include "dsl-grammar/messages/phrases.inc"
#undef LABOURLEX_PHRASE
};

}  // namespace

std::string phrase(Phrase which, const std::vector<std::string>& words) {
    return fill(texts[static_cast<std::size_t>(which)], words);
}

std::string fill(std::string_view pattern, const std::vector<std::string>& words) {
    std::string result;
    result.reserve(pattern.size() + 32);
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool placeholder = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' &&
                                 pattern[i + 1] >= '0' && pattern[i + 1] <= '9';
        if (!placeholder) {
            result += pattern[i];
            continue;
        }
        const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
        if (index < words.size()) result += words[index];
        i += 2;
    }
    return result;
}

}  // namespace labourlex
