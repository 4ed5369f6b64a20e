// Decision tables: the law as rows and columns that a lawyer can read beside it, and that the classifier works on.
//
// Lowering makes one table a norm, and one for every `any of` that stands under an `all of`, so that the rows of all
// tables never exceed the dashes and statements of the source times parents. A column is a term: one atom, or the
// result of another table. A cell says yes, no, or nothing (the term does not matter to the row).
#pragma once

#include "engine/law/model.hpp"

#include <string>
#include <vector>

namespace labourlex {

using TableIndex = std::uint32_t;

/// What a column asks.
struct Column {
    enum class Kind { atom, table };
    Kind kind = Kind::atom;
    AtomIndex atom = none_index;
    TableIndex table = none_index;  ///< always a table with a smaller index
    friend bool operator==(const Column&, const Column&) = default;
};

enum class Cell : std::uint8_t { blank, yes, no };

struct Row {
    std::vector<Cell> cells;         ///< one a column
    Span span;                       ///< the place in the law text that the row comes from
    std::uint32_t cls = none_index;  ///< `speaks` tables: the class that the norm gives of itself, if it gives one
    NormIndex norm = none_index;     ///< `speaks` and `needs` tables: the norm that the row comes from
};

/// True when some row holds; a row holds when each of its cells agrees with its column. A row of blanks always holds, a
/// table without rows never.
struct DecisionTable {
    enum class Purpose {
        definition,  ///< a `define` of the law
        clock_term,  ///< what this law gives a clock term
        part,        ///< an `any of` inside a larger condition; shared by all conditions that hold the same
        reaches,     ///< an instrument: in force and reaches
        limit_row,   ///< one row of a limit gives the value
        impossible,  ///< a combination that no job has
        unseen_law,  ///< a time whose law is hardly encoded: in force and reaches
        speaks,      ///< a norm's own condition with reach and list: does it speak
        needs        ///< what a requirement needs, or an exception requires
    };
    Purpose purpose = Purpose::part;
    std::string name;  ///< full name of the norm or definition; parts get a running number
    std::string title;
    NormIndex norm = none_index;
    std::vector<Column> columns;
    std::vector<Row> rows;
};

/// How the tables of one norm work together.
///
/// `speaks` is the table of the norm's own condition. For an exception with `requires`, `needs` is that table. The
/// class of a norm: none when it does not speak, or an exception that holds with `does not apply` removes it; else the
/// gravest class among the exceptions that hold; else its own.
struct NormTables {
    TableIndex speaks = none_index;
    TableIndex needs = none_index;
};

/// All tables of a version, parts before the tables that use them. Immutable once lowered.
struct CompiledTables {
    std::shared_ptr<const Version> version;
    std::vector<DecisionTable> tables;
    std::vector<NormTables> norms;               ///< by NormIndex
    std::vector<TableIndex> instrument_reaches;  ///< by InstrumentIndex: in force and reaches
    std::vector<TableIndex> definitions;         ///< by DefinitionIndex
    std::vector<TableIndex> clock_terms;         ///< by FactIndex; none_index where the fact is ordinary
    std::vector<TableIndex> impossible;          ///< by index in Version::impossible
    std::vector<TableIndex> unseen_laws;         ///< by index in Version::unseen_laws
    /// By limit, text of the limit, row: when that row gives the value (in force and reaches included).
    std::vector<std::vector<std::vector<TableIndex>>> limit_rows;
    std::size_t source_size = 0;  ///< see source_size.hpp; `row_count` is never greater
};

/// Lowers a version. Deterministic.
[[nodiscard]] CompiledTables lower(std::shared_ptr<const Version> version);

/// Total number of rows, to hold against `source_size`.
[[nodiscard]] std::size_t row_count(const CompiledTables& tables);

}  // namespace labourlex
