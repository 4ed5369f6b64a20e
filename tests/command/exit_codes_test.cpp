// Exit codes and streams: 0 done, 1 the check found something, 2 bad input or usage; results on standard output,
// messages on standard error, and no half of a result.
#include "tests/command/process.hpp"

#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <algorithm>

using labourlex::test::read_whole;
using labourlex::test::Run;
using labourlex::test::run_command;
using labourlex::test::RunOptions;
using labourlex::test::TemporaryFolder;

namespace {

constexpr const char* good_job =
    "id: one\ncountry: tj\ndate: 2020-05-01\nage: 15\nsex: male\neducation: completed-basic\narrangement: employment\n"
    "written_contract: true\nparental_consent: true\nsector: '47'\noccupation: '5211'\nhours_per_day: 3\n"
    "hours_per_week: 18\ncoercion: none\n";

void is_refused(const Run& run, const std::string& said) {
    CAPTURE(run.out, run.err);
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    CHECK(run.err.find(said) != std::string::npos);
    CHECK(run.err.find("illegal") == std::string::npos);
}

std::string minus_line(std::string text, const std::string& start) {
    const auto at = text.find(start);
    return text.erase(at, text.find('\n', at) + 1 - at);
}

}  // namespace

TEST_CASE("a good job is judged, whatever its class") {
    const TemporaryFolder folder;
    const std::string job = folder.write("job.yaml", good_job);
    const Run run = run_command({"classify", job});
    CAPTURE(run.out, run.err);
    CHECK(run.code == 0);
    CHECK(run.err.empty());
    CHECK(run.out.starts_with("Permitted"));
    const Run worse = run_command({"classify", "-"}, {std::string(good_job) + "tasks: [coal-mining]\n", {}, {}});
    CAPTURE(worse.out, worse.err);
    CHECK(worse.code == 0);
}

TEST_CASE("usage errors end with 2 and say how it goes") {
    is_refused(run_command({}), "names no command");
    is_refused(run_command({"clasify"}), "`clasify`");
    is_refused(run_command({"classify"}), "JOB");
    is_refused(run_command({"classify", "--nonsense", "job.yaml"}), "--nonsense");
    is_refused(run_command({"classify", "examples/bread-stall.yaml", "--format", "xml"}), "`xml`");
    is_refused(run_command({"classify", "examples/bread-stall.yaml", "--on", "2020-02-30"}), "`2020-02-30`");
    is_refused(run_command({"classify", "examples/bread-stall.yaml", "--law", "xx"}), "`xx`");
    is_refused(run_command({"classify", "examples/bread-stall.yaml", "--law", "../tj"}), "`../tj`");
    is_refused(run_command({"classify", "examples/bread-stall.yaml", "--law", "common"}), "`common`");
    is_refused(run_command({"classify", "-", "-"}), "standard input");
    is_refused(run_command({"classify", "examples/bread-stall.yaml", "--fail-on", "worse"}), "`worse`");
    is_refused(run_command({"table"}), "JURISDICTION");
    is_refused(run_command({"table", "tj", "--format", "excel"}), "`excel`");
    is_refused(run_command({"table", "tj", "--on", "yesterday"}), "`yesterday`");
    is_refused(run_command({"fmt"}), "FILE");
    is_refused(run_command({"completion", "tcsh"}), "`tcsh`");
    is_refused(run_command({"laws", "--rulesets", "/nowhere"}), "/nowhere");
    is_refused(run_command({"doc", "xx"}), "xx");
    is_refused(run_command({"doc", "tj", "--on", "2020-02-30"}), "2020-02-30");
    is_refused(run_command({"doc", "tj", "--format", "html"}), "html");
}

