#include "engine/tables/text_grid.hpp"

#include "engine/tables/words.hpp"

#include <algorithm>
#include <numeric>

namespace labourlex {
namespace {

constexpr std::string_view between_columns = " | ";
/// A column is never narrower than its longest word, up to this.
constexpr std::size_t longest_kept_word = 15;
/// Nor than this, where all columns have the room: a few words a line can be read.
constexpr std::size_t readable_width = 14;

/// The first `width` code points of `text`, as a number of bytes.
std::size_t bytes_of(std::string_view text, std::size_t width) {
    std::size_t bytes = 0;
    while (bytes < text.size() && width > 0) {
        ++bytes;
        while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) ++bytes;
        --width;
    }
    return bytes;
}

std::size_t longest_word(std::string_view text) {
    std::size_t longest = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        longest = std::max(longest, text_width(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return longest;
}

std::size_t sum(const std::vector<std::size_t>& widths) {
    return std::accumulate(widths.begin(), widths.end(), std::size_t{0});
}

/// Widths that fit `available`, wider where there is more to read; empty where not even the longest words fit.
std::vector<std::size_t> column_widths(const TextGrid& grid, std::size_t available) {
    std::vector<std::size_t> widths;
    std::vector<std::size_t> wanted;
    for (std::size_t column = 0; column < grid.titles.size(); ++column) {
        std::size_t natural = text_width(grid.titles[column]);
        std::size_t least = longest_word(grid.titles[column]);
        for (const auto& row : grid.rows) {
            natural = std::max(natural, text_width(row[column]));
            least = std::max(least, longest_word(row[column]));
        }
        widths.push_back(std::min(least, longest_kept_word));
        wanted.push_back(natural);
    }
    if (sum(wanted) <= available) return wanted;
    if (sum(widths) > available) return {};
    std::size_t spare = available - sum(widths);
    for (std::size_t width = 1; width <= readable_width; ++width) {
        for (std::size_t column = 0; column < widths.size() && spare > 0; ++column) {
            if (widths[column] < std::min(width, wanted[column])) {
                ++widths[column];
                --spare;
            }
        }
    }
    for (; spare > 0; --spare) {
        // The column whose text is wrapped into most lines gets the next place.
        std::size_t neediest = 0;
        for (std::size_t column = 1; column < widths.size(); ++column) {
            if (wanted[column] * widths[neediest] > wanted[neediest] * widths[column]) neediest = column;
        }
        ++widths[neediest];
    }
    return widths;
}

void put_line(std::string& text, std::size_t indent, std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    if (!line.empty()) text.append(indent, ' ');
    text += line;
    text += '\n';
}

/// Draws one row; returns whether it took more than one line.
bool put_row(std::string& text, const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
             std::size_t indent) {
    std::vector<std::vector<std::string>> wrapped;
    std::size_t height = 1;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        wrapped.push_back(wrap_text(cells[column], widths[column]));
        height = std::max(height, wrapped.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
        std::string drawn;
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const std::string part = line < wrapped[column].size() ? wrapped[column][line] : std::string{};
            if (column > 0) drawn += between_columns;
            drawn += part;
            drawn.append(widths[column] - std::min(widths[column], text_width(part)), ' ');
        }
        put_line(text, indent, std::move(drawn));
    }
    return height > 1;
}

std::string rule(const std::vector<std::size_t>& widths, char letter) {
    std::string line;
    for (std::size_t column = 0; column < widths.size(); ++column) {
        if (column > 0) line += letter == '-' ? std::string_view("-+-") : between_columns;
        line.append(widths[column], letter);
    }
    return line;
}

std::string draw_list(const TextGrid& grid, std::size_t indent, std::size_t width) {
    std::string text;
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        put_line(text, indent, say(Word::row_number, {std::to_string(row + 1)}));
        for (std::size_t column = 0; column < grid.titles.size(); ++column) {
            if (grid.rows[row][column].empty()) continue;
            const std::string line = say(Word::subject_and_answer, {grid.titles[column], grid.rows[row][column]});
            std::size_t inner = indent + 2;
            for (const std::string& part : wrap_text(line, width - indent - 6)) {
                put_line(text, inner, part);
                inner = indent + 6;
            }
        }
    }
    return text;
}

}  // namespace

std::size_t text_width(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char letter) { return (static_cast<unsigned char>(letter) & 0xC0U) != 0x80U; }));
}

std::vector<std::string> wrap_text(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    std::string line;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.empty() && text_width(line) + 1 + text_width(word) > width) {
            lines.push_back(std::move(line));
            line.clear();
        }
        while (text_width(word) > width) {
            std::size_t fits = bytes_of(word, width);
            // Names are broken after one of their own joints, where the line has one.
            const std::size_t joint = word.substr(0, fits).find_last_of("-./_");
            if (joint != std::string_view::npos && joint > 0) fits = joint + 1;
            lines.emplace_back(word.substr(0, fits));
            word.remove_prefix(fits);
        }
        if (!line.empty()) line += ' ';
        line += word;
    }
    if (!line.empty() || lines.empty()) lines.push_back(std::move(line));
    return lines;
}

std::string draw_grid(const TextGrid& grid, std::size_t indent, std::size_t width) {
    if (grid.titles.empty()) return {};
    const std::size_t separators = between_columns.size() * (grid.titles.size() - 1);
    const std::vector<std::size_t> widths =
        width > indent + separators ? column_widths(grid, width - indent - separators) : std::vector<std::size_t>{};
    if (widths.empty()) return draw_list(grid, indent, width);
    std::string text;
    put_row(text, grid.titles, widths, indent);
    put_line(text, indent, rule(widths, '-'));
    bool wrapped = false;
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        std::string drawn;
        const bool wraps = put_row(drawn, grid.rows[row], widths, indent);
        if (row > 0 && (wraps || wrapped)) put_line(text, indent, rule(widths, ' '));
        text += drawn;
        wrapped = wraps;
    }
    return text;
}

}  // namespace labourlex
