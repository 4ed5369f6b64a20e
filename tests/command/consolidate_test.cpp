// `consolidate` as a user runs it: laws, drafts, days, formats.
#include "tests/command/process.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

namespace fs = std::filesystem;
using labourlex::test::read_whole;
using labourlex::test::Run;
using labourlex::test::run_command;
using labourlex::test::shell;
using labourlex::test::TemporaryFolder;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

void is_refused(const Run& run, const std::string& code) {
    CAPTURE(run.out, run.err);
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    CHECK(holds(run.err, code));
}

constexpr const char* draft = "examples/draft-bricks.law";

}  // namespace

TEST_CASE("the law of a day is printed in the one layout, and is a law of its own") {
    const TemporaryFolder folder;
    const Run printed = run_command({"consolidate", "tj", "--on", "2018-01-01"});
    CAPTURE(printed.err);
    REQUIRE(printed.code == 0);
    CHECK(printed.out.starts_with("# Tajikistan: the law as in force on 2018-01-01.\n"));
    CHECK_FALSE(holds(printed.out, "\namendment "));
    CHECK(holds(printed.out, "# inserted from about 2017-03-18 (within 14 days) by "));
    CHECK(run_command({"consolidate", "tj@2018-01-01"}).out == printed.out);
    CHECK(run_command({"consolidate", "rulesets/tj/@2018-01-01"}).out == printed.out);

    const std::string file = folder.write("laws/tj/tj.law", printed.out);
    const Run layout = run_command({"fmt", "--check", file});
    CHECK(layout.code == 0);
    // The text alone is the law of that day: consolidated again, it is itself.
    const Run again = run_command({"consolidate", (fs::path(file).parent_path()).string(), "--on", "2018-01-01"});
    CAPTURE(again.err);
    CHECK(again.code == 0);
    CHECK(again.out == printed.out);
    // And it judges as the law does.
    for (const fs::path part : {"common", "kz"}) {
        fs::copy(fs::path(LABOURLEX_SOURCE_DIR) / "rulesets" / part, fs::path(folder.path()) / "laws" / part,
                 fs::copy_options::recursive);
    }
    const auto judged = [&](const std::vector<std::string>& more) {
        std::vector<std::string> arguments{"classify",  "examples/bread-stall.yaml", "--law", "tj", "--on",
                                           "2018-01-01"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run_command(arguments);
    };
    const Run by_text = judged({"--rulesets", folder.path() + "/laws"});
    CAPTURE(by_text.err);
    CHECK(by_text.code == 0);
    CHECK(by_text.out == judged({}).out);
}

TEST_CASE("a draft is read beside the law and leaves no trace in it") {
    const auto state = [] {
        return shell(
                   "cd rulesets && find . -type f -exec cksum {} + | sort && find . -type f -newer common/classes.law "
                   "| sort")
            .out;
    };
    const std::string before = state();
    const Run run = run_command({"consolidate", std::string("tj+") + draft});
    CAPTURE(run.err);
    CHECK(run.code == 0);
    CHECK(holds(run.out, "as in force on 2027-07-01"));
    CHECK(holds(run.out, "item I.2 "));
    CHECK_FALSE(holds(run_command({"consolidate", "tj", "--on", "2027-07-01"}).out, "item I.2 "));
    CHECK(state() == before);

    const Run early = run_command({"consolidate", std::string("tj+") + draft, "--on", "2020-01-01"});
    CHECK(early.code == 0);
    CHECK(holds(early.err, "L0755"));
    CHECK_FALSE(holds(early.out, "item I.2 "));
}

TEST_CASE("the law of a day is told for readers in three formats") {
    for (const std::string format : {"markdown", "html", "text"}) {
        const Run run = run_command({"consolidate", std::string("tj+") + draft, "--format", format});
        CAPTURE(format, run.err);
        CHECK(run.code == 0);
        CHECK(holds(run.out, "Tajikistan: the law in force on 2027-07-01"));
        CHECK(holds(run.out, "Making bricks, and carrying them by hand"));
        CHECK(holds(run.out, "replaced from 2027-07-01 by Draft decree on the list of hazardous works"));
    }
}

TEST_CASE("bad names of laws, drafts and days end with 2") {
    const TemporaryFolder folder;
    is_refused(run_command({"consolidate"}), "LAW");
    is_refused(run_command({"consolidate", "xx"}), "L0711");
    is_refused(run_command({"consolidate", "common"}), "L0711");
    is_refused(run_command({"consolidate", "+draft.law"}), "L0750");
    is_refused(run_command({"consolidate", "tj+draft.txt"}), "L0751");
    is_refused(run_command({"consolidate", "tj@2018-02-30"}), "L0752");
    is_refused(run_command({"consolidate", "tj+a.law+a.law"}), "L0753");
    is_refused(run_command({"consolidate", "tj+rulesets/tj/education.law"}), "L0754");
    is_refused(run_command({"consolidate", "tj@2018-01-01", "--on", "2018-01-01"}), "L0756");
    is_refused(run_command({"consolidate", "tj", "--on", "never"}), "L0722");
    is_refused(run_command({"consolidate", "tj+nowhere.law"}), "L0701");
    is_refused(run_command({"consolidate", "no/such/folder"}), "L0713");
    is_refused(run_command({"consolidate", "tj", "--format", "pdf"}), "L0725");
    const std::string broken = folder.write("broken.law", "repeal minimum-age-2016\n");
    is_refused(run_command({"consolidate", "tj+" + broken}), "L0330");
}

TEST_CASE("shells complete the formats of consolidate") {
    for (const std::string name : {"bash", "zsh", "fish"}) {
        const std::string script = run_command({"completion", name}).out;
        CAPTURE(name);
        CHECK(holds(script, "consolidate"));
        CHECK(holds(script, "law markdown html text"));
    }
}
