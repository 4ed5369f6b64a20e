// All keywords of the language in one table.
//
// The grammar never spells a keyword: it names it (`Keyword::when`) and the table gives the spelling. A second set of
// spellings (Russian, say) is a second column of the table, not a second grammar.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace labourlex {

enum class Keyword : unsigned char {
#define LABOURLEX_KEYWORD(identifier, spelling, role) identifier,
#include "dsl-grammar/keywords.inc"
#undef LABOURLEX_KEYWORD
};

/// Where a keyword may stand.
enum class KeywordRole : unsigned char {
    statement,  ///< opens a statement
    clause,     ///< opens a clause
    joint,      ///< stands between names or codes, so that no unquoted name may look like it
    inner,      ///< stands inside a clause, where a name cannot be mistaken for it
    unit,       ///< a unit of measure
    reserved    ///< kept free for a later version of the language
};

struct KeywordEntry {
    Keyword keyword;
    std::string_view spelling;
    KeywordRole role;
};

[[nodiscard]] const std::vector<KeywordEntry>& keyword_table();
[[nodiscard]] std::string_view spelling_of(Keyword keyword);

/// Length of the keyword at the start of `text` (its words may be apart by any white space and comments), or 0.
[[nodiscard]] std::size_t keyword_length(Keyword keyword, std::string_view text);

/// The keyword of the given role that `text` begins with, longest spelling first; null when there is none.
[[nodiscard]] const KeywordEntry* keyword_at(std::string_view text, KeywordRole role);

/// Whether a single unquoted word would be mistaken for a keyword where a clause or a joining word may stand.
[[nodiscard]] bool is_stop_word(std::string_view word);

/// Spellings of all keywords of a role, for suggestions.
[[nodiscard]] std::vector<std::string> spellings(KeywordRole role);

/// Number of bytes of white space and comments at the start of `text`.
[[nodiscard]] std::size_t gap_length(std::string_view text);

}  // namespace labourlex
