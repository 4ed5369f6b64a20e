// One self-contained page: no script, nothing loaded from elsewhere, readable when printed.
#include "engine/tables/formats.hpp"
#include "engine/tables/html_plain.hpp"
#include "engine/tables/words.hpp"

#include <algorithm>

namespace labourlex {
namespace {

constexpr std::string_view style = R"(
body { font: 16px/1.45 Georgia, "Times New Roman", serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; }
h1, h2, h3, h4, h5 { font-family: system-ui, sans-serif; line-height: 1.2; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; margin-top: 2.5rem; border-bottom: 2px solid #444; }
h3 { font-size: 1.1rem; margin-top: 2rem; } h4, h5, h6 { font-size: 1rem; margin: 1.6rem 0 0.3rem; }
table { border-collapse: collapse; margin: 0.5rem 0 0.8rem; font-size: 0.9rem; }
th, td { border: 1px solid #999; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }
th { background: #f0efe9; } th.gives, td.gives { border-left: 3px double #444; font-weight: bold; }
caption { text-align: left; font-style: italic; padding: 0.2rem 0; }
ul { margin: 0.2rem 0 0.5rem; padding-left: 1.2rem; } ul.about { list-style: none; padding: 0; font-size: 0.85rem; color: #444; }
code { font-size: 0.9em; } a { color: #1d4a7a; } .part { margin-left: 2rem; }
@media print {
  body { margin: 0; max-width: none; font-size: 10pt; } a { color: inherit; text-decoration: none; }
  nav { display: none; } tr, article > h4 { break-inside: avoid; } h2, h3, h4, h5 { break-after: avoid; } thead { display: table-header-group; }
}
)";

std::string element(const std::string& tag, const std::string& content) {
    return "<" + tag + ">" + content + "</" + tag.substr(0, tag.find(' ')) + ">";
}

std::string link(const std::string& text, const std::string& anchor) {
    return anchor.empty() ? html_plain(text) : "<a href=\"#" + html_plain(anchor) + "\">" + html_plain(text) + "</a>";
}

/// Only addresses of the web become links: a law text may not smuggle in a script.
std::string address(const std::string& url) {
    const bool web = url.starts_with("https://") || url.starts_with("http://");
    return web ? "<a href=\"" + html_plain(url) + "\">" + html_plain(url) + "</a>" : html_plain(url);
}

class HtmlPage {
public:
    std::string render(const DocumentView& page);

private:
    void line(const std::string& text) { text_ += text + '\n'; }
    void navigation(const DocumentView& page);
    void overview(const std::vector<OverviewRow>& rows);
    void table(const TableView& table, bool part);
    void exceptions(const std::vector<EntryView::Exception>& exceptions);
    void entry(const EntryView& entry, int level);
    void group(const GroupView& group, int level);
    static std::string heading(int level) { return "h" + std::to_string(std::min(level, 6)); }

    std::string text_;
};

void HtmlPage::navigation(const DocumentView& page) {
    line("<nav><ul>");
    line(element("li", link(say(Word::overview), "overview")));
    for (const GroupView& group : page.groups) line(element("li", link(group.title, group.anchor)));
    line("</ul></nav>");
}

void HtmlPage::overview(const std::vector<OverviewRow>& rows) {
    line("<section id=\"overview\">");
    line(element("h2", html_plain(say(Word::overview))));
    line("<table><thead><tr>");
    for (const Word title : {Word::overview_gives, Word::overview_norm, Word::overview_title, Word::overview_provision,
                             Word::overview_evidence, Word::overview_exceptions}) {
        line(element("th", html_plain(say(title))));
    }
    line("</tr></thead><tbody>");
    for (const OverviewRow& row : rows) {
        line("<tr>" + element("td", html_plain(row.gives)) + element("td", link(row.name, row.anchor)) +
             element("td", html_plain(row.title)) + element("td", html_plain(row.provision)) +
             element("td", html_plain(row.evidence)) + element("td", html_plain(row.exceptions)) + "</tr>");
    }
    line("</tbody></table>");
    line("</section>");
}

void HtmlPage::table(const TableView& table, bool part) {
    if (table.columns.empty() && table.note.empty()) return;
    if (!table.note.empty()) {
        line(element("p", html_plain(table.note)));
    } else {
        line("<table id=\"" + html_plain(table.anchor) + "\"" + (part ? " class=\"part\"" : "") + ">");
        if (!table.title.empty()) line(element("caption", html_plain(table.title)));
        std::string titles;
        for (const TableView::Column& column : table.columns)
            titles += element("th", link(column.title, column.anchor));
        if (!table.gives_title.empty()) titles += element("th class=\"gives\"", html_plain(table.gives_title));
        line("<thead><tr>" + titles + "</tr></thead>");
        line("<tbody>");
        for (const TableView::Row& row : table.rows) {
            std::string cells;
            for (const std::string& cell : row.cells) cells += element("td", html_plain(cell));
            if (!table.gives_title.empty()) cells += element("td class=\"gives\"", html_plain(row.gives));
            line(element("tr", cells));
        }
        line("</tbody></table>");
    }
    for (const TableView& inner : table.parts) this->table(inner, true);
}

void HtmlPage::exceptions(const std::vector<EntryView::Exception>& exceptions) {
    if (exceptions.empty()) return;
    line("<ul>");
    for (const EntryView::Exception& exception : exceptions) {
        line("<li>" + link(exception.text, exception.anchor));
        this->exceptions(exception.exceptions);
        line("</li>");
    }
    line("</ul>");
}

void HtmlPage::entry(const EntryView& entry, int level) {
    line("<article id=\"" + html_plain(entry.anchor) + "\">");
    line(
        element(heading(level), html_plain((entry.number.empty() ? std::string{} : entry.number + " ") + entry.title)));
    line("<ul class=\"about\">");
    line(element("li", html_plain(entry.kind) + " " + element("code", html_plain(entry.name))));
    if (!entry.instrument.empty()) {
        line(element("li", html_plain(say(Word::citation, {entry.instrument, entry.provision}))));
    }
    if (!entry.evidence.empty()) line(element("li", html_plain(say(Word::evidence_line, {entry.evidence}))));
    if (!entry.url.empty()) line(element("li", address(entry.url)));
    if (!entry.sheet_rows.empty()) {
        line(element("li", html_plain(say(Word::sheet_rows, {say_list(entry.sheet_rows)}))));
    }
    for (const std::string& remark : entry.remarks) line(element("li", html_plain(remark)));
    for (const std::string& note : entry.notes) line(element("li", html_plain(say(Word::note, {note}))));
    line("</ul>");
    table(entry.table, false);
    for (const TableView& needs : entry.needs) table(needs, false);
    exceptions(entry.own_exceptions());
    line("</article>");
}

void HtmlPage::group(const GroupView& group, int level) {
    line("<section id=\"" + html_plain(group.anchor) + "\">");
    line(element(heading(level), html_plain(group.title)));
    if (!group.lines.empty()) line("<ul class=\"about\">");
    for (const std::string& text : group.lines) line(element("li", address(text)));
    if (!group.lines.empty()) line("</ul>");
    for (const TableView& table : group.tables) this->table(table, false);
    if (!group.exceptions.empty()) line(element("p", html_plain(say(Word::exceptions_to_all))));
    exceptions(group.exceptions);
    for (const EntryView& entry : group.entries) this->entry(entry, std::max(level + 1, 4));
    for (const GroupView& inner : group.groups) this->group(inner, level + 1);
    line("</section>");
}

std::string HtmlPage::render(const DocumentView& page) {
    line("<!DOCTYPE html>");
    line("<html lang=\"" + say(Word::language) + "\">");
    line("<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
    line(element("title", html_plain(page.title)));
    line("<style>" + std::string(style) + "</style></head>");
    line("<body>");
    line(element("h1", html_plain(page.title)));
    line(element("p", html_plain(page.ruleset)));
    line(element("p", html_plain(page.how_to_read)));
    line(element("p", html_plain(page.default_line)));
    navigation(page);
    overview(page.overview);
    for (const GroupView& group : page.groups) this->group(group, 2);
    line("</body>");
    line("</html>");
    return std::move(text_);
}

}  // namespace

std::string render_html(const DocumentView& page) {
    return HtmlPage().render(page);
}

}  // namespace labourlex