TEST_CASE("bad jobs of every kind end with 2 and name the place") {
    const auto refused = [](const std::string& text, const std::string& said) {
        INFO(text.substr(0, 200));
        is_refused(run_command({"classify", "-"}, {text, {}, {}}), said);
    };
    refused("", "");
    refused("- age: 15\n", "list");
    refused("age: 15\n---\nage: 16\n", "document");
    refused(std::string(good_job) + "age: 16\n", "`age`");
    refused(std::string("country: tj\nage: 15") + '\0' + "\n", "NUL");
    refused("country: tj\nage: \xFF\xFE\n", "UTF-8");
    refused("country: tj\nage: &a 15\n", "anchor");
    refused("country: tj\nage: *a\n", "alias");
    refused("country: tj\nage: !!int 15\n", "tag");
    refused("country: tj\nage: fifteen\n", "age");
    refused("country: tj\nage: \"15\"\n", "age");
    refused("country: tj\nage: 15.5\n", "age");
    refused("country: tj\nage: 999\n", "age");
    refused("country: tj\nagee: 15\n", "age");
    refused("country: tj\nload_kg: 5 hours\n", "load_kg");
    refused("country: tj\nsex: boy\n", "sex");
    refused("country: tj\ntasks: coal-minning\n", "tasks");
    refused("country: tj\nsector: \"999999\"\n", "999999");
    refused("country: tj\ndate: 2020-02-30\nage: 15\n", "2020-02-30");
    refused("country: atlantis\nage: 15\n", "`atlantis`");
    refused("age: 15\n", "country");
    refused("{\"country\": \"tj\", \"age\": 15,}", "JSON");
    refused("{\"country\": \"tj\", \"age\": 1e400}", "age");
    refused(std::string(20, '[') + "\n", "");
    std::string deep = "country: tj\nage: ";
    for (int i = 0; i < 40; ++i) deep += "[";
    refused(deep + "\n", "");
    refused("country: tj\ntext: \"" + std::string((1U << 20U) + 10, 'x') + "\"\n", "bytes");
    is_refused(run_command({"classify", "/nowhere/job.yaml"}), "/nowhere/job.yaml");
    is_refused(run_command({"classify", "/"}), "/");
}

TEST_CASE("one bad job among several leaves no half of a result") {
    const TemporaryFolder folder;
    const std::string good = folder.write("good.yaml", good_job);
    const std::string bad = folder.write("bad.yaml", "country: tj\nagee: 15\n");
    is_refused(run_command({"classify", good, bad}), "`agee`");
    is_refused(run_command({"classify", good, bad, "--format", "json"}), "bad.yaml");
}

TEST_CASE("--fail-on looks at the verdict and at what is still possible") {
    const TemporaryFolder folder;
    const std::string job = folder.write("job.yaml", good_job);
    CHECK(run_command({"classify", job, "--fail-on", "prohibited"}).code == 0);
    CHECK(run_command({"classify", job, "--fail-on", "permitted"}).code == 1);
    const std::string open = folder.write("open.yaml", minus_line(good_job, "age:"));
    const Run run = run_command({"classify", open, "--fail-on", "prohibited"});
    CAPTURE(run.out);
    CHECK(run.code == 1);
    CHECK(!run.out.empty());
}

TEST_CASE("the command wins over the job") {
    const TemporaryFolder folder;
    const std::string job = folder.write("job.yaml", good_job);
    const Run on = run_command({"classify", job, "--on", "1995-06-01", "--format", "json"});
    CHECK(on.out.find("\"as_of\": \"1995-06-01\"") != std::string::npos);
    const Run law = run_command({"classify", job, "--law", "kz", "--format", "json"});
    CAPTURE(law.err);
    CHECK(law.out.find("\"jurisdiction\": \"kz\"") != std::string::npos);
    const std::string undated = folder.write("undated.yaml", minus_line(good_job, "date:"));
    const Run today = run_command({"classify", undated, "--format", "json"});
    CHECK(today.out.find("\"as_of_today\": true") != std::string::npos);
    const Run said = run_command({"classify", undated});
    CHECK(said.out.find("today") != std::string::npos);
}

