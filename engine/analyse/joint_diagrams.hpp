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
#include <map>
#include <optional>
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
    /// What a law says, by class. Made at the first call: of all that is here it needs the most nodes.
    [[nodiscard]] const LawDiagrams& side(std::size_t side);
    /// By class, where a norm of a side gives it (its own index there). An exception gives through its parents.
    [[nodiscard]] const std::vector<Diagram>& given_by(std::size_t side, NormIndex own);
    /// Where the condition of a norm holds, its instrument reaching, before any exception.
    [[nodiscard]] Diagram speaks(std::size_t side, NormIndex own);
    /// Where an exception takes effect on some parent; where requirements and duties apply.
    [[nodiscard]] Diagram holds(std::size_t side, NormIndex own);
    /// Where an exception that `does not apply` takes its parents away.
    [[nodiscard]] Diagram removes(std::size_t side, NormIndex own);
    /// Where some regulating instrument of a side reaches.
    [[nodiscard]] Diagram regulated(std::size_t side);
    /// Where an unread law of a side reaches and makes the job at least as grave as `least`.
    [[nodiscard]] Diagram unread_law_gives(std::size_t side, ClassIndex least);
    [[nodiscard]] Diagram feasible() { return space_->feasible(); }

    /// Number of outcomes: the classes and, last, out-of-scope.
    [[nodiscard]] std::size_t outcomes() const { return version().classes.size() + 1; }
    [[nodiscard]] std::string outcome_name(std::size_t outcome) const;
    [[nodiscard]] std::string outcome_title(std::size_t outcome) const;

    /// The outcome of a side for one job, given by the cells of all levels.
    [[nodiscard]] std::size_t outcome_at(std::size_t side, const std::vector<std::uint32_t>& cells);

    /// Levels whose variable is about the law and not about a job: questions, free parameters, unread parts, unread
    /// law, open cells of limits.
    [[nodiscard]] bool is_of_law(Level level) const;
    /// Where `diagram` holds under some answer to what the laws leave open. Where a number of the job stands tied to an
    /// open figure of the law in one variable, the cells that no comparison of job numbers alone tells apart become
    /// one: at least the jobs that some answer makes true are then in the result, so what is outside is outside
    /// whatever the answer.
    [[nodiscard]] Diagram for_some_answer(Diagram diagram);
    /// Where `diagram` holds whatever the answers that go with the job: no job is in the result that some answer
    /// takes out.
    [[nodiscard]] Diagram whatever_the_answer(Diagram diagram);

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
    [[nodiscard]] LawDiagrams read_side(std::size_t side);
    const NormReading& read_norm(NormIndex norm);
    [[nodiscard]] Diagram union_of(std::vector<Diagram> parts);
    /// Cells of a variable of tied numbers that no comparison of numbers of the job alone tells apart, by cell the
    /// number of its group; nothing where no figure of the law is among the numbers.
    [[nodiscard]] std::optional<std::vector<std::uint32_t>> groups_of_job_numbers(Level level) const;

    const JointLaw& law_;
    CompiledTables tables_;
    Situation situation_;
    std::unique_ptr<decide::Space> space_;
    std::vector<std::optional<NormReading>> norms_;  ///< by joined norm
    std::map<Diagram, Diagram> whatever_;            ///< what whatever_the_answer found
    std::array<std::optional<LawDiagrams>, 2> sides_;
};

}  // namespace labourlex::analyse
