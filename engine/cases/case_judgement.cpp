#include "engine/cases/case_judgement.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace labourlex {

namespace {

std::string listed(const std::vector<std::string>& names, const Words& words) {
    return names.empty() ? std::string(words.case_nothing) : fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

std::string outcome_word(const Verdict& verdict) {
    switch (verdict.status) {
        case VerdictStatus::decided:
            return verdict.cls;
        case VerdictStatus::undetermined:
            return "undetermined";
        case VerdictStatus::out_of_scope:
            break;
    }
    return "out-of-scope";
}

std::vector<std::string> failures_of(const Case& expected, const Verdict& verdict, const Words& words) {
    std::vector<std::string> failures;
    const std::string outcome = outcome_word(verdict);
    if (outcome != expected.expect) failures.push_back(fill(words.case_class_differs, {expected.expect, outcome}));
    if (expected.possible_said && expected.possible != verdict.possible) {
        failures.push_back(
            fill(words.case_possible_differs, {listed(expected.possible, words), listed(verdict.possible, words)}));
    }
    std::vector<std::string> missing;
    for (const VerdictMissing& entry : verdict.missing) missing.push_back(entry.fact);
    for (const std::string& fact : expected.decides) {
        if (std::find(missing.begin(), missing.end(), fact) == missing.end()) {
            failures.push_back(fill(words.case_fact_not_missing, {fact, listed(missing, words)}));
        }
    }
    return failures;
}

void check_outcomes(const Case& expected, const std::vector<ClassDeclaration>& classes, Diagnostics& diagnostics) {
    std::vector<std::string> outcomes;
    for (const ClassDeclaration& declaration : classes) outcomes.push_back(declaration.name);
    outcomes.emplace_back("out-of-scope");
    const auto check = [&](const std::string& word, const std::vector<std::string>& known) {
        if (std::find(known.begin(), known.end(), word) != known.end()) return;
        diagnostics.report(Code::L0744, expected.expect_span, {word, fmt::format("{}", fmt::join(known, ", "))});
    };
    for (const std::string& word : expected.possible) check(word, outcomes);
    outcomes.emplace_back("undetermined");
    check(expected.expect, outcomes);
}

}  // namespace labourlex
