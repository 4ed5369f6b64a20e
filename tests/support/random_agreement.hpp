// Random jobs over every text that a jurisdiction's law has had, under all readings.
#pragma once

#include "engine/law/compiler.hpp"
#include "tests/support/agreement.hpp"

#include <iosfwd>
#include <string>
#include <vector>

namespace labourlex::testing {

/// What was tried on one day of one law.
struct DayCount {
    std::string jurisdiction;
    Date date;
    std::size_t complete = 0;
    std::size_t partial = 0;
    std::size_t strict = 0;  ///< of all: read under `--strict`
    std::size_t out_of_budget = 0;
    std::size_t impossible = 0;
    std::size_t undetermined = 0;  ///< more than one outcome is possible
    std::size_t fast_path = 0;     ///< decided by the fast path
    std::size_t disagreements = 0;
};

/// Days on which a law differs from the day before, the days before, and days in the middle between changes.
[[nodiscard]] std::vector<Date> telling_days(const CompiledLaw& law);

struct RandomAgreement {
    std::vector<DayCount> days;
    std::string first_disagreement;  ///< the job as YAML and what each reading said; empty when all agreed
};

/// Tries about `jobs` jobs, half of them partial, spread over the days.
[[nodiscard]] RandomAgreement compare_random_jobs(const CompiledLaw& law, std::size_t jobs, std::uint64_t seed,
                                                  std::size_t budget);

void print_counts(std::ostream& out, const std::vector<DayCount>& days);

}  // namespace labourlex::testing
