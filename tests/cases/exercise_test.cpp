// What cases exercise, on a small law in which every kind of part stands once or twice.
#include "engine/cases/exercise.hpp"

#include "engine/facts/job_reader.hpp"
#include "engine/law/reference_reading.hpp"
#include "engine/render/exercise_report.hpp"
#include "engine/tables/row_by_row.hpp"
#include "tests/support/inline_law.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <set>
#include <stdexcept>

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

exemption family "Family work"
  from minimum-age
  per code "art. 4"
  when arrangement is family

list bad-work "Bad work"
  per code "art. 5"
  then hazardous

item 1 "Cotton"
  when tasks include cotton-picking

item 2 "Long or unpaid weeding"
  when all of:
    - tasks include weeding
    - any of:
      - hours_per_day over 6
      - not paid

limit max-load "Greatest load" for load_kg
  per code "art. 6"
  by age
  | under 16  | 4 kg  |
  | otherwise | 10 kg |

rule overload "Over the load"
  per code "art. 6"
  when sex is female and load_kg over max-load
  then hazardous

requirement leave "Leave of the parents"
  per code "art. 7"
  when age under 17
  needs consent
  formal

duty tell "Tell the inspector"
  per code "art. 8"
  when age under 15

amendment act-2 "Second act"
  in force from 2015-01-01
  per code "act 2"

replace rule minimum-age "Minimum age"
  per code "art. 2"
  when age under 15
  then prohibited
)";

class SmallBench {
public:
    explicit SmallBench(const std::string& text = small_law) : law_(compile_inline(text)) {
        if (!law_.law) throw std::runtime_error(law_.shown());
    }

    const std::shared_ptr<const CompiledTables>& tables(const char* date) {
        auto& made = tables_[date];
        if (!made) made = std::make_shared<const CompiledTables>(lower(law_.on(date)));
        return made;
    }

    Job job(const std::string& yaml) {
        Sources sources;
        Diagnostics diagnostics;
        const auto node = read_job_text(sources, sources.add("job.yaml", yaml), JobTextFormat::yaml, diagnostics);
        auto bound = node ? bind_job(*node, JobHeading{}, law_.law->vocabulary(), {}, diagnostics) : std::nullopt;
        if (!bound) throw std::runtime_error(render(diagnostics, sources, DiagnosticFormat::plain));
        return *bound;
    }

    SmallBench& add(const char* name, const std::string& yaml, const char* date = "2010-01-01") {
        REQUIRE(exercises_.add(tables(date), job(yaml), name));
        return *this;
    }

    [[nodiscard]] LawCoverage coverage() const { return exercises_.coverage_of(*law_.law); }
    [[nodiscard]] const Sources& sources() const { return law_.sources; }

    /// Names of the exercised parts of a kind; cells of limits by their value.
    [[nodiscard]] std::set<std::string> exercised(PartKind kind) const {
        std::set<std::string> names;
        for (const UsedPart& used : coverage().parts) {
            if (used.part.place.kind != kind || !used.use.exercised) continue;
            names.insert(kind == PartKind::limit_cell ? used.part.value : used.part.name);
        }
        return names;
    }

    [[nodiscard]] UsedPart find(PartKind kind, const std::string& name) const {
        for (const UsedPart& used : coverage().parts) {
            if (used.part.place.kind == kind && used.part.name == name) return used;
        }
        throw std::runtime_error("no such part: " + name);
    }

private:
    InlineLaw law_;
    std::map<std::string, std::shared_ptr<const CompiledTables>> tables_;
    Exercises exercises_;
};

using Names = std::set<std::string>;

}  // namespace

TEST_CASE("every text of every day is one part") {
    SmallBench bench;
    const LawCoverage coverage = bench.coverage();
    const auto all = [&](PartKind kind) { return coverage.counts[static_cast<std::size_t>(kind)].all; };
    // Two texts of the minimum age, and the overload. The treaty of the pack is not applied, so its rule is no part.
    CHECK(all(PartKind::rule) == 3);
    CHECK(all(PartKind::item) == 2);
    CHECK(all(PartKind::exception) == 1);
    CHECK(all(PartKind::exemption) == 1);
    CHECK(all(PartKind::condition) == 1);
    CHECK(all(PartKind::requirement) == 1);
    CHECK(all(PartKind::duty) == 1);
    CHECK(all(PartKind::limit_cell) == 2);
    std::vector<const LawPart*> ages;
    for (const UsedPart& used : coverage.parts) {
        if (used.part.place.kind == PartKind::rule && used.part.name == "xx.minimum-age") ages.push_back(&used.part);
    }
    REQUIRE(ages.size() == 2);
    CHECK(ages[0]->until->text() == "2015-01-01");
    CHECK(!ages[0]->from);
    CHECK(ages[1]->from->text() == "2015-01-01");
    CHECK(!ages[1]->until);
    CHECK(ages[0]->place.span.begin < ages[1]->place.span.begin);
}

