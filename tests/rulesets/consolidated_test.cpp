// The consolidated texts of all rulesets: on the days on which their law changes, and on days on which it is in doubt
// whether it has, the text without amendments says what the law says and judges every job alike.
#include "engine/cases/case_file.hpp"
#include "engine/consolidate/consolidated_text.hpp"
#include "engine/consolidate/version_text.hpp"
#include "engine/decide/classify.hpp"
#include "engine/files/ruleset_folder.hpp"
#include "engine/files/text_file.hpp"
#include "engine/law/statute_book.hpp"
#include "engine/render/verdict_json.hpp"

#include "dsl-grammar/formatter.hpp"
#include "dsl-grammar/parser.hpp"
#include "tests/support/random_jobs.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <set>
#include <sstream>

using namespace labourlex;

namespace {

namespace fs = std::filesystem;

const fs::path rulesets = fs::path(LABOURLEX_SOURCE_DIR) / "rulesets";

struct Compiled {
    syntax::File file;
    std::shared_ptr<const CompiledLaw> law;
};

Compiled compile_text(const std::string& text, const LawTexts& texts, Sources& sources, Diagnostics& diagnostics) {
    Compiled result;
    result.file = parse(sources, sources.add("consolidated.law", text), diagnostics);
    ParsedFolder folder;
    folder.name = texts.own.name;
    folder.data = texts.own.data;
    folder.files = {result.file};
    result.law = compile(folder, texts.packs, sources, diagnostics);
    return result;
}

/// Days spread over the changes of a law, and for each amendment whose day is in doubt the middle of that doubt.
std::set<Date> days_of(const CompiledLaw& law, std::size_t count) {
    std::set<Date> days{*Date::parse("2026-06-01")};
    const std::vector<Date>& changes = law.change_dates();
    for (std::size_t i = 0; i < count && !changes.empty(); ++i) days.insert(changes[i * changes.size() / count]);
    for (const EnactedAmendment& amendment : law.book().amendments) {
        if (amendment.edge.first != amendment.edge.last) {
            days.insert(amendment.edge.first.plus((amendment.edge.last.days - amendment.edge.first.days) / 2));
        }
    }
    return days;
}

/// The job without what it says of days in doubt that `law`, the text of another day, knows nothing of.
std::string without_other_edges(const std::string& yaml, const CompiledLaw& whole, const CompiledLaw& law) {
    std::istringstream lines(yaml);
    std::string kept;
    for (std::string line; std::getline(lines, line);) {
        const std::string name = line.substr(0, line.find(':'));
        const std::string_view fact = std::string_view(name).substr(std::min(name.find_first_not_of(' '), name.size()));
        const auto found = whole.vocabulary().find(fact);
        if (found && whole.vocabulary().facts[*found].edge && !law.vocabulary().find(fact)) continue;
        kept += line + "\n";
    }
    return kept;
}

/// Everything that the verdict tells but which files it was made from.
nlohmann::ordered_json verdict_of(const CompiledLaw& law, const CompiledTables& tables, const TextNode& facts,
                                  JobHeading heading, const std::set<std::string>& elsewhere, FactsForm form) {
    Diagnostics problems;
    const auto job = bind_job(facts, std::move(heading), law.vocabulary(), elsewhere, problems, form);
    if (!job || !check_possible(tables, *job, problems)) {
        nlohmann::ordered_json refused = nlohmann::ordered_json::array();
        for (const Diagnostic& diagnostic : problems.all()) refused.push_back(entry_of(diagnostic.code).name);
        return refused;
    }
    auto verdict = verdict_to_json(classify(tables, *job));
    verdict.erase("ruleset_version");
    return verdict;
}

}  // namespace

TEST_CASE("on days of change and of doubt, every law can be written without its amendments") {
    Sources sources;
    Diagnostics diagnostics;
    RulesetFolder folder(rulesets, sources);
    std::size_t with_remarks = 0;
    std::size_t in_doubt = 0;
    for (const std::string& name : folder.jurisdictions(diagnostics)) {
        const LawAndTexts found = folder.named_law({name, {}, {}, false}, {}, diagnostics);
        REQUIRE(found.law != nullptr);
        for (const Date day : days_of(*found.law, 4)) {
            INFO(name << " on " << day.text());
            Diagnostics problems;
            const auto text = consolidated_text(*found.law, *found.texts, day, sources, {}, problems);
            INFO(render(problems, sources, DiagnosticFormat::plain));
            REQUIRE(text);
            const Compiled again = compile_text(*text, *found.texts, sources, problems);
            INFO(render(problems, sources, DiagnosticFormat::plain));
            REQUIRE(again.law != nullptr);
            CHECK(format(again.file) == *text);
            CHECK(all_that_is_said(*again.law, day) == all_that_is_said(*found.law, day));
            for (const EnactedAmendment& amendment : again.law->book().amendments) {
                // Only an amendment that may or may not be in force stands there still.
                CHECK((amendment.of_pack || (amendment.edge.first <= day && day < amendment.edge.last)));
                ++in_doubt;
            }
            if (text->find("replaced from") != std::string::npos) ++with_remarks;
        }
    }
    CHECK(with_remarks >= 5);
    CHECK(in_doubt >= 5);
}

