#include "engine/render/report.hpp"

#include "engine/render/markdown.hpp"
#include "engine/render/page.hpp"

#include <algorithm>
#include <cstdint>

namespace labourlex {

namespace {

constexpr std::string_view style =
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;"
    "background:#fff}h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem;border-bottom:1px solid #bbb}"
    ".lead{font-size:1.1rem;font-weight:600}.item{margin:1rem 0 .2rem}.mark{font-weight:600;margin-right:.4rem}"
    ".detail{margin:.1rem 0 .1rem 2rem;color:#333}table{border-collapse:collapse;margin:1rem 0}"
    "th,td{border:1px solid #bbb;padding:.25rem .6rem;text-align:left;vertical-align:top}svg{max-width:100%;height:auto}";

std::string text_table(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], columns_of(row[i]));
        }
    }
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += row[i];
            if (i + 1 < row.size()) {
                line += std::string(widths[i] - columns_of(row[i]) + 2, ' ');
            }
        }
        text += "  " + line + "\n";
    }
    return text;
}

}  // namespace

void Report::add(ReportBlock::Kind kind, std::string text, std::string mark) {
    blocks_.push_back({kind, std::move(text), std::move(mark), {}});
}

void Report::table(std::vector<std::vector<std::string>> rows) {
    blocks_.push_back({ReportBlock::Kind::table, {}, {}, std::move(rows)});
}

std::string Report::text(bool colour) const {
    std::string result;
    Page page(colour);
    const auto flush = [&] {
        result += page.text();
        page = Page(colour);
    };
    for (const ReportBlock& block : blocks_) {
        switch (block.kind) {
            case ReportBlock::Kind::title:
                page.lead(block.text);
                break;
            case ReportBlock::Kind::lead:
                page.blank();
                page.paragraph(block.text);
                break;
            case ReportBlock::Kind::heading:
                if (page.text().empty() && !result.empty()) {
                    page.blank();
                }
                page.heading(block.text);
                break;
            case ReportBlock::Kind::paragraph:
                page.paragraph(block.text);
                break;
            case ReportBlock::Kind::item:
                page.paragraph(block.text, 2, block.mark + " ");
                break;
            case ReportBlock::Kind::detail:
                page.paragraph(block.text, 6);
                break;
            case ReportBlock::Kind::table:
                flush();
                result += text_table(block.rows);
                break;
            case ReportBlock::Kind::picture:
                break;
        }
    }
    flush();
    return result;
}

std::string Report::markdown() const {
    MarkdownText text;
    for (const ReportBlock& block : blocks_) {
        const std::string plain = markdown_plain(block.text);
        switch (block.kind) {
            case ReportBlock::Kind::title:
                text.heading(1, plain);
                break;
            case ReportBlock::Kind::lead:
                text.paragraph("**" + plain + "**");
                break;
            case ReportBlock::Kind::heading:
                text.heading(2, plain);
                break;
            case ReportBlock::Kind::paragraph:
                text.paragraph(plain);
                break;
            case ReportBlock::Kind::item:
                text.bullet(markdown_plain(block.mark) + " " + plain);
                break;
            case ReportBlock::Kind::detail:
                text.bullet(plain, 1);
                break;
            case ReportBlock::Kind::table: {
                std::vector<std::vector<std::string>> rows = block.rows;
                for (auto& row : rows) {
                    for (std::string& cell : row) {
                        cell = markdown_plain(cell);
                    }
                }
                const std::vector<std::string> titles = rows.front();
                rows.erase(rows.begin());
                text.table(titles, rows);
                break;
            }
            case ReportBlock::Kind::picture:
                break;
        }
    }
    return text.text();
}

std::string Report::html() const {
    std::string body;
    std::string title;
    for (const ReportBlock& block : blocks_) {
        const std::string plain = html_plain(block.text);
        switch (block.kind) {
            case ReportBlock::Kind::title:
                title = plain;
                body += "<h1>" + plain + "</h1>\n";
                break;
            case ReportBlock::Kind::lead:
                body += "<p class=\"lead\">" + plain + "</p>\n";
                break;
            case ReportBlock::Kind::heading:
                body += "<h2>" + plain + "</h2>\n";
                break;
            case ReportBlock::Kind::paragraph:
                body += "<p>" + plain + "</p>\n";
                break;
            case ReportBlock::Kind::item:
                body += "<p class=\"item\"><span class=\"mark\">" + html_plain(block.mark) + "</span>" + plain + "</p>\n";
                break;
            case ReportBlock::Kind::detail:
                body += "<p class=\"detail\">" + plain + "</p>\n";
                break;
            case ReportBlock::Kind::table: {
                body += "<table>\n";
                for (std::size_t i = 0; i < block.rows.size(); ++i) {
                    const std::string cell = i == 0 ? "th" : "td";
                    body += "<tr>";
                    for (const std::string& text : block.rows[i]) {
                        body += "<" + cell + ">" + html_plain(text) + "</" + cell + ">";
                    }
                    body += "</tr>\n";
                }
                body += "</table>\n";
                break;
            }
            case ReportBlock::Kind::picture:
                body += "<figure>" + block.text + "</figure>\n";
                break;
        }
    }
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
           "content=\"width=device-width\">\n<title>" +
           title + "</title>\n<style>" + std::string(style) + "</style>\n</head>\n<body>\n" + body + "</body>\n</html>\n";
}

std::string html_plain(const std::string& text) {
    std::string result;
    for (const char c : text) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            default:
                result += c;
        }
    }
    return result;
}

}  // namespace labourlex
