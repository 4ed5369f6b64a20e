// Letters of law texts: UTF-8 decoding and the scripts that names may be written in.
#pragma once

#include <cstdint>
#include <string_view>

namespace labourlex {

struct CodePoint {
    char32_t value = 0;
    std::uint32_t length = 0;  ///< bytes taken; 0 at the end of the text or where the bytes are not UTF-8
};

/// The code point that starts at `offset`. Overlong forms, surrogates and values over 10FFFF are not UTF-8.
[[nodiscard]] CodePoint decode(std::string_view text, std::size_t offset);

enum class Script { none, latin, cyrillic, greek, other };

/// The script of a letter; `none` for everything that is no letter.
[[nodiscard]] Script script_of(char32_t value);

/// Characters that change the direction of the text around them without being seen.
[[nodiscard]] bool is_direction_control(char32_t value);

/// A letter or digit of ASCII. Nearly every character of a law text is looked at this way, hence inline.
[[nodiscard]] inline bool is_ascii_name_start(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// The length of the letter of another script at `offset`, or 0.
[[nodiscard]] std::uint32_t foreign_letter_length(std::string_view text, std::size_t offset);

/// Whether a name may start with the character at `offset`: a letter of any script or a digit. Returns its length.
[[nodiscard]] inline std::uint32_t name_start_length(std::string_view text, std::size_t offset) {
    if (offset >= text.size()) return 0;
    const char c = text[offset];
    if (static_cast<unsigned char>(c) < 0x80) return is_ascii_name_start(c) ? 1 : 0;
    return foreign_letter_length(text, offset);
}

/// Whether a name may go on with the character at `offset`: a letter, a digit, `_`, `-` or `.`. Returns its length.
[[nodiscard]] inline std::uint32_t name_part_length(std::string_view text, std::size_t offset) {
    if (offset >= text.size()) return 0;
    const char c = text[offset];
    return c == '_' || c == '-' || c == '.' ? 1 : name_start_length(text, offset);
}

/// The name that starts at `offset`, without a trailing `.` or `-`; empty where none starts.
[[nodiscard]] std::string_view name_at(std::string_view text, std::size_t offset);

}  // namespace labourlex
