// Decision diagrams against truth tables: every operation, on random conditions over variables of two to four cells,
// for every assignment.

#include "engine/diagrams/diagram.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <functional>
#include <memory>
#include <vector>

using namespace labourlex;

namespace {

const std::vector<std::uint32_t> cells{2, 3, 2, 4};

/// A random condition, kept beside its diagram as a plain function.
struct Pair {
    Diagram diagram;
    std::function<bool(const std::vector<std::uint32_t>&)> holds;
};

Pair random_pair(Diagrams& all, int depth) {
    const int kind = depth == 0 ? 0 : *rc::gen::inRange(0, 5);
    if (kind <= 1) {
        const Level level = *rc::gen::inRange<Level>(0, cells.size());
        std::vector<bool> marked;
        for (std::uint32_t i = 0; i < cells[level]; ++i) {
            marked.push_back(*rc::gen::arbitrary<bool>());
        }
        return {all.among(level, marked), [level, marked](const auto& at) -> bool { return marked[at[level]]; }};
    }
    const Pair a = random_pair(all, depth - 1);
    if (kind == 2) {
        return {all.negate(a.diagram), [a](const auto& at) { return !a.holds(at); }};
    }
    const Pair b = random_pair(all, depth - 1);
    if (kind == 3) {
        return {all.both(a.diagram, b.diagram), [a, b](const auto& at) { return a.holds(at) && b.holds(at); }};
    }
    return {all.either(a.diagram, b.diagram), [a, b](const auto& at) { return a.holds(at) || b.holds(at); }};
}

std::uint32_t follow(const Diagrams& all, Diagram diagram, const std::vector<std::uint32_t>& at) {
    while (!all.is_terminal(diagram)) {
        diagram = all.child(diagram, at[all.level(diagram)]);
    }
    return all.value(diagram);
}

void for_all(const std::function<void(const std::vector<std::uint32_t>&)>& visit) {
    std::vector<std::uint32_t> at(cells.size(), 0);
    const std::function<void(std::size_t)> next = [&](std::size_t level) {
        if (level == cells.size()) {
            visit(at);
            return;
        }
        for (at[level] = 0; at[level] < cells[level]; ++at[level]) {
            next(level + 1);
        }
    };
    next(0);
}

}  // namespace

TEST_CASE("a diagram is the function it was made of") {
    rc::check([] {
        Diagrams all(cells);
        const Pair pair = random_pair(all, 4);
        for_all([&](const auto& at) { RC_ASSERT(follow(all, pair.diagram, at) == (pair.holds(at) ? 1U : 0U)); });
    });
}

TEST_CASE("equal functions are one node, however they were made") {
    rc::check([] {
        Diagrams all(cells);
        const Pair a = random_pair(all, 3);
        const Pair b = random_pair(all, 3);
        bool equal = true;
        for_all([&](const auto& at) { equal = equal && a.holds(at) == b.holds(at); });
        RC_ASSERT((a.diagram == b.diagram) == equal);
        RC_ASSERT(all.negate(all.both(a.diagram, b.diagram)) ==
                  all.either(all.negate(a.diagram), all.negate(b.diagram)));
    });
}

TEST_CASE("a choice between outcomes and a change of outcomes") {
    rc::check([] {
        Diagrams all(cells);
        const Pair a = random_pair(all, 3);
        const Pair b = random_pair(all, 3);
        const Diagram outcome =
            all.choose(a.diagram, all.terminal(7), all.choose(b.diagram, all.terminal(3), all.terminal(5)));
        const Diagram graver = all.map(outcome, [](std::uint32_t value) { return value < 5 ? 5U : value; });
        for_all([&](const auto& at) {
            const std::uint32_t expected = a.holds(at) ? 7U : b.holds(at) ? 3U : 5U;
            RC_ASSERT(follow(all, outcome, at) == expected);
            RC_ASSERT(follow(all, graver, at) == std::max(expected, 5U));
        });
    });
}

TEST_CASE("a diagram that outgrows its budget says so") {
    std::vector<std::uint32_t> many(24, 2);
    Diagrams all(many, 2000);
    // Pairs of variables far apart in the order: the classic case that needs 2^12 nodes.
    const auto grow = [&] {
        Diagram result = all.no();
        for (Level i = 0; i < 12; ++i) {
            const Diagram pair = all.both(all.among(i, {false, true}), all.among(i + 12, {false, true}));
            result = all.either(result, pair);
        }
        return result;
    };
    CHECK_THROWS_AS(grow(), DiagramBudgetExceeded);
}
