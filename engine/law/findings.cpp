// What is certainly odd in a law that compiles: things that nothing uses, gaps in time, exceptions left alone.

#include "engine/law/conditions.hpp"

#include "dsl-grammar/keywords.hpp"
#include "engine/law/names.hpp"

#include <algorithm>

namespace labourlex {

namespace {

using syntax::ClauseKind;
using syntax::StatementKind;

std::string evidence_word(Evidence evidence) {
    const Keyword keyword = evidence == Evidence::official      ? Keyword::official
                            : evidence == Evidence::translation ? Keyword::translation
                            : evidence == Evidence::secondary   ? Keyword::secondary
                                                                : Keyword::unverified;
    return std::string(spelling_of(keyword));
}

/// What is reported of a declared fact of some kind that nothing uses.
std::optional<Code> unused_code(StatementKind kind) {
    switch (kind) {
        case StatementKind::fact:
            return Code::L0602;
        case StatementKind::question:
            return Code::L0603;
        case StatementKind::parameter:
            return Code::L0612;
        case StatementKind::season:
            return Code::L0610;
        default:
            return std::nullopt;
    }
}

void unused_names(Compilation& compilation) {
    const StatuteBook& book = compilation.book;
    for (DefinitionIndex index = 0; index < book.definitions.size(); ++index) {
        if (!compilation.used_definitions[index] && compilation.own_definitions[index]) {
            compilation.report(Code::L0601, book.definitions[index].span, {book.definitions[index].name});
        }
    }
    for (LimitIndex index = 0; index < book.limits.size(); ++index) {
        if (!compilation.used_limits[index] && compilation.own_limits[index]) {
            compilation.report(Code::L0608, book.limits[index].span, {book.limits[index].name});
        }
    }
    for (const Placed& placed : compilation.statements) {
        if (placed.of_pack) continue;
        const syntax::Statement& statement = *placed.statement;
        const auto code = unused_code(statement.kind);
        if (!code) continue;
        const auto fact = compilation.facts.find(statement.name.text);
        if (fact == compilation.facts.end() || compilation.used_facts[fact->second]) continue;
        // A job may state a quantity in another unit than the law does; what others link to takes what is stated of
        // them.
        const auto& facts = compilation.vocabulary.facts;
        const FactIndex used = fact->second;
        if (facts[used].linked_to != no_fact) continue;
        const bool linked = std::any_of(facts.begin(), facts.end(),
                                        [&](const FactDeclaration& other) { return other.linked_to == used; });
        if (linked) continue;
        compilation.report(*code, statement.name.span, {statement.name.text});
    }
    for (const auto& [name, derived] : compilation.derived) {
        if (derived.own && !derived.used) compilation.report(Code::L0611, derived.span, {name});
    }
    for (InstrumentIndex index = 0; index < book.instruments.size(); ++index) {
        const EnactedInstrument& enacted = book.instruments[index];
        if (enacted.of_pack || compilation.cited_instruments.count(index) != 0) continue;
        compilation.report(Code::L0604, enacted.instrument.span, {compilation.instrument_statements[index]->name.text});
    }
}

/// Exceptions that never meet a norm, and exceptions that lose their last one while in force themselves.
void lonely_exceptions(Compilation& compilation) {
    const StatuteBook& book = compilation.book;
    for (const TextIndex text : book.order) {
        const EnactedNorm& enacted = book.texts[text];
        if (enacted.norm.kind != NormKind::exception && !enacted.norm.could_lift) continue;
        const InstrumentIndex instrument = enacted.norm.citation.instrument;
        if (instrument == none_index || book.instruments[instrument].reaches_nobody_here) continue;
        const Bounds own = book.all_bounds(enacted.bounds, instrument);
        std::vector<TextIndex> parents;
        for (const NormLink& link : enacted.links) {
            for (const TextIndex parent : book.texts_of(link)) {
                const Norm& norm = book.texts[parent].norm;
                const bool absent = norm.citation.instrument != none_index &&
                                    book.instruments[norm.citation.instrument].reaches_nobody_here;
                if (!absent) parents.push_back(parent);
            }
        }
        const bool meets = std::any_of(parents.begin(), parents.end(), [&](TextIndex parent) {
            Bounds both = own;
            const EnactedNorm& norm = book.texts[parent];
            const Bounds theirs = book.all_bounds(norm.bounds, norm.norm.citation.instrument);
            both.insert(both.end(), theirs.begin(), theirs.end());
            return ever_possible(both);
        });
        if (!meets) compilation.report(Code::L0606, enacted.norm.span, {enacted.norm.name});
    }
}

/// A repealed norm takes its exceptions with it.
void repealed_with_norm(Compilation& compilation) {
    const StatuteBook& book = compilation.book;
    for (const Compilation::Repeal& repeal : compilation.repeals) {
        const std::string& gone = book.families[book.texts[repeal.text].family].name;
        for (const TextIndex text : book.order) {
            const EnactedNorm& enacted = book.texts[text];
            if (enacted.norm.kind != NormKind::exception) continue;
            const Bounds own = book.all_bounds(enacted.bounds, enacted.norm.citation.instrument);
            const Date after = repeal.edge.last;
            if (!presence_on(own, after).possible) continue;
            bool of_gone = false;
            bool of_another = false;
            for (const NormLink& link : enacted.links) {
                for (const TextIndex parent : book.texts_of(link)) {
                    if (parent == repeal.text) of_gone = true;
                    const EnactedNorm& norm = book.texts[parent];
                    if (presence_on(book.all_bounds(norm.bounds, norm.norm.citation.instrument), after).possible) {
                        of_another = true;
                    }
                }
            }
            if (of_gone && !of_another) compilation.report(Code::L0607, repeal.span, {gone, enacted.norm.name});
        }
    }
}

/// A name whose texts leave days between them without one. Only fixed days count, so that the finding is certain.
void gaps_in_time(Compilation& compilation) {
    const StatuteBook& book = compilation.book;
    for (const NormFamily& family : book.families) {
        if (family.texts.size() < 2) continue;
        std::vector<Bounds> all;
        std::vector<Date> days;
        for (const TextIndex text : family.texts) {
            const EnactedNorm& enacted = book.texts[text];
            all.push_back(book.all_bounds(enacted.bounds, enacted.norm.citation.instrument));
            collect_days(all.back(), days);
        }
        if (days.empty()) continue;
        std::sort(days.begin(), days.end());
        days.erase(std::unique(days.begin(), days.end()), days.end());
        const auto present = [&](Date day) {
            return std::any_of(all.begin(), all.end(),
                               [&](const Bounds& bounds) { return presence_on(bounds, day).possible; });
        };
        bool before = present(days.front().plus(-1));
        std::optional<Date> gap;
        for (const Date day : days) {
            const bool now = present(day);
            if (!now && before) gap = day;
            if (now && gap) {
                compilation.report(Code::L0605, family.span, {family.name, gap->text(), day.plus(-1).text()});
                break;
            }
            before = now;
        }
    }
}

/// The instrument whose text a new norm cites: the one it names, else the one it took over from the norm or list it
/// changes.
InstrumentIndex cited_by_change(const Compilation& compilation, const syntax::Statement& body) {
    if (const syntax::Clause* per = find_clause(body, ClauseKind::per); per != nullptr && !per->words.empty()) {
        const auto named = compilation.instruments.find(per->words.front().text);
        return named == compilation.instruments.end() ? none_index : named->second;
    }
    const auto& texts = compilation.book.texts;
    const auto made = std::find_if(texts.begin(), texts.end(), [&](const EnactedNorm& enacted) {
        return enacted.norm.span.source == body.name.span.source && enacted.norm.span.begin == body.name.span.begin;
    });
    return made == texts.end() ? none_index : made->norm.citation.instrument;
}

/// New words that pass for as well known as the text they change: the amendment cites that text itself, as a draft
/// does.
void inherited_evidence(Compilation& compilation) {
    const syntax::Statement* amendment = nullptr;
    for (const Placed& placed : compilation.statements) {
        const syntax::Statement& statement = *placed.statement;
        if (statement.kind == StatementKind::amendment) amendment = &statement;
        const bool changes = statement.kind == StatementKind::insert || statement.kind == StatementKind::replace;
        if (!changes || amendment == nullptr || placed.of_pack || statement.body.empty()) continue;
        const syntax::Statement& body = statement.body.front();
        const syntax::Clause* act = find_clause(*amendment, ClauseKind::per);
        if (act == nullptr || act->words.empty() || find_clause(body, ClauseKind::evidence) != nullptr) continue;
        const InstrumentIndex cited = cited_by_change(compilation, body);
        const auto amending = compilation.instruments.find(act->words.front().text);
        if (cited == none_index || amending == compilation.instruments.end() || amending->second != cited) continue;
        const Evidence evidence = compilation.book.instruments[cited].instrument.evidence;
        if (evidence == Evidence::unverified) continue;
        compilation.report(Code::L0609, body.name.span,
                           {body.name.text, amendment->name.text, act->words.front().text, evidence_word(evidence)});
    }
}

}  // namespace

void find_findings(Compilation& compilation) {
    compilation.current.clear();
    unused_names(compilation);
    lonely_exceptions(compilation);
    repealed_with_norm(compilation);
    gaps_in_time(compilation);
    inherited_evidence(compilation);
}

}  // namespace labourlex
