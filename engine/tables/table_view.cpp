#include "engine/tables/table_view.hpp"

#include "engine/tables/describe.hpp"
#include "engine/tables/words.hpp"

#include <algorithm>

namespace labourlex {

std::string anchor_of(const std::string& prefix, const std::string& name) {
    std::string result = prefix;
    for (const char letter : name) {
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                           (letter >= '0' && letter <= '9') || letter == '.' || letter == '_' || letter == '-';
        result += plain ? letter : '-';
    }
    return result;
}

namespace {

/// Whether every row gives the columns the answers that are known.
template <typename Group>
bool says_only(const DecisionTable& table, const Group& group, const TableViews::Known& known) {
    return std::all_of(group.columns.begin(), group.columns.end(), [&](std::size_t i) {
        return std::any_of(known.begin(), known.end(), [&](const std::pair<Column, Cell>& answer) {
            return answer.first == table.columns[i] &&
                   std::all_of(table.rows.begin(), table.rows.end(),
                               [&](const Row& row) { return row.cells[i] == answer.second; });
        });
    });
}

}  // namespace

TableViews::Known TableViews::known_within(InstrumentIndex act) const {
    const TableIndex index = tables_.instrument_reaches.at(act);
    const DecisionTable& reach = tables_.tables.at(index);
    Known known{{Column{Column::Kind::table, none_index, index}, Cell::yes}};
    if (reach.rows.size() != 1) return known;
    for (std::size_t i = 0; i < reach.columns.size(); ++i) {
        if (reach.rows.front().cells[i] != Cell::blank)
            known.emplace_back(reach.columns[i], reach.rows.front().cells[i]);
    }
    return known;
}

TableView TableViews::make(TableIndex index, const std::string& anchor, const std::string& gives_title,
                           const std::string& gives, const Known& known) {
    const DecisionTable& table = tables_.tables.at(index);
    TableView view;
    view.anchor = anchor;
    view.gives_title = gives_title;
    std::vector<Group> shown = groups(table, view);
    const bool within = !shown.empty();
    std::erase_if(shown, [&](const Group& group) { return says_only(table, group, known); });
    for (const Group& group : shown) view.columns.push_back({group.title, group.anchor});
    for (const Row& row : table.rows) {
        TableView::Row line;
        line.gives = gives;
        for (const Group& group : shown) line.cells.push_back(cell(table, row, group));
        if (shown.empty()) line.cells.push_back(say(within ? Word::holds_within_reach : Word::always_holds));
        view.rows.push_back(std::move(line));
    }
    if (shown.empty() && !table.rows.empty()) view.columns.push_back({say(Word::condition_column), {}});
    if (table.rows.empty()) view.note = say(Word::never_holds);
    return view;
}

/// Columns about one subject stand together, in the order in which the subjects come up.
std::vector<TableViews::Group> TableViews::groups(const DecisionTable& table, TableView& view) {
    std::vector<Group> result;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Column& column = table.columns[i];
        if (column.kind == Column::Kind::table) {
            result.push_back({column_title(column.table, view), anchor(column.table), {i}});
            continue;
        }
        const std::string title = subject(version_, version_.atoms.at(column.atom));
        const auto same = std::find_if(result.begin(), result.end(), [&](const Group& group) {
            return group.anchor.empty() && group.title == title;
        });
        if (same != result.end()) {
            same->columns.push_back(i);
        } else {
            result.push_back({title, {}, {i}});
        }
    }
    return result;
}

std::string TableViews::column_title(TableIndex index, TableView& view) {
    const DecisionTable& asked = tables_.tables.at(index);
    if (asked.purpose == DecisionTable::Purpose::reaches) return say(Word::reach_column, {asked.title});
    if (asked.purpose != DecisionTable::Purpose::part) return asked.title.empty() ? asked.name : asked.title;
    const auto [place, is_new] = part_labels_.try_emplace(index);
    if (is_new) {
        const std::string label = say(Word::part_label, {std::to_string(part_labels_.size())});
        place->second = label;
        TableView part = make(index, anchor(index), {}, {});
        part.title = say(Word::part_heading, {label});
        // Parts of the part were numbered after it and stand after it.
        std::vector<TableView> inner = std::move(part.parts);
        part.parts.clear();
        view.parts.push_back(std::move(part));
        std::move(inner.begin(), inner.end(), std::back_inserter(view.parts));
    }
    return say(Word::part_column, {place->second});
}

