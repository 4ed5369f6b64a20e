// Reading the version of one day off the statute book.
//
// Three steps: which texts may be in force, which exceptions still have a norm to speak to, and the renumbering that makes
// the version self-contained. Nothing is resolved or checked here; a consolidation only selects, links and counts.

#include "engine/law/conditions.hpp"
#include "engine/law/permitted_lists.hpp"
#include "engine/law/statute_book.hpp"

#include <algorithm>

namespace labourlex {

namespace {

class Consolidation {
public:
    Consolidation(const StatuteBook& book, Date date)
        : book_(book), date_(date), version_(std::make_shared<Version>()) {}

    std::shared_ptr<const Version> run() {
        version_->jurisdiction = book_.jurisdiction;
        version_->title = book_.title;
        version_->date = date_;
        version_->ruleset_version = book_.ruleset_version;
        version_->vocabulary = book_.vocabulary;
        version_->classes = book_.classes;
        version_->atoms = book_.atoms;
        version_->definitions = book_.definitions;
        version_->impossible = book_.impossible;
        version_->absence_conditions = book_.absence_conditions;
        version_->absence_order = book_.absence_order;
        version_->shift_start = book_.shift_start;
        version_->shift_end = book_.shift_end;
        instruments();
        select();
        drop_loose_exceptions();
        norms();
        permitted_lists(places_);
        limits();
        unseen_laws();
        clock_terms();
        given_values();
        questions();
        return version_;
    }

private:
    /// The conjunction of the answers that a presence needs.
    [[nodiscard]] Condition under(const Presence& presence) const {
        std::vector<Condition> parts;
        for (const auto& [question, yes] : presence.answers) {
            Condition answer = condition_of(book_.edge_atoms.at(question));
            parts.push_back(yes ? std::move(answer) : negation_of(std::move(answer)));
        }
        return all_of(std::move(parts));
    }

    void instruments() {
        const std::size_t count = book_.instruments.size();
        numbers_.assign(count, none_index);
        presences_.resize(count);
        reaches_.resize(count);
        for (std::size_t index = 0; index < count; ++index) {
            const EnactedInstrument& enacted = book_.instruments[index];
            presences_[index] = presence_on(enacted.bounds, date_);
            if (enacted.reaches_nobody_here) presences_[index].possible = false;
            if (!presences_[index].possible) continue;
            Instrument instrument = enacted.instrument;
            instrument.in_force = under(presences_[index]);
            reaches_[index] = all_of({instrument.in_force, instrument.reaches});
            numbers_[index] = static_cast<InstrumentIndex>(version_->instruments.size());
            version_->instruments.push_back(std::move(instrument));
        }
    }

    /// The number of an instrument in the version. One that is only cited is taken in as never in force.
    InstrumentIndex number_of(InstrumentIndex instrument) {
        if (instrument == none_index) return none_index;
        if (numbers_[instrument] == none_index) {
            numbers_[instrument] = static_cast<InstrumentIndex>(version_->instruments.size());
            Instrument cited = book_.instruments[instrument].instrument;
            cited.in_force = never();
            version_->instruments.push_back(std::move(cited));
        }
        return numbers_[instrument];
    }

    /// What stands under an instrument is present where the instrument is.
    [[nodiscard]] bool possible(const Bounds& bounds, InstrumentIndex instrument) const {
        if (instrument == none_index) return presence_on(bounds, date_).possible;
        if (!presences_[instrument].possible) return false;
        Presence presence = presences_[instrument];
        presence.narrow(bounds, date_);
        return presence.possible;
    }

    void select() {
        present_.assign(book_.texts.size(), false);
        for (const TextIndex text : book_.order) {
            const EnactedNorm& enacted = book_.texts[text];
            present_[text] = possible(enacted.bounds, enacted.norm.citation.instrument);
        }
    }

