// The jobs on either side of a norm: each pair differs in one fact, is read back, and is judged differently.
#include "engine/cases/boundary_jobs.hpp"

#include "engine/facts/job_reader.hpp"
#include "engine/law/reference_reading.hpp"
#include "engine/render/boundary_cases.hpp"
#include "tests/support/inline_law.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace labourlex;
using labourlex::test::compile_inline;
using labourlex::test::InlineLaw;

namespace {

constexpr const char* small_law = R"(
instrument code "Code"
  regulating
  reaches age under 18 per "art. 1"
  evidence official

rule minimum-age "Minimum age"
  per code "art. 2"
  when age under 16
  then prohibited

exception pupils "Pupils"
  to minimum-age
  per code "art. 3"
  when age at least 14
  then light-work
  requires consent

list bad-work "Bad work"
  per code "art. 5"
  then hazardous

item 1 "Cotton"
  when tasks include cotton-picking

limit max-load "Greatest load" for load_kg
  per code "art. 6"
  by age
  | under 16  | 4.5 kg          |
  | otherwise | unseen above 9 kg |

rule overload "Over the load"
  per code "art. 6"
  when load_kg over max-load
  then hazardous

rule always "All of them"
  per code "art. 9"
  when age over 3 and age under 2
  then hazardous
)";

struct Made {
    InlineLaw law = compile_inline(small_law);
    std::shared_ptr<const CompiledTables> tables;
    BoundaryJobs jobs;

    Made() {
        INFO(law.shown());
        REQUIRE(law.law != nullptr);
        tables = std::make_shared<const CompiledTables>(lower(law.on("2020-01-01")));
        jobs = boundary_jobs(tables);
    }

    [[nodiscard]] std::vector<BoundaryPair> of(const std::string& norm) const {
        std::vector<BoundaryPair> found;
        for (const BoundaryPair& pair : jobs.pairs) {
            if (tables->version->norms[pair.norm].name == norm) found.push_back(pair);
        }
        return found;
    }
};

std::string value(const BoundaryJob& job, const std::string& fact) {
    for (const auto& [name, text] : job.facts) {
        if (name == fact) return text;
    }
    return "";
}

}  // namespace

TEST_CASE("both sides of each number are generated") {
    const Made made;
    std::set<std::pair<std::string, std::string>> ages;
    for (const BoundaryPair& pair : made.of("xx.minimum-age")) {
        if (pair.crossed == "age") ages.insert({value(pair.inside, "age"), value(pair.outside, "age")});
    }
    CHECK(ages.contains({"15", "16"}));
    std::set<std::pair<std::string, std::string>> loads;
    for (const BoundaryPair& pair : made.of("xx.overload")) {
        if (pair.crossed == "load_kg") loads.insert({value(pair.inside, "load_kg"), value(pair.outside, "load_kg")});
    }
    CHECK(loads.contains({"4.6", "4.5"}));
    const auto cotton = made.of("xx.bad-work.1");
    REQUIRE(!cotton.empty());
    CHECK(std::any_of(cotton.begin(), cotton.end(), [](const BoundaryPair& pair) {
        return value(pair.inside, "tasks") == "[\"cotton-picking\"]" && pair.crossed == "tasks";
    }));
    CHECK(!made.of("xx.pupils").empty());
}

TEST_CASE("what no job crosses is listed with the reason") {
    const Made made;
    bool never = false;
    bool open = false;
    for (const BoundaryNotFound& entry : made.jobs.not_found) {
        const std::string& name = made.tables->version->norms[entry.norm].name;
        never = never || (name == "xx.always" && entry.reason == BoundaryNotFound::Reason::never_happens);
        open = open || (name == "xx.overload" && entry.reason == BoundaryNotFound::Reason::open_figure);
    }
    CHECK(never);
    CHECK(open);
}

TEST_CASE("by the reference reading a norm gives its class inside and not outside, and the jobs differ in one fact") {
    const Made made;
    REQUIRE(!made.jobs.pairs.empty());
    const Version& law = *made.tables->version;
    for (const BoundaryPair& pair : made.jobs.pairs) {
        const Norm& norm = law.norms[pair.norm];
        CAPTURE(norm.name, pair.crossed);
        std::set<std::string> differing;
        for (const auto& [name, text] : pair.inside.facts) {
            if (value(pair.outside, name) != text) differing.insert(name);
        }
        for (const auto& [name, text] : pair.outside.facts) {
            if (value(pair.inside, name) != text) differing.insert(name);
        }
        CHECK(differing == std::set<std::string>{pair.crossed});
        if (norm.kind == NormKind::exception) continue;  // it gives nothing itself
        for (const bool inside : {true, false}) {
            const BoundaryJob& job = inside ? pair.inside : pair.outside;
            std::string text;
            for (const auto& [name, written] : job.facts) text += name + ": " + written + "\n";
            CAPTURE(text);
            Sources sources;
            Diagnostics diagnostics;
            const auto node = read_job_text(sources, sources.add("job.yaml", text), JobTextFormat::yaml, diagnostics);
            REQUIRE(node);
            const auto bound = bind_job(*node, JobHeading{}, *law.vocabulary, {}, diagnostics);
            REQUIRE(bound);
            const Situation situation = make_situation(made.tables->version, *bound);
            const auto statuses = reference::requirement_statuses(situation, 100000);
            std::size_t completions = 0;
            REQUIRE(reference::for_each_completion(situation, 100000, [&](const Completion& completion) {
                ++completions;
                const bool given = reference::read(situation, completion, statuses).given[pair.norm] == norm.cls;
                CHECK(given == inside);
            }));
            CHECK(completions > 0);
        }
    }
}

TEST_CASE("the case file leaves the judgement to a person") {
    const Made made;
    const std::string text = boundary_cases_yaml(*made.tables, made.jobs, made.law.sources);
    CAPTURE(text);
    CHECK(text.find("expect: to-judge") != std::string::npos);
    CHECK(text.find("expect: prohibited") == std::string::npos);
    CHECK(text.find("# The program's own reading: prohibited.") != std::string::npos);
    CHECK(text.find("# Not generated:") != std::string::npos);
    CHECK(text.find("xx.always (xx.law:") != std::string::npos);
}
