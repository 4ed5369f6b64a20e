// The Gregorian calendar by counting from 1 March of the year 0, so that the leap day is the last day of a year
// (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
#include "engine/facts/calendar.hpp"

#include <chrono>

namespace labourlex {

namespace {

constexpr std::int32_t days_of_era = 146097;        // 400 years
constexpr std::int32_t days_before_epoch = 719468;  // 0000-03-01 to 1970-01-01

std::int32_t days_from_civil(std::int32_t year, std::int32_t month, std::int32_t day) {
    year -= month <= 2 ? 1 : 0;
    const std::int32_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int32_t year_of_era = year - era * 400;
    const std::int32_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const std::int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * days_of_era + day_of_era - days_before_epoch;
}

struct Civil {
    std::int32_t year = 0;
    std::int32_t month = 0;
    std::int32_t day = 0;
};

Civil civil_from_days(std::int32_t days) {
    const std::int32_t shifted = days + days_before_epoch;
    const std::int32_t era = (shifted >= 0 ? shifted : shifted - (days_of_era - 1)) / days_of_era;
    const std::int32_t day_of_era = shifted - era * days_of_era;
    const std::int32_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / (days_of_era - 1)) / 365;
    const std::int32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int32_t shifted_month = (5 * day_of_year + 2) / 153;
    Civil civil;
    civil.day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    civil.month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    civil.year = year_of_era + era * 400 + (civil.month <= 2 ? 1 : 0);
    return civil;
}

/// The value of `text`, all of it digits; -1 otherwise.
int digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return text.empty() ? -1 : value;
}

void append_padded(std::string& text, std::int32_t value, std::size_t width) {
    const std::string digits_of_value = std::to_string(value);
    if (digits_of_value.size() < width) text.append(width - digits_of_value.size(), '0');
    text += digits_of_value;
}

}  // namespace

std::optional<Date> Date::parse(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const int year = digits(text.substr(0, 4));
    const int month = digits(text.substr(5, 2));
    const int day = digits(text.substr(8, 2));
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const Date date{days_from_civil(year, month, day)};
    // 31 April counts on into May: a day exists when it comes back as written.
    return date.text() == text ? std::optional(date) : std::nullopt;
}

Date Date::today() {
    const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return Date{static_cast<std::int32_t>(now.time_since_epoch().count())};
}

std::string Date::text() const {
    const Civil civil = civil_from_days(days);
    std::string result;
    append_padded(result, civil.year, 4);
    result += '-';
    append_padded(result, civil.month, 2);
    result += '-';
    append_padded(result, civil.day, 2);
    return result;
}

std::optional<int> parse_time_of_day(std::string_view text, bool allow_end_of_day) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon < 1 || colon > 2 || text.size() != colon + 3) return std::nullopt;
    const int hour = digits(text.substr(0, colon));
    const int minute = digits(text.substr(colon + 1));
    if (hour < 0 || minute < 0 || minute > 59) return std::nullopt;
    const int minutes = hour * 60 + minute;
    if (minutes < minutes_of_day || (allow_end_of_day && minutes == minutes_of_day)) return minutes;
    return std::nullopt;
}

std::string time_of_day_text(int minutes) {
    std::string result;
    append_padded(result, minutes / 60, 2);
    result += ':';
    append_padded(result, minutes % 60, 2);
    return result;
}

}  // namespace labourlex
