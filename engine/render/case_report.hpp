// The report of a run of case files: failures with the whole verdict, a summary, coverage.
#pragma once

#include "engine/cases/case_judgement.hpp"
#include "engine/cases/coverage.hpp"
#include "engine/cases/exercise.hpp"
#include "engine/cases/objections.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace labourlex {

class CaseReport {
public:
    /// `where`: file and line of the case. `objection`: what is objected to it, or null.
    void add(const Case& expected, std::string where, Verdict verdict, const Objection* objection = nullptr);
    void add_coverage(std::string jurisdiction, Coverage coverage);
    /// What the cases exercise part by part; where it is added, it takes the place of the coverage by names. `sources`
    /// must outlive the report.
    void add_exercise(std::string jurisdiction, LawCoverage coverage, const Sources& sources);

    [[nodiscard]] std::size_t passed() const { return results_.size() - failed() - objected(); }
    [[nodiscard]] std::size_t failed() const;
    /// Cases that do not pass because the fact sheet contradicts them, each with its objection.
    [[nodiscard]] std::size_t objected() const;

    /// The failures, coverage, and as the last line how many passed and failed.
    [[nodiscard]] std::string text(bool colour = false, const Words& words = english()) const;
    [[nodiscard]] std::string json() const;

private:
    struct Result {
        Case expected;
        std::string where;
        Verdict verdict;
        std::vector<std::string> failures;
        std::optional<Objection> objection;  ///< stands in for what the case expects
    };

    std::vector<Result> results_;
    std::vector<std::pair<std::string, Coverage>> coverage_;
    std::vector<std::pair<std::string, LawCoverage>> exercised_;
    const Sources* sources_ = nullptr;
};

}  // namespace labourlex
