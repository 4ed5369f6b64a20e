// What a ground says of numbers: what the fact comes to, and the figure that the law holds against it.
//
// A comparison may tie a fact to other facts or to a parameter (age under the declared minimum age, two kinds of hours
// together over 40). It is told about the facts; what the law or the State has set stands on the other side, with its
// figure where that is known: "age is 13 years; the law says under 15 years (Minimum age declared)".
#include "engine/decide/explanation.hpp"

#include "engine/decide/shown_value.hpp"
#include "engine/decide/texts.hpp"
#include "engine/tables/describe.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace labourlex::decide {

namespace {

std::string amount(const Rational& number, const std::string& unit) {
    return unit.empty() ? number.text() : number.text() + " " + unit;
}

/// A number that decimals cannot write exactly stays a text.
std::string json_number(const Rational& number) {
    const std::string text = number.text();
    return text.find('/') == std::string::npos ? text : json_text(text);
}

Comparison turned(Comparison comparison) {
    switch (comparison) {
        case Comparison::under:
            return Comparison::over;
        case Comparison::over:
            return Comparison::under;
        case Comparison::at_least:
            return Comparison::at_most;
        case Comparison::at_most:
            return Comparison::at_least;
    }
    return comparison;
}

}  // namespace

std::string Explanation::origin_of(FactIndex fact, bool nothing_known) const {
    if (nothing_known && job_.find(fact) == nullptr) {
        return "unknown";
    }
    switch (situation_.facts[fact].origin) {
        case Origin::stated:
            return "stated";
        case Origin::assumed:
            return "assumed";
        case Origin::law:
            return "derived";
        default:
            return "unknown";
    }
}

/// Between which ends the sum of the terms lies; nothing where one of them is wholly unknown.
std::optional<NumberInterval> Explanation::total_of(const std::vector<LinearTerm>& terms) const {
    const auto range = [&](FactIndex fact) -> std::optional<NumberInterval> {
        if (fact == shift_length) {
            if (situation_.shift.kind != ShiftSituation::Kind::known) {
                return std::nullopt;
            }
            const Rational hours(shift_minutes(situation_.shift.start, situation_.shift.end), 60);
            return NumberInterval{hours, hours};
        }
        const FactSituation& known = situation_.facts[fact];
        if (known.numbers.empty() || shown_value(version_, situation_, fact).unknown) {
            return std::nullopt;
        }
        return NumberInterval{known.numbers.front().low, known.numbers.back().high};
    };
    NumberInterval total{0, 0};
    for (const LinearTerm& term : terms) {
        auto known = range(term.fact);
        const auto times = term.whole_fact == no_fact ? NumberInterval{1, 1} : range(term.whole_fact);
        // Of a product one side at least is a figure, and neither is negative.
        if (!known || !times || (known->low != known->high && times->low != times->high)) {
            return std::nullopt;
        }
        Rational low = term.factor * times->low * known->low;
        Rational high = term.factor * times->high * known->high;
        if (high < low) {
            std::swap(low, high);
        }
        total = {total.low + low, total.high + high};
    }
    return total;
}

/// The figure beside the limit's name, where only one cell of its table can apply to the job.
std::string Explanation::with_figure(const Atom& atom, bool negated, const std::string& condition) {
    const LimitCell* only = nullptr;
    const auto& limits = version_.limits[atom.limit];
    for (std::size_t text = 0; text < limits.size(); ++text) {
        for (std::size_t row = 0; row < limits[text].rows.size(); ++row) {
            const TableIndex table = outcomes_.space().tables().limit_rows[atom.limit][text][row];
            if (outcomes_.can_be(outcomes_.space().table(table))) {
                if (only != nullptr) {
                    return condition;
                }
                only = &limits[text].rows[row].cell;
            }
        }
    }
    if (only == nullptr || only->kind == LimitCell::Kind::none) {
        return condition;
    }
    if (only->kind == LimitCell::Kind::open) {
        const std::string& unit = version_.vocabulary->facts[limits.front().fact].unit;
        return fmt::format(fmt::runtime(texts.limit_with_figure), condition, limit_cell_text(*only, unit));
    }
    Atom plain = atom;
    plain.kind = Atom::Kind::number;
    plain.form.constant = plain.form.constant - atom.factor * only->low;
    return fmt::format(fmt::runtime(texts.limit_with_figure), condition, condition_text(version_, plain, negated));
}

