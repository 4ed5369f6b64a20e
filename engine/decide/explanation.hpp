// Why: the grounds of a verdict with their exception chains, requirements, duties and unseen parts.
//
// Every statement made here is read off the diagrams of the whole space of completions: a ground applies certainly when
// it holds in every completion, an exception failed on a condition when that condition is false in every completion in
// which its parent speaks.
#pragma once

#include "engine/decide/possible.hpp"
#include "labourlex/verdict.hpp"

#include <optional>
#include <vector>

namespace labourlex::decide {

class Explanation {
public:
    Explanation(Outcomes& outcomes, const Job& job);

    /// Every norm that gives a class in some completion, gravest class first; for a default outcome the regulating
    /// instruments that reach.
    [[nodiscard]] std::vector<VerdictReason> reasons();
    /// Requirements that apply in some completion, those inside exceptions too.
    [[nodiscard]] std::vector<VerdictRequirement> requirements();
    [[nodiscard]] std::vector<VerdictDuty> duties();
    [[nodiscard]] std::vector<VerdictUnseen> unseen();

private:
    struct Ground {
        VerdictReason reason;
        ClassIndex cls = 0;
        Evidence evidence = Evidence::unverified;
    };

    /// Puts the bars that exceptions take away beside the grounds that are left.
    void add_lifted(std::vector<Ground>& grounds);
    void add_exemptions(std::vector<Ground>& grounds);
    bool add_permissions(const Norm& list, ClassIndex cls, Diagram region, const std::string& exception_to,
                         std::vector<Ground>& grounds);
    void collect(NormIndex norm, Diagram region, const std::string& exception_to, std::vector<Ground>& grounds);
    [[nodiscard]] VerdictException exception(NormIndex norm, Diagram parent_region);
    [[nodiscard]] VerdictRequirement requirement(NormIndex norm);
    [[nodiscard]] std::string needs_text(const Condition& condition) const;
    [[nodiscard]] VerdictCitation citation(const Citation& citation) const;
    [[nodiscard]] VerdictFact fact(AtomIndex atom, bool negated);

    /// A comparison of numbers by what it is told about and what is held against it.
    struct ToldComparison {
        Atom atom;                      ///< turned so that what is asked counts positively
        std::vector<LinearTerm> asked;  ///< the facts
        std::vector<LinearTerm> set;    ///< what a parameter sets, or what is taken away
    };
    [[nodiscard]] ToldComparison told(const Atom& atom) const;
    [[nodiscard]] VerdictFact number_fact(AtomIndex atom, bool negated);
    [[nodiscard]] std::string comparison_text(const ToldComparison& told, bool negated);
    [[nodiscard]] std::optional<NumberInterval> total_of(const std::vector<LinearTerm>& terms) const;
    [[nodiscard]] std::string with_figure(const Atom& atom, bool negated, const std::string& condition);
    [[nodiscard]] std::string origin_of(FactIndex fact, bool nothing_known) const;

    [[nodiscard]] std::string with_window(const Atom& atom, bool negated, const std::string& condition);
    void gather_windows(const Condition& condition, FactIndex term, std::vector<AtomIndex>& windows);
    [[nodiscard]] std::string with_shift(std::string_view value) const;
    void supporting(const Condition& condition, bool wanted, Diagram region, std::vector<VerdictFact>& facts);
    void reach(const Condition& reaches, Diagram region, std::vector<VerdictFact>& facts);
    void failing(const Condition& condition, bool wanted, Diagram region, std::vector<VerdictFact>& facts);
    [[nodiscard]] Diagram diagram(const Condition& condition);
    [[nodiscard]] Diagram diagram(AtomIndex atom);
    [[nodiscard]] bool open_cell_matters(LimitIndex limit, std::uint32_t text, std::uint32_t row);
    [[nodiscard]] bool open_cell_matters(LimitIndex limit);
    [[nodiscard]] std::optional<ClassIndex> gravest_by_open_cell(LimitIndex limit);
    [[nodiscard]] Diagram less_grave_than(ClassIndex cls);

    Outcomes& outcomes_;
    const Job& job_;
    const Version& version_;
    const Situation& situation_;
    Diagrams& all_;
    unsigned groups_ = 0;  ///< groups of alternatives in the list of facts that is being made
};

}  // namespace labourlex::decide
