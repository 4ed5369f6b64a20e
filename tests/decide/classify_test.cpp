// What a verdict says, sentence of the semantics by sentence, on laws small enough to judge by eye.

#include "tests/support/inline_job.hpp"

#include <catch2/catch.hpp>

using namespace labourlex;
using namespace labourlex::test;
using Names = std::vector<std::string>;

namespace {

const char* const minimum_age = R"(
instrument code "Code"
  regulating
  reaches age under 18 and arrangement is employment per "art. 1"
  evidence official

rule minimum-age "Minimum age"
  per code "art. 2"
  when age under 15
  then prohibited

exception light-work "Light work by a pupil of 14"
  to minimum-age
  per code "art. 3"
  when all of:
    - age at least 14
    - not night_work
    - tasks only selling
  then light-work
  requires consent
)";

}  // namespace

TEST_CASE("a default class rests on the regulating act that reaches") {
    Bench bench(minimum_age);
    const Verdict verdict = bench.verdict("{age: 16, arrangement: employment}");
    CHECK(verdict.status == VerdictStatus::decided);
    CHECK(verdict.cls == "permitted");
    REQUIRE(verdict.reasons.size() == 1);
    CHECK(verdict.reasons[0].rule == "xx.code");
    CHECK(verdict.reasons[0].citation.provision == "art. 1");
    CHECK(verdict.missing.empty());
}

TEST_CASE("where no regulating act reaches the job is out of scope") {
    Bench bench(minimum_age);
    CHECK(bench.verdict("{age: 18, arrangement: employment}").status == VerdictStatus::out_of_scope);
    const Verdict family = bench.verdict("{age: 12, arrangement: family}");
    CHECK(family.status == VerdictStatus::out_of_scope);
    CHECK(family.possible == Names{"out-of-scope"});
    CHECK(family.cls.empty());
}

TEST_CASE("an exception that holds gives its class and is cited itself") {
    Bench bench(minimum_age);
    const Verdict verdict = bench.verdict("{age: 14, arrangement: employment, tasks: [selling], consent: yes}");
    CHECK(verdict.cls == "light-work");
    REQUIRE_FALSE(verdict.reasons.empty());
    CHECK(verdict.reasons[0].rule == "xx.light-work");
    CHECK(verdict.reasons[0].exception_to == "xx.minimum-age");
    CHECK(verdict.reasons[0].citation.provision == "art. 3");
}

TEST_CASE("an exception that fails says which of its conditions failed") {
    Bench bench(minimum_age);
    const Verdict verdict = bench.verdict("{age: 13, arrangement: employment, tasks: [weeding], consent: yes}");
    CHECK(verdict.cls == "prohibited");
    REQUIRE(verdict.reasons.size() == 1);
    REQUIRE(verdict.reasons[0].exceptions.size() == 1);
    const VerdictException& exception = verdict.reasons[0].exceptions[0];
    CHECK(exception.holds == "no");
    Names failed;
    for (const VerdictFact& fact : exception.failed) {
        failed.push_back(fact.fact);
    }
    CHECK(failed == Names{"age", "tasks"});
}

TEST_CASE("a broken requirement inside an exception leaves the parent standing and is named") {
    Bench bench(minimum_age);
    const Verdict verdict = bench.verdict("{age: 14, arrangement: employment, tasks: [selling], consent: no}");
    CHECK(verdict.cls == "prohibited");
    REQUIRE(verdict.reasons[0].exceptions.size() == 1);
    REQUIRE(verdict.reasons[0].exceptions[0].requirement.has_value());
    CHECK(verdict.reasons[0].exceptions[0].requirement->status == "broken");
}

TEST_CASE("an unknown constitutive requirement makes the class depend on it, and nothing else is missing") {
    Bench bench(minimum_age);
    const Verdict verdict = bench.verdict("{age: 14, arrangement: employment, tasks: [selling]}");
    CHECK(verdict.status == VerdictStatus::undetermined);
    CHECK(verdict.possible == Names{"light-work", "prohibited"});
    CHECK(missing_of(verdict) == Names{"consent"});
    CHECK(verdict.missing[0].some_answer_decides);
}

