// One job under all readings of a law at once.
//
// The reference reading tries completions one by one; beside each of them the tables are read row by row. The set of
// outcomes so met is held against the classifier's exact set, and against the fast path wherever that decides.
#pragma once

#include "engine/decide/fast_path.hpp"
#include "engine/facts/job.hpp"
#include "engine/tables/decision_table.hpp"

#include <string>

namespace labourlex::testing {

struct Comparison {
    enum class Result {
        agreed,
        out_of_budget,  ///< too many completions to try them all, or a diagram outgrew its budget; what was tried
                        ///< agreed
        impossible,     ///< the job has no completion, and the classifier says so too
        disagreed
    };
    Result result = Result::agreed;
    bool fast_path_decided = false;
    bool undetermined = false;  ///< more than one outcome is possible
    std::size_t completions = 0;
    std::string report;  ///< disagreed: who said what
};

class Readings {
public:
    explicit Readings(std::shared_ptr<const CompiledTables> tables);

    [[nodiscard]] Comparison compare(const Job& job, bool strict, std::size_t budget);
    [[nodiscard]] const CompiledTables& tables() const { return *tables_; }

private:
    std::shared_ptr<const CompiledTables> tables_;
    decide::FastPath fast_path_;
    decide::FastPath::Scratch scratch_;
    decide::PackedJob packed_;
};

}  // namespace labourlex::testing
