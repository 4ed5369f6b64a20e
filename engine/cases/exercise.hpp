// Which parts of a law judged cases exercise.
//
// A case is read as the classifier reads it: row by row through the decision tables, over every completion of its job
// at once, with the assumptions that stand for what the job leaves out. Only what certainly happens counts, that is
// what happens in every completion. A case exercises
//
// - a rule or item where it speaks and gives its own class, no exception taking its place;
// - an exception or exemption where it holds and a norm that it is an exception to speaks;
// - an item of a permitted list where it speaks and the list holds;
// - a requirement, and what an exception requires, where it applies; better, where it is met in one case and broken in
//   another (a requirement that was only ever met was never seen to matter);
// - a duty or unseen part where it applies;
// - a cell of a limit where it gives the value and a comparison with the limit decides something of what the case
// states
//   (limits_asked.hpp);
// - a row of a decision table where it holds.
//
// What a case expects plays no part: a failing case exercises the law as well as a passing one.
#pragma once

#include "engine/cases/law_parts.hpp"
#include "engine/facts/job.hpp"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace labourlex {

/// What the cases made of one part: for each thing that happened, the first case in which it did.
struct PartUse {
    std::optional<std::string> exercised;
    std::optional<std::string> open;    ///< would happen in some completion, but not in every
    std::optional<std::string> lifted;  ///< a rule or item speaks, and an exception takes its place
    std::optional<std::string> met;     ///< requirement, condition of an exception
    std::optional<std::string> broken;
};

struct UsedPart {
    LawPart part;
    PartUse use;
};

struct PartCount {
    std::size_t exercised = 0;
    std::size_t met_and_broken = 0;
    std::size_t all = 0;

    /// Whole per cent, rounded down, so that 100 means all; nothing when there is no part of the kind.
    [[nodiscard]] std::optional<std::size_t> share() const;
};

struct LawCoverage {
    std::array<PartCount, part_kinds> counts;  ///< by PartKind
    std::vector<UsedPart> parts;               ///< all, by kind and place in the text
};

/// Gathers what the cases of one law exercise.
class Exercises {
public:
    /// `name`: of the case. The job must be one that `check_possible` accepts. False, and nothing gathered, where the
    /// diagrams of the case outgrow their budget.
    [[nodiscard]] bool add(const std::shared_ptr<const CompiledTables>& tables, const Job& job,
                           const std::string& name);

    /// Held against the texts of all days.
    [[nodiscard]] LawCoverage coverage_of(const CompiledLaw& law) const;

private:
    const std::vector<PartOfVersion>& parts(const std::shared_ptr<const CompiledTables>& tables);

    std::map<PartPlace, PartUse> uses_;
    std::map<std::shared_ptr<const CompiledTables>, std::vector<PartOfVersion>> parts_;
};

}  // namespace labourlex
