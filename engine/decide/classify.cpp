#include "engine/decide/classify.hpp"

#include "engine/decide/explanation.hpp"
#include "engine/decide/missing.hpp"
#include "engine/decide/possible.hpp"
#include "engine/decide/shown_value.hpp"
#include "engine/decide/texts.hpp"
#include "engine/law/situation.hpp"
#include "engine/law/three_valued.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace labourlex {

using decide::Outcomes;
using decide::texts;

namespace {

/// The facts that the tables ask for, directly or through a clock term.
std::set<FactIndex> facts_asked(const CompiledTables& tables) {
    const Version& version = *tables.version;
    std::set<FactIndex> result;
    for (const DecisionTable& table : tables.tables) {
        for (const Column& column : table.columns) {
            if (column.kind != Column::Kind::atom) {
                continue;
            }
            const Atom& atom = version.atoms[column.atom];
            if (atom.fact != no_fact) {
                result.insert(atom.fact);
            }
            for (const LinearTerm& term : atom.form.terms) {
                result.insert(term.fact);
                result.insert(term.whole_fact);
            }
            if (atom.kind == Atom::Kind::overlap) {
                result.insert(atom.term);
            }
        }
    }
    return result;
}

/// Whether letting go of what is known about one fact adds an outcome.
bool freeing_adds(const CompiledTables& tables, const Job& job, const ClassifyOptions& options, FactIndex fact,
                  const std::set<Outcome>& possible) {
    SituationOptions freed;
    freed.strict = options.strict;
    freed.also_free = fact;
    const Situation situation = make_situation(tables.version, job, freed);
    const std::set<Outcome> more = decide::possible_outcomes(tables, situation);
    return std::any_of(more.begin(), more.end(), [&](Outcome outcome) { return !possible.contains(outcome); });
}

/// Clock terms that are `no` only because nothing is known of the times.
std::set<FactIndex> assumed_clock_terms(const Situation& situation) {
    std::set<FactIndex> result;
    for (const AtomIndex atom : situation.shift.assumed_no) {
        if (situation.version->atoms[atom].term != no_fact) {
            result.insert(situation.version->atoms[atom].term);
        }
    }
    return result;
}

void add_assumptions(Verdict& verdict, const CompiledTables& tables, const Job& job, const ClassifyOptions& options,
                     Outcomes& outcomes, const std::set<FactIndex>& missing) {
    const Situation& situation = outcomes.space().situation();
    const Version& version = *situation.version;
    const std::set<FactIndex> asked = facts_asked(tables);
    const std::set<FactIndex> clock = assumed_clock_terms(situation);
    bool signs_assumed = false;
    for (FactIndex index = 0; index < situation.facts.size(); ++index) {
        const FactDeclaration& declaration = version.vocabulary->facts[index];
        const FactSituation& fact = situation.facts[index];
        const bool clock_assumed = clock.contains(index);
        const bool clock_term = version.clock_terms[index].has_value();
        const bool assumed = clock_assumed || (!clock_term && fact.has_assumption && !fact.freed);
        signs_assumed = signs_assumed || (assumed && declaration.kept_in_strict && fact.origin == Origin::assumed);
        if (declaration.judgement && missing.contains(index)) {
            verdict.judgements.push_back(
                {declaration.name, declaration.question, std::string(texts.unknown), "unknown"});
            continue;
        }
        const bool judged = declaration.judgement && (assumed || fact.origin == Origin::stated);
        if ((!assumed && !judged) || !asked.contains(index) ||
            (options.strict && declaration.kept_in_strict && !declaration.judgement)) {
            continue;
        }
        if (!freeing_adds(tables, job, options, index, outcomes.possible())) {
            continue;
        }
        decide::ShownValue shown = decide::shown_value(version, situation, index);
        if (clock_assumed) {
            shown = {std::string(texts.no), "false"};
        }
        if (declaration.judgement) {
            verdict.judgements.push_back(
                {declaration.name, declaration.question, shown.text, assumed ? "assumed" : "stated"});
        } else {
            verdict.assumptions.push_back({declaration.name, shown.text, shown.json,
                                           fact.origin == Origin::stated && declaration.type == FactType::code_set});
        }
    }
    if (options.strict && signs_assumed) {
        verdict.notes.emplace_back(texts.strict_signs);
    }
}

void add_missing(Verdict& verdict, const Version& version, const std::vector<decide::MissingFact>& missing,
                 const Situation& situation) {
    const auto add = [&](FactIndex index, bool decides) {
        const FactDeclaration& declaration = version.vocabulary->facts[index];
        VerdictMissing entry;
        entry.fact = declaration.name;
        entry.kind = declaration.role == FactRole::question    ? "question"
                     : declaration.role == FactRole::parameter ? "parameter"
                                                               : "fact";
        entry.question = declaration.question.empty() ? declaration.title : declaration.question;
        entry.some_answer_decides = decides;
        if (declaration.type == FactType::choice) {
            for (std::size_t i = 0; i < declaration.choices.size(); ++i) {
                if (situation.facts[index].choices[i]) {
                    entry.alternatives.push_back(declaration.choices[i].name);
                }
            }
        }
        verdict.missing.push_back(std::move(entry));
    };
    for (const decide::MissingFact& fact : missing) {
        add(fact.fact, fact.some_answer_decides);
        if (fact.fact == version.shift_start && version.shift_end != no_fact) {
            add(version.shift_end, fact.some_answer_decides);   // the pair of times is asked together
        }
    }
}

void set_status(Verdict& verdict, const Version& version, const std::set<Outcome>& possible) {
    for (const Outcome outcome : possible) {
        verdict.possible.push_back(version.outcome_name(outcome));
        verdict.possible_titles.push_back(outcome == out_of_scope ? std::string(texts.out_of_scope)
                                                                  : version.classes[outcome].title);
    }
    if (possible.size() != 1) {
        verdict.status = VerdictStatus::undetermined;
    } else if (*possible.begin() == out_of_scope) {
        verdict.status = VerdictStatus::out_of_scope;
    } else {
        verdict.status = VerdictStatus::decided;
        verdict.cls = version.classes[*possible.begin()].name;
        verdict.cls_title = version.classes[*possible.begin()].title;
    }
}

/// How the class is evidenced: by the best evidenced of the grounds that certainly give it.
std::string best_evidence(const Verdict& verdict) {
    static const std::vector<std::string> from_strong = {"official", "translation", "secondary", "unverified"};
    std::size_t strongest = from_strong.size();
    for (const VerdictReason& reason : verdict.reasons) {
        if (reason.cls == verdict.cls && reason.applies == "certain") {
            const auto at = static_cast<std::size_t>(
                std::find(from_strong.begin(), from_strong.end(), reason.citation.evidence) - from_strong.begin());
            // One well-evidenced ground is enough to carry the class.
            strongest = std::min(strongest, at);
        }
    }
    return strongest < from_strong.size() ? from_strong[strongest] : std::string();
}

/// A situation that some completion exists for. An assumption that the stated facts make impossible is let go.
Situation possible_situation(const CompiledTables& tables, const Job& job, const ClassifyOptions& options,
                             std::vector<std::string>& notes) {
    SituationOptions wanted;
    wanted.strict = options.strict;
    Situation situation = make_situation(tables.version, job, wanted);
    if (!decide::possible_outcomes(tables, situation).empty()) {
        return situation;
    }
    if (!situation.shift.stated_terms.empty()) {
        // No pair of times fits the clock terms as stated: the times say otherwise, and they win.
        Situation overridden = situation;
        for (const auto& [term, value] : situation.shift.stated_terms) {
            overridden.overridden.push_back(term);
        }
        overridden.shift.stated_terms.clear();
        if (!decide::possible_outcomes(tables, overridden).empty()) {
            return overridden;
        }
    }
    for (FactIndex fact = 0; fact < situation.facts.size(); ++fact) {
        if (situation.facts[fact].has_assumption && !situation.facts[fact].freed &&
            situation.facts[fact].origin == Origin::assumed) {
            wanted.also_free = fact;
            Situation freed = make_situation(tables.version, job, wanted);
            if (!decide::possible_outcomes(tables, freed).empty()) {
                notes.push_back(fmt::format(fmt::runtime(texts.assumption_dropped),
                                            tables.version->vocabulary->facts[fact].name));
                return freed;
            }
        }
    }
    wanted.also_free = no_fact;
    wanted.strict = true;
    return make_situation(tables.version, job, wanted);
}

/// The stated facts that a condition asks for, with their places.
void stated_facts_in(const Version& version, const Condition& condition, const Job& job,
                     std::vector<const Knowledge*>& facts) {
    if (condition.kind == Condition::Kind::definition) {
        stated_facts_in(version, version.definitions[condition.definition].when, job, facts);
    }
    for (const Condition& child : condition.children) {
        stated_facts_in(version, child, job, facts);
    }
    if (condition.kind != Condition::Kind::atom) {
        return;
    }
    const Atom& atom = version.atoms[condition.atom];
    const auto add = [&](FactIndex fact) {
        const Knowledge* knowledge = fact == no_fact || fact == shift_length ? nullptr : job.find(fact);
        if (knowledge != nullptr && std::find(facts.begin(), facts.end(), knowledge) == facts.end()) {
            facts.push_back(knowledge);
        }
    };
    add(atom.fact);
    for (const LinearTerm& term : atom.form.terms) {
        add(term.fact);
        add(term.whole_fact);
        if (term.fact == shift_length) {
            add(version.shift_start);
            add(version.shift_end);
        }
    }
}

}  // namespace

