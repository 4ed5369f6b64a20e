// What can be wrong with the bytes of a text before anybody reads words in it; shared by law files and job files.
#pragma once

#include "dsl-grammar/diagnostic.hpp"

#include <string_view>

namespace labourlex {

/// What a kind of text is held to. A byte order mark at the start and CRLF line ends are always tolerated.
struct TextRules {
    std::size_t greatest_size = 0;    ///< in bytes; larger texts are not looked at any further
    bool tabs_may_indent = false;     ///< columns mean something in law files, so a tab may not indent there
    bool words_of_one_script = true;  ///< a word of letters of two scripts is reported
};

/// Outside quotation marks and comments a word is what a name is: letters joined by `-`, `.` and `_`, and all of it is
/// of one script. In prose `IT-отдел` is good language, so there each part of a compound is a word of its own.
///
/// Reports what is wrong and says whether the text can be read at all: not too large, no NUL, UTF-8 throughout.
/// Invisible direction controls, control characters, tabs and mixed scripts are reported, and the text stays readable.
[[nodiscard]] bool check_text(const Sources& sources, std::uint32_t source, const TextRules& rules,
                              Diagnostics& diagnostics);

}  // namespace labourlex
