// From all statements of a law to those of one day.
//
// The statute book already knows which text stands when; what is left is to write it down. The statements stand in a
// sequence, in the order of the files. The amendments in force on the day are carried out on it in the order in which
// the statute book applied them: a new text goes behind the one it replaces, an inserted item to its place in the list,
// everything else to the end; each leaves a remark. Then all that is not in force is left out, and what remains is put
// right where it spoke of something left out: norms that an exception names, the beginning that ended a period.
//
// What cannot be said without an amendment is kept as one: where the day lies in the doubt of an amendment's own
// beginning, one question decides between two texts, and only the amendment can say that.
//
// The text is not trusted: it is compiled again, and everything it says on the day must be what the law says.

#include "engine/consolidate/consolidated_text.hpp"

#include "dsl-grammar/formatter.hpp"
#include "dsl-grammar/parser.hpp"
#include "dsl-grammar/phrases.hpp"
#include "engine/consolidate/amending_acts.hpp"
#include "engine/consolidate/statement_edits.hpp"
#include "engine/consolidate/version_text.hpp"
#include "engine/law/statute_book.hpp"

#include <algorithm>
#include <list>
#include <map>
#include <set>

namespace labourlex {

namespace {

using syntax::Clause;
using syntax::ClauseKind;
using syntax::Statement;
using syntax::StatementKind;
using syntax::Word;

/// A place in the sources, for maps.
using Key = std::pair<std::uint32_t, std::uint32_t>;

Key key_of(Span span) {
    return {span.source, span.begin};
}

/// Where the compiler says that a statement stands.
Key key_of(const Statement& statement) {
    return key_of(statement.kind == StatementKind::unseen_law ? statement.keyword.span : statement.name.span);
}

/// A statement of the sequence, printed or not.
struct Node {
    Statement statement;
    std::vector<std::string> remarks;
    bool printed = false;
    bool beside_the_law = false;  ///< kept although not in force: something in force names it
};

using Nodes = std::list<Node>;

bool is_change(StatementKind kind) {
    return kind == StatementKind::insert || kind == StatementKind::replace || kind == StatementKind::repeal ||
           kind == StatementKind::rebase;
}

/// The clause in which a norm names the norms it speaks to.
bool names_norms(ClauseKind kind) {
    return kind == ClauseKind::to || kind == ClauseKind::from_norms || kind == ClauseKind::exception_to ||
           kind == ClauseKind::could_lift;
}

class Consolidator {
public:
    Consolidator(const CompiledLaw& law, const LawTexts& texts, Date date, Sources& sources, Span asked_at,
                 Diagnostics& diagnostics)
        : law_(law),
          book_(law.book()),
          texts_(texts),
          date_(date),
          sources_(sources),
          asked_at_(asked_at),
          diagnostics_(diagnostics),
          version_(law.consolidate(date)) {}

    std::optional<std::string> run() {
        gather(texts_.own);
        if (!carry_out_changes()) return std::nullopt;
        find_present();
        choose();
        choose_sections();
        keep_what_is_named();
        return checked(file());
    }

private:
    // ---- the sequence -----------------------------------------------------------------------------------------------

    /// The outer law's statements stand before those of the law within it.
    void gather(const ParsedFolder& folder) {
        if (!gathered_.insert(folder.name).second) return;
        for (const syntax::File& file : folder.files) {
            for (const Statement& statement : file.statements) {
                const Clause* within = edits::find(statement, ClauseKind::within_law);
                if (statement.kind != StatementKind::jurisdiction || within == nullptr) continue;
                const auto outer = texts_.packs.find(within->words.front().text);
                if (outer == texts_.packs.end()) continue;
                outer_.insert(outer->first);
                gather(outer->second);
            }
        }
        for (const syntax::File& file : folder.files) {
            const Statement* amendment = nullptr;
            for (const Statement& statement : file.statements) {
                if (is_change(statement.kind)) {
                    for (const Statement& body : statement.body) bodies_[key_of(body)] = &statement;
                    if (amendment != nullptr) changes_of_[amendment].push_back(&statement);
                    continue;
                }
                amendment = statement.kind == StatementKind::amendment ? &statement : nullptr;
                if (amendment != nullptr) {
                    amendments_.push_back(amendment);
                    continue;
                }
                if (statement.kind == StatementKind::jurisdiction && folder.name != texts_.own.name) continue;
                Statement& placed = append(statement)->statement;
                if (&statement == &file.statements.front()) drop_words_on_the_file(placed);
            }
        }
    }

