// Amendments: insert, replace, repeal and rebase, in order of date, then of writing.
//
// An amendment never erases a text. A change ends the texts that stand at its edge and begins new ones there, so that
// the statute book holds every text with its own bounds and any day can be read off it. Where the edge is in doubt,
// both bounds rest on the same question: exactly one of the two texts is in force under each answer.

#include "engine/law/conditions.hpp"

#include "dsl-grammar/phrases.hpp"
#include "engine/law/names.hpp"
#include "engine/law/norms.hpp"
#include "engine/law/provenance.hpp"

#include <algorithm>

namespace labourlex {

namespace {

using syntax::Clause;
using syntax::ClauseKind;
using syntax::Statement;
using syntax::StatementKind;

bool is_change(StatementKind kind) {
    return kind == StatementKind::insert || kind == StatementKind::replace || kind == StatementKind::repeal ||
           kind == StatementKind::rebase;
}

std::int64_t nominal_day(const Edge& edge) {
    return std::int64_t{edge.first.days} + edge.last.days;
}

/// A past change of one norm.
struct Touch {
    std::int64_t day = 0;
    std::size_t amendment = 0;
    std::string amendment_name;
    bool rebase = false;
};

class Amender {
public:
    explicit Amender(Compilation& compilation) : compilation_(compilation), book_(compilation.book) {}

    void run() {
        gather();
        std::stable_sort(compilation_.changes.begin(), compilation_.changes.end(),
                         [](const Change& a, const Change& b) { return nominal_day(a.edge) < nominal_day(b.edge); });
        for (const Change& change : compilation_.changes) {
            compilation_.current = change.placed.statement->keyword.text + " in amendment " + change.amendment_name;
            apply(change);
        }
    }

private:
    void gather() {
        const Statement* amendment = nullptr;
        std::size_t count = 0;
        for (const Placed& placed : compilation_.statements) {
            const Statement& statement = *placed.statement;
            // An amendment ends with its file, so that a file of changes alone joins no other's amendment.
            if (amendment != nullptr && amendment->span.source != statement.span.source) amendment = nullptr;
            compilation_.enter(statement);
            if (statement.kind == StatementKind::amendment) {
                amendment = &statement;
                ++count;
                if (const Clause* period = find_clause(statement, ClauseKind::in_force);
                    period != nullptr && period->to) {
                    compilation_.report(Code::L0331, period->to->span, {statement.name.text});
                }
                read_rows(compilation_, statement, placed.of_pack, nullptr);
                EnactedAmendment enacted;
                enacted.name = statement.name.text;
                enacted.title = statement.title.text;
                enacted.of_pack = placed.of_pack;
                enacted.span = statement.name.span;
                if (find_clause(statement, ClauseKind::per) != nullptr) {
                    enacted.act = read_provenance(compilation_, placed, nullptr);
                }
                const auto edge = compilation_.beginnings.find(enacted.name);
                if (edge != compilation_.beginnings.end()) enacted.edge = edge->second;
                book_.amendments.push_back(std::move(enacted));
                continue;
            }
            if (!is_change(statement.kind)) {
                amendment = nullptr;
                continue;
            }
            if (amendment == nullptr) {
                if (compilation_.complete) compilation_.report(Code::L0330, statement.keyword.span);
                compilation_.unresolved = true;
                continue;
            }
            // An amendment without a day was reported; its changes have no place in time.
            const auto edge = compilation_.beginnings.find(amendment->name.text);
            if (edge == compilation_.beginnings.end()) continue;
            compilation_.changes.push_back({placed, edge->second, count, amendment->name.text});
        }
    }

    void apply(const Change& change) {
        const Statement& statement = *change.placed.statement;
        switch (statement.kind) {
            case StatementKind::insert:
            case StatementKind::replace:
                if (!statement.body.empty())
                    write(change, statement.body.front(), statement.kind == StatementKind::replace);
                break;
            case StatementKind::repeal:
            case StatementKind::rebase:
                for (const syntax::NormReference& target : statement.targets) {
                    if (statement.kind == StatementKind::repeal) {
                        repeal(change, target);
                    } else {
                        rebase(change, target);
                    }
                }
                break;
            default:
                break;
        }
    }

