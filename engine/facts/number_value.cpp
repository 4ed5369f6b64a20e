// Numbers: written plainly, or as a text with a unit that is converted exactly.
#include "engine/facts/report.hpp"
#include "engine/facts/unit.hpp"
#include "engine/facts/value_reader.hpp"

#include <algorithm>

namespace labourlex {

namespace {

using Kind = TextNode::Kind;

/// "4.1 kg" as a number and the name of a unit; nothing when the text is of another form.
struct NumberWithUnit {
    Rational number;
    std::string unit;
};

std::optional<NumberWithUnit> split_unit(const std::string& text) {
    const std::size_t number_end = std::min(text.find_first_not_of("-.0123456789"), text.size());
    const std::size_t unit_begin = std::min(text.find_first_not_of(' ', number_end), text.size());
    const auto number = Rational::parse_decimal(std::string_view(text).substr(0, number_end));
    const bool letter =
        unit_begin < text.size() && ((text[unit_begin] | 0x20) >= 'a' && (text[unit_begin] | 0x20) <= 'z');
    if (!number || !letter) return std::nullopt;
    return NumberWithUnit{*number, text.substr(unit_begin)};
}

std::optional<Rational> in_unit_of_fact(const NumberWithUnit& stated, Span span, const ValueContext& context) {
    const FactDeclaration& fact = context.declaration;
    if (fact.unit.empty()) {
        context.diagnostics.report(Code::L0538, span, {fact.name, shown(stated.unit)});
        return std::nullopt;
    }
    const Unit* from = find_unit(stated.unit);
    const Unit* to = find_unit(fact.unit);
    if (!from || !to) {
        auto& diagnostic = context.diagnostics.report(Code::L0536, span, {fact.name, shown(stated.unit), fact.unit});
        std::vector<std::string> names;
        for (const Unit& unit : unit_table()) {
            if (to && unit.quantity == to->quantity) names.emplace_back(unit.name);
        }
        suggest_nearest(diagnostic, stated.unit, names);
        return std::nullopt;
    }
    auto converted = convert(stated.number, *from, *to);
    if (!converted) context.diagnostics.report(Code::L0537, span, {fact.name, shown(stated.unit), fact.unit});
    return converted;
}

std::optional<Rational> written_number(const TextNode& node, const ValueContext& context) {
    if (node.kind == Kind::number) {
        auto number = Rational::parse_decimal(node.scalar);
        if (!number) context.diagnostics.report(Code::L0533, node.span, {shown(node.scalar)});
        return number;
    }
    const auto with_unit = node.kind == Kind::text ? split_unit(node.scalar) : std::nullopt;
    if (!with_unit) {
        context.diagnostics.report(Code::L0532, node.span, {context.declaration.name, shown_value(node)});
        return std::nullopt;
    }
    try {
        return in_unit_of_fact(*with_unit, node.span, context);
    } catch (const ArithmeticOverflow&) {  // too many digits for an exact conversion
        context.diagnostics.report(Code::L0533, node.span, {shown(node.scalar)});
        return std::nullopt;
    }
}

std::optional<Rational> read_number(const TextNode& node, const ValueContext& context) {
    const FactDeclaration& fact = context.declaration;
    const auto number = written_number(node, context);
    if (!number) return std::nullopt;
    if (*number < fact.low || *number > fact.high) {
        context.diagnostics.report(Code::L0535, node.span,
                                   {fact.name, fact.low.text(), fact.high.text(), number->text()});
        return std::nullopt;
    }
    if (fact.whole && !number->is_whole()) {
        context.diagnostics.report(
            Code::L0534, node.span,
            {fact.name, number->text(), std::to_string(number->floor()), std::to_string(number->ceiling())});
        return std::nullopt;
    }
    return number;
}

std::optional<NumberInterval> read_interval(const ValuePart& part, const ValueContext& context) {
    if (part.value) {
        const auto number = read_number(*part.value, context);
        return number ? std::optional(NumberInterval{*number, *number}) : std::nullopt;
    }
    const auto low = part.from ? read_number(*part.from, context) : context.declaration.low;
    const auto high = part.to ? read_number(*part.to, context) : context.declaration.high;
    if (!low || !high) return std::nullopt;
    if (*low > *high) {
        context.diagnostics.report(Code::L0547, part.span, {low->text(), high->text()});
        return std::nullopt;
    }
    return NumberInterval{*low, *high};
}

}  // namespace

bool read_numbers(const TextNode& value, const ValueContext& context, Knowledge& knowledge) {
    const auto parts = take_apart(value, context, true);
    if (!parts) return false;
    std::vector<NumberInterval> intervals;
    for (const ValuePart& part : *parts) {
        if (context.enough_mistakes()) return false;
        if (const auto interval = read_interval(part, context)) intervals.push_back(*interval);
    }
    if (intervals.size() != parts->size()) return false;

    std::sort(intervals.begin(), intervals.end(),
              [](const NumberInterval& a, const NumberInterval& b) { return a.low < b.low; });
    for (const NumberInterval& interval : intervals) {
        if (!knowledge.numbers.empty() && interval.low <= knowledge.numbers.back().high) {
            knowledge.numbers.back().high = std::max(knowledge.numbers.back().high, interval.high);
        } else {
            knowledge.numbers.push_back(interval);
        }
    }
    std::vector<std::string> words;
    for (const NumberInterval& interval : knowledge.numbers) {
        words.push_back(interval.low == interval.high ? interval.low.text()
                                                      : interval.low.text() + " to " + interval.high.text());
    }
    knowledge.written = written_alternatives(words);
    return true;
}

}  // namespace labourlex
