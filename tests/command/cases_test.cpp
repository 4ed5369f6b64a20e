// `test`, `check` and `fmt`: reports, exit codes, and what they do to files.
#include "tests/command/process.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <sys/stat.h>
#include <unistd.h>
#include <filesystem>

using labourlex::test::read_whole;
using labourlex::test::Run;
using labourlex::test::run_command;
using labourlex::test::shell;
using labourlex::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

const std::string good_case =
    "- id: mine\n  country: tj\n  date: 2018-02-14\n  text: a boy shovels coal\n"
    "  facts: {age: 17, sex: male, arrangement: employment, sector: '05', tasks: [coal-mining], exposures: "
    "[underground]}\n";

}  // namespace

TEST_CASE("a case that passes ends with 0, one that fails with 1 and the whole verdict") {
    const TemporaryFolder folder;
    const Run good = run_command({"test", folder.write("good.yaml", good_case + "  expect: hazardous\n")});
    CAPTURE(good.out, good.err);
    CHECK(good.code == 0);
    CHECK(good.out.find("1 cases passed, 0 failed.") != std::string::npos);
    CHECK(good.out.find("Coverage") != std::string::npos);

    const Run bad =
        run_command({"test", folder.write("bad.yaml", good_case + "  expect: permitted\n  why: because\n")});
    CAPTURE(bad.out, bad.err);
    CHECK(bad.code == 1);
    CHECK(bad.out.find("bad.yaml:1") != std::string::npos);
    CHECK(bad.out.find("expected permitted, the verdict is hazardous") != std::string::npos);
    CHECK(bad.out.find("Grounds, the gravest first") != std::string::npos);
    CHECK(bad.out.find("0 cases passed, 1 failed.") != std::string::npos);

    const Run json = run_command({"test", folder.path() + "/bad.yaml", "--format", "json"});
    const auto report = nlohmann::json::parse(json.out);
    CHECK(json.code == 1);
    CHECK(report.at("failed") == 1);
    CHECK(report.at("cases")[0].at("verdict").at("class") == "hazardous");
    CHECK(report.at("coverage").at("tj").at("grounds").at("per_cent") < 100);
}

TEST_CASE("what a case expects to be missing must be missing") {
    const TemporaryFolder folder;
    const std::string open = "- id: open\n  country: tj\n  date: 2012-03-01\n  facts: {}\n  expect: undetermined\n";
    CHECK(run_command({"test", folder.write("a.yaml", open + "  decides: [age]\n")}).code == 0);
    const Run other = run_command({"test", folder.write("b.yaml", open + "  decides: [break_minutes]\n")});
    CAPTURE(other.out);
    CHECK(other.code == 1);
    CHECK(other.out.find("expected break_minutes among what is missing") != std::string::npos);
    CHECK(run_command({"test", folder.write("c.yaml", open + "  possible: [permitted]\n")}).code == 1);
}

TEST_CASE("mistakes in case files are bad input with a suggestion") {
    const TemporaryFolder folder;
    const auto refused = [&](const std::string& text, const std::string& said) {
        const Run run = run_command({"test", folder.write("case.yaml", text)});
        CAPTURE(text, run.out, run.err);
        CHECK(run.code == 2);
        CHECK(run.out.empty());
        CHECK(run.err.find(said) != std::string::npos);
    };
    refused("id: one\n", "list");
    refused("- 5\n", "list of cases");
    refused(good_case + "  expekt: hazardous\n", "`expect`");
    refused(good_case, "no `expect`");
    refused(good_case + "  expect: dangerous\n", "`dangerous`");
    refused(good_case + "  expect: hazardous\n  possible: hazardous\n", "list of texts");
    refused(good_case + "  expect: hazardous\n" + good_case + "  expect: hazardous\n", "stands twice");
    refused("- id: x\n  country: tj\n  expect: permitted\n  facts: {agee: 15}\n", "`agee`");
    refused("- id: x\n  country: tj\n  age: 15\n  expect: permitted\n  facts: {}\n", "`age`");
    const Run nowhere = run_command({"test", folder.path() + "/nowhere.yaml"});
    CHECK(nowhere.code == 2);
    fs::create_directory(folder.path() + "/empty");
    CHECK(run_command({"test", folder.path() + "/empty"}).code == 2);
}

TEST_CASE("check ends with 0 on the rulesets and with 2 on a text that does not compile") {
    const Run good = run_command({"check"});
    CAPTURE(good.out, good.err);
    CHECK(good.code == 0);

    const TemporaryFolder folder;
    folder.write("xx/law.law",
                 "jurisdiction xx \"Exland\"\nuse common\n\nrule early \"Too early\"\n  when agee under 15\n  then "
                 "prohibited\n");
    const Run bad = run_command({"check", folder.path() + "/xx"});
    CAPTURE(bad.out, bad.err);
    CHECK(bad.code == 2);
    CHECK(bad.out.empty());
    CHECK(bad.err.find("law.law:") != std::string::npos);
    const Run json = run_command({"check", folder.path() + "/xx", "--format", "json"});
    CHECK(json.code == 2);
    CHECK(nlohmann::json::parse(json.out).is_array());
    const Run sarif = run_command({"check", folder.path() + "/xx", "--format", "sarif"});
    CHECK(nlohmann::json::parse(sarif.out).at("version") == "2.1.0");
    CHECK(run_command({"check", folder.path() + "/nothing"}).code == 2);
    folder.write("yy/law.law", "jurisdiction yy \"Wyland\"\nuse comon\n");
    const Run pack = run_command({"check", folder.path() + "/yy"});
    CHECK(pack.code == 2);
    CHECK(pack.err.find("`comon`") != std::string::npos);
    folder.write(
        "ww/law.law",
        "jurisdiction ww \"Wwland\"\nuse common\ntaxonomy crop \"Crops\"\n  exhaustive from \"../../secret.csv\"\n");
    const Run outside = run_command({"check", folder.path() + "/ww"});
    CHECK(outside.code == 2);
    CHECK(outside.err.find("outside the folder") != std::string::npos);
}

