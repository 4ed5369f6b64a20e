// A model as a text that an engine reads: one function a format. They lay out what the model says and decide nothing.
#pragma once

#include "engine/exchange/decision_model.hpp"

#include <string>

namespace labourlex::exchange {

/// DMN 1.3, as XML.
[[nodiscard]] std::string write_dmn(const DecisionModel& model);
/// A graph for GoRules' ZEN engine (JDM), as JSON.
[[nodiscard]] std::string write_zen(const DecisionModel& model);

}  // namespace labourlex::exchange