    // ---- texts that a change finds ----------------------------------------------------------------------------------

    [[nodiscard]] bool made_by(TextIndex text, const Change& change) const {
        const auto found = makers_.find(text);
        return found != makers_.end() && found->second == change.amendment;
    }

    /// The texts of a family that stand at the edge, or that the same amendment has just made.
    std::vector<TextIndex> standing(const std::vector<TextIndex>& texts, const Change& change) const {
        std::vector<TextIndex> found;
        for (const TextIndex text : texts) {
            const EnactedNorm& enacted = book_.texts[text];
            // The same amendment may have ended it already; another of that day is a mistake, reported by its norm.
            const auto ended = enders_.find(text);
            if (ended != enders_.end() && ended->second == change.amendment) continue;
            if (made_by(text, change) ||
                stands_at(book_.all_bounds(enacted.bounds, enacted.norm.citation.instrument), change.edge)) {
                found.push_back(text);
            }
        }
        return found;
    }

    /// Notes that the change touches a norm; false with a report if another change of that day did already.
    bool touch(const Change& change, const std::string& name, Span span, bool rebase) {
        std::vector<Touch>& touches = touches_[name];
        for (const Touch& earlier : touches) {
            if (earlier.day != nominal_day(change.edge)) continue;
            if (earlier.amendment == change.amendment && earlier.rebase != rebase) continue;
            compilation_.report(Code::L0333, span, {name, earlier.amendment_name, change.amendment_name});
            return false;
        }
        touches.push_back({nominal_day(change.edge), change.amendment, change.amendment_name, rebase});
        return true;
    }

    /// Ends a text at the edge; one that the same amendment made is taken back.
    void end_text(TextIndex text, const Change& change) {
        if (!made_by(text, change)) {
            book_.texts[text].bounds.push_back({change.edge, false});
            enders_[text] = change.amendment;
            return;
        }
        book_.texts[text].bounds = {{change.edge, true}, {change.edge, false}};
        std::erase(book_.families[book_.texts[text].family].texts, text);
        std::erase(book_.order, text);
        if (book_.texts[text].list != none_index) {
            ListText& list = book_.lists[book_.texts[text].list].texts[book_.texts[text].list_text];
            std::erase(list.items, text);
            std::erase(list.unseen, text);
        }
    }

    // ---- what was done, for those who print the law
    // -------------------------------------------------------------------

    /// What the law calls a text: "item IV-3", "list hazardous-works".
    [[nodiscard]] std::string called(const EnactedNorm& text) const {
        if (!text.item.empty()) return spelling("item") + text.item;
        const NormFamily& family = book_.families[text.family];
        return spelling(family.keyword) + family.name.substr(family.name.find('.') + 1);
    }

    static std::string spelling(std::string keyword) { return std::move(keyword) + " "; }

    AmendingChange& record(AmendingChange::Kind kind, const Change& change) {
        AmendingChange made;
        made.kind = kind;
        made.amendment = change.amendment - 1;
        book_.changes.push_back(std::move(made));
        return book_.changes.back();
    }

    AmendingChange& record_text(AmendingChange::Kind kind, const Change& change, TextIndex text) {
        AmendingChange& made = record(kind, change);
        const EnactedNorm& enacted = book_.texts[text];
        made.what = called(enacted);
        made.title = enacted.norm.title;
        made.of_pack = book_.families[enacted.family].of_pack;
        return made;
    }

    /// A text that a statement of an amendment wrote, in the place of those that it ended, if any.
    void record_written(const Change& change, const Statement& body, const std::vector<Span>& before, bool of_pack) {
        AmendingChange made;
        made.kind = before.empty() ? AmendingChange::Kind::inserted : AmendingChange::Kind::replaced;
        made.amendment = change.amendment - 1;
        made.after = body.name.span;
        made.what = spelling(body.keyword.text) + body.name.text;
        made.title = body.title.text;
        made.of_pack = of_pack;
        if (before.empty()) book_.changes.push_back(made);
        for (const Span& ended : before) {
            made.before = ended;
            book_.changes.push_back(made);
        }
    }

