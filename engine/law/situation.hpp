// A job under a law: absence rules read, clock terms resolved. From here on only completions matter.
//
// Semantics 4: absence is read once from the job, in acyclic order; what is assumed is fixed, what is asked is free;
// `--strict` frees every assumption but the signs of a worst form. Clock terms follow four steps: both times known; one
// time known and enough; the stated value; assume no. When their assumption is freed, the pair of times is free.
//
// A `Situation` describes the set of completions of a job: for each fact the values it may take, whether the pair of
// times is free, and which unseen parts are blocking. A `Completion` is one point of that set.
#pragma once

#include "engine/facts/job.hpp"
#include "engine/law/model.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace labourlex {

enum class Origin {
    stated,   ///< the job says so (perhaps only in part, or says that it is unknown)
    assumed,  ///< absent, and the law's vocabulary assumes a value
    law,      ///< a parameter that the law has fixed, or a season: nothing is left to state
    asked     ///< absent, and nothing may be assumed
};

/// What a fact may be. Only the members of the fact's type are used; they are always filled.
struct FactSituation {
    Origin origin = Origin::asked;
    bool fixed = false;           ///< exactly one value
    bool has_assumption = false;  ///< a stated list taken as complete, or an assumed value: listed if it matters
    bool freed = false;           ///< the assumption was freed (`--strict`)
    std::vector<bool> choices;    ///< yes_no, choice
    std::vector<NumberInterval> numbers;  ///< number: sorted, disjoint
    std::vector<CodeIndex> codes;         ///< code: at or below one of these
    bool unnamed_code = false;            ///< code: a code that no norm names is possible (alone when `codes` is empty)
    SetKnowledge set;                     ///< code_set; `listed`: complete
    std::vector<MinuteInterval> minutes;  ///< time_of_day
};

/// How the shift [start, end) stands.
struct ShiftSituation {
    enum class Kind {
        known,  ///< both times known: start and end below
        fixed,  ///< not free and not fully known: every overlap atom has the value in `overlaps`
        free    ///< completions range over pairs of times within the facts' minutes
    };
    Kind kind = Kind::fixed;
    int start = 0;
    int end = 0;
    /// fixed: truth of each overlap atom, by AtomIndex (other atoms: false).
    std::vector<bool> overlaps;
    /// fixed: overlap atoms that are false only by the last step (assume no), so that the times would be asked.
    std::vector<AtomIndex> assumed_no;
    /// free: clock terms stated beside it. They restrict the times to those that give the term this value, wherever the
    /// law's table can give it at all: where it cannot, the times stand and the stated value is overridden.
    std::vector<std::pair<FactIndex, bool>> stated_terms;
};

struct SituationOptions {
    bool strict = false;
    /// Frees these assumptions beyond what `strict` does. For a clock term or time: the pair of times.
    std::vector<FactIndex> also_free = {};
    /// Tells numbers apart also at the ends of what is known of an open figure ("unseen above 4 kg": at 4 kg), so that
    /// what no figure can make true has cells of its own. For the analyses; changes no outcome.
    bool split_at_open_figures = false;
    [[nodiscard]] bool frees(FactIndex fact) const;
};

struct Situation {
    std::shared_ptr<const Version> version;
    SituationOptions options;
    std::vector<FactSituation> facts;  ///< by FactIndex
    ShiftSituation shift;
    std::vector<bool> unseen_blocks;  ///< by NormIndex: an unseen part that can decide the class
    /// Stated values that the law overrides (a stated night_work that the times contradict), for the notes.
    std::vector<FactIndex> overridden;

    /// Constraints left out of account (by position in `Version::impossible`; empty: none). Only who looks for the
    /// constraints that a job breaks leaves some out.
    std::vector<bool> ignored_constraints;

    /// The value that an absent fact is assumed to have differs from case to case only by `asked_when`.
    [[nodiscard]] bool any_free() const;
    [[nodiscard]] bool ignores_constraint(std::size_t index) const {
        return index < ignored_constraints.size() && ignored_constraints[index];
    }
};

/// Reads absence and clock rules. The job must be bound to the version's vocabulary.
[[nodiscard]] Situation make_situation(std::shared_ptr<const Version> version, const Job& job,
                                       const SituationOptions& options = {});

/// The shift's length in minutes: (end - start) modulo a day, equal times being a day.
[[nodiscard]] int shift_minutes(int start, int end);
/// Whether [start, end) overlaps [from, to) on the clock; touching is not overlapping; equal ends are a whole day.
[[nodiscard]] bool shift_overlaps(int start, int end, int from, int to);

/// The value of one fact in a completion.
struct FactValue {
    std::size_t choice = 0;
    Rational number;
    CodeIndex code = no_code;    ///< no_code: a code that no norm names
    std::vector<CodeIndex> set;  ///< codes present; an inner code of an open tree is its unnamed "other"
};

/// One way the world may be, every variable given a value.
struct Completion {
    std::vector<FactValue> facts;  ///< by FactIndex; times are in `start`, `end`
    int start = 0;                 ///< used when the shift is known or free
    int end = 0;
    std::vector<bool> unseen;  ///< by NormIndex: the unseen part holds (blocking ones only)
    /// Value of each open limit cell, by limit, text of the limit, row.
    std::vector<std::vector<std::vector<Rational>>> open_cells;
    std::vector<std::uint32_t> unseen_laws;  ///< by unseen law: the class it gives, or none_index
};

}  // namespace labourlex
