// Where a text of the law is written: the one name that the syntax trees and the statute book share for it.
#pragma once

#include "dsl-grammar/syntax_tree.hpp"

#include <cstdint>
#include <utility>

namespace labourlex {

using TextKey = std::pair<std::uint32_t, std::uint32_t>;

[[nodiscard]] inline TextKey key_of(Span span) {
    return {span.source, span.begin};
}

/// The key of what the compiler makes of a statement.
[[nodiscard]] inline TextKey key_of(const syntax::Statement& statement) {
    return key_of(statement.kind == syntax::StatementKind::unseen_law ? statement.keyword.span : statement.name.span);
}

}  // namespace labourlex
