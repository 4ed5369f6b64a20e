// From conditions to rows.
//
// A condition is written as nested `all of`, `any of` and `none of`; a table knows rows (one of them must hold) of
// cells (all of them must hold). Multiplying a condition out into rows may grow without bound, so it is never done.
// Instead:
//
// - alternatives at the top of a condition are rows;
// - what must hold together is one row, a cell each; `none of` is `no` cells;
// - alternatives inside something that must hold together are a table of their own, a *part*, and one column of the
// row;
//   so is the negation of an `all of`, whose part is asked with the cell `no`.
//
// Each list of the source is thus turned into rows or cells once, and the rows of all tables never exceed the dashes of
// the source (source_size.hpp gives the count and the proof). Equal parts are one table, wherever they stand.
#pragma once

#include "engine/tables/decision_table.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace labourlex {

/// What must hold together: each column with the answer it must have.
struct Conjunction {
    std::vector<std::pair<Column, Cell>> cells;
    /// Adds one more; false when the column must already have the other answer, so that nothing satisfies both.
    bool add(Column column, Cell cell);
};

struct RowDraft {
    Conjunction conjunction;
    Span span;
};

/// Lowers conditions of one version into `tables`, parts first.
class ConditionLowering {
public:
    explicit ConditionLowering(CompiledTables& tables);

    /// Name and title of the statement whose condition is lowered next; its parts are named after it.
    struct Owner {
        std::string name;
        std::string title;
        DecisionTable::Purpose purpose = DecisionTable::Purpose::part;
        NormIndex norm = none_index;
        Span span;
    };

    /// Makes a table that is true where all of `together` and `alternatives` hold. Only the alternatives of the latter
    /// become rows; those among `together` become parts.
    TableIndex lower(const Owner& owner, const std::vector<const Condition*>& together, const Condition& alternatives);

    /// As `lower`, and equal parts of later conditions will be columns on this table.
    TableIndex lower_shareable(const Owner& owner, const std::vector<const Condition*>& together,
                               const Condition& alternatives);

    /// From here on conditions that hold the same as this shareable table are columns on it, and not on another of the
    /// same content: two acts may reach alike, and a norm asks the reach of its own.
    void ask_through(TableIndex table);

    /// Makes a table of one row over tables made before.
    TableIndex lower_row(const Owner& owner, const std::vector<const Condition*>& together,
                         const std::vector<std::pair<TableIndex, Cell>>& before);

    TableIndex definition(DefinitionIndex index);
    /// The table of a clock term that this law defines; none_index for an ordinary fact.
    TableIndex clock_term(FactIndex fact);

private:
    enum class Constant { never, always, neither };
    using Key = std::vector<std::vector<std::uint64_t>>;

    bool add_condition(const Condition& condition, bool positive, Conjunction& conjunction);
    bool add_atom(AtomIndex atom, bool positive, Conjunction& conjunction);
    bool add_part(const std::vector<RowDraft>& rows, bool positive, Span span, Conjunction& conjunction);
    void add_rows(const Condition& condition, bool positive, const Conjunction& common, Span span,
                  std::vector<RowDraft>& rows);
    static Constant constant(const std::vector<RowDraft>& rows);
    static Key key(const std::vector<RowDraft>& rows);
    TableIndex make_table(const Owner& owner, const std::vector<RowDraft>& rows);

    CompiledTables& tables_;
    const Version& version_;
    std::map<Key, TableIndex> parts_;
    std::map<TableIndex, Key> shareable_;
    std::vector<Owner> owners_;  ///< the statement being lowered, on top of those that wait for it
    std::map<std::string, int> part_numbers_;
};

}  // namespace labourlex