std::string TableViews::anchor(TableIndex index) const {
    const DecisionTable& table = tables_.tables.at(index);
    switch (table.purpose) {
        case DecisionTable::Purpose::definition:
            return anchor_of("definition-", table.name);
        case DecisionTable::Purpose::clock_term:
            return anchor_of("term-", table.name);
        case DecisionTable::Purpose::reaches:
            return anchor_of("act-", table.name);
        case DecisionTable::Purpose::part: {
            const auto label = part_labels_.find(index);
            return anchor_of("part-", label == part_labels_.end() ? table.name : label->second);
        }
        default:
            return anchor_of("table-", table.name);
    }
}

std::string TableViews::cell(const DecisionTable& table, const Row& row, const Group& group) const {
    std::vector<AtomAnswer> answers;
    for (const std::size_t i : group.columns) {
        if (row.cells[i] == Cell::blank) continue;
        if (table.columns[i].kind == Column::Kind::table) return say(row.cells[i] == Cell::yes ? Word::yes : Word::no);
        answers.push_back({table.columns[i].atom, row.cells[i] == Cell::no});
    }
    return answers.empty() ? std::string{} : conditions_text(version_, answers);
}

std::string TableViews::line(const Condition& condition) const {
    switch (condition.kind) {
        case Condition::Kind::atom: {
            const Atom& atom = version_.atoms.at(condition.atom);
            return say(Word::subject_and_answer, {subject(version_, atom), condition_text(version_, atom, false)});
        }
        case Condition::Kind::negation:
            if (condition.children.front().kind == Condition::Kind::atom) {
                const Atom& atom = version_.atoms.at(condition.children.front().atom);
                return say(Word::subject_and_answer, {subject(version_, atom), condition_text(version_, atom, true)});
            }
            return say(Word::not_one, {line(condition.children.front())});
        case Condition::Kind::definition: {
            const Definition& definition = version_.definitions.at(condition.definition);
            return definition.title.empty() ? definition.name : definition.title;
        }
        case Condition::Kind::all:
        case Condition::Kind::any:
            break;
    }
    std::vector<std::string> texts;
    for (const Condition& child : condition.children) texts.push_back(line(child));
    if (texts.empty()) return say(condition.always() ? Word::always_holds : Word::never_holds);
    std::string joined;
    for (const std::string& text : texts) joined = joined.empty() ? text : say(Word::and_then, {joined, text});
    return condition.kind == Condition::Kind::all || texts.size() == 1 ? joined : say(Word::any_of, {joined});
}

// ---- limits
// -----------------------------------------------------------------------------------------------------------

/// A choice by its title, everything else as the law's table writes it.
std::string TableViews::label_text(FactIndex axis, const std::string& label) const {
    for (const Choice& choice : version_.vocabulary->facts.at(axis).choices) {
        if (choice.name == label && !choice.title.empty()) return choice.title;
    }
    return label;
}

TableView TableViews::limit(const Limit& limit, const std::string& anchor) const {
    TableView view;
    view.anchor = anchor;
    const std::string unit = version_.vocabulary->facts.at(limit.fact).unit;
    const auto label = [&](const Limit::Row& row, std::size_t axis) {
        return axis < row.labels.size() && axis < limit.axes.size() ? label_text(limit.axes[axis], row.labels[axis])
                                                                    : std::string{};
    };
    const auto axis_title = [&](std::size_t axis) { return version_.vocabulary->facts.at(limit.axes[axis]).title; };

    if (limit.axes.size() == 2) {
        std::vector<std::string> across;
        std::vector<std::string> down;
        std::map<std::pair<std::string, std::string>, std::string> cells;
        for (const Limit::Row& row : limit.rows) {
            const std::string first = label(row, 0);
            const std::string second = label(row, 1);
            if (std::find(down.begin(), down.end(), first) == down.end()) down.push_back(first);
            if (std::find(across.begin(), across.end(), second) == across.end()) across.push_back(second);
            cells[{first, second}] = limit_cell_text(row.cell, unit);
        }
        if (cells.size() == limit.rows.size() && cells.size() == across.size() * down.size()) {
            view.columns.push_back({axis_title(0), {}});
            for (const std::string& title : across) view.columns.push_back({title, {}});
            for (const std::string& first : down) {
                TableView::Row line;
                line.cells.push_back(first);
                for (const std::string& second : across) line.cells.push_back(cells.at({first, second}));
                view.rows.push_back(std::move(line));
            }
            return view;
        }
    }
    for (std::size_t axis = 0; axis < limit.axes.size(); ++axis) view.columns.push_back({axis_title(axis), {}});
    view.gives_title = say(Word::value_column);
    for (const Limit::Row& row : limit.rows) {
        TableView::Row line;
        for (std::size_t axis = 0; axis < limit.axes.size(); ++axis) line.cells.push_back(label(row, axis));
        line.gives = limit_cell_text(row.cell, unit);
        view.rows.push_back(std::move(line));
    }
    return view;
}

}  // namespace labourlex
