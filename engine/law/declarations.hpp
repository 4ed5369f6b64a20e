// What the declarations of facts and parameters share.
#pragma once

#include "engine/law/compilation.hpp"

namespace labourlex {

/// A value as written after `assume`, `taken as` or `is`; nothing with a report under `unsuitable` where it does not fit
/// the fact.
[[nodiscard]] std::optional<AssumedFactValue> read_assumed(Compilation& compilation, const FactDeclaration& fact,
                                                           const syntax::AssumedValue& value, Code unsuitable);

/// Reports a name that is taken among facts, definitions, derived numbers and questions: they share conditions.
bool name_taken(Compilation& compilation, const syntax::Word& name);

/// Declares a season as a yes/no fact of its own role.
void declare_season(Compilation& compilation, const Placed& placed);
/// Ties `linked to` facts together; all facts are declared.
void link_facts(Compilation& compilation);

/// How much one `from` is in `to`; nothing when they measure different quantities. Without a unit nothing is converted.
[[nodiscard]] std::optional<Rational> conversion(const std::string& from, const std::string& to);

}  // namespace labourlex
