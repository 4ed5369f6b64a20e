// The completions that the reference reading tries meet every cell: held against grids and against all pairs of times.
#include "engine/law/number_cells.hpp"
#include "engine/law/reference_reading.hpp"
#include "engine/law/shift_classes.hpp"
#include "tests/support/version_builder.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <set>

using namespace labourlex;
using namespace labourlex::test;
using reference::holds;

namespace {

using Signs = std::vector<int>;

Signs signs_at(const std::vector<reference::CutForm>& forms, const std::vector<Rational>& point) {
    Signs signs;
    for (const reference::CutForm& form : forms) {
        Rational sum = form.constant;
        for (std::size_t number = 0; number < point.size(); ++number) {
            sum = sum + form.coefficients[number] * point[number];
        }
        signs.push_back(sum.sign());
    }
    return signs;
}

std::set<Signs> signs_met(const std::vector<reference::NumberRange>& ranges,
                          const std::vector<reference::CutForm>& forms) {
    std::set<Signs> met;
    reference::visit_number_cells(ranges, forms, [&](const std::vector<Rational>& point) {
        for (std::size_t number = 0; number < point.size(); ++number) {
            REQUIRE(ranges[number].contains(point[number]));
        }
        met.insert(signs_at(forms, point));
        return true;
    });
    return met;
}

reference::NumberRange between(Rational low, Rational high, bool whole = false) {
    reference::NumberRange range;
    range.kind = whole ? reference::NumberRange::Kind::whole : reference::NumberRange::Kind::rational;
    range.intervals = {{low, high}};
    return range;
}

}  // namespace

TEST_CASE("every sign pattern found on a grid is met by the cut points") {
    const bool met_all = rc::check("cells", [] {
        const auto coefficient = rc::gen::map(rc::gen::inRange(-2, 3), [](int value) { return Rational(value); });
        const bool whole = *rc::gen::arbitrary<bool>();
        const auto count = *rc::gen::inRange(1, 6);
        std::vector<reference::CutForm> forms;
        for (int form = 0; form < count; ++form) {
            forms.push_back(
                {*rc::gen::container<std::vector<Rational>>(3, coefficient), Rational(*rc::gen::inRange(-6, 7))});
        }
        const std::vector<reference::NumberRange> ranges{between(0, 3, whole), between(0, 2), between(-1, 1)};
        const std::set<Signs> met = signs_met(ranges, forms);
        const Rational step(1, 2);
        for (Rational x = 0; x <= Rational(3); x = x + (whole ? Rational(1) : step)) {
            for (Rational y = 0; y <= Rational(2); y = y + step) {
                for (Rational z = -1; z <= Rational(1); z = z + step) {
                    RC_ASSERT(met.count(signs_at(forms, {x, y, z})) == 1U);
                }
            }
        }
    });
    CHECK(met_all);
}

TEST_CASE("a gap without a whole number is not entered") {
    const std::vector<reference::CutForm> forms{{{Rational(2)}, -3}, {{Rational(1)}, -1}, {{Rational(1)}, -2}};
    // Between 1 and 3/2 and between 3/2 and 2 there is no whole number.
    CHECK(signs_met({between(0, 5, true)}, forms) == std::set<Signs>{{-1, -1, -1}, {-1, 0, -1}, {1, 1, 0}, {1, 1, 1}});
}

TEST_CASE("the groups of shifts are those of all pairs of minutes") {
    VersionBuilder law;
    law.overlaps(22 * 60, 6 * 60);
    law.overlaps(20 * 60, 7 * 60);
    law.overlaps(8 * 60, 13 * 60);
    const auto version = law.build();
    const std::vector<MinuteInterval> starts{{0, 430}, {600, 700}};
    const std::vector<MinuteInterval> ends{{200, 1439}};
    std::set<std::pair<std::vector<bool>, int>> expected;
    for (const MinuteInterval& piece : starts) {
        for (int start = piece.first; start <= piece.last; ++start) {
            for (int end = 200; end <= 1439; ++end) {
                expected.emplace(std::vector<bool>{shift_overlaps(start, end, 22 * 60, 6 * 60),
                                                   shift_overlaps(start, end, 20 * 60, 7 * 60),
                                                   shift_overlaps(start, end, 8 * 60, 13 * 60)},
                                 shift_minutes(start, end));
            }
        }
    }
    std::set<std::pair<std::vector<bool>, int>> found;
    std::set<std::vector<bool>> expected_classes;
    std::set<std::vector<bool>> found_classes;
    for (const auto& [overlaps, length] : expected) {
        expected_classes.insert(overlaps);
    }
    for (const reference::ShiftClass& group : reference::shift_classes(*version, starts, ends, true)) {
        for (const auto& [length, times] : group.by_length) {
            CHECK(shift_minutes(times.first, times.second) == length);
            found.emplace(group.overlaps, length);
        }
    }
    CHECK(found == expected);
    for (const reference::ShiftClass& group : reference::shift_classes(*version, starts, ends, false)) {
        found_classes.insert(group.overlaps);
    }
    CHECK(found_classes == expected_classes);
}

