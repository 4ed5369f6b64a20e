#include "engine/exchange/names.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace labourlex::exchange {
namespace {

/// Words of the two grammars, and names of built-in functions that some engines do not let a variable have.
constexpr std::array<std::string_view, 89> kept_words{
    "abs",        "after",    "all",       "and",         "any",      "append",    "avg",     "before",     "between",
    "ceil",       "ceiling",  "coincides", "concatenate", "contains", "context",   "count",   "date",       "day",
    "decimal",    "duration", "during",    "else",        "endsWith", "even",      "every",   "exp",        "external",
    "extract",    "false",    "filter",    "finishes",    "flatMap",  "flatten",   "floor",   "for",        "function",
    "fuzzyMatch", "if",       "in",        "includes",    "instance", "isNumeric", "item",    "keys",       "len",
    "list",       "log",      "lower",     "map",         "matches",  "max",       "mean",    "median",     "meets",
    "min",        "mod",      "mode",      "modulo",      "month",    "not",       "now",     "null",       "number",
    "odd",        "of",       "one",       "or",          "overlaps", "product",   "range",   "remove",     "replace",
    "return",     "reverse",  "satisfies", "some",        "sort",     "split",     "sqrt",    "startsWith", "string",
    "sum",        "then",     "time",      "true",        "type",     "union",     "verdict", "year"};

bool letter(char sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || sign == '_';
}

bool letter_or_digit(char sign) {
    return letter(sign) || (sign >= '0' && sign <= '9');
}

}  // namespace

bool is_plain_name(const std::string& name) {
    return !name.empty() && letter(name.front()) && std::all_of(name.begin(), name.end(), letter_or_digit) &&
           std::find(kept_words.begin(), kept_words.end(), name) == kept_words.end();
}

bool is_plain_text(const std::string& text) {
    return std::none_of(text.begin(), text.end(), [](char sign) {
        return sign == '"' || sign == '\'' || sign == '\\' || static_cast<unsigned char>(sign) < 0x20;
    });
}

std::string NameGiver::give(const std::string& full_name) {
    std::string plain = full_name;
    std::replace_if(
        plain.begin(), plain.end(), [](char sign) { return !letter_or_digit(sign); }, '_');
    if (plain.empty() || !is_plain_name(plain)) plain = "_" + plain;
    std::string name = plain;
    for (int number = 2; !given_.insert(name).second; ++number) name = plain + "_" + std::to_string(number);
    return name;
}

}  // namespace labourlex::exchange
