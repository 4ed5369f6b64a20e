// The situation of a job, with as many of the usual assumptions as what is stated leaves room for.
#pragma once

#include "engine/law/situation.hpp"
#include "engine/tables/decision_table.hpp"

#include <string>
#include <vector>

namespace labourlex::decide {

/// A situation that some completion exists for. Assumptions that contradict what is stated, or each other, are given up: as few
/// as possible, each with a note. A job whose stated facts contradict each other (`check_possible`) has no such situation;
/// then the one without assumptions is returned.
[[nodiscard]] Situation possible_situation(const CompiledTables& tables, const Job& job, bool strict,
                                           std::vector<std::string>& notes);

}  // namespace labourlex::decide
