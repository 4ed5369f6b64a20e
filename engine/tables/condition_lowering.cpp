#include "engine/tables/condition_lowering.hpp"

#include <algorithm>

namespace labourlex {

bool Conjunction::add(Column column, Cell cell) {
    for (const auto& [present, answer] : cells) {
        if (present == column) return answer == cell;
    }
    cells.emplace_back(column, cell);
    return true;
}

ConditionLowering::ConditionLowering(CompiledTables& tables) : tables_(tables), version_(*tables.version) {
    tables_.definitions.assign(version_.definitions.size(), none_index);
    tables_.clock_terms.assign(version_.vocabulary->facts.size(), none_index);
}

TableIndex ConditionLowering::lower(const Owner& owner, const std::vector<const Condition*>& together,
                                    const Condition& alternatives) {
    owners_.push_back(owner);
    Conjunction common;
    bool possible = true;
    for (const Condition* condition : together) possible = possible && add_condition(*condition, true, common);
    std::vector<RowDraft> rows;
    if (possible) add_rows(alternatives, true, common, owner.span, rows);
    owners_.pop_back();
    return make_table(owner, rows);
}

TableIndex ConditionLowering::lower_shareable(const Owner& owner, const std::vector<const Condition*>& together,
                                              const Condition& alternatives) {
    const TableIndex table = lower(owner, together, alternatives);
    std::vector<RowDraft> rows;
    for (const Row& row : tables_.tables[table].rows) {
        RowDraft draft;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (row.cells[i] != Cell::blank) draft.conjunction.add(tables_.tables[table].columns[i], row.cells[i]);
        }
        rows.push_back(std::move(draft));
    }
    Key content = key(rows);
    parts_.emplace(content, table);
    shareable_.emplace(table, std::move(content));
    return table;
}

void ConditionLowering::ask_through(TableIndex table) {
    if (const auto known = shareable_.find(table); known != shareable_.end()) parts_[known->second] = table;
}

TableIndex ConditionLowering::lower_row(const Owner& owner, const std::vector<const Condition*>& together,
                                        const std::vector<std::pair<TableIndex, Cell>>& before) {
    owners_.push_back(owner);
    Conjunction conjunction;
    bool possible = true;
    for (const Condition* condition : together) possible = possible && add_condition(*condition, true, conjunction);
    for (const auto& [table, cell] : before) {
        possible = possible && conjunction.add(Column{Column::Kind::table, none_index, table}, cell);
    }
    owners_.pop_back();
    std::vector<RowDraft> rows;
    if (possible) rows.push_back(RowDraft{std::move(conjunction), owner.span});
    return make_table(owner, rows);
}

TableIndex ConditionLowering::definition(DefinitionIndex index) {
    TableIndex& made = tables_.definitions.at(index);
    if (made == none_index) {
        const Definition& definition = version_.definitions[index];
        const Owner owner{definition.name, definition.title, DecisionTable::Purpose::definition, none_index,
                          definition.span};
        made = lower_shareable(owner, {}, definition.when);
    }
    return made;
}

TableIndex ConditionLowering::clock_term(FactIndex fact) {
    if (fact >= version_.clock_terms.size() || !version_.clock_terms[fact]) return none_index;
    TableIndex& made = tables_.clock_terms.at(fact);
    if (made == none_index) {
        const FactDeclaration& declaration = version_.vocabulary->facts[fact];
        const Owner owner{declaration.name, declaration.title, DecisionTable::Purpose::clock_term, none_index,
                          version_.clock_terms[fact]->span};
        made = lower(owner, {}, *version_.clock_terms[fact]);
    }
    return made;
}

// ---- rows and cells
// ---------------------------------------------------------------------------------------------------

/// Adds what must hold for `condition` to be `positive`; false when nothing can satisfy it together with the rest.
bool ConditionLowering::add_condition(const Condition& condition, bool positive, Conjunction& conjunction) {
    switch (condition.kind) {
        case Condition::Kind::negation:
            return add_condition(condition.children.front(), !positive, conjunction);
        case Condition::Kind::atom:
            return add_atom(condition.atom, positive, conjunction);
        case Condition::Kind::definition:
            return conjunction.add(Column{Column::Kind::table, none_index, definition(condition.definition)},
                                   positive ? Cell::yes : Cell::no);
        case Condition::Kind::all:
        case Condition::Kind::any:
            break;
    }
    const bool together = (condition.kind == Condition::Kind::all) == positive;
    if (together || condition.children.size() == 1) {
        return std::all_of(condition.children.begin(), condition.children.end(),
                           [&](const Condition& child) { return add_condition(child, positive, conjunction); });
    }
    // Alternatives among what must hold together. `any of` is asked as it stands, `not all of` as the `all of` it
    // denies.
    std::vector<RowDraft> rows;
    add_rows(condition, true, {}, condition.span, rows);
    return add_part(rows, positive, condition.span, conjunction);
}

