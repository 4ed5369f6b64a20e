// Values that a law gives to parameters, and ratifications: who is bound by a convention, and what it chose.

#include "engine/law/declarations.hpp"
#include "engine/law/names.hpp"
#include "engine/law/provenance.hpp"

#include <algorithm>

namespace labourlex {

namespace {

using syntax::Clause;
using syntax::ClauseKind;
using syntax::Statement;
using syntax::StatementKind;

/// A declared parameter by its name; nothing with a report where there is none.
std::optional<FactIndex> find_parameter(Compilation& compilation, const syntax::Word& name) {
    const auto found = compilation.facts.find(name.text);
    if (found != compilation.facts.end() &&
        compilation.vocabulary.facts[found->second].role == FactRole::parameter) {
        compilation.use(found->second);
        if (compilation.fact_broken(found->second)) return std::nullopt;
        return found->second;
    }
    std::vector<std::string> names;
    for (const FactDeclaration& fact : compilation.vocabulary.facts) {
        if (fact.role == FactRole::parameter) names.push_back(fact.name);
    }
    compilation.report_unknown(Code::L0251, name, names);
    return std::nullopt;
}

void fix_parameter(Compilation& compilation, const Placed& placed) {
    const Statement& statement = *placed.statement;
    FixedParameter fixed;
    if (auto citation = read_provenance(compilation, placed, nullptr)) fixed.citation = std::move(*citation);
    read_rows(compilation, statement, placed.of_pack, nullptr);
    fixed.notes = read_notes(statement);
    const auto fact = find_parameter(compilation, statement.name);
    const Clause* value = find_clause(statement, ClauseKind::fixed_as);
    if (!fact || value == nullptr || !value->value) return;
    FactDeclaration& declaration = compilation.vocabulary.facts[*fact];
    if (declaration.fixed) {
        compilation.report(Code::L0325, statement.name.span, {declaration.name});
        return;
    }
    declaration.fixed = read_assumed(compilation, declaration, *value->value, Code::L0250);
    fixed.fact = *fact;
    fixed.value = std::string(compilation.sources.slice(value->value->span));
    compilation.book.parameters.push_back(std::move(fixed));
}

void read_ratification(Compilation& compilation, const Placed& placed) {
    const Statement& statement = *placed.statement;
    Ratification ratification;
    ratification.country = statement.name.text;
    ratification.notes = read_notes(statement);
    read_rows(compilation, statement, placed.of_pack, &ratification.rows);
    if (const auto instrument = find_instrument(compilation, statement.words[0])) {
        ratification.convention = compilation.book.instruments[*instrument].instrument.name;
        ratification.evidence = compilation.book.instruments[*instrument].instrument.evidence;
        compilation.cited_instruments.insert(*instrument);
    }
    if (const auto date = Date::parse(statement.words[1].text)) ratification.date = *date;
    if (const Clause* evidence = find_clause(statement, ClauseKind::evidence)) {
        ratification.evidence = evidence_of(evidence->words.front());
        if (!evidence->texts.empty()) ratification.url = evidence->texts.front().text;
    }
    for (const Clause& clause : statement.clauses) {
        if (clause.kind != ClauseKind::setting) continue;
        const syntax::Word& name = clause.words.front();
        const auto fact = find_parameter(compilation, name);
        if (!fact || !clause.value) continue;
        const bool twice = std::any_of(ratification.parameters.begin(), ratification.parameters.end(),
                                       [&](const auto& known) { return known.first == name.text; });
        if (twice) compilation.report(Code::L0325, name.span, {name.text});
        if (!read_assumed(compilation, compilation.vocabulary.facts[*fact], *clause.value, Code::L0250)) continue;
        ratification.parameters.emplace_back(name.text, compilation.sources.slice(clause.value->span));
    }
    compilation.book.ratifications.push_back(std::move(ratification));
}

void read_season_source(Compilation& compilation, const Placed& placed) {
    const Statement& statement = *placed.statement;
    read_rows(compilation, statement, placed.of_pack, nullptr);
    const auto fact = compilation.facts.find(statement.name.text);
    if (find_clause(statement, ClauseKind::per) == nullptr || fact == compilation.facts.end()) return;
    for (EnactedSeason& enacted : compilation.book.seasons) {
        if (enacted.season.fact == fact->second) enacted.season.citation = read_provenance(compilation, placed, nullptr);
    }
}

}  // namespace

void read_parameters_and_ratifications(Compilation& compilation) {
    for (const Placed& placed : compilation.statements) {
        compilation.enter(*placed.statement);
        switch (placed.statement->kind) {
            case StatementKind::parameter: read_rows(compilation, *placed.statement, placed.of_pack, nullptr); break;
            case StatementKind::fixed_parameter: fix_parameter(compilation, placed); break;
            case StatementKind::ratification: read_ratification(compilation, placed); break;
            case StatementKind::season: read_season_source(compilation, placed); break;
            default: break;
        }
    }
}

}  // namespace labourlex
