// Two completions at once: do two that agree on everything but some facts come out differently?
//
// Two copies of the outcome diagram are walked together. At a variable of an open fact the copies may take different
// cells, at any other the same one; they differ when they can end in two outcomes. Source: the usual product
// construction on decision diagrams (Bryant 1986), with the pair of nodes as the state.
#pragma once

#include "engine/decide/possible.hpp"

#include <map>
#include <unordered_map>
#include <vector>

namespace labourlex::decide {

/// The outcomes that can be reached below each node of the outcome diagram, as bits; more classes than bits do not
/// occur (a ruleset has a handful).
class ReachedOutcomes {
public:
    explicit ReachedOutcomes(Outcomes& outcomes);

    [[nodiscard]] std::uint64_t of(Diagram diagram);
    /// Two different outcomes can be reached from the pair.
    [[nodiscard]] bool may_differ(Diagram a, Diagram b);

private:
    Outcomes& outcomes_;
    std::vector<std::uint64_t> bits_;
    std::vector<bool> known_;
};

class PairWalk {
public:
    PairWalk(Outcomes& outcomes, ReachedOutcomes& reached, std::vector<FactIndex> open);
    /// Opens one variable that is not a fact: an unseen part or unseen law.
    PairWalk(Outcomes& outcomes, ReachedOutcomes& reached, Level level);

    [[nodiscard]] bool differs() { return differs(outcomes_.outcome(), outcomes_.outcome()); }

private:
    /// The cells of an open level in groups: only cells of one group can be taken by two completions that agree on
    /// everything but the open facts. Where the level holds the open fact alone there is one group, and all pairs pass.
    struct OpenLevel {
        std::vector<std::uint32_t> group;                  ///< by cell
        std::vector<std::vector<std::uint32_t>> cells;     ///< by group
        bool every_pair = true;
        std::unordered_map<std::uint64_t, bool> passes;    ///< by pair of cells, where not every pair does
    };

    void open(Level level);
    bool may_pass(Level level, OpenLevel& cells, std::uint32_t a, std::uint32_t b);
    bool differs(Diagram a, Diagram b);

    Outcomes& outcomes_;
    ReachedOutcomes& reached_;
    Diagrams& all_;
    std::vector<FactIndex> open_;
    std::map<Level, OpenLevel> open_levels_;
    std::unordered_map<std::uint64_t, bool> done_;
};

}  // namespace labourlex::decide