TEST_CASE("a consolidated law judges the judged cases as the law does") {
    Sources sources;
    Diagnostics diagnostics;
    RulesetFolder folder(rulesets, sources);
    std::size_t judged = 0;
    for (const std::string name : {"tj", "kz", "ru", "uk", "eu"}) {
        const LawAndTexts found = folder.named_law({name, {}, {}, false}, {}, diagnostics);
        REQUIRE(found.law != nullptr);
        const auto source =
            read_text_file(rulesets / name / "cases/judged.yaml", max_case_file_bytes, sources, diagnostics);
        REQUIRE(source);
        const auto tree = read_job_text(sources, *source, JobTextFormat::yaml, diagnostics, true, max_case_file_bytes);
        REQUIRE(tree);
        const std::vector<Case> cases = read_cases(*tree, diagnostics);
        // Each case on its own day, and some of them on one day that is in doubt or late.
        std::map<Date, std::vector<const Case*>> by_day;
        const Date late = *days_of(*found.law, 1).rbegin();
        for (const Case& one : cases) {
            if (one.heading.date) by_day[*one.heading.date].push_back(&one);
            if (by_day[late].size() < 10) by_day[late].push_back(&one);
        }
        const std::set<std::string> elsewhere = folder.facts_elsewhere(name);
        for (const auto& [day, of_day] : by_day) {
            const auto text = consolidated_text(*found.law, *found.texts, day, sources, {}, diagnostics);
            REQUIRE(text);
            const Compiled again = compile_text(*text, *found.texts, sources, diagnostics);
            REQUIRE(again.law != nullptr);
            const CompiledTables before = lower(found.law->consolidate(day));
            const CompiledTables after = lower(again.law->consolidate(day));
            for (const Case* one : of_day) {
                INFO(name << " " << one->heading.id << " on " << day.text());
                JobHeading heading = one->heading;
                heading.date = day;
                CHECK(verdict_of(*found.law, before, one->facts, heading, elsewhere, FactsForm::own_mapping) ==
                      verdict_of(*again.law, after, one->facts, heading, elsewhere, FactsForm::own_mapping));
                ++judged;
            }
        }
    }
    CHECK(judged >= 100);
}

TEST_CASE("a consolidated law judges random jobs as the law does") {
    Sources sources;
    Diagnostics diagnostics;
    RulesetFolder folder(rulesets, sources);
    for (const std::string name : {"tj", "kg", "az"}) {
        const LawAndTexts found = folder.named_law({name, {}, {}, false}, {}, diagnostics);
        REQUIRE(found.law != nullptr);
        for (const Date day : days_of(*found.law, 2)) {
            const auto text = consolidated_text(*found.law, *found.texts, day, sources, {}, diagnostics);
            REQUIRE(text);
            const Compiled again = compile_text(*text, *found.texts, sources, diagnostics);
            REQUIRE(again.law != nullptr);
            const auto version = found.law->consolidate(day);
            const CompiledTables before = lower(version);
            const CompiledTables after = lower(again.law->consolidate(day));
            testing::RandomJobs jobs(version, 7);
            constexpr int count = 20;
            for (int i = 0; i < count; ++i) {
                const std::string yaml =
                    without_other_edges(testing::job_as_yaml(jobs.complete(), *version), *found.law, *again.law);
                INFO(name << " on " << day.text() << "\n" << yaml);
                Diagnostics problems;
                const auto tree = read_job_text(sources, sources.add("job.yaml", yaml), JobTextFormat::yaml, problems);
                REQUIRE(tree);
                const auto heading = read_heading(*tree, problems);
                REQUIRE(heading);
                CHECK(verdict_of(*found.law, before, *tree, *heading, {}, FactsForm::beside_heading) ==
                      verdict_of(*again.law, after, *tree, *heading, {}, FactsForm::beside_heading));
            }
        }
    }
}
