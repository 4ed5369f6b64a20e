// A report of an analysis as blocks, and its three faces: text for a terminal, Markdown, a self-contained HTML page.
//
// The analyses say what there is to say once, in blocks; no face knows what a difference or a gap is. The HTML page loads
// nothing from anywhere, so that it can be sent as it is.
#pragma once

#include <string>
#include <vector>

namespace labourlex {

struct ReportBlock {
    enum class Kind {
        title,      ///< the first line
        lead,       ///< the answer, before everything else
        heading,    ///< a section
        paragraph,
        item,       ///< a numbered finding; `mark` is its number
        detail,     ///< below an item
        table,      ///< `rows`, the first one being titles
        picture     ///< SVG, shown by HTML only
    };
    Kind kind = Kind::paragraph;
    std::string text;
    std::string mark;
    std::vector<std::vector<std::string>> rows;
};

class Report {
public:
    void title(std::string text) { add(ReportBlock::Kind::title, std::move(text)); }
    void lead(std::string text) { add(ReportBlock::Kind::lead, std::move(text)); }
    void heading(std::string text) { add(ReportBlock::Kind::heading, std::move(text)); }
    void paragraph(std::string text) { add(ReportBlock::Kind::paragraph, std::move(text)); }
    void item(std::string mark, std::string text) { add(ReportBlock::Kind::item, std::move(text), std::move(mark)); }
    void detail(std::string text) { add(ReportBlock::Kind::detail, std::move(text)); }
    void table(std::vector<std::vector<std::string>> rows);
    void picture(std::string svg) { add(ReportBlock::Kind::picture, std::move(svg)); }

    [[nodiscard]] std::string text(bool colour) const;
    [[nodiscard]] std::string markdown() const;
    [[nodiscard]] std::string html() const;

private:
    void add(ReportBlock::Kind kind, std::string text, std::string mark = {});

    std::vector<ReportBlock> blocks_;
};

/// A text as HTML shows it.
[[nodiscard]] std::string html_plain(const std::string& text);

}  // namespace labourlex
