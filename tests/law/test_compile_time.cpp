// Dates: periods, edges in doubt, versions of a norm, amendments, and what a day's version holds.
#include "tests/support/inline_law.hpp"

#include "engine/law/periods.hpp"

#include <catch2/catch.hpp>

using namespace labourlex;
using namespace labourlex::test;

namespace {

const std::string act = R"(
instrument act "Act"
  regulating
  in force from 2010-01-01 to 2019-12-31
  reaches age under 18
  evidence official

instrument order "Order"
  forbids only
  reaches age under 18
  evidence secondary at "https://example.org"
)";

const std::string works = R"(
list works "Works"
  per order "annex"
  when age under 18
  then hazardous
section I "Farms"
item 1 "Weeding"
  when tasks include weeding
item 2 "Cotton"
  when tasks include cotton-picking
section II "Trade"
item 3 "Selling"
  when tasks include selling
  then prohibited
)";

std::string rule(const std::string& name, const std::string& more = {}) {
    return "\nrule " + name + " \"Rule\"\n  per act \"s. 1\"\n" + more + "  when age under 15\n  then prohibited\n";
}

/// The text of `in_force`: the question and the answer needed.
std::pair<std::string, bool> edge_of(const Version& version, const Condition& condition) {
    const bool negated = condition.kind == Condition::Kind::negation;
    const Condition& inner = negated ? condition.children.front() : condition;
    REQUIRE(inner.kind == Condition::Kind::atom);
    return {version.vocabulary->facts[version.atoms[inner.atom].fact].name, !negated};
}

Date day(const char* text) {
    return *Date::parse(text);
}

}  // namespace

TEST_CASE("both days of a period are included", "[time]") {
    const InlineLaw law = compile_inline(act + rule("young"));
    INFO(law.shown());
    REQUIRE(law.law);
    CHECK_FALSE(find_norm(*law.on("2009-12-31"), "xx.young"));
    CHECK(find_norm(*law.on("2010-01-01"), "xx.young"));
    CHECK(find_norm(*law.on("2019-12-31"), "xx.young"));
    CHECK_FALSE(find_norm(*law.on("2020-01-01"), "xx.young"));
    CHECK(law.law->change_dates() == std::vector<Date>{day("2010-01-01"), day("2020-01-01")});
}

TEST_CASE("an edge in doubt is one question, shared by what is tied to it", "[time]") {
    const InlineLaw law = compile_inline(R"(
instrument old-code "Old code"
  regulating
  in force until new-code begins
  reaches age under 18
  evidence official
instrument new-code "New code"
  regulating
  in force from about 2016-08-11 within 10 days
  reaches age under 18
  evidence official
rule age "Age" per old-code "s. 1" when age under 15 then prohibited
rule age "Age" per new-code "s. 1" when age under 16 then prohibited
)");
    INFO(law.shown());
    REQUIRE(law.law);
    SECTION("before the window") {
        const auto version = law.on("2016-07-31");
        REQUIRE(count_norms(*version, "xx.age") == 1);
        CHECK(find_norm(*version, "xx.age")->reaches.kind == Condition::Kind::atom);
        CHECK(version->questions.empty());
        CHECK(version->instruments.size() == 1);
    }
    SECTION("inside it, from the first possible day to the day before the last") {
        for (const char* date : {"2016-08-01", "2016-08-11", "2016-08-20"}) {
            const auto version = law.on(date);
            REQUIRE(count_norms(*version, "xx.age") == 2);
            REQUIRE(version->instruments.size() == 2);
            CHECK(edge_of(*version, version->instruments[0].in_force) ==
                  std::pair<std::string, bool>{"in_force_new_code", false});
            CHECK(edge_of(*version, version->instruments[1].in_force) ==
                  std::pair<std::string, bool>{"in_force_new_code", true});
            REQUIRE(version->questions.size() == 1);
            CHECK(version->questions[0].edge);
        }
    }
    SECTION("after it") {
        const auto version = law.on("2016-08-21");
        REQUIRE(count_norms(*version, "xx.age") == 1);
        CHECK(version->instruments[0].name == "xx.new-code");
        CHECK(version->questions.empty());
    }
    const FactDeclaration& question = law.law->vocabulary().facts.back();
    CHECK(question.role == FactRole::question);
    CHECK(question.type == FactType::yes_no);
    CHECK_FALSE(question.assumed);
    CHECK(question.question == "Was New code already in force on the day of the job?");
    CHECK(law.law->change_dates() == std::vector<Date>{day("2016-08-01"), day("2016-08-21")});
}

TEST_CASE("an end in doubt counts its last day in", "[time]") {
    const InlineLaw law = compile_inline(act + rule("young", "  in force to about 2012-06-10 within 2 days\n"));
    REQUIRE(law.law);
    CHECK(find_norm(*law.on("2012-06-08"), "xx.young")->in_force.always());
    CHECK(edge_of(*law.on("2012-06-09"), find_norm(*law.on("2012-06-09"), "xx.young")->in_force) ==
          std::pair<std::string, bool>{"ended_young", false});
    CHECK(find_norm(*law.on("2012-06-12"), "xx.young"));
    CHECK_FALSE(find_norm(*law.on("2012-06-13"), "xx.young"));
}

