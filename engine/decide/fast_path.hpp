// The fast path: one job decided by masks and bit words, without allocating.
//
// The law's tables are compiled once into *signals*, one bit each: first the atoms, then the tables. A job is packed
// into small numbers: for each fact the cell of its value (a choice, a group of codes that no atom tells apart, a piece
// of the number line between two thresholds), and a few words of atoms that several facts decide together. To decide:
//
//   1. the cell of each fact says which atoms are true: one or two words are copied;
//   2. rows are lists of (word, bits that must be set, bits that must not); a row is looked at only if the rarest of
//   its
//      `yes` cells is set, so that most of a long list costs nothing; a row that holds sets its table's bit, and tables
//      come in an order in which each is ready before it is asked;
//   3. norms that speak are joined with their exceptions, and the gravest class wins.
//
// A job need not be fully known. Every signal has two bits, *certain* (true in every completion) and *possible* (true
// in some, as far as each signal is looked at alone), which are the same for a fully known job. From them come classes
// that a norm may give and outcomes that the job may have: never fewer than there are, perhaps more (`night or not
// night` is not seen to be true). So one possible outcome is a decision, and anything else is "not decided here": the
// exact classifier (possible.hpp) decides then. The fast path is sound and not complete.
#pragma once

#include "engine/law/situation.hpp"
#include "engine/tables/decision_table.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace labourlex::decide {

/// A job as the fast path reads it: small numbers whose meaning only the `FastPath` that packed it knows. Packing again
/// into the same `PackedJob` allocates nothing.
struct PackedJob {
    std::vector<std::uint16_t> cells;    ///< by packed fact; the last cell of a fact is "not known"
    std::vector<std::uint64_t> certain;  ///< atoms that several facts decide together, and those of sets
    std::vector<std::uint64_t> possible;
    std::vector<std::uint64_t> blocking;  ///< by norm: an unseen part that can decide the class
    bool fully_known = false;             ///< certain and possible are the same everywhere
    bool loosened = false;                ///< something is known in part and was packed as not known
};

struct FastPathPlan;

class FastPath {
public:
    explicit FastPath(const CompiledTables& tables);
    ~FastPath();
    FastPath(FastPath&&) noexcept;
    FastPath& operator=(FastPath&&) noexcept;

    /// Working memory, to be used again and again by one thread.
    struct Scratch {
        std::vector<std::uint64_t> certain;  ///< signals
        std::vector<std::uint64_t> possible;
        std::vector<std::uint64_t> rows;   ///< rows still to be looked at
        std::vector<std::uint64_t> norms;  ///< by norm: gave the class of the last decision
        std::vector<std::uint32_t> given;  ///< what norms that speak may give
    };

    struct Decision {
        bool decided = false;  ///< false: the exact path must decide
        Outcome outcome = out_of_scope;
    };

    [[nodiscard]] Scratch make_scratch() const;
    [[nodiscard]] PackedJob pack(const Situation& situation) const;
    void pack(const Situation& situation, PackedJob& job) const;

    /// Allocates nothing. The norms that certainly give the class are left in `scratch.norms`; none for a class by
    /// default and for out of scope. A job that contradicts a constraint must have been refused before; where a
    /// constraint is seen to be broken, nothing is decided.
    [[nodiscard]] Decision decide(const PackedJob& job, Scratch& scratch) const;

private:
    std::unique_ptr<const FastPathPlan> plan_;
};

}  // namespace labourlex::decide
