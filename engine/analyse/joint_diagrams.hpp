// What two joined laws say of every possible job, as decision diagrams over one space.
//
// The space holds everything that either law tells apart: each fact cut into the cells that some condition of one of
// the two distinguishes, with the declared constraints ("a day is not longer than its week") as the set of jobs that
// can be. Over it stands, for each law, one diagram for "some norm gives class c" and one for "some regulating
// instrument reaches": the outcome of a law follows from these, and a claim about all jobs is the question whether a
// diagram is the terminal `no`.
//
// The jobs looked at are complete ones: every fact has a value. A requirement is then met or broken and never unknown,
// so a formal requirement is read like a constitutive one (semantics 5); a noted one leaves the class. What stays open
// of the law itself - a question, a free parameter, an unread part, the figure of an open limit cell - is a variable
// like the facts, shared by both laws where both hold the same text of it; `law_levels` tells these from the facts of a
// job.
//
// Why this is exact: every condition is made of atoms; the cells of a variable are the classes of values that no atom
// tells apart, each of them taken by some value (numbers tied together by a constraint: by some rational point, decided
// by Fourier-Motzkin elimination); so two jobs in the same cells have the same outcome under both laws, and each
// assignment of cells that is feasible is some job.
#pragma once

#include "engine/analyse/joint_law.hpp"
#include "engine/decide/space.hpp"

#include <array>
#include <set>
#include <vector>

namespace labourlex::analyse {

/// Nodes that an analysis may use. Laws that used them up were seen to take 1.9 GB.
inline constexpr std::size_t analysis_node_budget = 8'000'000;

/// What one law says, by class.
struct LawDiagrams {
    std::vector<Diagram> given;  ///< some norm gives class c
    Diagram regulated = 0;       ///< some regulating instrument reaches
    std::vector<Diagram> is;     ///< the outcome is class c; the last entry is out-of-scope
    /// By norm of the law (its own index), where it gives which class; exceptions give through their parents.
    std::vector<std::vector<Diagram>> by_norm;
    /// By norm: an exception's, where it takes effect on some parent; requirements and duties: where they apply.
    std::vector<Diagram> speaks;
    /// By norm: where an exception that `does not apply` takes its parents away.
    std::vector<Diagram> removes;
};

class JointDiagrams {
public:
    /// Throws DiagramBudgetExceeded.
    explicit JointDiagrams(const JointLaw& law, std::size_t node_budget = analysis_node_budget);
    JointDiagrams(const JointDiagrams&) = delete;
    JointDiagrams& operator=(const JointDiagrams&) = delete;

    [[nodiscard]] const JointLaw& law() const { return law_; }
    [[nodiscard]] decide::Space& space() { return *space_; }
    [[nodiscard]] Diagrams& diagrams() { return space_->diagrams(); }
    [[nodiscard]] const Version& version() const { return *law_.version; }
    [[nodiscard]] const LawDiagrams& side(std::size_t side) const { return sides_[side]; }
    [[nodiscard]] Diagram feasible() { return space_->feasible(); }

    /// Number of outcomes: the classes and, last, out-of-scope.
    [[nodiscard]] std::size_t outcomes() const { return version().classes.size() + 1; }
    [[nodiscard]] std::string outcome_name(std::size_t outcome) const;
    [[nodiscard]] std::string outcome_title(std::size_t outcome) const;

    /// Levels whose variable is about the law and not about a job: questions, free parameters, unread parts, unread
    /// law, open cells of limits.
    [[nodiscard]] bool is_of_law(Level level) const;

    /// Jobs with at most one entry in each list (one task, one hazard) of those at the levels `among`: what shares are
    /// counted among. Without this the figures would be drowned in jobs of fifty tasks at once, all of them hazardous
    /// for many reasons.
    [[nodiscard]] Diagram plain_jobs(const std::set<Level>& among);

    /// Levels that the diagrams read.
    [[nodiscard]] std::set<Level> support(const std::vector<Diagram>& of) const;

private:
    struct NormReading {
        std::vector<Diagram> by_class;
        Diagram removes = 0;
        Diagram holds = 0;
    };
    void read_side(std::size_t side);
    const NormReading& read_norm(NormIndex norm);

    const JointLaw& law_;
    CompiledTables tables_;
    Situation situation_;
    std::unique_ptr<decide::Space> space_;
    std::vector<std::optional<NormReading>> norms_;  ///< by joined norm
    std::array<LawDiagrams, 2> sides_;
};

}  // namespace labourlex::analyse
