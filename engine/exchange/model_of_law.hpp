// The law of one day as a graph of decisions (decision_model.hpp).
#pragma once

#include "engine/exchange/decision_model.hpp"
#include "engine/tables/decision_table.hpp"

namespace labourlex::exchange {

/// Throws Refusal (refusal.hpp) where something cannot be written exactly.
[[nodiscard]] DecisionModel model_of_law(const CompiledTables& tables);

}  // namespace labourlex::exchange