bool ConditionLowering::add_atom(AtomIndex index, bool positive, Conjunction& conjunction) {
    const Atom& atom = version_.atoms.at(index);
    if (atom.kind == Atom::Kind::choice) {
        const TableIndex term = clock_term(atom.fact);
        if (term != none_index) {
            // A term that the law itself computes: the atom's marked values (no, yes) turn into the answer of its
            // table.
            const bool holds_for_no = atom.choices.at(0) == positive;
            const bool holds_for_yes = atom.choices.at(1) == positive;
            if (holds_for_no && holds_for_yes) return true;
            if (!holds_for_no && !holds_for_yes) return false;
            return conjunction.add(Column{Column::Kind::table, none_index, term}, holds_for_yes ? Cell::yes : Cell::no);
        }
    }
    return conjunction.add(Column{Column::Kind::atom, index, none_index}, positive ? Cell::yes : Cell::no);
}

bool ConditionLowering::add_part(const std::vector<RowDraft>& rows, bool positive, Span span,
                                 Conjunction& conjunction) {
    const Constant known = constant(rows);
    if (known != Constant::neither) return (known == Constant::always) == positive;
    const auto [place, is_new] = parts_.try_emplace(key(rows), none_index);
    if (is_new) {
        Owner owner = owners_.back();
        owner.name += ".part-" + std::to_string(++part_numbers_[owner.name]);
        owner.purpose = DecisionTable::Purpose::part;
        owner.span = span;
        place->second = make_table(owner, rows);
    }
    return conjunction.add(Column{Column::Kind::table, none_index, place->second}, positive ? Cell::yes : Cell::no);
}

/// Adds a row for each alternative of `condition`, each together with `common`. Alternatives that contradict it are
/// left out; every row keeps the place of the text that it comes from.
void ConditionLowering::add_rows(const Condition& condition, bool positive, const Conjunction& common, Span span,
                                 std::vector<RowDraft>& rows) {
    const Span here = condition.span == Span{} ? span : condition.span;
    const bool list = condition.kind == Condition::Kind::all || condition.kind == Condition::Kind::any;
    if (condition.kind == Condition::Kind::negation) {
        add_rows(condition.children.front(), !positive, common, here, rows);
    } else if (list && ((condition.kind == Condition::Kind::any) == positive || condition.children.size() == 1)) {
        for (const Condition& child : condition.children) add_rows(child, positive, common, here, rows);
    } else {
        RowDraft row{common, here};
        if (add_condition(condition, positive, row.conjunction)) rows.push_back(std::move(row));
    }
}

ConditionLowering::Constant ConditionLowering::constant(const std::vector<RowDraft>& rows) {
    if (rows.empty()) return Constant::never;
    const bool blank =
        std::any_of(rows.begin(), rows.end(), [](const RowDraft& row) { return row.conjunction.cells.empty(); });
    return blank ? Constant::always : Constant::neither;
}

/// Two lists of rows with the same key are true together: order of rows and of cells does not matter.
ConditionLowering::Key ConditionLowering::key(const std::vector<RowDraft>& rows) {
    Key result;
    for (const RowDraft& row : rows) {
        std::vector<std::uint64_t> cells;
        for (const auto& [column, cell] : row.conjunction.cells) {
            const bool atom = column.kind == Column::Kind::atom;
            const std::uint64_t index = atom ? column.atom : column.table;
            cells.push_back(index << 2 | (atom ? 2U : 0U) | (cell == Cell::yes ? 1U : 0U));
        }
        std::sort(cells.begin(), cells.end());
        result.push_back(std::move(cells));
    }
    std::sort(result.begin(), result.end());
    return result;
}

/// Columns stand in the order in which the rows first use them, which is the order of the law's own words.
TableIndex ConditionLowering::make_table(const Owner& owner, const std::vector<RowDraft>& rows) {
    DecisionTable table;
    table.purpose = owner.purpose;
    table.name = owner.name;
    table.title = owner.title;
    table.norm = owner.norm;
    std::map<std::pair<bool, std::uint32_t>, std::size_t> places;
    for (const RowDraft& draft : rows) {
        for (const auto& [column, cell] : draft.conjunction.cells) {
            const bool atom = column.kind == Column::Kind::atom;
            if (places.try_emplace({atom, atom ? column.atom : column.table}, table.columns.size()).second) {
                table.columns.push_back(column);
            }
        }
    }
    for (const RowDraft& draft : rows) {
        Row row;
        row.cells.assign(table.columns.size(), Cell::blank);
        row.span = draft.span;
        for (const auto& [column, cell] : draft.conjunction.cells) {
            const bool atom = column.kind == Column::Kind::atom;
            row.cells[places.at({atom, atom ? column.atom : column.table})] = cell;
        }
        table.rows.push_back(std::move(row));
    }
    tables_.tables.push_back(std::move(table));
    return static_cast<TableIndex>(tables_.tables.size() - 1);
}

}  // namespace labourlex
