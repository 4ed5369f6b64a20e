// Small changes to statements that are printed again: comments put before them, clauses put in, names gathered.
#pragma once

#include "dsl-grammar/syntax_tree.hpp"
#include "engine/law/periods.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace labourlex::edits {

[[nodiscard]] const syntax::Clause* find(const syntax::Statement& statement, syntax::ClauseKind kind);
[[nodiscard]] syntax::Clause* find(syntax::Statement& statement, syntax::ClauseKind kind);
void remove(syntax::Statement& statement, syntax::ClauseKind kind);
/// Gives the statement the clause, in the place of one of its kind if there is any.
void put(syntax::Statement& statement, const syntax::Clause& clause);

/// A comment on a line of its own before the statement, behind those that stand there already.
void put_comment_before(syntax::Statement& statement, std::string_view text, bool empty_line_after = false);

/// `2016-07-23`, or `about 2016-07-23 within 10 days`: the first day of an edge that begins something, or the last day
/// before one that ends it.
[[nodiscard]] syntax::Moment moment_of(const Edge& edge, bool begins);
/// An `in force` clause without any moment.
[[nodiscard]] syntax::Clause empty_period();

/// Calls `visit` for every condition of the statement, those inside others and inside tables too.
void for_each_condition(const syntax::Statement& statement, const std::function<void(const syntax::Condition&)>& visit);

}  // namespace labourlex::edits
