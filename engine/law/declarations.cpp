// Classes, taxonomies, facts, questions and definitions: what conditions may name.

#include "engine/law/declarations.hpp"

#include "engine/law/conditions.hpp"
#include "engine/law/names.hpp"

#include <algorithm>

namespace labourlex {

namespace {

using syntax::Clause;
using syntax::ClauseKind;
using syntax::Statement;
using syntax::StatementKind;

}  // namespace

bool name_taken(Compilation& compilation, const syntax::Word& name) {
    Span first;
    if (const auto fact = compilation.facts.find(name.text); fact != compilation.facts.end()) {
        first = compilation.vocabulary.facts[fact->second].span;
    } else if (const auto derived = compilation.derived.find(name.text); derived != compilation.derived.end()) {
        first = derived->second.span;
    } else if (const auto definition = compilation.definitions.find(name.text);
               definition != compilation.definitions.end()) {
        first = compilation.book.definitions[definition->second].span;
    } else {
        return false;
    }
    compilation.report(Code::L0210, name.span, {name.text}).related.push_back({first, name.text});
    return true;
}

namespace {

void add_nodes(Compilation& compilation, Taxonomy& tree, const std::vector<syntax::TaxonomyNode>& nodes, CodeIndex parent) {
    for (const syntax::TaxonomyNode& node : nodes) {
        std::vector<std::string> synonyms;
        for (const syntax::Text& synonym : node.synonyms) synonyms.push_back(synonym.text);
        const auto added = tree.add(node.code.text, node.title.text, parent, node.span, std::move(synonyms));
        if (!added) compilation.report(Code::L0242, node.code.span, {node.code.text, tree.name()});
        // The children of a repeated code belong to its first place.
        const auto place = added ? added : tree.find(node.code.text);
        if (place) add_nodes(compilation, tree, node.children, *place);
    }
}

/// Fills type, range and values; false when the declaration is broken.
bool read_type(Compilation& compilation, const Statement& statement, FactDeclaration& fact) {
    for (const Clause& clause : statement.clauses) {
        switch (clause.kind) {
            case ClauseKind::yes_or_no:
                fact.type = FactType::yes_no;
                fact.choices = {{"no", {}, clause.span}, {"yes", {}, clause.span}};
                return true;
            case ClauseKind::choice: {
                fact.type = FactType::choice;
                bool sound = !clause.nodes.empty();
                for (const syntax::TaxonomyNode& node : clause.nodes) {
                    const bool taken = std::any_of(fact.choices.begin(), fact.choices.end(),
                                                   [&](const Choice& choice) { return choice.name == node.code.text; });
                    if (taken) {
                        compilation.report(Code::L0242, node.code.span, {node.code.text, fact.name});
                        sound = false;
                    } else {
                        fact.choices.push_back({node.code.text, node.title.text, node.span});
                    }
                }
                return sound;
            }
            case ClauseKind::whole_number:
            case ClauseKind::number_of: {
                fact.type = FactType::number;
                fact.whole = clause.kind == ClauseKind::whole_number;
                if (clause.words.size() < 3) return false;
                fact.unit = clause.words[0].text;
                if (find_unit(fact.unit) == nullptr) {
                    std::vector<std::string> names;
                    for (const Unit& unit : unit_table()) names.emplace_back(unit.name);
                    compilation.report_unknown(Code::L0209, clause.words[0], names, {joined(names)});
                    return false;
                }
                const auto low = Rational::parse_decimal(clause.words[1].text);
                const auto high = Rational::parse_decimal(clause.words[2].text);
                if (!low || (fact.whole && !low->is_whole())) {
                    compilation.report(Code::L0228, clause.words[1].span, {clause.words[1].text});
                    return false;
                }
                if (!high || (fact.whole && !high->is_whole())) {
                    compilation.report(Code::L0228, clause.words[2].span, {clause.words[2].text});
                    return false;
                }
                if (*low > *high) {
                    compilation.report(Code::L0236, clause.span, {clause.words[1].text, clause.words[2].text});
                    return false;
                }
                fact.low = *low;
                fact.high = *high;
                return true;
            }
            case ClauseKind::one_code:
            case ClauseKind::set_of_codes: {
                fact.type = clause.kind == ClauseKind::one_code ? FactType::code : FactType::code_set;
                if (clause.words.empty()) return false;
                const auto taxonomy = find_taxonomy(compilation, clause.words[0]);
                if (!taxonomy) return false;
                fact.taxonomy = *taxonomy;
                return true;
            }
            case ClauseKind::time_of_day: fact.type = FactType::time_of_day; return true;
            default: break;
        }
    }
    compilation.report(Code::L0249, statement.name.span, {fact.name});
    return false;
}

}  // namespace

std::optional<AssumedFactValue> read_assumed(Compilation& compilation, const FactDeclaration& fact,
                                             const syntax::AssumedValue& value, Code unsuitable_code) {
    using Kind = syntax::AssumedValue::Kind;
    AssumedFactValue assumed;
    const auto unsuitable = [&]() -> std::optional<AssumedFactValue> {
        compilation.report(unsuitable_code, value.span, {std::string(compilation.sources.slice(value.span)), fact.name});
        return std::nullopt;
    };
    switch (fact.type) {
        case FactType::yes_no:
        case FactType::choice: {
            std::string name = value.word.text;
            if (value.kind == Kind::yes) name = "yes";
            if (value.kind == Kind::no) name = "no";
            if (value.kind == Kind::none) name = "none";
            for (std::size_t index = 0; index < fact.choices.size(); ++index) {
                if (fact.choices[index].name == name) {
                    assumed.choice = index;
                    return assumed;
                }
            }
            return unsuitable();
        }
        case FactType::number: {
            if (value.kind != Kind::number) return unsuitable();
            const auto number = Rational::parse_decimal(value.word.text);
            if (!number) return unsuitable();
            assumed.number = *number;
            if (!value.unit.empty()) {
                const Unit* from = find_unit(value.unit.text);
                const Unit* to = find_unit(fact.unit);
                if (from == nullptr || to == nullptr) return unsuitable();
                try {
                    const auto converted = convert(*number, *from, *to);
                    if (!converted) return unsuitable();
                    assumed.number = *converted;
                } catch (const ArithmeticOverflow&) {
                    return unsuitable();
                }
            }
            if (assumed.number < fact.low || assumed.number > fact.high ||
                (fact.whole && !assumed.number.is_whole())) {
                return unsuitable();
            }
            return assumed;
        }
        case FactType::code:
            if (value.kind == Kind::unnamed_code) return assumed;
            if (value.kind != Kind::code && value.kind != Kind::number) return unsuitable();
            if (const auto code = find_code(compilation, fact.taxonomy, value.word)) {
                assumed.code = *code;
                return assumed;
            }
            return std::nullopt;
        case FactType::code_set:
            if (value.kind != Kind::none) return unsuitable();
            return assumed;
        case FactType::time_of_day: return unsuitable();
    }
    return std::nullopt;
}

namespace {

void read_clock(Compilation& compilation, const Statement& statement, FactDeclaration& fact) {
    const Clause* clause = find_clause(statement, ClauseKind::clock);
    if (clause == nullptr) return;
    const std::string& words = clause->keyword.text;
    if (words == "start of shift") fact.clock = ClockRole::shift_start;
    if (words == "end of shift") fact.clock = ClockRole::shift_end;
    if (words == "clock term") fact.clock = ClockRole::term;
    if (words == "clock term of the law only") fact.clock = ClockRole::term_of_law_only;
    const bool end = fact.clock == ClockRole::shift_start || fact.clock == ClockRole::shift_end;
    if (fact.type != (end ? FactType::time_of_day : FactType::yes_no)) {
        compilation.report(Code::L0243, clause->span, {fact.name, words});
        fact.clock = ClockRole::none;
        return;
    }
    if (!end) return;
    FactIndex& slot = fact.clock == ClockRole::shift_start ? compilation.book.shift_start : compilation.book.shift_end;
    if (slot != no_fact) {
        compilation.report(Code::L0244, clause->span, {compilation.vocabulary.facts[slot].name, fact.name, words});
        return;
    }
    slot = static_cast<FactIndex>(compilation.vocabulary.facts.size());
}

void declare_fact(Compilation& compilation, const Statement& statement) {
    if (name_taken(compilation, statement.name)) return;
    FactDeclaration fact;
    fact.name = statement.name.text;
    fact.title = statement.title.text;
    fact.span = statement.name.span;
    if (const Clause* asks = find_clause(statement, ClauseKind::asks); asks != nullptr && !asks->texts.empty()) {
        fact.question = asks->texts.front().text;
    }
    if (statement.kind == StatementKind::parameter) fact.role = FactRole::parameter;
    fact.judgement = find_clause(statement, ClauseKind::judgement) != nullptr;
    fact.kept_in_strict = find_clause(statement, ClauseKind::kept_in_strict) != nullptr;
    const bool sound = read_type(compilation, statement, fact);
    if (sound) {
        read_clock(compilation, statement, fact);
        const Clause* assume = find_clause(statement, ClauseKind::absent_assume);
        const Clause* ask_when = find_clause(statement, ClauseKind::absent_ask_when);
        if (ask_when != nullptr) assume = ask_when;
        if (statement.kind == StatementKind::parameter) assume = find_clause(statement, ClauseKind::taken_as);
        if (assume != nullptr && assume->value) {
            fact.assumed = read_assumed(compilation, fact, *assume->value, Code::L0240);
            fact.asked_when = ask_when != nullptr && fact.assumed.has_value();
        }
    }
    compilation.add_fact(std::move(fact), !sound);
}

}  // namespace

void declare_classes(Compilation& compilation) {
    std::vector<std::string> defaults;
    Span place;
    for (const Placed& placed : compilation.statements) {
        const Statement& statement = *placed.statement;
        if (statement.kind == StatementKind::jurisdiction) place = statement.name.span;
        if (statement.kind != StatementKind::class_) continue;
        compilation.enter(statement);
        auto& classes = compilation.book.classes;
        if (std::any_of(classes.begin(), classes.end(),
                        [&](const ClassDeclaration& known) { return known.name == statement.name.text; })) {
            compilation.report(Code::L0210, statement.name.span, {statement.name.text});
            continue;
        }
        ClassDeclaration declaration;
        declaration.name = statement.name.text;
        declaration.title = statement.title.text;
        for (const Clause& clause : statement.clauses) {
            if (clause.kind == ClauseKind::role) {
                declaration.role = clause.keyword.text == "lawful" ? ClassDeclaration::Role::lawful
                                                                   : ClassDeclaration::Role::breach;
            }
            if (clause.kind == ClauseKind::default_class) declaration.is_default = true;
        }
        if (declaration.is_default) {
            defaults.push_back(declaration.name);
            if (!declaration.lawful()) compilation.report(Code::L0248, statement.name.span, {declaration.name});
        }
        classes.push_back(std::move(declaration));
    }
    compilation.current.clear();
    if (defaults.size() != 1 && compilation.complete) {
        compilation.report(Code::L0247, place, {std::to_string(defaults.size())});
    }
}

void declare_taxonomies(Compilation& compilation) {
    for (const Placed& placed : compilation.statements) {
        const Statement& statement = *placed.statement;
        if (statement.kind != StatementKind::taxonomy) continue;
        compilation.enter(statement);
        const std::string& name = statement.name.text;
        if (compilation.taxonomies.count(name) != 0) {
            compilation.report(Code::L0210, statement.name.span, {name});
            continue;
        }
        const Clause* from = find_clause(statement, ClauseKind::exhaustive_from);
        if (from != nullptr && !from->texts.empty()) {
            const auto data = placed.folder->data.find(from->texts.front().text);
            if (data == placed.folder->data.end()) {
                compilation.report(Code::L0241, from->texts.front().span, {from->texts.front().text});
                compilation.broken_names.insert(name);
                continue;
            }
            compilation.vocabulary.taxonomies.push_back(read_classification(
                name, statement.title.text, compilation.sources, data->second, compilation.diagnostics));
        } else {
            Taxonomy tree(name, statement.title.text, false);
            if (const Clause* nodes = find_clause(statement, ClauseKind::nodes)) {
                add_nodes(compilation, tree, nodes->nodes, no_code);
            }
            tree.finish();
            compilation.vocabulary.taxonomies.push_back(std::move(tree));
        }
        compilation.taxonomies.emplace(name, static_cast<TaxonomyIndex>(compilation.vocabulary.taxonomies.size() - 1));
    }
}

void declare_facts(Compilation& compilation) {
    for (const Placed& placed : compilation.statements) {
        const StatementKind kind = placed.statement->kind;
        if (kind != StatementKind::fact && kind != StatementKind::parameter && kind != StatementKind::season) continue;
        compilation.enter(*placed.statement);
        if (kind == StatementKind::season) {
            declare_season(compilation, placed);
        } else {
            declare_fact(compilation, *placed.statement);
        }
    }
    link_facts(compilation);
}

void declare_questions(Compilation& compilation) {
    for (const Placed& placed : compilation.statements) {
        const Statement& statement = *placed.statement;
        if (statement.kind != StatementKind::question) continue;
        compilation.enter(statement);
        if (name_taken(compilation, statement.name)) continue;
        FactDeclaration fact;
        fact.name = statement.name.text;
        fact.title = statement.title.text;
        fact.role = FactRole::question;
        fact.type = FactType::choice;
        fact.span = statement.name.span;
        if (const Clause* asks = find_clause(statement, ClauseKind::asks); asks != nullptr && !asks->texts.empty()) {
            fact.question = asks->texts.front().text;
        }
        for (const Clause& clause : statement.clauses) {
            if (clause.kind != ClauseKind::alternative || clause.words.empty()) continue;
            const syntax::Word& name = clause.words.front();
            if (std::any_of(fact.choices.begin(), fact.choices.end(),
                            [&](const Choice& choice) { return choice.name == name.text; })) {
                compilation.report(Code::L0242, name.span, {name.text, fact.name});
                continue;
            }
            fact.choices.push_back({name.text, clause.texts.size() > 1 ? clause.texts[1].text : std::string(), name.span});
        }
        const bool sound = fact.choices.size() > 1;
        if (!sound) compilation.report(Code::L0245, statement.name.span, {fact.name});
        if (const Clause* taken = find_clause(statement, ClauseKind::taken_as);
            sound && taken != nullptr && !taken->words.empty()) {
            std::vector<std::string> names;
            for (const Choice& choice : fact.choices) names.push_back(choice.name);
            const auto found = std::find(names.begin(), names.end(), taken->words.front().text);
            if (found == names.end()) {
                compilation.report_unknown(Code::L0246, taken->words.front(), names, {fact.name, joined(names)});
            } else {
                fact.assumed = AssumedFactValue{};
                fact.assumed->choice = static_cast<std::size_t>(found - names.begin());
            }
        }
        Question question;
        question.fact = compilation.add_fact(std::move(fact), !sound);
        for (const Clause& clause : statement.clauses) {
            if (clause.kind == ClauseKind::note && !clause.texts.empty()) question.notes.push_back(clause.texts[0].text);
        }
        compilation.book.questions.push_back(std::move(question));
        compilation.question_statements.push_back(&statement);
        compilation.own_questions.push_back(!placed.of_pack);
    }
}

void declare_definitions(Compilation& compilation) {
    for (const Placed& placed : compilation.statements) {
        const Statement& statement = *placed.statement;
        if (statement.kind != StatementKind::define || find_clause(statement, ClauseKind::for_term) != nullptr) continue;
        compilation.enter(statement);
        if (name_taken(compilation, statement.name)) continue;
        const auto index = static_cast<DefinitionIndex>(compilation.book.definitions.size());
        compilation.definitions.emplace(statement.name.text, index);
        compilation.book.definitions.push_back({statement.name.text, statement.title.text, {}, statement.name.span});
        compilation.definition_statements.push_back(&statement);
        compilation.own_definitions.push_back(!placed.of_pack);
        compilation.used_definitions.push_back(false);
        compilation.stated_definitions.push_back(false);
    }
}

void build_absence_rules(Compilation& compilation) {
    compilation.book.absence_conditions.resize(compilation.vocabulary.facts.size());
    for (const Placed& placed : compilation.statements) {
        const Statement& statement = *placed.statement;
        if (statement.kind != StatementKind::fact) continue;
        const Clause* clause = find_clause(statement, ClauseKind::absent_ask_when);
        const auto fact = compilation.facts.find(statement.name.text);
        if (clause == nullptr || fact == compilation.facts.end()) continue;
        compilation.enter(statement);
        compilation.book.absence_conditions[fact->second] = build_clause(compilation, clause, {true, false});
    }
}

}  // namespace labourlex