    // ---- insert and replace -----------------------------------------------------------------------------------------

    void write(const Change& change, const Statement& body, bool replace) {
        const Placed placed{&body, change.placed.folder, change.placed.of_pack};
        if (is_norm(body.kind)) {
            write_norm(change, placed, replace);
        } else if (body.kind == StatementKind::limit) {
            write_limit(change, placed, replace);
        } else if (body.kind == StatementKind::define && find_clause(body, ClauseKind::for_term) != nullptr) {
            write_clock_table(change, placed, replace);
        } else if (body.kind == StatementKind::list && !replace) {
            const auto [list, version] = build_list(compilation_, placed, {{change.edge, true}});
            for (const TextIndex text : book_.lists[list].texts[version].permitting) book_.order.push_back(text);
            record_written(change, body, {}, placed.of_pack);
        } else {
            compilation_.report(Code::L0334, body.name.empty() ? body.keyword.span : body.name.span,
                                {body.keyword.text + " " + body.name.text});
        }
    }

    void write_norm(const Change& change, const Placed& placed, bool replace) {
        const Statement& body = *placed.statement;
        EnactmentContext context;
        context.bounds.push_back({change.edge, true});
        const Clause* in_list = find_clause(body, ClauseKind::in_list);
        std::string name;
        if (in_list != nullptr && !in_list->words.empty()) {
            const auto list = find_list(compilation_, in_list->words.front());
            if (!list) return;
            const auto version = list_text_at(*list, change.edge);
            if (!version) {
                compilation_.report(Code::L0332, in_list->words.front().span,
                                    {in_list->words.front().text, change.amendment_name});
                return;
            }
            context.list = *list;
            context.list_text = *version;
        } else if (body.kind == StatementKind::item) {
            if (compilation_.complete) compilation_.report(Code::L0307, body.name.span, {body.name.text});
            compilation_.unresolved = true;
            return;
        }
        if (body.kind == StatementKind::item) {
            name = book_.lists[context.list].name + "." + body.name.text;
        } else {
            name = full_name(compilation_, placed);
        }

        std::vector<TextIndex> found;
        auto family = compilation_.families.find(name);
        // A replacement may cite another instrument of its pack than the text it replaces.
        if (family == compilation_.families.end() && replace) {
            const auto short_name = compilation_.short_families.find(body.name.text);
            if (short_name != compilation_.short_families.end() && short_name->second.size() == 1) {
                family = compilation_.families.find(book_.families[short_name->second.front()].name);
            }
        }
        if (family != compilation_.families.end()) found = standing(book_.families[family->second].texts, change);
        if (replace && family == compilation_.families.end()) {
            unknown(body, context.list);
            return;
        }
        if (replace && found.empty()) {
            compilation_.report(Code::L0332, body.name.span, {body.name.text, change.amendment_name});
            return;
        }
        if (!touch(change, name, body.name.span, false)) return;
        if (!replace && !found.empty()) {
            compilation_.report(Code::L0335, body.name.span, {body.name.text, change.amendment_name});
            return;
        }
        place_norm(change, placed, context, found, in_list);
    }

    void unknown(const Statement& body, ListIndex list) {
        std::vector<std::string> names;
        if (list != none_index) {
            for (const ListText& text : book_.lists[list].texts) {
                for (const TextIndex item : text.items) names.push_back(book_.texts[item].item);
            }
            compilation_.report_unknown(Code::L0212, body.name, names, {book_.lists[list].name});
            return;
        }
        for (const auto& entry : compilation_.short_families) names.push_back(entry.first);
        std::sort(names.begin(), names.end());
        compilation_.report_unknown(Code::L0207, body.name, names);
    }

