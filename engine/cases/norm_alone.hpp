// A law cut down to one norm and what speaks to it, so that a search that asks about that norm a thousand times does
// not read the whole law each time.
//
// Kept are the norm, the exceptions to it, and for an exception the norms above it with theirs; the tables that they
// ask, what no job can be, limits and clock terms as far as asked. Where the norm does what it is there for is the same
// in the cut law as in the whole one, but for a formal requirement of an exception that has parents elsewhere, whose
// status may differ: what is found is held against the whole law.
#pragma once

#include "engine/tables/decision_table.hpp"

namespace labourlex {

struct NormAlone {
    CompiledTables tables;  ///< tables keep their numbers; those not asked are empty
    NormIndex norm = none_index;
};

[[nodiscard]] NormAlone norm_alone(const CompiledTables& tables, NormIndex norm);

}  // namespace labourlex
