#include "engine/facts/unit.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace labourlex;

TEST_CASE("the units of the language exist once") {
    std::set<std::string_view> names;
    for (const Unit& unit : unit_table()) {
        CHECK(names.insert(unit.name).second);
        CHECK(unit.size.sign() > 0);
    }
    for (const char* name : {"years", "days", "hours", "minutes", "weeks", "kg", "g", "lb", "m", "cm", "ft", "km",
                             "miles", "kcal/h", "people", "hp", "quarts", "times"}) {
        INFO(name);
        CHECK(names.count(name) == 1);
    }
    CHECK(names.size() == 18);
    CHECK(find_unit("stone") == nullptr);
}

TEST_CASE("conversions are exact") {
    const auto converted = [](Rational value, const char* from, const char* to) {
        return convert(value, *find_unit(from), *find_unit(to));
    };
    CHECK(converted(10, "lb", "kg") == Rational(45359237, 10000000));
    CHECK(converted(1, "ft", "m") == Rational(3048, 10000));
    CHECK(converted(1, "miles", "km") == Rational(1609344, 1000000));
    CHECK(converted(1, "miles", "ft") == Rational(5280));
    CHECK(converted(4100, "g", "kg") == Rational(41, 10));
    CHECK(converted(90, "minutes", "hours") == Rational(3, 2));
    CHECK(converted(2, "weeks", "days") == Rational(14));
    CHECK_FALSE(converted(1, "kg", "m"));
    CHECK_FALSE(converted(1, "years", "days"));
}

TEST_CASE("a conversion there and back changes nothing") {
    for (const Unit& from : unit_table()) {
        for (const Unit& to : unit_table()) {
            const auto there = convert(Rational(41, 10), from, to);
            CHECK(there.has_value() == (from.quantity == to.quantity));
            if (there) CHECK(convert(*there, to, from) == Rational(41, 10));
        }
    }
}
