#include "engine/law/axes.hpp"

#include "dsl-grammar/phrases.hpp"

#include "engine/law/conditions.hpp"
#include "engine/law/names.hpp"

#include <algorithm>

namespace labourlex {

namespace {

using Kind = syntax::TableCell::Kind;

bool says_otherwise(const syntax::TableCell& cell) {
    return cell.kind == Kind::otherwise || (cell.kind == Kind::words && cell.words.size() == 1 &&
                                            cell.words.front().text == "otherwise" && !cell.words.front().quoted);
}

std::optional<AxisLabel> number_label(Compilation& compilation, FactIndex axis, const syntax::TableCell& cell) {
    AxisLabel label;
    label.span = cell.span;
    syntax::Word number = cell.number;
    // A bare number may have been read as a word.
    if (cell.kind == Kind::words && cell.words.size() == 1) number = cell.words.front();
    const auto first = read_number(compilation, axis, number, cell.unit);
    if (!first) return std::nullopt;
    switch (cell.kind) {
        case Kind::words:
        case Kind::number:
            label.low = label.high = *first;
            return label;
        case Kind::band_between: {
            const auto last = read_number(compilation, axis, cell.high, cell.unit);
            if (!last) return std::nullopt;
            if (*first > *last) {
                compilation.report(Code::L0236, cell.span, {cell.number.text, cell.high.text});
                return std::nullopt;
            }
            label.low = *first;
            label.high = *last;
            return label;
        }
        case Kind::band_relation:
            switch (cell.relation) {
                case syntax::Relation::under:
                    label.high = *first;
                    label.high_included = false;
                    break;
                case syntax::Relation::at_most:
                    label.high = *first;
                    break;
                case syntax::Relation::over:
                    label.low = *first;
                    label.low_included = false;
                    break;
                case syntax::Relation::at_least:
                    label.low = *first;
                    break;
            }
            return label;
        default:
            return std::nullopt;
    }
}

}  // namespace

std::optional<AxisLabel> read_label(Compilation& compilation, FactIndex axis, const syntax::TableCell& cell) {
    const FactDeclaration& fact = compilation.vocabulary.facts[axis];
    AxisLabel label;
    label.span = cell.span;
    if (says_otherwise(cell)) {
        label.otherwise = true;
        return label;
    }
    if (fact.type == FactType::number) {
        const bool numeric = cell.kind == Kind::number || cell.kind == Kind::band_between ||
                             cell.kind == Kind::band_relation ||
                             (cell.kind == Kind::words && cell.words.size() == 1 &&
                              Rational::parse_decimal(cell.words.front().text).has_value());
        if (numeric) return number_label(compilation, axis, cell);
    } else if (cell.kind == Kind::words && !cell.words.empty()) {
        for (const syntax::Word& word : cell.words) {
            const auto value = find_choice(compilation, axis, word);
            if (!value) return std::nullopt;
            label.values.push_back(*value);
        }
        return label;
    }
    compilation.report(Code::L0411, cell.span, {fact.name});
    return std::nullopt;
}

std::optional<std::vector<AxisLabel>> read_heading(Compilation& compilation, const std::vector<FactIndex>& axes,
                                                   const syntax::TableCell& cell) {
    std::vector<AxisLabel> labels;
    if (axes.size() == 2) {
        auto label = read_label(compilation, axes[1], cell);
        if (!label) return std::nullopt;
        labels.push_back(std::move(*label));
        return labels;
    }
    if (says_otherwise(cell)) {
        AxisLabel rest;
        rest.otherwise = true;
        rest.span = cell.span;
        labels.assign(axes.size() - 1, rest);
        return labels;
    }
    if (cell.kind != Kind::words || cell.words.size() != axes.size() - 1) {
        std::vector<std::string> names;
        for (std::size_t axis = 1; axis < axes.size(); ++axis)
            names.push_back(compilation.vocabulary.facts[axes[axis]].name);
        compilation.report(Code::L0405, cell.span, {joined(names)});
        return std::nullopt;
    }
    for (std::size_t axis = 1; axis < axes.size(); ++axis) {
        syntax::TableCell part;
        part.kind = Kind::words;
        part.words = {cell.words[axis - 1]};
        part.span = cell.words[axis - 1].span;
        auto label = read_label(compilation, axes[axis], part);
        if (!label) return std::nullopt;
        labels.push_back(std::move(*label));
    }
    return labels;
}

Condition label_condition(Compilation& compilation, FactIndex axis, const AxisLabel& label) {
    if (label.otherwise) return always();
    if (compilation.vocabulary.facts[axis].type != FactType::number) {
        return choice_condition(compilation, axis, label.values, label.span);
    }
    std::vector<Condition> ends;
    if (label.low) {
        ends.push_back(number_condition(compilation, axis, label.low_included ? Comparison::at_least : Comparison::over,
                                        *label.low, label.span));
    }
    if (label.high) {
        ends.push_back(number_condition(
            compilation, axis, label.high_included ? Comparison::at_most : Comparison::under, *label.high, label.span));
    }
    return all_of(std::move(ends), label.span);
}

AxisParts::AxisParts(const FactDeclaration& fact, const std::vector<const AxisLabel*>& labels) : fact_(fact) {
    if (fact.type != FactType::number) {
        for (std::size_t value = 0; value < fact.choices.size(); ++value) {
            const Rational number(static_cast<std::int64_t>(value));
            points_.push_back({number, number});
        }
        return;
    }
    std::vector<Rational> bounds{fact.low, fact.high};
    for (const AxisLabel* label : labels) {
        if (label->low) bounds.push_back(*label->low);
        if (label->high) bounds.push_back(*label->high);
    }
    std::sort(bounds.begin(), bounds.end());
    bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
    std::erase_if(bounds, [&](const Rational& bound) { return bound < fact.low || bound > fact.high; });
    for (std::size_t index = 0; index < bounds.size(); ++index) {
        if (!fact.whole || bounds[index].is_whole()) points_.push_back({bounds[index], bounds[index]});
        if (index + 1 == bounds.size()) continue;
        const Rational& low = bounds[index];
        const Rational& high = bounds[index + 1];
        // Between two bounds a whole number may not fit.
        if (fact.whole && low.floor() + 1 >= high.ceiling()) continue;
        points_.push_back({low, high});
    }
}

bool AxisParts::covers(const AxisLabel& label, std::size_t part) const {
    if (label.otherwise) return false;
    const Part& here = points_[part];
    if (fact_.type != FactType::number) {
        return std::find(label.values.begin(), label.values.end(), static_cast<std::size_t>(here.low.numerator())) !=
               label.values.end();
    }
    const bool point = here.low == here.high;
    if (label.low) {
        if (here.low < *label.low) return false;
        if (point && !label.low_included && here.low == *label.low) return false;
    }
    if (label.high) {
        if (here.high > *label.high) return false;
        if (point && !label.high_included && here.high == *label.high) return false;
    }
    return true;
}

std::string AxisParts::shown(std::size_t part) const {
    const Part& here = points_[part];
    if (fact_.type != FactType::number) {
        return fact_.name + " " + fact_.choices[static_cast<std::size_t>(here.low.numerator())].name;
    }
    if (here.low == here.high) return fact_.name + " " + here.low.text();
    if (!fact_.whole) return fact_.name + " " + phrase(Phrase::between_numbers, {here.low.text(), here.high.text()});
    const std::int64_t first = here.low.floor() + 1;
    const std::int64_t last = here.high.ceiling() - 1;
    if (first == last) return fact_.name + " " + std::to_string(first);
    return fact_.name + " " + phrase(Phrase::from_to_numbers, {std::to_string(first), std::to_string(last)});
}

}  // namespace labourlex
