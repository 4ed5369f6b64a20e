// Named conditions and impossible combinations.
//
// A definition may be used before it is written. Whether it asks what a job states (`is stated`) must be known before
// its first use is checked, so this is found on the syntax first, through all definitions that it uses.

#include "engine/law/conditions.hpp"
#include "engine/law/graph_search.hpp"

namespace labourlex {

namespace {

/// Whether a condition asks `is stated` by itself; the definitions that it names are added to `used`.
bool asks_stated(const Compilation& compilation, const syntax::Condition& written, std::vector<std::uint32_t>& used) {
    bool asks = written.kind == syntax::Condition::Kind::stated;
    if (written.kind == syntax::Condition::Kind::name) {
        const auto found = compilation.definitions.find(written.name.text);
        if (found != compilation.definitions.end()) used.push_back(found->second);
    }
    for (const syntax::Condition& child : written.children) asks = asks_stated(compilation, child, used) || asks;
    return asks;
}

/// In a circle, which is reported elsewhere, the answer does not matter.
void find_stated(Compilation& compilation) {
    Graph graph(compilation.book.definitions.size());
    for (std::size_t index = 0; index < graph.size(); ++index) {
        const auto* clause = find_clause(*compilation.definition_statements[index], syntax::ClauseKind::when);
        if (clause == nullptr || clause->condition.empty()) continue;
        compilation.stated_definitions[index] = asks_stated(compilation, clause->condition.front(), graph[index]);
    }
    for (const std::uint32_t node : search(graph).order) {
        for (const std::uint32_t used : graph[node]) {
            if (compilation.stated_definitions[used]) compilation.stated_definitions[node] = true;
        }
    }
}

}  // namespace

void build_definitions(Compilation& compilation) {
    find_stated(compilation);
    const auto count = static_cast<DefinitionIndex>(compilation.book.definitions.size());
    for (DefinitionIndex index = 0; index < count; ++index) {
        const syntax::Statement& statement = *compilation.definition_statements[index];
        compilation.enter(statement);
        // What it may use is decided where it is used: a definition that asks `is stated` is itself allowed to.
        compilation.book.definitions[index].when =
            build_clause(compilation, find_clause(statement, syntax::ClauseKind::when),
                         {compilation.stated_definitions[index], false});
    }
}

void build_impossible(Compilation& compilation) {
    for (const Placed& placed : compilation.statements) {
        const syntax::Statement& statement = *placed.statement;
        if (statement.kind != syntax::StatementKind::impossible) continue;
        compilation.enter(statement);
        Impossible impossible;
        impossible.title = statement.title.text;
        impossible.span = statement.keyword.span;
        impossible.when = build_clause(compilation, find_clause(statement, syntax::ClauseKind::when), {false, true});
        compilation.book.impossible.push_back(std::move(impossible));
    }
}

}  // namespace labourlex
