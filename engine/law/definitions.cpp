// Named conditions and impossible combinations.
//
// A definition may be used before it is written. Whether it asks what a job states (`is stated`) must be known before its
// first use is checked, so this is found on the syntax first, through all definitions that it uses.

#include "engine/law/conditions.hpp"

namespace labourlex {

namespace {

class StatedSearch {
public:
    explicit StatedSearch(Compilation& compilation)
        : compilation_(compilation), known_(compilation.book.definitions.size(), Known::not_yet) {}

    bool asks(DefinitionIndex index) {
        if (known_[index] == Known::yes) return true;
        // A definition that is being looked at rests on itself; that is reported as a circle.
        if (known_[index] != Known::not_yet) return false;
        known_[index] = Known::no;
        const auto* clause = find_clause(*compilation_.definition_statements[index], syntax::ClauseKind::when);
        if (clause != nullptr && !clause->condition.empty() && asks(clause->condition.front())) known_[index] = Known::yes;
        return known_[index] == Known::yes;
    }

private:
    enum class Known { not_yet, no, yes };

    bool asks(const syntax::Condition& written) {
        if (written.kind == syntax::Condition::Kind::stated) return true;
        if (written.kind == syntax::Condition::Kind::name) {
            const auto found = compilation_.definitions.find(written.name.text);
            if (found != compilation_.definitions.end() && asks(found->second)) return true;
        }
        for (const syntax::Condition& child : written.children) {
            if (asks(child)) return true;
        }
        return false;
    }

    Compilation& compilation_;
    std::vector<Known> known_;
};

}  // namespace

void build_definitions(Compilation& compilation) {
    StatedSearch search(compilation);
    const auto count = static_cast<DefinitionIndex>(compilation.book.definitions.size());
    for (DefinitionIndex index = 0; index < count; ++index) compilation.stated_definitions[index] = search.asks(index);
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
