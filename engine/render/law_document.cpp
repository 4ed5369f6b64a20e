#include "engine/render/law_document.hpp"

#include "engine/consolidate/amending_acts.hpp"
#include "engine/consolidate/text_key.hpp"
#include "engine/law/statute_book.hpp"
#include "engine/render/condition_words.hpp"
#include "engine/tables/describe.hpp"

#include <algorithm>
#include <map>

namespace labourlex {

namespace {

class LawWriter {
public:
    LawWriter(const CompiledLaw& law, Date date, const Words& words)
        : book_(law.book()),
          version_(law.consolidate(date)),
          words_(words),
          document_(fill(words.law_title, {law.title(), date.text()})),
          conditions_(*version_, words, document_) {}

    Document run(const std::vector<std::string>& drafts) {
        if (!drafts.empty()) {
            std::string names;
            for (const std::string& draft : drafts) {
                if (!names.empty()) names += words_.list_comma;
                names += draft;
            }
            document_.paragraph(fill(words_.law_drafts, {names}));
        }
        document_.paragraph(std::string(words_.law_meaning));
        gather_changes();
        for (InstrumentIndex index = 0; index < version_->instruments.size(); ++index) {
            if (!version_->instruments[index].in_force.never()) instrument(index);
        }
        unseen_laws();
        terms_of_time();
        terms();
        given();
        questions();
        return std::move(document_);
    }

private:
    // ---- what amended what ------------------------------------------------------------------------------------------

    void gather_changes() {
        std::map<TextKey, std::vector<const AmendingChange*>> history;
        for (const AmendingChange& change : book_.changes) {
            const Standing standing = standing_of(book_.amendments[change.amendment], version_->date);
            // What was done to a whole list is told at its head.
            if (standing == Standing::to_come || change.of_list) continue;
            // A text that replaces another has the other's history as well.
            std::vector<const AmendingChange*> told;
            if (change.before) told = history[key_of(*change.before)];
            told.push_back(&change);
            if (change.after) {
                history[key_of(*change.after)] = std::move(told);
                continue;
            }
            if (!change.before) continue;
            const InstrumentIndex act = instrument_of(*change.before);
            if (act != none_index) repealed_[book_.instruments[act].instrument.name].push_back(&change);
        }
        history_ = std::move(history);
    }

    /// The act that a text of the statute book rests on; counts EnactedInstruments.
    [[nodiscard]] InstrumentIndex instrument_of(Span text) const {
        for (const EnactedNorm& enacted : book_.texts) {
            if (enacted.norm.span == text) return enacted.norm.citation.instrument;
        }
        for (const LimitFamily& family : book_.limits) {
            for (const EnactedLimit& enacted : family.texts) {
                if (enacted.limit.span == text) return enacted.limit.citation.instrument;
            }
        }
        for (const ClockTable& table : book_.clock_tables) {
            if (table.span == text) return table.instrument;
        }
        for (const ListFamily& list : book_.lists) {
            for (const ListText& each : list.texts) {
                if (each.span == text) return each.citation.instrument;
            }
        }
        return none_index;
    }

    void amended(const AmendingChange& change) {
        const bool sure = standing_of(book_.amendments[change.amendment], version_->date) == Standing::in_force;
        document_.remark(fill(sure ? words_.law_amended : words_.law_amended_in_doubt, {remark_on(book_, change)}));
    }

    void amended(Span text) {
        const auto told = history_.find(key_of(text));
        if (told == history_.end()) return;
        for (const AmendingChange* change : told->second) amended(*change);
    }

    // ---- acts -------------------------------------------------------------------------------------------------------

    [[nodiscard]] std::string evidence(Evidence evidence) const {
        switch (evidence) {
            case Evidence::official:
                return std::string(words_.evidence_official);
            case Evidence::translation:
                return std::string(words_.evidence_translation);
            case Evidence::secondary:
                return std::string(words_.evidence_secondary);
            case Evidence::unverified:
                break;
        }
        return std::string(words_.evidence_unverified);
    }

    void source(const Citation& citation) {
        document_.paragraph(fill(words_.law_source, {evidence(citation.evidence)}), citation.url);
    }

    /// Days on which what is in force is in doubt.
    void doubts(const Condition& in_force) {
        if (in_force.kind == Condition::Kind::atom) {
            const Atom& atom = version_->atoms[in_force.atom];
            document_.paragraph(fill(words_.law_doubt, {version_->vocabulary->facts[atom.fact].question}));
        }
        for (const Condition& child : in_force.children) doubts(child);
    }

    void notes(const std::vector<std::string>& notes) {
        for (const std::string& note : notes) document_.paragraph(fill(words_.law_note, {note}));
    }

