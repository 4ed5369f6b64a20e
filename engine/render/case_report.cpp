#include "engine/render/case_report.hpp"

#include "engine/render/exercise_report.hpp"
#include "engine/render/page.hpp"
#include "engine/render/verdict_json.hpp"
#include "engine/render/verdict_text.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace labourlex {

namespace {

using Json = nlohmann::ordered_json;

void coverage_lines(Page& page, std::string_view pattern, const CoverageCount& count, const Words& words) {
    if (count.all == 0) return;
    page.paragraph(
        fill(pattern, {std::to_string(count.reached), std::to_string(count.all), std::to_string(count.share())}), 2);
    if (!count.never.empty()) {
        page.paragraph(fill(words.coverage_never, {fmt::format("{}", fmt::join(count.never, ", "))}), 4);
    }
}

Json count_json(const CoverageCount& count) {
    return {{"reached", count.reached}, {"all", count.all}, {"per_cent", count.share()}, {"never", count.never}};
}

}  // namespace

void CaseReport::add(const Case& expected, std::string where, Verdict verdict, const Objection* objection) {
    auto failures = failures_of(expected, verdict);
    std::optional<Objection> stands;
    if (objection != nullptr && failures.empty()) {
        failures.push_back(fill(english().case_objection_stale, {objection->row}));
    } else if (objection != nullptr && objection->verdict == expected.expect) {
        // An objection is to the class that a case expects; it does not cover up what else the verdict lacks.
        failures.push_back(fill(english().case_objection_same, {objection->verdict}));
    } else if (objection != nullptr && outcome_word(verdict) != objection->verdict) {
        failures.push_back(fill(english().case_objection_differs, {objection->verdict, outcome_word(verdict)}));
    } else if (objection != nullptr) {
        failures.clear();
        stands = *objection;
    }
    results_.push_back({expected, std::move(where), std::move(verdict), std::move(failures), std::move(stands)});
}

std::size_t CaseReport::objected() const {
    return static_cast<std::size_t>(std::count_if(results_.begin(), results_.end(),
                                                  [](const Result& result) { return result.objection.has_value(); }));
}

void CaseReport::add_coverage(std::string jurisdiction, Coverage coverage) {
    coverage_.emplace_back(std::move(jurisdiction), std::move(coverage));
}

void CaseReport::add_exercise(std::string jurisdiction, LawCoverage coverage, const Sources& sources) {
    exercised_.emplace_back(std::move(jurisdiction), std::move(coverage));
    sources_ = &sources;
}

std::size_t CaseReport::failed() const {
    return static_cast<std::size_t>(
        std::count_if(results_.begin(), results_.end(), [](const Result& result) { return !result.failures.empty(); }));
}

std::string CaseReport::text(bool colour, const Words& words) const {
    Page page(colour);
    std::string text;
    for (const Result& result : results_) {
        if (result.failures.empty()) continue;
        Page failure(colour);
        failure.heading(fill(words.case_failed, {result.expected.heading.id, result.where}));
        if (!result.expected.heading.text.empty()) {
            failure.paragraph(fill(words.case_text, {result.expected.heading.text}), 2);
        }
        for (const std::string& line : result.failures) failure.paragraph(line, 2, "- ");
        if (!result.expected.why.empty()) failure.paragraph(fill(words.case_why, {result.expected.why}), 2);
        if (!result.expected.basis.empty()) {
            failure.paragraph(fill(words.case_basis, {fmt::format("{}", fmt::join(result.expected.basis, "; "))}), 2);
        }
        if (!result.expected.confidence.empty()) {
            failure.paragraph(fill(words.case_confidence, {result.expected.confidence}), 2);
        }
        if (result.expected.law_gap) failure.paragraph(words.case_law_gap, 2);
        text += failure.text() + "\n" + verdict_text(result.verdict, colour, words) + "\n";
    }
    for (const auto& [jurisdiction, coverage] : exercised_) {
        exercise_lists(page, jurisdiction, coverage, *sources_, words);
    }
    for (const auto& [jurisdiction, coverage] : coverage_) {
        if (!exercised_.empty()) break;
        page.heading(fill(words.coverage_heading, {jurisdiction}));
        coverage_lines(page, words.coverage_grounds, coverage.grounds, words);
        coverage_lines(page, words.coverage_others, coverage.others, words);
        coverage_lines(page, words.coverage_rows, coverage.rows, words);
    }
    if (!coverage_.empty()) page.blank();
    for (const auto& [jurisdiction, coverage] : exercised_) {
        page.paragraph(exercise_line(jurisdiction, coverage, words));
    }
    if (!exercised_.empty()) page.blank();
    for (const Result& result : results_) {
        if (!result.objection) continue;
        page.paragraph(
            fill(words.case_objected, {result.expected.heading.id, result.expected.expect, result.objection->verdict,
                                       result.objection->row, result.objection->reason}));
    }
    page.paragraph(fill(objected() == 0 ? words.case_summary : words.case_summary_objected,
                        {std::to_string(passed()), std::to_string(failed()), std::to_string(objected())}));
    return text + page.text();
}

std::string CaseReport::json() const {
    Json json;
    json["passed"] = passed();
    json["failed"] = failed();
    json["objected"] = objected();
    Json cases = Json::array();
    for (const Result& result : results_) {
        const bool good = result.failures.empty() && !result.objection;
        Json objection = nullptr;
        if (result.objection) {
            objection = {{"verdict", result.objection->verdict},
                         {"row", result.objection->row},
                         {"reason", result.objection->reason}};
        }
        cases.push_back({{"id", result.expected.heading.id},
                         {"where", result.where},
                         {"passed", good},
                         {"expect", result.expected.expect},
                         {"outcome", outcome_word(result.verdict)},
                         {"failures", result.failures},
                         {"objection", std::move(objection)},
                         {"verdict", good ? Json(nullptr) : verdict_to_json(result.verdict)}});
    }
    json["cases"] = std::move(cases);
    Json coverage = Json::object();
    for (const auto& [jurisdiction, counted] : coverage_) {
        coverage[jurisdiction] = {{"grounds", count_json(counted.grounds)},
                                  {"others", count_json(counted.others)},
                                  {"rows", count_json(counted.rows)}};
    }
    json["coverage"] = std::move(coverage);
    if (sources_ != nullptr) {
        Json exercised = Json::object();
        for (const auto& [jurisdiction, counted] : exercised_) {
            exercised[jurisdiction] = exercise_json(counted, *sources_);
        }
        json["exercised"] = std::move(exercised);
    }
    return json_text(json);
}

}  // namespace labourlex
