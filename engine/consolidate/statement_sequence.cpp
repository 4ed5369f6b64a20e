#include "engine/consolidate/statement_sequence.hpp"

#include "engine/consolidate/amending_acts.hpp"
#include "engine/consolidate/statement_edits.hpp"

#include <algorithm>

namespace labourlex {

using syntax::Clause;
using syntax::ClauseKind;
using syntax::Statement;
using syntax::StatementKind;
using syntax::Word;

namespace {

bool is_change(StatementKind kind) {
    return kind == StatementKind::insert || kind == StatementKind::replace || kind == StatementKind::repeal ||
           kind == StatementKind::rebase;
}

/// What stands at the top of a file, parted from the first statement by an empty line, speaks of that file.
void drop_words_on_the_file(Statement& statement) {
    auto& comments = statement.comments;
    const auto last = std::find_if(comments.rbegin(), comments.rend(), [&](const syntax::Comment& comment) {
        return comment.blank_after && comment.span.begin < statement.span.begin;
    });
    comments.erase(comments.begin(), last.base());
}

/// What a replacing text does not say itself it has from the text it replaces.
void inherit(Statement& statement, const Statement& before) {
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
void put_period(Statement& statement, const Edge& edge, const Statement* before) {
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

}  // namespace

std::string name_in_statements(const StatuteBook& book, const Instrument& instrument) {
    const std::string own = book.jurisdiction + ".";
    return instrument.name.starts_with(own) ? instrument.name.substr(own.size()) : instrument.name;
}

StatementSequence::StatementSequence(const LawTexts& texts, const StatuteBook& book) : texts_(texts), book_(book) {
    gather(texts.own);
}

/// The outer law's statements stand before those of the law within it.
void StatementSequence::gather(const ParsedFolder& folder) {
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
        for (const Statement& statement : file.statements) {
            if (is_change(statement.kind)) {
                for (const Statement& body : statement.body) bodies_[key_of(body)] = &statement;
                amendments_.back().changes.push_back(&statement);
                continue;
            }
            if (statement.kind == StatementKind::amendment) {
                amendments_.push_back({&statement, {}});
                continue;
            }
            if (statement.kind == StatementKind::jurisdiction && folder.name != texts_.own.name) continue;
            SequencedStatement& placed = append(statement);
            if (&statement == &file.statements.front()) drop_words_on_the_file(placed.statement);
        }
    }
}

SequencedStatement& StatementSequence::append(const Statement& statement) {
    return *put(statements_.end(), statement);
}

StatementSequence::Place StatementSequence::put(Place before, const Statement& statement) {
    const auto place = statements_.insert(before, SequencedStatement{statement, {}, false, false});
    places_.emplace(key_of(statement), place);
    return place;
}

SequencedStatement* StatementSequence::at(Span span) {
    const auto found = places_.find(key_of(span));
    return found == places_.end() ? nullptr : &*found->second;
}

const Statement* StatementSequence::written_by_amendment(Span text) const {
    const auto outer = bodies_.find(key_of(text));
    return outer == bodies_.end() ? nullptr : &outer->second->body.front();
}

const AmendingChange* StatementSequence::carry_out_changes(Date date) {
    for (const AmendingChange& change : book_.changes) {
        const EnactedAmendment& amendment = book_.amendments[change.amendment];
        if (amendment.of_pack || standing_of(amendment, date) != Standing::in_force) continue;
        if (change.of_pack) return &change;
        carry_out(change, amendment);
    }
    return nullptr;
}

void StatementSequence::carry_out(const AmendingChange& change, const EnactedAmendment& amendment) {
    SequencedStatement* before = change.before ? at(*change.before) : nullptr;
    const std::string remark = remark_on(book_, change);
    switch (change.kind) {
        case AmendingChange::Kind::inserted:
        case AmendingChange::Kind::replaced: {
            if (!change.after) return;
            SequencedStatement* after = at(*change.after);
            if (after == nullptr) {
                after = write(*change.after, change, amendment, before);
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
            if (before == nullptr || !change.citation) return;
            rebase(before->statement, *change.citation, change.of_list);
            if (!change.of_list) before->remarks.push_back(remark);
            return;
    }
}

/// A text of an amendment as a statement of its own, in its place.
SequencedStatement* StatementSequence::write(Span text, const AmendingChange& change, const EnactedAmendment& amendment,
                                             const SequencedStatement* before) {
    const auto outer = bodies_.find(key_of(text));
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
    const auto place = place_of(text, statement.kind, change.before);
    return &*put(place, statement);
}

/// Before which statement a new text goes.
StatementSequence::Place StatementSequence::place_of(Span text, StatementKind kind, const std::optional<Span>& before) {
    if (before) {
        const auto old = places_.find(key_of(*before));
        if (old != places_.end()) return std::next(old->second);
    }
    if (kind != StatementKind::item) return statements_.end();
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
    return statements_.end();
}

void StatementSequence::rebase(Statement& statement, const Citation& citation, bool of_list) const {
    edits::remove(statement, ClauseKind::evidence);
    if (of_list && statement.kind == StatementKind::item) {
        edits::remove(statement, ClauseKind::per);  // the list says it
        return;
    }
    const Instrument& instrument = book_.instruments[citation.instrument].instrument;
    Clause per;
    per.kind = ClauseKind::per;
    per.keyword.text = "per";
    per.words.push_back(Word{name_in_statements(book_, instrument), {}, false});
    per.texts.push_back(syntax::Text{citation.provision, {0, 0, 1}});
    edits::put(statement, per);
}

}  // namespace labourlex
