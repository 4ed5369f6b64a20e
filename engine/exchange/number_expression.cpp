#include "engine/exchange/number_expression.hpp"

#include <algorithm>
#include <numeric>

namespace labourlex::exchange {
namespace {

constexpr std::int64_t billion = 1'000'000'000;
constexpr std::int64_t greatest_exact_whole = std::int64_t{1} << 53;
constexpr std::int64_t greatest_rounded = 1'000'000;

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

bool holds(const Rational& left, Comparison comparison) {
    switch (comparison) {
        case Comparison::under:
            return left.sign() < 0;
        case Comparison::over:
            return left.sign() > 0;
        case Comparison::at_least:
            return left.sign() >= 0;
        case Comparison::at_most:
            return left.sign() <= 0;
    }
    return false;
}

Rational magnitude(const Rational& value) {
    return value.sign() < 0 ? -value : value;
}

/// factor * x + constant, the plain case.
std::optional<Expression> one_number(const NumberTerm& term, const Rational& constant, Comparison comparison) {
    const Rational edge = -constant / term.factor;
    if (term.times || !is_plain_number(edge)) return std::nullopt;
    return compared(term.value, term.factor.sign() > 0 ? comparison : turned(comparison), number(edge));
}

/// The least common multiple of all denominators.
std::int64_t common_denominator(const std::vector<NumberTerm>& terms, const Rational& constant) {
    std::int64_t common = constant.denominator();
    for (const NumberTerm& term : terms) {
        const Rational grown = Rational(common) / Rational(std::gcd(common, term.factor.denominator())) *
                               Rational(term.factor.denominator());
        common = grown.numerator();
    }
    return common;
}

Expression sum_of(std::vector<Expression> parts) {
    if (parts.empty()) return number(0);
    if (parts.size() == 1) return std::move(parts.front());
    return with_parts(Expression::Kind::sum, std::move(parts));
}

}  // namespace

bool is_plain_number(const Rational& value) {
    const std::string text = value.text();
    if (text.find('/') != std::string::npos) return false;
    return std::count_if(text.begin(), text.end(), [](char sign) { return sign >= '0' && sign <= '9'; }) <= 15;
}

std::optional<Expression> compared_with_zero(const std::vector<NumberTerm>& all_terms, const Rational& constant,
                                             Comparison comparison) {
    std::vector<NumberTerm> terms;
    std::copy_if(all_terms.begin(), all_terms.end(), std::back_inserter(terms),
                 [](const NumberTerm& term) { return term.factor.sign() != 0; });
    if (terms.empty()) return truth(holds(constant, comparison));
    if (terms.size() == 1) {
        if (auto plain = one_number(terms.front(), constant, comparison)) return plain;
    }

    const bool whole = std::all_of(terms.begin(), terms.end(), [](const NumberTerm& term) { return term.whole; });
    const Rational scale = Rational(common_denominator(terms, constant)) * Rational(whole ? 1 : billion);
    Rational reach = magnitude(constant * scale);
    std::vector<Expression> left;   // what is added
    std::vector<Expression> right;  // what is taken away
    for (const NumberTerm& term : terms) {
        // The value in billionths takes up that part of the scale itself.
        const bool rounded = !term.whole;
        if (rounded && magnitude(term.greatest) > Rational(greatest_rounded)) return std::nullopt;
        const Rational factor = magnitude(term.factor * scale / Rational(rounded ? billion : 1));
        reach = reach + magnitude(term.factor * scale * term.greatest * term.greatest_times);
        Expression value = rounded ? with_parts(Expression::Kind::billionths, {term.value}) : term.value;
        if (term.times) value = with_parts(Expression::Kind::product, {*term.times, std::move(value)});
        if (factor != Rational(1)) value = with_parts(Expression::Kind::product, {number(factor), std::move(value)});
        (term.factor.sign() > 0 ? left : right).push_back(std::move(value));
    }
    if (constant.sign() != 0) {
        (constant.sign() > 0 ? left : right).push_back(number(magnitude(constant * scale)));
    }
    if (reach > Rational(greatest_exact_whole)) return std::nullopt;
    return compared(sum_of(std::move(left)), comparison, sum_of(std::move(right)));
}

}  // namespace labourlex::exchange
