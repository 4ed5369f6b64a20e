#include "dsl-grammar/letters.hpp"

namespace labourlex {

namespace {

bool is_ascii_letter(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t offset) {
    if (offset >= text.size()) return {};
    auto byte = [&](std::size_t i) -> unsigned { return static_cast<unsigned char>(text[offset + i]); };
    const unsigned first = byte(0);
    if (first < 0x80) return {first, 1};
    std::uint32_t length = 0;
    char32_t value = 0;
    char32_t least = 0;
    if ((first & 0xE0U) == 0xC0U) {
        length = 2, value = first & 0x1FU, least = 0x80;
    } else if ((first & 0xF0U) == 0xE0U) {
        length = 3, value = first & 0x0FU, least = 0x800;
    } else if ((first & 0xF8U) == 0xF0U) {
        length = 4, value = first & 0x07U, least = 0x10000;
    } else {
        return {};
    }
    if (offset + length > text.size()) return {};
    for (std::uint32_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) return {};
        value = (value << 6U) | (byte(i) & 0x3FU);
    }
    if (value < least || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {};
    return {value, length};
}

Script script_of(char32_t value) {
    if (value < 0x80) return is_ascii_letter(static_cast<unsigned char>(value)) ? Script::latin : Script::none;
    if (value < 0xC0 || value == 0xD7 || value == 0xF7) return Script::none;
    if (value < 0x250 || (value >= 0x1E00 && value < 0x1F00)) return Script::latin;
    if ((value >= 0x370 && value < 0x400) || (value >= 0x1F00 && value < 0x2000)) return Script::greek;
    if ((value >= 0x400 && value < 0x530) || (value >= 0x1C80 && value < 0x1C90)) return Script::cyrillic;
    // General punctuation, symbols, arrows and the marks of Chinese and Japanese text are no letters.
    if ((value >= 0x2000 && value < 0x2C00) || (value >= 0x3000 && value < 0x3040)) return Script::none;
    if ((value >= 0xE000 && value < 0xF900) || value >= 0xFE00) return Script::none;
    return Script::other;
}

bool is_direction_control(char32_t value) {
    return value == 0x61C || value == 0x200E || value == 0x200F || (value >= 0x202A && value <= 0x202E) ||
           (value >= 0x2066 && value <= 0x2069);
}

std::uint32_t foreign_letter_length(std::string_view text, std::size_t offset) {
    const CodePoint point = decode(text, offset);
    return script_of(point.value) == Script::none ? 0 : point.length;
}

std::string_view name_at(std::string_view text, std::size_t offset) {
    std::size_t end = offset + name_start_length(text, offset);
    if (end == offset) return {};
    while (const std::uint32_t length = name_part_length(text, end)) end += length;
    while (text[end - 1] == '.' || text[end - 1] == '-') --end;
    return text.substr(offset, end - offset);
}

}  // namespace labourlex
