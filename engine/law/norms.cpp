#include "engine/law/norms.hpp"

#include "dsl-grammar/phrases.hpp"

#include "engine/law/conditions.hpp"
#include "engine/law/names.hpp"
#include "engine/law/provenance.hpp"

#include <algorithm>
#include <tuple>

namespace labourlex {

namespace {

using syntax::Clause;
using syntax::ClauseKind;
using syntax::Statement;
using syntax::StatementKind;

NormKind kind_of(StatementKind kind) {
    switch (kind) {
        case StatementKind::item: return NormKind::item;
        case StatementKind::exception:
        case StatementKind::exemption: return NormKind::exception;
        case StatementKind::requirement: return NormKind::requirement;
        case StatementKind::duty: return NormKind::duty;
        case StatementKind::unseen: return NormKind::unseen;
        default: return NormKind::rule;
    }
}

Strength strength_of(const std::string& word, Strength otherwise) {
    if (word == "constitutive") return Strength::constitutive;
    if (word == "formal") return Strength::formal;
    if (word == "noted") return Strength::noted;
    return otherwise;
}

FamilyIndex enter_family(Compilation& compilation, const Placed& placed, const std::string& full, bool in_short_names) {
    const Statement& statement = *placed.statement;
    const auto [place, added] = compilation.families.emplace(full, static_cast<FamilyIndex>(compilation.book.families.size()));
    if (added) {
        NormFamily family;
        family.name = full;
        family.keyword = statement.keyword.text;
        family.of_pack = placed.of_pack;
        family.span = statement.name.span;
        compilation.book.families.push_back(std::move(family));
        if (in_short_names) compilation.short_families[statement.name.text].push_back(place->second);
    } else {
        const NormFamily& family = compilation.book.families[place->second];
        if (family.keyword != statement.keyword.text) {
            compilation.report(Code::L0320, statement.name.span,
                               {statement.name.text, family.keyword, statement.keyword.text})
                .related.push_back({family.span, family.keyword + " " + statement.name.text});
        }
    }
    return place->second;
}

/// The class after `then`, `could be` or `to`; nothing where the word is missing or unknown.
std::optional<ClassIndex> class_of(Compilation& compilation, const Clause* clause) {
    if (clause == nullptr || clause->words.empty()) return std::nullopt;
    return find_class(compilation, clause->words.front());
}

void read_class(Compilation& compilation, const Statement& statement, const ListText* list, Norm& norm) {
    const Clause* then = find_clause(statement, ClauseKind::then);
    if (then != nullptr && then->words.empty() && norm.kind == NormKind::exception) {
        norm.does_not_apply = true;
        return;
    }
    if (then != nullptr && !then->words.empty()) {
        if (const auto cls = class_of(compilation, then)) norm.cls = *cls;
    } else if (list != nullptr && list->cls) {
        norm.cls = *list->cls;
    } else {
        compilation.report(Code::L0308, statement.name.span, {statement.name.text});
    }
}

void read_unseen(Compilation& compilation, const Statement& statement, EnactedNorm& text) {
    Norm& norm = text.norm;
    norm.strength = Strength::noted;
    for (const Clause& clause : statement.clauses) {
        switch (clause.kind) {
            case ClauseKind::strength: norm.blocking = clause.keyword.text == "blocking"; break;
            case ClauseKind::blocking_when:
                norm.blocking_when = build_clause(compilation, &clause, {true, false});
                break;
            case ClauseKind::could_be:
                if (const auto cls = class_of(compilation, &clause)) norm.cls = *cls;
                break;
            case ClauseKind::could_lift:
                norm.could_lift = true;
                if (const auto cls = class_of(compilation, &clause)) norm.cls = *cls;
                break;
            default: break;
        }
    }
    if (norm.could_lift) {
        norm.blocking = false;
        norm.blocking_when.reset();
    }
}

/// "Agriculture" of section IV as "IV Agriculture".
std::string shown_section(const ListSection& section) {
    return section.title.empty() ? section.number : section.number + " " + section.title;
}

}  // namespace

bool is_norm(StatementKind kind) {
    switch (kind) {
        case StatementKind::rule:
        case StatementKind::item:
        case StatementKind::exception:
        case StatementKind::exemption:
        case StatementKind::requirement:
        case StatementKind::duty:
        case StatementKind::unseen: return true;
        default: return false;
    }
}

std::string full_name(const Compilation& compilation, const Placed& placed) {
    const Statement& statement = *placed.statement;
    if (!placed.of_pack) return compilation.book.jurisdiction + "." + statement.name.text;
    const Clause* per = find_clause(statement, ClauseKind::per);
    const std::string& scope = per != nullptr && !per->words.empty() ? per->words.front().text : placed.folder->name;
    return scope + "." + statement.name.text;
}

bool check_ever_in_force(Compilation& compilation, const Bounds& bounds, InstrumentIndex instrument, Span span,
                         const std::string& name) {
    if (instrument != none_index && compilation.book.instruments[instrument].reaches_nobody_here) return true;
    if (ever_possible(compilation.book.all_bounds(bounds, instrument))) return true;
    compilation.report(Code::L0310, span, {name});
    return false;
}

TextIndex build_norm(Compilation& compilation, const Placed& placed, const EnactmentContext& context) {
    const Statement& statement = *placed.statement;
    EnactedNorm text;
    Norm& norm = text.norm;
    norm.kind = kind_of(statement.kind);
    norm.title = statement.title.empty() ? context.title : statement.title.text;
    norm.span = statement.name.span;
    norm.notes = read_notes(statement);
    read_rows(compilation, statement, placed.of_pack, &norm.rows);
    text.bounds = read_period(compilation, statement, statement.name.text);
    text.bounds.insert(text.bounds.end(), context.bounds.begin(), context.bounds.end());

    const ListFamily* list = context.list == none_index ? nullptr : &compilation.book.lists[context.list];
    const ListText* list_text =
        list == nullptr || context.list_text >= list->texts.size() ? nullptr : &list->texts[context.list_text];
    const bool item = norm.kind == NormKind::item;
    const bool permission = item && list_text != nullptr && !list_text->permitting.empty();
    if (permission) norm.kind = NormKind::permission;
    std::optional<Citation> of_list;
    if (list_text != nullptr) {
        text.list = context.list;
        text.list_text = context.list_text;
        text.bounds.insert(text.bounds.end(), list_text->bounds.begin(), list_text->bounds.end());
        norm.list = list->name;
        // The condition of a permitted list is its exception's; an item is asked with one code at a time, its list is not.
        std::vector<Condition> shared;
        if (!permission) shared.push_back(list_text->when);
        for (const ListSection& section : list_text->sections) {
            if (section.number != context.section || context.section.empty()) continue;
            shared.push_back(section.when);
            norm.section = shown_section(section);
            text.section = section.number;
        }
        norm.shared = all_of(std::move(shared));
        if (item) {
            of_list = list_text->citation;
            of_list->provision = phrase(Phrase::item_of_provision, {of_list->provision, statement.name.text});
        }
    }
    // A list that cites an unknown instrument was reported; its items keep silent about theirs.
    const Citation* inherited = context.inherited != nullptr ? context.inherited : of_list ? &*of_list : nullptr;
    if (auto citation = read_provenance(compilation, placed, inherited)) norm.citation = std::move(*citation);

    if (item) {
        text.item = statement.name.text;
        norm.name = (list == nullptr ? compilation.book.jurisdiction : list->name) + "." + statement.name.text;
    } else {
        norm.name = full_name(compilation, placed);
    }
    if (norm.kind == NormKind::rule || norm.kind == NormKind::item || norm.kind == NormKind::exception) {
        norm.exemption = statement.kind == StatementKind::exemption;
        norm.does_not_apply = norm.exemption;
        if (!norm.exemption) read_class(compilation, statement, list_text, norm);
    }
    if (permission) {
        norm.cls = list_text->cls.value_or(0);
        if (const Clause* then = find_clause(statement, ClauseKind::then)) {
            compilation.report(Code::L0329, then->span, {statement.name.text});
        }
    }
    norm.when = build_clause(compilation, find_clause(statement, ClauseKind::when));
    if (norm.kind == NormKind::requirement) {
        norm.needs = build_clause(compilation, find_clause(statement, ClauseKind::needs));
        if (const Clause* strength = find_clause(statement, ClauseKind::strength)) {
            norm.strength = strength_of(strength->keyword.text, Strength::constitutive);
        }
    }
    if (norm.kind == NormKind::exception) {
        if (const Clause* needs = find_clause(statement, ClauseKind::requires_)) {
            norm.needs = build_clause(compilation, needs);
            norm.strength = strength_of(needs->words.empty() ? std::string() : needs->words.front().text,
                                        Strength::constitutive);
        }
    }
    if (norm.kind == NormKind::unseen) read_unseen(compilation, statement, text);

    const auto index = static_cast<TextIndex>(compilation.book.texts.size());
    const Clause* links = find_clause(statement, norm.exemption                      ? ClauseKind::from_norms
                                                 : norm.kind == NormKind::exception ? ClauseKind::to
                                                                                    : ClauseKind::could_lift);
    if (links != nullptr) compilation.pending_links.push_back({index, &links->parents, compilation.current});
    text.family = enter_family(compilation, placed, norm.name, !item);
    compilation.book.families[text.family].texts.push_back(index);
    compilation.book.texts.push_back(std::move(text));
    return index;
}

std::pair<ListIndex, std::uint32_t> build_list(Compilation& compilation, const Placed& placed, const Bounds& bounds) {
    const Statement& statement = *placed.statement;
    ListText text;
    text.span = statement.name.span;
    text.bounds = read_period(compilation, statement, statement.name.text);
    text.bounds.insert(text.bounds.end(), bounds.begin(), bounds.end());
    if (auto citation = read_provenance(compilation, placed, nullptr)) text.citation = std::move(*citation);
    text.cls = class_of(compilation, find_clause(statement, ClauseKind::then));
    // An unknown class was reported; the items of the list need none of their own then.
    if (!text.cls && find_clause(statement, ClauseKind::then) != nullptr) text.cls = 0;
    read_rows(compilation, statement, placed.of_pack, &text.rows);
    text.when = build_clause(compilation, find_clause(statement, ClauseKind::when));
    const Clause* exception_to = find_clause(statement, ClauseKind::exception_to);
    const Clause* needs = find_clause(statement, ClauseKind::requires_);
    if (needs != nullptr && exception_to == nullptr) {
        compilation.report(Code::L0326, needs->keyword.span, {statement.name.text});
    }

    const std::string full = full_name(compilation, placed);
    const auto [place, added] = compilation.lists.emplace(full, static_cast<ListIndex>(compilation.book.lists.size()));
    if (added) {
        ListFamily family;
        family.name = full;
        family.of_pack = placed.of_pack;
        compilation.book.lists.push_back(std::move(family));
        compilation.short_lists[statement.name.text].push_back(place->second);
    }
    if (const auto norm = compilation.families.find(full);
        norm != compilation.families.end() && (exception_to == nullptr || added)) {
        const NormFamily& family = compilation.book.families[norm->second];
        compilation.report(Code::L0320, statement.name.span,
                           {statement.name.text, family.keyword, statement.keyword.text});
    }
    if (exception_to != nullptr) {
        // The list as a whole is an exception; what it holds for is made of its items when they are known.
        EnactedNorm enacted;
        Norm& norm = enacted.norm;
        norm.kind = NormKind::exception;
        norm.permitted_list = true;
        norm.name = norm.list = full;
        norm.title = statement.title.text;
        norm.span = statement.name.span;
        norm.notes = read_notes(statement);
        norm.rows = text.rows;
        norm.citation = text.citation;
        norm.shared = text.when;
        norm.cls = text.cls.value_or(0);
        if (needs != nullptr) {
            norm.needs = build_clause(compilation, needs);
            norm.strength = strength_of(needs->words.empty() ? std::string() : needs->words.front().text,
                                        Strength::constitutive);
        }
        enacted.bounds = text.bounds;
        enacted.list = place->second;
        enacted.list_text = static_cast<std::uint32_t>(compilation.book.lists[place->second].texts.size());
        enacted.family = enter_family(compilation, placed, full, true);
        const auto index = static_cast<TextIndex>(compilation.book.texts.size());
        compilation.pending_links.push_back({index, &exception_to->parents, compilation.current});
        compilation.book.families[enacted.family].texts.push_back(index);
        text.permitting.push_back(index);
        compilation.book.texts.push_back(std::move(enacted));
    }
    ListFamily& family = compilation.book.lists[place->second];
    family.texts.push_back(std::move(text));
    return {place->second, static_cast<std::uint32_t>(family.texts.size() - 1)};
}

namespace {

/// Enacts the statements that are not changes, in two rounds: lists first, so that unseen parts find them.
class Enactor {
public:
    explicit Enactor(Compilation& compilation) : compilation_(compilation) {}

