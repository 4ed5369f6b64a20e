// The part of the tree builder that builds tables.
#include "dsl-grammar/tree_builder.hpp"

namespace labourlex::parsing {

using Kind = syntax::TableCell::Kind;

syntax::TableRow TreeBuilder::row(std::size_t index) const {
    syntax::TableRow result;
    result.span = span(index);
    for (const std::size_t part : children(index)) result.cells.push_back(cell(part));
    return result;
}

syntax::TableCell TreeBuilder::cell(std::size_t index) const {
    syntax::TableCell result;
    result.span = span(index);
    const std::vector<std::size_t> parts = children(index);
    if (parts.empty()) return result;
    const Node& first = at(parts[0]);
    auto amount = [&](std::size_t from) {
        for (std::size_t i = from; i < parts.size(); ++i) {
            if (is(parts[i], NodeKind::unit))
                result.unit = word(parts[i]);
            else if (is(parts[i], NodeKind::number))
                (result.number.empty() ? result.number : result.high) = word(parts[i]);
        }
    };
    if (first.kind == NodeKind::keyword) {
        switch (static_cast<Keyword>(first.detail)) {
            case Keyword::otherwise:
                result.kind = Kind::otherwise;
                return result;
            case Keyword::none:
                result.kind = Kind::none;
                return result;
            case Keyword::not_allowed:
                result.kind = Kind::not_allowed;
                return result;
            case Keyword::unseen_above:
                result.kind = Kind::unseen_above;
                break;
            case Keyword::from:
                result.kind = parts.size() == 1 ? Kind::words : Kind::known_between;
                break;
            case Keyword::under:
                result.kind = Kind::band_relation;
                break;
            case Keyword::over:
                result.kind = Kind::band_relation, result.relation = syntax::Relation::over;
                break;
            case Keyword::at_least:
                result.kind = Kind::band_relation, result.relation = syntax::Relation::at_least;
                break;
            case Keyword::at_most:
                result.kind = Kind::band_relation, result.relation = syntax::Relation::at_most;
                break;
            default:
                result.kind = Kind::words;
                break;
        }
        if (result.kind == Kind::words)
            result.words.push_back(word(parts[0]));
        else
            amount(1);
        return result;
    }
    switch (first.kind) {
        case NodeKind::number:
            result.kind = parts.size() > 2 ? Kind::band_between : Kind::number;
            amount(0);
            break;
        case NodeKind::time:
            result.kind = Kind::time;
            result.number = time(parts[0]);
            break;
        case NodeKind::word:
        case NodeKind::quoted:
            result.kind = Kind::words;
            for (std::size_t i = 0; i < parts.size(); ++i) {
                result.words.push_back(word(parts[i]));
                if (i == 0) continue;
                const std::string_view between =
                    reading_.text.substr(at(parts[i - 1]).end, at(parts[i]).begin - at(parts[i - 1]).end);
                const bool comma = between.find(',') != std::string_view::npos;
                // Commas say `any of these`, blanks say `all of these`; both in one cell say nothing.
                if (i > 1 && comma != result.listed) {
                    throw Stop{Code::L0153, at(index).begin, false, {std::string(slice(index))}};
                }
                result.listed = comma;
            }
            break;
        default:
            result.kind = Kind::condition;
            result.condition.push_back(condition(parts[0]));
            break;
    }
    return result;
}

/// Every row has as many cells as the first; a clock table opens with its heading, which is taken off.
void TreeBuilder::check_table(syntax::Clause& table, bool clock) const {
    const std::size_t width = table.rows.front().cells.size();
    for (const syntax::TableRow& each : table.rows) {
        if (each.cells.size() == width) continue;
        throw Stop{Code::L0152, each.span.begin, false, {std::to_string(each.cells.size()), std::to_string(width)}};
    }
    if (!clock) return;
    const syntax::TableRow& heading = table.rows.front();
    auto says = [&](std::size_t column, Keyword keyword) {
        const syntax::TableCell& each = heading.cells[column];
        return each.kind == Kind::words && each.words.size() == 1 && each.words[0].text == spelling_of(keyword);
    };
    if (width != 3 || !says(0, Keyword::when) || !says(1, Keyword::from) || !says(2, Keyword::to)) {
        throw Stop{Code::L0154, heading.span.begin, false, {}};
    }
    table.rows.erase(table.rows.begin());
    for (const syntax::TableRow& each : table.rows) {
        for (std::size_t column = 0; column < width; ++column) {
            const syntax::TableCell& entry = each.cells[column];
            const bool fits = column == 0 ? entry.kind == Kind::condition || entry.kind == Kind::otherwise
                                          : entry.kind == Kind::time || entry.kind == Kind::none;
            if (fits) continue;
            throw Stop{Code::L0153,
                       entry.span.begin,
                       false,
                       {std::string(reading_.text.substr(entry.span.begin, entry.span.end - entry.span.begin))}};
        }
    }
}

}  // namespace labourlex::parsing
