#include "engine/facts/fact.hpp"

namespace labourlex {

std::optional<FactIndex> Vocabulary::find(std::string_view name) const {
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (facts[i].name == name) return static_cast<FactIndex>(i);
    }
    return std::nullopt;
}

}  // namespace labourlex
