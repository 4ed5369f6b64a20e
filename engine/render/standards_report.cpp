#include "engine/render/standards_report.hpp"

#include "engine/render/analysis_parts.hpp"
#include "engine/render/analysis_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace labourlex {

namespace {

using Json = nlohmann::ordered_json;
using analyse::Kept;
using analyse::StandardCell;
constexpr const AnalysisWords& words = analysis_words;

std::string_view verdict(Kept kept) {
    switch (kept) {
        case Kept::yes:
            return words.standard_met;
        case Kept::hinges:
            return words.standard_hinges;
        case Kept::no:
            return words.standard_not_met;
        case Kept::not_bound:
            return words.standard_not_bound;
        case Kept::not_encoded:
            return words.standard_not_encoded;
    }
    return words.standard_not_encoded;
}

std::string_view name_of(Kept kept) {
    switch (kept) {
        case Kept::yes:
            return "met";
        case Kept::hinges:
            return "hinges";
        case Kept::no:
            return "not-met";
        case Kept::not_bound:
            return "not-bound";
        case Kept::not_encoded:
            return "not-encoded";
    }
    return "not-encoded";
}

std::string cell_text(const StandardCell& cell) {
    return cell.national.empty()
               ? std::string(verdict(cell.kept))
               : fmt::format(fmt::runtime(words.verdict_and_figure), verdict(cell.kept), cell.national);
}

void add_reasons(Document& report, const analyse::Standards& country) {
    report.heading(2, country.national);
    for (const StandardCell& cell : country.cells) {
        report.bullet(fmt::format(fmt::runtime(words.subject_and_value), cell.title, cell_text(cell)));
        if (!cell.article.empty()) {
            add_detail(report, fmt::format(fmt::runtime(words.standard_article), cell.article));
        }
        if (!cell.reasons.empty()) {
            add_detail(report, fmt::format(fmt::runtime(words.standard_rests_on),
                                           fmt::join(cell.reasons, words.list_separator)));
        }
        if (!cell.shortfall.empty()) {
            add_detail(report, fmt::format(fmt::runtime(words.standard_shortfall), cell.shortfall));
        }
        if (cell.witness) {
            add_example(report, cell.witness, {}, {});
        }
    }
}

}  // namespace

Document report_of(const std::vector<analyse::Standards>& countries) {
    Document report{std::string(words.standards_title)};
    report.paragraph(std::string(words.how_to_read_standards));
    std::vector<std::string> titles{std::string(words.column_standard)};
    std::vector<std::vector<std::string>> rows;
    for (const std::string_view title : analyse::standard_titles()) {
        rows.push_back({std::string(title)});
    }
    for (const analyse::Standards& country : countries) {
        titles.push_back(country.national);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            rows[row].push_back(country.complete ? cell_text(country.cells.at(row))
                                                 : std::string(words.standard_not_finished));
        }
    }
    // Many countries side by side do not fit a page: then each country is a row.
    if (countries.size() > 3) {
        std::vector<std::string> turned_titles{std::string(words.column_country)};
        for (const auto& row : rows) {
            turned_titles.push_back(row.front());
        }
        std::vector<std::vector<std::string>> turned;
        for (std::size_t country = 0; country < countries.size(); ++country) {
            turned.push_back({titles[country + 1]});
            for (const auto& row : rows) {
                turned.back().push_back(row[country + 1]);
            }
        }
        report.table(std::move(turned_titles), std::move(turned));
    } else {
        report.table(std::move(titles), std::move(rows));
    }
    for (const analyse::Standards& country : countries) {
        add_reasons(report, country);
    }
    return report;
}

std::string json_of(const std::vector<analyse::Standards>& countries) {
    Json json = Json::array();
    for (const analyse::Standards& country : countries) {
        Json one{{"national", country.national}, {"complete", country.complete}, {"standards", Json::array()}};
        for (const StandardCell& cell : country.cells) {
            Json told{{"standard", cell.standard},  {"title", cell.title},     {"verdict", name_of(cell.kept)},
                      {"national", cell.national},  {"article", cell.article}, {"rests_on", cell.reasons},
                      {"shortfall", cell.shortfall}};
            told["witness"] = cell.witness ? json_of_group({}, cell.witness).at("witness") : Json(nullptr);
            one["standards"].push_back(std::move(told));
        }
        json.push_back(std::move(one));
    }
    return json.dump(2) + "\n";
}

}  // namespace labourlex
