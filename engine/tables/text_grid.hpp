// Tables of wrapped cells for a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace labourlex {

/// Number of code points: the columns that text takes on a terminal, but for scripts of double width.
[[nodiscard]] std::size_t text_width(std::string_view text);

/// Breaks text at spaces into lines of at most `width`; a longer word is broken where it must be.
[[nodiscard]] std::vector<std::string> wrap_text(std::string_view text, std::size_t width);

struct TextGrid {
    std::vector<std::string> titles;
    std::vector<std::vector<std::string>> rows;
};

/// Lays the grid out within `width` columns, each line after `indent` spaces. Where the columns would be too narrow to
/// read, a row is a list of "title: cell" lines instead.
[[nodiscard]] std::string draw_grid(const TextGrid& grid, std::size_t indent, std::size_t width);

}  // namespace labourlex
