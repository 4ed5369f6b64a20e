// Text for a terminal: headings, wrapped paragraphs, hanging lists.
#pragma once

#include <string>
#include <string_view>

namespace labourlex {

/// Number of columns that a text takes: code points, not bytes.
[[nodiscard]] std::size_t columns_of(std::string_view text);

/// Builds a page whose lines are at most `width` columns wide; a single longer word stands on a line of its own.
class Page {
public:
    explicit Page(bool colour = false, std::size_t width = 100) : colour_(colour), width_(width) {}

    /// A blank line, unless the page is empty, and a heading.
    void heading(std::string_view text);
    /// The first lines of the page.
    void lead(std::string_view text);
    /// A paragraph: `mark` before the first line, the others indented to stand under its text.
    void paragraph(std::string_view text, std::size_t indent = 0, std::string_view mark = "");
    /// A line as it stands: its columns were made to measure.
    void verbatim(std::string_view line, std::size_t indent) {
        text_.append(indent, ' ').append(line).append("\n");
    }
    /// Lines as they stand, indented already.
    void block(std::string_view lines) { text_.append(lines); }
    void blank() { text_ += '\n'; }

    [[nodiscard]] const std::string& text() const { return text_; }

private:
    void emphasised(std::string_view text);

    bool colour_;
    std::size_t width_;
    std::string text_;
};

}  // namespace labourlex
