// For each rule, item and exception of a law, and each number on which it turns, two jobs for a person to judge: one
// just inside the norm and one just outside it, alike but for one fact.
//
// The pair is looked for among the values that the norm's decision tables tell apart (boundary_values.hpp). Everything
// that the norm and its exceptions ask for is left open at first; two values are put on either side of one term, and
// the rest is filled in fact by fact, each value kept only if the norm can still speak for one of the jobs and be
// silent for the other. What comes out is written as a job file, read back, and judged: a pair stands only if the norm
// certainly does what it is there for in the one job and certainly does not in the other. So no pair can be wrong about
// the encoded law; whether the encoded law is right is for the person to say.
//
// The search is not a proof: where it finds no pair, the norm is listed with what was tried.
#pragma once

#include "engine/tables/decision_table.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace labourlex {

struct BoundaryJob {
    std::string id;
    std::vector<std::pair<std::string, std::string>> facts;  ///< as a job file writes them, in order of declaration
    std::vector<std::string> possible;                       ///< the outcomes that the program finds, mildest first
};

struct BoundaryPair {
    NormIndex norm = none_index;
    std::string crossed;  ///< the fact in which the jobs differ; both times of a shift are one
    bool numeric = false;
    BoundaryJob inside;
    BoundaryJob outside;
};

struct BoundaryNotFound {
    enum class Reason {
        asks_nothing,    ///< the norm asks nothing that a job could be on either side of
        never_happens,   ///< with all that it asks for left open, no job makes it happen on this day
        open_figure,     ///< no term was crossed, and the norm compares with a figure that was not read
        nothing_crossed  ///< no term could be crossed by one fact alone, among the values tried
    };
    NormIndex norm = none_index;
    std::string threshold;  ///< the number that could not be crossed, or empty for the norm as a whole
    Reason reason = Reason::nothing_crossed;
    std::size_t tried = 0;
};

struct BoundaryJobs {
    std::vector<BoundaryPair> pairs;
    std::vector<BoundaryNotFound> not_found;
};

/// The pairs for the law of a day, in the law's order.
[[nodiscard]] BoundaryJobs boundary_jobs(const std::shared_ptr<const CompiledTables>& tables);

}  // namespace labourlex
