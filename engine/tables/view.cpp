// The page as a whole: acts, their lists and sections, then what all of them share.
#include "engine/tables/view.hpp"

#include "engine/tables/describe.hpp"
#include "engine/tables/list_heads.hpp"
#include "engine/tables/table_view.hpp"
#include "engine/tables/words.hpp"

#include <algorithm>

namespace labourlex {
namespace {

std::string evidence_text(Evidence evidence) {
    switch (evidence) {
        case Evidence::official:
            return say(Word::evidence_official);
        case Evidence::translation:
            return say(Word::evidence_translation);
        case Evidence::secondary:
            return say(Word::evidence_secondary);
        case Evidence::unverified:
            return say(Word::evidence_unverified);
    }
    return {};
}

std::string kind_text(const Norm& norm) {
    if (norm.exemption) return say(Word::kind_exemption);
    if (norm.permitted_list) return say(Word::kind_permitted_list);
    switch (norm.kind) {
        case NormKind::rule:
            return say(Word::kind_rule);
        case NormKind::permission:
        case NormKind::item:
            return say(Word::kind_item);
        case NormKind::exception:
            return say(Word::kind_exception);
        case NormKind::requirement:
            return say(Word::kind_requirement);
        case NormKind::duty:
            return say(Word::kind_duty);
        case NormKind::unseen:
            return say(Word::kind_unseen);
    }
    return {};
}

class Page {
public:
    explicit Page(const CompiledTables& tables) : tables_(tables), law_(*tables.version), views_(tables) {}
    DocumentView make();

private:
    void place_norms();
    GroupView act(InstrumentIndex index);
    void add_reach(GroupView& group, InstrumentIndex index);
    EntryView norm(NormIndex index, InstrumentIndex act);
    void add_remarks(EntryView& entry, const Norm& norm) const;
    void add_permitted_remarks(EntryView& entry, const Norm& list) const;
    [[nodiscard]] TableView permitted_items(const Norm& list, const std::string& anchor) const;
    [[nodiscard]] std::vector<EntryView::Exception> exceptions(NormIndex norm) const;
    [[nodiscard]] std::string gives(const Norm& norm) const;
    [[nodiscard]] std::string class_title(ClassIndex cls) const;
    void cite(EntryView& entry, const Citation& citation) const;
    EntryView condition(Word kind, const std::string& name, const std::string& title, TableIndex table, Word holds);
    [[nodiscard]] std::vector<OverviewRow> overview() const;
    void add_group(DocumentView& page, Word title, const std::string& anchor, std::vector<EntryView> entries);
    std::vector<EntryView> limits();
    [[nodiscard]] std::vector<EntryView> questions() const;
    [[nodiscard]] std::vector<EntryView> parameters() const;
    [[nodiscard]] std::vector<EntryView> seasons() const;
    std::vector<EntryView> unseen_laws();