bool check_possible(const CompiledTables& tables, const Job& job, Diagnostics& diagnostics) {
    const Version& version = *tables.version;
    const auto contradicts = [&](const Job& part) {
        SituationOptions strict;
        strict.strict = true;   // nothing but what is stated
        Situation situation = make_situation(tables.version, part, strict);
        // A clock term that the times contradict is overridden, not impossible.
        situation.shift.stated_terms.clear();
        decide::Space space(tables, situation);
        return space.feasible() == space.diagrams().no();
    };
    if (!contradicts(job)) {
        return true;
    }
    // Name the constraint that the stated facts of its own already break; several tied together are named together.
    for (const Impossible& impossible : version.impossible) {
        std::vector<const Knowledge*> facts;
        stated_facts_in(version, impossible.when, job, facts);
        Job part = job;
        std::erase_if(part.stated, [&](const Knowledge& knowledge) {
            return std::none_of(facts.begin(), facts.end(),
                                [&](const Knowledge* fact) { return fact->fact == knowledge.fact; });
        });
        if (!facts.empty() && contradicts(part)) {
            std::vector<std::string> names;
            for (const Knowledge* fact : facts) {
                names.push_back("`" + version.vocabulary->facts[fact->fact].name + "`");
            }
            Diagnostic& diagnostic = diagnostics.report(
                Code::L0558, facts.front()->span,
                {impossible.title, fmt::format("{}", fmt::join(names, texts.separator))});
            for (std::size_t i = 1; i < facts.size(); ++i) {
                diagnostic.related.push_back({facts[i]->span, facts[i]->written});
            }
            return false;
        }
    }
    std::vector<std::string> titles;
    std::vector<std::string> names;
    std::vector<const Knowledge*> facts;
    for (const Impossible& impossible : version.impossible) {
        stated_facts_in(version, impossible.when, job, facts);
        titles.push_back(impossible.title);
    }
    for (const Knowledge* fact : facts) {
        names.push_back("`" + version.vocabulary->facts[fact->fact].name + "`");
    }
    diagnostics.report(Code::L0558, facts.empty() ? Span{} : facts.front()->span,
                       {fmt::format("{}", fmt::join(titles, "; ")), fmt::format("{}", fmt::join(names, texts.separator))});
    return false;
}

