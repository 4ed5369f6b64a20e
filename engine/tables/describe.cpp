#include "engine/tables/describe.hpp"

#include "engine/tables/words.hpp"

#include <algorithm>
#include <optional>

namespace labourlex {
namespace {

struct Describer {
    const Version& version;
    Wording wording;

    [[nodiscard]] std::string fact(FactIndex index) const {
        if (index == shift_length) {
            return say(wording == Wording::titles ? Word::shift_length : Word::shift_length_name);
        }
        const FactDeclaration& declaration = version.vocabulary->facts.at(index);
        return wording == Wording::names || declaration.title.empty() ? declaration.name : declaration.title;
    }

    [[nodiscard]] std::string unit(FactIndex index) const {
        return index == shift_length ? "hours" : version.vocabulary->facts.at(index).unit;
    }

    [[nodiscard]] std::string amount(const Rational& value, FactIndex index) const {
        return say_amount(value.text(), unit(index));
    }

    /// Codes of the classifications are known by their numbers, ours by their titles.
    [[nodiscard]] std::string code(FactIndex index, CodeIndex code) const {
        const Taxonomy& taxonomy = version.vocabulary->taxonomy_of(index);
        const Taxonomy::Node& node = taxonomy.node(code);
        if (wording == Wording::names || node.title.empty()) return node.code;
        return taxonomy.exhaustive() ? say(Word::code_and_title, {node.code, node.title}) : node.title;
    }

    [[nodiscard]] std::vector<std::string> codes(const Atom& atom) const {
        std::vector<std::string> texts;
        for (const CodeIndex index : atom.codes) texts.push_back(code(atom.fact, index));
        return texts;
    }

    [[nodiscard]] std::vector<std::string> choices(const Atom& atom) const {
        std::vector<std::string> texts;
        const auto& declared = version.vocabulary->facts.at(atom.fact).choices;
        for (std::size_t i = 0; i < atom.choices.size() && i < declared.size(); ++i) {
            if (!atom.choices[i]) continue;
            const bool name = wording == Wording::names || declared[i].title.empty();
            texts.push_back(name ? declared[i].name : declared[i].title);
        }
        return texts;
    }

    [[nodiscard]] std::string term(const LinearTerm& term, const Rational& factor, bool quoted) const {
        std::string text = quoted ? say(Word::named, {fact(term.fact)}) : fact(term.fact);
        if (term.whole_fact != no_fact) text = say(Word::times, {fact(term.whole_fact), text});
        return factor == Rational(1) ? text : say(Word::times, {factor.text(), text});
    }

