#include "tests/support/agreement.hpp"

#include "engine/decide/possible.hpp"
#include "engine/law/reference_reading.hpp"
#include "engine/tables/row_by_row.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace labourlex::testing {

namespace {

std::string outcomes_text(const Version& version, const std::set<Outcome>& outcomes) {
    std::string text;
    for (const Outcome outcome : outcomes) {
        text += (text.empty() ? "" : ", ") + version.outcome_name(outcome);
    }
    return "{" + text + "}";
}

/// Where reference and tables differ on one completion.
std::string difference(const Version& version, const reference::Reading& expected, const TablesReading& found) {
    std::string text;
    if (expected.outcome != found.outcome) {
        text += fmt::format("  outcome: reference {}, rows {}\n", version.outcome_name(expected.outcome),
                            version.outcome_name(found.outcome));
    }
    for (NormIndex norm = 0; norm < version.norms.size(); ++norm) {
        if (expected.speaks[norm] != found.speaks[norm]) {
            text += fmt::format("  {} speaks: reference {}, rows {}\n", version.norms[norm].name,
                                static_cast<bool>(expected.speaks[norm]), static_cast<bool>(found.speaks[norm]));
        }
        if (expected.given[norm] != found.given[norm]) {
            text += fmt::format("  {} gives: reference {}, rows {}\n", version.norms[norm].name,
                                static_cast<std::int64_t>(static_cast<std::int32_t>(expected.given[norm])),
                                static_cast<std::int64_t>(static_cast<std::int32_t>(found.given[norm])));
        }
    }
    return text;
}

}  // namespace

Readings::Readings(std::shared_ptr<const CompiledTables> tables)
    : tables_(std::move(tables)), fast_path_(*tables_), scratch_(fast_path_.make_scratch()) {}

Comparison Readings::compare(const Job& job, bool strict, std::size_t budget) {
    const Version& version = *tables_->version;
    SituationOptions options;
    options.strict = strict;
    const Situation situation = make_situation(tables_->version, job, options);

    Comparison comparison;
    const auto statuses = reference::requirement_statuses(situation, budget);
    std::set<Outcome> outcomes;
    std::vector<bool> gives_always;  // by norm: it gives the class of the outcome in every completion
    const bool complete = reference::for_each_completion(situation, budget, [&](const Completion& completion) {
        ++comparison.completions;
        const reference::Reading expected = reference::read(situation, completion, statuses);
        outcomes.insert(expected.outcome);
        gives_always.resize(version.norms.size(), true);
        for (NormIndex norm = 0; norm < version.norms.size(); ++norm) {
            gives_always[norm] = gives_always[norm] && expected.given[norm] == expected.outcome;
        }
        if (comparison.completions <= 300) {
            comparison.report += difference(version, expected, read_rows(*tables_, situation, completion, statuses));
        }
    });

    std::set<Outcome> classified;
    try {
        classified = decide::possible_outcomes(*tables_, situation);
    } catch (const DiagramBudgetExceeded&) {
        // The program says so instead of a verdict (L0728): there is no verdict to hold against the readings.
        comparison.result =
            comparison.report.empty() ? Comparison::Result::out_of_budget : Comparison::Result::disagreed;
        return comparison;
    }
    // Without all completions the statuses of formal requirements are not known either, so nothing can be held against
    // them.
    if (complete && classified != outcomes) {
        comparison.report += fmt::format("  possible: reference {}, classifier {}\n", outcomes_text(version, outcomes),
                                         outcomes_text(version, classified));
    }
    fast_path_.pack(situation, packed_);
    const decide::FastPath::Decision decision = fast_path_.decide(packed_, scratch_);
    comparison.fast_path_decided = decision.decided;
    comparison.undetermined = classified.size() > 1;
    if (decision.decided && !classified.empty() && classified != std::set<Outcome>{decision.outcome}) {
        comparison.report += fmt::format("  decided: classifier {}, fast path {}\n", outcomes_text(version, classified),
                                         version.outcome_name(decision.outcome));
    }
    if (decision.decided && complete && !outcomes.empty() && decision.outcome != out_of_scope) {
        for (NormIndex norm = 0; norm < version.norms.size(); ++norm) {
            const bool named = (scratch_.norms[norm / 64] >> norm % 64 & 1U) != 0;
            // Of a job known in part the fast path names only the norms that it sees to be certain.
            if (named ? !gives_always[norm] : (packed_.fully_known && gives_always[norm])) {
                comparison.report +=
                    fmt::format("  {} gave the class: reference {}, fast path {}\n", version.norms[norm].name,
                                static_cast<bool>(gives_always[norm]), named);
            }
        }
    }
    using Result = Comparison::Result;
    comparison.result = !comparison.report.empty() ? Result::disagreed
                        : !complete                ? Result::out_of_budget
                        : outcomes.empty()         ? Result::impossible
                                                   : Result::agreed;
    return comparison;
}

}  // namespace labourlex::testing
