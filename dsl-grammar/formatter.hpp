// The one layout of `.law` files.
#pragma once

#include "dsl-grammar/syntax_tree.hpp"

#include <string>

namespace labourlex {

/// Prints a complete tree in the one layout. Idempotent; parsing the result gives the same tree (spans apart); comments
/// survive.
[[nodiscard]] std::string format(const syntax::File& file);

/// Whether two trees say the same: all but spans.
[[nodiscard]] bool same_tree(const syntax::File& a, const syntax::File& b);

}  // namespace labourlex
