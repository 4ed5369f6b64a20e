// Whether some job of each kind meets many conditions at once, without ever building the conjunction.
//
// "Jobs of 15 that no item of a list of eighty forbids" is a conjunction of eighty conditions, each about a task or
// hazard of its own. As one diagram it would tell apart every combination of them. But what is asked is only for which
// ages and arrangements there *is* such a job. So the variables nobody asks about are taken out one after the other
// (bucket elimination: Dechter, "Bucket elimination: a unifying framework for reasoning", Artificial Intelligence 113,
// 1999): only the conditions that mention a variable are joined, "some cell of it" is taken, and the result stands for
// them from then on. The variable whose conditions read the fewest others goes first.
//
// Why this is exact: what does not mention a variable may be drawn out of "for some value of it". Nothing is left out
// and nothing is added: `kept` is yes for exactly those cells of the kept variables for which the rest can be chosen.
// The joined conditions are remembered, so that afterwards a value for each variable can be read off in the opposite
// order: that is the example.
#pragma once

#include "engine/diagrams/diagram.hpp"

#include <functional>
#include <set>
#include <vector>

namespace labourlex::analyse {

class Elimination {
public:
    /// Takes every variable that `conditions` read out of them but those in `keep`. Throws DiagramBudgetExceeded.
    Elimination(Diagrams& diagrams, std::vector<Diagram> conditions, const std::set<Level>& keep);

    /// Over the kept variables only: where the others can be chosen so that all conditions hold.
    [[nodiscard]] Diagram kept() const { return kept_; }

    /// In the order in which a variable's cell is to be tried.
    using Preference = std::function<std::vector<std::uint32_t>(Level)>;
    /// Chooses cells of the variables taken out, in `cells` (by level), where the cells of the kept ones lie in `kept`.
    void choose(std::vector<std::uint32_t>& cells, const Preference& preference) const;

private:
    struct Step {
        Level level = 0;
        Diagram joined = 0;  ///< what the conditions that mention `level` say together
    };
    const Diagrams& diagrams_;
    std::vector<Step> steps_;
    Diagram kept_ = 0;
};

/// The truth of a diagram (terminals 0 and 1) at cells given by level.
[[nodiscard]] bool holds_at(const Diagrams& diagrams, Diagram diagram, const std::vector<std::uint32_t>& cells);

/// Levels that a diagram reads.
[[nodiscard]] std::set<Level> levels_read(const Diagrams& diagrams, Diagram diagram);

}  // namespace labourlex::analyse