TEST_CASE("nothing is missing that cannot change the outcome") {
    Bench bench(minimum_age);
    // Whoever is under 14 is prohibited if employed and out of scope if not, whatever the consent.
    CHECK(missing_of(bench.verdict("{age: 12}")) == Names{"arrangement"});
}

TEST_CASE("an assumption is listed when freeing it alone adds an outcome") {
    Bench bench(minimum_age);
    const Verdict light = bench.verdict("{age: 14, arrangement: employment, tasks: [selling], consent: yes}");
    const Names assumed = assumed_of(light);
    CHECK(std::find(assumed.begin(), assumed.end(), "night_work") == assumed.end());  // the law has no night: always no
    CHECK(std::find(assumed.begin(), assumed.end(), "tasks") != assumed.end());       // the list taken as complete
    CHECK(assumed_of(bench.verdict("{age: 12, arrangement: employment, tasks: [selling], consent: yes}")).empty());
}

TEST_CASE("strict frees what is assumed") {
    Bench bench(minimum_age);
    const Verdict verdict = bench.verdict("{age: 14, arrangement: employment, tasks: [selling], consent: yes}", true);
    CHECK(verdict.possible == Names{"light-work", "prohibited"});
    CHECK(missing_of(verdict) == Names{"tasks"});
}

TEST_CASE("possible classes are exact where three-valued logic is not") {
    Bench bench(R"(
instrument code "Code"
  regulating
  evidence official

rule either-way "Forbidden to boys and to girls alike"
  per code "art. 1"
  when any of:
    - sex is male and age under 16
    - sex is female and age under 16
  then prohibited
)");
    const Verdict verdict = bench.verdict("{age: 15}");
    CHECK(verdict.possible == Names{"prohibited"});
    CHECK(verdict.status == VerdictStatus::decided);
}

TEST_CASE("ranges, lists of alternatives and inner codes are knowledge") {
    Bench bench(R"(
instrument code "Code"
  regulating
  evidence official

rule young "Too young"
  per code "art. 1"
  when age under 15
  then prohibited

rule mining "Mining"
  per code "art. 2"
  when sector in branch B
  then hazardous

rule crops "Crops by the young"
  per code "art. 3"
  when sector in branch A1 and age under 16
  then hazardous
)");
    CHECK(bench.verdict("{age: {from: 15, to: 17}}").possible == Names{"permitted"});
    CHECK(bench.verdict("{age: {from: 14, to: 17}}").possible == Names{"permitted", "prohibited"});
    CHECK(bench.verdict("{age: 17, sector: {any_of: [A, B]}}").possible == Names{"permitted", "hazardous"});
    CHECK(bench.verdict("{age: 17, sector: A}").possible == Names{"permitted"});
    CHECK(bench.verdict("{age: 15, sector: unknown}").possible == Names{"permitted", "hazardous"});
}

TEST_CASE("an open limit cell is one unknown number") {
    Bench bench(R"(
instrument code "Code"
  regulating
  evidence official

limit most "Greatest load" for load_kg
  per code "annex"
  by sex
  | male   | unseen above 4 kg            |
  | female | from 10 kg to under 11 kg    |

rule overload "Too heavy"
  per code "art. 1"
  when load_kg over most
  then hazardous
)");
    CHECK(bench.verdict("{sex: male, load_kg: 4}").cls == "permitted");
    const Verdict open = bench.verdict("{sex: male, load_kg: 5}");
    CHECK(open.possible == Names{"permitted", "hazardous"});
    CHECK(open.missing.empty());
    REQUIRE(open.unseen.size() == 1);
    CHECK(open.unseen[0].strength == "blocking");
    CHECK(bench.verdict("{sex: female, load_kg: 10}").cls == "permitted");
    CHECK(bench.verdict("{sex: female, load_kg: 10.5}").status == VerdictStatus::undetermined);
    CHECK(bench.verdict("{sex: female, load_kg: 11}").cls == "hazardous");
    CHECK(missing_of(bench.verdict("{load_kg: 11}")) == Names{"sex"});
}

