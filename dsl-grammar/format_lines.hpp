// The lines that the formatter writes, each with the place in the source that it prints, so that comments find their
// way back to the line they stood at.
#pragma once

#include "dsl-grammar/syntax_tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace labourlex::formatting {

/// Lines are broken before this column where they can be.
inline constexpr std::size_t line_width = 110;
/// Clauses are indented by this much, and each level of a list or tree by as much again.
inline constexpr std::size_t indent_step = 2;

struct Line {
    std::size_t indent = 0;
    std::string text;
    std::uint32_t anchor = 0;  ///< offset in the source of what the line prints
};

using Lines = std::vector<Line>;

/// Words that are written with one space between them and may be parted by a line break.
class Words {
public:
    Words() = default;
    explicit Words(std::string first) { add(std::move(first)); }

    void add(std::string word) { words_.push_back(std::move(word)); }
    /// Writes something right behind the last word: a comma.
    void attach(std::string_view mark) { words_.back() += mark; }
    /// A quoted text: may be broken at its single spaces, which a reader of the file gets back as spaces.
    void add_text(const syntax::Text& text);
    void add(const syntax::Word& word);
    void add_list(const std::vector<syntax::Word>& words);
    void append(const Words& other) { words_.insert(words_.end(), other.words_.begin(), other.words_.end()); }
    /// The same words with another before the first, from which no line break parts it.
    [[nodiscard]] Words led_by(const std::string& leading) const;
    [[nodiscard]] bool empty() const { return words_.empty(); }
    /// All on one line.
    [[nodiscard]] std::string joined() const;

    /// Fills lines; those after the first are indented by two more steps.
    void fill(Lines& lines, std::size_t indent, std::uint32_t anchor) const;

private:
    std::vector<std::string> words_;
};

/// Number of characters (not bytes) of a text.
[[nodiscard]] std::size_t width_of(std::string_view text);

/// A text between quotation marks.
[[nodiscard]] std::string quoted(std::string_view text);

/// A name or code, quoted if it was written so.
[[nodiscard]] std::string written(const syntax::Word& word);

// The parts of a statement, each in a file of its own.

/// Prints a condition behind the words that open it. Dashes stand one step deeper than `indent`.
void put_condition(Lines& lines, std::size_t indent, std::uint32_t anchor, Words opening,
                   const syntax::Condition& condition);
[[nodiscard]] Words words_of(const syntax::Condition& condition);
[[nodiscard]] Words words_of(const std::vector<syntax::NormReference>& references);
void put_table(Lines& lines, std::size_t indent, const syntax::Clause& table, bool clock);
/// A clause of words and texts on one line.
[[nodiscard]] Words words_of(const syntax::Clause& clause);
void put_clause(Lines& lines, const syntax::Clause& clause, bool clock_table);

}  // namespace labourlex::formatting