TEST_CASE("a rule is exercised by the text in force on the day of the case, and only where it gives its class") {
    SmallBench bench;
    bench.add("a", "{age: 13, arrangement: employment, consent: yes}");
    CHECK(bench.exercised(PartKind::rule) == Names{"xx.minimum-age"});
    CHECK(bench.coverage().counts[0].exercised == 1);
    bench.add("b", "{age: 13, arrangement: employment, consent: yes}", "2020-01-01");
    CHECK(bench.coverage().counts[0].exercised == 2);
}

TEST_CASE("a rule that an exception takes the place of speaks without being exercised") {
    SmallBench bench;
    bench.add("a", "{age: 14, arrangement: employment, consent: yes}");
    const UsedPart rule = bench.find(PartKind::rule, "xx.minimum-age");
    CHECK(!rule.use.exercised);
    CHECK(rule.use.lifted == "a");
    CHECK(bench.exercised(PartKind::exception) == Names{"xx.pupils"});
    CHECK(bench.exercised(PartKind::exemption).empty());
    CHECK(bench.exercised(PartKind::condition) == Names{"xx.pupils"});
}

TEST_CASE("what may or may not happen is not exercised, and the case that leaves it open is named") {
    SmallBench bench;
    bench.add("young", "{age: {from: 13, to: 17}, arrangement: employment, consent: yes}");
    const UsedPart rule = bench.find(PartKind::rule, "xx.minimum-age");
    CHECK(!rule.use.exercised);
    CHECK(rule.use.open == "young");
    CHECK(bench.exercised(PartKind::exception).empty());
    CHECK(bench.find(PartKind::exception, "xx.pupils").use.open == "young");
}

TEST_CASE("an exception holds only where a norm that it is an exception to speaks") {
    SmallBench bench;
    // At 16 the bar is silent, so that there is nothing for the exception to lift.
    bench.add("a", "{age: 16, arrangement: family, consent: yes}");
    CHECK(bench.exercised(PartKind::exception).empty());
    CHECK(bench.exercised(PartKind::exemption).empty());
    bench.add("b", "{age: 15, arrangement: family, consent: yes}");
    CHECK(bench.exercised(PartKind::exemption) == Names{"xx.family"});
    // The exemption has taken the bar away, so that the exception has no parent left.
    CHECK(bench.exercised(PartKind::exception).empty());
}

TEST_CASE("a requirement is best seen from both sides") {
    SmallBench bench;
    bench.add("a", "{age: 16, consent: yes}");
    CHECK(bench.find(PartKind::requirement, "xx.leave").use.met == "a");
    const auto count = [&] { return bench.coverage().counts[static_cast<std::size_t>(PartKind::requirement)]; };
    CHECK(count().exercised == 1);
    CHECK(count().met_and_broken == 0);
    bench.add("b", "{age: 16, consent: no}");
    CHECK(bench.find(PartKind::requirement, "xx.leave").use.broken == "b");
    CHECK(count().met_and_broken == 1);

    SmallBench open;
    open.add("c", "{age: 16}");
    CHECK(open.find(PartKind::requirement, "xx.leave").use.exercised == "c");
    CHECK(!open.find(PartKind::requirement, "xx.leave").use.met);
    CHECK(!open.find(PartKind::requirement, "xx.leave").use.broken);
}

TEST_CASE("a cell of a limit is exercised where a comparison of something stated turns on it") {
    const auto cells = [](const std::string& job) {
        SmallBench bench;
        bench.add("a", job);
        return bench.exercised(PartKind::limit_cell);
    };
    CHECK(cells("{age: 15, sex: female, load_kg: 5}") == Names{"4 kg"});
    CHECK(cells("{age: 15, sex: female, load_kg: 3}") == Names{"4 kg"});
    CHECK(cells("{age: 17, sex: female, load_kg: 3}") == Names{"10 kg"});
    // Nothing is asked of boys, of whom the age is open, of a load of which nothing is said, of an open load.
    CHECK(cells("{age: 15, sex: male, load_kg: 5}").empty());
    CHECK(cells("{age: {from: 15, to: 16}, sex: female, load_kg: 5}").empty());
    CHECK(cells("{age: 15, sex: female}").empty());
    CHECK(cells("{age: 15, sex: female, load_kg: {from: 3, to: 5}}").empty());
    // An open load that is over the limit in every completion turns on the cell all the same.
    CHECK(cells("{age: 15, sex: female, load_kg: {from: 5, to: 7}}") == Names{"4 kg"});
    CHECK(cells("{age: 15, load_kg: 5}").empty());
}

TEST_CASE("rows of the parts of a condition are exercised one by one") {
    SmallBench bench;
    const auto rows = [&] {
        std::multiset<std::string> found;
        for (const UsedPart& used : bench.coverage().parts) {
            if (used.part.place.kind != PartKind::table_row || !used.use.exercised) continue;
            const auto line = bench.sources().place(used.part.place.span.source, used.part.place.span.begin).line;
            found.insert(std::string(bench.sources().line(used.part.place.span.source, line)));
        }
        return found;
    };
    bench.add("a", "{age: 17, consent: yes, tasks: [weeding], hours_per_day: 7}");
    CHECK(rows().count("      - hours_per_day over 6") == 1);
    CHECK(rows().count("      - not paid") == 0);
    bench.add("b", "{age: 17, consent: yes, tasks: [weeding], hours_per_day: 5, paid: no}");
    CHECK(rows().count("      - not paid") == 1);
}

