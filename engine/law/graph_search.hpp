// Circles in a graph of numbered nodes, and an order in which every node stands after those that it points to.
//
// The search keeps its own stack: a chain of definitions may be as long as a file.
#pragma once

#include <cstdint>
#include <vector>

namespace labourlex {

using Graph = std::vector<std::vector<std::uint32_t>>;

struct GraphSearch {
    std::vector<std::vector<std::uint32_t>> circles;  ///< one for each edge that closes a circle
    std::vector<std::uint32_t> order;                 ///< every node after those that it points to
};

[[nodiscard]] GraphSearch search(const Graph& graph);

}  // namespace labourlex
