#include "engine/facts/unit.hpp"

#include <algorithm>

namespace labourlex {

const std::vector<Unit>& unit_table() {
    // A year has no fixed number of days, so years are a quantity of their own. Each remaining quantity has one unit of
    // size 1. Horsepower and quarts are compared with themselves only: laws name them, and nothing else in that
    // quantity.
    static const std::vector<Unit> table = {
        {"years", "age", Rational(1)},
        {"minutes", "duration", Rational(1)},
        {"hours", "duration", Rational(60)},
        {"days", "duration", Rational(1440)},
        {"weeks", "duration", Rational(10080)},
        {"kg", "mass", Rational(1)},
        {"g", "mass", Rational(1, 1000)},
        {"lb", "mass", Rational(45359237, 100000000)},
        {"m", "length", Rational(1)},
        {"cm", "length", Rational(1, 100)},
        {"km", "length", Rational(1000)},
        {"ft", "length", Rational(3048, 10000)},
        {"miles", "length", Rational(1609344, 1000)},
        {"kcal/h", "energy rate", Rational(1)},
        {"people", "people", Rational(1)},
        {"hp", "power", Rational(1)},
        {"quarts", "volume", Rational(1)},
        {"times", "occurrences", Rational(1)},
    };
    return table;
}

const Unit* find_unit(std::string_view name) {
    const auto& table = unit_table();
    const auto found = std::find_if(table.begin(), table.end(), [&](const Unit& unit) { return unit.name == name; });
    return found == table.end() ? nullptr : &*found;
}

std::optional<Rational> convert(const Rational& value, const Unit& from, const Unit& to) {
    if (from.quantity != to.quantity) return std::nullopt;
    return value * (from.size / to.size);
}

}  // namespace labourlex
