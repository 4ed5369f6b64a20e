// The values that a job may state so that a norm turns on them, read off the norm's decision tables.
//
// A *slot* is what a job states in one go: one fact, or the two times of a shift. Its values are one of each kind that
// the tables tell apart: the choices, a code of each branch that is named and one that is not, the sets of one named
// code, the numbers next to each threshold on both sides. A *crossing* is a pair of values of one slot between which
// some term of the norm may change its answer.
#pragma once

#include "engine/facts/job.hpp"
#include "engine/tables/decision_table.hpp"

#include <string>
#include <vector>

namespace labourlex {

/// What is stated of the facts of one slot, and how a job file writes it. Without statements: nothing is said.
struct SlotValue {
    std::vector<Knowledge> stated;
};

struct Slot {
    std::vector<FactIndex> facts;  ///< one, or both times of the shift
    std::vector<SlotValue> values;
    bool own = false;        ///< the norm itself asks for it, not only its exceptions
    bool assumable = false;  ///< a job that says nothing of it leaves nothing open
};

struct Crossing {
    std::size_t slot = 0;
    bool numeric = false;
    std::string threshold;  ///< numeric: as in "age 15"; crossings of one threshold are tried until one serves
    SlotValue one;
    SlotValue other;
};

struct Boundaries {
    std::vector<Slot> slots;
    std::vector<Crossing> crossings;  ///< of the norm's own terms; each both ways round
    bool open_figures = false;        ///< the norm compares with a cell of a limit that was not read
};

[[nodiscard]] Boundaries boundaries_of(const CompiledTables& tables, NormIndex norm);

/// How a job file writes what is stated of a fact (`stated` by `boundaries_of`).
[[nodiscard]] std::string value_text(const Knowledge& stated, const Vocabulary& vocabulary);

}  // namespace labourlex
