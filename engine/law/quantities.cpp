// Comparisons of quantities: numbers with units, facts, shares, products, the length of the shift, limits.
//
// A side is read into a linear form in the unit of its first fact; a constant waits for the other side's unit. Then the
// sides are brought to one unit, exactly, and subtracted. A limit stays on its own: its value depends on the job.

#include "engine/law/conditions.hpp"
#include "engine/law/declarations.hpp"
#include "engine/law/names.hpp"

#include <algorithm>

namespace labourlex {

namespace {

/// One side of a comparison.
struct Side {
    enum class Kind { constant, form, maximum, limit };
    Kind kind = Kind::constant;
    Rational constant;              ///< constant, as written
    std::string unit;               ///< constant: as written, may be empty; otherwise the unit of the form or limit
    LinearForm form;
    std::vector<LinearForm> parts;  ///< maximum: the greatest of these
    LimitIndex limit = none_index;
    Rational factor = 1;            ///< of the limit
    FactIndex fact = no_fact;       ///< form of a single fact, for its range
    std::string shown;              ///< the name as written, for messages
};

std::vector<std::string> unit_names() {
    std::vector<std::string> names;
    for (const Unit& unit : unit_table()) names.emplace_back(unit.name);
    return names;
}

const Unit* checked_unit(Compilation& compilation, const syntax::Word& word) {
    const Unit* unit = find_unit(word.text);
    if (unit == nullptr) {
        const std::vector<std::string> names = unit_names();
        compilation.report_unknown(Code::L0209, word, names, {joined(names)});
    }
    return unit;
}

class Reader {
public:
    Reader(Compilation& compilation, ConditionPlace place) : compilation_(compilation), place_(place) {}

    std::optional<Side> read(const syntax::Quantity& quantity) {
        using Kind = syntax::Quantity::Kind;
        switch (quantity.kind) {
            case Kind::number: return number(quantity);
            case Kind::name: return name(quantity.name, Rational(1));
            case Kind::share: {
                const auto share = Rational::parse_share(quantity.number.text);
                if (!share) {
                    compilation_.report(Code::L0228, quantity.number.span, {quantity.number.text});
                    return std::nullopt;
                }
                return name(quantity.name, *share);
            }
            case Kind::product: return product(quantity);
            case Kind::shift: return shift(quantity);
        }
        return std::nullopt;
    }

private:
    std::optional<Side> number(const syntax::Quantity& quantity) {
        const auto value = Rational::parse_decimal(quantity.number.text);
        if (!value) {
            compilation_.report(Code::L0228, quantity.number.span, {quantity.number.text});
            return std::nullopt;
        }
        if (!quantity.unit.empty() && checked_unit(compilation_, quantity.unit) == nullptr) return std::nullopt;
        Side side;
        side.constant = *value;
        side.unit = quantity.unit.text;
        side.shown = quantity.number.text;
        return side;
    }

    std::optional<Side> name(const syntax::Word& word, const Rational& factor) {
        Side side;
        side.shown = word.text;
        if (const auto limit = compilation_.limits.find(word.text); limit != compilation_.limits.end()) {
            compilation_.used_limits[limit->second] = true;
            const FactIndex fact = compilation_.book.limits[limit->second].fact;
            if (fact == no_fact) return std::nullopt;
            side.kind = Side::Kind::limit;
            side.limit = limit->second;
            side.factor = factor;
            side.unit = compilation_.vocabulary.facts[fact].unit;
            return side;
        }
        if (const auto derived = compilation_.derived.find(word.text); derived != compilation_.derived.end()) {
            derived->second.used = true;
            if (derived->second.forms.empty()) return std::nullopt;
            side.unit = derived->second.unit;
            side.parts = derived->second.forms;
            for (LinearForm& form : side.parts) {
                for (LinearTerm& term : form.terms) term.factor = term.factor * factor;
            }
            side.kind = side.parts.size() == 1 ? Side::Kind::form : Side::Kind::maximum;
            side.form = side.parts.front();
            return side;
        }
        const auto fact = number_fact(word);
        if (!fact) return std::nullopt;
        side.kind = Side::Kind::form;
        side.fact = factor == Rational(1) ? *fact : no_fact;
        side.unit = compilation_.vocabulary.facts[*fact].unit;
        LinearTerm term = term_of(*fact);
        term.factor = term.factor * factor;
        side.form.terms.push_back(term);
        return side;
    }

