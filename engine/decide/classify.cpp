#include "engine/decide/classify.hpp"

#include "engine/decide/explanation.hpp"
#include "engine/decide/missing.hpp"
#include "engine/decide/possible.hpp"
#include "engine/decide/possible_situation.hpp"
#include "engine/decide/short_day.hpp"
#include "engine/decide/shown_value.hpp"
#include "engine/decide/texts.hpp"
#include "engine/law/situation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

namespace labourlex {

using decide::Outcomes;
using decide::texts;

namespace {

/// The tables that the norms ask for, directly or through others: a clock term that no norm uses decides nothing.
std::vector<bool> tables_in_use(const CompiledTables& tables) {
    std::vector<bool> used(tables.tables.size());
    const std::function<void(TableIndex)> use = [&](TableIndex index) {
        if (index == none_index || used[index]) {
            return;
        }
        used[index] = true;
        for (const Column& column : tables.tables[index].columns) {
            if (column.kind == Column::Kind::table) {
                use(column.table);
            } else if (const Atom& atom = tables.version->atoms[column.atom]; atom.kind == Atom::Kind::limit) {
                for (const auto& rows : tables.limit_rows[atom.limit]) {
                    std::for_each(rows.begin(), rows.end(), use);
                }
            }
        }
    };
    for (const auto& norm : tables.norms) {
        use(norm.speaks);
        use(norm.needs);
    }
    std::for_each(tables.instrument_reaches.begin(), tables.instrument_reaches.end(), use);
    std::for_each(tables.unseen_laws.begin(), tables.unseen_laws.end(), use);
    std::for_each(tables.impossible.begin(), tables.impossible.end(), use);
    return used;
}

/// The facts that the tables ask for, directly or through a clock term.
std::set<FactIndex> facts_asked(const CompiledTables& tables) {
    const Version& version = *tables.version;
    const std::vector<bool> used = tables_in_use(tables);
    std::set<FactIndex> result;
    for (std::size_t index = 0; index < tables.tables.size(); ++index) {
        for (const Column& column : tables.tables[index].columns) {
            if (!used[index] || column.kind != Column::Kind::atom) {
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

/// Whether letting go of what is known about one fact adds an outcome. `let_go`: assumptions already given up.
bool freeing_adds(const CompiledTables& tables, const Job& job, const ClassifyOptions& options,
                  const std::vector<FactIndex>& let_go, FactIndex fact, const std::set<Outcome>& possible) {
    SituationOptions freed;
    freed.strict = options.strict;
    freed.also_free = let_go;
    freed.also_free.push_back(fact);
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
        if (!freeing_adds(tables, job, options, situation.options.also_free, index, outcomes.possible())) {
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

}  // namespace

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

    const Situation situation = decide::possible_situation(tables, job, options.strict, verdict.notes);
    Outcomes outcomes(tables, situation);
    set_status(verdict, version, outcomes.possible());

    if (verdict.status == VerdictStatus::out_of_scope) {
        for (InstrumentIndex index = 0; index < version.instruments.size(); ++index) {
            const bool bars = std::any_of(version.norms.begin(), version.norms.end(), [&](const Norm& norm) {
                return norm.citation.instrument == index && (norm.kind == NormKind::rule || norm.kind == NormKind::item);
            });
            if (bars && !version.instruments[index].regulating && outcomes.can_be(outcomes.reaches(index))) {
                verdict.forbidding.push_back(version.instruments[index].title);
            }
        }
    }

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
    for (const Knowledge& stated : job.stated) {
        const FactDeclaration& declaration = version.vocabulary->facts[stated.fact];
        if (declaration.role == FactRole::question &&
            std::none_of(version.questions.begin(), version.questions.end(),
                         [&](const Question& question) { return question.fact == stated.fact; })) {
            verdict.notes.push_back(fmt::format(fmt::runtime(texts.question_not_open), declaration.name));
        }
    }
    if (const auto note = decide::note_on_short_day(situation)) {
        verdict.notes.push_back(*note);
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
