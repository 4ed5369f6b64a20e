#include "engine/render/document.hpp"

#include "engine/render/markdown.hpp"
#include "engine/render/page.hpp"

#include "engine/tables/text_grid.hpp"

#include <algorithm>
#include <numeric>

namespace labourlex {

namespace {

constexpr std::string_view style = R"(
body { font: 16px/1.5 Georgia, "Times New Roman", serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; }
h1, h2, h3, h4, h5 { font-family: system-ui, sans-serif; line-height: 1.25; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; margin-top: 2.5rem; border-bottom: 2px solid #444; }
h3 { font-size: 1.1rem; margin-top: 1.8rem; } h4, h5 { font-size: 1rem; margin: 1.5rem 0 0.2rem; }
p { margin: 0.3rem 0; } a { color: #1d4a7a; overflow-wrap: anywhere; } ul { margin: 0.2rem 0 0.5rem; padding-left: 1.3rem; }
p.remark { border-left: 3px solid #b08400; background: #faf4e0; padding: 0.2rem 0.7rem; font-size: 0.9rem; }
table { border-collapse: collapse; margin: 0.5rem 0 0.8rem; font-size: 0.9rem; }
th, td { border: 1px solid #999; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; } th { background: #f0efe9; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } h2, h3, h4, h5 { break-after: avoid; } }
)";

std::string element(const std::string& tag, std::string_view text) {
    return "<" + tag + ">" + html_plain(text) + "</" + tag.substr(0, tag.find(' ')) + ">";
}

/// Only addresses of the web become links: a law text may not smuggle in a script.
bool is_web(std::string_view address) {
    const bool web = address.starts_with("https://") || address.starts_with("http://");
    return web && address.find_first_of(" <>\"\n") == std::string_view::npos;
}

/// Columns side by side where they fit, else a line for each row.
void text_table(Page& page, const std::vector<std::string>& titles, const std::vector<std::vector<std::string>>& rows) {
    constexpr std::size_t widest = 92;
    std::vector<std::vector<std::string>> lines{titles};
    lines.insert(lines.end(), rows.begin(), rows.end());
    std::vector<std::size_t> widths;
    for (const auto& row : lines) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], columns_of(row[i]) + 2);
    }
    const bool fits = std::accumulate(widths.begin(), widths.end(), std::size_t{0}) <= widest;
    if (!fits) {
        page.blank();
        page.block(draw_grid({titles, rows}, 4, widest + 8));
        return;
    }
    for (const auto& row : lines) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += row[i];
            if (i + 1 < row.size()) line += std::string(widths[i] - columns_of(row[i]), ' ');
        }
        page.verbatim(line, 4);
    }
}

constexpr int deepest_heading = 6;

std::string heading_tag(int level) {
    return "h" + std::to_string(std::min(level, deepest_heading));
}

}  // namespace

std::string Document::as_markdown() const {
    MarkdownText page;
    page.heading(1, markdown_plain(title_));
    for (const Block& block : blocks_) {
        const std::string text = markdown_plain(block.text);
        switch (block.kind) {
            case Block::Kind::heading:
                page.heading(std::min(block.level, deepest_heading), text);
                break;
            case Block::Kind::paragraph:
                if (block.address.empty()) {
                    page.paragraph(text);
                } else {
                    page.paragraph(text + " " +
                                   (is_web(block.address) ? "<" + block.address + ">" : markdown_plain(block.address)));
                }
                break;
            case Block::Kind::remark:
                page.paragraph("> " + text);
                break;
            case Block::Kind::bullet:
                page.bullet(text, static_cast<std::size_t>(block.level));
                break;
            case Block::Kind::table: {
                std::vector<std::string> titles;
                titles.reserve(block.titles.size());
                for (const std::string& title : block.titles) titles.push_back(markdown_plain(title));
                std::vector<std::vector<std::string>> rows;
                for (const auto& row : block.rows) {
                    rows.emplace_back();
                    for (const std::string& cell : row) rows.back().push_back(markdown_plain(cell));
                }
                page.table(titles, rows);
                break;
            }
            case Block::Kind::picture:
                break;
        }
    }
    return page.text();
}

std::string Document::as_html() const {
    std::string page = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
    page += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    page += element("title", title_) + "\n<style>" + std::string(style) + "</style>\n</head>\n<body>\n";
    page += element("h1", title_) + "\n";
    int open = 0;  // lists
    const auto lists_to = [&](int depth) {
        for (; open > depth; --open) page += "</li></ul>\n";
    };
    for (const Block& block : blocks_) {
        if (block.kind != Block::Kind::bullet) lists_to(0);
        switch (block.kind) {
            case Block::Kind::heading:
                page += element(heading_tag(block.level), block.text) + "\n";
                break;
            case Block::Kind::paragraph:
                page += "<p>" + html_plain(block.text);
                if (is_web(block.address)) {
                    page += " <a href=\"" + html_plain(block.address) + "\">" + html_plain(block.address) + "</a>";
                } else if (!block.address.empty()) {
                    page += " " + html_plain(block.address);
                }
                page += "</p>\n";
                break;
            case Block::Kind::remark:
                page += element("p class=\"remark\"", block.text) + "\n";
                break;
            case Block::Kind::bullet: {
                const int depth = std::min(block.level + 1, open + 1);
                lists_to(depth);
                page += depth > open ? "<ul><li>" : "</li>\n<li>";
                open = depth;
                page += html_plain(block.text);
                break;
            }
            case Block::Kind::table:
                page += "<table><thead><tr>";
                for (const std::string& title : block.titles) page += element("th", title);
                page += "</tr></thead><tbody>\n";
                for (const auto& row : block.rows) {
                    page += "<tr>";
                    for (const std::string& cell : row) page += element("td", cell);
                    page += "</tr>\n";
                }
                page += "</tbody></table>\n";
                break;
            case Block::Kind::picture:
                page += "<figure>" + block.text + "</figure>\n";
                break;
        }
    }
    lists_to(0);
    return page + "</body>\n</html>\n";
}

std::string Document::as_text(bool colour) const {
    Page page(colour);
    page.lead(title_);
    for (const Block& block : blocks_) {
        switch (block.kind) {
            case Block::Kind::heading:
                page.heading(block.text);
                break;
            case Block::Kind::paragraph:
            case Block::Kind::remark:
                page.paragraph(block.address.empty() ? block.text : block.text + " " + block.address,
                               block.kind == Block::Kind::remark ? 4 : 2);
                break;
            case Block::Kind::bullet:
                page.paragraph(block.text, 4 + 2 * static_cast<std::size_t>(block.level), "- ");
                break;
            case Block::Kind::table:
                text_table(page, block.titles, block.rows);
                break;
            case Block::Kind::picture:
                break;
        }
    }
    return page.text();
}

}  // namespace labourlex
