// The analyses of `check`, run as a person would run them.

#include "tests/command/process.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

using labourlex::test::run_command;
using labourlex::test::TemporaryFolder;

namespace {

/// A law with an exception that never applies, and the `common` pack it needs not.
std::string planted(const TemporaryFolder& folder) {
    folder.write("rulesets/xx/law.law", R"(jurisdiction xx "Testland"

class permitted "Permitted" lawful default

class prohibited "Prohibited" breach

fact age "Age"
  whole number of years from 0 to 120
  asks "How old?"
  absent ask

instrument act "Act"
  regulating
  in force from 2000-01-01
  evidence official

rule minimum-age "Minimum age"
  per act "art. 2"
  when age under 15
  then prohibited

exception older "Older"
  to minimum-age
  per act "art. 3"
  in force to 2009-12-31
  when age at least 16
  then permitted
)");
    folder.write("rulesets/xx/cases/judged.yaml",
                 "- id: young\n  country: xx\n  date: 2015-01-01\n  facts: {age: 12}\n  expect: prohibited\n");
    return folder.path() + "/rulesets";
}

}  // namespace

TEST_CASE("a finding of the analyses is a warning in every format, and an error where it is denied") {
    const TemporaryFolder folder;
    const std::string rulesets = planted(folder);
    const auto text = run_command({"check", "xx", "--rulesets", rulesets});
    CAPTURE(text.out, text.err);
    CHECK(text.code == 0);
    CHECK(text.out.find("warning[L0623]") != std::string::npos);
    CHECK(text.out.find("as the law stands from 2000-01-01") != std::string::npos);
    CHECK(text.out.find(": 0 errors, 1 warnings, 0 notes.") != std::string::npos);

    const auto json = run_command({"check", "xx", "--rulesets", rulesets, "--format", "json"});
    const auto found = nlohmann::json::parse(json.out);
    REQUIRE(found.size() == 1);
    CHECK(found[0].at("code") == "L0623");
    const auto sarif = run_command({"check", "xx", "--rulesets", rulesets, "--format", "sarif"});
    CHECK(nlohmann::json::parse(sarif.out).at("runs").at(0).at("results").size() == 1);

    for (const char* denied : {"all", "L0624,L0623"}) {
        const auto error = run_command({"check", "xx", "--rulesets", rulesets, "--deny", denied});
        CHECK(error.code == 1);
        CHECK(error.out.find("error[L0623]") != std::string::npos);
    }
    CHECK(run_command({"check", "xx", "--rulesets", rulesets, "--deny", "L0624"}).code == 0);
    CHECK(run_command({"check", "xx", "--rulesets", rulesets, "--compile-only", "--format", "plain"}).out.empty());
    CHECK(run_command({"check", "xx", "--rulesets", rulesets, "--on", "2020-01-01", "--format", "plain"}).out.empty());
    CHECK_FALSE(run_command({"check", "xx", "--rulesets", rulesets, "--every-day", "--format", "plain"}).out.empty());
}

TEST_CASE("norms without a case are told where cases are asked for") {
    const TemporaryFolder folder;
    const std::string rulesets = planted(folder);
    const auto run = run_command({"check", "xx", "--rulesets", rulesets, "--cases", "--format", "plain"});
    CAPTURE(run.out, run.err);
    CHECK(run.out.find("no case makes `xx.older` apply") != std::string::npos);
    CHECK(run.out.find("no case makes `xx.minimum-age` apply") == std::string::npos);
}

TEST_CASE("bad words for check are refused with a place and a remedy") {
    const auto code = run_command({"check", "tj", "--deny", "L0620,L0101"});
    CHECK(code.code == 2);
    CHECK(code.err.find("L0763") != std::string::npos);
    CHECK(code.err.find("`L0101`") != std::string::npos);
    CHECK(run_command({"check", "tj", "--on", "2020-02-30"}).code == 2);
}
