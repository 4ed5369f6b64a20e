// The second reading: a complete job judged by walking the decision tables row by row.
//
// It takes every table as a reader on paper would: a row holds when all its cells agree, a table is true when a row
// holds, a norm gives what its exceptions leave of it, the gravest wins. Nothing is indexed and nothing is clever; the
// reference reading walks conditions instead, and the two must agree on every complete job.
#pragma once

#include "engine/law/reference_reading.hpp"
#include "engine/tables/decision_table.hpp"

#include <vector>

namespace labourlex {

struct TablesReading {
    Outcome outcome = 0;
    /// By NormIndex: the class that a rule or item, a broken requirement or a blocking unseen part gives in this
    /// completion; none_index when it gives none.
    std::vector<std::uint32_t> given;
    /// By NormIndex: the norm speaks (in force, reaches, list, own condition), before exceptions.
    std::vector<bool> speaks;
};

/// `statuses` (by NormIndex) are those of formal requirements, read once from the whole job.
[[nodiscard]] TablesReading read_rows(const CompiledTables& tables, const Situation& situation,
                                      const Completion& completion,
                                      const std::vector<reference::RequirementStatus>& statuses);

}  // namespace labourlex