TEST_CASE("a fact of another law is accepted and noted") {
    const TemporaryFolder folder;
    const std::string rulesets = LABOURLEX_SOURCE_DIR "/rulesets";
    const std::string copy = folder.path() + "/rulesets";
    REQUIRE(labourlex::test::shell("cp -r '" + rulesets + "' '" + copy + "'").code == 0);
    folder.write("rulesets/zz/facts.law",
                 "jurisdiction zz \"Zedland\"\nuse common\n\n"
                 "fact moonlight_hours \"Hours by moonlight\"\n  number of hours from 0 to 24\n  asks \"How many?\"\n"
                 "  absent assume 0 hours\n");
    const RunOptions stated{std::string(good_job) + "moonlight_hours: 3\n", {}, {}};
    const Run run = run_command({"classify", "-", "--rulesets", copy}, stated);
    CAPTURE(run.out, run.err);
    CHECK(run.code == 0);
    CHECK(run.out.find("moonlight_hours") != std::string::npos);
    is_refused(run_command({"classify", "-"}, stated), "`moonlight_hours`");
}

TEST_CASE("a clean check says what it looked at, in the text for people only") {
    const Run text = run_command({"check", "icls"});
    CAPTURE(text.out, text.err);
    CHECK(text.code == 0);
    CHECK(text.out.starts_with("Checked "));
    CHECK(text.out.find("no findings.") != std::string::npos);
    CHECK(std::count(text.out.begin(), text.out.end(), '\n') == 1);
    CHECK(run_command({"check", "icls", "--format", "plain"}).out.empty());
    CHECK(run_command({"check", "icls", "--format", "json"}).out == "[]\n");
}

TEST_CASE("mistakes of meaning are told beside mistakes of writing, without what follows from them") {
    const TemporaryFolder folder;
    const std::string rulesets = folder.path() + "/rulesets";
    REQUIRE(labourlex::test::shell("cp -r '" LABOURLEX_SOURCE_DIR "/rulesets' '" + rulesets + "'").code == 0);
    folder.write("rulesets/tj/one.law", "define grown-up \"Grown up\"\n  when age undr 18\n");
    folder.write(
        "rulesets/tj/two.law",
        "rule one \"One\"\n  per code-2016 \"art. 1\"\n  when age under 150 and grown-up\n  then prohibited\n");
    const Run run = run_command({"check", "tj", "--rulesets", rulesets, "--diagnostics", "plain"});
    is_refused(run, "error[L0110]");
    CHECK(run.err.find("error[L0227]") != std::string::npos);
    CHECK(run.err.find("grown-up") == std::string::npos);
}

TEST_CASE("the codes of a fact can be listed, and messages say so") {
    const Run text = run_command({"facts", "tj", "--codes", "tasks"});
    CHECK(text.code == 0);
    CHECK(text.out.find("- cotton-picking - Picking cotton by hand (also: cotton harvest") != std::string::npos);
    const Run json = run_command({"facts", "--codes", "sector", "--format", "json"});
    CHECK(json.out.find("\"parent\": \"A\"") != std::string::npos);
    is_refused(run_command({"facts", "--codes", "age"}), "tasks");
    is_refused(run_command({"classify", "-"}, {"country: tj\ntasks: [astrology]\n", {}, {}}),
               "`labourlex facts --codes tasks` lists the codes");
    is_refused(run_command({"classify", "-"}, {"country: tj\ntasks: [serving]\n", {}, {}}), "write `serving-tea`");
    const Run facts = run_command({"facts", "tj"});
    CHECK(facts.out.find("`labourlex facts --codes tasks` lists the codes.") != std::string::npos);
    CHECK(facts.out.find("- in_force_c182: ") > facts.out.find("Questions about days"));
    CHECK(run_command({"facts", "tj", "--format", "json"}).out.find("\"kind\": \"edge\"") != std::string::npos);
}

