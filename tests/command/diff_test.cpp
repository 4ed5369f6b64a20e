// The commands that compare laws, run as a person would run them.

#include "tests/command/process.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using labourlex::test::run_command;

TEST_CASE("diff tells a draft's changes in all its formats, with exit code 1") {
    const std::string draft = "tj+" + std::string(LABOURLEX_SOURCE_DIR) + "/examples/draft-bricks.law";
    const auto text = run_command({"diff", "tj", draft});
    CHECK(text.code == 1);
    CHECK(text.err.empty());
    CHECK(text.out.find("Tasks: Making bricks") != std::string::npos);
    const auto json = run_command({"diff", "tj", draft, "--format", "json"});
    CHECK(json.code == 1);
    const auto tree = nlohmann::json::parse(json.out);
    CHECK(tree.at("complete") == true);
    CHECK(tree.at("regions").size() == 5);
    for (const auto& region : tree.at("regions")) {
        CHECK(region.at("direction") == "stricter");
        CHECK_FALSE(region.at("groups").at(0).at("witness").is_null());
    }
    const auto html = run_command({"diff", "tj", draft, "--format", "html"});
    CHECK(html.out.starts_with("<!DOCTYPE html>"));
    CHECK(html.out.find("<svg") != std::string::npos);
    CHECK(html.out.find("http://www.w3.org/2000/svg") != std::string::npos);
    CHECK(html.out.find("<script") == std::string::npos);
    CHECK(run_command({"diff", "tj", draft, "--format", "markdown"}).out.starts_with("# What changes"));
}

TEST_CASE("diff of a law with itself finds nothing, with exit code 0") {
    const auto same = run_command({"diff", "az@2022-01-01", "az@2022-01-01"});
    CHECK(same.code == 0);
    CHECK(same.out.find("No job changes class") != std::string::npos);
}

TEST_CASE("bad words for diff and conform are refused with a place and a remedy") {
    const auto many = run_command({"diff", "az", "az", "--boxes", "many"});
    CHECK(many.code == 2);
    CHECK(many.err.find("L0761") != std::string::npos);
    CHECK(many.out.empty());
    const auto nobody = run_command({"diff", "az", "atlantis"});
    CHECK(nobody.code == 2);
    CHECK(nobody.out.empty());
    const auto twice = run_command({"conform", "az@2022-01-01", "--on", "2022-01-01"});
    CHECK(twice.code == 2);
    CHECK(twice.err.find("L0756") != std::string::npos);
}

TEST_CASE("diff --cases counts stated jobs that change class, each with both laws' provisions") {
    const labourlex::test::TemporaryFolder folder;
    const std::string jobs = folder.write("survey.yaml", R"(
- id: fifteen
  country: tj
  date: 2003-01-01
  facts: {age: 15, arrangement: employment, sector: "47", occupation: "5223", hours_per_day: 3, hours_per_week: 18,
          days_per_week: 6, start_time: "09:00", end_time: "12:00", parental_consent: true, school_term: false,
          education: completed-basic, written_contract: true, medical_clearance: true}
- id: adult
  facts: {age: 30, arrangement: employment, sector: "47", occupation: "5223", hours_per_day: 8, hours_per_week: 40,
          days_per_week: 5, start_time: "09:00", end_time: "17:00"}
- id: elsewhere
  country: kz
  facts: {age: 15}
)");
    const std::string draft = "tj+" + std::string(LABOURLEX_SOURCE_DIR) + "/examples/draft-bricks.law";
    const std::string stall = std::string(LABOURLEX_SOURCE_DIR) + "/examples/bread-stall.yaml";
    const auto json = run_command({"diff", "tj", draft, "--cases", jobs, stall, "--format", "json"});
    INFO(json.err);
    CHECK(json.code == 1);
    const auto tree = nlohmann::json::parse(json.out);
    CHECK(tree.at("judged") == 3);
    CHECK(tree.at("changed") == 2);
    CHECK(tree.at("skipped").at("kz") == 1);
    REQUIRE(tree.at("changes").size() == 1);
    const auto& change = tree.at("changes").at(0);
    CHECK(change.at("from") == "permitted");
    CHECK(change.at("to") == "prohibited");
    CHECK(change.at("direction") == "stricter");
    CHECK(change.at("jobs").at(0).at("id") == "fifteen");
    CHECK(change.at("jobs").at(0).at("second").at("rules").at(0).at("rule") == "tj.minimum-age-2016");

    const auto text = run_command({"diff", "tj", draft, "--cases", jobs, stall, "--boxes", "1"});
    CHECK(text.out.find("2 of 3 jobs change class.") != std::string::npos);
    CHECK(text.out.find("1 more; see --boxes") != std::string::npos);
    const auto html = run_command({"diff", "tj", draft, "--cases", jobs, "--format", "html"});
    CHECK(html.out.find("<svg") != std::string::npos);
    const auto same = run_command({"diff", "tj", "tj", "--cases", jobs, "--format", "markdown"});
    CHECK(same.code == 0);
    CHECK(same.out.find("None of 2 jobs changes class.") != std::string::npos);
}

