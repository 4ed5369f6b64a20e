// The statements of a law in one sequence, on which amendments are carried out.
//
// The statements stand in the order of the files. A new text goes behind the one it replaces, an inserted item to its
// place in the list, everything else to the end; every change leaves a remark. Texts that are no longer in force stay
// in the sequence: what is printed of it is somebody else's choice.
#pragma once

#include "engine/consolidate/text_key.hpp"
#include "engine/law/statute_book.hpp"

#include <list>
#include <map>
#include <set>

namespace labourlex {

struct SequencedStatement {
    syntax::Statement statement;
    std::vector<std::string> remarks;  ///< which acts changed it, oldest first
    bool printed = false;
    bool beside_the_law = false;  ///< kept although not in force: something in force names it
};

class StatementSequence {
public:
    /// All statements of the law's own files and of the laws it lies within, but amendments and their changes.
    StatementSequence(const LawTexts& texts, const StatuteBook& book);

    /// Carries out every change in force on the day. Returns the first that changes a text of a pack, where no text of
    /// this law can show it.
    [[nodiscard]] const AmendingChange* carry_out_changes(Date date);

    [[nodiscard]] std::list<SequencedStatement>& all() { return statements_; }
    [[nodiscard]] const std::list<SequencedStatement>& all() const { return statements_; }
    SequencedStatement& append(const syntax::Statement& statement);

    /// The text that an amendment inserts or puts in the place of another; null when none writes it.
    [[nodiscard]] const syntax::Statement* written_by_amendment(Span text) const;
    /// Amendments in order of writing, each with the statements below it.
    struct Amendment {
        const syntax::Statement* head = nullptr;
        std::vector<const syntax::Statement*> changes;
    };
    [[nodiscard]] const std::vector<Amendment>& amendments() const { return amendments_; }
    /// Names of the laws that this one lies within, whose statements are in the sequence.
    [[nodiscard]] const std::set<std::string>& outer_laws() const { return outer_; }

private:
    using Place = std::list<SequencedStatement>::iterator;

    void gather(const ParsedFolder& folder);
    Place put(Place before, const syntax::Statement& statement);
    [[nodiscard]] SequencedStatement* at(Span span);
    void carry_out(const AmendingChange& change, const EnactedAmendment& amendment);
    SequencedStatement* write(Span text, const AmendingChange& change, const EnactedAmendment& amendment,
                              const SequencedStatement* before);
    [[nodiscard]] Place place_of(Span text, syntax::StatementKind kind, const std::optional<Span>& before);
    void rebase(syntax::Statement& statement, const Citation& citation, bool of_list) const;

    const LawTexts& texts_;
    const StatuteBook& book_;
    std::list<SequencedStatement> statements_;
    std::map<TextKey, Place> places_;
    std::map<TextKey, const syntax::Statement*> bodies_;  ///< insert and replace statements, by the text they write
    std::vector<Amendment> amendments_;
    std::set<std::string> gathered_;
    std::set<std::string> outer_;
};

/// The name by which statements of the law call an instrument.
[[nodiscard]] std::string name_in_statements(const StatuteBook& book, const Instrument& instrument);

}  // namespace labourlex
