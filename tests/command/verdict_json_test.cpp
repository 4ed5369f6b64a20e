// The JSON of a verdict, held field by field against docs/verdict.md, over every judged job of every ruleset.
#include "tests/command/process.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

using labourlex::test::Run;
using labourlex::test::run_command;
using labourlex::test::TemporaryFolder;
using Json = nlohmann::json;

namespace {

const std::vector<std::string> classes = {"permitted", "light-work", "prohibited", "hazardous", "worst-form"};

bool one_of(const Json& value, const std::set<std::string>& words) {
    return value.is_string() && words.contains(value.get<std::string>());
}

bool is_class(const Json& value) {
    return value.is_string() && std::find(classes.begin(), classes.end(), value.get<std::string>()) != classes.end();
}

bool text(const Json& object, const char* key) {
    return object.contains(key) && object[key].is_string();
}

bool filled(const Json& object, const char* key) {
    return text(object, key) && !object[key].get<std::string>().empty();
}

void check_citation(const Json& citation) {
    CHECK(filled(citation, "instrument"));
    CHECK(text(citation, "provision"));
    CHECK((citation.at("url").is_null() || filled(citation, "url")));
    CHECK(one_of(citation.at("evidence"), {"official", "translation", "secondary", "unverified"}));
}

void check_facts(const Json& facts) {
    REQUIRE(facts.is_array());
    std::map<int, std::set<int>> branches;
    for (const Json& fact : facts) {
        CHECK(filled(fact, "fact"));
        CHECK(fact.contains("value"));
        // An object is partial knowledge, in the form in which a job states it.
        const Json& value = fact.at("value");
        if (value.is_object()) {
            CHECK((value.contains("from") || value.contains("to") || value.contains("any_of") ||
                   value.contains("has") || value.contains("not")));
        }
        CHECK(text(fact, "condition"));
        CHECK(one_of(fact.at("origin"), {"stated", "assumed", "derived"}));
        for (const Json& place : fact.at("one_of")) branches[place.at("group")].insert(place.at("branch").get<int>());
    }
    // A choice is one of several, counted from 1.
    for (const auto& [group, seen] : branches) {
        CHECK(group >= 1);
        CHECK(seen.size() > 1);
        CHECK(*seen.begin() == 1);
    }
}

void check_requirement(const Json& requirement) {
    CHECK(filled(requirement, "rule"));
    CHECK(filled(requirement, "title"));
    CHECK(one_of(requirement.at("strength"), {"constitutive", "formal", "noted"}));
    CHECK(one_of(requirement.at("status"), {"met", "broken", "unknown"}));
    check_citation(requirement.at("citation"));
}

void check_exceptions(const Json& exceptions) {
    REQUIRE(exceptions.is_array());
    for (const Json& exception : exceptions) {
        CHECK(filled(exception, "rule"));
        CHECK((exception.at("class").is_null() || is_class(exception.at("class"))));
        CHECK(one_of(exception.at("holds"), {"yes", "no", "unknown"}));
        check_facts(exception.at("failed"));
        if (!exception.at("requirement").is_null()) check_requirement(exception.at("requirement"));
        check_citation(exception.at("citation"));
        check_exceptions(exception.at("exceptions"));
    }
}

std::size_t gravity(const Json& name) {
    return static_cast<std::size_t>(std::find(classes.begin(), classes.end(), name.get<std::string>()) -
                                    classes.begin());
}

void check_possible(const Json& verdict) {
    const Json& possible = verdict.at("possible");
    REQUIRE(possible.is_array());
    REQUIRE(!possible.empty());
    for (std::size_t i = 1; i < possible.size(); ++i) CHECK(gravity(possible[i - 1]) < gravity(possible[i]));
    const std::string status = verdict.at("status");
    if (status == "decided") {
        CHECK(possible.size() == 1);
        CHECK(possible.front() == verdict.at("class"));
        CHECK(filled(verdict, "class_title"));
    } else {
        CHECK(verdict.at("class").is_null());
    }
    if (status == "undetermined") CHECK(possible.size() > 1);
    if (status == "out-of-scope") CHECK(possible == Json::array({"out-of-scope"}));
}

void check_verdict(const Json& verdict) {
    CHECK((verdict.at("id").is_null() || filled(verdict, "id")));
    CHECK(filled(verdict, "jurisdiction"));
    CHECK(filled(verdict, "as_of"));
    CHECK(filled(verdict, "ruleset_version"));
    CHECK(one_of(verdict.at("status"), {"decided", "undetermined", "out-of-scope"}));
    check_possible(verdict);

    REQUIRE(verdict.at("reasons").is_array());
    for (std::size_t i = 0; i < verdict.at("reasons").size(); ++i) {
        const Json& reason = verdict.at("reasons")[i];
        CHECK(filled(reason, "rule"));
        CHECK(is_class(reason.at("class")));
        CHECK(filled(reason, "class_title"));
        CHECK(filled(reason, "title"));
        check_citation(reason.at("citation"));
        check_facts(reason.at("facts"));
        CHECK(one_of(reason.at("applies"), {"certain", "possible"}));
        check_exceptions(reason.at("exceptions"));
        if (i > 0) CHECK(gravity(verdict.at("reasons")[i - 1].at("class")) >= gravity(reason.at("class")));
    }
    for (const Json& requirement : verdict.at("requirements")) check_requirement(requirement);
    for (const Json& duty : verdict.at("duties")) {
        CHECK(filled(duty, "title"));
        check_citation(duty.at("citation"));
    }
    for (const Json& missing : verdict.at("missing")) {
        CHECK(filled(missing, "fact"));
        CHECK(one_of(missing.at("kind"), {"fact", "parameter", "question"}));
        CHECK(filled(missing, "question"));
    }
    for (const Json& unseen : verdict.at("unseen")) {
        CHECK(filled(unseen, "title"));
        CHECK(filled(unseen, "could_be"));
        CHECK(one_of(unseen.at("strength"), {"blocking", "noted"}));
        check_citation(unseen.at("citation"));
    }
    for (const Json& judgement : verdict.at("judgements")) {
        CHECK(filled(judgement, "fact"));
        CHECK(filled(judgement, "question"));
    }
    for (const Json& assumption : verdict.at("assumptions")) {
        CHECK(filled(assumption, "fact"));
        CHECK(assumption.contains("value"));
    }
    for (const Json& note : verdict.at("notes")) CHECK(note.is_string());
    if (verdict.at("status") == "undetermined")
        CHECK((!verdict.at("missing").empty() || !verdict.at("unseen").empty()));
}

Json judged(const std::vector<std::string>& arguments, const std::string& input = "") {
    std::vector<std::string> all{"classify", "--format", "json"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const Run run = run_command(all, {input, {}, {}});
    INFO(run.err);
    REQUIRE(run.code == 0);
    return Json::parse(run.out);
}

}  // namespace

TEST_CASE("the verdicts on the examples have every field") {
    for (const std::string name : {"bread-stall.yaml", "night-venue.yaml", "library-helper.json"}) {
        CAPTURE(name);
        check_verdict(judged({"examples/" + name}));
        check_verdict(judged({"examples/" + name, "--strict"}));
    }
}

TEST_CASE("one job gives an object, several an array in their order") {
    CHECK(judged({"examples/night-venue.yaml"}).is_object());
    const Json several = judged({"examples/night-venue.yaml", "examples/bread-stall.yaml"});
    REQUIRE(several.is_array());
    REQUIRE(several.size() == 2);
    CHECK(several[0].at("id") == "night-venue");
    CHECK(several[1].at("id") == "bread-stall");
}

TEST_CASE("values of facts are numbers, truth values and texts") {
    const Json verdict = judged({"examples/night-venue.yaml"});
    bool seen_number = false;
    bool seen_list = false;
    for (const Json& fact : verdict.at("reasons").front().at("facts")) {
        if (fact.at("fact") == "age") {
            CHECK(fact.at("value") == 17);
            CHECK(fact.at("origin") == "stated");
            seen_number = true;
        }
        if (fact.at("fact") == "exposures") seen_list = true;
    }
    CHECK(seen_number);
    CHECK(seen_list);
}

TEST_CASE("a job that says nothing is judged, and everything needed is asked") {
    for (const std::string law : {"tj", "kz"}) {
        const Json verdict = judged({"-", "--law", law, "--on", "2020-05-01"}, "{}");
        check_verdict(verdict);
        CHECK(verdict.at("status") == "undetermined");
        CHECK(!verdict.at("missing").empty());
    }
}

TEST_CASE("lists of facts and laws are JSON with the promised keys") {
    const Run facts = run_command({"facts", "tj", "--format", "json"});
    const Json list = Json::parse(facts.out);
    REQUIRE(list.is_array());
    bool age = false;
    for (const Json& fact : list) {
        CHECK(filled(fact, "name"));
        CHECK(one_of(fact.at("type"), {"yes-no", "choice", "number", "code", "set-of-codes", "time-of-day"}));
        if (fact.at("name") == "age") {
            age = true;
            CHECK(fact.at("low") == 0);
            CHECK(fact.at("unit") == "years");
            CHECK(filled(fact, "question"));
        }
    }
    CHECK(age);
    const Json laws = Json::parse(run_command({"laws", "--format", "json"}).out);
    REQUIRE(laws.size() >= 2);
    for (const Json& law : laws) {
        CHECK(filled(law, "jurisdiction"));
        CHECK(!law.at("change_dates").empty());
        CHECK(!law.at("instruments").empty());
        if (law.at("jurisdiction") == "ilo") {
            const Json& ratified = law.at("ratifications");
            const auto kyrgyz = std::find_if(ratified.begin(), ratified.end(), [](const Json& one) {
                return one.at("country") == "kg" && one.at("convention") == "ilo.c138";
            });
            REQUIRE(kyrgyz != ratified.end());
            CHECK(kyrgyz->at("date") == "1992-03-31");
            CHECK(kyrgyz->at("parameters").at("declared_minimum_age") == "16");
            CHECK(filled(*kyrgyz, "title"));
        } else {
            CHECK(law.at("ratifications").is_array());
        }
    }
    CHECK(run_command({"laws"}).out.find("Ratified by kg on 1992-03-31: Minimum Age Convention") != std::string::npos);
}