Verdict classify(const CompiledTables& tables, const Job& job, const ClassifyOptions& options) {
    const Version& version = *tables.version;
    Verdict verdict;
    verdict.id = job.id;
    verdict.jurisdiction = version.jurisdiction;
    verdict.jurisdiction_title = version.title;
    verdict.as_of = version.date.text();
    verdict.as_of_today = options.date_was_default;
    verdict.ruleset_version = version.ruleset_version;
    verdict.strict = options.strict;

    const Situation situation = possible_situation(tables, job, options, verdict.notes);
    Outcomes outcomes(tables, situation);
    set_status(verdict, version, outcomes.possible());

    decide::Explanation explanation(outcomes, job);
    verdict.reasons = explanation.reasons();
    verdict.requirements = explanation.requirements();
    verdict.duties = explanation.duties();
    verdict.unseen = explanation.unseen();
    verdict.as_far_as_read = std::any_of(verdict.unseen.begin(), verdict.unseen.end(),
                                         [](const VerdictUnseen& part) { return part.strength == "noted"; });
    verdict.best_evidence = best_evidence(verdict);

    const std::vector<decide::MissingFact> missing = decide::missing_facts(outcomes);
    add_missing(verdict, version, missing, situation);
    std::set<FactIndex> missing_set;
    for (const decide::MissingFact& fact : missing) {
        missing_set.insert(fact.fact);
    }
    add_assumptions(verdict, tables, job, options, outcomes, missing_set);

    for (const FactIndex fact : situation.overridden) {
        verdict.notes.push_back(
            fmt::format(fmt::runtime(texts.overridden), version.vocabulary->facts[fact].name));
    }
    for (const std::string& fact : job.not_used) {
        verdict.notes.push_back(fmt::format(fmt::runtime(texts.not_used), fact));
    }
    if (options.date_was_default) {
        verdict.notes.push_back(fmt::format(fmt::runtime(texts.today), verdict.as_of));
    }
    return verdict;
}

}  // namespace labourlex