TEST_CASE("shares are rounded down, so that 100 means all") {
    PartCount count;
    CHECK(!count.share());
    count.all = 1000;
    count.exercised = 999;
    CHECK(count.share() == 99U);
    count.exercised = 1000;
    CHECK(count.share() == 100U);
    count.exercised = 0;
    CHECK(count.share() == 0U);
}

TEST_CASE("the report names each part that is not exercised with its provision and line") {
    SmallBench bench;
    bench.add("a", "{age: 13, arrangement: employment, consent: yes, sex: female, load_kg: 3}");
    const LawCoverage coverage = bench.coverage();
    const std::string line = exercise_line("xx", coverage);
    CAPTURE(line);
    CHECK(line.find("xx: rules 1 of 3 (33 %), items 0 of 2 (0 %)") == 0);
    CHECK(line.find("requirements 1 of 1 (100 %; met and broken 0)") != std::string::npos);
    CHECK(line.find("limit cells 1 of 2 (50 %)") != std::string::npos);

    Page page(false, 400);
    exercise_lists(page, "xx", coverage, bench.sources());
    const std::string& text = page.text();
    CAPTURE(text);
    CHECK(text.find("xx.bad-work.1 \"Cotton\": Code, art. 5") != std::string::npos);
    CHECK(text.find("xx.law:") != std::string::npos);
    CHECK(text.find("Greatest load: otherwise: 10 kg") != std::string::npos);
    CHECK(text.find("from 2015-01-01") != std::string::npos);
    CHECK(text.find("Met in case a; broken in none.") != std::string::npos);
    CHECK(text.find("4 kg") == std::string::npos);

    const auto json = exercise_json(coverage, bench.sources());
    CHECK(json.at("counts").at("rule").at("exercised") == 1);
    CHECK(json.at("counts").at("rule").at("per_cent") == 33);
    CHECK(json.at("counts").at("permission").at("per_cent").is_null());
    CHECK(json.at("seen_from_one_side").size() == 1);
    CHECK(json.at("not_exercised")[0].at("kind") == "rule");
    CHECK(json.at("not_exercised")[0].at("line").get<int>() > 1);
}

TEST_CASE("on complete jobs, what is exercised is what the tables read row by row and the reference reading give") {
    for (const char* date : {"2010-01-01", "2020-01-01"}) {
        for (const int age : {12, 14, 15, 17}) {
            for (const char* rest :
                 {"sex: female, arrangement: family, consent: yes, tasks: [weeding], hours_per_day: 7, load_kg: 5",
                  "sex: male, arrangement: employment, consent: no, tasks: [cotton-picking], hours_per_day: 2, "
                  "load_kg: 0",
                  "sex: female, arrangement: employment, consent: yes, tasks: [], hours_per_day: 2, load_kg: 11"}) {
                const std::string yaml = "{age: " + std::to_string(age) + ", " + rest + "}";
                CAPTURE(date, yaml);
                SmallBench bench;
                bench.add("a", yaml, date);
                const auto& tables = bench.tables(date);
                const Version& law = *tables->version;
                const Situation situation = make_situation(tables->version, bench.job(yaml));
                const auto statuses = reference::requirement_statuses(situation, 100000);
                Names by_rows;
                Names by_reference;
                std::size_t completions = 0;
                reference::for_each_completion(situation, 100000, [&](const Completion& completion) {
                    const TablesReading rows = read_rows(*tables, situation, completion, statuses);
                    const reference::Reading reading = reference::read(situation, completion, statuses);
                    Names here_by_rows;
                    Names here_by_reference;
                    for (NormIndex norm = 0; norm < law.norms.size(); ++norm) {
                        if (law.norms[norm].kind != NormKind::rule && law.norms[norm].kind != NormKind::item) continue;
                        // No exception of this law gives the class of its parent.
                        if (rows.given[norm] == law.norms[norm].cls) here_by_rows.insert(law.norms[norm].name);
                        if (reading.given[norm] == law.norms[norm].cls) here_by_reference.insert(law.norms[norm].name);
                    }
                    if (completions++ == 0) {
                        by_rows = here_by_rows;
                        by_reference = here_by_reference;
                    }
                    Names both;
                    std::set_intersection(by_rows.begin(), by_rows.end(), here_by_rows.begin(), here_by_rows.end(),
                                          std::inserter(both, both.end()));
                    by_rows = both;
                    both.clear();
                    std::set_intersection(by_reference.begin(), by_reference.end(), here_by_reference.begin(),
                                          here_by_reference.end(), std::inserter(both, both.end()));
                    by_reference = both;
                });
                REQUIRE(completions > 0);
                Names exercised = bench.exercised(PartKind::rule);
                exercised.merge(bench.exercised(PartKind::item));
                CHECK(exercised == by_rows);
                CHECK(exercised == by_reference);
            }
        }
    }
}
