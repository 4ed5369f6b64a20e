#include "engine/render/markdown.hpp"

namespace labourlex {

namespace {

std::string row_of(const std::vector<std::string>& cells) {
    std::string line = "|";
    for (const std::string& cell : cells) line += cell.empty() ? " |" : " " + cell + " |";
    return line + "\n";
}

}  // namespace

std::string markdown_plain(std::string_view text) {
    std::string result;
    for (const char letter : text) {
        if (letter == '\n') {
            result += ' ';
            continue;
        }
        if (std::string_view("\\`*_[]<>|#").find(letter) != std::string_view::npos) result += '\\';
        result += letter;
    }
    return result;
}

std::string markdown_code(std::string_view name) {
    return "`" + std::string(name) + "`";
}

void MarkdownText::blank_line() {
    if (!text_.empty()) text_ += '\n';
    in_bullets_ = false;
}

void MarkdownText::heading(int level, std::string_view text) {
    blank_line();
    text_ += std::string(static_cast<std::size_t>(level), '#') + " " + std::string(text) + "\n";
}

void MarkdownText::paragraph(std::string_view text) {
    blank_line();
    text_ += std::string(text) + "\n";
}

void MarkdownText::bullet(std::string_view text, std::size_t depth) {
    if (!in_bullets_) blank_line();
    in_bullets_ = true;
    text_ += std::string(2 * depth, ' ') + "- " + std::string(text) + "\n";
}

void MarkdownText::table(const std::vector<std::string>& titles, const std::vector<std::vector<std::string>>& rows,
                         std::size_t first_number) {
    blank_line();
    text_ += row_of(titles);
    text_ += '|';
    for (std::size_t column = 0; column < titles.size(); ++column) text_ += column < first_number ? "---|" : "---:|";
    text_ += '\n';
    for (const std::vector<std::string>& row : rows) text_ += row_of(row);
}

}  // namespace labourlex
