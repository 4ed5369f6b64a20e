// Circles: exceptions, definitions and absence rules must come to an end.
//
// One search serves all three (graph_search.hpp).

#include "engine/law/conditions.hpp"
#include "engine/law/graph_search.hpp"

#include <algorithm>

namespace labourlex {

namespace {

/// Definitions inside definitions, at most.
constexpr std::size_t most_nested_definitions = 64;

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
    const GraphSearch found = search(graph);
    for (const auto& circle : found.circles) {
        const auto name = [&](std::uint32_t node) { return definitions[node].name; };
        compilation.report(Code::L0314, definitions[circle.front()].span,
                           {name(circle.front()), shown_circle(circle, name)});
    }
    if (!found.circles.empty()) return false;
    // Whoever reads conditions follows definitions by recursion: their depth is bounded as that of conditions is.
    std::vector<std::size_t> depths(definitions.size(), 1);
    bool sound = true;
    for (const std::uint32_t node : found.order) {
        for (const std::uint32_t used : graph[node]) depths[node] = std::max(depths[node], depths[used] + 1);
        if (depths[node] != most_nested_definitions + 1) continue;
        compilation.report(Code::L0323, definitions[node].span,
                           {definitions[node].name, std::to_string(most_nested_definitions)});
        sound = false;
    }
    return sound;
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
        std::vector<bool> seen(book.definitions.size(), false);
        for_each_atom(*book.absence_conditions[fact], book.definitions, seen, [&](AtomIndex atom) {
            const Atom& test = compilation.atoms.all()[atom];
            // Whether a fact is stated is known at once; only what a fact is waits for its own absence rule.
            if (test.kind == Atom::Kind::stated) return;
            for (const FactIndex used : facts_of(test, book.shift_start, book.shift_end)) graph[fact].push_back(used);
        });
        tidy(graph[fact]);
    }
    GraphSearch found = search(graph);
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
