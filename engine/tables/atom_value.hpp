// The truth of one atom in one completion, for the second reading.
//
// Written apart from the reference reading, from the same sentences of docs/semantics.md: the two are tested against
// each other, which says something only while they share nothing.
#pragma once

#include "engine/law/situation.hpp"
#include "engine/tables/decision_table.hpp"

#include <functional>

namespace labourlex {

/// Answers whether a condition table is true in the completion at hand.
using TableTruth = std::function<bool(TableIndex)>;

/// `truth` is asked for the rows of limits.
[[nodiscard]] bool atom_value(const CompiledTables& tables, const Situation& situation, const Completion& completion,
                              const Atom& atom, AtomIndex index, const TableTruth& truth);

}  // namespace labourlex
