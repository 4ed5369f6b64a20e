// Holding a verdict against what a case expects.
#pragma once

#include "engine/cases/case_file.hpp"
#include "engine/include/labourlex/verdict.hpp"
#include "engine/law/model.hpp"
#include "engine/render/words.hpp"

#include <string>
#include <vector>

namespace labourlex {

/// What the verdict lacks, one sentence each; empty when the case passes.
///
/// `possible` is compared as a list, from mildest to gravest, and only when the case says it. Every fact under
/// `decides` must be among the missing ones.
[[nodiscard]] std::vector<std::string> failures_of(const Case& expected, const Verdict& verdict,
                                                   const Words& words = english());

/// Reports `expect` and `possible` values that are no outcome of the law.
void check_outcomes(const Case& expected, const std::vector<ClassDeclaration>& classes, Diagnostics& diagnostics);

/// The outcome of a verdict in the words of a case: a class, `undetermined` or `out-of-scope`.
[[nodiscard]] std::string outcome_word(const Verdict& verdict);

}  // namespace labourlex