    /// What stands at the top of a file, parted from the first statement by an empty line, speaks of that file.
    static void drop_words_on_the_file(Statement& statement) {
        auto& comments = statement.comments;
        const auto last = std::find_if(comments.rbegin(), comments.rend(), [&](const syntax::Comment& comment) {
            return comment.blank_after && comment.span.begin < statement.span.begin;
        });
        comments.erase(comments.begin(), last.base());
    }

    Nodes::iterator append(const Statement& statement) { return put(nodes_.end(), statement); }

    Nodes::iterator put(Nodes::iterator before, const Statement& statement) {
        const auto node = nodes_.insert(before, Node{statement, {}, false, false});
        places_.emplace(key_of(statement), node);
        return node;
    }

    [[nodiscard]] Node* at(Span span) {
        const auto found = places_.find(key_of(span));
        return found == places_.end() ? nullptr : &*found->second;
    }

    // ---- the amendments in force ------------------------------------------------------------------------------------

    bool carry_out_changes() {
        for (const AmendingChange& change : book_.changes) {
            const EnactedAmendment& amendment = book_.amendments[change.amendment];
            if (amendment.of_pack || standing_of(amendment, date_) != Standing::in_force) continue;
            if (change.of_pack) {
                diagnostics_.report(Code::L0757, asked_at_,
                                    {amendment.title.empty() ? amendment.name : amendment.title, change.what,
                                     book_.jurisdiction, amendment.edge.first.text()});
                return false;
            }
            carry_out(change, amendment);
        }
        return true;
    }

    void carry_out(const AmendingChange& change, const EnactedAmendment& amendment) {
        Node* before = change.before ? at(*change.before) : nullptr;
        const std::string remark = remark_on(book_, change);
        switch (change.kind) {
            case AmendingChange::Kind::inserted:
            case AmendingChange::Kind::replaced: {
                Node* after = at(*change.after);
                if (after == nullptr) {
                    after = write(change, amendment, before);
                    if (after == nullptr) return;
                    after->remarks.push_back(remark);
                }
                // What was done to the text before is part of the history of the new one.
                if (before != nullptr && before != after) {
                    after->remarks.insert(after->remarks.begin(), before->remarks.begin(), before->remarks.end());
                    before->remarks.clear();
                }
                return;
            }
            case AmendingChange::Kind::repealed:
                if (before != nullptr && !change.of_list) before->remarks.push_back(remark);
                return;
            case AmendingChange::Kind::rebased:
                if (before == nullptr) return;
                rebase(before->statement, change);
                if (!change.of_list) before->remarks.push_back(remark);
                return;
        }
    }

    /// A text of an amendment as a statement of its own, in its place.
    Node* write(const AmendingChange& change, const EnactedAmendment& amendment, const Node* before) {
        const auto outer = bodies_.find(key_of(*change.after));
        if (outer == bodies_.end()) return nullptr;
        Statement statement = outer->second->body.front();
        statement.span = outer->second->span;
        statement.comments = outer->second->comments;
        if (statement.kind == StatementKind::item) {
            edits::remove(statement, ClauseKind::in_list);
        } else if (Clause* place = edits::find(statement, ClauseKind::in_list)) {
            place->words.resize(1);
        }
        if (before != nullptr) inherit(statement, before->statement);
        put_period(statement, amendment.edge, before == nullptr ? nullptr : &before->statement);
        const auto place = place_of(*change.after, statement.kind, change.before);
        return &*put(place, statement);
    }

    /// What a replacing text does not say itself it has from the text it replaces.
    static void inherit(Statement& statement, const Statement& before) {
        if (statement.title.text.empty()) {
            statement.title = before.title;
        }
        if (edits::find(statement, ClauseKind::per) != nullptr) return;
        if (const Clause* per = edits::find(before, ClauseKind::per)) edits::put(statement, *per);
        const Clause* evidence = edits::find(before, ClauseKind::evidence);
        if (evidence != nullptr && edits::find(statement, ClauseKind::evidence) == nullptr) {
            edits::put(statement, *evidence);
        }
    }

