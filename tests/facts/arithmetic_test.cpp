// Fourier-Motzkin elimination against what can be known without it: a system made around a point is feasible, a system
// with a contradiction among combinations of its own inequalities is not, and projections are tight.

#include "engine/facts/arithmetic.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <vector>

using namespace labourlex;

namespace {

Rational small_rational() {
    return Rational(*rc::gen::inRange(-12, 13), *rc::gen::inRange(1, 5));
}

Rational value_at(const LinearInequality& inequality, const std::vector<Rational>& point) {
    Rational value = inequality.constant;
    for (std::size_t i = 0; i < point.size(); ++i) {
        value = value + inequality.factors[i] * point[i];
    }
    return value;
}

/// A random inequality that the point satisfies, on the edge in one case of four.
LinearInequality around(const std::vector<Rational>& point) {
    LinearInequality inequality;
    for (std::size_t i = 0; i < point.size(); ++i) {
        inequality.factors.emplace_back(*rc::gen::inRange(-3, 4));
    }
    inequality.constant = 0;
    const Rational slack = *rc::gen::inRange(0, 4) == 0 ? Rational(0) : Rational(*rc::gen::inRange(1, 9), 2);
    inequality.constant = slack - value_at(inequality, point);
    inequality.strict = slack.sign() > 0 && *rc::gen::arbitrary<bool>();
    return inequality;
}

}  // namespace

TEST_CASE("a system that a point satisfies is feasible, and the point lies within every projection") {
    rc::check([] {
        const std::size_t variables = *rc::gen::inRange(1, 4);
        std::vector<Rational> point;
        for (std::size_t i = 0; i < variables; ++i) {
            point.push_back(small_rational());
        }
        LinearSystem system(variables);
        const int count = *rc::gen::inRange(0, 8);
        for (int i = 0; i < count; ++i) {
            system.add(around(point));
        }
        RC_ASSERT(system.feasible());
        for (std::size_t i = 0; i < variables; ++i) {
            const auto bounds = system.bounds(i);
            RC_ASSERT(bounds.has_value());
            RC_ASSERT(!bounds->low || (bounds->low_excluded ? point[i] > *bounds->low : point[i] >= *bounds->low));
            RC_ASSERT(!bounds->high || (bounds->high_excluded ? point[i] < *bounds->high : point[i] <= *bounds->high));
        }
    });
}

TEST_CASE("the opposite of a combination of inequalities contradicts them") {
    rc::check([] {
        const std::size_t variables = *rc::gen::inRange(1, 4);
        std::vector<Rational> point;
        for (std::size_t i = 0; i < variables; ++i) {
            point.push_back(small_rational());
        }
        LinearSystem system(variables);
        LinearInequality sum;
        sum.factors.resize(variables);
        sum.constant = 0;
        const int count = *rc::gen::inRange(1, 6);
        for (int i = 0; i < count; ++i) {
            const LinearInequality inequality = around(point);
            const Rational weight(*rc::gen::inRange(1, 4));
            for (std::size_t v = 0; v < variables; ++v) {
                sum.factors[v] = sum.factors[v] + weight * inequality.factors[v];
            }
            sum.constant = sum.constant + weight * inequality.constant;
            system.add(inequality);
        }
        // The combination says sum >= 0; add sum < 0.
        for (Rational& factor : sum.factors) {
            factor = -factor;
        }
        sum.constant = -sum.constant;
        sum.strict = true;
        system.add(sum);
        RC_ASSERT(!system.feasible());
    });
}

TEST_CASE("a projection is tight: just beyond it nothing is left") {
    rc::check([] {
        const std::vector<Rational> point{small_rational(), small_rational()};
        LinearSystem system(2);
        for (int i = 0; i < 5; ++i) {
            system.add(around(point));
        }
        const auto bounds = system.bounds(0);
        RC_ASSERT(bounds.has_value());
        if (bounds->high) {
            LinearSystem at = system;
            at.add_single(0, 1, -*bounds->high, false);
            RC_ASSERT(at.feasible() == !bounds->high_excluded);
            LinearSystem beyond = system;
            beyond.add_single(0, 1, -*bounds->high, true);
            RC_ASSERT(!beyond.feasible());
        }
    });
}

TEST_CASE("strict edges count") {
    LinearSystem touching(1);
    touching.add_single(0, 1, -4, false);  // x >= 4
    touching.add_single(0, -1, 4, false);  // x <= 4
    CHECK(touching.feasible());
    touching.add_single(0, 1, -4, true);  // x > 4
    CHECK_FALSE(touching.feasible());
}

TEST_CASE("hours of a day, of a week and days of a week tie together") {
    // day <= week, week <= 6 day, day >= 4: no week of 3 hours, a week of 24 at most when day is 4.
    LinearSystem system(2);
    system.add({{Rational(-1), Rational(1)}, 0, false});
    system.add({{Rational(6), Rational(-1)}, 0, false});
    system.add_single(0, 1, -4, false);
    LinearSystem short_week = system;
    short_week.add_single(1, -1, 3, false);
    CHECK_FALSE(short_week.feasible());
    LinearSystem day_of_four = system;
    day_of_four.add_single(0, -1, 4, false);
    const auto week = day_of_four.bounds(1);
    REQUIRE(week);
    CHECK(*week->low == Rational(4));
    CHECK(*week->high == Rational(24));
}
