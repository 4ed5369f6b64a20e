// Decision diagrams over finite variables: the kernel that exact classification (and later the analyses) stand on.
//
// A diagram is a function from the cells of ordered variables to a terminal value. Equal functions are one node
// (hash-consing), a node whose children are all equal does not exist (reduction): so equality of functions is equality
// of numbers, and "can this ever happen" is "is it the terminal 0". Conditions are diagrams with terminals 0 and 1;
// outcomes are diagrams with one terminal an outcome. Everything is built bottom-up with `choose` (if-then-else) and a
// cache; top-down expansion over the rules of a law explodes, bottom-up folding does not.
//
// One `Diagrams` serves one question and is thrown away; it is not thread-safe and holds no global state.
// Source of the idea: Bryant, "Graph-based algorithms for Boolean function manipulation", IEEE Trans. Computers C-35
// (1986); for several values: Srinivasan et al., "Algorithms for discrete function manipulation", ICCAD 1990.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <stdexcept>
#include <unordered_map>
#include <vector>

namespace labourlex {

/// A diagram. Valid for the `Diagrams` that made it.
using Diagram = std::uint32_t;
using Level = std::uint32_t;

/// Thrown when a diagram would need more nodes than allowed.
struct DiagramBudgetExceeded : std::runtime_error {
    DiagramBudgetExceeded() : std::runtime_error("the decision diagram outgrew its budget") {}
};

class Diagrams {
public:
    /// `cells[i]` is the number of cells of the variable at level i; levels are tested in ascending order.
    explicit Diagrams(std::vector<std::uint32_t> cells, std::size_t node_budget = 4'000'000);

    [[nodiscard]] Diagram terminal(std::uint32_t value);
    [[nodiscard]] Diagram no() const { return no_; }
    [[nodiscard]] Diagram yes() const { return yes_; }
    [[nodiscard]] Diagram constant(bool value) const { return value ? yes_ : no_; }

    /// The diagram that tests the variable at `level` and goes on with one child a cell. Children test deeper levels
    /// only.
    [[nodiscard]] Diagram test(Level level, std::span<const Diagram> children);
    /// Yes for the marked cells.
    [[nodiscard]] Diagram among(Level level, const std::vector<bool>& cells);

    /// if `condition` then `yes` else `no`; `condition` has terminals 0 and 1 only.
    [[nodiscard]] Diagram choose(Diagram condition, Diagram yes, Diagram no);
    [[nodiscard]] Diagram both(Diagram a, Diagram b) { return choose(a, b, no_); }
    [[nodiscard]] Diagram either(Diagram a, Diagram b) { return choose(a, yes_, b); }
    [[nodiscard]] Diagram negate(Diagram a) { return choose(a, no_, yes_); }
    /// Where some cell of the variable at `level` makes `diagram` (terminals 0 and 1) true.
    [[nodiscard]] Diagram some_cell(Level level, Diagram diagram);
    /// Where some cell of the same group makes it true. `groups`: by cell the number of its group.
    [[nodiscard]] Diagram some_cell_of_group(Level level, const std::vector<std::uint32_t>& groups, Diagram diagram);
    /// Replaces every terminal value by another.
    [[nodiscard]] Diagram map(Diagram diagram, const std::function<std::uint32_t(std::uint32_t)>& change);

    [[nodiscard]] bool is_terminal(Diagram diagram) const { return nodes_[diagram].level == terminal_level; }
    [[nodiscard]] std::uint32_t value(Diagram diagram) const { return nodes_[diagram].first; }
    /// Level of the variable tested; terminals stand below all.
    [[nodiscard]] Level level(Diagram diagram) const { return nodes_[diagram].level; }
    [[nodiscard]] Diagram child(Diagram diagram, std::uint32_t cell) const {
        return children_[nodes_[diagram].first + cell];
    }
    [[nodiscard]] std::uint32_t cells(Level level) const { return cells_[level]; }
    [[nodiscard]] std::size_t levels() const { return cells_.size(); }
    [[nodiscard]] std::size_t size() const { return nodes_.size(); }

    static constexpr Level terminal_level = UINT32_MAX;
    static constexpr Diagram no_node = UINT32_MAX;

private:
    struct Node {
        Level level;
        std::uint32_t first;  ///< first child in `children_`; terminals: the value
    };
    struct Triple {
        Diagram a, b, c;
        friend bool operator==(const Triple&, const Triple&) = default;
    };
    /// One remembered answer of `choose`.
    struct Chosen {
        Triple key{no_node, 0, 0};
        Diagram result = 0;
    };

    /// `diagram` with every node at `level` replaced by what `change` makes of its children.
    Diagram rebuild(Level level, Diagram diagram, const std::function<Diagram(std::vector<Diagram>&)>& change);
    Diagram intern(Level level, std::span<const Diagram> children);
    void grow_unique();
    void remember(const Triple& key, Diagram result);
    [[nodiscard]] Chosen& place_of(const Triple& key);
    [[nodiscard]] Diagram at(Diagram diagram, Level level, std::uint32_t cell) const {
        return nodes_[diagram].level == level ? child(diagram, cell) : diagram;
    }

    std::vector<std::uint32_t> cells_;
    std::size_t budget_;
    std::vector<Node> nodes_;
    std::vector<Diagram> children_;
    /// Open addressing, a power of two, at most half full; `no_node` marks a free place.
    std::vector<Diagram> unique_;
    std::unordered_map<std::uint32_t, Diagram> terminals_;
    std::vector<Chosen> cache_;
    std::size_t cached_ = 0;
    Diagram no_ = 0;
    Diagram yes_ = 0;
};

}  // namespace labourlex