    [[nodiscard]] std::string choice_text(const Atom& atom, bool negated) const;
    [[nodiscard]] std::string limit_name(const Atom& atom) const;
};

std::string one_or_any(const std::vector<std::string>& texts) {
    return texts.size() == 1 ? texts.front() : say(Word::any_of, {say_list(texts)});
}

std::string not_one_or_none(const std::vector<std::string>& texts) {
    return texts.size() == 1 ? say(Word::not_one, texts) : say(Word::none_of, {say_list(texts)});
}

std::string Describer::choice_text(const Atom& atom, bool negated) const {
    const FactDeclaration& declaration = version.vocabulary->facts.at(atom.fact);
    if (declaration.type == FactType::yes_no && atom.choices.at(0) != atom.choices.at(1)) {
        return say(atom.choices[1] != negated ? Word::yes : Word::no);
    }
    const std::vector<std::string> texts = choices(atom);
    if (texts.empty()) return say(Word::no_value);
    return negated ? not_one_or_none(texts) : one_or_any(texts);
}

std::string Describer::limit_name(const Atom& atom) const {
    std::string name;
    const auto& texts = version.limits.at(atom.limit);
    if (!texts.empty()) {
        const Limit& limit = texts.front();
        const std::string short_name = limit.name.substr(limit.name.rfind('.') + 1);
        name = wording == Wording::names ? short_name
                                         : say(Word::limit_title, {limit.title.empty() ? short_name : limit.title});
    }
    if (atom.factor == Rational(1)) return name;
    return atom.factor == Rational(1, 2) ? say(Word::half_of, {name}) : say(Word::share_of, {atom.factor.text(), name});
}

Comparison mirrored(Comparison comparison) {
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

Comparison denied(Comparison comparison) {
    switch (comparison) {
        case Comparison::under:
            return Comparison::at_least;
        case Comparison::over:
            return Comparison::at_most;
        case Comparison::at_least:
            return Comparison::under;
        case Comparison::at_most:
            return Comparison::over;
    }
    return comparison;
}

std::string compared(Comparison comparison, const std::string& with, bool negated = false) {
    switch (comparison) {
        case Comparison::under:
            return say(negated ? Word::not_under : Word::under, {with});
        case Comparison::over:
            return say(negated ? Word::not_over : Word::over, {with});
        case Comparison::at_least:
            return say(negated ? Word::not_at_least : Word::at_least, {with});
        case Comparison::at_most:
            return say(negated ? Word::not_at_most : Word::at_most, {with});
    }
    return with;
}

/// A form compared with 0, written with what counts positively on the left and everything else on the right.
struct Sides {
    std::vector<std::pair<LinearTerm, Rational>> left;
    std::vector<std::pair<LinearTerm, Rational>> right;
    Rational constant;  ///< on the right
    Comparison comparison = Comparison::under;
};

Sides sides_of(const Atom& atom) {
    Sides sides;
    const auto& terms = atom.form.terms;
    const bool turned =
        std::all_of(terms.begin(), terms.end(), [](const LinearTerm& term) { return term.factor.sign() < 0; });
    // One fact alone is compared with a plain number: age under 15, also when it was written as a multiple.
    const Rational divisor = terms.size() == 1 ? terms.front().factor : Rational(turned ? -1 : 1);
    for (const LinearTerm& term : terms) {
        const Rational factor = term.factor / divisor;
        if (factor.sign() > 0) {
            sides.left.emplace_back(term, factor);
        } else {
            sides.right.emplace_back(term, -factor);
        }
    }
    sides.constant = -atom.form.constant / divisor;
    if (sides.left.size() == 1 && sides.left.front().second != Rational(1)) {
        // Rest at least twice the shift, not half of the rest at least the shift.
        const Rational share = sides.left.front().second;
        sides.left.front().second = 1;
        for (auto& [term, factor] : sides.right) factor = factor / share;
        sides.constant = sides.constant / share;
    }
    sides.comparison = divisor.sign() < 0 ? mirrored(atom.comparison) : atom.comparison;
    return sides;
}

/// The name of a sum that the law has declared, where the terms are just that sum.
const DerivedNumber* derived_sum(const Version& version, const std::vector<std::pair<LinearTerm, Rational>>& terms) {
    if (terms.size() < 2) return nullptr;
    for (const DerivedNumber& derived : version.derived) {
        const bool same = derived.form.terms.size() == terms.size() &&
                          std::equal(terms.begin(), terms.end(), derived.form.terms.begin(),
                                     [](const auto& term, const LinearTerm& of_sum) {
                                         return term.first.fact == of_sum.fact && term.first.whole_fact == no_fact &&
                                                term.second == of_sum.factor;
                                     });
        if (same) return &derived;
    }
    return nullptr;
}

/// `quoted`: titles in the middle of a sentence stand in quotation marks.
std::string side_text(const Describer& describer, const std::vector<std::pair<LinearTerm, Rational>>& terms,
                      bool quoted = false) {
    std::string text;
    if (const DerivedNumber* derived = derived_sum(describer.version, terms)) {
        const bool name = describer.wording == Wording::names || derived->title.empty();
        return name ? derived->name : quoted ? say(Word::named, {derived->title}) : derived->title;
    }
    for (const auto& [term, factor] : terms) {
        const std::string next = describer.term(term, factor, quoted);
        text = text.empty() ? next : say(Word::plus, {text, next});
    }
    return text;
}

bool mentions_shift(const Atom& atom) {
    return std::any_of(atom.form.terms.begin(), atom.form.terms.end(),
                       [](const LinearTerm& term) { return term.fact == shift_length; });
}

/// A comparison with the length of a shift is false where the times are not known, so its denial is said as a denial.
std::string number_text(const Describer& describer, const Atom& atom, bool negated) {
    const Sides sides = sides_of(atom);
    std::string with = side_text(describer, sides.right, describer.wording == Wording::titles);
    if (sides.left.empty()) return say(Word::no_value);
    if (with.empty()) {
        with = describer.amount(sides.constant, sides.left.front().first.fact);
    } else if (sides.constant.sign() != 0) {
        with = say(Word::plus, {with, describer.amount(sides.constant, sides.left.front().first.fact)});
    }
    if (mentions_shift(atom)) return compared(sides.comparison, with, negated);
    return compared(negated ? denied(sides.comparison) : sides.comparison, with);
}

/// The range that comparisons of one number with constants leave; nothing when some of them say more.
struct NumberRange {
    std::optional<Rational> low;
    std::optional<Rational> high;
    bool low_included = true;
    bool high_included = true;

    bool narrow(const Atom& atom, bool negated) {
        if (atom.kind != Atom::Kind::number || atom.form.terms.size() != 1 || mentions_shift(atom)) return false;
        const Sides sides = sides_of(atom);
        const Rational& end = sides.constant;
        const Comparison comparison = negated ? denied(sides.comparison) : sides.comparison;
        const bool included = comparison == Comparison::at_least || comparison == Comparison::at_most;
        if (comparison == Comparison::over || comparison == Comparison::at_least) {
            if (!low || end > *low || (end == *low && !included)) {
                low = end;
                low_included = included;
            }
        } else if (!high || end < *high || (end == *high && !included)) {
            high = end;
            high_included = included;
        }
        return true;
    }

    [[nodiscard]] std::string text(const std::string& unit) const {
        if (low && high) {
            if (*low == *high && low_included && high_included)
                return say(Word::exactly, {say_amount(low->text(), unit)});
            const Word word = low_included ? (high_included ? Word::from_to : Word::from_to_under)
                                           : (high_included ? Word::over_to : Word::over_to_under);
            return say(word, {low->text(), say_amount(high->text(), unit)});
        }
        if (low) return say(low_included ? Word::at_least : Word::over, {say_amount(low->text(), unit)});
        return say(high_included ? Word::at_most : Word::under, {say_amount(high->text(), unit)});
    }
};

}  // namespace

std::string subject(const Version& version, const Atom& atom, Wording wording) {
    const Describer describer{version, wording};
    switch (atom.kind) {
        case Atom::Kind::number:
        case Atom::Kind::limit:
            return side_text(describer, sides_of(atom).left);
        case Atom::Kind::overlap:
            return say(wording == Wording::titles ? Word::working_time : Word::working_time_name);
        default:
            return describer.fact(atom.fact);
    }
}

std::string condition_text(const Version& version, const Atom& atom, bool negated, Wording wording) {
    const Describer describer{version, wording};
    switch (atom.kind) {
        case Atom::Kind::choice:
            return describer.choice_text(atom, negated);
        case Atom::Kind::code:
        case Atom::Kind::set_includes:
            return negated ? not_one_or_none(describer.codes(atom)) : one_or_any(describer.codes(atom));
        case Atom::Kind::set_region: {
            // The region below none of the codes makes it a denial of the others: something else than these.
            const bool other = atom.choices.back();
            std::vector<std::string> texts;
            for (std::size_t i = 0; i < atom.codes.size(); ++i) {
                if (atom.choices[i] != other) texts.push_back(describer.code(atom.fact, atom.codes[i]));
            }
            if (texts.empty()) return say(negated ? Word::nothing : Word::something);
            if (!other) return negated ? not_one_or_none(texts) : one_or_any(texts);
            return say(negated ? Word::nothing_but : Word::something_but, {say_list(texts)});
        }
        case Atom::Kind::set_only:
            return say(negated ? Word::not_only : Word::only, {say_list(describer.codes(atom))});
        case Atom::Kind::number:
            return number_text(describer, atom, negated);
        case Atom::Kind::limit: {
            // Where the limit is not in force the comparison is false, so a denial is not the opposite comparison.
            const Sides sides = sides_of(atom);
            return compared(sides.comparison, describer.limit_name(atom), negated);
        }
        case Atom::Kind::overlap:
            return say(negated ? Word::not_overlaps : Word::overlaps,
                       {time_of_day_text(atom.window_from), time_of_day_text(atom.window_to)});
        case Atom::Kind::stated:
            return say(negated ? Word::not_stated : Word::stated);
    }
    return {};
}

std::string conditions_text(const Version& version, const std::vector<AtomAnswer>& answers, Wording wording) {
    NumberRange range;
    bool is_range = answers.size() > 1;
    std::string joined;
    for (const AtomAnswer& answer : answers) {
        const Atom& atom = version.atoms.at(answer.atom);
        is_range = is_range && range.narrow(atom, answer.negated);
        const std::string text = condition_text(version, atom, answer.negated, wording);
        joined = joined.empty() ? text : say(Word::and_then, {joined, text});
    }
    if (!is_range) return joined;
    const LinearTerm& term = version.atoms.at(answers.front().atom).form.terms.front();
    return range.text(version.vocabulary->facts.at(term.fact).unit);
}

std::string limit_cell_text(const LimitCell& cell, const std::string& unit) {
    switch (cell.kind) {
        case LimitCell::Kind::none:
            return say(Word::limit_none);
        case LimitCell::Kind::number:
            return cell.not_allowed ? say(Word::limit_not_allowed) : say_amount(cell.low.text(), unit);
        case LimitCell::Kind::open:
            break;
    }
    if (!cell.high) return say(Word::limit_not_seen_above, {say_amount(cell.low.text(), unit)});
    return say(Word::limit_not_seen_between, {cell.low.text(), say_amount(cell.high->text(), unit)});
}

}  // namespace labourlex
