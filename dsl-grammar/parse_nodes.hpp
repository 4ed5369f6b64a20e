// The flat record of what the grammar matched, from which the syntax tree is built.
//
// The grammar writes one node for every terminal and for every construct that the tree builder looks at, in the order
// of the text, parents before children; `size` counts a node with all its descendants. A rule that fails takes its
// nodes back by shortening the record, so backtracking costs nothing and no node is ever allocated by itself.
#pragma once

#include "dsl-grammar/diagnostic.hpp"
#include "dsl-grammar/keywords.hpp"
#include "dsl-grammar/syntax_tree.hpp"

#include <vector>

namespace labourlex::parsing {

enum class NodeKind : unsigned char {
    none,
    // terminals
    keyword, word, quoted, text, number, date, time, share, unit, dash, bar,
    // conditions
    listed_condition,   ///< keyword, then dash_item or inline_condition nodes
    dash_item,          ///< dash, condition
    inline_condition,   ///< conditions joined by one keyword
    negation,           ///< keyword, condition
    overlap,            ///< keyword, time, keyword, time
    atom,               ///< quantity, then keyword and operands
    quantity,
    // other constructs
    reference, item_range, moment, year_day, assumed_value, tree_line, row, cell,
    clause,             ///< `detail` is a ClauseKind
    head,               ///< keyword, name, title
    statement           ///< head, clauses; of `insert` and `replace`: keyword, statement
};

struct Node {
    NodeKind kind = NodeKind::none;
    unsigned char detail = 0;    ///< a Keyword or a ClauseKind
    std::uint32_t begin = 0;     ///< byte offsets in the source
    std::uint32_t end = 0;
    std::uint32_t size = 1;
};

/// Thrown where a statement cannot go on; caught where the statement is parsed. `expected`: the message says what was
/// expected after the word before; that word is put before `words`.
struct Stop {
    Code code;
    std::uint32_t at;
    bool expected = false;
    std::vector<std::string> words;
};

/// What the grammar needs while it reads one statement.
struct Reading {
    std::string_view text;       ///< the whole source
    std::vector<Node> nodes;
    int depth = 0;
    int dash_column = -1;        ///< column of the dashes of the list being read; -1 outside all lists
    bool in_comma_list = false;
    bool clock_table = false;    ///< cells of the table are read as conditions and times

    [[nodiscard]] const char* start() const { return text.data(); }
    [[nodiscard]] std::uint32_t offset(const char* place) const { return static_cast<std::uint32_t>(place - start()); }
    /// Blanks before the offset on its line, or -1 when something else stands there.
    [[nodiscard]] int indentation(std::uint32_t offset) const;
};

}  // namespace labourlex::parsing
