// Days and times of day.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace labourlex {

/// A day of the proleptic Gregorian calendar, 0001-01-01 to 9999-12-31, as days since 1970-01-01.
struct Date {
    std::int32_t days = 0;

    /// `YYYY-MM-DD`; nothing for a day that does not exist.
    static std::optional<Date> parse(std::string_view text);
    /// Today in UTC.
    static Date today();
    [[nodiscard]] std::string text() const;
    [[nodiscard]] Date plus(std::int32_t count) const { return Date{days + count}; }
    friend auto operator<=>(const Date&, const Date&) = default;
};

inline constexpr int minutes_of_day = 1440;

/// Minutes since midnight, 0 to 1439, from `HH:MM` (also `H:MM`); nothing otherwise. `24:00` is read as 1440 only where
/// `allow_end_of_day`.
[[nodiscard]] std::optional<int> parse_time_of_day(std::string_view text, bool allow_end_of_day = false);
[[nodiscard]] std::string time_of_day_text(int minutes);

}  // namespace labourlex
