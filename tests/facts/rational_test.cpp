#include "engine/facts/rational.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <limits>

using labourlex::ArithmeticOverflow;
using labourlex::Rational;

namespace {

/// Small enough that sums and products of several fit.
rc::Gen<Rational> small_rational() {
    return rc::gen::map(
        rc::gen::pair(rc::gen::inRange<std::int64_t>(-30000, 30001), rc::gen::inRange<std::int64_t>(1, 1001)),
        [](const auto& pair) { return Rational(pair.first, pair.second); });
}

}  // namespace

TEST_CASE("rationals obey the laws of a field") {
    CHECK(rc::check("addition and multiplication", [] {
        const Rational a = *small_rational();
        const Rational b = *small_rational();
        const Rational c = *small_rational();
        RC_ASSERT(a + b == b + a);
        RC_ASSERT(a * b == b * a);
        RC_ASSERT((a + b) + c == a + (b + c));
        RC_ASSERT((a * b) * c == a * (b * c));
        RC_ASSERT(a * (b + c) == a * b + a * c);
        RC_ASSERT(a + Rational(0) == a);
        RC_ASSERT(a * Rational(1) == a);
        RC_ASSERT(a - b == a + -b);
        RC_ASSERT(a + -a == Rational(0));
        if (b.sign() != 0) RC_ASSERT(a / b * b == a);
    }));
    CHECK(rc::check("order", [] {
        const Rational a = *small_rational();
        const Rational b = *small_rational();
        const Rational c = *small_rational();
        RC_ASSERT((a < b) == ((a - b).sign() < 0));
        RC_ASSERT((a == b) == ((a - b).sign() == 0));
        RC_ASSERT((a < b) == (a + c < b + c));
        if (c.sign() > 0) RC_ASSERT((a < b) == (a * c < b * c));
    }));
    CHECK(rc::check("lowest terms", [] {
        const Rational a = *small_rational();
        const auto factor = *rc::gen::inRange<std::int64_t>(1, 1000);
        const Rational same(a.numerator() * factor, a.denominator() * factor);
        RC_ASSERT(same.numerator() == a.numerator());
        RC_ASSERT(same.denominator() == a.denominator());
        RC_ASSERT(a.denominator() > 0);
    }));
    CHECK(rc::check("floor and ceiling", [] {
        const Rational a = *small_rational();
        RC_ASSERT(Rational(a.floor()) <= a);
        RC_ASSERT(a < Rational(a.floor() + 1));
        RC_ASSERT(-Rational((-a).floor()) == Rational(a.ceiling()));
    }));
}

TEST_CASE("what is printed is read back") {
    CHECK(rc::check("decimals", [] {
        const auto digits = *rc::gen::inRange<std::int64_t>(-999999999999999999LL, 1000000000000000000LL);
        auto denominator = std::int64_t{1};
        for (int places = *rc::gen::inRange(0, 10); places > 0; --places) denominator *= 10;
        const Rational number(digits % (denominator * 1000000000), denominator);
        const auto back = Rational::parse_decimal(number.text());
        RC_ASSERT(back.has_value());
        RC_ASSERT(*back == number);
    }));
    CHECK(rc::check("shares", [] {
        const Rational share = Rational(*rc::gen::inRange(-999, 1000), *rc::gen::inRange(1, 1000));
        const auto back = Rational::parse_share(share.text());
        if (share.text().find('.') == std::string::npos || share.text().size() < 10) {
            RC_ASSERT(back.has_value());
            RC_ASSERT(*back == share);
        }
    }));
}

TEST_CASE("decimals are read strictly") {
    CHECK(Rational::parse_decimal("15") == Rational(15));
    CHECK(Rational::parse_decimal("-2") == Rational(-2));
    CHECK(Rational::parse_decimal("4.1") == Rational(41, 10));
    CHECK(Rational::parse_decimal("0.10") == Rational(1, 10));
    CHECK(Rational::parse_decimal("999999999.999999999") == Rational(999999999999999999LL, 1000000000));
    for (const char* bad :
         {"",   "-",   ".",   "4.",    ".5",         "+1",           "1e3",   "0x10", "010", "00",  "1 ",
          " 1", "1,5", "--1", "1.2.3", "1234567890", "0.1234567890", "1_000", "inf",  "nan", "1/3", "٣"}) {
        INFO(bad);
        CHECK_FALSE(Rational::parse_decimal(bad));
    }
}

TEST_CASE("shares of the language") {
    CHECK(Rational::parse_share("half") == Rational(1, 2));
    CHECK(Rational::parse_share("1/3") == Rational(1, 3));
    CHECK(Rational::parse_share("20 %") == Rational(1, 5));
    CHECK(Rational::parse_share("12.5%") == Rational(1, 8));
    CHECK(Rational::parse_share("4.1") == Rational(41, 10));
    for (const char* bad : {"1/0", "1/-3", "1.5/3", "1/3.0", "1/", "/3", "%", "20 % ", "halves", "1/3/4"}) {
        INFO(bad);
        CHECK_FALSE(Rational::parse_share(bad));
    }
}

TEST_CASE("numbers are printed as short as they are exact") {
    CHECK(Rational(15).text() == "15");
    CHECK(Rational(41, 10).text() == "4.1");
    CHECK(Rational(-1, 4).text() == "-0.25");
    CHECK(Rational(-1, 3).text() == "-1/3");
    CHECK(Rational(45359237, 100000000).text() == "0.45359237");
}

TEST_CASE("what does not fit is refused, never wrapped") {
    const Rational great(std::numeric_limits<std::int64_t>::max());
    CHECK_THROWS_AS(great + Rational(1), ArithmeticOverflow);
    CHECK_THROWS_AS(great * great, ArithmeticOverflow);
    CHECK_THROWS_AS(Rational(1, std::numeric_limits<std::int64_t>::max()) / Rational(2), ArithmeticOverflow);
    CHECK(great - great == Rational(0));
    CHECK(great / great == Rational(1));
    CHECK(-great < great);
}

TEST_CASE("doubles for output are the nearest") {
    CHECK(Rational(41, 10).nearest_double() == 4.1);
    CHECK(Rational(1, 3).nearest_double() == 1.0 / 3.0);
    CHECK(Rational(123456789123456789LL, 1000000000).nearest_double() == 123456789.123456789);
}