    /// A fact, or the fact it is linked to times a constant, in the unit of the fact itself.
    [[nodiscard]] LinearTerm term_of(FactIndex fact) const {
        const FactDeclaration& declaration = compilation_.vocabulary.facts[fact];
        if (declaration.linked_to == no_fact) return {fact, Rational(1), no_fact};
        return {declaration.linked_to, Rational(1) / declaration.linked_factor, no_fact};
    }

    /// A fact that is a number.
    std::optional<FactIndex> number_fact(const syntax::Word& word) {
        if (compilation_.broken_names.count(word.text) != 0) return std::nullopt;
        const auto found = compilation_.facts.find(word.text);
        if (found == compilation_.facts.end()) {
            if (compilation_.definitions.count(word.text) != 0) {
                compilation_.report(Code::L0221, word.span, {word.text});
            } else {
                compilation_.report_unknown(Code::L0201, word, condition_names(compilation_));
            }
            return std::nullopt;
        }
        compilation_.use(found->second);
        if (compilation_.fact_broken(found->second)) return std::nullopt;
        if (compilation_.vocabulary.facts[found->second].type != FactType::number) {
            compilation_.report(Code::L0221, word.span, {word.text});
            return std::nullopt;
        }
        return found->second;
    }

    /// A whole number counts; the product has the quantity of the other fact.
    std::optional<Side> product(const syntax::Quantity& quantity) {
        if (!place_.may_multiply) {
            compilation_.report(Code::L0229, quantity.span);
            return std::nullopt;
        }
        const auto first = number_fact(quantity.name);
        const auto second = number_fact(quantity.second);
        if (!first || !second) return std::nullopt;
        const auto& facts = compilation_.vocabulary.facts;
        const bool first_counts = facts[*first].whole;
        if (!first_counts && !facts[*second].whole) {
            compilation_.report(Code::L0230, quantity.span, {quantity.name.text, quantity.second.text});
            return std::nullopt;
        }
        const FactIndex counting = first_counts ? *first : *second;
        const FactIndex counted = first_counts ? *second : *first;
        Side side;
        side.kind = Side::Kind::form;
        side.unit = facts[counted].unit;
        // A whole number is never linked: a conversion would not keep it whole.
        LinearTerm term = term_of(counted);
        term.whole_fact = counting;
        side.form.terms.push_back(term);
        side.shown = facts[counted].name;
        return side;
    }

    std::optional<Side> shift(const syntax::Quantity& quantity) {
        if (compilation_.book.shift_start == no_fact || compilation_.book.shift_end == no_fact) {
            if (compilation_.complete) compilation_.report(Code::L0235, quantity.span);
            compilation_.unresolved = true;
            return std::nullopt;
        }
        compilation_.use(compilation_.book.shift_start);
        compilation_.use(compilation_.book.shift_end);
        Side side;
        side.kind = Side::Kind::form;
        side.unit = "hours";
        side.form.terms.push_back({shift_length, Rational(1), no_fact});
        side.shown = std::string(compilation_.sources.slice(quantity.span));
        return side;
    }

