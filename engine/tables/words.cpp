#include "engine/tables/words.hpp"

#include "dsl-grammar/phrases.hpp"

#include <array>
#include <utility>

namespace labourlex {
namespace {

constexpr std::string_view texts[] = {
#define LABOURLEX_WORD(identifier, text) text,
#include "engine/tables/words.inc"
#undef LABOURLEX_WORD
};

/// What units are called when there is one of them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> singulars{{{"years", "year"},
                                                                                  {"days", "day"},
                                                                                  {"hours", "hour"},
                                                                                  {"minutes", "minute"},
                                                                                  {"weeks", "week"},
                                                                                  {"miles", "mile"},
                                                                                  {"people", "person"},
                                                                                  {"quarts", "quart"},
                                                                                  {"times", "time"}}};

}  // namespace

std::string say(Word word, const std::vector<std::string>& fillings) {
    return fill(texts[static_cast<std::size_t>(word)], fillings);
}

std::string say_list(const std::vector<std::string>& texts) {
    std::string result;
    for (const std::string& text : texts) result = result.empty() ? text : say(Word::comma, {result, text});
    return result;
}

std::string say_amount(const std::string& number, const std::string& unit) {
    if (unit.empty()) return number;
    if (number == "1") {
        for (const auto& [many, one] : singulars) {
            if (many == unit) return number + " " + std::string(one);
        }
    }
    return number + " " + unit;
}

}  // namespace labourlex
