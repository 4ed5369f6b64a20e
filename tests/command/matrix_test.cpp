// labourlex matrix, run as a person would run it.

#include "tests/command/process.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <set>

using labourlex::test::run_command;

TEST_CASE("matrix tells every country that ratified, each standard with a verdict") {
    const auto all = run_command({"matrix", "--on", "2026-01-01", "--format", "json"});
    REQUIRE(all.code == 0);
    const auto tree = nlohmann::json::parse(all.out);
    std::set<std::string> countries;
    for (const auto& country : tree) {
        countries.insert(country.at("national").get<std::string>().substr(0, 2));
        CHECK(country.at("complete") == true);
        REQUIRE(country.at("standards").size() == tree.front().at("standards").size());
        for (const auto& cell : country.at("standards")) {
            // What is not met is shown.
            if (cell.at("verdict") == "not-met") CHECK_FALSE(cell.at("shortfall").get<std::string>().empty());
        }
    }
    CHECK(countries == std::set<std::string>{"az", "br", "in", "kg", "kz", "ph", "ru", "tj", "tr", "uk", "us", "uz"});
}

TEST_CASE("matrix is written as Markdown, as a page and as text, and refuses a law that is not there") {
    CHECK(run_command({"matrix", "az", "--format", "markdown"}).out.find("| Minimum age for work |") !=
          std::string::npos);
    CHECK(run_command({"matrix", "az", "--format", "html"}).out.starts_with("<!DOCTYPE html>"));
    const auto nobody = run_command({"matrix", "atlantis"});
    CHECK(nobody.code == 2);
    CHECK(nobody.out.empty());
}