    Compilation& compilation_;
    ConditionPlace place_;
};

Comparison comparison_of(syntax::Relation relation) {
    switch (relation) {
        case syntax::Relation::under: return Comparison::under;
        case syntax::Relation::over: return Comparison::over;
        case syntax::Relation::at_least: return Comparison::at_least;
        case syntax::Relation::at_most: return Comparison::at_most;
    }
    return Comparison::under;
}

/// The same comparison with its sides exchanged.
Comparison turned(Comparison comparison) {
    switch (comparison) {
        case Comparison::under: return Comparison::over;
        case Comparison::over: return Comparison::under;
        case Comparison::at_least: return Comparison::at_most;
        case Comparison::at_most: return Comparison::at_least;
    }
    return comparison;
}

}  // namespace

std::optional<Rational> conversion(const std::string& from, const std::string& to) {
    if (from == to || from.empty() || to.empty()) return Rational(1);
    const Unit* first = find_unit(from);
    const Unit* second = find_unit(to);
    if (first == nullptr || second == nullptr) return std::nullopt;
    return convert(Rational(1), *first, *second);
}

namespace {

std::string quantity_of(const std::string& unit) {
    const Unit* found = find_unit(unit);
    return found == nullptr ? unit : std::string(found->quantity);
}

void check_range(Compilation& compilation, FactIndex fact, const Rational& value, Span span) {
    const FactDeclaration& declaration = compilation.vocabulary.facts[fact];
    if (value < declaration.low || value > declaration.high) {
        compilation.report(Code::L0227, span,
                           {std::string(compilation.sources.slice(span)), declaration.name, declaration.low.text(),
                            declaration.high.text(), declaration.unit});
    }
}

Condition compare_forms(Compilation& compilation, Side left, Side right, Comparison comparison,
                        const syntax::Quantity& right_written, Span span) {
    if (left.kind == Side::Kind::constant) {
        std::swap(left, right);
        comparison = turned(comparison);
    }
    const auto factor = conversion(right.unit, left.unit);
    if (!factor) {
        compilation.report(Code::L0226, span, {left.shown, quantity_of(left.unit),
                                               right.kind == Side::Kind::constant ? right.shown + " " + right.unit
                                                                                  : right.shown,
                                               quantity_of(right.unit)});
        return always();
    }
    Atom atom;
    atom.kind = Atom::Kind::number;
    atom.comparison = comparison;
    atom.form = left.form;
    if (right.kind == Side::Kind::constant) {
        const Rational value = right.constant * *factor;
        if (left.fact != no_fact) check_range(compilation, left.fact, value, right_written.span);
        atom.form.constant = -value;
    } else {
        for (LinearTerm term : right.form.terms) {
            term.factor = -(term.factor * *factor);
            const auto same = std::find_if(atom.form.terms.begin(), atom.form.terms.end(), [&](const LinearTerm& other) {
                return other.fact == term.fact && other.whole_fact == term.whole_fact;
            });
            if (same == atom.form.terms.end()) {
                atom.form.terms.push_back(term);
            } else {
                same->factor = same->factor + term.factor;
            }
        }
        std::erase_if(atom.form.terms, [](const LinearTerm& term) { return term.factor.sign() == 0; });
    }
    // One linked fact is compared in the unit of the fact it belongs to, so that equal tests are one atom.
    if (left.fact != no_fact && compilation.vocabulary.facts[left.fact].linked_to != no_fact &&
        atom.form.terms.size() == 1 && atom.form.terms.front().factor.sign() > 0) {
        atom.form.constant = atom.form.constant / atom.form.terms.front().factor;
        atom.form.terms.front().factor = Rational(1);
    }
    return condition_of(compilation.atoms.intern(std::move(atom)), span);
}

Condition compare_with_limit(Compilation& compilation, Side left, Side right, Comparison comparison,
                             const syntax::Quantity& other_written, Span span) {
    if (left.kind == Side::Kind::limit) {
        std::swap(left, right);
        comparison = turned(comparison);
    }
    const auto factor = conversion(left.unit, right.unit);
    if (!factor) {
        compilation.report(Code::L0226, span, {left.shown, quantity_of(left.unit), right.shown, quantity_of(right.unit)});
        return always();
    }
    Atom atom;
    atom.kind = Atom::Kind::limit;
    atom.comparison = comparison;
    atom.limit = right.limit;
    atom.factor = right.factor;
    atom.form = left.form;
    if (left.kind == Side::Kind::constant) {
        const Rational value = left.constant * *factor;
        check_range(compilation, compilation.book.limits[right.limit].fact, value, other_written.span);
        atom.form.constant = value;
    } else {
        for (LinearTerm& term : atom.form.terms) term.factor = term.factor * *factor;
    }
    return condition_of(compilation.atoms.intern(std::move(atom)), span);
}

/// The greatest of several is over a number when one of them is, and under it when all are.
Condition compare_maximum(Compilation& compilation, Side left, Side right, Comparison comparison,
                          const syntax::Quantity& other_written, Span span) {
    if (left.kind != Side::Kind::maximum && right.kind != Side::Kind::maximum) {
        const bool limit = left.kind == Side::Kind::limit || right.kind == Side::Kind::limit;
        return limit ? compare_with_limit(compilation, std::move(left), std::move(right), comparison, other_written, span)
                     : compare_forms(compilation, std::move(left), std::move(right), comparison, other_written, span);
    }
    if (left.kind != Side::Kind::maximum) {
        std::swap(left, right);
        comparison = turned(comparison);
    }
    std::vector<Condition> parts;
    for (const LinearForm& form : left.parts) {
        Side part = left;
        part.kind = Side::Kind::form;
        part.form = form;
        const std::size_t before = compilation.diagnostics.all().size();
        parts.push_back(compare_maximum(compilation, std::move(part), right, comparison, other_written, span));
        // A mistake would only be said again for each of the others.
        if (compilation.diagnostics.all().size() != before) return always();
    }
    const bool one_is_enough = comparison == Comparison::over || comparison == Comparison::at_least;
    return one_is_enough ? any_of(std::move(parts), span) : all_of(std::move(parts), span);
}

}  // namespace

std::optional<Rational> read_number(Compilation& compilation, FactIndex fact, const syntax::Word& number,
                                    const syntax::Word& unit, bool within_range) {
    const auto value = Rational::parse_decimal(number.text);
    if (!value) {
        compilation.report(Code::L0228, number.span, {number.text});
        return std::nullopt;
    }
    const FactDeclaration& declaration = compilation.vocabulary.facts[fact];
    Rational result = *value;
    if (!unit.empty()) {
        if (checked_unit(compilation, unit) == nullptr) return std::nullopt;
        const auto factor = conversion(unit.text, declaration.unit);
        if (!factor) {
            compilation.report(Code::L0226, unit.span, {declaration.name, quantity_of(declaration.unit),
                                                        number.text + " " + unit.text, quantity_of(unit.text)});
            return std::nullopt;
        }
        try {
            result = result * *factor;
        } catch (const ArithmeticOverflow&) {
            compilation.report(Code::L0228, number.span, {number.text});
            return std::nullopt;
        }
    }
    if (within_range) check_range(compilation, fact, result, number.span);
    return result;
}

Condition build_comparison(Compilation& compilation, const syntax::Quantity& left, syntax::Relation relation,
                           const syntax::Quantity& right, Span span, ConditionPlace place) {
    Reader reader(compilation, place);
    auto first = reader.read(left);
    auto second = reader.read(right);
    if (!first || !second) return always();
    const Comparison comparison = comparison_of(relation);
    if (first->kind == Side::Kind::constant && second->kind == Side::Kind::constant) {
        compilation.report(Code::L0232, span);
        return always();
    }
    if (first->kind == Side::Kind::maximum || second->kind == Side::Kind::maximum) {
        const syntax::Quantity& other = first->kind == Side::Kind::maximum ? right : left;
        try {
            return compare_maximum(compilation, std::move(*first), std::move(*second), comparison, other, span);
        } catch (const ArithmeticOverflow&) {
            compilation.report(Code::L0228, span, {std::string(compilation.sources.slice(span))});
            return always();
        }
    }
    const bool left_limit = first->kind == Side::Kind::limit;
    const bool right_limit = second->kind == Side::Kind::limit;
    if (left_limit && right_limit) {
        compilation.report(Code::L0233, span);
        return always();
    }
    try {
        if (left_limit || right_limit) {
            return compare_with_limit(compilation, std::move(*first), std::move(*second), comparison,
                                      left_limit ? right : left, span);
        }
        const syntax::Quantity& constant = first->kind == Side::Kind::constant ? left : right;
        return compare_forms(compilation, std::move(*first), std::move(*second), comparison, constant, span);
    } catch (const ArithmeticOverflow&) {
        compilation.report(Code::L0228, span, {std::string(compilation.sources.slice(span))});
        return always();
    }
}

}  // namespace labourlex