    /// A text of an amendment is in force from the amendment's day on, and no longer than the text it replaces.
    static void put_period(Statement& statement, const Edge& edge, const Statement* before) {
        const Clause* written = edits::find(statement, ClauseKind::in_force);
        Clause period = written == nullptr ? edits::empty_period() : *written;
        if (written == nullptr && before != nullptr) {
            if (const Clause* old = edits::find(*before, ClauseKind::in_force)) period.to = old->to;
        }
        if (edge.first == edge.last) {
            const auto own = period.from ? Date::parse(period.from->date.text) : std::nullopt;
            if (!period.from || (own && *own < edge.first)) period.from = edits::moment_of(edge, true);
        }
        if (period.from || period.to) edits::put(statement, period);
    }

    /// Before which node a new text goes.
    Nodes::iterator place_of(Span text, StatementKind kind, const std::optional<Span>& before) {
        if (before) {
            const auto old = places_.find(key_of(*before));
            if (old != places_.end()) return std::next(old->second);
        }
        if (kind != StatementKind::item) return nodes_.end();
        for (const ListFamily& list : book_.lists) {
            for (const ListText& list_text : list.texts) {
                auto item = std::find_if(list_text.items.begin(), list_text.items.end(),
                                         [&](TextIndex each) { return book_.texts[each].norm.span == text; });
                if (item == list_text.items.end()) continue;
                while (item != list_text.items.begin()) {
                    --item;
                    const auto known = places_.find(key_of(book_.texts[*item].norm.span));
                    if (known != places_.end()) return std::next(known->second);
                }
                const auto head = places_.find(key_of(list_text.span));
                if (head != places_.end()) return std::next(head->second);
            }
        }
        return nodes_.end();
    }

    void rebase(Statement& statement, const AmendingChange& change) {
        edits::remove(statement, ClauseKind::evidence);
        if (change.of_list && statement.kind == StatementKind::item) {
            edits::remove(statement, ClauseKind::per);  // the list says it
            return;
        }
        const Instrument& instrument = book_.instruments[change.citation->instrument].instrument;
        Clause per;
        per.kind = ClauseKind::per;
        per.keyword.text = "per";
        per.words.push_back(Word{name_of(instrument), {}, false});
        per.texts.push_back(syntax::Text{change.citation->provision, {0, 0, 1}});
        edits::put(statement, per);
    }

    /// The name that statements of the law write.
    [[nodiscard]] std::string name_of(const Instrument& instrument) const {
        const std::string own = book_.jurisdiction + ".";
        return instrument.name.starts_with(own) ? instrument.name.substr(own.size()) : instrument.name;
    }

    // ---- what is in force -------------------------------------------------------------------------------------------

    [[nodiscard]] bool may_hold(const Bounds& bounds, InstrumentIndex instrument) const {
        if (instrument != none_index && book_.instruments[instrument].reaches_nobody_here) return false;
        return presence_on(book_.all_bounds(bounds, instrument), date_).possible;
    }

    void find_present() {
        for (const Norm& norm : version_->norms) present_.insert(key_of(norm.span));
        for (const auto& texts : version_->limits) {
            for (const Limit& limit : texts) present_.insert(key_of(limit.span));
        }
        for (const UnseenLaw& law : version_->unseen_laws) present_.insert(key_of(law.span));
        for (const ClockTable& table : book_.clock_tables) {
            if (may_hold(table.bounds, table.instrument)) present_.insert(key_of(table.span));
        }
        for (const EnactedInstrument& enacted : book_.instruments) {
            if (!presence_on(enacted.bounds, date_).possible || enacted.reaches_nobody_here) continue;
            present_instruments_.insert(name_of(enacted.instrument));
        }
        for (const EnactedAmendment& amendment : book_.amendments) {
            if (!amendment.of_pack && standing_of(amendment, date_) == Standing::in_doubt) {
                kept_amendments_.insert(key_of(amendment.span));
                begun_later_.insert(amendment.name);
            }
        }
        for (const ListFamily& list : book_.lists) {
            for (const ListText& text : list.texts) {
                if (!may_hold(text.bounds, text.citation.instrument)) continue;
                // A list that was repealed as a whole has nothing left to say.
                const auto here = [&](TextIndex each) {
                    return present_.contains(key_of(book_.texts[each].norm.span));
                };
                const bool never_had_any = text.items.empty() && text.unseen.empty() && text.permitting.empty();
                if (never_had_any || std::any_of(text.items.begin(), text.items.end(), here) ||
                    std::any_of(text.unseen.begin(), text.unseen.end(), here)) {
                    present_.insert(key_of(text.span));
                }
            }
        }
    }

