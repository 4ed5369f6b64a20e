// One decision table in words.
#pragma once

#include "engine/tables/view.hpp"

#include <set>

namespace labourlex {

/// A name as an anchor: letters, digits, `.`, `_` and `-` stay, everything else becomes `-`.
[[nodiscard]] std::string anchor_of(const std::string& prefix, const std::string& name);

/// Puts tables into words. Keeps count of parts: each is numbered and shown where it is first asked, and only named
/// afterwards.
class TableViews {
public:
    explicit TableViews(const CompiledTables& tables) : tables_(tables), version_(*tables.version) {}

    /// Answers that the reader knows already, because they stand above all tables of an act.
    using Known = std::vector<std::pair<Column, Cell>>;

    /// `gives` is what every row gives, under `gives_title`; both empty for a plain condition. A subject on which every
    /// row says no more than is known is left out.
    /// Only `own_reach`, of the act that the table belongs to, is called the reach of an act: another of the same
    /// content is a part like any other.
    TableView make(TableIndex table, const std::string& anchor, const std::string& gives_title,
                   const std::string& gives, const Known& known = {}, TableIndex own_reach = none_index);
    /// What is known of every job within an act's reach.
    [[nodiscard]] Known known_within(InstrumentIndex act) const;
    /// A limit as the law prints it: two axes as a grid where every combination has a cell, else a row a combination.
    [[nodiscard]] TableView limit(const Limit& limit, const std::string& anchor) const;

    /// What a plain condition says in one line, for edges in time: "Edge of X: yes".
    [[nodiscard]] std::string line(const Condition& condition) const;

    /// What a condition says, with brackets where lists stand in lists.
    [[nodiscard]] std::string in_words(const Condition& condition) const;

    /// The anchor of a table that has a name of its own.
    [[nodiscard]] std::string anchor(TableIndex table) const;

private:
    struct Group {
        std::string title;
        std::string anchor;
        std::vector<std::size_t> columns;
        bool asks_table = false;
    };
    std::vector<Group> groups(const DecisionTable& table, TableView& view, TableIndex own_reach);
    Group asked_table(TableIndex table, TableView& view, TableIndex own_reach);
    [[nodiscard]] std::string answer_in_words(const std::string& subject, const std::string& answer) const;
    [[nodiscard]] std::string rows_in_words(const DecisionTable& table) const;
    [[nodiscard]] std::string beginning_of(const DecisionTable& table) const;
    [[nodiscard]] bool told_in_a_title(const DecisionTable& table) const;
    [[nodiscard]] std::string cell(const DecisionTable& table, const Row& row, const Group& group) const;
    [[nodiscard]] std::string label_text(FactIndex axis, const std::string& label) const;

    const CompiledTables& tables_;
    const Version& version_;
    std::map<TableIndex, std::string> part_labels_;
};

}  // namespace labourlex
