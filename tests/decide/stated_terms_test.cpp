// A clock term stated without times restricts the times, and nothing but the times.
#include "tests/support/inline_job.hpp"

#include <catch2/catch.hpp>

using namespace labourlex;
using namespace labourlex::test;
using Names = std::vector<std::string>;

namespace {

const char* const night_below_16 = R"(
instrument code "Code"
  regulating
  reaches age under 18 per "art. 1"
  evidence official

define night "Night" for night_work
  per code "art. 2"
  | when         | from  | to    |
  | age under 16 | 22:00 | 06:00 |
  | otherwise    | none  | none  |

rule at-night "Night"
  per code "art. 3"
  when night_work
  then prohibited

rule old-enough "From 16"
  per code "art. 4"
  when age at least 16
  then light-work
)";

}  // namespace

TEST_CASE("a stated night does not rule out the ages for which the law knows no night") {
    Bench bench(night_below_16);
    const Verdict verdict = bench.verdict("{age: {from: 15, to: 17}, night_work: yes}", true);
    CHECK(verdict.possible == Names{"light-work", "prohibited"});
    const Verdict plain = bench.verdict("{age: {from: 15, to: 17}, night_work: yes}");
    CHECK(plain.possible == Names{"light-work", "prohibited"});
}

TEST_CASE("a stated night that the law cannot know is set aside, with a note") {
    Bench bench(night_below_16);
    const Verdict verdict = bench.verdict("{age: 16, night_work: yes, start_time: unknown}", true);
    CHECK(verdict.cls == "light-work");
    REQUIRE_FALSE(verdict.notes.empty());
    CHECK(verdict.notes[0].find("night_work") != std::string::npos);
}

TEST_CASE("a stated `no` keeps the times out of the night where the law has one") {
    Bench bench(night_below_16);
    CHECK(bench.verdict("{age: 15, night_work: no, start_time: unknown}").cls == "permitted");
    CHECK(bench.verdict("{age: 15, start_time: unknown}").possible == Names{"permitted", "prohibited"});
}

TEST_CASE("a clock term that no norm uses is not listed among what was assumed") {
    Bench bench(R"(
instrument code "Code"
  regulating
  reaches age under 18 per "art. 1"
  evidence official
define night "Night" for night_work
  per code "art. 2"
  | when      | from  | to    |
  | otherwise | 22:00 | 06:00 |
define lessons "Lessons" for school_hours
  per code "art. 2"
  | when      | from  | to    |
  | otherwise | 08:00 | 13:00 |
rule in-lessons "Lessons"
  per code "art. 3"
  when school_hours
  then prohibited
)");
    CHECK(assumed_of(bench.verdict("{age: 15}")) == Names{"school_hours"});
}

TEST_CASE("an absence rule reads a window of the clock when both times are known") {
    Bench bench(R"(
instrument code "Code"
  regulating
  reaches age under 18 per "art. 1"
  evidence official
fact school_closed "Whether school has closed"
  yes or no
  asks "Has school closed by then?"
  absent ask when working time overlaps 12:00 to 15:00, else assume yes
rule before-close "Before school closes"
  per code "art. 2"
  when not school_closed
  then prohibited
)");
    CHECK(missing_of(bench.verdict("{age: 15, start_time: '13:00', end_time: '18:00'}")) == Names{"school_closed"});
    CHECK(bench.verdict("{age: 15, start_time: '16:00', end_time: '18:00'}").cls == "permitted");
    CHECK(missing_of(bench.verdict("{age: 15, start_time: '16:00'}")) == Names{"school_closed"});
}
