// What cases exercise of a law, for people and for programs: counts, and every part that no case exercises.
#pragma once

#include "dsl-grammar/source.hpp"
#include "engine/cases/exercise.hpp"
#include "engine/render/page.hpp"
#include "engine/render/words.hpp"

#include <nlohmann/json_fwd.hpp>

namespace labourlex {

/// "tj: rules 31 of 40 (77 %), items ...", kinds without parts left out.
[[nodiscard]] std::string exercise_line(const std::string& jurisdiction, const LawCoverage& coverage,
                                        const Words& words = english());

/// The parts that no case exercises, and the requirements that were only met or only broken. Rows of a norm that is
/// itself named among them are only counted.
void exercise_lists(Page& page, const std::string& jurisdiction, const LawCoverage& coverage, const Sources& sources,
                    const Words& words = english());

[[nodiscard]] nlohmann::ordered_json exercise_json(const LawCoverage& coverage, const Sources& sources);

}  // namespace labourlex
