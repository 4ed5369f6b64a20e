// What a jurisdiction's page tells beside the norms: parameters, seasons, ratifications, rows of the sheet, cases.
#include "engine/render/country_page_parts.hpp"

#include "engine/render/fact_list.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace labourlex::country {

namespace {

std::string fact_cell(const PageContext& context, const FactDeclaration& fact) {
    return fill(context.words.cell_title_and_name, {markdown_plain(fact.title), markdown_code(fact.name)});
}

std::string unfixed_value(const PageContext& context, const FactDeclaration& fact) {
    const Words& words = context.words;
    if (!fact.assumed) return std::string(words.page_parameter_open);
    return fill(fact.asked_when ? words.page_parameter_hinted : words.page_parameter_taken,
                {markdown_plain(assumed_value_text(fact, *fact.assumed))});
}

std::string chosen_cell(const PageContext& context, const Ratification& ratification) {
    std::vector<std::string> chosen;
    for (const auto& [name, value] : ratification.parameters)
        chosen.push_back(fill(context.words.cell_chosen, {markdown_code(name), markdown_plain(value)}));
    return fmt::format("{}", fmt::join(chosen, "; "));
}

std::string cases_cell(const PageContext& context, const CaseCount& count) {
    const Words& words = context.words;
    if (count.name == "judged") return std::string(words.page_cases_judged);
    if (count.name == "thresholds") return std::string(words.page_cases_thresholds);
    if (count.name == "blind") return std::string(words.page_cases_blind);
    return fill(words.page_cases_other, {markdown_code(count.name + ".yaml")});
}

}  // namespace

void add_parameters(PageContext& context) {
    const Words& words = context.words;
    const std::vector<FactDeclaration>& facts = context.law.vocabulary().facts;
    std::vector<std::vector<std::string>> rows;
    for (FactIndex fact = 0; fact < facts.size(); ++fact) {
        if (facts[fact].role != FactRole::parameter) continue;
        const auto fixed = std::find_if(context.book.parameters.begin(), context.book.parameters.end(),
                                        [&](const FixedParameter& parameter) { return parameter.fact == fact; });
        if (fixed == context.book.parameters.end()) {
            rows.push_back({fact_cell(context, facts[fact]), unfixed_value(context, facts[fact]), ""});
        } else {
            rows.push_back(
                {fact_cell(context, facts[fact]), markdown_plain(fixed->value), source_cell(context, fixed->citation)});
        }
    }
    if (rows.empty()) return;
    context.page.heading(2, words.page_parameters);
    context.page.paragraph(words.page_parameters_lead);
    context.page.table(
        {std::string(words.column_parameter), std::string(words.column_value), std::string(words.column_stands_in)},
        rows);
}

void add_seasons(PageContext& context) {
    const Words& words = context.words;
    std::vector<std::vector<std::string>> rows;
    for (const EnactedSeason& enacted : context.book.seasons) {
        const Season& season = enacted.season;
        rows.push_back({fact_cell(context, context.law.vocabulary().facts[season.fact]), markdown_plain(season.days),
                        season.citation ? source_cell(context, *season.citation) : std::string()});
    }
    if (rows.empty()) return;
    context.page.heading(2, words.page_seasons);
    context.page.table(
        {std::string(words.column_season), std::string(words.column_days), std::string(words.column_stands_in)}, rows);
}

void add_conventions(PageContext& context) {
    const Words& words = context.words;
    std::vector<std::vector<std::string>> rows;
    for (const BoundConvention& bound : context.records.conventions) {
        std::vector<std::string> notes;
        for (const std::string& note : bound.ratification.notes) notes.push_back(markdown_plain(note));
        rows.push_back({markdown_plain(bound.title), bound.ratification.date.text(),
                        chosen_cell(context, bound.ratification), evidence_cell(context, bound.ratification.evidence),
                        fmt::format("{}", fmt::join(notes, " "))});
    }
    if (rows.empty()) return;
    context.page.heading(2, words.page_conventions);
    context.page.table(
        {std::string(words.column_convention), std::string(words.column_since), std::string(words.column_chosen),
         std::string(words.column_evidence), std::string(words.column_note)},
        rows);
}

/// A law that records the ratifications of others: who is bound by what.
void add_ratifications(PageContext& context) {
    const Words& words = context.words;
    std::vector<std::pair<std::string, std::vector<std::string>>> countries;  // by convention, in order
    for (const Ratification& ratification : context.law.ratifications()) {
        if (ratification.country == context.records.name) continue;
        auto found = std::find_if(countries.begin(), countries.end(),
                                  [&](const auto& entry) { return entry.first == ratification.convention; });
        if (found == countries.end()) found = countries.insert(countries.end(), {ratification.convention, {}});
        found->second.push_back(markdown_code(ratification.country));
    }
    if (countries.empty()) return;
    std::vector<std::vector<std::string>> rows;
    for (const auto& [convention, bound] : countries) {
        const auto& instruments = context.book.instruments;
        const auto named = std::find_if(instruments.begin(), instruments.end(), [&](const EnactedInstrument& enacted) {
            return enacted.instrument.name == convention;
        });
        const std::string& title = named == instruments.end() ? convention : named->instrument.title;
        rows.push_back(
            {markdown_plain(title), fmt::format("{}", fmt::join(bound, ", ")), std::to_string(bound.size())});
    }
    context.page.heading(2, words.page_ratifications);
    context.page.table(
        {std::string(words.column_convention), std::string(words.column_countries), std::string(words.column_count)},
        rows, 2);
}

void add_rows(PageContext& context) {
    const Words& words = context.words;
    const CountryRecords& records = context.records;
    if (!records.has_rows) return;
    context.page.heading(2, words.page_rows);
    context.page.paragraph(fill(words.page_rows_lead,
                                {std::to_string(records.rows_encoded), std::to_string(records.rows_left_out.size())}));
    std::vector<std::vector<std::string>> rows;
    for (const RowLeftOut& left_out : records.rows_left_out)
        rows.push_back({markdown_plain(left_out.row), markdown_plain(left_out.reason)});
    if (!rows.empty()) context.page.table({std::string(words.column_row), std::string(words.column_reason)}, rows);
}

void add_cases(PageContext& context) {
    const Words& words = context.words;
    if (context.records.cases.empty()) return;
    std::vector<std::vector<std::string>> rows;
    for (const CaseCount& count : context.records.cases)
        rows.push_back({cases_cell(context, count), std::to_string(count.cases)});
    context.page.heading(2, words.page_cases);
    context.page.paragraph(words.page_cases_lead);
    context.page.table({std::string(words.column_cases), std::string(words.column_count)}, rows, 1);
}

}  // namespace labourlex::country
