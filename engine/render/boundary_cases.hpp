// Jobs on either side of a law's norms, as a case file that waits for a person's judgement.
#pragma once

#include "dsl-grammar/source.hpp"
#include "engine/cases/boundary_jobs.hpp"
#include "engine/render/words.hpp"

#include <string>

namespace labourlex {

/// A YAML list of cases with `expect: to-judge`; what the program makes of each job, and what could not be generated,
/// stand in comments.
[[nodiscard]] std::string boundary_cases_yaml(const CompiledTables& tables, const BoundaryJobs& jobs,
                                              const Sources& sources, const Words& words = english());
[[nodiscard]] std::string boundary_cases_json(const CompiledTables& tables, const BoundaryJobs& jobs,
                                              const Sources& sources, const Words& words = english());

}  // namespace labourlex
