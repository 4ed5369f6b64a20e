// The outcome of a job as one decision diagram over its completions: what every norm gives, and what follows.
//
// The tables are evaluated not for one complete job but for all completions at once: a row is the conjunction of its
// cells' diagrams, a table the disjunction of its rows. The set of outcomes that the diagram reaches is then exact in
// both directions: every outcome listed is reached by some completion, and none is left out.
#pragma once

#include "engine/decide/space.hpp"
#include "engine/law/reference_reading.hpp"

#include <set>
#include <vector>

namespace labourlex::decide {

/// Where a norm gives which class: `by_class[k]` for class k, disjoint. Rules and items; broken requirements give the
/// breach class; unseen parts what they could be; exceptions what they put in their parent's place.
struct NormDiagrams {
    Diagram speaks = 0;        ///< in force, reaches, shared and own condition
    Diagram needs_met = 0;     ///< requirement, exception with `requires`: its needs hold
    Diagram needs_enough = 0;  ///< ... or its strength lets an unmet need pass (formal not broken, noted)
    /// Exception: it takes effect wherever its parent speaks. Requirement, duty: it is required. Unseen part: its
    /// condition holds, whatever its text may say.
    Diagram holds = 0;
    std::vector<Diagram> by_class;
    Diagram removes = 0;  ///< exception: where it makes its parent not apply
};

/// Everything about one job that diagrams can say. Building it is the expensive step; everything else reads it.
class Outcomes {
public:
    Outcomes(const CompiledTables& tables, const Situation& situation);

    [[nodiscard]] Space& space() { return space_; }
    [[nodiscard]] Diagrams& diagrams() { return space_.diagrams(); }
    [[nodiscard]] const NormDiagrams& norm(NormIndex norm) const { return norms_[norm]; }
    /// Where a norm speaks, and for an exception one of the norms that it speaks to, all the way up, that no exemption
    /// has taken away.
    [[nodiscard]] Diagram speaks_with_parents(NormIndex norm);
    /// Where instrument `index` is in force and reaches.
    [[nodiscard]] Diagram reaches(InstrumentIndex index) {
        return space_.table(space_.tables().instrument_reaches[index]);
    }
    [[nodiscard]] Diagram feasible() { return space_.feasible(); }
    /// Status of a requirement or of an exception's `requires`, read once over all completions.
    [[nodiscard]] reference::RequirementStatus status(NormIndex norm) const { return statuses_[norm]; }

    /// Terminals: the class's index, `outside()` for out-of-scope, `cannot_be()` where no completion is.
    [[nodiscard]] Diagram outcome() const { return outcome_; }
    [[nodiscard]] std::uint32_t outside() const { return outside_; }
    [[nodiscard]] std::uint32_t cannot_be() const { return outside_ + 1; }

    /// The outcomes that some completion reaches, mildest first, out-of-scope last; empty when no completion exists.
    [[nodiscard]] const std::set<Outcome>& possible() const { return possible_; }

    /// Some completion satisfies the condition.
    [[nodiscard]] bool can_be(Diagram condition) { return diagrams().both(feasible(), condition) != diagrams().no(); }
    /// Every completion satisfies the condition.
    [[nodiscard]] bool must_be(Diagram condition) {
        return diagrams().choose(condition, diagrams().no(), feasible()) == diagrams().no();
    }

private:
    void build_norm(NormIndex norm);
    void read_status(NormIndex norm, Diagram applies);
    void build_outcome();

    Space space_;
    std::vector<NormDiagrams> norms_;
    std::vector<bool> built_;
    std::vector<reference::RequirementStatus> statuses_;
    std::vector<std::vector<NormIndex>> read_first_;  ///< by exception: exemptions that take its parents away
    Diagram outcome_ = 0;
    std::uint32_t outside_ = 0;
    std::set<Outcome> possible_;
};

/// The exact set of possible outcomes; `out_of_scope` is its greatest member when present.
[[nodiscard]] std::set<Outcome> possible_outcomes(const CompiledTables& tables, const Situation& situation);

}  // namespace labourlex::decide
