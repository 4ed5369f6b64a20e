// Comparisons of numbers that engines counting in decimals and engines counting in binary answer alike.
//
// The law is exact: 4.1 kg is 4.1 kg. FEEL and ZEN count in decimals, but some of their engines (all that run on plain
// JavaScript) count in binary floating point, where 0.1 + 0.2 is not 0.3. So:
//
// - One number against a decimal of at most 15 digits is written as it is. Reading a decimal into binary keeps the
//   order of numbers, and two different decimals of at most 15 digits stay different.
// - Anything else - sums, products, fractions without an end - is written over whole numbers: each number is first
//   turned into billionths, floor(x * 1000000000 + 0.5), and the comparison is multiplied until no fraction is left. A
//   job states at most nine digits behind the point, so a billionth loses nothing; for numbers up to a million the
//   error of the binary product is under a quarter, so the rounding is right; and below 2^53 whole numbers add and
//   multiply exactly in binary. What could leave these bounds is refused.
#pragma once

#include "engine/exchange/expression.hpp"

#include <optional>
#include <vector>

namespace labourlex::exchange {

/// factor * value, or factor * whole_value * value.
struct NumberTerm {
    Expression value;
    Rational factor;
    bool whole = false;               ///< the value is always a whole number
    Rational greatest;                ///< the value is never further from zero
    std::optional<Expression> times;  ///< a whole number
    Rational greatest_times = 1;
};

/// A decimal that binary engines keep apart from its neighbours.
[[nodiscard]] bool is_plain_number(const Rational& value);

/// The sum of the terms plus `constant`, compared with zero. Nothing where that cannot be written exactly; throws
/// ArithmeticOverflow where it cannot even be worked out.
[[nodiscard]] std::optional<Expression> compared_with_zero(const std::vector<NumberTerm>& terms,
                                                           const Rational& constant, Comparison comparison);

}  // namespace labourlex::exchange