    void place_norm(const Change& change, const Placed& placed, EnactmentContext& context,
                    const std::vector<TextIndex>& found, const Clause* in_list) {
        const Statement& body = *placed.statement;
        Citation inherited;
        if (!found.empty()) {
            // The new text stands where the old one stood, and as long, unless it says otherwise.
            const EnactedNorm& old = book_.texts[found.back()];
            inherited = old.norm.citation;
            context.inherited = &inherited;
            context.title = old.norm.title;
            context.section = old.section;
            if (context.list == none_index && old.list != none_index) {
                context.list = old.list;
                context.list_text = old.list_text;
            }
            if (find_clause(body, ClauseKind::in_force) == nullptr) add_own_ends(old, change, context.bounds);
        }
        TextIndex after = found.empty() ? none_index : found.back();
        if (found.empty() && in_list != nullptr && context.list != none_index) {
            after = place_in_list(body, in_list, context);
        }
        std::vector<Span> ended;
        bool of_pack = placed.of_pack;
        for (const TextIndex text : found) {
            ended.push_back(book_.texts[text].norm.span);
            of_pack = of_pack || book_.families[book_.texts[text].family].of_pack;
            if (!made_by(text, change)) end_text(text, change);
        }
        record_written(change, body, ended,
                       of_pack || (context.list != none_index && book_.lists[context.list].of_pack));
        const TextIndex text = build_norm(compilation_, placed, context);
        makers_[text] = change.amendment;
        insert_after(book_.order, after, text);
        if (context.list != none_index) {
            ListText& list = book_.lists[context.list].texts[context.list_text];
            insert_after(body.kind == StatementKind::item ? list.items : list.unseen, after, text);
        }
        for (const TextIndex old : found) {
            if (made_by(old, change)) end_text(old, change);
        }
    }

    /// Where an inserted item stands: after the item that is named, else at the end; it takes that item's section.
    TextIndex place_in_list(const Statement& body, const Clause* in_list, EnactmentContext& context) {
        const ListText& list = book_.lists[context.list].texts[context.list_text];
        TextIndex after = list.items.empty() ? none_index : list.items.back();
        if (in_list->words.size() > 1) {
            const syntax::Word& named = in_list->words[1];
            std::vector<std::string> names;
            std::optional<TextIndex> found;
            for (const TextIndex item : list.items) {
                names.push_back(book_.texts[item].item);
                if (names.back() == named.text) found = item;
            }
            if (found) {
                after = *found;
            } else {
                compilation_.report_unknown(Code::L0212, named, names, {book_.lists[context.list].name});
            }
        }
        if (body.kind == StatementKind::item && after != none_index) context.section = book_.texts[after].section;
        return after;
    }

    /// Bounds of the replaced text that end it after the edge: the new text ends there as well.
    void add_own_ends(const EnactedNorm& old, const Change& change, Bounds& bounds) const {
        for (const Bound& bound : old.bounds) {
            if (bound.begins || bound.edge == change.edge) continue;
            if (bound.edge.last > change.edge.first) bounds.push_back(bound);
        }
    }

    static void insert_after(std::vector<TextIndex>& texts, TextIndex after, TextIndex text) {
        const auto place = std::find(texts.begin(), texts.end(), after);
        texts.insert(place == texts.end() ? place : place + 1, text);
    }

    std::optional<std::uint32_t> list_text_at(ListIndex list, const Edge& edge) const {
        const auto& texts = book_.lists[list].texts;
        std::optional<std::uint32_t> found;
        for (std::uint32_t version = 0; version < texts.size(); ++version) {
            const Bounds& bounds = texts[version].bounds;
            const bool begun_now = std::any_of(bounds.begin(), bounds.end(),
                                               [&](const Bound& bound) { return bound.begins && bound.edge == edge; });
            if (begun_now || stands_at(bounds, edge)) found = version;
        }
        return found;
    }

    // ---- limits and clock tables ------------------------------------------------------------------------------------

    /// Ends the texts of a limit that stand at the edge; returns where they are written.
    std::vector<Span> end_limits(std::vector<EnactedLimit>& texts, const Change& change) {
        std::vector<Span> ended;
        for (EnactedLimit& text : texts) {
            if (!stands_at(book_.all_bounds(text.bounds, text.limit.citation.instrument), change.edge)) continue;
            text.bounds.push_back({change.edge, false});
            ended.push_back(text.limit.span);
        }
        return ended;
    }