    /// An exception whose norms are all gone speaks nowhere; nor do exceptions to it.
    void drop_loose_exceptions() {
        parents_.resize(book_.texts.size());
        for (const TextIndex text : book_.order) {
            if (!present_[text] || !needs_parent(text)) continue;
            for (const NormLink& link : book_.texts[text].links) {
                for (const TextIndex parent : book_.texts_of(link)) {
                    if (book_.texts[parent].norm.kind == NormKind::permission) continue;
                    if (present_[parent] && parent != text) parents_[text].push_back(parent);
                }
            }
            std::sort(parents_[text].begin(), parents_[text].end());
            parents_[text].erase(std::unique(parents_[text].begin(), parents_[text].end()), parents_[text].end());
        }
        for (bool changed = true; changed;) {
            changed = false;
            for (const TextIndex text : book_.order) {
                if (!present_[text] || !needs_parent(text)) continue;
                std::erase_if(parents_[text], [&](TextIndex parent) { return !present_[parent]; });
                if (!parents_[text].empty()) continue;
                present_[text] = false;
                changed = true;
            }
        }
    }

    [[nodiscard]] bool needs_parent(TextIndex text) const {
        const Norm& norm = book_.texts[text].norm;
        return norm.kind == NormKind::exception || norm.could_lift;
    }

    void norms() {
        std::vector<NormIndex>& places = places_;
        places.assign(book_.texts.size(), none_index);
        for (const TextIndex text : book_.order) {
            if (!present_[text]) continue;
            const EnactedNorm& enacted = book_.texts[text];
            places[text] = static_cast<NormIndex>(version_->norms.size());
            Norm norm = enacted.norm;
            norm.in_force = under(presence_on(enacted.bounds, date_));
            if (enacted.norm.citation.instrument != none_index) norm.reaches = reaches_[enacted.norm.citation.instrument];
            norm.citation.instrument = number_of(enacted.norm.citation.instrument);
            version_->norms.push_back(std::move(norm));
        }
        for (const TextIndex text : book_.order) {
            if (places[text] == none_index) continue;
            for (const TextIndex parent : parents_[text]) version_->norms[places[text]].parents.push_back(places[parent]);
            std::sort(version_->norms[places[text]].parents.begin(), version_->norms[places[text]].parents.end());
            // An unseen exception lifts nothing for certain, so its norms do not list it.
            if (version_->norms[places[text]].kind != NormKind::exception) continue;
            for (const NormIndex parent : version_->norms[places[text]].parents) {
                version_->norms[parent].exceptions.push_back(places[text]);
            }
        }
    }

    /// What a permitted list holds for is made of the items that may be in force.
    void permitted_lists(const std::vector<NormIndex>& places) {
        for (const TextIndex text : book_.order) {
            const EnactedNorm& enacted = book_.texts[text];
            if (places[text] == none_index || !enacted.norm.permitted_list) continue;
            Norm& norm = version_->norms[places[text]];
            for (const TextIndex item : book_.lists[enacted.list].texts[enacted.list_text].items) {
                if (places[item] != none_index) norm.permits.push_back(places[item]);
            }
            norm.when = permitted_condition(*version_, norm);
        }
    }

    /// Parameters that the law has fixed, and the seasons as they stand on the day.
    void given_values() {
        version_->given.resize(book_.vocabulary->facts.size());
        version_->derived = book_.derived;
        for (FixedParameter fixed : book_.parameters) {
            version_->given[fixed.fact] = book_.vocabulary->facts[fixed.fact].fixed;
            fixed.citation.instrument = number_of(fixed.citation.instrument);
            version_->parameters.push_back(std::move(fixed));
        }
        for (const EnactedSeason& enacted : book_.seasons) {
            Season season = enacted.season;
            season.holds = in_season(enacted.first, enacted.last, date_);
            version_->given[season.fact].emplace().choice = season.holds ? 1 : 0;
            if (season.citation) season.citation->instrument = number_of(season.citation->instrument);
            version_->seasons.push_back(std::move(season));
        }
    }

