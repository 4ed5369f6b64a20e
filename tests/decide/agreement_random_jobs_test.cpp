// The readings agree on random jobs over the laws of this library, at every change of their texts.
//
// LABOURLEX_RANDOM_JOBS says how many (2,000 when it is not set, 400 under the sanitizers; the program `agreement` runs
// the many), LABOURLEX_SEED which.
#include "engine/decide/possible.hpp"
#include "engine/facts/job_reader.hpp"
#include "engine/files/ruleset_folder.hpp"
#include "tests/support/random_agreement.hpp"
#include "tests/support/random_jobs.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <iostream>

using namespace labourlex;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t jobs_by_default = 400;
#else
constexpr std::size_t jobs_by_default = 2000;
#endif

std::size_t number_from(const char* variable, std::size_t otherwise) {
    const char* text = std::getenv(variable);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

}  // namespace

TEST_CASE("reference, rows, classifier and fast path agree on random jobs of every law and text", "[random]") {
    const std::vector<std::string> jurisdictions{"kz", "tj"};
    const std::size_t jobs = number_from("LABOURLEX_RANDOM_JOBS", jobs_by_default) / jurisdictions.size();
    std::vector<testing::DayCount> days;
    for (const std::string& jurisdiction : jurisdictions) {
        Sources sources;
        Diagnostics diagnostics;
        RulesetFolder folder(std::string(LABOURLEX_SOURCE_DIR) + "/rulesets", sources);
        const auto law = folder.law(jurisdiction, Span{}, diagnostics);
        INFO(render(diagnostics, sources, DiagnosticFormat::text));
        REQUIRE(law);
        const auto result = testing::compare_random_jobs(*law, jobs, number_from("LABOURLEX_SEED", 1), 2000);
        days.insert(days.end(), result.days.begin(), result.days.end());
        INFO(result.first_disagreement);
        CHECK(result.first_disagreement.empty());
    }
    testing::print_counts(std::cout, days);
}

TEST_CASE("a random job written as a file reads back as the same job") {
    for (const std::string jurisdiction : {"kz", "tj"}) {
        Sources sources;
        Diagnostics diagnostics;
        RulesetFolder folder(std::string(LABOURLEX_SOURCE_DIR) + "/rulesets", sources);
        const auto law = folder.law(jurisdiction, Span{}, diagnostics);
        REQUIRE(law);
        const auto version = law->consolidate(*Date::parse("2020-05-01"));
        const CompiledTables tables = lower(version);
        testing::RandomJobs random(version, 3);
        for (int number = 0; number < 60; ++number) {
            const Job job = number % 2 == 0 ? random.complete() : random.partial();
            const std::string text = testing::job_as_yaml(job, *version);
            INFO(text);
            const auto node = read_job_text(sources, sources.add(job.id, text), JobTextFormat::yaml, diagnostics);
            REQUIRE(node);
            const auto heading = read_heading(*node, diagnostics);
            REQUIRE(heading);
            const auto read = bind_job(*node, *heading, *version->vocabulary, {}, diagnostics);
            INFO(render(diagnostics, sources, DiagnosticFormat::text));
            REQUIRE(read);
            CHECK(testing::job_as_yaml(*read, *version) == text);
            CHECK(decide::possible_outcomes(tables, make_situation(version, *read)) ==
                  decide::possible_outcomes(tables, make_situation(version, job)));
        }
    }
}
