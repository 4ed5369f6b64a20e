// Which stated jobs change class between two laws, as a report for people and as JSON for programs.
#pragma once

#include "engine/cases/replay.hpp"
#include "engine/render/document.hpp"

#include <string>

namespace labourlex {

/// `most`: so many jobs are listed at most for each change; JSON lists all.
[[nodiscard]] Document report_of(const Replay& replay, std::size_t most);
[[nodiscard]] std::string json_of(const Replay& replay);

}  // namespace labourlex
