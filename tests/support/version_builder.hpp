// Builds small laws by hand, so that tests of one room need no compiler.
//
//     VersionBuilder law;
//     const FactIndex age = law.number("age", "Age", "years", 0, 120, true);
//     const NormIndex barred = law.rule("minimum-age", "General minimum age", law.under(age, 15), "prohibited");
//     auto version = law.build();
//
// Everything is public: a test may change a norm before `build`.
#pragma once

#include "engine/law/situation.hpp"

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace labourlex::test {

inline Condition all(std::vector<Condition> children) {
    Condition result;
    result.kind = Condition::Kind::all;
    result.children = std::move(children);
    return result;
}
inline Condition any(std::vector<Condition> children) {
    Condition result;
    result.kind = Condition::Kind::any;
    result.children = std::move(children);
    return result;
}
inline Condition negation(Condition child) {
    Condition result;
    result.kind = Condition::Kind::negation;
    result.children.push_back(std::move(child));
    return result;
}
inline Condition none_of(std::vector<Condition> children) {
    return negation(any(std::move(children)));
}
inline Condition always() {
    return all({});
}
inline Condition never() {
    return any({});
}

class VersionBuilder {
public:
    VersionBuilder() {
        using Role = ClassDeclaration::Role;
        version.jurisdiction = "xx";
        version.title = "Examplia";
        version.date = *Date::parse("2020-05-01");
        version.ruleset_version = "test";
        version.classes = {{"permitted", "Permitted", Role::lawful, true},
                           {"light-work", "Light work", Role::lawful, false},
                           {"prohibited", "Prohibited", Role::breach, false},
                           {"hazardous", "Hazardous work", Role::other, false},
                           {"worst-form", "Worst form of child labour", Role::other, false}};
        Instrument code;
        code.name = "xx.code";
        code.title = "Labour Code";
        code.regulating = true;
        code.evidence = Evidence::official;
        version.instruments.push_back(code);
    }

    // ---- facts
    FactIndex fact(FactDeclaration declaration) {
        vocabulary.facts.push_back(std::move(declaration));
        version.clock_terms.emplace_back();
        version.absence_conditions.emplace_back();
        const auto index = static_cast<FactIndex>(vocabulary.facts.size() - 1);
        version.absence_order.push_back(index);
        return index;
    }
    FactIndex yes_no(const std::string& name, const std::string& title) {
        FactDeclaration declaration = base(name, title, FactType::yes_no);
        declaration.choices = {{"no", "no", {}}, {"yes", "yes", {}}};
        return fact(declaration);
    }
    FactIndex choice(const std::string& name, const std::string& title,
                     const std::vector<std::pair<std::string, std::string>>& choices) {
        FactDeclaration declaration = base(name, title, FactType::choice);
        for (const auto& [code, text] : choices) declaration.choices.push_back({code, text, {}});
        return fact(declaration);
    }
    FactIndex number(const std::string& name, const std::string& title, const std::string& unit, Rational low,
                     Rational high, bool whole = false) {
        FactDeclaration declaration = base(name, title, FactType::number);
        declaration.unit = unit;
        declaration.low = low;
        declaration.high = high;
        declaration.whole = whole;
        return fact(declaration);
    }
    TaxonomyIndex taxonomy(Taxonomy tree) {
        tree.finish();
        vocabulary.taxonomies.push_back(std::move(tree));
        return static_cast<TaxonomyIndex>(vocabulary.taxonomies.size() - 1);
    }
    FactIndex code_fact(const std::string& name, const std::string& title, FactType type, TaxonomyIndex tree) {
        FactDeclaration declaration = base(name, title, type);
        declaration.taxonomy = tree;
        return fact(declaration);
    }

    // ---- conditions
    Condition atom(const Atom& atom) {
        Condition result;
        result.kind = Condition::Kind::atom;
        const auto found = std::find(version.atoms.begin(), version.atoms.end(), atom);
        result.atom = static_cast<AtomIndex>(found - version.atoms.begin());
        if (found == version.atoms.end()) version.atoms.push_back(atom);
        return result;
    }
    Condition is(FactIndex fact, const std::vector<std::size_t>& values) {
        Atom test;
        test.kind = Atom::Kind::choice;
        test.fact = fact;
        test.choices.assign(vocabulary.facts.at(fact).choices.size(), false);
        for (const std::size_t value : values) test.choices.at(value) = true;
        return atom(test);
    }
    Condition yes(FactIndex fact) { return is(fact, {1}); }
    Condition compare(FactIndex fact, Comparison comparison, Rational with) {
        Atom test;
        test.kind = Atom::Kind::number;
        test.fact = fact;
        test.form.terms = {{fact, 1, no_fact}};
        test.form.constant = -with;
        test.comparison = comparison;
        return atom(test);
    }
    Condition under(FactIndex fact, Rational with) { return compare(fact, Comparison::under, with); }
    Condition at_least(FactIndex fact, Rational with) { return compare(fact, Comparison::at_least, with); }
    Condition codes(Atom::Kind kind, FactIndex fact, const std::vector<std::string>& names) {
        Atom test;
        test.kind = kind;
        test.fact = fact;
        for (const std::string& name : names) test.codes.push_back(*vocabulary.taxonomy_of(fact).find(name));
        return atom(test);
    }
    Condition overlaps(int from, int to, FactIndex term = no_fact) {
        Atom test;
        test.kind = Atom::Kind::overlap;
        test.window_from = from;
        test.window_to = to;
        test.term = term;
        return atom(test);
    }
    Condition limit(FactIndex fact, Comparison comparison, LimitIndex limit, Rational factor = 1) {
        Atom test;
        test.kind = Atom::Kind::limit;
        test.fact = fact;
        test.form.terms = {{fact, 1, no_fact}};
        test.comparison = comparison;
        test.limit = limit;
        test.factor = factor;
        return atom(test);
    }
    Condition define(const std::string& name, const std::string& title, Condition when) {
        version.definitions.push_back({name, title, std::move(when), {}});
        Condition result;
        result.kind = Condition::Kind::definition;
        result.definition = static_cast<DefinitionIndex>(version.definitions.size() - 1);
        return result;
    }

    // ---- norms
    NormIndex norm(NormKind kind, const std::string& name, const std::string& title, Condition when,
                   const std::string& cls = "") {
        Norm result;
        result.kind = kind;
        result.name = "xx." + name;
        result.title = title;
        result.citation = {0, "art. " + std::to_string(version.norms.size() + 1), "", Evidence::official};
        result.when = std::move(when);
        if (!cls.empty()) result.cls = class_named(cls);
        version.norms.push_back(std::move(result));
        return static_cast<NormIndex>(version.norms.size() - 1);
    }
    NormIndex rule(const std::string& name, const std::string& title, Condition when, const std::string& cls) {
        return norm(NormKind::rule, name, title, std::move(when), cls);
    }
    NormIndex exception(const std::string& name, const std::string& title, const std::vector<NormIndex>& parents,
                        Condition when, const std::string& cls) {
        const NormIndex index = norm(NormKind::exception, name, title, std::move(when), cls);
        version.norms[index].does_not_apply = cls.empty();
        version.norms[index].parents = parents;
        for (const NormIndex parent : parents) version.norms[parent].exceptions.push_back(index);
        return index;
    }
    [[nodiscard]] ClassIndex class_named(const std::string& name) const {
        for (ClassIndex i = 0; i < version.classes.size(); ++i) {
            if (version.classes[i].name == name) return i;
        }
        return none_index;
    }

    [[nodiscard]] std::shared_ptr<const Version> build() const {
        auto result = std::make_shared<Version>(version);
        result->vocabulary = std::make_shared<Vocabulary>(vocabulary);
        return result;
    }

    Version version;
    Vocabulary vocabulary;

private:
    static FactDeclaration base(const std::string& name, const std::string& title, FactType type) {
        FactDeclaration declaration;
        declaration.name = name;
        declaration.title = title;
        declaration.question = title + "?";
        declaration.type = type;
        return declaration;
    }
};

/// A completion of the right shape: every fact 0 or no, no times, nothing unseen.
inline Completion blank_completion(const Version& version) {
    Completion completion;
    completion.facts.resize(version.vocabulary->facts.size());
    completion.unseen.assign(version.norms.size(), false);
    for (const auto& texts : version.limits) {
        auto& cells = completion.open_cells.emplace_back();
        for (const Limit& limit : texts) cells.emplace_back(limit.rows.size());
    }
    completion.unseen_laws.assign(version.unseen_laws.size(), none_index);
    return completion;
}

/// A situation of the right shape: the shift's times are not known, no overlap holds, unseen parts block.
inline Situation blank_situation(std::shared_ptr<const Version> version) {
    Situation situation;
    situation.facts.resize(version->vocabulary->facts.size());
    situation.shift.overlaps.assign(version->atoms.size(), false);
    situation.unseen_blocks.assign(version->norms.size(), true);
    situation.version = std::move(version);
    return situation;
}

}  // namespace labourlex::test
