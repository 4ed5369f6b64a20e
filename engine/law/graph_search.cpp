#include "engine/law/graph_search.hpp"

#include <algorithm>
#include <utility>

namespace labourlex {

GraphSearch search(const Graph& graph) {
    enum class Colour : std::uint8_t { white, grey, black };
    GraphSearch result;
    std::vector<Colour> colours(graph.size(), Colour::white);
    std::vector<std::pair<std::uint32_t, std::size_t>> path;
    for (std::uint32_t start = 0; start < graph.size(); ++start) {
        if (colours[start] != Colour::white) continue;
        path.emplace_back(start, 0);
        colours[start] = Colour::grey;
        while (!path.empty()) {
            const std::uint32_t node = path.back().first;
            if (path.back().second == graph[node].size()) {
                colours[node] = Colour::black;
                result.order.push_back(node);
                path.pop_back();
                continue;
            }
            const std::uint32_t next = graph[node][path.back().second++];
            if (colours[next] == Colour::white) {
                colours[next] = Colour::grey;
                path.emplace_back(next, 0);
            } else if (colours[next] == Colour::grey) {
                std::vector<std::uint32_t> circle;
                auto place =
                    std::find_if(path.begin(), path.end(), [&](const auto& step) { return step.first == next; });
                for (; place != path.end(); ++place) circle.push_back(place->first);
                result.circles.push_back(std::move(circle));
            }
        }
    }
    return result;
}

}  // namespace labourlex
