#include "engine/tables/formats.hpp"
#include "engine/tables/words.hpp"

#include <algorithm>

namespace labourlex {
namespace {

/// Text that Markdown shows as it stands, also inside a cell.
std::string plain(const std::string& text) {
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

std::string link(const std::string& text, const std::string& anchor) {
    return anchor.empty() ? plain(text) : "[" + plain(text) + "](#" + anchor + ")";
}

std::string target(const std::string& anchor) {
    return anchor.empty() ? "" : "<a id=\"" + anchor + "\"></a>";
}

/// A line that is an address becomes a link.
std::string address_or_plain(const std::string& text) {
    const bool web = text.starts_with("https://") || text.starts_with("http://");
    return web && text.find_first_of(" <>") == std::string::npos ? "<" + text + ">" : plain(text);
}

class MarkdownPage {
public:
    std::string render(const DocumentView& page);

private:
    void row(const std::vector<std::string>& cells);
    void titles(const std::vector<std::string>& cells);
    void heading(const std::string& title, const std::string& anchor, int level);
    void item(const std::string& text, std::size_t depth = 0);
    void table(const TableView& table);
    void exceptions(const std::vector<EntryView::Exception>& exceptions, std::size_t depth);
    void entry(const EntryView& entry, int level);
    void group(const GroupView& group, int level);

    std::string text_;
};

void MarkdownPage::row(const std::vector<std::string>& cells) {
    text_ += '|';
    for (const std::string& cell : cells) text_ += ' ' + cell + (cell.empty() ? "|" : " |");
    text_ += '\n';
}

void MarkdownPage::titles(const std::vector<std::string>& cells) {
    row(cells);
    text_ += '|';
    for (std::size_t i = 0; i < cells.size(); ++i) text_ += " --- |";
    text_ += '\n';
}

void MarkdownPage::heading(const std::string& title, const std::string& anchor, int level) {
    text_ += target(anchor);
    if (!anchor.empty()) text_ += "\n\n";
    text_ += std::string(static_cast<std::size_t>(std::min(level, 6)), '#') + ' ' + plain(title) + "\n\n";
}

void MarkdownPage::item(const std::string& text, std::size_t depth) {
    text_ += std::string(2 * depth, ' ') + "- " + text + '\n';
}

void MarkdownPage::table(const TableView& table) {
    const bool shown = !table.columns.empty() || !table.note.empty();
    if (!shown) return;
    if (!table.title.empty()) text_ += target(table.anchor) + plain(table.title) + "\n\n";
    if (!table.note.empty()) {
        text_ += plain(table.note) + "\n\n";
    } else {
        std::vector<std::string> cells;
        for (const TableView::Column& column : table.columns) cells.push_back(link(column.title, column.anchor));
        if (!table.gives_title.empty()) cells.push_back(plain(table.gives_title));
        titles(cells);
        for (const TableView::Row& line : table.rows) {
            cells.clear();
            for (const std::string& cell : line.cells) cells.push_back(plain(cell));
            if (!table.gives_title.empty()) cells.push_back(plain(line.gives));
            row(cells);
        }
        text_ += '\n';
    }
    for (const TableView& part : table.parts) this->table(part);
}

void MarkdownPage::exceptions(const std::vector<EntryView::Exception>& exceptions, std::size_t depth) {
    for (const EntryView::Exception& exception : exceptions) {
        item(link(exception.text, exception.anchor), depth);
        this->exceptions(exception.exceptions, depth + 1);
    }
}

void MarkdownPage::entry(const EntryView& entry, int level) {
    heading((entry.number.empty() ? std::string{} : entry.number + " ") + entry.title, entry.anchor, level);
    item(plain(say(Word::subject_and_answer, {entry.kind, entry.name})));
    if (!entry.instrument.empty()) item(plain(say(Word::citation, {entry.instrument, entry.provision})));
    if (!entry.evidence.empty()) item(plain(say(Word::evidence_line, {entry.evidence})));
    if (!entry.url.empty()) item(address_or_plain(entry.url));
    if (!entry.sheet_rows.empty()) item(plain(say(Word::sheet_rows, {say_list(entry.sheet_rows)})));
    for (const std::string& remark : entry.remarks) item(plain(remark));
    for (const std::string& note : entry.notes) item(plain(say(Word::note, {note})));
    text_ += '\n';
    table(entry.table);
    for (const TableView& needs : entry.needs) table(needs);
    const std::vector<EntryView::Exception> own = entry.own_exceptions();
    exceptions(own, 0);
    if (!own.empty()) text_ += '\n';
}

void MarkdownPage::group(const GroupView& group, int level) {
    if (!group.title.empty()) heading(group.title, group.anchor, level);
    for (const std::string& line : group.lines) item(address_or_plain(line));
    if (!group.lines.empty()) text_ += '\n';
    for (const TableView& table : group.tables) this->table(table);
    if (!group.exceptions.empty()) {
        text_ += plain(say(Word::exceptions_to_all)) + "\n\n";
        exceptions(group.exceptions, 0);
        text_ += '\n';
    }
    for (const EntryView& entry : group.entries) this->entry(entry, level + 1);
    for (const GroupView& inner : group.groups) this->group(inner, level + 1);
}

std::string MarkdownPage::render(const DocumentView& page) {
    heading(page.title, {}, 1);
    text_ += plain(page.ruleset) + "\n\n" + plain(page.how_to_read) + "\n\n" + plain(page.default_line) + "\n\n";
    heading(say(Word::overview), "overview", 2);
    titles({say(Word::overview_gives), say(Word::overview_norm), say(Word::overview_title),
            say(Word::overview_provision), say(Word::overview_evidence), say(Word::overview_exceptions)});
    for (const OverviewRow& line : page.overview) {
        row({plain(line.gives), link(line.name, line.anchor), plain(line.title), plain(line.provision),
             plain(line.evidence), plain(line.exceptions)});
    }
    text_ += '\n';
    for (const GroupView& group : page.groups) this->group(group, 2);
    while (text_.size() > 1 && text_[text_.size() - 2] == '\n') text_.pop_back();
    return std::move(text_);
}

}  // namespace

std::string render_markdown(const DocumentView& page) {
    return MarkdownPage().render(page);
}

}  // namespace labourlex
