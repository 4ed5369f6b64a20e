// Layout of conditions: what was written on a line stays on a line while it fits, what was listed with dashes stays
// listed.
#include "dsl-grammar/format_lines.hpp"
#include "dsl-grammar/keywords.hpp"

namespace labourlex::formatting {

using syntax::Condition;
using syntax::Quantity;
using syntax::Relation;

namespace {

std::string spell(Keyword keyword) {
    return std::string(spelling_of(keyword));
}

std::string number(const Quantity& quantity, bool with_unit = true) {
    std::string result = quantity.number.text;
    if (with_unit && !quantity.unit.empty()) result += " " + quantity.unit.text;
    return result;
}

std::string quantity(const Quantity& each) {
    switch (each.kind) {
        case Quantity::Kind::number:
            return number(each);
        case Quantity::Kind::name:
            return each.name.text;
        case Quantity::Kind::share:
            return each.number.text + " " + spell(Keyword::of) + " " + each.name.text;
        case Quantity::Kind::product:
            return each.name.text + " " + spell(Keyword::times) + " " + each.second.text;
        case Quantity::Kind::shift:
            return spell(Keyword::length_of_shift);
    }
    return {};
}

std::string relation(Relation each) {
    switch (each) {
        case Relation::under:
            return spell(Keyword::under);
        case Relation::over:
            return spell(Keyword::over);
        case Relation::at_least:
            return spell(Keyword::at_least);
        case Relation::at_most:
            return spell(Keyword::at_most);
    }
    return {};
}

Keyword opening(Condition::Kind kind) {
    if (kind == Condition::Kind::all_of) return Keyword::all_of;
    return kind == Condition::Kind::any_of ? Keyword::any_of : Keyword::none_of;
}

Words set_words(const std::string& opening, const Condition& condition) {
    // The name stays with its operator and the first code; the list may be broken behind each comma.
    Words words(opening + " " + written(condition.values.front()));
    for (std::size_t i = 1; i < condition.values.size(); ++i) {
        words.attach(",");
        words.add(condition.values[i]);
    }
    return words;
}

}  // namespace

Words words_of(const Condition& condition) {
    using Kind = Condition::Kind;
    const std::string& name = condition.name.text;
    switch (condition.kind) {
        case Kind::name:
            return Words(name);
        case Kind::comparison:
            return Words(quantity(condition.left) + " " + relation(condition.relation) + " " +
                         quantity(condition.right));
        case Kind::between:
            return Words(quantity(condition.left) + " " + spell(Keyword::from) + " " + number(condition.right, false) +
                         " " + spell(Keyword::to) + " " + number(condition.high));
        case Kind::equals:
            return Words(name + " " + spell(Keyword::is) + " " + written(condition.values.front()));
        case Kind::stated:
            return Words(name + " " + spell(Keyword::is) + " " + spell(Keyword::stated));
        case Kind::one_of:
            return set_words(name + " " + spell(Keyword::any_of), condition);
        case Kind::within:
            return set_words(name + " " + spell(Keyword::in) + " " + condition.taxonomy.text, condition);
        case Kind::includes: {
            std::string opening = name + " " + spell(Keyword::include);
            if (condition.values.size() > 1) opening += " " + spell(Keyword::any_of);
            return set_words(opening, condition);
        }
        case Kind::includes_none:
            return set_words(name + " " + spell(Keyword::include) + " " + spell(Keyword::none_of), condition);
        case Kind::only:
            return set_words(name + " " + spell(Keyword::only), condition);
        case Kind::overlaps:
            return Words(spell(Keyword::working_time_overlaps) + " " + condition.values[0].text + " " +
                         spell(Keyword::to) + " " + condition.values[1].text);
        case Kind::negation:
            return words_of(condition.children.front()).led_by(spell(Keyword::not_));
        case Kind::all_of:
        case Kind::any_of:
        case Kind::none_of:
            break;
    }
    Words words;
    if (condition.inline_form) {
        const std::string joint = spell(condition.kind == Kind::any_of ? Keyword::or_ : Keyword::and_);
        for (std::size_t i = 0; i < condition.children.size(); ++i) {
            const Words child = words_of(condition.children[i]);
            words.append(i == 0 ? child : child.led_by(joint));
        }
        return words;
    }
    words.add(spell(opening(condition.kind)) + ":");
    for (std::size_t i = 0; i < condition.children.size(); ++i) {
        words.append(words_of(condition.children[i]));
        if (i + 1 < condition.children.size()) words.attach(",");
    }
    return words;
}

namespace {

void put_children(Lines& lines, std::size_t indent, const Condition& condition);

/// The dash stays with what follows it.
void put_dash(Lines& lines, std::size_t indent, const Condition& child) {
    if (!child.dashed) {
        words_of(child).led_by("-").fill(lines, indent, child.span.begin);
        return;
    }
    lines.push_back({indent, "- " + spell(opening(child.kind)) + ":", child.span.begin});
    put_children(lines, indent, child);
}

}  // namespace

void put_condition(Lines& lines, std::size_t indent, std::uint32_t anchor, Words opening_words,
                   const Condition& condition) {
    if (!condition.dashed) {
        opening_words.append(words_of(condition));
        opening_words.fill(lines, indent, anchor);
        return;
    }
    opening_words.add(spell(opening(condition.kind)) + ":");
    opening_words.fill(lines, indent, anchor);
    put_children(lines, indent, condition);
}

namespace {

void put_children(Lines& lines, std::size_t indent, const Condition& condition) {
    for (const Condition& child : condition.children) {
        put_dash(lines, indent + indent_step, child);
    }
}

}  // namespace

}  // namespace labourlex::formatting
