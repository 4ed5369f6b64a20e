// Exemptions, parameters, ratifications, permitted lists, derived numbers, seasons, linked facts, laws within laws:
// what the compiler makes of them. That the readings agree on what they mean is tried in tests/decide.
#include "tests/support/inline_law.hpp"

#include "engine/decide/classify.hpp"
#include "engine/facts/job_reader.hpp"

#include <catch2/catch.hpp>

using namespace labourlex;
using namespace labourlex::test;

namespace {

const char* const act = R"(instrument act "Act"
  regulating
  reaches age under 18
  evidence official
rule minimum "Minimum age"
  per act "s. 2"
  when age under 16
  then prohibited
)";

Verdict judged(const InlineLaw& law, const std::string& facts, const char* date = "2020-01-15") {
    INFO(law.shown());
    REQUIRE(law.law != nullptr);
    const CompiledTables tables = lower(law.on(date));
    Sources sources;
    Diagnostics diagnostics;
    const auto node = read_job_text(sources, sources.add("job.yaml", facts), JobTextFormat::yaml, diagnostics);
    REQUIRE(node);
    const auto job = bind_job(*node, {}, *tables.version->vocabulary, {}, diagnostics);
    INFO(render(diagnostics, sources, DiagnosticFormat::plain));
    REQUIRE(job);
    return classify(tables, *job, {});
}

std::vector<std::string> grounds(const Verdict& verdict) {
    std::vector<std::string> rules;
    for (const VerdictReason& reason : verdict.reasons) rules.push_back(reason.rule);
    return rules;
}

}  // namespace

TEST_CASE("an exemption leaves the work permitted and is what the verdict rests on", "[words]") {
    const InlineLaw law = compile_inline(std::string(act) + R"(
exception light "Light work"
  to minimum
  per act "s. 3"
  when age at least 14
  then light-work
exemption paper-round "Newspapers" from minimum
  per act "s. 4"
  when tasks include selling
)");
    const Verdict verdict = judged(law, "age: 15\ntasks: [selling]\n");
    CHECK(verdict.cls == "permitted");
    CHECK(grounds(verdict) == std::vector<std::string>{"xx.paper-round", "xx.act"});
    CHECK(judged(law, "age: 15\ntasks: []\n").cls == "light-work");
    CHECK(judged(law, "age: 13\ntasks: []\n").cls == "prohibited");
}

TEST_CASE("a parameter is asked, taken as a value, or fixed by the law", "[words]") {
    const std::string text = std::string(act) + R"(
parameter declared_age "Declared age"
  whole number of years from 14 to 18
  asks "Which age?"
rule declared "Declared age"
  per act "s. 5"
  when age under declared_age
  then hazardous
)";
    const Verdict open = judged(compile_inline(text), "age: 16\n");
    CHECK(open.status == VerdictStatus::undetermined);
    REQUIRE(open.missing.size() == 1);
    CHECK(open.missing[0].kind == "parameter");
    CHECK(open.missing[0].question == "Which age?");
    CHECK(judged(compile_inline(text), "age: 16\ndeclared_age: 17\n").cls == "hazardous");

    const InlineLaw fixed = compile_inline(text + "parameter declared_age is 16\n  per act \"s. 6\"\n");
    CHECK(judged(fixed, "age: 16\n").cls == "permitted");
    REQUIRE(fixed.on("2020-01-01")->parameters.size() == 1);
    CHECK(fixed.on("2020-01-01")->parameters[0].value == "16");
    CHECK(fixed.on("2020-01-01")->parameters[0].citation.provision == "s. 6");
}

