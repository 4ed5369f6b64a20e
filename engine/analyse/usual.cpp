#include "engine/analyse/usual.hpp"

#include <algorithm>

namespace labourlex::analyse {

std::optional<AssumedFactValue> usual_value(const JointLaw& law, FactIndex joint) {
    for (const JoinedSide& side : law.sides) {
        const auto found = std::find(side.facts.begin(), side.facts.end(), joint);
        if (found != side.facts.end()) {
            const auto& declaration =
                side.version->vocabulary->facts[static_cast<std::size_t>(found - side.facts.begin())];
            if (declaration.assumed) {
                return declaration.assumed;
            }
        }
    }
    return std::nullopt;
}

std::uint32_t quiet_cell(const JointLaw& law, const decide::SpaceVariable& variable) {
    switch (variable.kind) {
        case decide::SpaceVariable::Kind::choice: {
            const auto value = usual_value(law, variable.fact);
            const auto found = std::find(variable.values.begin(), variable.values.end(), value ? value->choice : 0);
            return found == variable.values.end() ? 0 : static_cast<std::uint32_t>(found - variable.values.begin());
        }
        case decide::SpaceVariable::Kind::code:
            for (std::uint32_t cell = 0; cell < variable.cells; ++cell) {
                const auto& truth = variable.code_truth[cell];
                if (std::find(truth.begin(), truth.end(), true) == truth.end()) {
                    return cell;
                }
            }
            return 0;
        case decide::SpaceVariable::Kind::set_region:
        case decide::SpaceVariable::Kind::unseen:
        case decide::SpaceVariable::Kind::unseen_law:
        case decide::SpaceVariable::Kind::numbers:
            return 0;
    }
    return 0;
}

bool is_loud(const JointLaw& law, const decide::SpaceVariable& variable, std::uint32_t cell) {
    if (variable.kind == decide::SpaceVariable::Kind::numbers) {
        return false;
    }
    const bool asked = variable.kind == decide::SpaceVariable::Kind::choice &&
                       law.version->vocabulary->facts[variable.fact].type == FactType::yes_no &&
                       !usual_value(law, variable.fact);
    return !asked && cell != quiet_cell(law, variable);
}

}  // namespace labourlex::analyse
