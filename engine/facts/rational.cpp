#include "engine/facts/rational.hpp"

#include <charconv>
#include <limits>
#include <numeric>

namespace labourlex {

namespace {

// Every product of two 64-bit numbers fits 128 bits, so each operation is computed exactly, reduced, and only then
// asked whether it fits. `-Wpedantic` knows the type only under `__extension__`.
__extension__ using Wide = __int128;

Wide magnitude(Wide value) {
    return value < 0 ? -value : value;
}

constexpr Wide word = std::numeric_limits<std::int64_t>::max();

Wide greatest_common_divisor(Wide a, Wide b) {
    // Dividing 128 bits is many times as dear as dividing 64, and nearly all numbers are small.
    while (b != 0 && (a > word || b > word)) {
        const Wide rest = a % b;
        a = b;
        b = rest;
    }
    if (b == 0) return a;
    return std::gcd(static_cast<std::int64_t>(a), static_cast<std::int64_t>(b));
}

std::int64_t narrow(Wide value) {
    if (value > std::numeric_limits<std::int64_t>::max() || value < -std::numeric_limits<std::int64_t>::max()) {
        throw ArithmeticOverflow();
    }
    return static_cast<std::int64_t>(value);
}

Rational reduced(Wide numerator, Wide denominator) {
    if (denominator == 0) throw std::domain_error("a number was divided by zero");
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    if (denominator != 1) {
        const Wide divisor = greatest_common_divisor(magnitude(numerator), denominator);
        if (divisor != 1) {
            if (magnitude(numerator) <= word && denominator <= word) {
                numerator = static_cast<std::int64_t>(numerator) / static_cast<std::int64_t>(divisor);
                denominator = static_cast<std::int64_t>(denominator) / static_cast<std::int64_t>(divisor);
            } else {
                numerator /= divisor;
                denominator /= divisor;
            }
        }
    }
    return {Rational::InLowestTerms{}, narrow(numerator), narrow(denominator)};
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The number at the start of `text` and how many characters it takes; strict about its form.
struct ReadDecimal {
    Rational value;
    std::size_t length = 0;
};

constexpr std::size_t most_digits = 9;

std::optional<ReadDecimal> read_decimal(std::string_view text) {
    std::size_t at = 0;
    const bool negative = !text.empty() && text[0] == '-';
    if (negative) ++at;
    const std::size_t whole_begin = at;
    std::int64_t numerator = 0;
    while (at < text.size() && is_digit(text[at])) {
        if (at - whole_begin == most_digits) return std::nullopt;
        numerator = numerator * 10 + (text[at++] - '0');
    }
    const std::size_t whole_digits = at - whole_begin;
    // A leading zero would be read as octal elsewhere, so it is not read at all.
    if (whole_digits == 0 || (whole_digits > 1 && text[whole_begin] == '0')) return std::nullopt;
    std::int64_t denominator = 1;
    if (at < text.size() && text[at] == '.') {
        const std::size_t point = at++;
        while (at < text.size() && is_digit(text[at])) {
            if (at - point > most_digits) return std::nullopt;
            numerator = numerator * 10 + (text[at++] - '0');
            denominator *= 10;
        }
        if (at == point + 1) return std::nullopt;
    }
    return ReadDecimal{Rational(negative ? -numerator : numerator, denominator), at};
}

std::string wide_text(Wide value) {
    std::string digits;
    do {
        digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(value % 10)));
        value /= 10;
    } while (value != 0);
    return digits;
}

bool has_finite_decimal(std::int64_t denominator) {
    while (denominator % 2 == 0) denominator /= 2;
    while (denominator % 5 == 0) denominator /= 5;
    return denominator == 1;
}

}  // namespace

Rational::Rational(std::int64_t numerator, std::int64_t denominator) {
    if (denominator > 0 && greatest_common_divisor(magnitude(numerator), denominator) == 1) {
        numerator_ = narrow(numerator);
        denominator_ = denominator;
    } else {
        *this = reduced(numerator, denominator);
    }
}