TEST_CASE("ratifications are data, and what has not commenced is in force on no day", "[words]") {
    const InlineLaw law = compile_inline(std::string(act) + R"(
parameter declared_age "Declared age"
  whole number of years from 14 to 18
  asks "Which age?"
rule to-come "To come"
  per act "s. 9"
  in force when commenced
  when age under 18
  then worst-form
amendment draft "Draft"
  in force when commenced
  per act "draft"
replace rule minimum "Minimum age"
  per act "s. 2"
  when age under 18
  then prohibited
ratification kg of treaty on 1992-03-31 declared_age 16
  evidence secondary at "https://x"
ratification "in" of treaty on 2017-06-13
)");
    INFO(law.shown());
    REQUIRE(law.law != nullptr);
    REQUIRE(law.law->ratifications().size() == 2);
    const Ratification& first = law.law->ratifications()[0];
    CHECK(first.country == "kg");
    CHECK(first.convention == "treaty");
    CHECK(first.date == *Date::parse("1992-03-31"));
    CHECK(first.parameters == std::vector<std::pair<std::string, std::string>>{{"declared_age", "16"}});
    CHECK(first.evidence == Evidence::secondary);
    CHECK(law.law->ratifications()[1].country == "in");
    CHECK(law.law->change_dates().empty());
    for (const char* date : {"1950-01-01", "2020-01-01", "2999-01-01"}) {
        const auto version = law.on(date);
        CHECK(std::none_of(version->norms.begin(), version->norms.end(),
                           [](const Norm& norm) { return norm.name == "xx.to-come"; }));
    }
    CHECK(judged(law, "age: 17\n").cls == "permitted");
}

TEST_CASE("a permitted list asks of every task whether some item allows it", "[words]") {
    const InlineLaw law = compile_inline(std::string(act) + R"(
list allowed "Allowed" is exception to minimum
  per act "schedule"
  when age at least 13
  then light-work
item 1 "Farm work, but no picking"
  when tasks include farm-work and tasks include none of cotton-picking
item 2 "Shops"
  when any of:
    - tasks include selling
    - sector in branch A1
)");
    CHECK(judged(law, "age: 14\ntasks: [weeding, selling]\n").cls == "light-work");
    CHECK(judged(law, "age: 14\ntasks: [weeding, cotton-picking]\n").cls == "prohibited");
    CHECK(judged(law, "age: 14\ntasks: [selling, trade]\n").cls == "prohibited");
    CHECK(judged(law, "age: 14\n").cls == "prohibited");
    CHECK(judged(law, "age: 14\nsector: A1\n").cls == "light-work");
    CHECK(judged(law, "age: 12\ntasks: [selling]\n").cls == "prohibited");
    CHECK(grounds(judged(law, "age: 14\ntasks: [weeding, selling]\n")) ==
          std::vector<std::string>{"xx.allowed.1", "xx.allowed.2", "xx.allowed"});
    const Verdict open = judged(law, "age: 14\ntasks: {has: [selling]}\n");
    CHECK(open.possible == std::vector<std::string>{"light-work", "prohibited"});
}

TEST_CASE("derived numbers compare as sums and maxima do", "[words]") {
    const InlineLaw law = compile_inline(std::string(act) + R"(
derived total "Total" number of hours
  sum of hours_per_week, break_minutes
derived longest "Longest" number of hours
  maximum of hours_per_day, break_minutes
rule long-week "Long week"
  per act "s. 5"
  when total over 10 hours
  then hazardous
rule long-part "Long part"
  per act "s. 6"
  when longest over 5 hours
  then worst-form
)");
    CHECK(judged(law, "age: 17\nhours_per_week: 9\nbreak_minutes: 60\nhours_per_day: 1\n").cls == "permitted");
    const Verdict over = judged(law, "age: 17\nhours_per_week: 9\nbreak_minutes: 61\nhours_per_day: 1\n");
    CHECK(over.cls == "hazardous");
    CHECK(over.reasons[0].facts[0].fact == "Total");
    CHECK(over.reasons[0].facts[0].value == "601/60 hours");
    CHECK(judged(law, "age: 17\nhours_per_week: 1\nbreak_minutes: 301\nhours_per_day: 1\n").cls == "worst-form");
}