TEST_CASE("texts of one name and disjoint dates are versions of one norm", "[time]") {
    const InlineLaw law = compile_inline(act + rule("young", "  in force to 2012-12-31\n") +
                                         rule("young", "  in force from 2013-01-01\n") + R"(
exception pupils "Pupils" to young
  per act "s. 2"
  when consent
  then light-work
)");
    INFO(law.shown());
    REQUIRE(law.law);
    for (const char* date : {"2012-12-31", "2013-01-01"}) {
        const auto version = law.on(date);
        REQUIRE(count_norms(*version, "xx.young") == 1);
        CHECK(find_norm(*version, "xx.pupils")->parents.size() == 1);
        CHECK(find_norm(*version, "xx.young")->exceptions.size() == 1);
    }
    CHECK(law.law->norm_names() == std::vector<std::string>{"xx.young", "xx.pupils"});
}

TEST_CASE("a replaced norm keeps its name, its citation and its exceptions", "[amendments]") {
    const InlineLaw law = compile_inline(act + rule("young") + R"(
exception pupils "Pupils" to young
  per act "s. 2"
  when consent
  then light-work
amendment change "Change"
  in force from about 2012-01-11 within 10 days
  per act "s. 9"
replace rule young "Young"
  per act "s. 1"
  when age under 16
  then prohibited
)");
    INFO(law.shown());
    REQUIRE(law.law);
    CHECK(count_norms(*law.on("2011-12-31"), "xx.young") == 1);
    const auto inside = law.on("2012-01-05");
    REQUIRE(count_norms(*inside, "xx.young") == 2);
    CHECK(edge_of(*inside, inside->norms[0].in_force) == std::pair<std::string, bool>{"in_force_change", false});
    CHECK(edge_of(*inside, inside->norms[1].in_force) == std::pair<std::string, bool>{"in_force_change", true});
    CHECK(find_norm(*inside, "xx.pupils")->parents == std::vector<NormIndex>{0, 1});
    const auto after = law.on("2012-01-21");
    REQUIRE(count_norms(*after, "xx.young") == 1);
    CHECK(find_norm(*after, "xx.young")->in_force.always());
    CHECK(find_norm(*after, "xx.young")->exceptions.size() == 1);
}

TEST_CASE("repealing one of several parents removes that link only; the last takes the exception with it",
          "[amendments]") {
    const InlineLaw law = compile_inline(act + rule("young") + rule("school") + R"(
exception pupils "Pupils" to young, school
  per act "s. 2"
  when consent
  then light-work
amendment first "First" in force from 2012-01-01 per act "s. 9"
repeal young
amendment second "Second" in force from 2013-01-01 per act "s. 9"
repeal school
)");
    INFO(law.shown());
    REQUIRE(law.law);
    // `order` is cited by nobody in this text.
    CHECK(law.codes() == std::vector<std::string>{"L0604", "L0607"});
    CHECK(find_norm(*law.on("2011-12-31"), "xx.pupils")->parents.size() == 2);
    CHECK(find_norm(*law.on("2012-01-01"), "xx.pupils")->parents.size() == 1);
    CHECK_FALSE(find_norm(*law.on("2013-01-01"), "xx.pupils"));
}

TEST_CASE("items are inserted in the order of the list and belong to ranges over it", "[amendments]") {
    const InlineLaw law = compile_inline(act + works + R"(
exception trained "Trained" to items 1 to 2 of works
  per order "note"
  when consent
  then permitted
amendment change "Change" in force from 2012-01-01 per act "s. 9"
insert item 1a "Weeding by night" in works after 1
  when tasks include weeding and night_work
repeal item 2 of works
)");
    INFO(law.shown());
    REQUIRE(law.law);
    const auto before = law.on("2011-12-31");
    CHECK(find_norm(*before, "xx.trained")->parents.size() == 2);
    const auto after = law.on("2012-01-01");
    std::vector<std::string> names;
    for (const Norm& norm : after->norms) names.push_back(norm.name);
    CHECK(names == std::vector<std::string>{"xx.works.1", "xx.works.1a", "xx.works.3", "xx.trained"});
    // The range still runs from 1 to where 2 stood.
    CHECK(find_norm(*after, "xx.trained")->parents == std::vector<NormIndex>{0, 1});
    CHECK(find_norm(*after, "xx.works.1a")->section == "I Farms");
    CHECK(find_norm(*after, "xx.works.1a")->citation.provision == "annex, item 1a");
}

