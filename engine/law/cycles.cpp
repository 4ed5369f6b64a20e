// Circles: exceptions, definitions and absence rules must come to an end.
//
// One search serves all three: a graph of numbered nodes, and the first circle found through each node not yet seen. It
// keeps its own stack, since chains of definitions may be as long as a file.

#include "engine/law/conditions.hpp"

#include <algorithm>

namespace labourlex {

namespace {

using Graph = std::vector<std::vector<std::uint32_t>>;

struct Search {
    std::vector<std::vector<std::uint32_t>> circles;
    std::vector<std::uint32_t> order;   ///< every node after those that it points to
};

Search search(const Graph& graph) {
    enum class Colour : std::uint8_t { white, grey, black };
    Search result;
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
                auto place = std::find_if(path.begin(), path.end(), [&](const auto& step) { return step.first == next; });
                for (; place != path.end(); ++place) circle.push_back(place->first);
                result.circles.push_back(std::move(circle));
            }
        }
    }
    return result;
}

template <class Name>
std::string shown_circle(const std::vector<std::uint32_t>& circle, const Name& name) {
    std::vector<std::string> names;
    for (const std::uint32_t node : circle) names.push_back(name(node));
    names.push_back(name(circle.front()));
    return joined(names);
}

void tidy(std::vector<std::uint32_t>& edges) {
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
}

void collect_definitions(const Condition& condition, std::vector<std::uint32_t>& found) {
    if (condition.kind == Condition::Kind::definition) found.push_back(condition.definition);
    for (const Condition& child : condition.children) collect_definitions(child, found);
}

bool check_definitions(Compilation& compilation) {
    const auto& definitions = compilation.book.definitions;
    Graph graph(definitions.size());
    for (std::size_t index = 0; index < definitions.size(); ++index) {
        collect_definitions(definitions[index].when, graph[index]);
        tidy(graph[index]);
    }
    const Search found = search(graph);
    for (const auto& circle : found.circles) {
        const auto name = [&](std::uint32_t node) { return definitions[node].name; };
        compilation.report(Code::L0314, definitions[circle.front()].span,
                           {name(circle.front()), shown_circle(circle, name)});
    }
    return found.circles.empty();
}

void check_exceptions(Compilation& compilation) {
    const StatuteBook& book = compilation.book;
    Graph graph(book.families.size());
    for (const TextIndex text : book.order) {
        const EnactedNorm& enacted = book.texts[text];
        for (const NormLink& link : enacted.links) {
            for (const TextIndex parent : book.texts_of(link)) {
                // An unseen part lifts its list's norms, among which it may stand itself.
                if (enacted.norm.kind != NormKind::exception) continue;
                graph[enacted.family].push_back(book.texts[parent].family);
            }
        }
    }
    for (auto& edges : graph) tidy(edges);
    for (const auto& circle : search(graph).circles) {
        const auto name = [&](std::uint32_t node) { return book.families[node].name; };
        compilation.report(Code::L0313, book.families[circle.front()].span,
                           {name(circle.front()), shown_circle(circle, name)});
    }
}

void check_absence(Compilation& compilation) {
    StatuteBook& book = compilation.book;
    const auto& facts = compilation.vocabulary.facts;
    Graph graph(facts.size());
    for (FactIndex fact = 0; fact < book.absence_conditions.size(); ++fact) {
        if (!book.absence_conditions[fact]) continue;
        for_each_atom(*book.absence_conditions[fact], &book.definitions, [&](AtomIndex atom) {
            const Atom& test = compilation.atoms.all()[atom];
            // Whether a fact is stated is known at once; only what a fact is waits for its own absence rule.
            if (test.kind == Atom::Kind::stated) return;
            for (const FactIndex used : facts_of(test, book.shift_start, book.shift_end)) graph[fact].push_back(used);
        });
        tidy(graph[fact]);
    }
    Search found = search(graph);
    for (const auto& circle : found.circles) {
        const auto name = [&](std::uint32_t node) { return facts[node].name; };
        compilation.report(Code::L0315, facts[circle.front()].span, {name(circle.front()), shown_circle(circle, name)});
    }
    book.absence_order = std::move(found.order);
}

}  // namespace

void check_cycles(Compilation& compilation) {
    compilation.current.clear();
    // Conditions can be followed through definitions only where these come to an end.
    const bool definitions_end = check_definitions(compilation);
    check_exceptions(compilation);
    if (definitions_end) check_absence(compilation);
}

}  // namespace labourlex
