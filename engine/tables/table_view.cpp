#include "engine/tables/table_view.hpp"

#include "engine/tables/describe.hpp"
#include "engine/tables/text_grid.hpp"
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

/// An atom, or its denial.
std::optional<AtomAnswer> answer_of(const Condition& condition) {
    if (condition.kind == Condition::Kind::atom) return AtomAnswer{condition.atom, false};
    if (condition.kind == Condition::Kind::negation && condition.children.front().kind == Condition::Kind::atom) {
        return AtomAnswer{condition.children.front().atom, true};
    }
    return std::nullopt;
}

/// What an `all of` asks for, with the `all of` inside it.
void together(const Condition& condition, std::vector<Condition>& parts) {
    for (const Condition& child : condition.children) {
        if (child.kind == Condition::Kind::all && !child.children.empty()) {
            together(child, parts);
        } else {
            parts.push_back(child);
        }
    }
}

constexpr std::size_t longest_title = 80;
constexpr std::size_t longest_beginning = 48;

/// The first words of a text, with a mark where words are left out.
std::string shortened(const std::string& text) {
    if (text_width(text) <= longest_beginning) return text;
    return say(Word::part_cut, {wrap_text(text, longest_beginning).front()});
}

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
                           const std::string& gives, const Known& known, TableIndex own_reach) {
    const DecisionTable& table = tables_.tables.at(index);
    TableView view;
    view.anchor = anchor;
    view.gives_title = gives_title;
    std::vector<Group> shown = groups(table, view, own_reach);
    const bool within = !shown.empty();
    std::erase_if(shown, [&](const Group& group) { return says_only(table, group, known); });
    for (const Group& group : shown) {
        view.columns.push_back({group.title, group.anchor, group.asks_table && group.anchor.empty()});
    }
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
std::vector<TableViews::Group> TableViews::groups(const DecisionTable& table, TableView& view, TableIndex own_reach) {
    std::vector<Group> result;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Column& column = table.columns[i];
        if (column.kind == Column::Kind::table) {
            result.push_back(asked_table(column.table, view, own_reach));
            result.back().columns = {i};
            continue;
        }
        const std::string title = subject(version_, version_.atoms.at(column.atom));
        const auto same = std::find_if(result.begin(), result.end(),
                                       [&](const Group& group) { return !group.asks_table && group.title == title; });
        if (same != result.end()) {
            same->columns.push_back(i);
        } else {
            result.push_back({title, {}, {i}, false});
        }
    }
    return result;
}

/// A column on another table: a part of a few words is told in its title and needs no table; another has a number and
/// begins to say what it asks.
TableViews::Group TableViews::asked_table(TableIndex index, TableView& view, TableIndex own_reach) {
    using Purpose = DecisionTable::Purpose;
    const DecisionTable& asked = tables_.tables.at(index);
    if (index == own_reach) return {say(Word::reach_column, {asked.title}), anchor(index), {}, true};
    if (asked.purpose != Purpose::part && asked.purpose != Purpose::reaches) {
        return {asked.title.empty() ? asked.name : asked.title, anchor(index), {}, true};
    }
    if (told_in_a_title(asked)) return {rows_in_words(asked), {}, {}, true};
    const auto [place, is_new] = part_labels_.try_emplace(index);
    if (is_new) {
        const std::string label = say(Word::part_label, {std::to_string(part_labels_.size())});
        place->second = label;
        TableView part = make(index, anchor_of("part-", label), {}, {});
        part.title = say(Word::part_heading, {label});
        // Parts of the part were numbered after it and stand after it.
        std::vector<TableView> inner = std::move(part.parts);
        part.parts.clear();
        view.parts.push_back(std::move(part));
        std::move(inner.begin(), inner.end(), std::back_inserter(view.parts));
    }
    const std::string& label = part_labels_.at(index);
    return {say(Word::part_column, {label, beginning_of(asked)}), anchor_of("part-", label), {}, true};
}

/// "Prejudices schooling", "Hours a week: over 40 hours".
std::string TableViews::answer_in_words(const std::string& subject, const std::string& answer) const {
    return answer == say(Word::yes) ? subject : say(Word::subject_and_answer, {subject, answer});
}

/// The rows of a table as one sentence: alternatives, and what must hold together in each.
std::string TableViews::rows_in_words(const DecisionTable& table) const {
    std::string result;
    for (const Row& row : table.rows) {
        std::vector<std::pair<std::string, std::vector<AtomAnswer>>> subjects;
        std::string together;
        const auto add = [&](const std::string& text) {
            together = together.empty() ? text : say(Word::both, {together, text});
        };
        std::size_t said = 0;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (row.cells[i] == Cell::blank) continue;
            const Column& column = table.columns[i];
            if (column.kind == Column::Kind::table) {
                const DecisionTable& inner = tables_.tables.at(column.table);
                const bool named = !inner.title.empty() && inner.purpose != DecisionTable::Purpose::part &&
                                   inner.purpose != DecisionTable::Purpose::reaches;
                const std::string text = named ? inner.title : say(Word::grouped, {rows_in_words(inner)});
                add(answer_in_words(text, say(row.cells[i] == Cell::yes ? Word::yes : Word::no)));
                ++said;
                continue;
            }
            const std::string about = subject(version_, version_.atoms.at(column.atom));
            auto same =
                std::find_if(subjects.begin(), subjects.end(), [&](const auto& one) { return one.first == about; });
            if (same == subjects.end()) same = subjects.insert(subjects.end(), {about, {}});
            same->second.push_back({column.atom, row.cells[i] == Cell::no});
        }
        for (const auto& [about, answers] : subjects) {
            add(answer_in_words(about, conditions_text(version_, answers)));
            ++said;
        }
        if (said > 1 && table.rows.size() > 1) together = say(Word::grouped, {together});
        result = result.empty() ? together : say(Word::either, {result, together});
    }
    return result;
}

