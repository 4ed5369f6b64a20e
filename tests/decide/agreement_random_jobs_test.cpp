// The readings agree on random jobs over the laws of this library, at every change of their texts.
//
// LABOURLEX_RANDOM_JOBS says how many (20,000 when it is not set), LABOURLEX_SEED which.
#include "engine/files/ruleset_folder.hpp"
#include "tests/support/random_agreement.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <iostream>

using namespace labourlex;

namespace {

std::size_t number_from(const char* variable, std::size_t otherwise) {
    const char* text = std::getenv(variable);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

}  // namespace

TEST_CASE("reference, rows, classifier and fast path agree on random jobs of every law and text", "[random]") {
    const std::vector<std::string> jurisdictions{"kz", "tj"};
    const std::size_t jobs = number_from("LABOURLEX_RANDOM_JOBS", 20000) / jurisdictions.size();
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
