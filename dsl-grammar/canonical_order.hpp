// The order in which the clauses of a statement are written by the formatter.
#pragma once

#include "dsl-grammar/syntax_tree.hpp"

#include <vector>

namespace labourlex::formatting {

/// The clauses of a statement in the order of docs/language.md; clauses of one kind keep their order.
[[nodiscard]] std::vector<const syntax::Clause*> in_canonical_order(const syntax::Statement& statement);

}  // namespace labourlex::formatting
