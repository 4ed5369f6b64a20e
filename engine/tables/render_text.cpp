#include "engine/tables/formats.hpp"
#include "engine/tables/text_grid.hpp"
#include "engine/tables/words.hpp"

namespace labourlex {
namespace {

constexpr std::size_t page_width = 120;

class TextPage {
public:
    std::string render(const DocumentView& page);

private:
    void line(const std::string& text, std::size_t indent = 0, std::size_t hanging = 0);
    void blank() { text_ += '\n'; }
    void heading(const std::string& title, char underline);
    void overview(const std::vector<OverviewRow>& rows);
    void table(const TableView& table, std::size_t indent);
    void exceptions(const std::vector<EntryView::Exception>& exceptions, std::size_t indent);
    void entry(const EntryView& entry);
    void group(const GroupView& group, int level);

    std::string text_;
};

void TextPage::line(const std::string& text, std::size_t indent, std::size_t hanging) {
    for (const std::string& part : wrap_text(text, page_width - indent - hanging)) {
        text_.append(indent, ' ');
        text_ += part;
        text_ += '\n';
        indent += hanging;
        hanging = 0;
    }
}

void TextPage::heading(const std::string& title, char underline) {
    std::size_t longest = 0;
    for (const std::string& part : wrap_text(title, page_width)) {
        longest = std::max(longest, text_width(part));
        text_ += part + '\n';
    }
    text_ += std::string(longest, underline) + "\n\n";
}

void TextPage::overview(const std::vector<OverviewRow>& rows) {
    heading(say(Word::overview), '=');
    TextGrid grid{{say(Word::overview_gives), say(Word::overview_norm), say(Word::overview_title),
                   say(Word::overview_provision), say(Word::overview_evidence)},
                  {}};
    for (const OverviewRow& row : rows) {
        grid.rows.push_back({row.gives, row.name, row.title, row.provision, row.evidence});
    }
    text_ += draw_grid(grid, 0, page_width);
    blank();
}

void TextPage::table(const TableView& table, std::size_t indent) {
    if (!table.title.empty()) line(table.title, indent);
    if (!table.note.empty()) {
        line(table.note, indent);
    } else if (!table.columns.empty()) {
        TextGrid grid;
        for (const TableView::Column& column : table.columns) grid.titles.push_back(column.title);
        if (!table.gives_title.empty()) grid.titles.push_back(table.gives_title);
        for (const TableView::Row& row : table.rows) {
            grid.rows.push_back(row.cells);
            if (!table.gives_title.empty()) grid.rows.back().push_back(row.gives);
        }
        text_ += draw_grid(grid, indent, page_width);
    }
    for (const TableView& part : table.parts) {
        blank();
        this->table(part, indent + 2);
    }
}

void TextPage::exceptions(const std::vector<EntryView::Exception>& exceptions, std::size_t indent) {
    for (const EntryView::Exception& exception : exceptions) {
        line(exception.text, indent, 2);
        this->exceptions(exception.exceptions, indent + 4);
    }
}

void TextPage::entry(const EntryView& entry) {
    line((entry.number.empty() ? std::string{} : entry.number + "  ") + entry.title, 0, 4);
    line(say(Word::subject_and_answer, {entry.kind, entry.name}), 2, 2);
    if (!entry.instrument.empty()) line(say(Word::citation, {entry.instrument, entry.provision}), 2, 2);
    if (!entry.evidence.empty()) line(say(Word::evidence_line, {entry.evidence}), 2);
    if (!entry.url.empty()) line(entry.url, 2);
    if (!entry.sheet_rows.empty()) line(say(Word::sheet_rows, {say_list(entry.sheet_rows)}), 2, 2);
    for (const std::string& remark : entry.remarks) line(remark, 2, 2);
    for (const std::string& note : entry.notes) line(say(Word::note, {note}), 2, 2);
    if (!entry.table.columns.empty() || !entry.table.note.empty()) {
        blank();
        table(entry.table, 4);
    }
    for (const TableView& needs : entry.needs) {
        blank();
        table(needs, 4);
    }
    const std::vector<EntryView::Exception> own = entry.own_exceptions();
    if (!own.empty()) blank();
    exceptions(own, 4);
    blank();
}

void TextPage::group(const GroupView& group, int level) {
    if (!group.title.empty()) heading(group.title, level == 0 ? '=' : level == 1 ? '-' : '~');
    for (const std::string& text : group.lines) line(text);
    for (const TableView& table : group.tables) {
        blank();
        this->table(table, 4);
    }
    if (!group.lines.empty() || !group.tables.empty()) blank();
    if (!group.exceptions.empty()) {
        line(say(Word::exceptions_to_all));
        exceptions(group.exceptions, 4);
        blank();
    }
    for (const EntryView& entry : group.entries) this->entry(entry);
    for (const GroupView& inner : group.groups) this->group(inner, level + 1);
}

std::string TextPage::render(const DocumentView& page) {
    heading(page.title, '=');
    line(page.ruleset);
    blank();
    line(page.how_to_read);
    line(page.default_line);
    blank();
    overview(page.overview);
    for (const GroupView& group : page.groups) this->group(group, 0);
    while (text_.size() > 1 && text_[text_.size() - 2] == '\n') text_.pop_back();
    return std::move(text_);
}

}  // namespace

std::string render_text(const DocumentView& page) {
    return TextPage().render(page);
}

}  // namespace labourlex
