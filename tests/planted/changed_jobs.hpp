// Which jobs a planted defect changes: as `diff` says, as a drafter expected, and as the reference reading judges.
//
// `diff` claims that the jobs which change from one class to another are exactly those of its diagrams. Three claims
// are held against it. The drafter's condition holds of every job that changes: the diagrams are asked, so that is no
// sample. Each example in the report changes: `diff` has the reference reading confirm that itself. And of random jobs,
// most of them drawn near the change, each is judged by the reference reading under both laws, and the diagrams must
// give it the same two outcomes - a job that changes lies in the region of its move, one that does not lies in none.
// Where something is open in the law itself (an unread part, a figure not known), the sets of possible outcomes under
// each law are compared.
#pragma once

#include "engine/law/compiler.hpp"
#include "tests/planted/planted_defects.hpp"

#include <set>
#include <string>
#include <vector>

namespace labourlex::planted {

struct ChangedJobs {
    bool complete = true;  ///< false: the budget of nodes ran out
    std::set<Move> moves;
    std::set<std::string> directions;  ///< "stricter", "laxer", "reclassified"
    std::size_t examples = 0;          ///< in the report, each confirmed by the reference reading
    bool all_within = true;            ///< no job changes that the drafter's condition does not hold of
    std::size_t jobs = 0;              ///< random jobs judged
    std::size_t changed = 0;           ///< of these, jobs that change by the reference reading
    std::size_t disagreements = 0;     ///< of all, jobs of which diagrams and reference reading differ
    std::string first_disagreement;
};

/// `before` and `after` were compiled with the same condition `planted-region`, or both without one.
[[nodiscard]] ChangedJobs changed_jobs(const std::shared_ptr<const Version>& before,
                                       const std::shared_ptr<const Version>& after, std::size_t random_jobs,
                                       std::uint64_t seed);

}  // namespace labourlex::planted