TEST_CASE("a season follows from the date, also over the turn of the year and by weekdays", "[words]") {
    const InlineLaw law = compile_inline(std::string(act) + R"(
season summer "Summer" from 1 june to first monday of september
  per act "s. 7"
season winter "Winter" from 1 november to last sunday of february
rule summer-work "Summer work"
  per act "s. 8"
  when summer
  then hazardous
rule winter-work "Winter work"
  per act "s. 8"
  when winter
  then worst-form
)");
    const auto on = [&](const char* date) { return judged(law, "age: 17\n", date).cls; };
    CHECK(on("2020-05-31") == "permitted");
    CHECK(on("2020-06-01") == "hazardous");
    CHECK(on("2020-09-07") == "hazardous");
    CHECK(on("2020-09-08") == "permitted");
    CHECK(on("2021-09-06") == "hazardous");
    CHECK(on("2021-09-07") == "permitted");
    CHECK(on("2020-10-31") == "permitted");
    CHECK(on("2020-12-31") == "worst-form");
    CHECK(on("2021-02-28") == "worst-form");
    CHECK(on("2022-02-27") == "worst-form");
    CHECK(on("2022-02-28") == "permitted");
}

TEST_CASE("linked facts are one quantity, whichever way it is stated and tested", "[words]") {
    const InlineLaw law = compile_inline(std::string(act) + R"(
fact load_lb "Load in pounds"
  number of lb from 0 to 1000
  asks "How many pounds?"
  absent ask
  linked to load_kg
rule pounds "Over 20 pounds"
  per act "s. 5"
  when load_lb over 20
  then hazardous
rule kilograms "Over 20 pounds, in kilograms"
  per act "s. 5"
  when load_kg over 9.0718474 kg
  then hazardous
)");
    CHECK(judged(law, "age: 17\nload_kg: 9.0718474\n").cls == "permitted");
    CHECK(judged(law, "age: 17\nload_lb: 20\n").cls == "permitted");
    CHECK(judged(law, "age: 17\nload_lb: 20.5\n").reasons.size() == 2);
    CHECK(judged(law, "age: 17\nload_lb: 20\nload_kg: 9.0718474\n").cls == "permitted");
}

TEST_CASE("a law within another has its norms, and adds to them", "[words]") {
    Sources sources;
    Diagnostics diagnostics;
    const auto folder = [&](const char* name, const std::string& text) {
        ParsedFolder parsed;
        parsed.name = name;
        parsed.files.push_back(parse(sources, sources.add(std::string(name) + ".law", text), diagnostics));
        return parsed;
    };
    const std::map<std::string, ParsedFolder> around{
        {"mini", folder("mini", mini_pack)},
        {"outer", folder("outer", std::string("jurisdiction outer \"Outer\"\nuse mini\n") + act)}};
    const auto law = compile(folder("inner", R"(jurisdiction inner "Inner" within outer
instrument byelaw "Byelaw"
  regulating
  evidence official
exception from-13 "From 13"
  to minimum
  per byelaw "1"
  when age at least 13
  then light-work
)"),
                             around, sources, diagnostics);
    INFO(render(diagnostics, sources, DiagnosticFormat::plain));
    REQUIRE(law != nullptr);
    CHECK(law->jurisdiction() == "inner");
    CHECK(law->title() == "Inner");
    const auto version = law->consolidate(*Date::parse("2020-01-01"));
    const auto minimum = std::find_if(version->norms.begin(), version->norms.end(),
                                      [](const Norm& norm) { return norm.name == "inner.minimum"; });
    REQUIRE(minimum != version->norms.end());
    CHECK(minimum->exceptions.size() == 1);

    const auto lost =
        compile(folder("lost", "jurisdiction lost \"Lost\" within nowhere\n"), around, sources, diagnostics);
    CHECK(lost == nullptr);
}

TEST_CASE("a fact that another links to is used, and one that nothing names is not", "[findings]") {
    const std::string depth = std::string(act) + R"(
fact depth_ft "Depth"
  number of ft from 0 to 1000
  asks "How deep, in feet?"
  absent ask
)";
    CHECK(compile_inline(depth).codes() == std::vector<std::string>{"L0602"});
    CHECK(compile_inline(depth + R"(
fact depth_m "Depth in metres"
  number of m from 0 to 1000
  asks "How deep, in metres?"
  absent ask
  linked to depth_ft
)")
              .codes()
              .empty());
}
