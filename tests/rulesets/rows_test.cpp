// The lists of rows (rulesets/CC/rows.csv) held against the rulesets, in both directions; every law on every day on
// which its text changes; the judged cases, through the library.
#include "engine/cases/case_judgement.hpp"
#include "engine/cases/objections.hpp"
#include "engine/facts/csv.hpp"
#include "engine/files/job_desk.hpp"
#include "engine/files/text_file.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

using namespace labourlex;

namespace {

const std::string rulesets = LABOURLEX_SOURCE_DIR "/rulesets";

struct Fixture {
    Sources sources;
    Diagnostics diagnostics;
    RulesetFolder folder{rulesets, sources};
    LawShelf shelf{folder};

    [[nodiscard]] std::string said() const { return render(diagnostics, sources, DiagnosticFormat::plain); }
};

}  // namespace

TEST_CASE(
    "every row of a fact sheet is encoded or left out with a reason, and the laws encode those rows and no others") {
    Fixture fixture;
    for (const std::string& name : fixture.folder.jurisdictions(fixture.diagnostics)) {
        CAPTURE(name);
        const auto law = fixture.folder.law(name, {}, fixture.diagnostics);
        INFO(fixture.said());
        REQUIRE(law != nullptr);
        const auto source =
            read_text_file(rulesets + "/" + name + "/rows.csv", 1U << 20U, fixture.sources, fixture.diagnostics);
        REQUIRE(source);
        const auto lines = read_csv(fixture.sources, *source, fixture.diagnostics);
        REQUIRE(lines);
        REQUIRE(lines->front().size() == 3);

        std::map<std::string, std::string> status;
        for (std::size_t i = 1; i < lines->size(); ++i) {
            const CsvLine& line = (*lines)[i];
            INFO("line " << i + 1);
            REQUIRE(line.size() == 3);
            const std::string& row = line[0].text;
            CHECK(status.emplace(row, line[1].text).second);  // no row twice
            const bool encoded = line[1].text == "encoded";
            CHECK((encoded || line[1].text == "left-out"));
            if (!encoded) CHECK(!line[2].text.empty());
        }
        const std::set<std::string> named(law->rows().begin(), law->rows().end());
        for (const auto& [row, word] : status) {
            CAPTURE(row, word);
            CHECK((word == "encoded") == named.contains(row));
        }
        for (const std::string& row : named) {
            CAPTURE(row);
            CHECK(status.contains(row));
        }
    }
}

TEST_CASE("every law lowers to tables on every day on which its text changes, and on the day before") {
    Fixture fixture;
    for (const std::string& name : fixture.folder.jurisdictions(fixture.diagnostics)) {
        const auto law = fixture.folder.law(name, {}, fixture.diagnostics);
        INFO(fixture.said());
        REQUIRE(law != nullptr);
        REQUIRE(law->change_dates().size() > 3);
        CHECK(std::is_sorted(law->change_dates().begin(), law->change_dates().end()));
        for (const Date day : law->change_dates()) {
            for (const Date on : {day, day.plus(-1)}) {
                CAPTURE(name, on.text());
                const auto version = law->consolidate(on);
                REQUIRE(version != nullptr);
                const CompiledTables tables = lower(version);
                CHECK(tables.norms.size() == version->norms.size());
                CHECK(row_count(tables) <= tables.source_size);
                for (const Norm& norm : version->norms) {
                    CAPTURE(norm.name);
                    CHECK(norm.citation.instrument < version->instruments.size());
                    CHECK(!norm.title.empty());
                }
            }
        }
    }
}

TEST_CASE("the judged cases pass through the library") {
    Fixture fixture;
    std::size_t run = 0;
    for (const std::string& name : fixture.folder.jurisdictions(fixture.diagnostics)) {
        const auto source = read_text_file(rulesets + "/" + name + "/cases/judged.yaml", max_case_file_bytes,
                                           fixture.sources, fixture.diagnostics);
        REQUIRE(source);
        const auto tree = read_job_text(fixture.sources, *source, JobTextFormat::yaml, fixture.diagnostics, true,
                                        max_case_file_bytes);
        REQUIRE(tree);
        const auto cases = read_cases(*tree, fixture.diagnostics);
        INFO(fixture.said());
        REQUIRE(cases.size() == tree->items.size());
        const auto law = fixture.folder.law(name, {}, fixture.diagnostics);
        REQUIRE(law != nullptr);
        std::map<std::string, Objection> objections;
        const std::string objections_path = rulesets + "/" + name + "/cases/objections.csv";
        if (std::filesystem::exists(objections_path)) {
            const auto objected = read_text_file(objections_path, 1U << 20U, fixture.sources, fixture.diagnostics);
            REQUIRE(objected);
            objections = read_objections(fixture.sources, *objected, fixture.diagnostics);
        }
        for (const Case& one : cases) {
            CAPTURE(one.heading.id);
            JobText job;
            job.heading = one.heading;
            job.facts = one.facts;
            job.form = FactsForm::own_mapping;
            const auto verdict = judge(fixture.shelf, job, {}, fixture.diagnostics);
            INFO(fixture.said());
            REQUIRE(verdict);
            const auto objection = objections.find(one.heading.id);
            if (objection == objections.end()) {
                CHECK(failures_of(one, *verdict) == std::vector<std::string>{});
            } else {
                CHECK_FALSE(failures_of(one, *verdict).empty());
                CHECK(outcome_word(*verdict) == objection->second.verdict);
                CHECK(law->rows().end() != std::find(law->rows().begin(), law->rows().end(), objection->second.row));
            }
            ++run;
        }
    }
    CHECK(run >= 221);
}

TEST_CASE("a verdict that is not what a case expects is a failure") {
    Case expected;
    expected.expect = "hazardous";
    expected.decides = {"age"};
    expected.possible = {"permitted", "hazardous"};
    expected.possible_said = true;
    Verdict verdict;
    verdict.status = VerdictStatus::decided;
    verdict.cls = "permitted";
    verdict.possible = {"permitted"};
    CHECK(failures_of(expected, verdict).size() == 3);
    verdict.cls = "hazardous";
    verdict.possible = {"permitted", "hazardous"};
    verdict.missing.push_back({});
    verdict.missing.back().fact = "age";
    CHECK(failures_of(expected, verdict).empty());
}
