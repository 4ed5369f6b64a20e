#include "engine/render/words.hpp"

namespace labourlex {

const Words& english() {
    static const Words words;
    return words;
}

std::string fill(std::string_view pattern, std::initializer_list<std::string_view> parts) {
    std::string result;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool placeholder = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' &&
                                 pattern[i + 1] >= '0' && pattern[i + 1] <= '9';
        if (!placeholder) {
            result += pattern[i];
            continue;
        }
        const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
        if (index < parts.size()) result += parts.begin()[index];
        i += 2;
    }
    return result;
}

std::string join_or(const std::vector<std::string>& parts, const Words& words) {
    std::string result;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) result += i + 1 == parts.size() ? words.list_or : words.list_comma;
        result += parts[i];
    }
    return result;
}

std::string in_sentence(std::string text) {
    // An abbreviation keeps its capitals.
    const bool word = text.size() > 1 && text[1] >= 'a' && text[1] <= 'z';
    if (word && text.front() >= 'A' && text.front() <= 'Z') text.front() = static_cast<char>(text.front() + 32);
    return text;
}

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 32);
    return text;
}

}  // namespace labourlex
