// Instruments, what they reach, and when they and the amendments begin.
//
// `until NAME begins` ties an end to the first day of another instrument or amendment, wherever that is written; so all
// beginnings are read before any end. A beginning in doubt (`about D within N days`) becomes a yes/no question, declared
// here; an end tied to it rests on the same question.

#include "engine/law/conditions.hpp"

#include "dsl-grammar/phrases.hpp"
#include "engine/law/names.hpp"
#include "engine/law/provenance.hpp"

#include <algorithm>

namespace labourlex {

namespace {

using syntax::Clause;
using syntax::ClauseKind;
using syntax::Statement;
using syntax::StatementKind;

constexpr std::int32_t greatest_window = 36525;   // a century to each side

std::optional<Date> read_date(Compilation& compilation, const syntax::Word& word) {
    const auto date = Date::parse(word.text);
    if (!date) compilation.report(Code::L0303, word.span, {word.text});
    return date;
}

/// The question that stands for an edge in doubt.
FactIndex edge_question(Compilation& compilation, const std::string& name, const std::string& shown, bool begins,
                        Span span) {
    std::string fact_name = (begins ? "in_force_" : "ended_") + name;
    std::replace_if(fact_name.begin(), fact_name.end(), [](char letter) { return letter == '-' || letter == '.'; }, '_');
    if (compilation.facts.count(fact_name) != 0) {
        int number = 2;
        while (compilation.facts.count(fact_name + "_" + std::to_string(number)) != 0) ++number;
        fact_name += "_" + std::to_string(number);
    }
    FactDeclaration fact;
    fact.name = std::move(fact_name);
    fact.question = phrase(begins ? Phrase::already_in_force : Phrase::already_ended, {shown});
    fact.title = fact.question;
    fact.type = FactType::yes_no;
    fact.role = FactRole::question;
    fact.edge = true;
    fact.choices = {{"no", {}, span}, {"yes", {}, span}};
    fact.span = span;
    const FactIndex index = compilation.add_fact(std::move(fact), false);
    compilation.use(index);
    const Condition condition = choice_condition(compilation, index, {1}, span);
    compilation.book.edge_atoms.emplace(index, condition.atom);
    Question question;
    question.fact = index;
    question.edge = true;
    compilation.book.questions.push_back(std::move(question));
    compilation.question_statements.push_back(nullptr);
    compilation.own_questions.push_back(true);
    return index;
}

/// `from` of a period: the first day. `to`: the first day after the last one.
std::optional<Edge> read_moment(Compilation& compilation, const syntax::Moment& moment, const std::string& name,
                                const std::string& shown, bool begins) {
    if (moment.kind == syntax::Moment::Kind::begins) {
        const auto found = compilation.beginnings.find(moment.name.text);
        if (found != compilation.beginnings.end()) return found->second;
        if (compilation.broken_names.count(moment.name.text) == 0) {
            std::vector<std::string> names;
            for (const auto& entry : compilation.beginnings) names.push_back(entry.first);
            std::sort(names.begin(), names.end());
            compilation.report_unknown(Code::L0306, moment.name, names);
        }
        return std::nullopt;
    }
    const auto date = read_date(compilation, moment.date);
    if (!date) return std::nullopt;
    const std::int32_t shift = begins ? 0 : 1;
    if (moment.kind == syntax::Moment::Kind::date) return Edge{date->plus(shift), date->plus(shift), no_fact};
    const auto days = Rational::parse_decimal(moment.days.text);
    if (!days || !days->is_whole() || days->sign() < 0 || days->numerator() > greatest_window) {
        compilation.report(Code::L0228, moment.days.span, {moment.days.text});
        return std::nullopt;
    }
    const auto width = static_cast<std::int32_t>(days->numerator());
    Edge edge{date->plus(shift - width), date->plus(shift + width), no_fact};
    if (width != 0) edge.question = edge_question(compilation, name, shown, begins, moment.span);
    return edge;
}

/// `in force when commenced`
bool when_commenced(const Clause& period) { return !period.words.empty(); }

/// The words of a moment, for the list of instruments.
std::string as_written(const Compilation& compilation, const std::optional<syntax::Moment>& moment) {
    return moment ? std::string(compilation.sources.slice(moment->span)) : std::string();
}

void read_beginning(Compilation& compilation, const Statement& statement, bool required) {
    const Clause* period = find_clause(statement, ClauseKind::in_force);
    if (period != nullptr && when_commenced(*period)) {
        if (!compilation.beginnings.emplace(statement.name.text, not_commenced()).second) {
            compilation.report(Code::L0210, statement.name.span, {statement.name.text});
        }
        return;
    }
    if (period == nullptr || !period->from) {
        if (required) {
            compilation.report(Code::L0321, statement.name.span, {statement.name.text});
            compilation.broken_names.insert(statement.name.text);
        }
        return;
    }
    std::string title = statement.title.empty() ? statement.name.text : statement.title.text;
    if (statement.kind == StatementKind::applies) {
        const auto applied = compilation.instruments.find(statement.name.text);
        if (applied != compilation.instruments.end()) title = compilation.book.instruments[applied->second].instrument.title;
    }
    if (const auto edge = read_moment(compilation, *period->from, statement.name.text, title, true)) {
        if (!compilation.beginnings.emplace(statement.name.text, *edge).second) {
            compilation.report(Code::L0210, statement.name.span, {statement.name.text});
        }
    } else {
        compilation.broken_names.insert(statement.name.text);
    }
}

void read_evidence(const Statement& statement, Instrument& instrument) {
    const Clause* evidence = find_clause(statement, ClauseKind::evidence);
    if (evidence == nullptr) return;
    if (!evidence->words.empty()) instrument.evidence = evidence_of(evidence->words.front());
    if (!evidence->texts.empty()) instrument.url = evidence->texts.front().text;
}

void declare_instrument(Compilation& compilation, const Placed& placed) {
    const Statement& statement = *placed.statement;
    const std::string& name = statement.name.text;
    const auto index = static_cast<InstrumentIndex>(compilation.book.instruments.size());
    if (!compilation.instruments.emplace(name, index).second) {
        compilation.report(Code::L0210, statement.name.span, {name});
        return;
    }
    EnactedInstrument enacted;
    enacted.of_pack = placed.of_pack;
    enacted.reaches_nobody_here = placed.of_pack;
    Instrument& instrument = enacted.instrument;
    instrument.name = placed.of_pack ? name : compilation.book.jurisdiction + "." + name;
    instrument.title = statement.title.text;
    instrument.span = statement.name.span;
    instrument.regulating = find_clause(statement, ClauseKind::regulating) != nullptr;
    read_evidence(statement, instrument);
    for (const Clause& clause : statement.clauses) {
        if (clause.kind == ClauseKind::number && !clause.texts.empty()) instrument.number = clause.texts[0].text;
        if (clause.kind == ClauseKind::adopted && !clause.words.empty()) {
            instrument.adopted = read_date(compilation, clause.words[0]);
        }
        if (clause.kind == ClauseKind::note && !clause.texts.empty()) instrument.notes.push_back(clause.texts[0].text);
        if (clause.kind == ClauseKind::reaches && !clause.texts.empty()) {
            instrument.reach_provision = clause.texts[0].text;
        }
    }
    read_rows(compilation, statement, placed.of_pack, nullptr);
    compilation.book.instruments.push_back(std::move(enacted));
    compilation.instrument_statements.push_back(&statement);
}

/// `applies`: an instrument of a pack becomes part of this law for a time.
void apply_instrument(Compilation& compilation, const Placed& placed) {
    const Statement& statement = *placed.statement;
    read_rows(compilation, statement, false, nullptr);
    const auto index = find_instrument(compilation, statement.name);
    if (!index) return;
    EnactedInstrument& enacted = compilation.book.instruments[*index];
    if (!enacted.of_pack) {
        compilation.report(Code::L0318, statement.name.span, {statement.name.text});
        return;
    }
    if (!enacted.reaches_nobody_here) {
        compilation.report(Code::L0317, statement.name.span, {statement.name.text});
        return;
    }
    enacted.reaches_nobody_here = false;
    (void)read_provenance(compilation, placed, nullptr);
    for (const Clause& clause : statement.clauses) {
        if (clause.kind == ClauseKind::note && !clause.texts.empty()) {
            enacted.instrument.notes.push_back(clause.texts[0].text);
        }
    }
    if (const Clause* period = find_clause(statement, ClauseKind::in_force)) {
        enacted.bounds = read_period(compilation, statement, statement.name.text);
        enacted.in_force_from = as_written(compilation, period->from);
        enacted.in_force_to = as_written(compilation, period->to);
    }
}

}  // namespace

Bounds read_period(Compilation& compilation, const Statement& statement, const std::string& name) {
    Bounds bounds;
    const Clause* period = find_clause(statement, ClauseKind::in_force);
    if (period == nullptr) return bounds;
    if (when_commenced(*period)) return {{not_commenced(), true}};
    const std::string& title = statement.title.empty() ? name : statement.title.text;
    const bool begun = statement.kind == StatementKind::instrument || statement.kind == StatementKind::amendment ||
                       statement.kind == StatementKind::applies;
    if (period->from) {
        std::optional<Edge> edge;
        if (begun) {
            const auto known = compilation.beginnings.find(name);
            if (known != compilation.beginnings.end()) edge = known->second;
        } else {
            edge = read_moment(compilation, *period->from, name, title, true);
        }
        if (edge) bounds.push_back({*edge, true});
    }
    if (period->to) {
        if (const auto edge = read_moment(compilation, *period->to, name, title, false)) bounds.push_back({*edge, false});
    }
    if (bounds.size() == 2 && !ever_possible(bounds)) {
        compilation.report(Code::L0304, period->span);
        bounds.clear();
    }
    return bounds;
}

void declare_instruments(Compilation& compilation) {
    for (const Placed& placed : compilation.statements) {
        const Statement& statement = *placed.statement;
        if (statement.kind != StatementKind::instrument) continue;
        compilation.enter(statement);
        declare_instrument(compilation, placed);
    }
    std::set<std::string> applied;
    for (const Placed& placed : compilation.statements) {
        const Statement& statement = *placed.statement;
        compilation.enter(statement);
        const bool own = !placed.of_pack;
        if (statement.kind == StatementKind::instrument && own) read_beginning(compilation, statement, false);
        if (statement.kind == StatementKind::amendment) read_beginning(compilation, statement, true);
        // A second `applies` is reported as such below.
        if (statement.kind == StatementKind::applies && own && applied.insert(statement.name.text).second &&
            compilation.beginnings.count(statement.name.text) == 0) {
            read_beginning(compilation, statement, false);
        }
    }
    for (std::size_t index = 0; index < compilation.instrument_statements.size(); ++index) {
        const Statement& statement = *compilation.instrument_statements[index];
        EnactedInstrument& enacted = compilation.book.instruments[index];
        if (enacted.of_pack) continue;
        compilation.enter(statement);
        if (const Clause* period = find_clause(statement, ClauseKind::in_force)) {
            enacted.bounds = read_period(compilation, statement, statement.name.text);
            enacted.in_force_from = when_commenced(*period) ? period->words.front().text
                                                            : as_written(compilation, period->from);
            enacted.in_force_to = as_written(compilation, period->to);
        }
    }
    for (const Placed& placed : compilation.statements) {
        if (placed.statement->kind != StatementKind::applies) continue;
        compilation.enter(*placed.statement);
        if (placed.of_pack) {
            compilation.report(Code::L0322, placed.statement->keyword.span, {placed.statement->keyword.text});
        } else {
            apply_instrument(compilation, placed);
        }
    }
}

void build_reaches(Compilation& compilation) {
    for (std::size_t index = 0; index < compilation.instrument_statements.size(); ++index) {
        const Statement& statement = *compilation.instrument_statements[index];
        compilation.enter(statement);
        compilation.book.instruments[index].instrument.reaches =
            build_clause(compilation, find_clause(statement, ClauseKind::reaches));
    }
    for (std::size_t index = 0; index < compilation.book.questions.size(); ++index) {
        const Statement* statement = compilation.question_statements[index];
        if (statement == nullptr) continue;
        compilation.enter(*statement);
        read_rows(compilation, *statement, !compilation.own_questions[index], nullptr);
        for (const Clause& clause : statement->clauses) {
            if (clause.kind != ClauseKind::alternative || clause.words.size() < 2) continue;
            QuestionAlternative alternative;
            alternative.name = clause.words[0].text;
            if (clause.texts.size() > 1) alternative.title = clause.texts[1].text;
            if (!clause.texts.empty()) alternative.citation.provision = clause.texts[0].text;
            if (const auto instrument = find_instrument(compilation, clause.words[1])) {
                compilation.cited_instruments.insert(*instrument);
                alternative.citation.instrument = *instrument;
                alternative.citation.evidence = compilation.book.instruments[*instrument].instrument.evidence;
                alternative.citation.url = compilation.book.instruments[*instrument].instrument.url;
            }
            compilation.book.questions[index].alternatives.push_back(std::move(alternative));
        }
    }
}

}  // namespace labourlex
