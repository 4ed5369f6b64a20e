// What a job meets that a norm of the baseline makes unlawful and no national norm makes as grave.
//
// Semantics 10: a bar that only makes work unlawful is kept by any unlawful class; what is hazardous or worse must be
// as grave. "No national norm" is a conjunction with one condition a norm, and stays one: see elimination.hpp.
#pragma once

#include "engine/analyse/boxes.hpp"
#include "engine/analyse/joint_diagrams.hpp"

#include <set>
#include <vector>

namespace labourlex::analyse {

inline constexpr std::size_t national_side = 0;
inline constexpr std::size_t baseline_side = 1;

struct JointConditions {
    std::vector<Diagram> certain;  ///< of the job alone: met whatever the answers to what the laws leave open
    std::vector<Diagram> some;     ///< of the job together with the answers
};

/// By norm, and for law that is not encoded: where `side` makes a job unlawful and at least as grave as `least`.
[[nodiscard]] std::vector<Diagram> forbidding(JointDiagrams& joint, std::size_t side, ClassIndex least);

/// No norm of `side` makes the job unlawful and at least as grave as `least`; the job is possible.
[[nodiscard]] JointConditions milder_than(JointDiagrams& joint, std::size_t side, ClassIndex least);

/// For each unlawful class that norm `norm` of the baseline gives to some job: what a job meets that falls short of it.
[[nodiscard]] std::vector<JointConditions> falling_short(JointDiagrams& joint, NormIndex norm);

/// The variables of a job that the condition of a norm reads, with the age and the arrangement.
[[nodiscard]] std::set<Level> words_of(JointDiagrams& joint, std::size_t side, NormIndex norm);

/// A box of kinds as it is told: tasks, hazards and other signs that a job of it must not have are left out, and told
/// once for all.
[[nodiscard]] Box without_absent_codes(JointDiagrams& joint, Box box);

}  // namespace labourlex::analyse
