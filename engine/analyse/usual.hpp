// What is usual: the values that make a job an ordinary one, so that examples are about one thing and nothing else.
#pragma once

#include "engine/analyse/joint_law.hpp"
#include "engine/decide/space.hpp"

namespace labourlex::analyse {

/// What one of the laws takes an absent fact to be; nothing where both ask for it.
[[nodiscard]] std::optional<AssumedFactValue> usual_value(const JointLaw& law, FactIndex joint);

/// The cell of a variable that says least: the usual value, no entry in a list, a code that no norm names, text that is
/// silent.
[[nodiscard]] std::uint32_t quiet_cell(const JointLaw& law, const decide::SpaceVariable& variable);

/// Whether a cell says more than the quiet one: not so for a yes/no fact that both laws ask for, where no answer is
/// usual.
[[nodiscard]] bool is_loud(const JointLaw& law, const decide::SpaceVariable& variable, std::uint32_t cell);

}  // namespace labourlex::analyse