std::optional<Rational> Rational::parse_decimal(std::string_view text) {
    const auto read = read_decimal(text);
    if (!read || read->length != text.size()) return std::nullopt;
    return read->value;
}

std::optional<Rational> Rational::parse_share(std::string_view text) {
    if (text == "half") return Rational(1, 2);
    const auto read = read_decimal(text);
    if (!read) return std::nullopt;
    std::string_view rest = text.substr(read->length);
    if (rest.empty()) return read->value;
    if (rest[0] == '/') {
        const auto divisor = parse_decimal(rest.substr(1));
        if (!divisor || !divisor->is_whole() || !read->value.is_whole() || divisor->sign() <= 0) return std::nullopt;
        // `3.0/4` is whole in value but not in spelling.
        if (text.find('.') != std::string_view::npos) return std::nullopt;
        return read->value / *divisor;
    }
    while (!rest.empty() && rest[0] == ' ') rest.remove_prefix(1);
    if (rest == "%") return read->value / Rational(100);
    return std::nullopt;
}

std::int64_t Rational::floor() const {
    const std::int64_t quotient = numerator_ / denominator_;
    return numerator_ < 0 && numerator_ % denominator_ != 0 ? quotient - 1 : quotient;
}

std::int64_t Rational::ceiling() const {
    const std::int64_t quotient = numerator_ / denominator_;
    return numerator_ > 0 && numerator_ % denominator_ != 0 ? quotient + 1 : quotient;
}

Rational Rational::operator-() const {
    return reduced(-Wide(numerator_), denominator_);
}

Rational operator+(const Rational& a, const Rational& b) {
    // Over the least common denominator, so that no intermediate exceeds 128 bits.
    const Wide shared = greatest_common_divisor(a.denominator_, b.denominator_);
    const Wide a_factor = b.denominator_ / shared;
    const Wide b_factor = a.denominator_ / shared;
    return reduced(a.numerator_ * a_factor + b.numerator_ * b_factor, a.denominator_ * a_factor);
}

Rational operator-(const Rational& a, const Rational& b) {
    const Wide shared = greatest_common_divisor(a.denominator_, b.denominator_);
    const Wide a_factor = b.denominator_ / shared;
    const Wide b_factor = a.denominator_ / shared;
    return reduced(a.numerator_ * a_factor - b.numerator_ * b_factor, a.denominator_ * a_factor);
}

Rational operator*(const Rational& a, const Rational& b) {
    return reduced(Wide(a.numerator_) * b.numerator_, Wide(a.denominator_) * b.denominator_);
}

Rational operator/(const Rational& a, const Rational& b) {
    return reduced(Wide(a.numerator_) * b.denominator_, Wide(a.denominator_) * b.numerator_);
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
    const Wide left = Wide(a.numerator_) * b.denominator_;
    const Wide right = Wide(b.numerator_) * a.denominator_;
    return left < right   ? std::strong_ordering::less
           : left > right ? std::strong_ordering::greater
                          : std::strong_ordering::equal;
}

std::string Rational::text() const {
    std::string result = numerator_ < 0 ? "-" : "";
    const Wide positive = magnitude(numerator_);
    if (!has_finite_decimal(denominator_)) return result + wide_text(positive) + "/" + wide_text(denominator_);
    result += wide_text(positive / denominator_);
    Wide rest = positive % denominator_;
    if (rest != 0) result += '.';
    while (rest != 0) {
        rest *= 10;
        result += static_cast<char>('0' + static_cast<int>(rest / denominator_));
        rest %= denominator_;
    }
    return result;
}

double Rational::nearest_double() const {
    constexpr std::int64_t exact = std::int64_t{1} << 53U;
    if (magnitude(numerator_) <= exact && denominator_ <= exact) {
        return static_cast<double>(numerator_) / static_cast<double>(denominator_);  // one rounding
    }
    if (has_finite_decimal(denominator_)) {
        const std::string written = text();
        double value = 0;
        std::from_chars(written.data(), written.data() + written.size(), value);
        return value;
    }
    return static_cast<double>(static_cast<long double>(numerator_) / static_cast<long double>(denominator_));
}

}  // namespace labourlex