    void limits() {
        version_->limits.resize(book_.limits.size());
        for (std::size_t family = 0; family < book_.limits.size(); ++family) {
            for (const EnactedLimit& enacted : book_.limits[family].texts) {
                const InstrumentIndex instrument = enacted.limit.citation.instrument;
                if (!possible(enacted.bounds, instrument)) continue;
                Limit limit = enacted.limit;
                limit.in_force = under(presence_on(enacted.bounds, date_));
                if (instrument != none_index) limit.reaches = reaches_[instrument];
                limit.citation.instrument = number_of(instrument);
                version_->limits[family].push_back(std::move(limit));
            }
        }
    }

    void unseen_laws() {
        for (const EnactedUnseenLaw& enacted : book_.unseen_laws) {
            const Presence presence = presence_on(enacted.bounds, date_);
            if (!presence.possible) continue;
            UnseenLaw law = enacted.law;
            law.in_force = under(presence);
            law.citation.instrument = number_of(law.citation.instrument);
            version_->unseen_laws.push_back(std::move(law));
        }
    }

    void clock_terms() {
        const auto& facts = book_.vocabulary->facts;
        version_->clock_terms.resize(facts.size());
        for (FactIndex fact = 0; fact < facts.size(); ++fact) {
            const ClockRole role = facts[fact].clock;
            if (role != ClockRole::term && role != ClockRole::term_of_law_only) continue;
            std::vector<Condition> tables;
            bool any = false;
            for (const ClockTable& table : book_.clock_tables) {
                if (table.term != fact || !possible(table.bounds, table.instrument)) continue;
                any = true;
                std::vector<Condition> parts{under(presence_on(table.bounds, date_))};
                if (table.instrument != none_index) parts.push_back(reaches_[table.instrument]);
                parts.push_back(table.covers);
                tables.push_back(all_of(std::move(parts), table.span));
            }
            if (any || role == ClockRole::term_of_law_only) version_->clock_terms[fact] = any_of(std::move(tables));
        }
    }

    /// Questions that some condition of this version asks, in order of declaration.
    void questions() {
        std::vector<bool> used(book_.vocabulary->facts.size(), false);
        std::vector<bool> seen(book_.definitions.size(), false);
        const auto mark = [&](const Condition& condition) {
            for_each_atom(condition, book_.definitions, seen, [&](AtomIndex atom) {
                const FactIndex fact = version_->atoms[atom].fact;
                if (fact < used.size()) used[fact] = true;
            });
        };
        for (const Instrument& instrument : version_->instruments) {
            mark(instrument.in_force);
            if (!instrument.in_force.never()) mark(instrument.reaches);
        }
        for (const Norm& norm : version_->norms) {
            mark(norm.in_force);
            mark(norm.reaches);
            mark(norm.shared);
            mark(norm.when);
            if (norm.needs) mark(*norm.needs);
            if (norm.blocking_when) mark(*norm.blocking_when);
        }
        for (const auto& texts : version_->limits) {
            for (const Limit& limit : texts) {
                mark(limit.in_force);
                mark(limit.reaches);
                for (const Limit::Row& row : limit.rows) mark(row.when);
            }
        }
        for (const UnseenLaw& law : version_->unseen_laws) {
            mark(law.in_force);
            mark(law.reaches);
        }
        for (const auto& term : version_->clock_terms) {
            if (term) mark(*term);
        }
        for (const Question& written : book_.questions) {
            if (!used[written.fact]) continue;
            Question question = written;
            for (QuestionAlternative& alternative : question.alternatives) {
                alternative.citation.instrument = number_of(alternative.citation.instrument);
            }
            version_->questions.push_back(std::move(question));
        }
    }

    const StatuteBook& book_;
    Date date_;
    std::shared_ptr<Version> version_;
    std::vector<InstrumentIndex> numbers_;
    std::vector<Presence> presences_;
    std::vector<Condition> reaches_;
    std::vector<bool> present_;
    std::vector<std::vector<TextIndex>> parents_;
    std::vector<NormIndex> places_;         ///< of the texts among the norms of the version
};

}  // namespace

std::shared_ptr<const Version> consolidate(const StatuteBook& book, Date date) {
    return Consolidation(book, date).run();
}

}  // namespace labourlex
