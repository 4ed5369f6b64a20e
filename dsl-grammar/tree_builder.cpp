#include "dsl-grammar/tree_builder.hpp"

#include "dsl-grammar/parser.hpp"

#include <array>

namespace labourlex::parsing {

namespace {

using syntax::Clause;
using syntax::ClauseKind;
using syntax::Statement;
using syntax::StatementKind;

StatementKind kind_of(Keyword keyword) {
    switch (keyword) {
        case Keyword::jurisdiction: return StatementKind::jurisdiction;
        case Keyword::use: return StatementKind::use;
        case Keyword::class_: return StatementKind::class_;
        case Keyword::taxonomy: return StatementKind::taxonomy;
        case Keyword::fact: return StatementKind::fact;
        case Keyword::instrument: return StatementKind::instrument;
        case Keyword::applies: return StatementKind::applies;
        case Keyword::rule: return StatementKind::rule;
        case Keyword::exception: return StatementKind::exception;
        case Keyword::exemption: return StatementKind::exemption;
        case Keyword::list: return StatementKind::list;
        case Keyword::section: return StatementKind::section;
        case Keyword::item: return StatementKind::item;
        case Keyword::limit: return StatementKind::limit;
        case Keyword::define: return StatementKind::define;
        case Keyword::requirement: return StatementKind::requirement;
        case Keyword::duty: return StatementKind::duty;
        case Keyword::unseen_law: return StatementKind::unseen_law;
        case Keyword::unseen: return StatementKind::unseen;
        case Keyword::question: return StatementKind::question;
        case Keyword::parameter: return StatementKind::parameter;
        case Keyword::ratification: return StatementKind::ratification;
        case Keyword::season: return StatementKind::season;
        case Keyword::derived: return StatementKind::derived;
        case Keyword::impossible: return StatementKind::impossible;
        case Keyword::amendment: return StatementKind::amendment;
        case Keyword::insert: return StatementKind::insert;
        case Keyword::replace: return StatementKind::replace;
        case Keyword::repeal: return StatementKind::repeal;
        default: return StatementKind::rebase;
    }
}

int number_at(std::string_view digits) {
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

bool is_calendar_date(std::string_view text) {
    const int year = number_at(text.substr(0, 4));
    const int month = number_at(text.substr(5, 2));
    const int day = number_at(text.substr(8, 2));
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (year < 1 || month < 1 || month > 12 || day < 1) return false;
    return day <= days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

bool is_time_of_day(std::string_view text) {
    return text.size() == 5 && text[2] == ':' && number_at(text.substr(0, 2)) < 24 && number_at(text.substr(3)) < 60;
}

/// `blocking when C` where no clause `when` follows is `blocking` and `when C`: an unseen part always has a condition
/// of its own, and line breaks do not count.
void part_blocking_from_when(Statement& statement) {
    std::size_t blocking = statement.clauses.size();
    for (std::size_t i = 0; i < statement.clauses.size(); ++i) {
        if (statement.clauses[i].kind == ClauseKind::when) return;
        if (statement.clauses[i].kind == ClauseKind::blocking_when) blocking = i;
    }
    if (blocking == statement.clauses.size()) return;
    Clause& first = statement.clauses[blocking];
    Clause when;
    when.kind = ClauseKind::when;
    when.keyword = first.words.front();
    when.span = {first.span.source, when.keyword.span.begin, first.span.end};
    when.condition = std::move(first.condition);
    first.kind = ClauseKind::strength;
    first.condition.clear();
    first.words.clear();
    first.span.end = first.keyword.span.end;
    statement.clauses.insert(statement.clauses.begin() + static_cast<std::ptrdiff_t>(blocking) + 1, std::move(when));
}

}  // namespace

std::string_view TreeBuilder::slice(std::size_t index) const {
    return reading_.text.substr(at(index).begin, at(index).end - at(index).begin);
}

std::vector<std::size_t> TreeBuilder::children(std::size_t index) const {
    std::vector<std::size_t> result;
    for (std::size_t child = index + 1; child < end_of(index); child += at(child).size) result.push_back(child);
    return result;
}

/// A quoted text without its marks: white space around a line break becomes one space, `\"` and `\\` are undone.
std::string TreeBuilder::unquoted(std::size_t index) const {
    std::string_view raw = slice(index);
    raw = raw.substr(1, raw.size() - 2);
    std::string result;
    result.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] == '\n' || raw[i] == '\r') {
            while (result.ends_with(' ') || result.ends_with('\t')) result.pop_back();
            while (i + 1 < raw.size() && std::string_view(" \t\r\n").find(raw[i + 1]) != std::string_view::npos) ++i;
            result += ' ';
        } else if (raw[i] == '\\' && i + 1 < raw.size() && (raw[i + 1] == '"' || raw[i + 1] == '\\')) {
            result += raw[++i];
        } else {
            result += raw[i];
        }
    }
    return result;
}