    void choose() {
        std::set<std::string> used;
        for (Node& node : nodes_) {
            Statement& statement = node.statement;
            switch (statement.kind) {
                case StatementKind::rule:
                case StatementKind::exception:
                case StatementKind::exemption:
                case StatementKind::list:
                case StatementKind::item:
                case StatementKind::limit:
                case StatementKind::requirement:
                case StatementKind::duty:
                case StatementKind::unseen:
                case StatementKind::unseen_law:
                    node.printed = present_.contains(key_of(statement));
                    break;
                case StatementKind::define:
                    // A definition in words is printed where something printed needs it.
                    node.printed =
                        edits::find(statement, ClauseKind::for_term) != nullptr && present_.contains(key_of(statement));
                    break;
                case StatementKind::instrument:
                case StatementKind::applies:
                    node.printed = present_instruments_.contains(statement.name.text);
                    break;
                case StatementKind::section:
                    break;  // with its items
                case StatementKind::use:
                    std::erase_if(statement.words, [&](const Word& pack) { return !used.insert(pack.text).second; });
                    node.printed = !statement.words.empty();
                    break;
                case StatementKind::jurisdiction:
                    edits::remove(statement, ClauseKind::within_law);
                    node.printed = true;
                    break;
                default:
                    node.printed = true;
                    break;
            }
        }
    }

    /// A section stands where an item of it does; one that never had items is text of the law as well.
    void choose_sections() {
        Node* section = nullptr;
        bool any = false;
        bool list_printed = false;
        const auto close = [&] {
            if (section != nullptr && !any) section->printed = list_printed;
            section = nullptr;
            any = false;
        };
        for (Node& node : nodes_) {
            if (node.statement.kind == StatementKind::list) {
                close();
                list_printed = node.printed;
            } else if (node.statement.kind == StatementKind::section) {
                close();
                section = &node;
            } else if (node.statement.kind == StatementKind::item && section != nullptr) {
                any = true;
                if (node.printed) section->printed = true;
            }
        }
        close();
    }

    // ---- what is named by what is in force --------------------------------------------------------------------------

    void add_names(const Statement& statement, std::set<std::string>& terms, std::set<std::string>& instruments) const {
        edits::for_each_condition(statement, [&](const syntax::Condition& condition) {
            if (!condition.name.empty()) terms.insert(condition.name.text);
            for (const syntax::Quantity* side : {&condition.left, &condition.right, &condition.high}) {
                if (!side->name.empty()) terms.insert(side->name.text);
                if (!side->second.empty()) terms.insert(side->second.text);
            }
        });
        const auto add_cited = [&](const Statement& written) {
            for (const Clause& clause : written.clauses) {
                if (clause.kind == ClauseKind::per && !clause.words.empty()) {
                    instruments.insert(clause.words.front().text);
                } else if (clause.kind == ClauseKind::alternative && clause.words.size() > 1) {
                    instruments.insert(clause.words[1].text);
                }
            }
            if (written.kind == StatementKind::ratification) instruments.insert(written.words.front().text);
        };
        add_cited(statement);
        for (const Statement& body : statement.body) add_cited(body);
    }

    /// Definitions, limits and instruments that something printed names, until nothing is added any more.
    void keep_what_is_named() {
        for (bool changed = true; changed;) {
            changed = false;
            std::set<std::string> terms;
            std::set<std::string> instruments;
            for (const Node& node : nodes_) {
                if (node.printed) add_names(node.statement, terms, instruments);
            }
            for_each_kept([&](const Statement& statement) { add_names(statement, terms, instruments); });
            std::set<std::string> limits;
            for (const Node& node : nodes_) {
                if (node.printed && node.statement.kind == StatementKind::limit)
                    limits.insert(node.statement.name.text);
            }
            for (Node& node : nodes_) {
                if (node.printed) continue;
                const Statement& statement = node.statement;
                const bool definition = statement.kind == StatementKind::define &&
                                        edits::find(statement, ClauseKind::for_term) == nullptr &&
                                        terms.contains(statement.name.text);
                const bool cited =
                    (statement.kind == StatementKind::instrument || statement.kind == StatementKind::applies) &&
                    instruments.contains(statement.name.text);
                const bool limit = statement.kind == StatementKind::limit && terms.contains(statement.name.text) &&
                                   limits.insert(statement.name.text).second;
                if (!definition && !cited && !limit) continue;
                node.printed = true;
                changed = true;
                if (definition) continue;
                node.beside_the_law = true;
                if (limit) end_limit(node.statement);
            }
            changed = bring_limits_to_come(terms, limits) || changed;
        }
    }

