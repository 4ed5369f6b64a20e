#include "engine/law/situation.hpp"

#include "engine/law/shift_reading.hpp"
#include "engine/law/three_valued.hpp"

#include <algorithm>

namespace labourlex {

namespace {

/// Every value that the fact's type allows.
void fill_all_values(FactSituation& fact, const FactDeclaration& declaration, const Vocabulary& vocabulary) {
    switch (declaration.type) {
        case FactType::yes_no:
        case FactType::choice:
            fact.choices.assign(declaration.choices.size(), true);
            break;
        case FactType::number:
            fact.numbers = {{declaration.low, declaration.high}};
            break;
        case FactType::code: {
            const Taxonomy& taxonomy = vocabulary.taxonomies[declaration.taxonomy];
            fact.codes.clear();
            fact.unnamed_code = false;
            for (CodeIndex code = 0; code < taxonomy.size(); ++code) {
                if (taxonomy.node(code).parent == no_code) {
                    fact.codes.push_back(code);
                }
            }
            break;
        }
        case FactType::code_set:
            fact.set = SetKnowledge{};
            break;
        case FactType::time_of_day:
            fact.minutes = {{0, minutes_of_day - 1}};
            break;
    }
}

void fill_stated(FactSituation& fact, const FactDeclaration& declaration, const Knowledge& knowledge) {
    switch (declaration.type) {
        case FactType::yes_no:
        case FactType::choice:
            fact.choices = knowledge.choices;
            break;
        case FactType::number:
            fact.numbers = knowledge.numbers;
            break;
        case FactType::code:
            fact.codes = knowledge.codes;
            break;
        case FactType::code_set:
            fact.set = knowledge.set;
            break;
        case FactType::time_of_day:
            fact.minutes = knowledge.minutes;
            break;
    }
}

void fill_value(FactSituation& fact, const FactDeclaration& declaration, const AssumedFactValue& value) {
    switch (declaration.type) {
        case FactType::yes_no:
        case FactType::choice:
            fact.choices.assign(declaration.choices.size(), false);
            fact.choices[value.choice] = true;
            break;
        case FactType::number:
            fact.numbers = {{value.number, value.number}};
            break;
        case FactType::code:
            fact.codes.clear();
            fact.unnamed_code = value.code == no_code;
            if (!fact.unnamed_code) {
                fact.codes = {value.code};
            }
            break;
        case FactType::code_set:
            fact.set = SetKnowledge{};
            fact.set.listed = true;
            break;
        case FactType::time_of_day:
            break;  // an absent time is no variable of its own
    }
}

/// A code that no norm names exists unless the norms between them name a code above every leaf.
bool some_code_is_unnamed(const Version& version, FactIndex fact) {
    const Taxonomy& taxonomy = version.vocabulary->taxonomy_of(fact);
    if (!taxonomy.exhaustive()) {
        return true;
    }
    std::vector<bool> named(taxonomy.size(), false);
    for (const Atom& atom : version.atoms) {
        if (atom.kind == Atom::Kind::code && atom.fact == fact) {
            for (const CodeIndex code : atom.codes) {
                named[code] = true;
            }
        }
    }
    for (CodeIndex code = 0; code < taxonomy.size(); ++code) {
        if (taxonomy.node(code).children.empty()) {
            CodeIndex above = code;
            while (above != no_code && !named[above]) {
                above = taxonomy.node(above).parent;
            }
            if (above == no_code) {
                return true;
            }
        }
    }
    return false;
}

bool is_fixed(const FactSituation& fact, const FactDeclaration& declaration, const Vocabulary& vocabulary) {
    switch (declaration.type) {
        case FactType::yes_no:
        case FactType::choice:
            return std::count(fact.choices.begin(), fact.choices.end(), true) == 1;
        case FactType::number:
            return fact.numbers.size() == 1 && fact.numbers[0].low == fact.numbers[0].high;
        case FactType::code:
            return fact.unnamed_code
                       ? fact.codes.empty()
                       : fact.codes.size() == 1 &&
                             vocabulary.taxonomies[declaration.taxonomy].node(fact.codes[0]).children.empty();
        case FactType::code_set:
            return fact.set.listed;
        case FactType::time_of_day:
            return fact.minutes.size() == 1 && fact.minutes[0].first == fact.minutes[0].last;
    }
    return false;
}

/// "C unknown counts as true": a fact whose trigger may hold is asked. A sign of a worst form is asked only where its trigger
/// does hold: that nothing is known of the tasks is no sign that a child is sexually exploited.
bool is_asked(const Version& version, const std::vector<FactSituation>& facts, const Job& job, FactIndex index) {
    const FactDeclaration& declaration = version.vocabulary->facts[index];
    if (!declaration.asked_when || !version.absence_conditions[index]) {
        return false;
    }
    const Truth trigger = truth_of(version, facts, job, *version.absence_conditions[index]);
    return declaration.kept_in_strict ? trigger == Truth::yes : trigger != Truth::no;
}

/// Reads one fact: stated, else its absence rule over the facts read before it.
FactSituation read_fact(const Version& version, const std::vector<FactSituation>& facts, const Job& job,
                        FactIndex index, const SituationOptions& options) {
    const FactDeclaration& declaration = version.vocabulary->facts[index];
    const bool free_this = options.frees(index);
    FactSituation fact;
    fill_all_values(fact, declaration, *version.vocabulary);
    if (index < version.given.size() && version.given[index]) {
        fact.origin = Origin::law;
        fill_value(fact, declaration, *version.given[index]);
    } else if (const Knowledge* knowledge = job.find(index)) {
        fact.origin = Origin::stated;
        if (!knowledge->stated_unknown && !(free_this && declaration.type != FactType::code_set)) {
            fill_stated(fact, declaration, *knowledge);
        }
        if (declaration.type == FactType::code_set && fact.set.listed && !fact.set.has.empty()) {
            // A stated list is complete by assumption; `[]` is complete as stated.
            fact.has_assumption = true;
            fact.freed = free_this || (options.strict && !declaration.kept_in_strict);
            fact.set.listed = !fact.freed;
        }
    } else if (declaration.assumed && !is_asked(version, facts, job, index)) {
        fact.origin = Origin::assumed;
        fact.has_assumption = true;
        fact.freed = free_this || (options.strict && !declaration.kept_in_strict);
        if (!fact.freed && (declaration.type != FactType::code || declaration.assumed->code != no_code ||
                            some_code_is_unnamed(version, index))) {
            fill_value(fact, declaration, *declaration.assumed);
        }
    }
    fact.fixed = is_fixed(fact, declaration, *version.vocabulary);
    return fact;
}

}  // namespace

bool SituationOptions::frees(FactIndex fact) const {
    return fact != no_fact && std::find(also_free.begin(), also_free.end(), fact) != also_free.end();
}

bool Situation::any_free() const {
    return shift.kind == ShiftSituation::Kind::free ||
           std::any_of(facts.begin(), facts.end(), [](const FactSituation& fact) { return !fact.fixed; });
}

Situation make_situation(std::shared_ptr<const Version> version, const Job& job, const SituationOptions& options) {
    Situation situation;
    situation.options = options;
    situation.facts.resize(version->vocabulary->facts.size());
    for (const FactIndex fact : version->absence_order) {
        situation.facts[fact] = read_fact(*version, situation.facts, job, fact, options);
    }
    situation.version = version;
    situation.unseen_blocks.assign(version->norms.size(), false);
    for (NormIndex index = 0; index < version->norms.size(); ++index) {
        const Norm& norm = version->norms[index];
        if (norm.kind != NormKind::unseen || norm.could_lift) {
            continue;
        }
        const bool blocks = norm.blocking_when
                                ? truth_of(*version, situation.facts, job, *norm.blocking_when) != Truth::no
                                : norm.blocking;
        situation.unseen_blocks[index] = blocks || options.strict;
    }
    read_shift(situation, job);
    return situation;
}

}  // namespace labourlex