syntax::Word TreeBuilder::word(std::size_t index) const {
    if (is(index, NodeKind::quoted)) return {unquoted(index), span(index), true};
    // A keyword of several words reads the same however it is spaced.
    const bool keyword = is(index, NodeKind::keyword);
    return {std::string(keyword ? spelling_of(static_cast<Keyword>(at(index).detail)) : slice(index)), span(index),
            false};
}

syntax::Text TreeBuilder::text(std::size_t index) const { return {unquoted(index), span(index)}; }

syntax::Word TreeBuilder::date(std::size_t index) const {
    if (!is_calendar_date(slice(index))) throw Stop{Code::L0127, at(index).begin, false, {std::string(slice(index))}};
    return word(index);
}

syntax::Word TreeBuilder::time(std::size_t index) const {
    if (!is_time_of_day(slice(index))) throw Stop{Code::L0129, at(index).begin, false, {std::string(slice(index))}};
    return word(index);
}

Statement TreeBuilder::statement(std::size_t index) const {
    Statement result;
    result.span = span(index);
    bool in_head = false;
    auto take = [&](std::size_t child) {
        if (is(child, NodeKind::keyword)) {
            if (!result.keyword.empty()) return;   // `of` and `on` of a ratification
            result.keyword = word(child);
            result.kind = kind_of(static_cast<Keyword>(at(child).detail));
        } else if (is(child, NodeKind::text)) {
            result.title = text(child);
        } else if (is(child, NodeKind::reference)) {
            result.targets.push_back(reference(child));
        } else if (is(child, NodeKind::word) || is(child, NodeKind::quoted)) {
            const bool more = result.kind == StatementKind::ratification && !result.name.empty();
            if (result.kind == StatementKind::use || more) result.words.push_back(word(child));
            else result.name = word(child);
        } else if (is(child, NodeKind::date)) {
            result.words.push_back(date(child));
        } else if (is(child, NodeKind::clause)) {
            result.clauses.push_back(clause(child));
            if (result.clauses.back().kind == ClauseKind::fixed_as) result.kind = StatementKind::fixed_parameter;
        } else if (is(child, NodeKind::statement)) {
            result.body.push_back(statement(child));
        } else if (is(child, NodeKind::head)) {
            in_head = true;
        }
    };
    for (const std::size_t child : children(index)) {
        take(child);
        if (!in_head) continue;
        in_head = false;
        for (const std::size_t part : children(child)) take(part);
    }
    if (result.kind == StatementKind::unseen) part_blocking_from_when(result);
    const bool clock = result.kind == StatementKind::define;
    for (Clause& each : result.clauses) {
        if (each.kind == ClauseKind::table) check_table(each, clock);
    }
    return result;
}

Clause TreeBuilder::clause(std::size_t index) const {
    Clause result;
    result.kind = static_cast<ClauseKind>(at(index).detail);
    result.span = span(index);
    const std::vector<std::size_t> parts = children(index);
    std::vector<std::size_t> tree_lines;
    for (const std::size_t part : parts) {
        switch (at(part).kind) {
            case NodeKind::keyword:
                if (result.keyword.empty()) {
                    result.keyword = word(part);
                    break;
                }
                // Some keywords inside a clause are operands: the kind of evidence, the strength, the end of a period.
                if (result.kind == ClauseKind::evidence && !is(part, Keyword::evidence) && !is(part, Keyword::at)) {
                    result.words.push_back(word(part));
                } else if (result.kind == ClauseKind::requires_ && !is(part, Keyword::requires_)) {
                    result.words.push_back(word(part));
                } else if (is(part, Keyword::when_commenced) ||
                           (result.kind == ClauseKind::blocking_when && is(part, Keyword::when))) {
                    result.words.push_back(word(part));
                }
                break;
            case NodeKind::word:
            case NodeKind::quoted:
            case NodeKind::unit:
            case NodeKind::number: result.words.push_back(word(part)); break;
            case NodeKind::date: result.words.push_back(date(part)); break;
            case NodeKind::text: result.texts.push_back(text(part)); break;
            case NodeKind::reference: result.parents.push_back(reference(part)); break;
            case NodeKind::moment: {
                const bool first = part == parts.front() || is(part - 1, Keyword::from);
                (first && !is(part + 1, Keyword::until) ? result.from : result.to) = moment(part);
                break;
            }
            case NodeKind::year_day: result.days.push_back(year_day(part)); break;
            case NodeKind::assumed_value: result.value = assumed(part); break;
            case NodeKind::tree_line: tree_lines.push_back(part); break;
            case NodeKind::row: result.rows.push_back(row(part)); break;
            default: result.condition.push_back(condition(part)); break;
        }
    }
    // The title of an alternative stands between its name and its citation; the provision comes first in the tree.
    if (result.kind == ClauseKind::alternative && result.texts.size() == 2) std::swap(result.texts[0], result.texts[1]);
    if (!tree_lines.empty()) nest(tree_lines, result.nodes);
    return result;
}

