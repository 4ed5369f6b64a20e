#include "engine/render/page.hpp"

#include <algorithm>

namespace labourlex {

namespace {

/// A line break in a quoted text of the law reads as a space.
bool is_space(char character) {
    return character == ' ' || character == '\n' || character == '\t' || character == '\r';
}

/// Control characters of a job's or law's text must not reach a terminal.
std::string printable(std::string_view text) {
    std::string result(text);
    std::replace_if(
        result.begin(), result.end(),
        [](char character) { return static_cast<unsigned char>(character) < 0x20 || character == 0x7F; }, ' ');
    return result;
}

}  // namespace

std::size_t columns_of(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

void Page::emphasised(std::string_view text) {
    if (colour_) text_ += "\x1b[1m";
    text_ += text;
    if (colour_) text_ += "\x1b[0m";
}

void Page::heading(std::string_view text) {
    if (!text_.empty()) text_ += '\n';
    emphasised(printable(text));
    text_ += '\n';
}

void Page::lead(std::string_view text) {
    // The class stands alone on its line however long that line gets: it is read aloud.
    emphasised(printable(text));
    text_ += '\n';
}

void Page::paragraph(std::string_view text, std::size_t indent, std::string_view mark) {
    const std::string clean = printable(text);
    const std::size_t hanging = indent + columns_of(mark);
    text_.append(indent, ' ');
    text_ += mark;
    std::size_t column = hanging;
    bool first_word = true;
    for (std::size_t at = 0; at < clean.size();) {
        if (is_space(clean[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < clean.size() && !is_space(clean[end])) ++end;
        const std::string_view word = std::string_view(clean).substr(at, end - at);
        const std::size_t size = columns_of(word);
        if (!first_word && column + 1 + size > width_) {
            text_ += '\n';
            text_.append(hanging, ' ');
            column = hanging;
        } else if (!first_word) {
            text_ += ' ';
            ++column;
        }
        text_ += word;
        column += size;
        first_word = false;
        at = end;
    }
    text_ += '\n';
}

}  // namespace labourlex
