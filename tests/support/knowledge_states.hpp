// All that a job may say of one fact, for exhaustive tests over small vocabularies.
#pragma once

#include "engine/facts/job.hpp"
#include "engine/law/model.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace labourlex::testing {

/// Absent (nothing), unknown, each value that the law tells apart, some that it does not, and knowledge in part:
/// ranges, one of several, `has` and `not`.
[[nodiscard]] std::vector<std::optional<Knowledge>> knowledge_states(const Version& version, FactIndex fact);

/// Calls `visit` with every job made of such states, or with an even selection of about `most` where there are more.
struct JobsVisited {
    std::size_t visited = 0;
    std::size_t all = 0;
};
JobsVisited for_each_job(const Version& version, std::size_t most, const std::function<void(const Job&)>& visit);

}  // namespace labourlex::testing