syntax::NormReference TreeBuilder::reference(std::size_t index) const {
    syntax::NormReference result;
    result.span = span(index);
    std::vector<std::size_t> names;
    for (const std::size_t part : children(index)) {
        if (is(part, Keyword::list)) result.kind = syntax::NormReference::Kind::list;
        else if (is(part, Keyword::section)) result.kind = syntax::NormReference::Kind::section;
        else if (is(part, Keyword::items) || is(part, Keyword::item)) result.kind = syntax::NormReference::Kind::items;
        else if (is(part, NodeKind::item_range)) {
            syntax::NormReference::ItemRange range;
            for (const std::size_t end : children(part)) {
                if (is(end, NodeKind::keyword)) continue;
                (range.first.empty() ? range.first : range.last) = word(end);
            }
            result.items.push_back(std::move(range));
        } else if (!is(part, NodeKind::keyword)) {
            names.push_back(part);
        }
    }
    result.name = word(names.back());
    if (names.size() == 2) result.section = word(names.front());
    return result;
}

syntax::Moment TreeBuilder::moment(std::size_t index) const {
    syntax::Moment result;
    result.span = span(index);
    for (const std::size_t part : children(index)) {
        if (is(part, Keyword::about)) result.kind = syntax::Moment::Kind::about;
        else if (is(part, Keyword::until)) result.kind = syntax::Moment::Kind::begins;
        else if (is(part, NodeKind::date)) result.date = date(part);
        else if (is(part, NodeKind::number)) result.days = word(part);
        else if (is(part, NodeKind::word)) result.name = word(part);
    }
    return result;
}

syntax::YearDay TreeBuilder::year_day(std::size_t index) const {
    syntax::YearDay result;
    result.span = span(index);
    std::vector<syntax::Word> words;
    for (const std::size_t part : children(index)) {
        if (!is(part, NodeKind::keyword)) words.push_back(word(part));
    }
    result.number = words.front();
    result.month = words.back();
    if (words.size() == 3) result.weekday = words[1];
    return result;
}

syntax::AssumedValue TreeBuilder::assumed(std::size_t index) const {
    using Kind = syntax::AssumedValue::Kind;
    syntax::AssumedValue result;
    result.span = span(index);
    for (const std::size_t part : children(index)) {
        if (is(part, Keyword::unnamed_code)) result.kind = Kind::unnamed_code;
        else if (is(part, Keyword::yes)) result.kind = Kind::yes;
        else if (is(part, Keyword::no)) result.kind = Kind::no;
        else if (is(part, Keyword::none)) result.kind = Kind::none;
        else if (is(part, NodeKind::unit)) result.unit = word(part);
        else {
            result.kind = is(part, NodeKind::number) ? Kind::number : Kind::code;
            result.word = word(part);
        }
    }
    return result;
}

syntax::TaxonomyNode TreeBuilder::tree_line(std::size_t index) const {
    syntax::TaxonomyNode result;
    result.span = span(index);
    for (const std::size_t part : children(index)) {
        if (is(part, NodeKind::dash) || is(part, NodeKind::keyword)) continue;
        if (is(part, NodeKind::text)) {
            if (result.title.span.end == 0) result.title = text(part);
            else result.synonyms.push_back(text(part));
        } else {
            result.code = word(part);
        }
    }
    return result;
}

/// Codes are nested by the column they start in. `open` holds the way from the top to the last code, with its columns.
void TreeBuilder::nest(const std::vector<std::size_t>& lines, std::vector<syntax::TaxonomyNode>& result) const {
    std::vector<std::pair<int, std::vector<syntax::TaxonomyNode>*>> open;
    for (const std::size_t line : lines) {
        const int column = reading_.indentation(at(line).begin);
        if (column < 0) throw Stop{Code::L0156, at(line).begin, false, {}};
        while (!open.empty() && column < open.back().first) open.pop_back();
        if (open.empty()) {
            if (!result.empty()) throw Stop{Code::L0155, at(line).begin, false, {}};
            open.emplace_back(column, &result);
        } else if (column > open.back().first) {
            // One step deeper than the last code; but not between two levels that were closed by this very line.
            std::vector<syntax::TaxonomyNode>& brothers = *open.back().second;
            if (!brothers.back().children.empty()) throw Stop{Code::L0155, at(line).begin, false, {}};
            if (open.size() == static_cast<std::size_t>(max_nesting)) {
                throw Stop{Code::L0108, at(line).begin, false, {std::to_string(max_nesting)}};
            }
            open.emplace_back(column, &brothers.back().children);
        }
        open.back().second->push_back(tree_line(line));
    }
}

}  // namespace labourlex::parsing
