// The report of a run of case files: failures with the whole verdict, a summary, coverage.
#pragma once

#include "engine/cases/case_judgement.hpp"
#include "engine/cases/coverage.hpp"

#include <string>
#include <utility>
#include <vector>

namespace labourlex {

class CaseReport {
public:
    /// `where`: file and line of the case.
    void add(const Case& expected, std::string where, Verdict verdict);
    void add_coverage(std::string jurisdiction, Coverage coverage);

    [[nodiscard]] std::size_t passed() const { return results_.size() - failed(); }
    [[nodiscard]] std::size_t failed() const;

    /// The failures, coverage, and as the last line how many passed and failed.
    [[nodiscard]] std::string text(bool colour = false, const Words& words = english()) const;
    [[nodiscard]] std::string json() const;

private:
    struct Result {
        Case expected;
        std::string where;
        Verdict verdict;
        std::vector<std::string> failures;
    };

    std::vector<Result> results_;
    std::vector<std::pair<std::string, Coverage>> coverage_;
};

}  // namespace labourlex
