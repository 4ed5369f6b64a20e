// One line a table row, with the statement that it belongs to (RFC 4180: CRLF, quotes doubled).
#include "engine/tables/formats.hpp"
#include "engine/tables/words.hpp"

namespace labourlex {
namespace {

class Lines {
public:
    void line(const std::vector<std::string>& fields) {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (i > 0) text_ += ',';
            field(fields[i]);
        }
        text_ += "\r\n";
    }

    void entry(const EntryView& entry) {
        table(entry, entry.kind, entry.table);
        for (const TableView& needs : entry.needs) table(entry, say(Word::kind_needs), needs);
    }

    void group(const GroupView& group) {
        EntryView act;
        act.name = group.title;
        act.title = group.title;
        for (const TableView& reach : group.tables) table(act, say(Word::kind_reach), reach);
        for (const EntryView& entry : group.entries) this->entry(entry);
        for (const GroupView& inner : group.groups) this->group(inner);
    }

    std::string take() { return std::move(text_); }

private:
    void field(const std::string& text) {
        if (text.find_first_of(",\"\r\n") == std::string::npos) {
            text_ += text;
            return;
        }
        text_ += '"';
        for (const char letter : text) text_ += letter == '"' ? std::string("\"\"") : std::string(1, letter);
        text_ += '"';
    }

    static std::string joined(const std::vector<std::string>& texts) {
        std::string result;
        for (const std::string& text : texts) result = result.empty() ? text : say(Word::and_then, {result, text});
        return result;
    }

    static void names(const std::vector<EntryView::Exception>& exceptions, std::vector<std::string>& result) {
        for (const EntryView::Exception& exception : exceptions) result.push_back(exception.name);
    }

    void table(const EntryView& entry, const std::string& kind, const TableView& table) {
        std::vector<std::string> exceptions;
        names(entry.exceptions, exceptions);
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            std::vector<std::string> conditions;
            const TableView::Row& shown = table.rows[row];
            for (std::size_t i = 0; i < table.columns.size(); ++i) {
                if (shown.cells[i].empty()) continue;
                const TableView::Column& column = table.columns[i];
                const std::string title = column.alternatives ? say(Word::grouped, {column.title}) : column.title;
                conditions.push_back(say(Word::subject_and_answer, {title, shown.cells[i]}));
            }
            line({kind, entry.name, entry.title, entry.list, entry.section, entry.instrument, entry.provision,
                  entry.evidence, entry.url, table.title, std::to_string(row + 1), joined(conditions), shown.gives,
                  joined(exceptions), joined(entry.remarks), joined(entry.notes), joined(entry.sheet_rows)});
        }
        for (const TableView& part : table.parts) this->table(entry, say(Word::kind_part), part);
    }

    std::string text_;
};

}  // namespace

std::string render_csv(const DocumentView& page) {
    Lines lines;
    lines.line({"kind", "name", "title", "list", "section", "instrument", "provision", "evidence", "url", "table",
                "row", "conditions", "gives", "exceptions", "remarks", "notes", "sheet_rows"});
    for (const GroupView& group : page.groups) lines.group(group);
    return lines.take();
}

}  // namespace labourlex