/// The first alternatives of a part where they are short, else what the alternatives are about.
std::string TableViews::beginning_of(const DecisionTable& table) const {
    DecisionTable first = table;
    first.rows.resize(1);
    if (text_width(rows_in_words(first)) <= longest_beginning) return shortened(rows_in_words(table));
    std::vector<std::string> subjects;
    for (const Column& column : table.columns) {
        const std::string about = column.kind == Column::Kind::atom ? subject(version_, version_.atoms.at(column.atom))
                                                                    : tables_.tables.at(column.table).title;
        if (!about.empty() && std::find(subjects.begin(), subjects.end(), about) == subjects.end()) {
            subjects.push_back(about);
        }
    }
    std::string result;
    for (const std::string& about : subjects) result = result.empty() ? about : say(Word::either, {result, about});
    return shortened(result);
}

/// Each row asks one thing, and all of them take few words.
bool TableViews::told_in_a_title(const DecisionTable& table) const {
    const bool single = std::all_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
        std::size_t asked = 0;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (row.cells[i] == Cell::blank) continue;
            ++asked;
            if (table.columns[i].kind != Column::Kind::table) continue;
            using Purpose = DecisionTable::Purpose;
            const Purpose purpose = tables_.tables.at(table.columns[i].table).purpose;
            if (purpose == Purpose::part || purpose == Purpose::reaches) return false;
        }
        return asked == 1;
    });
    return single && text_width(rows_in_words(table)) <= longest_title;
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

std::string TableViews::in_words(const Condition& condition) const {
    switch (condition.kind) {
        case Condition::Kind::atom: {
            const Atom& atom = version_.atoms.at(condition.atom);
            return answer_in_words(subject(version_, atom), condition_text(version_, atom, false));
        }
        case Condition::Kind::definition: {
            const Definition& definition = version_.definitions.at(condition.definition);
            return definition.title.empty() ? definition.name : definition.title;
        }
        case Condition::Kind::negation: {
            const Condition& denied = condition.children.front();
            if (denied.kind == Condition::Kind::negation) return in_words(denied.children.front());
            if (denied.kind == Condition::Kind::atom) {
                const Atom& atom = version_.atoms.at(denied.atom);
                return answer_in_words(subject(version_, atom), condition_text(version_, atom, true));
            }
            if (denied.kind == Condition::Kind::any) {
                std::string result;
                for (const Condition& child : denied.children) {
                    Condition one;
                    one.kind = Condition::Kind::negation;
                    one.children = {child};
                    const std::string text = in_words(one);
                    result = result.empty() ? text : say(Word::both, {result, text});
                }
                return result;
            }
            return answer_in_words(say(Word::grouped, {in_words(denied)}), say(Word::no));
        }
        case Condition::Kind::all:
        case Condition::Kind::any:
            break;
    }
    if (condition.children.empty()) return say(condition.always() ? Word::always_holds : Word::never_holds);
    const bool all = condition.kind == Condition::Kind::all;
    std::vector<Condition> parts;
    if (all) {
        together(condition, parts);
    } else {
        parts = condition.children;
    }
    std::string result;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        std::string text;
        if (const auto answer = answer_of(parts[i]); answer && all) {
            // At least 15 and at most 15 years is 15 years.
            const std::string about = subject(version_, version_.atoms.at(answer->atom));
            std::vector<AtomAnswer> answers{*answer};
            while (i + 1 < parts.size()) {
                const auto next = answer_of(parts[i + 1]);
                if (!next || subject(version_, version_.atoms.at(next->atom)) != about) break;
                answers.push_back(*next);
                ++i;
            }
            text = answer_in_words(about, conditions_text(version_, answers));
        } else {
            text = in_words(parts[i]);
            // `none of` says several things that hold together.
            const bool none_of = parts[i].kind == Condition::Kind::negation &&
                                 parts[i].children.front().kind == Condition::Kind::any &&
                                 parts[i].children.front().children.size() > 1;
            const bool list = parts[i].kind == Condition::Kind::all || parts[i].kind == Condition::Kind::any;
            if ((none_of && !all) || (list && parts[i].children.size() > 1 && parts.size() > 1)) {
                text = say(Word::grouped, {text});
            }
        }
        result = result.empty() ? text : say(all ? Word::both : Word::either, {result, text});
    }
    return result;
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
