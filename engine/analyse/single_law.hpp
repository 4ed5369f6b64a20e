// One law over every possible job: where each norm speaks, stands and takes effect, and where each condition holds.
//
// The diagrams are those of a law compared with itself (joint_diagrams.hpp), so everything is read over one space, cut
// where the law makes a difference. What comes on top:
//
// - where a norm *stands*: its own condition and its act's reach hold, no exemption has taken it away, and, for an
//   exception, one of the norms that it speaks to stands;
// - where a part of a condition holds, for claims about a single comparison. Lowering drops what it sees to be always
//   or never true, and with it the variables it asks for; so each comparison of the law is given a definition of its
//   own, and a part of a condition is put together from these.
#pragma once

#include "engine/analyse/cell_tests.hpp"
#include "engine/analyse/witness.hpp"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace labourlex::analyse {

class SingleLaw {
public:
    /// Throws DiagramBudgetExceeded, then and later.
    SingleLaw(std::shared_ptr<const Version> version, std::size_t node_budget);

    /// The law with every fact free; norms and instruments have the indices they have in the law's own version.
    [[nodiscard]] const Version& version() const { return *law_.version; }
    [[nodiscard]] JointDiagrams& joint() { return *joint_; }
    [[nodiscard]] Diagrams& diagrams() { return joint_->diagrams(); }

    /// Every job that can be.
    [[nodiscard]] Diagram feasible() { return joint_->feasible(); }
    [[nodiscard]] Diagram condition(const Condition& condition);
    /// Some condition of the law asks for the atom; then where it holds.
    [[nodiscard]] bool reads(AtomIndex atom) const { return definition_of_.contains(atom); }
    [[nodiscard]] Diagram atom(AtomIndex atom);
    /// Row `row` of text `text` of a limit gives the value.
    [[nodiscard]] Diagram limit_row(LimitIndex limit, std::uint32_t text, std::uint32_t row);

    /// The norm's own condition, with the reach of its act and what its list asks.
    [[nodiscard]] Diagram speaks(NormIndex norm);
    /// It speaks, what it requires is met (exceptions), one of its parents stands, and no exemption but `but` has taken
    /// it away.
    [[nodiscard]] Diagram stands(NormIndex norm, NormIndex but = none_index);
    /// An exception: where it takes effect on a parent that stands. A requirement or duty: where it applies.
    [[nodiscard]] Diagram holds(NormIndex norm) const { return joint_->holds(0, norm); }
    [[nodiscard]] Diagram removes(NormIndex norm) const { return joint_->removes(0, norm); }
    [[nodiscard]] const std::vector<Diagram>& by_class(NormIndex norm) const { return joint_->given_by(0, norm); }

    /// No possible job.
    [[nodiscard]] bool never(Diagram where) { return diagrams().both(feasible(), where) == diagrams().no(); }
    /// Every possible job of `where` is in `within`.
    [[nodiscard]] bool inside(Diagram where, Diagram within) {
        return never(diagrams().choose(within, diagrams().no(), where));
    }

    /// A job of `where`, judged by the reference reading, which must also find `also`. Nothing when there is none with
    /// short numbers. Throws WitnessRefuted.
    [[nodiscard]] std::optional<Witness> example(Diagram where, const AlsoTrue& also);

private:
    JointLaw law_;
    std::map<AtomIndex, DefinitionIndex> definition_of_;
    std::unique_ptr<JointDiagrams> joint_;
    std::unique_ptr<CellTests> tests_;
    std::map<NormIndex, Diagram> stands_;
};

}  // namespace labourlex::analyse
