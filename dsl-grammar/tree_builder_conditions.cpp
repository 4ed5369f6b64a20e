// The part of the tree builder that builds conditions.
#include "dsl-grammar/tree_builder.hpp"

namespace labourlex::parsing {

using syntax::Condition;
using syntax::Quantity;
using syntax::Relation;

namespace {

Relation relation_of(Keyword keyword) {
    switch (keyword) {
        case Keyword::over:
            return Relation::over;
        case Keyword::at_least:
            return Relation::at_least;
        case Keyword::at_most:
            return Relation::at_most;
        default:
            return Relation::under;
    }
}

}  // namespace

Condition TreeBuilder::condition(std::size_t index) const {
    switch (at(index).kind) {
        case NodeKind::listed_condition:
            return listed(index);
        case NodeKind::inline_condition:
            return joined(index);
        case NodeKind::negation: {
            Condition result;
            result.kind = Condition::Kind::negation;
            result.span = span(index);
            result.children.push_back(condition(index + 2));
            return result;
        }
        case NodeKind::overlap: {
            Condition result;
            result.kind = Condition::Kind::overlaps;
            result.span = span(index);
            result.values = {time(index + 2), time(index + 4)};
            return result;
        }
        default:
            return atom(index);
    }
}

Condition TreeBuilder::listed(std::size_t index) const {
    Condition result;
    result.span = span(index);
    for (const std::size_t part : children(index)) {
        if (is(part, Keyword::all_of))
            result.kind = Condition::Kind::all_of;
        else if (is(part, Keyword::any_of))
            result.kind = Condition::Kind::any_of;
        else if (is(part, Keyword::none_of))
            result.kind = Condition::Kind::none_of;
        else if (is(part, NodeKind::dash_item)) {
            result.dashed = true;
            result.children.push_back(condition(part + 2));
        } else {
            result.children.push_back(condition(part));
        }
    }
    return result;
}

Condition TreeBuilder::joined(std::size_t index) const {
    Condition result;
    result.inline_form = true;
    result.span = span(index);
    for (const std::size_t part : children(index)) {
        if (is(part, Keyword::and_))
            result.kind = Condition::Kind::all_of;
        else if (is(part, Keyword::or_))
            result.kind = Condition::Kind::any_of;
        else
            result.children.push_back(condition(part));
    }
    if (result.children.size() > 1) return result;
    Condition only = std::move(result.children.front());
    return only;
}

Condition TreeBuilder::atom(std::size_t index) const {
    Condition result;
    result.span = span(index);
    const std::vector<std::size_t> parts = children(index);
    Quantity left = quantity(parts[0]);
    if (parts.size() == 1) {
        result.kind = Condition::Kind::name;
        result.name = std::move(left.name);
        return result;
    }
    const auto keyword = static_cast<Keyword>(at(parts[1]).detail);
    switch (keyword) {
        case Keyword::under:
        case Keyword::over:
        case Keyword::at_least:
        case Keyword::at_most:
            result.kind = Condition::Kind::comparison;
            result.left = std::move(left);
            result.relation = relation_of(keyword);
            result.right = quantity(parts[2]);
            return result;
        case Keyword::from:
            result.kind = Condition::Kind::between;
            result.left = std::move(left);
            result.right = number(parts[2], parts[2] + 1);
            result.high = number(parts[4], end_of(index));
            // The unit is written once, behind the higher number, and holds for both.
            result.right.unit = result.high.unit;
            return result;
        case Keyword::is:
            result.kind = Condition::Kind::equals;
            break;
        case Keyword::any_of:
            result.kind = Condition::Kind::one_of;
            break;
        case Keyword::in:
            result.kind = Condition::Kind::within;
            break;
        case Keyword::include:
            result.kind = Condition::Kind::includes;
            break;
        default:
            result.kind = Condition::Kind::only;
            break;
    }
    result.name = std::move(left.name);
    for (std::size_t i = 2; i < parts.size(); ++i) {
        if (is(parts[i], Keyword::stated))
            result.kind = Condition::Kind::stated;
        else if (is(parts[i], Keyword::none_of))
            result.kind = Condition::Kind::includes_none;
        else if (is(parts[i], NodeKind::keyword))
            continue;
        else if (result.kind == Condition::Kind::within && result.taxonomy.empty())
            result.taxonomy = word(parts[i]);
        else
            result.values.push_back(word(parts[i]));
    }
    return result;
}

Quantity TreeBuilder::number(std::size_t number_index, std::size_t end) const {
    Quantity result;
    result.number = word(number_index);
    result.span = span(number_index);
    if (number_index + 1 < end && is(number_index + 1, NodeKind::unit)) {
        result.unit = word(number_index + 1);
        result.span.end = result.unit.span.end;
    }
    return result;
}

Quantity TreeBuilder::quantity(std::size_t index) const {
    const std::vector<std::size_t> parts = children(index);
    Quantity result;
    if (is(parts[0], Keyword::length_of_shift)) {
        result.kind = Quantity::Kind::shift;
    } else if (is(parts[0], Keyword::half_of)) {
        result.kind = Quantity::Kind::share;
        const Span half = span(parts[0]);
        result.number = {"half", {half.source, half.begin, half.begin + 4}, false};
        result.name = word(parts[1]);
    } else if (is(parts[0], NodeKind::share)) {
        result.kind = Quantity::Kind::share;
        result.number = word(parts[0]);
        if (result.number.text.ends_with('%')) {
            std::string& share = result.number.text;
            share = share.substr(0, share.find_first_not_of("0123456789.")) + " %";
        }
        result.name = word(parts[2]);
    } else if (is(parts[0], NodeKind::number)) {
        return number(parts[0], end_of(index));
    } else {
        result.kind = parts.size() == 1 ? Quantity::Kind::name : Quantity::Kind::product;
        result.name = word(parts[0]);
        if (parts.size() == 3) result.second = word(parts[2]);
    }
    result.span = span(index);
    return result;
}

}  // namespace labourlex::parsing