    const CompiledTables& tables_;
    const Version& law_;
    TableViews views_;
    std::vector<std::string> anchors_;                  ///< by NormIndex
    std::vector<std::vector<NormIndex>> norms_of_act_;  ///< by InstrumentIndex, in order of declaration
};

/// A list stays whole: it stands under the act of its first norm, also where an item cites another act.
void Page::place_norms() {
    norms_of_act_.resize(law_.instruments.size());
    std::map<std::string, InstrumentIndex> home;
    std::map<std::string, int> named;
    for (NormIndex index = 0; index < law_.norms.size(); ++index) {
        const Norm& norm = law_.norms[index];
        InstrumentIndex act = norm.citation.instrument;
        if (!norm.list.empty()) act = home.try_emplace(norm.list, act).first->second;
        norms_of_act_.at(act).push_back(index);
        // Two texts of one norm are both in force while an edge in time is in doubt.
        const int count = ++named[norm.name];
        anchors_.push_back(anchor_of("norm-", count == 1 ? norm.name : norm.name + "-" + std::to_string(count)));
    }
}

std::string Page::class_title(ClassIndex cls) const {
    const ClassDeclaration& declared = law_.classes.at(cls);
    return declared.title.empty() ? declared.name : declared.title;
}

std::string Page::gives(const Norm& norm) const {
    switch (norm.kind) {
        case NormKind::rule:
        case NormKind::item:
            return class_title(norm.cls);
        case NormKind::exception:
            return norm.does_not_apply
                       ? say(norm.parents.size() == 1 ? Word::gives_removal : Word::gives_removal_of_many)
                       : class_title(norm.cls);
        case NormKind::requirement:
            return say(Word::gives_requirement);
        case NormKind::duty:
            return say(Word::gives_duty);
        case NormKind::permission:
            return say(Word::gives_permission);
        case NormKind::unseen:
            return say(norm.could_lift ? Word::gives_could_lift : Word::gives_unseen, {class_title(norm.cls)});
    }
    return {};
}

void Page::cite(EntryView& entry, const Citation& citation) const {
    if (citation.instrument < law_.instruments.size()) entry.instrument = law_.instruments[citation.instrument].title;
    entry.provision = citation.provision;
    entry.url = citation.url;
    entry.evidence = evidence_text(citation.evidence);
}

/// How the items of a permitted list work together, and what the list asks besides.
void Page::add_permitted_remarks(EntryView& entry, const Norm& list) const {
    if (list.permitted_set == no_fact) {
        entry.remarks.push_back(say(Word::permitted_list_by_items));
    } else {
        const FactDeclaration& set = law_.vocabulary->facts.at(list.permitted_set);
        entry.remarks.push_back(say(Word::permitted_list_by_set, {set.title.empty() ? set.name : set.title}));
    }
    if (!list.shared.always()) {
        entry.remarks.push_back(say(Word::permitted_list_besides, {views_.in_words(list.shared)}));
    }
}

/// The items as the law lists them: what the compiler makes of them could be checked by no reader.
TableView Page::permitted_items(const Norm& list, const std::string& anchor) const {
    TableView view;
    view.anchor = anchor;
    view.columns = {
        {say(Word::item_column), {}}, {say(Word::item_title_column), {}}, {say(Word::condition_column), {}}};
    for (const NormIndex index : list.permits) {
        const Norm& item = law_.norms[index];
        Condition asked;
        for (const Condition* condition : {&item.shared, &item.when}) {
            if (!condition->always()) asked.children.push_back(*condition);
        }
        const bool below_list = !item.list.empty() && item.name.starts_with(item.list + ".");
        view.rows.push_back({{item.name.substr(below_list ? item.list.size() + 1 : 0), item.title,
                              asked.always() ? say(Word::always_holds) : views_.in_words(asked)},
                             {}});
    }
    return view;
}

void Page::add_remarks(EntryView& entry, const Norm& norm) const {
    if (norm.kind == NormKind::exception || norm.could_lift) {
        const Word word = norm.exemption ? Word::exempts_from : Word::exception_to;
        entry.remarks.push_back(say(word, {say_list(parents_in_words(law_, norm))}));
    }
    if (norm.needs) {
        const bool requirement = norm.kind == NormKind::requirement;
        switch (norm.strength) {
            case Strength::constitutive:
                entry.remarks.push_back(
                    say(requirement ? Word::requirement_constitutive : Word::requires_constitutive));
                break;
            case Strength::formal:
                entry.remarks.push_back(say(requirement ? Word::requirement_formal : Word::requires_formal));
                break;
            case Strength::noted:
                entry.remarks.push_back(say(requirement ? Word::requirement_noted : Word::requires_noted));
                break;
        }
    }
    if (norm.permitted_list) add_permitted_remarks(entry, norm);
    if (norm.kind == NormKind::unseen) {
        const bool blocking = norm.blocking && !norm.could_lift;
        entry.remarks.push_back(say(norm.blocking_when && !norm.could_lift ? Word::blocking_when
                                    : blocking                             ? Word::blocking
                                                                           : Word::noted_unseen));
    }
}

/// Exceptions as read, then those that nobody has read yet.
std::vector<EntryView::Exception> Page::exceptions(NormIndex norm) const {
    std::vector<NormIndex> speaking = law_.norms.at(norm).exceptions;
    for (NormIndex index = 0; index < law_.norms.size(); ++index) {
        const Norm& unseen = law_.norms[index];
        const bool to_it = std::find(unseen.parents.begin(), unseen.parents.end(), norm) != unseen.parents.end();
        const bool listed = std::find(speaking.begin(), speaking.end(), index) != speaking.end();
        if (unseen.could_lift && to_it && !listed) speaking.push_back(index);
    }
    std::vector<EntryView::Exception> result;
    for (const NormIndex index : speaking) {
        const Norm& exception = law_.norms.at(index);
        const std::string short_name = exception.name.substr(exception.name.find('.') + 1);
        const bool same_act = exception.citation.instrument == law_.norms[norm].citation.instrument;
        const std::string& act = law_.instruments.at(exception.citation.instrument).title;
        const std::string citation =
            same_act ? exception.citation.provision : say(Word::citation, {act, exception.citation.provision});
        EntryView::Exception shown;
        if (exception.could_lift) {
            shown.text = say(Word::unless_unseen, {short_name, exception.title, citation, class_title(exception.cls)});
        } else if (exception.does_not_apply) {
            shown.text = say(exception.exemption ? Word::unless_exempt : Word::unless_removed,
                             {short_name, exception.title, citation});
        } else {
            shown.text = say(Word::unless_gives, {short_name, exception.title, citation, gives(exception)});
        }
        shown.name = exception.name;
        shown.anchor = anchors_.at(index);
        shown.exceptions = exceptions(index);
        result.push_back(std::move(shown));
    }
    return result;
}

EntryView Page::norm(NormIndex index, InstrumentIndex act) {
    const Norm& norm = law_.norms[index];
    const NormTables& tables = tables_.norms.at(index);
    EntryView entry;
    entry.kind = kind_text(norm);
    entry.name = norm.name;
    entry.title = norm.title;
    entry.anchor = anchors_.at(index);
    entry.gives = gives(norm);
    cite(entry, norm.citation);
    if (!norm.list.empty()) {
        entry.list = norm.list;
        entry.section = norm.section;
        const bool below_list = norm.name.size() > norm.list.size() + 1 && norm.name.starts_with(norm.list + ".");
        if (norm.kind == NormKind::item || norm.kind == NormKind::permission)
            entry.number = norm.name.substr(below_list ? norm.list.size() + 1 : 0);
    }
    entry.sheet_rows = norm.rows;
    entry.notes = norm.notes;
    add_remarks(entry, norm);
    if (norm.permitted_list) {
        entry.table = permitted_items(norm, entry.anchor + "-table");
    } else {
        entry.table = views_.make(tables.speaks, entry.anchor + "-table", say(Word::gives_column), entry.gives,
                                  norm.citation.instrument == act ? views_.known_within(act) : TableViews::Known{},
                                  tables_.instrument_reaches.at(norm.citation.instrument));
    }
    if (tables.needs != none_index) {
        entry.needs.push_back(views_.make(tables.needs, entry.anchor + "-needs", {}, {}));
        const bool requirement = norm.kind == NormKind::requirement;
        entry.needs.back().title = entry.needs.back().rows.size() == 1
                                       ? say(requirement ? Word::needs_one : Word::requires_one)
                                       : say(requirement ? Word::needs_heading : Word::requires_heading);
    }
    entry.exceptions = exceptions(index);
    return entry;
}

void Page::add_reach(GroupView& group, InstrumentIndex index) {
    const Instrument& act = law_.instruments[index];
    const DecisionTable& table = tables_.tables.at(tables_.instrument_reaches.at(index));
    if (table.rows.empty()) {
        group.lines.push_back(say(Word::reaches_none));
        return;
    }
    if (table.columns.empty()) {
        group.lines.push_back(say(Word::reaches_all));
        return;
    }
    TableView view = views_.make(tables_.instrument_reaches.at(index), group.anchor + "-reach", {}, {});
    view.title = act.reach_provision.empty() ? say(Word::reaches) : say(Word::reaches_per, {act.reach_provision});
    group.tables.push_back(std::move(view));
}

GroupView Page::act(InstrumentIndex index) {
    const Instrument& act = law_.instruments[index];
    GroupView group;
    group.title = act.title;
    group.anchor = anchor_of("act-", act.name);
    std::vector<std::string> facts;
    if (!act.number.empty()) facts.push_back(say(Word::instrument_number, {act.number}));
    if (act.adopted) facts.push_back(say(Word::instrument_adopted, {act.adopted->text()}));
    facts.push_back(say(act.regulating ? Word::regulating : Word::forbids_only));
    std::string about = say_list(facts);
    if (about.front() >= 'a' && about.front() <= 'z') about.front() = static_cast<char>(about.front() - 'a' + 'A');
    group.lines.push_back(std::move(about));
    group.lines.push_back(say(Word::evidence_line, {evidence_text(act.evidence)}));
    if (!act.url.empty()) group.lines.push_back(act.url);
    for (const std::string& note : act.notes) group.lines.push_back(say(Word::note, {note}));
    add_reach(group, index);

    std::map<std::string, std::size_t> lists;
    for (const NormIndex member : norms_of_act_.at(index)) {
        const Norm& norm = law_.norms[member];
        if (norm.list.empty()) {
            group.entries.push_back(this->norm(member, index));
            continue;
        }
        const auto [list, is_new] = lists.try_emplace(norm.list, group.groups.size());
        if (is_new) {
            group.groups.push_back(
                {say(Word::list_heading, {norm.list}), anchor_of("list-", norm.list), {}, {}, {}, {}});
        }
        GroupView* place = &group.groups[list->second];
        if (!norm.section.empty()) {
            auto& sections = place->groups;
            auto section = std::find_if(sections.begin(), sections.end(),
                                        [&](const GroupView& present) { return present.title == norm.section; });
            if (section == sections.end()) {
                const std::string anchor =
                    anchor_of(place->anchor + "-", norm.section.substr(0, norm.section.find(' ')));
                section = sections.insert(sections.end(), {norm.section, anchor, {}, {}, {}, {}});
            }
            place = &*section;
        }
        place->entries.push_back(this->norm(member, index));
    }
    for (GroupView& list : group.groups) gather_exceptions(list);
    return group;
}

EntryView Page::condition(Word kind, const std::string& name, const std::string& title, TableIndex table, Word holds) {
    EntryView entry;
    entry.kind = say(kind);
    entry.name = name;
    entry.title = title.empty() ? name : title;
    entry.anchor = views_.anchor(table);
    entry.gives = say(holds);
    entry.table = views_.make(table, entry.anchor + "-table", {}, {});
    return entry;
}

std::vector<EntryView> Page::limits() {
    std::vector<EntryView> entries;
    for (const auto& texts : law_.limits) {
        for (std::size_t text = 0; text < texts.size(); ++text) {
            const Limit& limit = texts[text];
            EntryView entry;
            entry.kind = say(Word::kind_limit);
            entry.name = limit.name;
            entry.title = limit.title;
            entry.anchor = anchor_of("limit-", text == 0 ? limit.name : limit.name + "-" + std::to_string(text + 1));
            cite(entry, limit.citation);
            entry.sheet_rows = limit.rows_of_sheet;
            entry.notes = limit.notes;
            if (!limit.in_force.always()) {
                entry.remarks.push_back(say(Word::text_in_force, {views_.line(limit.in_force)}));
            }
            entry.table = views_.limit(limit, entry.anchor + "-table");
            entries.push_back(std::move(entry));
        }
    }
    return entries;
}

std::vector<EntryView> Page::questions() const {
    std::vector<EntryView> entries;
    for (const Question& question : law_.questions) {
        const FactDeclaration& fact = law_.vocabulary->facts.at(question.fact);
        EntryView entry;
        entry.kind = say(Word::kind_question);
        entry.name = fact.name;
        entry.title = fact.title.empty() ? fact.question : fact.title;
        entry.anchor = anchor_of("question-", fact.name);
        if (question.edge) entry.remarks.push_back(say(Word::edge_question));
        for (const QuestionAlternative& alternative : question.alternatives) {
            if (alternative.citation.instrument >= law_.instruments.size()) {
                entry.remarks.push_back(say(Word::subject_and_answer, {alternative.name, alternative.title}));
                continue;
            }
            const std::string citation = say(Word::citation, {law_.instruments[alternative.citation.instrument].title,
                                                              alternative.citation.provision});
            entry.remarks.push_back(say(Word::alternative, {alternative.name, alternative.title, citation}));
        }
        entry.notes = question.notes;
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<EntryView> Page::parameters() const {
    std::vector<EntryView> entries;
    for (const FixedParameter& fixed : law_.parameters) {
        const FactDeclaration& fact = law_.vocabulary->facts.at(fixed.fact);
        EntryView entry;
        entry.kind = say(Word::kind_parameter);
        entry.name = fact.name;
        entry.title = fact.title;
        entry.anchor = anchor_of("parameter-", fact.name);
        entry.remarks.push_back(say(Word::subject_and_answer, {fact.name, fixed.value}));
        cite(entry, fixed.citation);
        entry.notes = fixed.notes;
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<EntryView> Page::seasons() const {
    std::vector<EntryView> entries;
    for (const Season& season : law_.seasons) {
        const FactDeclaration& fact = law_.vocabulary->facts.at(season.fact);
        EntryView entry;
        entry.kind = say(Word::kind_season);
        entry.name = fact.name;
        entry.title = fact.title;
        entry.anchor = anchor_of("season-", fact.name);
        entry.remarks.push_back(say(Word::season_holds, {season.days, say(season.holds ? Word::yes : Word::no)}));
        if (season.citation) cite(entry, *season.citation);
        entry.notes = season.notes;
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<EntryView> Page::unseen_laws() {
    std::vector<EntryView> entries;
    for (std::size_t i = 0; i < law_.unseen_laws.size(); ++i) {
        const UnseenLaw& unseen = law_.unseen_laws[i];
        EntryView entry =
            condition(Word::kind_unseen_law, unseen.name, unseen.title, tables_.unseen_laws.at(i), Word::gives_reached);
        cite(entry, unseen.citation);
        entry.remarks.push_back(say(Word::unseen_law_line));
        entry.notes = unseen.notes;
        entries.push_back(std::move(entry));
    }
    return entries;
}

/// The table on top: it takes the gravest of these, so the gravest stand first.
std::vector<OverviewRow> Page::overview() const {
    std::vector<std::pair<ClassIndex, OverviewRow>> rows;
    for (NormIndex index = 0; index < law_.norms.size(); ++index) {
        const Norm& norm = law_.norms[index];
        const bool requirement = norm.kind == NormKind::requirement && norm.strength != Strength::noted;
        const bool unseen = norm.kind == NormKind::unseen && !norm.could_lift;
        if (norm.kind != NormKind::rule && norm.kind != NormKind::item && !requirement && !unseen) continue;
        const ClassIndex cls = requirement ? law_.breach_class().value_or(0) : norm.cls;
        std::vector<std::string> exceptions;
        for (const NormIndex exception : norm.exceptions) exceptions.push_back(law_.norms[exception].name);
        OverviewRow row;
        row.name = norm.name;
        row.anchor = anchors_.at(index);
        row.title = norm.title;
        row.provision =
            say(Word::citation, {law_.instruments.at(norm.citation.instrument).title, norm.citation.provision});
        row.gives = requirement ? say(Word::gives_broken, {class_title(cls)}) : gives(norm);
        row.evidence = evidence_text(norm.citation.evidence);
        row.exceptions = say_list(exceptions);
        rows.emplace_back(cls, std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<OverviewRow> result;
    for (auto& [cls, row] : rows) result.push_back(std::move(row));
    return result;
}

void Page::add_group(DocumentView& page, Word title, const std::string& anchor, std::vector<EntryView> entries) {
    if (entries.empty()) return;
    GroupView group;
    group.title = say(title);
    group.anchor = anchor;
    group.entries = std::move(entries);
    page.groups.push_back(std::move(group));
}

DocumentView Page::make() {
    place_norms();
    DocumentView page;
    page.title = say(Word::document_title, {law_.title, law_.date.text()});
    page.ruleset = say(Word::ruleset, {law_.ruleset_version});
    page.how_to_read = say(Word::how_to_read);
    page.default_line = say(Word::default_line, {class_title(law_.default_class())});
    page.overview = overview();
    for (InstrumentIndex i = 0; i < law_.instruments.size(); ++i) {
        if (law_.instruments[i].regulating || !norms_of_act_[i].empty()) page.groups.push_back(act(i));
    }

    std::vector<EntryView> definitions;
    for (DefinitionIndex i = 0; i < law_.definitions.size(); ++i) {
        definitions.push_back(condition(Word::kind_definition, law_.definitions[i].name, law_.definitions[i].title,
                                        tables_.definitions.at(i), Word::gives_true));
    }
    std::vector<EntryView> terms;
    for (FactIndex fact = 0; fact < tables_.clock_terms.size(); ++fact) {
        const TableIndex table = tables_.clock_terms[fact];
        if (table == none_index) continue;
        const FactDeclaration& declared = law_.vocabulary->facts[fact];
        terms.push_back(condition(Word::kind_clock_term, declared.name, declared.title, table, Word::gives_true));
    }
    std::vector<EntryView> impossible;
    for (std::size_t i = 0; i < tables_.impossible.size(); ++i) {
        impossible.push_back(condition(Word::kind_impossible, tables_.tables[tables_.impossible[i]].name,
                                       law_.impossible[i].title, tables_.impossible[i], Word::gives_never));
    }
    add_group(page, Word::definitions, "definitions", std::move(definitions));
    add_group(page, Word::clock_terms, "terms", std::move(terms));
    add_group(page, Word::limits, "limits", limits());
    add_group(page, Word::parameters, "parameters", parameters());
    add_group(page, Word::seasons, "seasons", seasons());
    add_group(page, Word::questions, "questions", questions());
    add_group(page, Word::unseen_laws, "unseen-laws", unseen_laws());
    add_group(page, Word::impossible, "impossible", std::move(impossible));
    return page;
}

}  // namespace

DocumentView make_view(const CompiledTables& tables) {
    return Page(tables).make();
}

}  // namespace labourlex