TEST_CASE("a folder is no job") {
    is_refused(run_command({"classify", LABOURLEX_SOURCE_DIR "/examples"}), "is a folder");
}

TEST_CASE("a ground says which times it compares, and a short day in a long shift is noted") {
    const std::string job = minus_line(good_job, "hours_per_day");
    const Run night = run_command({"classify", "-"},
                                  {job + "start_time: \"20:00\"\nend_time: \"08:00\"\nhours_per_day: 3\n", {}, {}});
    CAPTURE(night.out, night.err);
    CHECK(night.out.find("night_work comes to yes (shift from 20:00 to 08:00); the law says yes: within 22:00") !=
          std::string::npos);
    CHECK(night.out.find("hours_per_day is stated as 3 hours, but the shift from 20:00 to 08:00") != std::string::npos);
    const Run day = run_command({"classify", "-"},
                                {job + "start_time: \"09:00\"\nend_time: \"15:00\"\nhours_per_day: 3\n", {}, {}});
    CHECK(day.out.find("hours_per_day is stated") == std::string::npos);
}

TEST_CASE("doc prints the page of the folder that was named, for the day that was named") {
    const Run page = run_command({"doc", "in", "--on", "2019-03-01"});
    CHECK(page.code == 0);
    CHECK(page.err.empty());
    CHECK(page.out.starts_with("# India - what is encoded, law as on 2019-03-01\n"));
    CHECK(page.out.find("`labourlex doc in --on 2019-03-01`") != std::string::npos);
    CHECK(page.out.find("\n## What a lawyer should check first\n") != std::string::npos);
    CHECK(run_command({"doc", "tj"}).code == 0);  // of today
}

TEST_CASE("help comes with examples first, for every command") {
    const Run overview = run_command({"--help"});
    CHECK(overview.code == 0);
    CHECK(overview.err.empty());
    for (const std::string command :
         {"classify", "table", "test", "cases", "check", "fmt", "laws", "doc", "facts", "find", "completion"}) {
        CAPTURE(command);
        CHECK(overview.out.find("\n  " + command) != std::string::npos);
        const Run help = run_command({command, "--help"});
        CHECK(help.code == 0);
        CHECK(help.err.empty());
        const auto examples = help.out.find("Examples:");
        const auto usage = help.out.find("Usage:");
        REQUIRE(examples != std::string::npos);
        REQUIRE(usage != std::string::npos);
        CHECK(examples < usage);
    }
    const Run version = run_command({"--version"});
    CHECK(version.code == 0);
    CHECK(version.out.starts_with("labourlex "));
}

TEST_CASE("messages come in four forms, and colours only on a terminal") {
    const RunOptions bad{"country: tj\nagee: 15\n", {}, {}};
    for (const std::string form : {"text", "plain", "json", "sarif"}) {
        CAPTURE(form);
        const Run run = run_command({"classify", "-", "--diagnostics", form}, bad);
        CHECK(run.code == 2);
        CHECK(run.out.empty());
        CHECK(run.err.find("L0530") != std::string::npos);
        CHECK(run.err.find('\x1b') == std::string::npos);
    }
    const Run before = run_command({"--diagnostics", "plain", "classify", "-"}, bad);
    CHECK(before.err.find("standard input:2:1") != std::string::npos);
}

TEST_CASE("completion scripts are generated and well formed") {
    const Run bash = labourlex::test::shell("labourlex completion bash | bash -n && labourlex completion bash");
    CAPTURE(bash.err);
    CHECK(bash.code == 0);
    for (const std::string word : {"classify", "--fail-on", "text json", "sarif"})
        CHECK(bash.out.find(word) != std::string::npos);
    CHECK(run_command({"completion", "zsh"}).out.find("#compdef labourlex") == 0);
    CHECK(run_command({"completion", "fish"}).out.find("complete -c labourlex") != std::string::npos);
}