TEST_CASE("formal requirements that are unknown leave the class, broken ones do not") {
    Bench bench(R"(
instrument code "Code"
  regulating
  evidence official

requirement paper "Consent on paper"
  per code "art. 1"
  when age under 18
  needs consent formal
)");
    const Verdict unknown = bench.verdict("{age: 16}");
    CHECK(unknown.cls == "permitted");
    CHECK(unknown.missing.empty());
    REQUIRE(unknown.requirements.size() == 1);
    CHECK(unknown.requirements[0].status == "unknown");
    const Verdict broken = bench.verdict("{age: 16, consent: no}");
    CHECK(broken.cls == "prohibited");
    REQUIRE(broken.reasons.size() == 1);
    CHECK(broken.reasons[0].rule == "xx.paper");
    CHECK(bench.verdict("{age: 19, consent: no}").requirements.empty());
}

TEST_CASE("what an exception requires is not asked where an exemption has taken its parent away") {
    Bench bench(R"(
instrument code "Code"
  regulating
  evidence official

rule minimum-age "Minimum age"
  per code "art. 1"
  when age under 15
  then prohibited
exception light "Light work from 13"
  to minimum-age
  per code "art. 2"
  when age at least 13
  then light-work
  requires consent formal
exemption with-consent "With consent"
  from minimum-age
  per code "art. 3"
  when consent
)");
    // With consent the bar is taken away before `light` is read; so wherever `light` speaks there is no consent.
    const Verdict open = bench.verdict("{age: 14}");
    CHECK(open.possible == Names{"permitted", "prohibited"});
    CHECK(missing_of(open) == Names{"consent"});
    CHECK(bench.verdict("{age: 14, consent: yes}").cls == "permitted");
    CHECK(bench.verdict("{age: 14, consent: no}").cls == "prohibited");
}

TEST_CASE("numbers tied by constraints are judged together") {
    Bench bench(R"(
instrument code "Code"
  regulating
  evidence official

impossible "A day longer than its week"
  when hours_per_day over hours_per_week
impossible "A week longer than its days"
  when hours_per_week over days_per_week times hours_per_day

rule long-week "Long week"
  per code "art. 1"
  when hours_per_week over 24
  then prohibited
)");
    CHECK(bench.verdict("{hours_per_day: 3}").cls == "permitted");  // seven days of three hours
    CHECK(bench.verdict("{hours_per_day: 4, days_per_week: 6}").cls == "permitted");
    const Verdict open = bench.verdict("{hours_per_day: 4}");
    CHECK(open.possible == Names{"permitted", "prohibited"});
    CHECK(missing_of(open) == Names{"hours_per_week"});
    CHECK_FALSE(bench.possible("{hours_per_day: 8, hours_per_week: 6}"));
    REQUIRE(bench.last().all().size() == 1);
    CHECK(bench.last().all()[0].code == Code::L0558);
    CHECK(bench.possible("{hours_per_day: 8, hours_per_week: 60}") == false);  // seven days of eight hours are 56
    CHECK(bench.possible("{hours_per_day: 8, hours_per_week: 56}"));
}

TEST_CASE("the four steps of a clock term") {
    Bench bench(R"(
instrument code "Code"
  regulating
  evidence official

impossible "A day longer than its shift"
  when hours_per_day over length of shift

define night "Night" for night_work
  per code "art. 1"
  | when      | from  | to    |
  | otherwise | 22:00 | 06:00 |

rule no-night "No night work"
  per code "art. 2"
  when night_work
  then prohibited
)");
    SECTION("both times known") {
        CHECK(bench.verdict("{start_time: '17:00', end_time: '22:30'}").cls == "prohibited");
        CHECK(bench.verdict("{start_time: '17:00', end_time: '22:00'}").cls == "permitted");
        const Verdict overridden = bench.verdict("{start_time: '17:00', end_time: '23:00', night_work: no}");
        CHECK(overridden.cls == "prohibited");
        CHECK(overridden.notes.size() == 1);
    }
    SECTION("one time known and enough") {
        CHECK(bench.verdict("{start_time: '21:00', hours_per_day: 2}").cls == "prohibited");
        CHECK(bench.verdict("{start_time: '23:00'}").cls == "prohibited");
        CHECK(bench.verdict("{start_time: '17:00', hours_per_day: 3}").cls == "permitted");
    }
    SECTION("the stated value") {
        CHECK(bench.verdict("{night_work: yes}").cls == "prohibited");
        CHECK(bench.verdict("{night_work: no}", true).cls == "permitted");
    }
    SECTION("assume no, and the times are what is asked") {
        const Verdict assumed = bench.verdict("{age: 16}");
        CHECK(assumed.cls == "permitted");
        CHECK(assumed_of(assumed) == Names{"night_work"});
        const Verdict strict = bench.verdict("{age: 16}", true);
        CHECK(strict.possible == Names{"permitted", "prohibited"});
        CHECK(missing_of(strict) == Names{"start_time", "end_time"});
    }
}

