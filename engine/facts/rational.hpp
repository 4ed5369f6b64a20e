// Exact numbers. 4.1 kg is 4.1 kg: no binary floating point anywhere in the meaning of a ruleset or a job.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace labourlex {

/// Thrown where an exact result does not fit. Inputs are bounded so that no sum of legal inputs gets near it.
struct ArithmeticOverflow : std::runtime_error {
    ArithmeticOverflow() : std::runtime_error("a number grew beyond what exact arithmetic here can hold") {}
};

/// numerator / denominator in lowest terms, denominator > 0. Value type, thread-safe.
class Rational {
public:
    constexpr Rational() = default;
    constexpr Rational(std::int64_t whole) : numerator_(whole) {}  // NOLINT: a whole number is a rational
    Rational(std::int64_t numerator, std::int64_t denominator);
    /// For who has reduced the two already.
    struct InLowestTerms {};
    constexpr Rational(InLowestTerms, std::int64_t numerator, std::int64_t denominator)
        : numerator_(numerator), denominator_(denominator) {}

    /// Reads `15`, `-2`, `4.1` (at most 9 digits before and 9 after the point), nothing else.
    static std::optional<Rational> parse_decimal(std::string_view text);
    /// Also `1/3`, `half` and `20 %`, as constants of the language.
    static std::optional<Rational> parse_share(std::string_view text);

    [[nodiscard]] std::int64_t numerator() const { return numerator_; }
    [[nodiscard]] std::int64_t denominator() const { return denominator_; }
    [[nodiscard]] bool is_whole() const { return denominator_ == 1; }
    [[nodiscard]] int sign() const { return numerator_ < 0 ? -1 : numerator_ > 0 ? 1 : 0; }
    /// Greatest whole number not above.
    [[nodiscard]] std::int64_t floor() const;
    [[nodiscard]] std::int64_t ceiling() const;

    Rational operator-() const;
    friend Rational operator+(const Rational& a, const Rational& b);
    friend Rational operator-(const Rational& a, const Rational& b);
    friend Rational operator*(const Rational& a, const Rational& b);
    /// `b` is not zero.
    friend Rational operator/(const Rational& a, const Rational& b);
    friend bool operator==(const Rational&, const Rational&) = default;
    friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);

    /// The shortest exact spelling: `15`, `4.1`, and `1/3` where no finite decimal exists.
    [[nodiscard]] std::string text() const;
    /// For JSON output only: the nearest double.
    [[nodiscard]] double nearest_double() const;

private:
    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1;
};

}  // namespace labourlex
