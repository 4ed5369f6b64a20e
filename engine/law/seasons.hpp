// Days that come every year, and the seasons between two of them.
//
// A season runs from its first day to its last, both included; one whose last day comes earlier in the year than its
// first runs over the turn of the year. Whether a day lies in it is a matter of the calendar alone.
#pragma once

#include "engine/facts/calendar.hpp"

#include <chrono>

namespace labourlex {

/// `1 june`, or `first monday of september`.
struct YearDay {
    unsigned month = 1;                 ///< 1 to 12
    unsigned day = 1;                   ///< of the month; 0 for a weekday
    unsigned weekday = 0;               ///< 0 Sunday to 6 Saturday
    unsigned which = 0;                 ///< 1 to 4; 0 for the last

    [[nodiscard]] Date in(int year) const {
        const std::chrono::year_month in_month{std::chrono::year(year), std::chrono::month(month)};
        const std::chrono::weekday on(weekday);
        const std::chrono::sys_days found = day != 0     ? std::chrono::sys_days(in_month / std::chrono::day(day))
                                            : which != 0 ? std::chrono::sys_days(in_month / on[which])
                                                         : std::chrono::sys_days(in_month / on[std::chrono::last]);
        return Date{static_cast<std::int32_t>(found.time_since_epoch().count())};
    }
};

[[nodiscard]] inline bool in_season(const YearDay& first, const YearDay& last, Date date) {
    const std::chrono::year_month_day day(std::chrono::sys_days(std::chrono::days(date.days)));
    const int year = static_cast<int>(day.year());
    const Date begin = first.in(year);
    const Date end = last.in(year);
    return begin <= end ? begin <= date && date <= end : date >= begin || date <= end;
}

}  // namespace labourlex