TEST_CASE("unseen parts block or are noted") {
    Bench bench(R"(
instrument code "Code"
  regulating
  evidence official

unseen heading "Mining section"
  per code "annex 1"
  blocking
  when sector in branch B
  could be hazardous

unseen rest "Rest of the list"
  per code "annex 2"
  noted
  when age under 18
  could be hazardous
)");
    const Verdict mine = bench.verdict("{age: 16, sector: B}");
    CHECK(mine.possible == Names{"permitted", "hazardous"});
    CHECK(mine.missing.empty());
    CHECK(mine.unseen.size() == 2);
    const Verdict shop = bench.verdict("{age: 16, sector: A1}");
    CHECK(shop.cls == "permitted");
    CHECK(shop.as_far_as_read);
    CHECK_FALSE(bench.verdict("{age: 19, sector: A1}").as_far_as_read);
    CHECK(bench.verdict("{age: 16, sector: A1}", true).possible == Names{"permitted", "hazardous"});
}

TEST_CASE("facts that only decide together are missing together") {
    Bench bench(R"(
instrument code "Code"
  regulating
  evidence official

impossible "Consent goes with pay"
  when consent and not paid
impossible "Pay goes with consent"
  when paid and not consent

rule unpaid "Unpaid and without consent"
  per code "art. 1"
  when not paid and not consent
  then prohibited
)");
    const Verdict verdict = bench.verdict("{paid: unknown}");
    CHECK(verdict.possible == Names{"permitted", "prohibited"});
    CHECK(missing_of(verdict) == Names{"paid", "consent"});
}

TEST_CASE("an answer to a question that is not open on the day is noted") {
    const char* const law = R"(
instrument code "Code"
  regulating
  in force from about 2016-08-15 within 10 days
  reaches age under 18 per "art. 1"
  evidence official
rule some "Some"
  per code "art. 2"
  when age under 15
  then prohibited
)";
    Bench in_doubt(law, "2016-08-15");
    const Verdict open = in_doubt.verdict("{age: 14, in_force_code: yes}");
    CHECK(open.cls == "prohibited");
    CHECK(open.notes.empty());
    Bench certain(law, "2020-01-01");
    const Verdict closed = certain.verdict("{age: 14, in_force_code: no}");
    CHECK(closed.cls == "prohibited");
    REQUIRE(closed.notes.size() == 1);
    CHECK(closed.notes[0].find("in_force_code") != std::string::npos);
}

TEST_CASE("many facts tied in a ring are asked together, beside any number that do not matter") {
    std::string law = R"(
instrument code "Code"
  regulating
  reaches age under 18 per "art. 1"
  evidence official
)";
    for (int i = 0; i < 24; ++i) {
        const std::string name = "f" + std::to_string(i);
        law += "\nfact " + name + " \"" + name + "\"\n  yes or no\n  asks \"" + name + "?\"\n  absent ask\n";
    }
    for (int i = 0; i < 12; ++i) {
        const std::string one = "f" + std::to_string(i);
        const std::string next = "f" + std::to_string((i + 1) % 12);
        law += "\nimpossible \"" + one + "\"\n  when " + one + " and not " + next + "\n";
    }
    law += "\nrule ring \"Ring\"\n  per code \"art. 2\"\n  when f0 and f6\n  then prohibited\n";
    Bench bench(law);
    CHECK(missing_of(bench.verdict("{age: 15}")).size() == 12);
}