    /// A limit not in force makes every comparison with it false, today as in the whole law; its text keeps the days
    /// that amendments gave it.
    void end_limit(Statement& statement) const {
        for (const LimitFamily& family : book_.limits) {
            for (const EnactedLimit& enacted : family.texts) {
                if (key_of(enacted.limit.span) != key_of(statement)) continue;
                const Clause* written = edits::find(std::as_const(statement), ClauseKind::in_force);
                Clause period = written == nullptr ? edits::empty_period() : *written;
                for (const Bound& bound : enacted.bounds) {
                    if (!bound.begins && bound.edge != not_commenced() && !period.to) {
                        period.to = edits::moment_of(bound.edge, false);
                    }
                    if (bound.begins && bound.edge != not_commenced() && !period.from) {
                        period.from = edits::moment_of(bound.edge, true);
                    }
                }
                if (period.from || period.to) edits::put(statement, period);
            }
        }
    }

    /// Limits that are named already but that only an amendment to come brings in.
    bool bring_limits_to_come(const std::set<std::string>& terms, std::set<std::string>& limits) {
        bool changed = false;
        for (const LimitFamily& family : book_.limits) {
            if (!terms.contains(family.name) || limits.contains(family.name)) continue;
            for (const EnactedLimit& enacted : family.texts) {
                const auto outer = bodies_.find(key_of(enacted.limit.span));
                if (outer == bodies_.end()) continue;
                Node& node = *append(outer->second->body.front());
                node.printed = node.beside_the_law = changed = true;
                end_limit(node.statement);
                limits.insert(family.name);
                break;
            }
        }
        return changed;
    }

    // ---- putting right what named something left out ----------------------------------------------------------------

    [[nodiscard]] bool here(TextIndex text) const { return present_.contains(key_of(book_.texts[text].norm.span)); }

    /// Norms of the law that a clause names and that are no longer there are named no more.
    void drop_absent_norms(Statement& statement) const {
        const auto text = std::find_if(book_.texts.begin(), book_.texts.end(), [&](const EnactedNorm& each) {
            return key_of(each.norm.span) == key_of(statement);
        });
        if (text == book_.texts.end()) return;
        for (Clause& clause : statement.clauses) {
            if (!names_norms(clause.kind) || clause.parents.size() != text->links.size()) continue;
            std::vector<syntax::NormReference> kept;
            for (std::size_t i = 0; i < clause.parents.size(); ++i) {
                syntax::NormReference reference = clause.parents[i];
                if (still_meant(reference, text->links[i])) kept.push_back(std::move(reference));
            }
            if (!kept.empty()) clause.parents = std::move(kept);
        }
    }

    [[nodiscard]] bool still_meant(syntax::NormReference& reference, const NormLink& link) const {
        if (link.kind == NormLink::Kind::family) {
            const NormFamily& family = book_.families[link.family];
            return family.of_pack ||
                   std::any_of(family.texts.begin(), family.texts.end(), [&](TextIndex text) { return here(text); });
        }
        if (book_.lists[link.list].of_pack) return true;
        const std::vector<TextIndex> meant = book_.texts_of(link);
        if (std::none_of(meant.begin(), meant.end(), [&](TextIndex text) { return here(text); })) return false;
        if (link.kind == NormLink::Kind::items) name_items_here(reference, link);
        return true;
    }

    /// Ranges whose ends are gone are named by the items that are left of them.
    void name_items_here(syntax::NormReference& reference, const NormLink& link) const {
        std::vector<std::string> left;  // all items of the list that are there, in order
        for (const ListText& list : book_.lists[link.list].texts) {
            for (const TextIndex item : list.items) {
                if (here(item)) left.push_back(book_.texts[item].item);
            }
        }
        const auto stands = [&](const std::string& item) {
            return std::find(left.begin(), left.end(), item) != left.end();
        };
        std::vector<syntax::NormReference::ItemRange> ranges;
        for (std::size_t i = 0; i < link.items.size(); ++i) {
            const auto& [first, last] = link.items[i];
            if (stands(first) && stands(last)) {
                ranges.push_back(reference.items[i]);
                continue;
            }
            NormLink one = link;
            one.items = {link.items[i]};
            std::set<std::string> meant;
            for (const TextIndex text : book_.texts_of(one)) {
                if (here(text)) meant.insert(book_.texts[text].item);
            }
            bool open = false;
            for (const std::string& item : left) {
                if (!meant.contains(item)) {
                    open = false;
                } else if (open) {
                    ranges.back().last.text = item;
                } else {
                    ranges.push_back({Word{item, {}, false}, {}});
                    open = true;
                }
            }
        }
        reference.items = std::move(ranges);
    }

