#include "engine/render/country_page.hpp"

#include "engine/render/country_count.hpp"
#include "engine/render/country_page_parts.hpp"

#include <optional>

namespace labourlex {

namespace country {

namespace {

std::string number(std::size_t count) {
    return std::to_string(count);
}

/// The day of an edge, or the middle of the days on which it may lie.
std::string day_of(const PageContext& context, const Edge& edge, std::int32_t shift) {
    if (edge.first == edge.last) return edge.first.plus(shift).text();
    const Date middle = edge.first.plus((edge.last.days - edge.first.days) / 2 + shift);
    return fill(context.words.cell_about, {middle.text()});
}

std::vector<std::string> evidence_titles(const Words& words) {
    return {std::string(words.evidence_official), std::string(words.cell_translation),
            std::string(words.cell_secondary), std::string(words.evidence_unverified)};
}

void evidence_table(PageContext& context, const EvidenceCount& count) {
    const Words& words = context.words;
    std::vector<std::string> titles{std::string(words.column_kind)};
    for (const std::string& title : evidence_titles(words)) titles.push_back(capitalised(title));
    titles.emplace_back(words.column_all);
    const std::string_view kinds[counted_kinds] = {words.kind_rules,  words.kind_items,        words.kind_exceptions,
                                                   words.kind_limits, words.kind_requirements, words.kind_duties};
    std::vector<std::vector<std::string>> rows;
    for (std::size_t kind = 0; kind < counted_kinds; ++kind) {
        std::vector<std::string> row{std::string(kinds[kind])};
        for (const std::size_t texts : count.texts[kind]) row.push_back(number(texts));
        row.push_back(number(count.of_kind(static_cast<CountedKind>(kind))));
        rows.push_back(std::move(row));
    }
    std::vector<std::string> sums{std::string(words.column_all)};
    for (std::size_t level = 0; level < evidence_levels; ++level)
        sums.push_back(number(count.of_evidence(static_cast<Evidence>(level))));
    sums.push_back(number(count.all()));
    rows.push_back(std::move(sums));
    context.page.table(titles, rows, 1);
}

}  // namespace

std::string evidence_cell(const PageContext& context, Evidence evidence) {
    return evidence_titles(context.words)[static_cast<std::size_t>(evidence)];
}

std::string instrument_cell(const PageContext& context, const Instrument& instrument) {
    const std::string own = context.law.jurisdiction() + ".";
    const std::string& name = instrument.name;
    return markdown_code(name.starts_with(own) ? name.substr(own.size()) : name);
}

std::string source_cell(const PageContext& context, const Citation& citation) {
    if (citation.instrument == none_index) return markdown_plain(citation.provision);
    const std::string name = instrument_cell(context, context.book.instruments[citation.instrument].instrument);
    if (citation.provision.empty()) return name;
    return fill(context.words.cell_source, {name, markdown_plain(citation.provision)});
}

std::string period_cell(const PageContext& context, const Bounds& bounds) {
    const Words& words = context.words;
    std::optional<Edge> begin;
    std::optional<Edge> end;
    for (const Bound& bound : bounds) {
        if (bound.begins && (!begin || begin->first < bound.edge.first)) begin = bound.edge;
        if (!bound.begins && (!end || bound.edge.first < end->first)) end = bound.edge;
    }
    if (begin && *begin == not_commenced()) return std::string(words.cell_not_commenced);
    // What ends when something not yet commenced begins has no end so far.
    if (end && *end == not_commenced()) end.reset();
    const std::string from = begin ? day_of(context, *begin, 0) : "";
    const std::string to = end ? day_of(context, *end, -1) : "";
    std::string_view pattern = words.cell_from_to;
    if (!end) pattern = words.cell_from;
    if (!begin) pattern = end ? words.cell_to : words.cell_always;
    return fill(pattern, {from, to});
}

void add_instruments(PageContext& context) {
    const Words& words = context.words;
    std::vector<std::vector<std::string>> rows;
    auto entry = context.law.instruments().begin();  // those of the book that are this law's, in the same order
    std::vector<std::pair<const Instrument*, std::string>> notes;
    for (const EnactedInstrument& enacted : context.book.instruments) {
        if (enacted.reaches_nobody_here) continue;
        rows.push_back({markdown_plain(entry->title), instrument_cell(context, enacted.instrument),
                        markdown_plain(entry->number), period_cell(context, enacted.bounds),
                        std::string(entry->regulating ? words.instrument_regulates : words.instrument_forbids),
                        evidence_cell(context, entry->evidence), number(entry->norms), number(entry->unseen)});
        ++entry;
        for (const std::string& note : enacted.instrument.notes) notes.emplace_back(&enacted.instrument, note);
    }
    if (rows.empty()) return;
    context.page.heading(2, words.page_instruments);
    context.page.paragraph(words.page_instruments_lead);
    context.page.table(
        {std::string(words.column_title), std::string(words.column_name), std::string(words.column_number),
         std::string(words.column_in_force), std::string(words.column_effect), std::string(words.column_evidence),
         std::string(words.column_norms), std::string(words.column_unread)},
        rows, 6);
    for (const auto& [instrument, note] : notes) {
        context.page.bullet(fill(words.cell_chosen, {instrument_cell(context, *instrument), markdown_plain(note)}));
    }
}

void add_evidence(PageContext& context) {
    const Words& words = context.words;
    context.page.heading(2, words.page_evidence);
    context.page.paragraph(words.page_evidence_ever);
    evidence_table(context, count_ever(context.law));
    context.page.paragraph(fill(words.page_evidence_on, {context.version->date.text()}));
    evidence_table(context, count_in_force(*context.version));
}

void add_lists(PageContext& context) {
    const Words& words = context.words;
    std::vector<std::vector<std::string>> rows;
    for (const ListShare& share : list_shares(context.law, *context.version)) {
        const std::size_t entries = share.items_on + share.unseen_on;
        const std::string percent =
            entries == 0 ? "" : fill(words.cell_percent, {number((100 * share.unseen_on + entries / 2) / entries)});
        rows.push_back({markdown_code(share.name), source_cell(context, share.citation), number(share.items_ever),
                        number(share.items_on), number(share.unseen_on), percent});
    }
    if (rows.empty()) return;
    context.page.heading(2, words.page_lists);
    context.page.paragraph(fill(words.page_lists_lead, {context.version->date.text()}));
    context.page.table(
        {std::string(words.column_list), std::string(words.column_stands_in), std::string(words.column_entries_ever),
         std::string(words.column_entries_on), std::string(words.column_unread_on), std::string(words.column_share)},
        rows, 2);
}

}  // namespace country

namespace {

void add_overview(country::PageContext& context) {
    const Words& words = context.words;
    const std::string day = context.version->date.text();
    const EvidenceCount ever = count_ever(context.law);
    const EvidenceCount now = count_in_force(*context.version);
    const auto& days = context.law.change_dates();
    std::string text =
        fill(words.page_encoded, {std::to_string(ever.all()), std::to_string(ever.of_kind(CountedKind::item)),
                                  std::to_string(context.law.instruments().size()), std::to_string(ever.unseen)});
    text += ' ' + fill(words.page_in_force,
                       {day, std::to_string(now.all()), std::to_string(instruments_in_force(*context.version)),
                        std::to_string(now.unseen)});
    text += ' ' + (days.empty() ? std::string(words.page_unchanging)
                                : fill(words.page_changes,
                                       {std::to_string(days.size()), days.front().text(), days.back().text()}));
    context.page.paragraph(text);
}

}  // namespace

std::string country_page(const CompiledLaw& law, Date day, const CountryRecords& records, const Words& words) {
    MarkdownText page;
    country::PageContext context{law, law.book(), law.consolidate(day), records, words, page};
    page.heading(1, fill(words.page_title, {markdown_plain(law.title()), day.text()}));
    page.paragraph(fill(words.page_source, {records.name, day.text()}));
    add_overview(context);
    country::add_instruments(context);
    country::add_evidence(context);
    country::add_lists(context);
    country::add_unseen(context);
    country::add_questions(context);
    country::add_edges(context);
    country::add_parameters(context);
    country::add_seasons(context);
    country::add_notes(context);
    country::add_conventions(context);
    country::add_ratifications(context);
    country::add_rows(context);
    country::add_cases(context);
    if (!records.check_first.empty()) {
        page.heading(2, words.page_check_first);
        page.paragraph(records.check_first);
    }
    return page.text();
}

}  // namespace labourlex