TEST_CASE("rebasing a list moves its items and unseen parts to another instrument", "[amendments]") {
    const InlineLaw law = compile_inline(act + works + R"(
unseen rest "Rest" in works
  per order "rest"
  noted
  when tasks include trade
  could be hazardous
amendment change "Change" in force from 2012-01-01 per act "s. 9"
rebase works per act "s. 208"
replace item 2 "Cotton again" in works
  when tasks include cotton-picking and age under 16
)");
    INFO(law.shown());
    REQUIRE(law.law);
    const auto before = law.on("2011-12-31");
    CHECK(before->instruments[find_norm(*before, "xx.works.1")->citation.instrument].name == "xx.order");
    const auto after = law.on("2012-01-01");
    for (const char* name : {"xx.works.1", "xx.works.2", "xx.works.3", "xx.rest"}) {
        REQUIRE(count_norms(*after, name) == 1);
        CHECK(after->instruments[find_norm(*after, name)->citation.instrument].name == "xx.act");
    }
    CHECK(find_norm(*after, "xx.works.2")->title == "Cotton again");
    CHECK(find_norm(*after, "xx.works.3")->citation.provision == "s. 208, item 3");
    // With the act ends what was rebased on it.
    CHECK_FALSE(find_norm(*law.on("2020-01-01"), "xx.works.1"));
}

TEST_CASE("amendments apply in order of date, not of writing", "[amendments]") {
    const InlineLaw law = compile_inline(act + rule("young") + R"(
amendment later "Later" in force from 2014-01-01 per act "s. 9"
repeal young
amendment earlier "Earlier" in force from 2012-01-01 per act "s. 9"
replace rule young "Second text" when age under 16 then prohibited per act "s. 1"
)");
    INFO(law.shown());
    REQUIRE(law.law);
    CHECK(find_norm(*law.on("2011-06-01"), "xx.young")->title == "Rule");
    CHECK(find_norm(*law.on("2012-06-01"), "xx.young")->title == "Second text");
    CHECK_FALSE(find_norm(*law.on("2014-01-01"), "xx.young"));
}

TEST_CASE("a limit is amended as a whole and keeps its name", "[amendments]") {
    const InlineLaw law = compile_inline(act + R"(
limit most "Most" for load_kg
  per act "s. 5"
  by sex
  | female | 4 kg |
  | male | 8 kg |
rule overload "Overload" per act "s. 5" when load_kg over most then hazardous
amendment change "Change" in force from 2012-01-01 per act "s. 9"
replace limit most "Most" for load_kg
  per act "s. 5"
  by sex
  | otherwise | 3 kg |
)");
    INFO(law.shown());
    REQUIRE(law.law);
    CHECK(law.on("2009-01-01")->limits.at(0).empty());
    REQUIRE(law.on("2011-12-31")->limits.at(0).size() == 1);
    CHECK(law.on("2011-12-31")->limits.at(0)[0].rows.size() == 2);
    REQUIRE(law.on("2012-01-01")->limits.at(0).size() == 1);
    CHECK(law.on("2012-01-01")->limits.at(0)[0].rows[0].cell.low == Rational(3));
}

TEST_CASE("an instrument of a pack binds where it is applied, and only then", "[time]") {
    CHECK_FALSE(find_norm(*compile_inline(act + rule("young")).on("2015-01-01"), "treaty.slavery"));
    const InlineLaw law = compile_inline(act + rule("young") + "\napplies treaty from 2011-05-01 per act \"s. 7\"\n");
    INFO(law.shown());
    REQUIRE(law.law);
    CHECK_FALSE(find_norm(*law.on("2011-04-30"), "treaty.slavery"));
    CHECK(find_norm(*law.on("2011-05-01"), "treaty.slavery"));
}

TEST_CASE("the digest depends on the text alone", "[time]") {
    const auto version = compile_inline(act + rule("young")).on("2015-01-01")->ruleset_version;
    CHECK(version.size() == 16);
    CHECK(compile_inline(act + rule("young")).on("2016-01-01")->ruleset_version == version);
    CHECK(compile_inline(act + rule("older")).on("2015-01-01")->ruleset_version != version);
}

TEST_CASE("bounds meet exactly where some day satisfies all of them", "[time]") {
    const Edge known{day("2012-01-01"), day("2012-01-01"), no_fact};
    const Edge doubtful{day("2012-01-01"), day("2012-02-01"), 7};
    CHECK_FALSE(ever_possible(Bounds{{known, true}, {known, false}}));
    CHECK_FALSE(ever_possible(Bounds{{doubtful, true}, {doubtful, false}}));
    CHECK(ever_possible(Bounds{{doubtful, true}, {{day("2012-01-02"), day("2012-01-02"), no_fact}, false}}));
    CHECK_FALSE(ever_possible(Bounds{{doubtful, true}, {known, false}}));
    CHECK(stands_at(Bounds{{known, false}}, known));
    CHECK_FALSE(stands_at(Bounds{{known, true}}, known));
    CHECK(presence_on(Bounds{{doubtful, true}}, day("2012-01-31")).answers.size() == 1);
    CHECK(presence_on(Bounds{{doubtful, true}}, day("2012-02-01")).answers.empty());
}