TEST_CASE("completions of a set are its regions, with what must and must not be in it") {
    VersionBuilder law;
    Taxonomy tree("task", "Tasks", false);
    const CodeIndex outdoor = *tree.add("outdoor", "Outdoor", no_code);
    const CodeIndex digging = *tree.add("digging", "Digging", outdoor);
    const CodeIndex indoor = *tree.add("indoor", "Indoor", no_code);
    const FactIndex tasks = law.code_fact("tasks", "Tasks", FactType::code_set, law.taxonomy(tree));
    const Condition digs = law.codes(Atom::Kind::set_includes, tasks, {"digging"});
    const Condition out = law.codes(Atom::Kind::set_includes, tasks, {"outdoor"});
    const Condition only = law.codes(Atom::Kind::set_only, tasks, {"outdoor"});
    Situation situation = blank_situation(law.build());
    const auto patterns = [&] {
        std::set<std::vector<bool>> met;
        CHECK(reference::for_each_completion(situation, 1000, [&](const Completion& completion) {
            met.insert({holds(situation, digs, completion), holds(situation, out, completion),
                        holds(situation, only, completion)});
        }));
        return met;
    };
    SECTION("nothing known") {
        CHECK(patterns() == std::set<std::vector<bool>>{{false, false, false},
                                                        {false, true, true},
                                                        {false, true, false},
                                                        {true, true, true},
                                                        {true, true, false}});
    }
    SECTION("something outdoor, no digging") {
        situation.facts[tasks].set.has = {outdoor};
        situation.facts[tasks].set.has_not = {digging};
        CHECK(patterns() == std::set<std::vector<bool>>{{false, true, true}, {false, true, false}});
    }
    SECTION("a list is complete, and an inner code its unnamed other") {
        situation.facts[tasks].set = {{outdoor}, {}, true};
        situation.facts[tasks].fixed = true;
        CHECK(patterns() == std::set<std::vector<bool>>{{false, true, true}});
    }
    SECTION("nothing outdoor and nothing indoor leaves what the tree does not name") {
        situation.facts[tasks].set.has_not = {outdoor, indoor};
        CHECK(patterns() == std::set<std::vector<bool>>{{false, false, false}});
    }
}

TEST_CASE("an open cell of a limit takes values on both sides of what is compared with it") {
    VersionBuilder law;
    const FactIndex load = law.number("load_kg", "Load", "kg", 0, 500);
    const FactIndex age = law.number("age", "Age", "years", 0, 120, true);
    Limit limit;
    limit.fact = load;
    LimitCell open;
    open.kind = LimitCell::Kind::open;
    open.low = 4;
    open.high = Rational(8);
    LimitCell fixed;
    fixed.low = 10;
    limit.rows = {{law.under(age, 16), open, {}}, {negation(law.under(age, 16)), fixed, {}}};
    law.version.limits = {{limit}};
    const Condition over = law.limit(load, Comparison::over, 0);
    const Condition over_half = law.limit(load, Comparison::over, 0, Rational(1, 2));
    Situation situation = blank_situation(law.build());
    for (FactSituation& fact : situation.facts) {
        fact.fixed = true;
    }
    const auto patterns = [&](Rational years, Rational kilograms) {
        situation.facts[age].numbers = {{years, years}};
        situation.facts[load].numbers = {{kilograms, kilograms}};
        std::set<std::pair<bool, bool>> met;
        CHECK(reference::for_each_completion(situation, 1000, [&](const Completion& completion) {
            met.emplace(holds(situation, over, completion), holds(situation, over_half, completion));
        }));
        return met;
    };
    CHECK(patterns(15, 2) == std::set<std::pair<bool, bool>>{{false, false}});
    CHECK(patterns(15, 3) == std::set<std::pair<bool, bool>>{{false, false}, {false, true}});
    CHECK(patterns(15, 5) == std::set<std::pair<bool, bool>>{{false, true}, {true, true}});
    CHECK(patterns(15, 8) == std::set<std::pair<bool, bool>>{{true, true}});
    CHECK(patterns(16, 8) == std::set<std::pair<bool, bool>>{{false, true}});
}

TEST_CASE("numbers tied by a constraint take the values that it leaves") {
    VersionBuilder law;
    const FactIndex day = law.number("hours_per_day", "Hours a day", "hours", 0, 24);
    const FactIndex week = law.number("hours_per_week", "Hours a week", "hours", 0, 168);
    const FactIndex days = law.number("days_per_week", "Days a week", "days", 0, 7, true);
    Atom product;
    product.kind = Atom::Kind::number;
    product.form.terms = {{week, 1, no_fact}, {day, -1, days}};
    product.comparison = Comparison::over;
    law.version.impossible.push_back({"more than the days hold", law.atom(product), {}});
    const Condition long_week = law.compare(week, Comparison::over, 35);
    const Condition long_day = law.compare(day, Comparison::over, 7);
    Situation situation = blank_situation(law.build());
    situation.facts[day].numbers = {{0, 24}};
    situation.facts[week].numbers = {{0, 168}};
    situation.facts[days].numbers = {{4, 5}};
    const auto patterns = [&] {
        std::set<std::pair<bool, bool>> met;
        CHECK(reference::for_each_completion(situation, 1000, [&](const Completion& completion) {
            met.emplace(holds(situation, long_week, completion), holds(situation, long_day, completion));
        }));
        return met;
    };
    // Over 35 hours in at most 5 days is over 7 hours on the longest of them.
    CHECK(patterns() == std::set<std::pair<bool, bool>>{{false, false}, {false, true}, {true, true}});
    situation.facts[days].numbers = {{4, 6}};
    CHECK(patterns().size() == 4);
}
