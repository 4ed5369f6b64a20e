// Classification: one job, one law, one verdict.
//
// The tables must be those of a version of the law that the job was bound to (its vocabulary). The call is pure and may
// be made from many threads at once on shared tables.
#pragma once

#include "dsl-grammar/diagnostic.hpp"
#include "engine/facts/job.hpp"
#include "engine/tables/decision_table.hpp"
#include "labourlex/verdict.hpp"

namespace labourlex {

struct ClassifyOptions {
    bool strict = false;            ///< free every assumption but the signs of a worst form
    bool date_was_default = false;  ///< the job named no day, the version is that of today
};

/// Reports a combination of stated facts that no job can have (L0558), with the facts' places. True when there is none.
/// Call before `classify`; a verdict on an impossible job has no possible class.
[[nodiscard]] bool check_possible(const CompiledTables& tables, const Job& job, Diagnostics& diagnostics);

/// Judges the job. Never fails on a job that `check_possible` accepts.
[[nodiscard]] Verdict classify(const CompiledTables& tables, const Job& job, const ClassifyOptions& options = {});

}  // namespace labourlex
