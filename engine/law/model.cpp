#include "engine/law/model.hpp"

#include <algorithm>

namespace labourlex {

std::size_t region_among(const Taxonomy& taxonomy, const std::vector<CodeIndex>& codes, CodeIndex code) {
    for (CodeIndex above = code; above != no_code; above = taxonomy.node(above).parent) {
        const auto found = std::find(codes.begin(), codes.end(), above);
        if (found != codes.end()) return static_cast<std::size_t>(found - codes.begin());
    }
    return codes.size();
}

ClassIndex Version::default_class() const {
    const auto found = std::find_if(classes.begin(), classes.end(),
                                    [](const ClassDeclaration& declaration) { return declaration.is_default; });
    return found == classes.end() ? 0 : static_cast<ClassIndex>(found - classes.begin());
}

std::optional<ClassIndex> Version::breach_class() const {
    const auto found = std::find_if(classes.begin(), classes.end(), [](const ClassDeclaration& declaration) {
        return declaration.role == ClassDeclaration::Role::breach;
    });
    return found == classes.end() ? std::nullopt
                                  : std::optional<ClassIndex>(static_cast<ClassIndex>(found - classes.begin()));
}

std::optional<ClassIndex> Version::find_class(std::string_view name) const {
    const auto found = std::find_if(classes.begin(), classes.end(),
                                    [&](const ClassDeclaration& declaration) { return declaration.name == name; });
    return found == classes.end() ? std::nullopt
                                  : std::optional<ClassIndex>(static_cast<ClassIndex>(found - classes.begin()));
}

std::string Version::outcome_name(Outcome outcome) const {
    return outcome == out_of_scope ? "out-of-scope" : classes.at(outcome).name;
}

}  // namespace labourlex
