#include "dsl-grammar/keywords.hpp"

#include "dsl-grammar/letters.hpp"

#include <algorithm>
#include <array>

namespace labourlex {

namespace {

constexpr std::array table{
#define LABOURLEX_KEYWORD(identifier, spelling, role) KeywordEntry{Keyword::identifier, spelling, KeywordRole::role},
#include "dsl-grammar/keywords.inc"
#undef LABOURLEX_KEYWORD
};

// Single words after which something else than a name or code must be meant. Words such as `formal`, `number` or `none`
// are keywords too, but only where no name can stand, so a code may be spelled like them.
constexpr std::array stop_keywords{
    Keyword::and_,      Keyword::or_,      Keyword::not_,     Keyword::is,    Keyword::include, Keyword::else_,
    Keyword::of,        Keyword::at,       Keyword::also,     Keyword::after, Keyword::per,     Keyword::row,
    Keyword::note,      Keyword::evidence, Keyword::when,     Keyword::then,  Keyword::needs,   Keyword::to,
    Keyword::requires_, Keyword::in,       Keyword::for_,     Keyword::by,    Keyword::from,    Keyword::until,
    Keyword::under,     Keyword::over,     Keyword::blocking, Keyword::noted, Keyword::times,   Keyword::reaches,
    Keyword::asks};

}  // namespace

const std::vector<KeywordEntry>& keyword_table() {
    static const std::vector<KeywordEntry> entries(table.begin(), table.end());
    return entries;
}

std::string_view spelling_of(Keyword keyword) {
    return table[static_cast<std::size_t>(keyword)].spelling;
}

std::size_t gap_length(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
        const char c = text[i];
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
            ++i;
        } else if (c == '#') {
            while (i < text.size() && text[i] != '\n') ++i;
        } else {
            break;
        }
    }
    return i;
}

std::size_t keyword_length(Keyword keyword, std::string_view text) {
    const std::string_view spelling = spelling_of(keyword);
    if (text.empty() || text.front() != spelling.front()) return 0;
    std::size_t i = 0;
    for (const char c : spelling) {
        if (c == ' ') {
            const std::size_t gap = gap_length(text.substr(i));
            if (gap == 0) return 0;
            i += gap;
        } else if (i < text.size() && text[i] == c) {
            ++i;
        } else {
            return 0;
        }
    }
    // `toothed` is not `to`, and neither is `to-and-fro`; but a full stop or a dash that ends the word is not of it.
    std::size_t after = i;
    while (after < text.size() && (text[after] == '.' || text[after] == '-')) ++after;
    const std::uint32_t more = name_part_length(text, after);
    return more == 0 ? i : 0;
}

const KeywordEntry* keyword_at(std::string_view text, KeywordRole role) {
    const KeywordEntry* best = nullptr;
    for (const KeywordEntry& entry : table) {
        if (entry.role != role || keyword_length(entry.keyword, text) == 0) continue;
        if (best == nullptr || entry.spelling.size() > best->spelling.size()) best = &entry;
    }
    return best;
}

bool is_stop_word(std::string_view word) {
    return std::any_of(stop_keywords.begin(), stop_keywords.end(),
                       [&](Keyword keyword) { return spelling_of(keyword) == word; });
}

std::vector<std::string> spellings(KeywordRole role) {
    std::vector<std::string> result;
    for (const KeywordEntry& entry : table) {
        if (entry.role == role) result.emplace_back(entry.spelling);
    }
    return result;
}

}  // namespace labourlex
