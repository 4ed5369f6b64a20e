// When a law changed, and which of its texts say something else.

#include "engine/analyse/changes_in_time.hpp"
#include "tests/support/inline_law.hpp"

#include <catch2/catch.hpp>

using namespace labourlex;
using namespace labourlex::analyse;

namespace {

Date day(const char* text) {
    return *Date::parse(text);
}

ChangesInTime changes_of(const CompiledLaw& law, const char* first, const char* second) {
    return changes_in_time(law, "xx", day(first), day(second));
}

constexpr const char* law_of_three_days = R"(
instrument act "Act"
  regulating
  evidence official

instrument decree "Decree No. 7"
  forbids only
  in force from about 2015-03-10 within 5 days
  evidence official

instrument notice "Notice"
  forbids only
  in force from 2017-01-01
  evidence official

rule minimum-age "Minimum age"
  per act "art. 1"
  when age under 15
  then prohibited

rule notice-rule "Nothing new"
  per notice "1"
  when age under 10
  then prohibited

amendment seven "Decree No. 7"
  in force from about 2015-03-10 within 5 days
  per decree "item 1"

replace rule minimum-age "Minimum age of 16"
  per act "art. 1"
  evidence official
  when age under 16
  then prohibited
)";

}  // namespace

TEST_CASE("each day of change is told with its acts and what it brought, days that bring nothing too") {
    const auto inline_law = test::compile_inline(law_of_three_days);
    INFO(inline_law.shown());
    REQUIRE(inline_law.law);
    const ChangesInTime changes = changes_of(*inline_law.law, "2014-01-01", "2018-01-01");
    REQUIRE(changes.days.size() == 3);

    const DayOfChange& perhaps = changes.days[0];
    CHECK(perhaps.day == day("2015-03-05"));
    REQUIRE(perhaps.acts.size() == 1);  // the amendment; that its own act begins is no news beside it
    CHECK(perhaps.acts[0].how == ActOfDay::How::amends);
    CHECK(perhaps.acts[0].certainty == ActOfDay::Certainty::in_doubt);
    REQUIRE(perhaps.difference.regions.size() == 1);
    CHECK(perhaps.difference.regions[0].direction == Direction::stricter);
    CHECK(perhaps.difference.first == "xx@2014-01-01");
    CHECK(perhaps.difference.second == "xx@2015-03-05");

    const DayOfChange& surely = changes.days[1];
    CHECK(surely.day == day("2015-03-15"));
    REQUIRE(surely.acts.size() == 1);
    CHECK(surely.acts[0].certainty == ActOfDay::Certainty::settled);
    CHECK(surely.difference.regions.size() == 1);

    const DayOfChange& nothing = changes.days[2];
    CHECK(nothing.day == day("2017-01-01"));
    REQUIRE(nothing.acts.size() == 1);
    CHECK(nothing.acts[0].how == ActOfDay::How::begins);
    CHECK(nothing.acts[0].act == "Notice");
    CHECK(nothing.difference.complete);
    CHECK(nothing.difference.regions.empty());
    REQUIRE(nothing.difference.norms.size() == 1);
    CHECK(nothing.difference.norms[0].how == ChangedNorm::How::added);
    CHECK_FALSE(proved_unchanged(changes));
}

TEST_CASE("the first day is outside of the span, the last inside") {
    const auto inline_law = test::compile_inline(law_of_three_days);
    REQUIRE(inline_law.law);
    CHECK(changes_of(*inline_law.law, "2015-03-15", "2016-12-31").days.empty());
    const ChangesInTime last = changes_of(*inline_law.law, "2015-03-15", "2017-01-01");
    CHECK(last.days.size() == 1);
    CHECK(proved_unchanged(last));
    CHECK(changes_of(*inline_law.law, "2017-01-01", "2018-01-01").days.empty());
}

TEST_CASE("a limit and a reach that change are listed, and a norm that only asks for the limit is not") {
    const auto inline_law = test::compile_inline(R"(
instrument act "Act"
  regulating
  evidence official

instrument decree "Decree"
  forbids only
  in force from about 2015-03-10 within 5 days
  evidence official

limit greatest-load "Greatest load" for load_kg
  per act "art. 2"
  evidence official
  by age
  | under 15  | 5 kg  |
  | otherwise | 10 kg |

rule load "Load above the limit"
  per act "art. 2"
  when load_kg over greatest-load
  then hazardous

rule selling "Selling"
  per decree "item 1"
  when tasks include selling
  then prohibited

amendment lighter "Lighter loads"
  in force from 2016-01-01
  per act "art. 9"

replace limit greatest-load "Greatest load" for load_kg
  per act "art. 2"
  evidence official
  by age
  | under 15  | 5 kg |
  | otherwise | 8 kg |
)");
    INFO(inline_law.shown());
    REQUIRE(inline_law.law);
    const ChangesInTime limits = changes_of(*inline_law.law, "2015-06-01", "2016-06-01");
    REQUIRE(limits.days.size() == 1);
    REQUIRE(limits.days[0].acts.size() == 1);
    CHECK(limits.days[0].acts[0].certainty == ActOfDay::Certainty::certain);
    REQUIRE(limits.days[0].difference.norms.size() == 1);
    CHECK(limits.days[0].difference.norms[0].what == ChangedNorm::What::limit);
    CHECK(limits.days[0].difference.norms[0].how == ChangedNorm::How::changed);
    CHECK(limits.days[0].difference.norms[0].name == "xx.greatest-load");
    CHECK(limits.days[0].difference.regions.size() == 2);  // what was permitted, and selling, which was prohibited

    const ChangesInTime doubt = changes_of(*inline_law.law, "2015-03-07", "2015-06-01");
    REQUIRE(doubt.days.size() == 1);
    REQUIRE(doubt.days[0].difference.norms.size() == 1);
    CHECK(doubt.days[0].difference.norms[0].name == "xx.selling");
    CHECK(doubt.days[0].difference.norms[0].how == ChangedNorm::How::in_doubt);
}
