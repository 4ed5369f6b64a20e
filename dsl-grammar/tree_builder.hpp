// Turns the flat record of a parsed statement into the syntax tree.
#pragma once

#include "dsl-grammar/parse_nodes.hpp"

namespace labourlex::parsing {

/// Builds one statement; throws `Stop` for what the grammar cannot see: dates that do not exist, uneven tables, codes
/// out of line.
class TreeBuilder {
public:
    TreeBuilder(const Reading& reading, std::uint32_t source) : reading_(reading), source_(source) {}

    [[nodiscard]] syntax::Statement statement(std::size_t index = 0) const;

private:
    // Children of a node are the nodes after it, each `size` further; `end_of` is the first that is no descendant.
    [[nodiscard]] const Node& at(std::size_t index) const { return reading_.nodes[index]; }
    [[nodiscard]] std::size_t end_of(std::size_t index) const { return index + at(index).size; }
    [[nodiscard]] bool is(std::size_t index, NodeKind kind) const { return at(index).kind == kind; }
    [[nodiscard]] bool is(std::size_t index, Keyword keyword) const {
        return is(index, NodeKind::keyword) && at(index).detail == static_cast<unsigned char>(keyword);
    }
    [[nodiscard]] Span span(std::size_t index) const { return {source_, at(index).begin, at(index).end}; }
    [[nodiscard]] std::string_view slice(std::size_t index) const;
    [[nodiscard]] std::vector<std::size_t> children(std::size_t index) const;

    [[nodiscard]] syntax::Word word(std::size_t index) const;
    [[nodiscard]] syntax::Word date(std::size_t index) const;
    [[nodiscard]] syntax::Word time(std::size_t index) const;
    [[nodiscard]] syntax::Text text(std::size_t index) const;
    [[nodiscard]] std::string unquoted(std::size_t index) const;

    // conditions
    [[nodiscard]] syntax::Condition condition(std::size_t index) const;
    [[nodiscard]] syntax::Condition listed(std::size_t index) const;
    [[nodiscard]] syntax::Condition joined(std::size_t index) const;
    [[nodiscard]] syntax::Condition atom(std::size_t index) const;
    [[nodiscard]] syntax::Quantity quantity(std::size_t index) const;
    [[nodiscard]] syntax::Quantity number(std::size_t number_index, std::size_t end) const;

    // clauses
    [[nodiscard]] syntax::Clause clause(std::size_t index) const;
    [[nodiscard]] syntax::NormReference reference(std::size_t index) const;
    [[nodiscard]] syntax::Moment moment(std::size_t index) const;
    [[nodiscard]] syntax::YearDay year_day(std::size_t index) const;
    [[nodiscard]] syntax::AssumedValue assumed(std::size_t index) const;
    [[nodiscard]] syntax::TaxonomyNode tree_line(std::size_t index) const;
    void nest(const std::vector<std::size_t>& lines, std::vector<syntax::TaxonomyNode>& result) const;

    // tables
    [[nodiscard]] syntax::TableRow row(std::size_t index) const;
    [[nodiscard]] syntax::TableCell cell(std::size_t index) const;
    void check_table(syntax::Clause& table, bool clock) const;

    const Reading& reading_;
    std::uint32_t source_;
};

}  // namespace labourlex::parsing