    void instrument(InstrumentIndex index) {
        const Instrument& act = version_->instruments[index];
        document_.heading(2, act.title);
        std::string about(act.regulating ? words_.instrument_regulates : words_.instrument_forbids);
        if (act.adopted) about = fill(words_.law_answer, {fill(words_.law_adopted, {act.adopted->text()}), about});
        if (!act.number.empty()) about = fill(words_.law_number, {act.number}) + std::string(words_.list_comma) + about;
        document_.paragraph(fill(words_.law_about, {capitalised(about), capitalised(evidence(act.evidence))}));
        doubts(act.in_force);
        if (act.reaches.always()) {
            document_.paragraph(std::string(words_.law_reach_all));
        } else {
            document_.paragraph(act.reach_provision.empty() ? std::string(words_.law_reach)
                                                            : fill(words_.law_reach_per, {act.reach_provision}));
            conditions_.tell(act.reaches);
        }
        notes(act.notes);
        norms_of(index);
        for (const auto& texts : version_->limits) {
            for (const Limit& limit : texts) {
                if (limit.citation.instrument == index) tell(limit);
            }
        }
        if (const auto gone = repealed_.find(act.name); gone != repealed_.end()) {
            for (const AmendingChange* change : gone->second) amended(*change);
        }
    }

    // ---- norms ------------------------------------------------------------------------------------------------------

    void norms_of(InstrumentIndex act) {
        std::string list;
        std::string section;
        for (const Norm& norm : version_->norms) {
            if (norm.citation.instrument != act) continue;
            if (norm.list != list || norm.section != section) {
                if (norm.list != list && !norm.list.empty()) list_head(norm.list);
                if (!norm.section.empty()) document_.heading(4, norm.section);
                if (!norm.list.empty() && !norm.permitted_list && !norm.shared.always()) {
                    document_.paragraph(std::string(words_.law_every_item));
                    conditions_.tell(norm.shared);
                }
                list = norm.list;
                section = norm.section;
            }
            tell(norm);
        }
    }

    void list_head(const std::string& name) {
        document_.heading(3, fill(words_.law_list, {name}));
        for (const ListFamily& list : book_.lists) {
            if (list.name != name) continue;
            for (const ListText& text : list.texts) {
                const Bounds bounds = book_.all_bounds(text.bounds, text.citation.instrument);
                // The head of a permitted list is a norm, which tells it itself.
                if (text.permitting.empty() && presence_on(bounds, version_->date).possible) amended(text.span);
            }
        }
    }

    [[nodiscard]] std::string class_title(ClassIndex cls) const { return version_->classes[cls].title; }

    [[nodiscard]] std::string parents_of(const Norm& norm) const {
        std::string names;
        for (const NormIndex parent : norm.parents) {
            const Norm& each = version_->norms[parent];
            if (!names.empty()) names += words_.list_comma;
            names += fill(words_.cell_title_and_name, {each.title, each.name});
        }
        return names;
    }

    [[nodiscard]] std::string lead_of(const Norm& norm) const {
        switch (norm.kind) {
            case NormKind::rule:
            case NormKind::item:
                return fill(words_.law_gives, {class_title(norm.cls)});
            case NormKind::exception:
                if (norm.exemption) return fill(words_.law_exemption, {parents_of(norm)});
                if (norm.does_not_apply) return fill(words_.law_removal, {parents_of(norm)});
                return fill(norm.permitted_list ? words_.law_permitted_list : words_.law_exception,
                            {parents_of(norm), in_sentence(class_title(norm.cls))});
            case NormKind::requirement:
                return fill(words_.law_requirement, {strength(norm.strength)});
            case NormKind::duty:
                return std::string(words_.law_duty);
            case NormKind::permission:
                return std::string(words_.law_permission);
            case NormKind::unseen:
                break;
        }
        if (norm.could_lift) {
            return fill(words_.law_unseen_lift, {parents_of(norm), in_sentence(class_title(norm.cls))});
        }
        return fill(norm.blocking || norm.blocking_when ? words_.law_unseen_blocking : words_.law_unseen_noted,
                    {in_sentence(class_title(norm.cls))});
    }

    [[nodiscard]] std::string_view strength(Strength strength) const {
        switch (strength) {
            case Strength::constitutive:
                return words_.law_strength_constitutive;
            case Strength::formal:
                return words_.law_strength_formal;
            case Strength::noted:
                break;
        }
        return words_.law_strength_noted;
    }

    void tell(const Norm& norm) {
        const int level = norm.list.empty() ? 3 : (norm.section.empty() ? 4 : 5);
        document_.heading(level, fill(words_.law_norm, {norm.citation.provision, norm.title}));
        amended(norm.span);
        doubts(norm.in_force);
        document_.paragraph(lead_of(norm));
        if (norm.list.empty()) {
            Condition whole;
            whole.children = {norm.shared, norm.when};
            conditions_.tell(whole);
        } else {
            conditions_.tell(norm.permitted_list ? norm.shared : norm.when);
        }
        if (norm.needs) {
            document_.paragraph(norm.kind == NormKind::requirement
                                    ? std::string(words_.law_needs)
                                    : fill(words_.law_requires, {strength(norm.strength)}));
            conditions_.tell(*norm.needs);
        }
        source(norm.citation);
        notes(norm.notes);
    }

