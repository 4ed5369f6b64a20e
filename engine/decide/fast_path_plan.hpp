// What `FastPath` makes of the tables once: signals, cells, rows, norms. Shared by packing, deciding and building.
#pragma once

#include "engine/decide/fast_path.hpp"

#include <array>
#include <optional>

namespace labourlex::decide {

/// A comparison of a linear form with a number, or with an open cell of a limit. Both say from which number on, or
/// nothing where it holds never (certain) or always (possible).
struct NumberSignal {
    LinearForm form;
    Comparison certain_comparison = Comparison::under;
    Comparison possible_comparison = Comparison::under;
    std::optional<Rational> certain_bound;   ///< nothing: never certain
    std::optional<Rational> possible_bound;  ///< nothing: always possible
    friend bool operator==(const NumberSignal&, const NumberSignal&) = default;
};

[[nodiscard]] bool surely_true(const NumberSignal& signal, const Rational& value);
[[nodiscard]] bool maybe_true(const NumberSignal& signal, const Rational& value);

/// Bits of one word that a cell sets.
struct WordBits {
    std::uint32_t word = 0;
    std::uint64_t certain = 0;
    std::uint64_t possible = 0;
};

/// A fact whose atoms depend on it alone: cells, each with the bits it sets.
struct PackedFact {
    FactIndex fact = no_fact;
    FactType type = FactType::yes_no;
    std::vector<Rational> cuts;               ///< number: thresholds, sorted; cell 2i is below cut i, 2i+1 is cut i
    std::vector<std::uint16_t> cell_of_code;  ///< code: by CodeIndex, "not known" where codes below differ
    std::uint16_t unnamed_cell = 0;           ///< code: a code that no norm names
    std::uint16_t unknown_cell = 0;
    std::uint32_t first_cell = 0;  ///< of this fact in `FastPathPlan::cells`
};

/// A signal computed while packing: an atom of a set, an overlap, a sum of several facts.
struct DirectSignal {
    enum class Kind { set, overlap, number };
    Kind kind = Kind::set;
    AtomIndex atom = none_index;  ///< set, overlap
    std::uint32_t number = 0;     ///< number: index in `FastPathPlan::numbers`
};

struct RowLiteral {
    std::uint32_t word = 0;
    std::uint64_t required = 0;
    std::uint64_t forbidden = 0;
};

struct PlanRow {
    std::uint32_t first = 0;  ///< in `FastPathPlan::literals`
    std::uint32_t last = 0;
    std::uint32_t table = 0;  ///< the signal that it sets
};

/// A set of classes that something may give, with two more members.
using ClassSet = std::uint32_t;
inline constexpr ClassSet nothing_given = 1U << 31U;   ///< it may give none
inline constexpr ClassSet parent_removed = 1U << 30U;  ///< an exception: its parent may not apply

struct PlanNorm {
    NormIndex norm = none_index;
    ClassSet own = nothing_given;
    bool unseen = false;
    bool requires_something = false;
    Strength strength = Strength::constitutive;
    bool requirement = false;  ///< a requirement gives its class where it is broken
    bool needs_apart = false;  ///< formal: what it needs is tied to nothing else (see the builder)
    std::uint32_t speaks = 0;  ///< signals
    std::uint32_t needs = 0;
    std::uint32_t first_exception = 0;  ///< in `FastPathPlan::exceptions`, as indices of `FastPathPlan::norms`
    std::uint32_t last_exception = 0;
};

struct FastPathPlan {
    // packing
    std::vector<PackedFact> facts;
    std::vector<NumberSignal> numbers;
    std::vector<DirectSignal> direct;  ///< by bit from `direct_word` on
    std::uint32_t direct_word = 0;
    std::uint32_t direct_words = 0;
    // step 1
    struct CellRange {
        std::uint32_t first = 0;  ///< in `cell_bits`
        std::uint32_t last = 0;
        std::uint32_t first_row = 0;  ///< in `cell_rows`
        std::uint32_t last_row = 0;
        bool exact = true;  ///< certain and possible are the same
    };
    struct RowBits {
        std::uint32_t word = 0;
        std::uint64_t rows = 0;
    };
    std::vector<CellRange> cells;
    std::vector<WordBits> cell_bits;
    std::vector<RowBits> cell_rows;  ///< rows that the cell's atoms wake
    std::uint32_t atom_words = 0;
    std::uint32_t words = 0;
    // step 2
    std::vector<PlanRow> rows;
    std::vector<RowLiteral> literals;
    std::vector<std::uint64_t> rows_always;                      ///< rows that no signal wakes
    std::vector<std::pair<std::uint32_t, std::uint32_t>> woken;  ///< by signal: a range of `woken_rows`
    std::vector<std::uint32_t> woken_rows;
    // step 3
    std::vector<PlanNorm> norms;    ///< by NormIndex
    std::vector<NormIndex> giving;  ///< norms that may give a class of their own
    std::uint32_t giving_word = 0;  ///< their `speaks` signals, in this order, fill the words from here on
    std::vector<std::uint32_t> exceptions;
    std::vector<std::uint32_t> regulating;  ///< signals of the instruments that regulate
    std::vector<std::uint32_t> impossible;
    std::vector<std::uint32_t> unseen_laws;
    ClassSet lawful = 0;
    ClassSet all_classes = 0;
    ClassIndex default_class = 0;
    std::shared_ptr<const Version> version;
};

/// Compiles the tables (fast_path_build.cpp).
[[nodiscard]] std::unique_ptr<const FastPathPlan> make_fast_path_plan(const CompiledTables& tables);

}  // namespace labourlex::decide
