// When no fact decides alone: the facts in which two completions of different outcome differ that differ in the fewest.
//
// Semantics 8. Two copies of the outcome diagram are walked together, each difference between them costing one a fact (a set
// counts once whatever the number of its codes, the pair of times once; numbers tied together cost as many as must differ).
// The search deepens: two facts, three, ... until a pair is found, so that it never walks further than the answer needs. At
// the least cost the facts of all cheapest ways are collected.
#pragma once

#include "engine/decide/pair_walk.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <tuple>
#include <vector>

namespace labourlex::decide {

class FewestDifferences {
public:
    FewestDifferences(Outcomes& outcomes, ReachedOutcomes& reached);

    /// Empty when no two completions that share all unseen parts and open cells differ in outcome.
    [[nodiscard]] std::set<FactIndex> facts();

private:
    static constexpr std::uint32_t never = UINT32_MAX;

    struct Difference {
        std::uint32_t cost = never;
        std::set<FactIndex> facts;
    };

    [[nodiscard]] Difference search(Diagram a, Diagram b, FactIndex differing, std::uint32_t left);
    /// What it costs that the variable at `level` has different cells in the two copies.
    [[nodiscard]] const Difference& step(Level level, std::uint32_t a, std::uint32_t b, std::uint32_t left);

    Outcomes& outcomes_;
    ReachedOutcomes& reached_;
    Diagrams& all_;
    std::map<std::tuple<Diagram, Diagram, FactIndex, std::uint32_t>, Difference> searched_;
    std::map<std::tuple<Level, std::uint32_t, std::uint32_t>, std::pair<std::uint32_t, Difference>> steps_;
};

}  // namespace labourlex::decide