TEST_CASE("diff --cases refuses jobs that neither law can take, and files that are not there") {
    const labourlex::test::TemporaryFolder folder;
    const std::string slip = folder.write("slip.yaml", "- id: slip\n  facts: {aeg: 15}\n");
    const auto bad = run_command({"diff", "tj", "tj@2013-01-01", "--cases", slip});
    CHECK(bad.code == 2);
    CHECK(bad.out.empty());
    CHECK(bad.err.find("aeg") != std::string::npos);
    const auto missing = run_command({"diff", "tj", "tj", "--cases", folder.path() + "/none.yaml"});
    CHECK(missing.code == 2);
    CHECK(missing.err.find("L0701") != std::string::npos);
}

TEST_CASE("a job that only one of two countries can take is counted and named with the reason") {
    const labourlex::test::TemporaryFolder folder;
    const std::string jobs =
        folder.write("job.yaml", "id: street-play\nage: 12\narrangement: performance\nperformance_org: street\n");
    const auto text = run_command({"diff", "kz@2022-01-01", "in@2022-01-01", "--cases", jobs, "--format", "json"});
    INFO(text.err);
    CHECK(text.code == 0);
    const auto tree = nlohmann::json::parse(text.out);
    CHECK(tree.at("judged") == 0);
    REQUIRE(tree.at("refused").size() == 1);
    CHECK(tree.at("refused").at(0).at("id") == "street-play");
    CHECK(tree.at("refused").at(0).at("law") == "kz@2022-01-01");
    CHECK(tree.at("refused").at(0).at("reason").get<std::string>().find("street") != std::string::npos);
}

TEST_CASE("diff --by-window tells on which days one law changed, and refuses two laws") {
    const auto json = run_command({"diff", "tj@2013-01-01", "tj@2014-03-04", "--by-window", "--format", "json"});
    INFO(json.err);
    CHECK(json.code == 1);
    const auto tree = nlohmann::json::parse(json.out);
    REQUIRE(tree.at("days").size() == 4);
    CHECK(tree.at("days").at(0).at("difference").at("regions").empty());
    const auto& repeal = tree.at("days").at(1);
    CHECK(repeal.at("day") == "2013-07-23");
    CHECK(repeal.at("acts").at(0).at("how") == "ends");
    CHECK(repeal.at("difference").at("regions").at(0).at("direction") == "laxer");
    CHECK(repeal.at("difference").at("norms").at(0).at("rule") == "tj.work-in-school-time");
    const auto quiet = run_command({"diff", "tj@2013-01-01", "tj@2013-02-01", "--by-window"});
    CHECK(quiet.code == 0);
    CHECK(quiet.out.find("did not change") != std::string::npos);
    for (const auto& [first, second] : {std::pair("az", "kz"), std::pair("tj@2014-01-01", "tj@2013-01-01")}) {
        const auto refused = run_command({"diff", first, second, "--by-window"});
        CHECK(refused.code == 2);
        CHECK(refused.err.find("L0720") != std::string::npos);
    }
    CHECK(run_command({"diff", "tj", "tj", "--by-window", "--cases", "tj"}).code == 2);
}

TEST_CASE("of two countries the report says how they differ, not what changes") {
    const auto text = run_command({"diff", "az@2022-01-01", "kz@2022-01-01", "--boxes", "1"});
    CHECK(text.out.starts_with("Where az@2022-01-01 and kz@2022-01-01 differ"));
    CHECK(text.out.find("becomes") == std::string::npos);
}

TEST_CASE("conform tells gaps as JSON that names the provision and an example") {
    const auto json = run_command({"conform", "az", "--on", "2022-01-01", "--format", "json"});
    CHECK(json.code == 1);
    const auto tree = nlohmann::json::parse(json.out);
    REQUIRE(!tree.at("gaps").empty());
    CHECK(tree.at("gaps").at(0).contains("article"));
    CHECK(!tree.at("bound_by").empty());
}

TEST_CASE("one law named with a day and without is compared then and now") {
    const auto now = run_command({"diff", "kg@2024-01-01", "kg", "--boxes", "1", "--format", "json"});
    CHECK(now.code == 1);
    CHECK_FALSE(nlohmann::json::parse(now.out).at("regions").empty());
}