    /// An end tied to the beginning of something that is not printed is that day itself.
    void untie_period(Statement& statement) const {
        Clause* period = edits::find(statement, ClauseKind::in_force);
        if (period == nullptr || !period->to || period->to->kind != syntax::Moment::Kind::begins) return;
        const std::string& name = period->to->name.text;
        if (begun_later_.contains(name)) return;
        for (const Node& node : nodes_) {
            const bool may_begin =
                node.statement.kind == StatementKind::instrument || node.statement.kind == StatementKind::applies;
            if (node.printed && may_begin && node.statement.name.text == name) return;
        }
        std::optional<Edge> edge;
        for (const EnactedAmendment& amendment : book_.amendments) {
            if (amendment.name == name) edge = amendment.edge;
        }
        for (const EnactedInstrument& enacted : book_.instruments) {
            if (name_of(enacted.instrument) != name) continue;
            for (const Bound& bound : enacted.bounds) {
                if (bound.begins) edge = bound.edge;
            }
        }
        if (!edge) return;
        period->to.reset();
        if (*edge != not_commenced()) period->to = edits::moment_of(*edge, false);
        if (!period->from && !period->to) edits::remove(statement, ClauseKind::in_force);
    }

    // ---- the file ---------------------------------------------------------------------------------------------------

    /// Amendments whose beginning is in doubt on the day, each with its changes.
    template <class Visit>
    void for_each_kept(const Visit& visit) const {
        for (const Statement* amendment : amendments_) {
            if (!kept_amendments_.contains(key_of(*amendment))) continue;
            visit(*amendment);
            const auto changes = changes_of_.find(amendment);
            if (changes == changes_of_.end()) continue;
            for (const Statement* change : changes->second) visit(*change);
        }
    }

    [[nodiscard]] std::vector<std::string> heading() const {
        std::vector<std::string> lines;
        lines.push_back(phrase(Phrase::consolidated_heading, {book_.title, date_.text()}));
        std::string drafts;
        for (const std::uint32_t draft : texts_.drafts) {
            const std::string_view path = sources_.name(draft);
            drafts += (drafts.empty() ? "" : ", ") + std::string(path.substr(path.find_last_of('/') + 1));
        }
        if (!drafts.empty()) lines.push_back(phrase(Phrase::consolidated_with_drafts, {drafts}));
        lines.push_back(phrase(Phrase::consolidated_meaning, {}));
        lines.push_back(phrase(Phrase::consolidated_only_then, {}));
        return lines;
    }

    static void put_data_file_comment(Statement& statement) {
        if (const Clause* data = edits::find(std::as_const(statement), ClauseKind::exhaustive_from)) {
            edits::put_comment_before(statement, phrase(Phrase::consolidated_data_file, {data->texts.front().text}));
        }
    }

    syntax::File file() {
        syntax::File result;
        std::vector<std::string> pending = {};  // remarks on what was repealed
        const auto add = [&](Node& node) {
            Statement statement = node.statement;
            if (!statement.comments.empty() && statement.span.begin == 0) statement.span.begin = 1;
            drop_absent_norms(statement);
            untie_period(statement);
            std::vector<syntax::Comment> own = std::move(statement.comments);
            statement.comments.clear();
            for (std::size_t i = 0; i < pending.size(); ++i) {
                edits::put_comment_before(statement, pending[i], i + 1 == pending.size());
            }
            pending.clear();
            // The writer's own comments before the statement stand before the remarks.
            const std::size_t remarks_from = statement.comments.size();
            statement.comments.insert(statement.comments.begin() + static_cast<std::ptrdiff_t>(remarks_from),
                                      own.begin(), own.end());
            if (node.beside_the_law) {
                edits::put_comment_before(statement, phrase(Phrase::consolidated_not_in_force, {}));
            }
            for (const std::string& remark : node.remarks) edits::put_comment_before(statement, remark);
            put_data_file_comment(statement);
            result.statements.push_back(std::move(statement));
        };
        // Whose law it is stands first, whatever the file was called that said so.
        const auto leads = [](const Node& node) {
            return node.statement.kind == StatementKind::jurisdiction || node.statement.kind == StatementKind::use;
        };
        for (const StatementKind kind : {StatementKind::jurisdiction, StatementKind::use}) {
            for (Node& node : nodes_) {
                if (node.printed && node.statement.kind == kind) add(node);
            }
        }
        for (Node& node : nodes_) {
            if (leads(node)) continue;
            if (node.printed) {
                add(node);
            } else {
                pending.insert(pending.end(), node.remarks.begin(), node.remarks.end());
            }
        }
        add_kept(result);
        for (const std::string& remark : pending) result.trailing_comments.push_back({"# " + remark, {}, true, false});
        if (result.statements.empty()) return result;
        Statement& first = result.statements.front();
        const std::vector<syntax::Comment> before = std::move(first.comments);
        first.comments.clear();
        const std::vector<std::string> lines = heading();
        for (std::size_t i = 0; i < lines.size(); ++i) {
            edits::put_comment_before(first, lines[i], i + 1 == lines.size());
        }
        first.comments.insert(first.comments.end(), before.begin(), before.end());
        return result;
    }

