// A document of headings, paragraphs, nested bullets and tables, written as Markdown, as one self-contained page of
// HTML, or as text for a terminal. Everything given to it is plain text; each way of writing escapes what it must.
#pragma once

#include "engine/tables/html_plain.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace labourlex {

class Document {
public:
    explicit Document(std::string title) : title_(std::move(title)) {}

    /// Level 2 and deeper; the title is level 1.
    void heading(int level, std::string text) { add({Block::Kind::heading, level, std::move(text), {}, {}, {}}); }
    /// `address` stands behind the text, as a link where it is one of the web.
    void paragraph(std::string text, std::string address = {}) {
        add({Block::Kind::paragraph, 0, std::move(text), {}, {}, std::move(address)});
    }
    /// A paragraph set apart: who changed what is told above it.
    void remark(std::string text) { add({Block::Kind::remark, 0, std::move(text), {}, {}, {}}); }
    void bullet(std::string text, int depth = 0) { add({Block::Kind::bullet, depth, std::move(text), {}, {}, {}}); }
    void table(std::vector<std::string> titles, std::vector<std::vector<std::string>> rows) {
        add({Block::Kind::table, 0, {}, std::move(titles), std::move(rows), {}});
    }
    /// An SVG element, made by the program and shown as it stands; Markdown and text leave it out.
    void picture(std::string svg) { add({Block::Kind::picture, 0, std::move(svg), {}, {}, {}}); }

    [[nodiscard]] std::string as_markdown() const;
    [[nodiscard]] std::string as_html() const;
    [[nodiscard]] std::string as_text(bool colour) const;

private:
    struct Block {
        enum class Kind { heading, paragraph, remark, bullet, table, picture };
        Kind kind;
        int level;
        std::string text;
        std::vector<std::string> titles;
        std::vector<std::vector<std::string>> rows;
        std::string address;
    };
    void add(Block block) { blocks_.push_back(std::move(block)); }

    std::string title_;
    std::vector<Block> blocks_;
};

}  // namespace labourlex
