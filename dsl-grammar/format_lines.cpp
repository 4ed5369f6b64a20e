#include "dsl-grammar/format_lines.hpp"

#include <algorithm>

namespace labourlex::formatting {

namespace {

constexpr std::size_t longest_unbroken = 50;

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

}  // namespace

std::size_t width_of(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return result + '"';
}

std::string written(const syntax::Word& word) {
    return word.quoted ? quoted(word.text) : word.text;
}

void Words::add(const syntax::Word& word) {
    words_.push_back(written(word));
}

void Words::add_list(const std::vector<syntax::Word>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        add(words[i]);
        if (i + 1 < words.size()) attach(",");
    }
}

void Words::add_text(const syntax::Text& text) {
    const std::string whole = quoted(text.text);
    std::size_t begin = 0;
    // A short text, such as the number of an article, stays in one piece.
    if (width_of(whole) <= longest_unbroken) {
        words_.push_back(whole);
        return;
    }
    // A break reads as one space, so only a single space between two other characters may become one.
    for (std::size_t i = 2; i + 2 < whole.size(); ++i) {
        if (whole[i] != ' ' || is_blank(whole[i - 1]) || is_blank(whole[i + 1])) continue;
        words_.push_back(whole.substr(begin, i - begin));
        begin = i + 1;
    }
    words_.push_back(whole.substr(begin));
}

Words Words::led_by(const std::string& leading) const {
    Words result = *this;
    result.words_.front().insert(0, leading + " ");
    return result;
}

std::string Words::joined() const {
    std::string result;
    for (const std::string& word : words_) {
        if (!result.empty()) result += ' ';
        result += word;
    }
    return result;
}

void Words::fill(Lines& lines, std::size_t indent, std::uint32_t anchor) const {
    const std::size_t further = indent + 2 * indent_step;
    Line line{indent, {}, anchor};
    std::size_t width = indent;
    for (const std::string& word : words_) {
        const std::size_t more = width_of(word);
        if (!line.text.empty() && width + 1 + more > line_width) {
            lines.push_back(std::move(line));
            line = Line{further, {}, anchor};
            width = further;
        }
        if (!line.text.empty()) {
            line.text += ' ';
            ++width;
        }
        line.text += word;
        width += more;
    }
    lines.push_back(std::move(line));
}

}  // namespace labourlex::formatting
