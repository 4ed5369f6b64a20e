// Which clauses a statement may and must have, and in which order the formatter writes them.
#pragma once

#include "dsl-grammar/diagnostic.hpp"
#include "dsl-grammar/syntax_tree.hpp"

#include <span>
#include <string>
#include <string_view>

namespace labourlex {

enum class Occurrence : unsigned char { optional, required, any_number, at_least_once };

struct ClauseRule {
    syntax::ClauseKind kind;
    Occurrence occurrence;
    /// Clauses with the same group (not 0) exclude each other; when one is required, one of the group is.
    unsigned char group = 0;
};

/// The clauses of a statement kind in the order of docs/language.md.
[[nodiscard]] std::span<const ClauseRule> clauses_of(syntax::StatementKind kind);

/// How a clause and a statement open, for messages: `in force`, `unseen law`.
[[nodiscard]] std::string_view spelling_of(syntax::ClauseKind kind);
[[nodiscard]] std::string_view spelling_of(syntax::StatementKind kind);

/// "rule minimum-age", "impossible": how messages name a statement.
[[nodiscard]] std::string description_of(const syntax::Statement& statement);

/// The clauses that a statement kind may have, for messages: "`per`, `when`, `then`".
[[nodiscard]] std::string clause_list_of(syntax::StatementKind kind);

/// Reports clauses that are missing, written twice, of another statement or in conflict. Returns whether all is well.
/// `check_missing` is false where part of the statement is known to have been lost.
bool check_clauses(const syntax::Statement& statement, bool check_missing, Diagnostics& diagnostics);

}  // namespace labourlex