    void record_repealed_tables(const Change& change, const std::string& what, const std::vector<Span>& ended,
                                bool of_pack) {
        for (const Span& span : ended) {
            AmendingChange& made = record(AmendingChange::Kind::repealed, change);
            made.before = span;
            made.what = what;
            made.of_pack = of_pack;
        }
    }

    [[nodiscard]] bool of_pack(LimitIndex limit) const {
        return limit < compilation_.own_limits.size() && !compilation_.own_limits[limit];
    }

    void write_limit(const Change& change, const Placed& placed, bool replace) {
        const Statement& body = *placed.statement;
        const auto family = compilation_.limits.find(body.name.text);
        if (family == compilation_.limits.end()) return;
        if (!touch(change, "limit " + body.name.text, body.name.span, false)) return;
        auto& texts = book_.limits[family->second].texts;
        EnactmentContext context;
        context.bounds.push_back({change.edge, true});
        Citation inherited;
        if (replace && !texts.empty()) {
            inherited = texts.back().limit.citation;
            context.inherited = &inherited;
            context.title = texts.back().limit.title;
        }
        std::vector<Span> ended;
        if (replace) ended = end_limits(texts, change);
        if (replace && ended.empty()) {
            compilation_.report(Code::L0332, body.name.span, {body.name.text, change.amendment_name});
            return;
        }
        record_written(change, body, ended, placed.of_pack || of_pack(family->second));
        build_limit(compilation_, placed, context);
    }

    void write_clock_table(const Change& change, const Placed& placed, bool replace) {
        const Statement& body = *placed.statement;
        const std::string name = full_name(compilation_, placed);
        if (!touch(change, "define " + name, body.name.span, false)) return;
        EnactmentContext context;
        context.bounds.push_back({change.edge, true});
        Citation inherited;
        bool any = false;
        std::vector<Span> ended;
        for (ClockTable& table : book_.clock_tables) {
            if (table.name != name || !stands_at(book_.all_bounds(table.bounds, table.instrument), change.edge))
                continue;
            any = true;
            inherited.instrument = table.instrument;
            context.inherited = &inherited;
            if (!replace) continue;
            table.bounds.push_back({change.edge, false});
            ended.push_back(table.span);
        }
        if (any != replace) {
            compilation_.report(replace ? Code::L0332 : Code::L0335, body.name.span,
                                {body.name.text, change.amendment_name});
            return;
        }
        record_written(change, body, ended, placed.of_pack);
        build_clock_table(compilation_, placed, context);
    }

    // ---- repeal and rebase ------------------------------------------------------------------------------------------

    /// Texts that a repeal or rebase means and finds; reports names that are unknown or not in force then.
    std::vector<TextIndex> targets(const Change& change, const syntax::NormReference& target,
                                   std::optional<NormLink>& link) {
        link = find_norms(compilation_, target);
        if (!link) return {};
        std::vector<TextIndex> found = standing(book_.texts_of(*link), change);
        if (found.empty()) {
            compilation_.report(Code::L0332, target.span,
                                {std::string(compilation_.sources.slice(target.span)), change.amendment_name});
        }
        return found;
    }

    bool repeal_table(const Change& change, const syntax::NormReference& target) {
        if (target.kind != syntax::NormReference::Kind::name) return false;
        bool known = false;
        bool any = false;
        if (const auto limit = compilation_.limits.find(target.name.text); limit != compilation_.limits.end()) {
            known = true;
            const std::vector<Span> ended = end_limits(book_.limits[limit->second].texts, change);
            any = !ended.empty();
            record_repealed_tables(change, spelling("limit") + target.name.text, ended, of_pack(limit->second));
        }
        const std::string name = book_.jurisdiction + "." + target.name.text;
        for (ClockTable& table : book_.clock_tables) {
            if (table.name != name) continue;
            known = true;
            if (!stands_at(book_.all_bounds(table.bounds, table.instrument), change.edge)) continue;
            table.bounds.push_back({change.edge, false});
            any = true;
            record_repealed_tables(change, spelling("define") + target.name.text, {table.span}, false);
        }
        if (known && !any) {
            compilation_.report(Code::L0332, target.span, {target.name.text, change.amendment_name});
        }
        return known;
    }

