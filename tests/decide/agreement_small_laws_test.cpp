// The readings agree on every job of small laws that between them use every construct, plainly and under `--strict`.
#include "dsl-grammar/parser.hpp"
#include "engine/decide/missing.hpp"
#include "engine/law/compiler.hpp"
#include "tests/support/agreement.hpp"
#include "tests/support/brute_missing.hpp"
#include "tests/support/knowledge_states.hpp"
#include "tests/support/random_jobs.hpp"
#include "tests/support/small_laws.hpp"

#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <cstdlib>
#include <iostream>

using namespace labourlex;

namespace {

std::shared_ptr<const CompiledLaw> compiled(const testing::SmallLaw& small, Sources& sources,
                                            Diagnostics& diagnostics) {
    ParsedFolder folder;
    folder.name = "xx";
    folder.files.push_back(
        parse(sources, sources.add("xx.law", std::string(testing::small_heading) + small.text), diagnostics));
    return compile(folder, {}, sources, diagnostics);
}

/// All jobs of a law where there are not more than this; LABOURLEX_SMALL_JOBS=0 means all, however many. Under the
/// sanitizers, which look for other mistakes, a selection is enough.
#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t most_by_default = 300;
#else
constexpr std::size_t most_by_default = 3200;
#endif

std::size_t most_jobs() {
    const char* text = std::getenv("LABOURLEX_SMALL_JOBS");
    return text == nullptr ? most_by_default : std::strtoull(text, nullptr, 10);
}

std::set<std::string> names(const Version& version, const std::set<FactIndex>& facts) {
    std::set<std::string> result;
    for (const FactIndex fact : facts) {
        result.insert(version.vocabulary->facts[fact].name);
    }
    return result;
}

}  // namespace

TEST_CASE("the readings agree on all jobs of small laws", "[small]") {
    for (const testing::SmallLaw& small : testing::small_laws()) {
        DYNAMIC_SECTION(small.name) {
            Sources sources;
            Diagnostics diagnostics;
            const auto law = compiled(small, sources, diagnostics);
            INFO(render(diagnostics, sources, DiagnosticFormat::text));
            REQUIRE(law);
            for (const char* date : small.dates) {
                const auto version = law->consolidate(*Date::parse(date));
                const auto tables = std::make_shared<const CompiledTables>(lower(version));
                testing::Readings readings(tables);
                std::size_t disagreements = 0;
                const auto jobs = testing::for_each_job(*version, most_jobs(), [&](const Job& job) {
                    for (const bool strict : {false, true}) {
                        const testing::Comparison comparison = readings.compare(job, strict, 20000);
                        if (comparison.result == testing::Comparison::Result::disagreed && ++disagreements <= 3) {
                            UNSCOPED_INFO(testing::job_as_yaml(job, *version)
                                          << (strict ? "strict\n" : "") << comparison.report);
                        }
                        if (comparison.result == testing::Comparison::Result::out_of_budget) {
                            ++disagreements;  // small laws are small enough
                            UNSCOPED_INFO("out of budget: " << testing::job_as_yaml(job, *version));
                        }
                    }
                });
                CHECK(disagreements == 0);
                std::cout << fmt::format("{:<55}{:<12}{:>7} of {:>7} jobs, plain and strict\n", small.name, date,
                                         jobs.visited, jobs.all);
            }
        }
    }
}

TEST_CASE("what is missing is what two completions that agree on all else show", "[small]") {
    for (const testing::SmallLaw& small : testing::small_laws()) {
        if (small.tied_numbers) {
            continue;
        }
        DYNAMIC_SECTION(small.name) {
            Sources sources;
            Diagnostics diagnostics;
            const auto law = compiled(small, sources, diagnostics);
            REQUIRE(law);
            for (const char* date : small.dates) {
                const auto version = law->consolidate(*Date::parse(date));
                const CompiledTables tables = lower(version);
                std::size_t wrong = 0;
                testing::for_each_job(*version, most_jobs() == 0 ? 8000 : most_jobs() / 3, [&](const Job& job) {
                    const Situation situation = make_situation(version, job);
                    const auto expected = testing::missing_by_trying(situation, 400);
                    if (!expected) {
                        return;
                    }
                    decide::Outcomes outcomes(tables, situation);
                    std::set<FactIndex> found;
                    for (const decide::MissingFact& missing : decide::missing_facts(outcomes)) {
                        found.insert(missing.fact == version->shift_end ? version->shift_start : missing.fact);
                    }
                    if (found != *expected && ++wrong <= 3) {
                        std::string text = testing::job_as_yaml(job, *version);
                        for (const std::string& name : names(*version, *expected)) {
                            text += "  expected " + name + "\n";
                        }
                        for (const std::string& name : names(*version, found)) {
                            text += "  found " + name + "\n";
                        }
                        UNSCOPED_INFO(text);
                    }
                });
                CHECK(wrong == 0);
            }
        }
    }
}