TEST_CASE("fmt lays out in one step, keeps permissions and refuses texts with mistakes") {
    const TemporaryFolder folder;
    const std::string untidy = "use    common\njurisdiction xx    \"Exland\"\n";
    const std::string file = folder.write("a.law", untidy);
    REQUIRE(::chmod(file.c_str(), 0640) == 0);

    const Run check = run_command({"fmt", "--check", file});
    CHECK(check.code == 1);
    CHECK(check.err.find("one layout") != std::string::npos);
    CHECK(read_whole(file) == untidy);

    const Run run = run_command({"fmt", file});
    CAPTURE(run.err);
    CHECK(run.code == 0);
    const std::string tidy = read_whole(file);
    CHECK(tidy != untidy);
    struct stat status {};
    REQUIRE(::stat(file.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0640U);
    CHECK(run_command({"fmt", "--check", file}).code == 0);
    CHECK(run_command({"fmt", "-"}, {untidy, {}, {}}).out == tidy);

    const std::string link = folder.path() + "/link.law";
    const std::string behind = folder.write("behind.law", untidy);
    REQUIRE(::symlink(behind.c_str(), link.c_str()) == 0);
    CHECK(run_command({"fmt", link}).code == 0);
    CHECK(fs::is_symlink(link));
    CHECK(read_whole(behind) == tidy);

    const std::string broken = folder.write("broken.law", "rule x \"no end\n  when age\n");
    const std::string other = folder.write("other.law", untidy);
    const Run refused = run_command({"fmt", other, broken});
    CHECK(refused.code == 2);
    CHECK(refused.err.find("left as it is") != std::string::npos);
    CHECK(read_whole(other) == untidy);
    CHECK(read_whole(broken) == "rule x \"no end\n  when age\n");
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : fs::directory_iterator(folder.path())) ++files;
    CHECK(files == 5);
}

TEST_CASE("the program finds its rulesets from any folder") {
    const TemporaryFolder folder;
    const Run beside = shell("env -u LABOURLEX_RULESETS labourlex laws", {"", {}, folder.path()});
    CAPTURE(beside.err);
    CHECK(beside.code == 0);
    CHECK(beside.out.find("tj - ") != std::string::npos);
    const Run none = run_command({"laws"}, {"", {{"LABOURLEX_RULESETS", "/nowhere"}}, {}});
    CHECK(none.code == 2);
    CHECK(none.err.find("/nowhere") != std::string::npos);
}

TEST_CASE("test --coverage lists what no case exercises, for failing cases as well") {
    const TemporaryFolder folder;
    const std::string file = folder.write("bad.yaml", good_case + "  expect: permitted\n");
    const Run text = run_command({"test", "--coverage", file});
    CAPTURE(text.out, text.err);
    CHECK(text.code == 1);
    CHECK(text.out.find("tj: not exercised by any case") != std::string::npos);
    CHECK(text.out.find("tj: rules ") != std::string::npos);
    CHECK(text.out.find(".law:") != std::string::npos);
    CHECK(text.out.find("0 cases passed, 1 failed.") != std::string::npos);

    const Run json = run_command({"test", "--coverage", file, "--format", "json"});
    CHECK(json.code == 1);
    const auto exercised = nlohmann::json::parse(json.out).at("exercised").at("tj");
    const auto& rules = exercised.at("counts").at("rule");
    CHECK(rules.at("per_cent").get<int>() == rules.at("exercised").get<int>() * 100 / rules.at("all").get<int>());
    CHECK(!exercised.at("not_exercised").empty());
    for (const auto& part : exercised.at("not_exercised")) {
        CHECK(part.at("line").get<int>() >= 1);
        CHECK(fs::exists(part.at("file").get<std::string>()));
    }
    const Run without = run_command({"test", file, "--format", "json"});
    CHECK(!nlohmann::json::parse(without.out).contains("exercised"));
}

TEST_CASE("cases writes a case file that test reads once it is judged") {
    const Run run = run_command({"cases", "icls", "--on", "2020-01-01"});
    CAPTURE(run.err);
    REQUIRE(run.code == 0);
    REQUIRE(run.out.find("expect: to-judge") != std::string::npos);
    const TemporaryFolder folder;
    const Run unjudged = run_command({"test", folder.write("unjudged.yaml", run.out)});
    CHECK(unjudged.code == 2);
    CHECK(unjudged.err.find("`to-judge`") != std::string::npos);

    std::string judged = run.out;
    for (std::size_t at = 0; (at = judged.find("expect: to-judge", at)) != std::string::npos;) {
        judged.replace(at, 16, "expect: permitted");
    }
    const Run tested = run_command({"test", folder.write("judged.yaml", judged), "--format", "json"});
    CAPTURE(tested.err);
    CHECK(tested.code < 2);
    const auto report = nlohmann::json::parse(tested.out);
    CHECK(report.at("passed").get<int>() + report.at("failed").get<int>() > 1);
    CHECK(run_command({"cases", "nowhere"}).code == 2);
    const Run json = run_command({"cases", "icls", "--on", "2020-01-01", "--format", "json"});
    CHECK(nlohmann::json::parse(json.out).at("cases").size() % 2 == 0);
}