    void repeal(const Change& change, const syntax::NormReference& target) {
        if (repeal_table(change, target)) return;
        std::optional<NormLink> link;
        std::set<FamilyIndex> touched;
        const std::vector<TextIndex> found = targets(change, target, link);
        record_of_list(AmendingChange::Kind::repealed, change, link, found);
        for (const TextIndex text : found) {
            const FamilyIndex family = book_.texts[text].family;
            if (touched.insert(family).second && !touch(change, book_.families[family].name, target.span, false))
                return;
            if (!made_by(text, change)) {
                compilation_.repeals.push_back({text, change.edge, target.span});
                AmendingChange& made = record_text(AmendingChange::Kind::repealed, change, text);
                made.before = book_.texts[text].norm.span;
                made.of_list = link->kind == NormLink::Kind::list;
            }
            end_text(text, change);
        }
    }

    /// A list that was repealed or rebased as a whole.
    void record_of_list(AmendingChange::Kind kind, const Change& change, const std::optional<NormLink>& link,
                        const std::vector<TextIndex>& found, const std::optional<Citation>& citation = std::nullopt) {
        if (!link || link->kind != NormLink::Kind::list || found.empty()) return;
        const auto version = list_text_at(link->list, change.edge);
        if (!version) return;
        const ListFamily& list = book_.lists[link->list];
        AmendingChange& made = record(kind, change);
        made.before = list.texts[*version].span;
        if (kind == AmendingChange::Kind::rebased) made.after = made.before;
        made.what = spelling("list") + list.name.substr(list.name.find('.') + 1);
        made.citation = citation;
        made.of_pack = list.of_pack;
    }

    void rebase(const Change& change, const syntax::NormReference& target) {
        const auto citation = read_provenance(compilation_, change.placed, nullptr);
        std::optional<NormLink> link;
        const std::vector<TextIndex> found = targets(change, target, link);
        if (!citation || !link) return;
        record_of_list(AmendingChange::Kind::rebased, change, link, found, citation);
        if (link->kind == NormLink::Kind::list) {
            if (const auto version = list_text_at(link->list, change.edge)) {
                book_.lists[link->list].texts[*version].citation = *citation;
            }
        }
        std::set<FamilyIndex> touched;
        for (const TextIndex text : found) {
            const FamilyIndex family = book_.texts[text].family;
            if (touched.insert(family).second && !touch(change, book_.families[family].name, target.span, true)) return;
            Citation own = *citation;
            if (!book_.texts[text].item.empty()) {
                own.provision = phrase(Phrase::item_of_provision, {own.provision, book_.texts[text].item});
            }
            AmendingChange& made = record_text(AmendingChange::Kind::rebased, change, text);
            made.before = made.after = book_.texts[text].norm.span;
            made.citation = own;
            made.of_list = link->kind == NormLink::Kind::list;
            if (made_by(text, change)) {
                book_.texts[text].norm.citation = std::move(own);
                continue;
            }
            EnactedNorm copy = book_.texts[text];
            end_text(text, change);
            copy.bounds.push_back({change.edge, true});
            copy.norm.citation = std::move(own);
            const auto index = static_cast<TextIndex>(book_.texts.size());
            book_.families[copy.family].texts.push_back(index);
            insert_after(book_.order, text, index);
            if (copy.list != none_index) {
                ListText& list = book_.lists[copy.list].texts[copy.list_text];
                insert_after(!copy.item.empty()         ? list.items
                             : copy.norm.permitted_list ? list.permitting
                                                        : list.unseen,
                             text, index);
            }
            compilation_.copies.emplace_back(index, text);
            makers_[index] = change.amendment;
            book_.texts.push_back(std::move(copy));
        }
    }

    Compilation& compilation_;
    StatuteBook& book_;
    std::unordered_map<TextIndex, std::size_t> makers_;  ///< the amendment that made a text
    std::unordered_map<TextIndex, std::size_t> enders_;  ///< the last amendment that ended it
    std::unordered_map<std::string, std::vector<Touch>> touches_;
};

}  // namespace

void apply_amendments(Compilation& compilation) {
    Amender(compilation).run();
}

}  // namespace labourlex
