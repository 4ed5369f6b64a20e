// The results of the analyses as reports for people and as JSON for programs.
#pragma once

#include "engine/analyse/changes_in_time.hpp"
#include "engine/analyse/conformity.hpp"
#include "engine/analyse/difference.hpp"
#include "engine/render/document.hpp"

#include <string>

namespace labourlex {

[[nodiscard]] Document report_of(const analyse::Difference& difference);
[[nodiscard]] std::string json_of(const analyse::Difference& difference);

[[nodiscard]] Document report_of(const analyse::ChangesInTime& changes);
[[nodiscard]] std::string json_of(const analyse::ChangesInTime& changes);

[[nodiscard]] Document report_of(const analyse::Conformity& conformity);
[[nodiscard]] std::string json_of(const analyse::Conformity& conformity);

}  // namespace labourlex