    void run() {
        for (std::size_t place = 0; place < compilation_.statements.size(); ++place) first_round(place);
        for (std::size_t place = 0; place < compilation_.statements.size(); ++place) second_round(place);
        std::stable_sort(ordered_.begin(), ordered_.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        for (const auto& entry : ordered_) compilation_.book.order.push_back(entry.second);
    }

private:
    void first_round(std::size_t place) {
        const Placed& placed = compilation_.statements[place];
        const Statement& statement = *placed.statement;
        // A list ends with its file.
        if (statement.span.source != source_) list_ = none_index;
        source_ = statement.span.source;
        compilation_.enter(statement);
        switch (statement.kind) {
            case StatementKind::list:
                std::tie(list_, list_text_) = build_list(compilation_, placed, {});
                section_.clear();
                for (const TextIndex text : compilation_.book.lists[list_].texts[list_text_].permitting) {
                    ordered_.emplace_back(place, text);
                }
                break;
            case StatementKind::section: {
                if (list_ == none_index) {
                    outside(statement);
                    break;
                }
                ListSection section;
                section.number = statement.name.text;
                section.title = statement.title.text;
                section.when = build_clause(compilation_, find_clause(statement, ClauseKind::when));
                section_ = section.number;
                compilation_.book.lists[list_].texts[list_text_].sections.push_back(std::move(section));
                break;
            }
            case StatementKind::item: {
                if (list_ == none_index) {
                    outside(statement);
                    break;
                }
                EnactmentContext context;
                context.list = list_;
                context.list_text = list_text_;
                context.section = section_;
                const TextIndex text = build_norm(compilation_, placed, context);
                compilation_.book.lists[list_].texts[list_text_].items.push_back(text);
                ordered_.emplace_back(place, text);
                break;
            }
            default: break;
        }
    }

    void outside(const Statement& statement) {
        if (compilation_.complete) compilation_.report(Code::L0307, statement.name.span, {statement.name.text});
        compilation_.unresolved = true;
    }

    void second_round(std::size_t place) {
        const Placed& placed = compilation_.statements[place];
        const Statement& statement = *placed.statement;
        compilation_.enter(statement);
        if (statement.kind == StatementKind::limit) {
            build_limit(compilation_, placed, {});
        } else if (statement.kind == StatementKind::define && find_clause(statement, ClauseKind::for_term) != nullptr) {
            build_clock_table(compilation_, placed, {});
        } else if (statement.kind == StatementKind::unseen_law) {
            unseen_law(placed);
        } else if (is_norm(statement.kind) && statement.kind != StatementKind::item) {
            const Clause* in_list = find_clause(statement, ClauseKind::in_list);
            if (statement.kind == StatementKind::unseen && in_list != nullptr && !in_list->words.empty()) {
                unseen_in_list(place, placed, in_list->words.front());
            } else {
                ordered_.emplace_back(place, build_norm(compilation_, placed, {}));
            }
        }
    }

    /// A part of a list stands in each text of the list with whose time its own overlaps.
    void unseen_in_list(std::size_t place, const Placed& placed, const syntax::Word& name) {
        const auto list = find_list(compilation_, name);
        if (!list) {
            ordered_.emplace_back(place, build_norm(compilation_, placed, {}));
            return;
        }
        const std::size_t count = compilation_.book.lists[*list].texts.size();
        const auto first = static_cast<TextIndex>(compilation_.book.texts.size());
        EnactmentContext context;
        context.list = *list;
        context.list_text = 0;
        const TextIndex text = build_norm(compilation_, placed, context);
        ordered_.emplace_back(place, text);
        if (count == 1) {
            compilation_.book.lists[*list].texts[0].unseen.push_back(text);
            return;
        }
        // The other texts of the list take the same part under their own conditions.
        const EnactedNorm pattern = compilation_.book.texts[first];
        const Bounds first_bounds = compilation_.book.lists[*list].texts[0].bounds;
        const Bounds own(pattern.bounds.begin(), pattern.bounds.end() - static_cast<std::ptrdiff_t>(first_bounds.size()));
        bool placed_somewhere = false;
        for (std::uint32_t version = 0; version < count; ++version) {
            ListText& list_text = compilation_.book.lists[*list].texts[version];
            Bounds bounds = own;
            bounds.insert(bounds.end(), list_text.bounds.begin(), list_text.bounds.end());
            if (!ever_possible(compilation_.book.all_bounds(bounds, pattern.norm.citation.instrument))) continue;
            if (!placed_somewhere) {
                EnactedNorm& enacted = compilation_.book.texts[text];
                enacted.bounds = std::move(bounds);
                enacted.list_text = version;
                enacted.norm.shared = list_text.when;
                list_text.unseen.push_back(text);
                placed_somewhere = true;
                continue;
            }
            EnactedNorm copy = pattern;
            copy.bounds = std::move(bounds);
            copy.list_text = version;
            copy.norm.shared = list_text.when;
            const auto index = static_cast<TextIndex>(compilation_.book.texts.size());
            compilation_.book.families[copy.family].texts.push_back(index);
            list_text.unseen.push_back(index);
            compilation_.copies.emplace_back(index, text);
            compilation_.book.texts.push_back(std::move(copy));
            ordered_.emplace_back(place, index);
        }
    }

    void unseen_law(const Placed& placed) {
        const Statement& statement = *placed.statement;
        EnactedUnseenLaw enacted;
        UnseenLaw& law = enacted.law;
        const std::size_t number = ++unseen_laws_;
        law.name = compilation_.book.jurisdiction + ".unseen-law" + (number == 1 ? "" : "-" + std::to_string(number));
        law.title = statement.title.text;
        law.span = statement.keyword.span;
        law.notes = read_notes(statement);
        read_rows(compilation_, statement, placed.of_pack, nullptr);
        if (placed.of_pack) {
            compilation_.report(Code::L0322, statement.keyword.span, {statement.keyword.text});
            return;
        }
        if (auto citation = read_provenance(compilation_, placed, nullptr)) law.citation = std::move(*citation);
        enacted.bounds = read_period(compilation_, statement, "unseen-law");
        law.reaches = build_clause(compilation_, find_clause(statement, ClauseKind::reaches));
        compilation_.book.unseen_laws.push_back(std::move(enacted));
    }

    Compilation& compilation_;
    std::uint32_t source_ = UINT32_MAX;
    ListIndex list_ = none_index;
    std::uint32_t list_text_ = 0;
    std::string section_;
    std::size_t unseen_laws_ = 0;
    std::vector<std::pair<std::size_t, TextIndex>> ordered_;
};

}  // namespace

void build_norms(Compilation& compilation) { Enactor(compilation).run(); }

void link_exceptions(Compilation& compilation) {
    for (const Compilation::PendingLink& pending : compilation.pending_links) {
        compilation.current = pending.statement;
        for (const syntax::NormReference& reference : *pending.references) {
            if (auto link = find_norms(compilation, reference)) {
                const bool items = link->kind == NormLink::Kind::items || link->kind == NormLink::Kind::section;
                if (items && std::any_of(compilation.book.lists[link->list].texts.begin(),
                                         compilation.book.lists[link->list].texts.end(),
                                         [](const ListText& text) { return !text.permitting.empty(); })) {
                    compilation.report(Code::L0328, reference.span, {reference.name.text});
                    continue;
                }
                compilation.book.texts[pending.text].links.push_back(std::move(*link));
            }
        }
    }
    // A copied text (a part of several lists, a rebased norm) has the links of the text it was copied from.
    for (const auto& [copy, original] : compilation.copies) {
        compilation.book.texts[copy].links = compilation.book.texts[original].links;
    }
}

}  // namespace labourlex
