// A verdict as JSON: the shape of docs/verdict.md.
#pragma once

#include "engine/include/labourlex/verdict.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace labourlex {

[[nodiscard]] nlohmann::ordered_json verdict_to_json(const Verdict& verdict);

/// One verdict is an object, several are an array. Ends with a line break.
[[nodiscard]] std::string verdicts_json(const std::vector<Verdict>& verdicts);

/// A document as text: two columns of indentation, UTF-8, a line break at the end.
[[nodiscard]] std::string json_text(const nlohmann::ordered_json& document);

}  // namespace labourlex
