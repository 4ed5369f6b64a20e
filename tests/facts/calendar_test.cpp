#include "engine/facts/calendar.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <chrono>

using labourlex::Date;

TEST_CASE("days are counted from 1970") {
    CHECK(Date::parse("1970-01-01") == Date{0});
    CHECK(Date::parse("2000-03-01") == Date{11017});
    CHECK(Date::parse("1969-12-31") == Date{-1});
    CHECK(Date::parse("2016-07-23")->plus(1).text() == "2016-07-24");
    CHECK(Date::parse("0001-01-01")->text() == "0001-01-01");
    CHECK(Date::parse("9999-12-31")->text() == "9999-12-31");
}

TEST_CASE("a day that does not exist is not read") {
    CHECK(Date::parse("2020-02-29"));
    CHECK(Date::parse("2000-02-29"));
    for (const char* bad :
         {"2019-02-29", "1900-02-29", "2020-13-01", "2020-00-10", "2020-04-31", "2020-01-00", "0000-01-01", "2020-1-1",
          "20200101", "2020/01/01", "2020-01-01 ", "2020-01-0a", "-020-01-01", ""}) {
        INFO(bad);
        CHECK_FALSE(Date::parse(bad));
    }
}

TEST_CASE("the calendar agrees with that of the standard library") {
    CHECK(rc::check("civil days", [] {
        const Date date{*rc::gen::inRange(-719162, 2932897)};
        const std::chrono::year_month_day expected{std::chrono::sys_days{std::chrono::days{date.days}}};
        const std::string text = date.text();
        RC_ASSERT(std::stoi(text.substr(0, 4)) == static_cast<int>(expected.year()));
        RC_ASSERT(std::stoul(text.substr(5, 2)) == static_cast<unsigned>(expected.month()));
        RC_ASSERT(std::stoul(text.substr(8, 2)) == static_cast<unsigned>(expected.day()));
        RC_ASSERT(Date::parse(text) == date);
    }));
}

TEST_CASE("times of day") {
    using labourlex::parse_time_of_day;
    CHECK(parse_time_of_day("00:00") == 0);
    CHECK(parse_time_of_day("8:05") == 485);
    CHECK(parse_time_of_day("23:59") == 1439);
    CHECK(parse_time_of_day("24:00", true) == 1440);
    for (const char* bad :
         {"24:00", "24:01", "8:5", "08:60", "8", "008:00", ":30", "08:00 ", "8.30", "-8:00", "08:00:00"}) {
        INFO(bad);
        CHECK_FALSE(parse_time_of_day(bad));
    }
    CHECK_FALSE(parse_time_of_day("24:01", true));
    for (int minutes = 0; minutes < labourlex::minutes_of_day; ++minutes) {
        REQUIRE(parse_time_of_day(labourlex::time_of_day_text(minutes)) == minutes);
    }
}
