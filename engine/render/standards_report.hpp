// The table of legal standards, for one country or many, with the reason of each cell.
#pragma once

#include "engine/analyse/standards.hpp"
#include "engine/render/document.hpp"

#include <string>
#include <vector>

namespace labourlex {

[[nodiscard]] Document report_of(const std::vector<analyse::Standards>& countries);
[[nodiscard]] std::string json_of(const std::vector<analyse::Standards>& countries);

}  // namespace labourlex
