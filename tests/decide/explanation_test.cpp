// What a verdict says of its grounds: figures, exemptions, bars that are taken away, the reach of an act.

#include "tests/support/inline_job.hpp"

#include "engine/cases/coverage.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace labourlex;
using namespace labourlex::test;
using Names = std::vector<std::string>;

namespace {

const VerdictFact* find_fact(const std::vector<VerdictFact>& facts, const std::string& name) {
    const auto found =
        std::find_if(facts.begin(), facts.end(), [&](const VerdictFact& fact) { return fact.fact == name; });
    return found == facts.end() ? nullptr : &*found;
}

const char* const declared_age = R"(
parameter declared_age "Minimum age declared"
  whole number of years from 12 to 18
  asks "Which minimum age did the State declare?"

instrument code "Code"
  regulating
  reaches age under 18 per "art. 1"
  evidence official

rule minimum-age "Minimum age"
  per code "art. 2"
  when age under declared_age
  then prohibited

)";

const char* const rest_days = R"(
instrument code "Code"
  regulating
  in force from 2010-01-01
  reaches age under 18 per "art. 1"
  evidence official

rule night "Night work"
  per code "art. 5"
  when sector in branch A
  then prohibited

rule minimum-age "Minimum age"
  per code "art. 2"
  when age under 15
  then prohibited

exception harvest "The harvest"
  to night
  per code "art. 6"
  note "The months were not read."
  when tasks include farm-work
  then does not apply
  requires consent

exemption own-child "Own child"
  from minimum-age
  per code "art. 7"
  when arrangement is family
)";

}  // namespace

TEST_CASE("a comparison with a parameter tells the fact and the parameter's figure") {
    Bench bench(declared_age);
    const Verdict verdict = bench.verdict("{age: 13, declared_age: 15}");
    CHECK(verdict.cls == "prohibited");
    REQUIRE_FALSE(verdict.reasons.empty());
    const VerdictFact* age = find_fact(verdict.reasons[0].facts, "age");
    REQUIRE(age != nullptr);
    CHECK(age->value == "13 years");
    CHECK(age->json_value == "13");
    CHECK(age->origin == "stated");
    CHECK(age->condition == "under 15 years (Minimum age declared)");
    // What nobody stated has no figure, and the fact keeps its value.
    const Verdict open = bench.verdict("{age: 13}");
    const VerdictFact* still = find_fact(open.reasons.at(0).facts, "age");
    REQUIRE(still != nullptr);
    CHECK(still->value == "13 years");
    CHECK(still->condition == "under “Minimum age declared”");
}

TEST_CASE("a sum of facts tells what it comes to") {
    Bench bench(R"(
instrument code "Code"
  regulating
  reaches age under 18 per "art. 1"
  evidence official

derived all_hours "All hours" number of hours
  sum of hours_per_week, hours_per_day

rule long-weeks "Too many hours"
  per code "art. 3"
  when all_hours over 40 hours
  then prohibited
)");
    const Verdict verdict = bench.verdict("{age: 16, hours_per_week: 36, hours_per_day: 6}");
    CHECK(verdict.cls == "prohibited");
    const VerdictFact& sum = verdict.reasons.at(0).facts.at(0);
    CHECK(sum.value == "42 hours");
    CHECK(sum.json_value == "42");
    CHECK(sum.origin == "derived");
    CHECK(sum.condition == "over 40 hours");
    const Verdict range = bench.verdict("{age: 16, hours_per_week: {from: 36, to: 38}, hours_per_day: 6}");
    CHECK(range.reasons.at(0).facts.at(0).value == "42 to 44 hours");
    const Verdict open = bench.verdict("{age: 16, hours_per_week: 36}");
    CHECK(open.reasons.at(0).facts.at(0).origin == "unknown");
}

TEST_CASE("a bar that an exception takes away is named beside the act, with the exception") {
    Bench bench(rest_days);
    const Verdict verdict = bench.verdict("{age: 17, sector: A, tasks: [weeding], consent: yes}");
    CHECK(verdict.cls == "permitted");
    REQUIRE(verdict.reasons.size() == 1);
    CHECK(verdict.reasons[0].rule == "xx.code");
    REQUIRE(verdict.reasons[0].lifted.size() == 1);
    const VerdictLifted& bar = verdict.reasons[0].lifted[0];
    CHECK(bar.rule == "xx.night");
    CHECK(bar.cls == "prohibited");
    CHECK(bar.lifted == "certain");
    CHECK(bar.citation.provision == "art. 5");
    REQUIRE(bar.exceptions.size() == 1);
    CHECK(bar.exceptions[0].rule == "xx.harvest");
    CHECK(bar.exceptions[0].holds == "yes");
    REQUIRE(bar.exceptions[0].requirement.has_value());
    CHECK(bar.exceptions[0].requirement->status == "met");

    // Where the exception does not hold, the bar is a ground and nothing is lifted.
    const Verdict barred = bench.verdict("{age: 17, sector: A, tasks: [weeding], consent: no}");
    CHECK(barred.cls == "prohibited");
    CHECK(barred.reasons.at(0).rule == "xx.night");
    CHECK(std::all_of(barred.reasons.begin(), barred.reasons.end(),
                      [](const VerdictReason& reason) { return reason.lifted.empty(); }));
    // Where the bar does not speak, there is nothing to lift.
    CHECK(bench.verdict("{age: 17, sector: B, tasks: [weeding], consent: yes}").reasons.at(0).lifted.empty());
}

