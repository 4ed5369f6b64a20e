// Units of numbers and their exact conversions, in one table.
#pragma once

#include "engine/facts/rational.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace labourlex {

/// A unit as the language writes it ("kg"), the quantity it measures ("mass") and its exact size in that quantity's
/// base unit. Sources: 1 lb = 0.45359237 kg, 1 ft = 0.3048 m, 1 mile = 1609.344 m (international yard and pound, 1959).
struct Unit {
    std::string_view name;
    std::string_view quantity;
    Rational size;
};

[[nodiscard]] const std::vector<Unit>& unit_table();
[[nodiscard]] const Unit* find_unit(std::string_view name);
/// `value` of unit `from` in unit `to`; nothing when they measure different quantities.
[[nodiscard]] std::optional<Rational> convert(const Rational& value, const Unit& from, const Unit& to);

}  // namespace labourlex