/// The comparison as it is told: about facts that count positively, never about what a parameter sets.
Explanation::ToldComparison Explanation::told(const Atom& atom) const {
    ToldComparison result{atom, {}, {}};
    const auto set_by_law = [&](const LinearTerm& term) {
        return term.fact != shift_length && version_.vocabulary->facts[term.fact].role == FactRole::parameter;
    };
    std::vector<LinearTerm> asked;
    for (const LinearTerm& term : atom.form.terms) {
        if (!set_by_law(term)) {
            asked.push_back(term);
        }
    }
    if (asked.empty()) {
        asked = atom.form.terms;
    }
    const auto negative = [](const LinearTerm& term) { return term.factor.sign() < 0; };
    if (atom.kind == Atom::Kind::number && std::all_of(asked.begin(), asked.end(), negative)) {
        for (LinearTerm& term : result.atom.form.terms) {
            term.factor = -term.factor;
        }
        for (LinearTerm& term : asked) {
            term.factor = -term.factor;
        }
        result.atom.form.constant = -result.atom.form.constant;
        result.atom.comparison = turned(atom.comparison);
    }
    std::erase_if(asked, negative);
    for (const LinearTerm& term : result.atom.form.terms) {
        const bool is_asked = std::find(asked.begin(), asked.end(), term) != asked.end();
        (is_asked ? result.asked : result.set).push_back(term);
    }
    return result;
}

/// What the law says of the number, with the figure that parameters and other facts come to.
std::string Explanation::comparison_text(const ToldComparison& told, bool negated) {
    const std::string plain_words = condition_text(version_, told.atom, negated);
    if (told.atom.kind == Atom::Kind::limit) {
        return with_figure(told.atom, negated, plain_words);
    }
    const auto set = told.set.empty() ? std::nullopt : total_of(told.set);
    if (!set || set->low != set->high) {
        return plain_words;
    }
    Atom figure = told.atom;
    figure.form.terms = told.asked;
    figure.form.constant = figure.form.constant + set->low;
    Atom other = told.atom;
    other.form.terms = told.set;
    return fmt::format(fmt::runtime(texts.figure_with_name), condition_text(version_, figure, negated),
                       subject(version_, other));
}

VerdictFact Explanation::number_fact(AtomIndex index, bool negated) {
    const ToldComparison comparison = told(version_.atoms[index]);
    VerdictFact result;
    result.condition = comparison_text(comparison, negated);
    const std::vector<LinearTerm>& asked = comparison.asked;
    if (asked.size() == 1 && asked[0].fact != shift_length && asked[0].whole_fact == no_fact) {
        const FactIndex of = asked[0].fact;
        const ShownValue shown = shown_value(version_, situation_, of);
        result.fact = version_.vocabulary->facts[of].name;
        result.value = shown.text;
        result.json_value = shown.json;
        result.origin = origin_of(of, shown.unknown);
        return result;
    }
    Atom sum = comparison.atom;
    sum.form.terms = asked;
    result.fact = subject(version_, sum);
    const auto total = total_of(asked);
    if (!total) {
        result.value = std::string(texts.unknown);
        result.json_value = "null";
        result.origin = "unknown";
        return result;
    }
    const auto derived = std::find_if(version_.derived.begin(), version_.derived.end(),
                                      [&](const DerivedNumber& known) { return known.form.terms == asked; });
    const FactIndex first = asked.front().fact;
    const std::string unit = derived != version_.derived.end() ? derived->unit
                             : first == shift_length           ? "hours"
                                                               : version_.vocabulary->facts[first].unit;
    const bool known = total->low == total->high;
    result.value = known ? amount(total->low, unit)
                         : fmt::format(fmt::runtime(texts.number_range), total->low.text(), amount(total->high, unit));
    result.json_value =
        known ? json_number(total->low)
              : fmt::format(R"({{"from": {}, "to": {}}})", json_number(total->low), json_number(total->high));
    if (first == shift_length && asked.size() == 1) {
        result.value = with_shift(result.value);
    }
    result.origin = "derived";
    return result;
}

}  // namespace labourlex::decide
