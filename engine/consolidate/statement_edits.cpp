#include "engine/consolidate/statement_edits.hpp"

#include "dsl-grammar/keywords.hpp"

#include <algorithm>

namespace labourlex::edits {

using syntax::Clause;
using syntax::ClauseKind;
using syntax::Statement;

const Clause* find(const Statement& statement, ClauseKind kind) {
    const auto found = std::find_if(statement.clauses.begin(), statement.clauses.end(),
                                    [&](const Clause& clause) { return clause.kind == kind; });
    return found == statement.clauses.end() ? nullptr : &*found;
}

Clause* find(Statement& statement, ClauseKind kind) {
    return const_cast<Clause*>(find(std::as_const(statement), kind));  // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

void remove(Statement& statement, ClauseKind kind) {
    std::erase_if(statement.clauses, [&](const Clause& clause) { return clause.kind == kind; });
}

void put(Statement& statement, const Clause& clause) {
    Clause written = clause;
    if (Clause* known = find(statement, clause.kind)) {
        written.span = known->span;
        *known = std::move(written);
        return;
    }
    // Behind the head: comments inside the statement keep their places before what follows it.
    written.span = {statement.name.span.source, statement.name.span.end, statement.name.span.end};
    statement.clauses.insert(statement.clauses.begin(), std::move(written));
}

void put_comment_before(Statement& statement, std::string_view text, bool empty_line_after) {
    if (statement.span.begin == 0) statement.span.begin = 1;
    syntax::Comment comment;
    comment.text = "# " + std::string(text);
    comment.span = {statement.span.source, 0, 0};
    comment.blank_after = empty_line_after;
    // A text that was consolidated before says it already.
    const bool said = std::any_of(statement.comments.begin(), statement.comments.end(),
                                  [&](const syntax::Comment& other) { return other.text == comment.text; });
    if (said) return;
    const auto place =
        std::find_if(statement.comments.begin(), statement.comments.end(),
                     [&](const syntax::Comment& other) { return other.span.begin >= statement.span.begin; });
    statement.comments.insert(place, std::move(comment));
}

syntax::Moment moment_of(const Edge& edge, bool begins) {
    syntax::Moment moment;
    const std::int32_t width = (edge.last.days - edge.first.days) / 2;
    moment.kind = width == 0 ? syntax::Moment::Kind::date : syntax::Moment::Kind::about;
    moment.date.text = edge.first.plus(width + (begins ? 0 : -1)).text();
    moment.days.text = std::to_string(width);
    return moment;
}

Clause empty_period() {
    Clause clause;
    clause.kind = ClauseKind::in_force;
    clause.keyword.text = std::string(spelling_of(Keyword::in_force));
    return clause;
}

namespace {

void visit_all(const syntax::Condition& condition, const std::function<void(const syntax::Condition&)>& visit) {
    visit(condition);
    for (const syntax::Condition& child : condition.children) visit_all(child, visit);
}

}  // namespace

void for_each_condition(const Statement& statement, const std::function<void(const syntax::Condition&)>& visit) {
    for (const Clause& clause : statement.clauses) {
        for (const syntax::Condition& condition : clause.condition) visit_all(condition, visit);
        for (const syntax::TableRow& row : clause.rows) {
            for (const syntax::TableCell& cell : row.cells) {
                for (const syntax::Condition& condition : cell.condition) visit_all(condition, visit);
            }
        }
    }
    for (const Statement& inner : statement.body) for_each_condition(inner, visit);
}

}  // namespace labourlex::edits
