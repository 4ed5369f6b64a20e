// Two completions at once: do two that agree on everything but some facts come out differently?
//
// Two copies of the outcome diagram are walked together. At a variable of an open fact the copies may take different cells,
// at any other the same one; they differ when they can end in two outcomes. Source: the usual product construction on
// decision diagrams (Bryant 1986), with the pair of nodes as the state.
#pragma once

#include "engine/decide/possible.hpp"

#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace labourlex::decide {

/// The outcomes that can be reached below each node of the outcome diagram, as bits; more classes than bits do not occur (a
/// ruleset has a handful).
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
    bool may_pass(Level level, std::uint32_t a, std::uint32_t b);
    bool differs(Diagram a, Diagram b);

    Outcomes& outcomes_;
    ReachedOutcomes& reached_;
    Diagrams& all_;
    std::vector<FactIndex> open_;
    std::set<Level> open_levels_;
    Level free_level_ = Diagrams::terminal_level;
    std::unordered_map<std::uint64_t, bool> done_;
    std::map<std::tuple<Level, std::uint32_t, std::uint32_t>, bool> passes_;
};

}  // namespace labourlex::decide
