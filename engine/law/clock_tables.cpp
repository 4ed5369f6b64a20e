// `define NAME for night_work`: the window that a law gives to a clock term, by cases.
//
// The table becomes one condition: some row holds and none before it does, and the shift overlaps that row's window. A
// row `none | none` says that there is no such time in its case.

#include "engine/law/conditions.hpp"
#include "engine/law/names.hpp"
#include "engine/law/norms.hpp"
#include "engine/law/provenance.hpp"

#include <algorithm>

namespace labourlex {

namespace {

using syntax::Clause;
using syntax::ClauseKind;
using Kind = syntax::TableCell::Kind;

/// The heading `| when | from | to |`.
bool is_heading(const syntax::TableRow& row) {
    return !row.cells.empty() && std::none_of(row.cells.begin(), row.cells.end(), [](const syntax::TableCell& cell) {
        return cell.kind == Kind::condition || cell.kind == Kind::otherwise || cell.kind == Kind::time ||
               cell.kind == Kind::none;
    });
}

Condition rows_condition(Compilation& compilation, const Clause& table, FactIndex term, const std::string& name) {
    std::vector<Condition> rows;
    std::vector<Condition> earlier;
    bool otherwise = false;
    std::size_t count = 0;
    for (std::size_t index = 0; index < table.rows.size(); ++index) {
        const syntax::TableRow& row = table.rows[index];
        if (index == 0 && is_heading(row)) continue;
        ++count;
        if (otherwise) {
            compilation.report(Code::L0406, row.span);
            break;
        }
        const bool whole =
            row.cells.size() == 3 && (row.cells[0].kind == Kind::otherwise || !row.cells[0].condition.empty());
        const bool empty = whole && row.cells[1].kind == Kind::none && row.cells[2].kind == Kind::none;
        const bool window = whole && row.cells[1].kind == Kind::time && row.cells[2].kind == Kind::time;
        if (!empty && !window) {
            compilation.report(Code::L0410, row.span);
            continue;
        }
        Condition holds;
        otherwise = row.cells[0].kind == Kind::otherwise;
        if (!otherwise) holds = build_condition(compilation, row.cells[0].condition.front());
        if (window) {
            const auto from = parse_time_of_day(row.cells[1].number.text);
            const auto to = parse_time_of_day(row.cells[2].number.text, true);
            if (!from) compilation.report(Code::L0234, row.cells[1].span, {row.cells[1].number.text});
            if (!to) compilation.report(Code::L0234, row.cells[2].span, {row.cells[2].number.text});
            if (from && to) {
                std::vector<Condition> parts{holds};
                for (const Condition& before : earlier) parts.push_back(negation_of(before, before.span));
                parts.push_back(overlap_condition(compilation, *from, *to % minutes_of_day, term, row.span));
                rows.push_back(all_of(std::move(parts), row.span));
            }
        }
        if (!otherwise) earlier.push_back(std::move(holds));
    }
    if (count == 0) compilation.report(Code::L0401, table.span, {name});
    return any_of(std::move(rows), table.span);
}

}  // namespace

void build_clock_table(Compilation& compilation, const Placed& placed, const EnactmentContext& context) {
    const syntax::Statement& statement = *placed.statement;
    const Clause* clause = find_clause(statement, ClauseKind::for_term);
    if (clause == nullptr || clause->words.empty()) return;
    const syntax::Word& word = clause->words.front();
    const auto term = find_fact(compilation, word);

    ClockTable table;
    table.name = full_name(compilation, placed);
    table.span = statement.name.span;
    read_rows(compilation, statement, placed.of_pack, nullptr);
    if (auto citation = read_provenance(compilation, placed, context.inherited))
        table.instrument = citation->instrument;
    table.bounds = read_period(compilation, statement, statement.name.text);
    table.bounds.insert(table.bounds.end(), context.bounds.begin(), context.bounds.end());
    if (!term) return;
    const ClockRole role = compilation.vocabulary.facts[*term].clock;
    if (role != ClockRole::term && role != ClockRole::term_of_law_only) {
        compilation.report(Code::L0319, word.span, {word.text});
        return;
    }
    if (compilation.book.shift_start == no_fact || compilation.book.shift_end == no_fact) {
        compilation.report(Code::L0235, word.span);
        return;
    }
    compilation.use(compilation.book.shift_start);
    compilation.use(compilation.book.shift_end);
    table.term = *term;
    const Clause* rows = find_clause(statement, ClauseKind::table);
    if (rows == nullptr) {
        compilation.report(Code::L0401, statement.name.span, {statement.name.text});
        return;
    }
    table.covers = rows_condition(compilation, *rows, *term, statement.name.text);
    compilation.book.clock_tables.push_back(std::move(table));
}

}  // namespace labourlex
