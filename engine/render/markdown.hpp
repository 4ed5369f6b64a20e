// A page of Markdown: headings, paragraphs, bullets and tables. Texts of the law are shown as they stand; whatever
// Markdown would read as a sign of its own is escaped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace labourlex {

/// Text that Markdown shows as it stands, also inside a cell.
[[nodiscard]] std::string markdown_plain(std::string_view text);
/// A name, in the type of code. Names hold no backtick.
[[nodiscard]] std::string markdown_code(std::string_view name);

/// Everything given to it is Markdown already: texts go through `markdown_plain` first.
class MarkdownText {
public:
    void heading(int level, std::string_view text);
    void paragraph(std::string_view text);
    void bullet(std::string_view text, std::size_t depth = 0);
    /// A table with its titles; columns from `first_number` on stand to the right.
    void table(const std::vector<std::string>& titles, const std::vector<std::vector<std::string>>& rows,
               std::size_t first_number = SIZE_MAX);

    [[nodiscard]] const std::string& text() const { return text_; }

private:
    void blank_line();

    std::string text_;
    bool in_bullets_ = false;
};

}  // namespace labourlex