    // ---- limits, terms, doubts --------------------------------------------------------------------------------------

    void tell(const Limit& limit) {
        document_.heading(3, fill(words_.law_norm, {limit.citation.provision, limit.title}));
        amended(limit.span);
        doubts(limit.in_force);
        const FactDeclaration& fact = version_->vocabulary->facts[limit.fact];
        document_.paragraph(fill(words_.law_limit_for, {fact.title}));
        std::vector<std::string> titles;
        titles.reserve(limit.axes.size() + 1);
        for (const FactIndex axis : limit.axes) titles.push_back(version_->vocabulary->facts[axis].title);
        titles.emplace_back(words_.law_limit_value);
        std::vector<std::vector<std::string>> rows;
        for (const Limit::Row& row : limit.rows) {
            rows.push_back(row.labels);
            rows.back().resize(limit.axes.size());
            rows.back().push_back(limit_cell_text(row.cell, fact.unit));
        }
        document_.table(std::move(titles), std::move(rows));
        source(limit.citation);
        notes(limit.notes);
    }

    void unseen_laws() {
        if (version_->unseen_laws.empty()) return;
        document_.heading(2, std::string(words_.law_unseen_laws));
        for (const UnseenLaw& law : version_->unseen_laws) {
            document_.heading(3, law.title);
            document_.paragraph(std::string(words_.law_reach));
            conditions_.tell(law.reaches);
            notes(law.notes);
        }
    }

    void terms_of_time() {
        bool any = false;
        for (std::size_t index = 0; index < version_->clock_terms.size(); ++index) {
            const auto& term = version_->clock_terms[index];
            if (!term || term->never()) continue;
            if (!any) document_.heading(2, std::string(words_.law_terms_of_time));
            any = true;
            document_.heading(3, version_->vocabulary->facts[index].title);
            for (const ClockTable& table : book_.clock_tables) {
                if (table.term == index &&
                    presence_on(book_.all_bounds(table.bounds, table.instrument), version_->date).possible) {
                    amended(table.span);
                }
            }
            conditions_.tell(*term);
        }
    }

    /// A term may use others, so the list grows while it is told.
    void terms() {
        std::set<DefinitionIndex> told;
        bool any = false;
        for (bool more = true; more;) {
            more = false;
            const std::set<DefinitionIndex> used = conditions_.terms();
            for (const DefinitionIndex term : used) {
                if (!told.insert(term).second) continue;
                if (!any) document_.heading(2, std::string(words_.law_terms));
                any = more = true;
                const Definition& definition = version_->definitions[term];
                document_.heading(3, definition.title.empty() ? definition.name : definition.title);
                conditions_.tell(definition.when);
            }
        }
    }

    /// What the law says itself, whatever a job states.
    void given() {
        if (!version_->parameters.empty()) document_.heading(2, std::string(words_.law_parameters));
        for (const FixedParameter& parameter : version_->parameters) {
            const std::string value =
                fill(words_.law_answer, {version_->vocabulary->facts[parameter.fact].title, parameter.value});
            document_.bullet(cited(value, parameter.citation));
        }
        if (!version_->seasons.empty()) document_.heading(2, std::string(words_.law_seasons));
        for (const Season& season : version_->seasons) {
            const std::string days =
                fill(words_.law_answer, {version_->vocabulary->facts[season.fact].title, season.days});
            document_.bullet(season.citation ? cited(days, *season.citation) : days);
        }
    }

    [[nodiscard]] std::string cited(const std::string& text, const Citation& citation) const {
        if (citation.instrument == none_index) return text;
        return fill(words_.law_alternative,
                    {text, version_->instruments[citation.instrument].title, citation.provision});
    }

    void questions() {
        bool any = false;
        for (const Question& question : version_->questions) {
            if (!any) document_.heading(2, std::string(words_.law_questions));
            any = true;
            document_.heading(3, version_->vocabulary->facts[question.fact].question);
            for (const QuestionAlternative& alternative : question.alternatives) {
                const std::string& title = alternative.title.empty() ? alternative.name : alternative.title;
                document_.bullet(cited(title, alternative.citation));
            }
            notes(question.notes);
        }
    }

    const StatuteBook& book_;
    std::shared_ptr<const Version> version_;
    const Words& words_;
    Document document_;
    ConditionWords conditions_;
    std::map<TextKey, std::vector<const AmendingChange*>> history_;
    std::map<std::string, std::vector<const AmendingChange*>> repealed_;  ///< by full name of the act
};

}  // namespace

Document law_document(const CompiledLaw& law, Date date, const std::vector<std::string>& drafts, const Words& words) {
    return LawWriter(law, date, words).run(drafts);
}

}  // namespace labourlex