TEST_CASE("an exception that takes a bar away counts as reached") {
    const InlineLaw law = compile_inline(rest_days);
    REQUIRE(law.law);
    Bench bench(rest_days);
    const auto reached = [&](const std::string& job) {
        ReachedNorms norms;
        norms.add(bench.verdict(job));
        const Coverage coverage = norms.coverage_of(*law.law);
        return std::find(coverage.grounds.never.begin(), coverage.grounds.never.end(), "xx.harvest") ==
               coverage.grounds.never.end();
    };
    CHECK(reached("{age: 17, sector: A, tasks: [weeding], consent: yes}"));
    CHECK_FALSE(reached("{age: 17, sector: B, tasks: [weeding], consent: yes}"));
}

TEST_CASE("an exemption is known as one, and is told as a ground but not again as what lifts") {
    Bench bench(rest_days);
    const Verdict exempt = bench.verdict("{age: 12, sector: B, arrangement: family}");
    CHECK(exempt.cls == "permitted");
    const auto ground = std::find_if(exempt.reasons.begin(), exempt.reasons.end(),
                                     [](const VerdictReason& reason) { return reason.rule == "xx.own-child"; });
    REQUIRE(ground != exempt.reasons.end());
    CHECK(ground->exemption);
    CHECK(ground->exception_to == "xx.minimum-age");
    CHECK(std::all_of(exempt.reasons.begin(), exempt.reasons.end(),
                      [](const VerdictReason& reason) { return reason.lifted.empty(); }));
    const Verdict barred = bench.verdict("{age: 12, sector: B, arrangement: employment}");
    REQUIRE(barred.reasons.at(0).exceptions.size() == 1);
    CHECK(barred.reasons[0].exceptions[0].exemption);
    CHECK(barred.reasons[0].exceptions[0].holds == "no");
    CHECK_FALSE(barred.reasons[0].exemption);
}

TEST_CASE("doubts about an exception stand with the exception, not with what it requires") {
    Bench bench(rest_days);
    const Verdict verdict = bench.verdict("{age: 17, sector: A, tasks: [weeding], consent: no}");
    const VerdictException& harvest = verdict.reasons.at(0).exceptions.at(0);
    CHECK(harvest.notes == Names{"The months were not read."});
    REQUIRE(harvest.requirement.has_value());
    CHECK(harvest.requirement->notes.empty());
    REQUIRE(verdict.requirements.size() == 1);
    CHECK(verdict.requirements[0].notes.empty());
}

TEST_CASE("facts that only the reach of the act asks for are known as such") {
    Bench bench(rest_days);
    const Verdict verdict = bench.verdict("{age: 17, sector: A, tasks: [weeding], consent: no}");
    const VerdictFact* age = find_fact(verdict.reasons.at(0).facts, "age");
    REQUIRE(age != nullptr);
    CHECK(age->of_reach);
    const VerdictFact* sector = find_fact(verdict.reasons.at(0).facts, "sector");
    REQUIRE(sector != nullptr);
    CHECK_FALSE(sector->of_reach);
}

TEST_CASE("a limit cell that nobody has read is told only where its row can be the job's") {
    Bench bench(R"(
instrument code "Code"
  regulating
  reaches age under 18 per "art. 1"
  evidence official

limit longest "Longest day" for hours_per_day
  per code "art. 2"
  by age
  | under 15   | unseen above 2 hours |
  | otherwise  | 6 hours              |

rule day "Too long a day"
  per code "art. 2"
  when hours_per_day over longest
  then prohibited
)");
    const Verdict older = bench.verdict("{age: 16}");
    CHECK(older.status == VerdictStatus::undetermined);
    CHECK(older.unseen.empty());
    CHECK(bench.verdict("{age: 14}").unseen.size() == 1);
    CHECK(bench.verdict("{hours_per_day: 3}").unseen.size() == 1);
}
