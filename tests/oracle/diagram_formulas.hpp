// A decision diagram as a formula of Z3 over the same variables as the laws.
//
// Whether a claim holds of some job says little of the jobs at its edge. Read as a formula, a diagram can be proved to
// hold of exactly the jobs that the law's own formula holds of: Z3 looks for a possible job on which the two differ.
// What a cell of the diagrams' space means is read off the space: these values of a choice, these comparisons true and
// those false. That the cells fit the jobs is part of what is proved.
#pragma once

#include "engine/analyse/joint_diagrams.hpp"
#include "tests/oracle/law_formulas.hpp"

#include <map>
#include <optional>
#include <vector>

namespace labourlex::oracle {

class DiagramFormulas {
public:
    /// `laws`: the formulas of both sides of `joint`.
    DiagramFormulas(analyse::JointDiagrams& joint, JobVariables& variables, std::vector<LawFormulas>& laws);

    /// Nothing where the diagram has more nodes than that.
    [[nodiscard]] std::optional<z3::expr> of(Diagram diagram, std::size_t most_nodes);
    /// The job lies in some cell of every variable: numbers that a constraint forbids lie in none.
    [[nodiscard]] z3::expr in_cells();

private:
    [[nodiscard]] const FactVariable& variable(FactIndex joined) const;
    [[nodiscard]] z3::expr formula(Diagram diagram);
    [[nodiscard]] z3::expr cell(Level level, std::uint32_t cell);
    [[nodiscard]] z3::expr code_cell(const decide::SpaceVariable& of, std::uint32_t cell);
    [[nodiscard]] z3::expr set_cell(const decide::SpaceVariable& of, std::uint32_t cell);
    [[nodiscard]] z3::expr number_cell(const decide::NumberComponent& component, std::uint32_t cell);
    [[nodiscard]] z3::expr number(std::uint32_t variable);
    [[nodiscard]] z3::expr test(const decide::NumberTest& test);

    analyse::JointDiagrams& joint_;
    JobVariables& variables_;
    std::vector<LawFormulas>& laws_;
    std::vector<std::pair<std::size_t, FactIndex>> owner_;  ///< by joined fact: a side and its own fact
    std::map<Diagram, z3::expr> formulas_;
    std::map<std::pair<Level, std::uint32_t>, z3::expr> cells_;
};

}  // namespace labourlex::oracle
