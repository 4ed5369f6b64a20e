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

TEST_CASE("conform tells gaps as JSON that names the provision and an example") {
    const auto json = run_command({"conform", "az", "--on", "2022-01-01", "--format", "json"});
    CHECK(json.code == 1);
    const auto tree = nlohmann::json::parse(json.out);
    REQUIRE(!tree.at("gaps").empty());
    CHECK(tree.at("gaps").at(0).contains("article"));
    CHECK(!tree.at("bound_by").empty());
}