    void add_kept(syntax::File& result) const {
        for_each_kept([&](const Statement& written) {
            Statement statement = written;
            if (statement.kind == StatementKind::amendment) {
                edits::put_comment_before(statement, phrase(Phrase::consolidated_in_doubt, {}));
            }
            for (Statement& body : statement.body) {
                drop_absent_norms(body);
                untie_period(body);
            }
            result.statements.push_back(std::move(statement));
        });
    }

    // ---- the proof --------------------------------------------------------------------------------------------------

    std::optional<std::string> refuse(const std::string& reason) {
        diagnostics_.report(Code::L0758, asked_at_, {book_.jurisdiction, date_.text(), reason});
        return std::nullopt;
    }

    std::optional<std::string> checked(const syntax::File& file) {
        const std::string name = book_.jurisdiction + ".law";
        Diagnostics found;
        // Comments find their places when the text is read; from then on the layout moves nothing.
        const std::string first = format(file);
        const std::string text = format(parse(sources_, sources_.add(name, first), found));
        ParsedFolder folder;
        folder.name = texts_.own.name;
        folder.data = texts_.own.data;
        const std::uint32_t source = sources_.add(name, text);
        folder.files.push_back(parse(sources_, source, found));
        std::map<std::string, ParsedFolder> packs = texts_.packs;
        for (const std::string& outer : outer_) packs.erase(outer);
        const auto again = found.has_errors() ? nullptr : compile(folder, packs, sources_, found);
        if (again == nullptr) {
            for (const Diagnostic& diagnostic : found.all()) {
                if (diagnostic.severity != Severity::error) continue;
                const Place place = sources_.place(diagnostic.span.source, diagnostic.span.begin);
                return refuse(diagnostic.message() + " (" +
                              std::string(sources_.line(diagnostic.span.source, place.line)) + ")");
            }
            return refuse(name);
        }
        if (format(folder.files.front()) != text) return refuse(name);
        const std::string difference = first_difference(all_that_is_said(law_, date_), all_that_is_said(*again, date_));
        if (!difference.empty()) return refuse(difference);
        return text;
    }

    const CompiledLaw& law_;
    const StatuteBook& book_;
    const LawTexts& texts_;
    Date date_;
    Sources& sources_;
    Span asked_at_;
    Diagnostics& diagnostics_;
    std::shared_ptr<const Version> version_;

    Nodes nodes_;
    std::map<Key, Nodes::iterator> places_;
    std::map<Key, const Statement*> bodies_;  ///< of insert and replace, by the text they write
    std::vector<const Statement*> amendments_;
    std::map<const Statement*, std::vector<const Statement*>> changes_of_;
    std::set<std::string> gathered_;
    std::set<std::string> outer_;

    std::set<Key> present_;
    std::set<std::string> present_instruments_;
    std::set<Key> kept_amendments_;
    std::set<std::string> begun_later_;  ///< amendments that are printed, so that a period may end with their beginning
};

}  // namespace

std::optional<std::string> consolidated_text(const CompiledLaw& law, const LawTexts& texts, Date date, Sources& sources,
                                             Span asked_at, Diagnostics& diagnostics) {
    return Consolidator(law, texts, date, sources, asked_at, diagnostics).run();
}

}  // namespace labourlex
