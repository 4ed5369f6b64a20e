// The diagrams, Z3 and the reference reading agree on laws that between them use every construct.

#include "engine/files/ruleset_folder.hpp"
#include "tests/oracle/claims.hpp"
#include "tests/support/inline_law.hpp"
#include "tests/support/small_laws.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace labourlex;

namespace {

void check(const oracle::Tally& tally) {
    for (const std::string& told : tally.told) {
        UNSCOPED_INFO(told);
    }
    CHECK(tally.disagreements == 0);
    CHECK(tally.without_ours == 0);
    CHECK(tally.without_z3 == 0);
    CHECK(tally.claims == tally.some + tally.none);
    CHECK(tally.judged == tally.some);
}

}  // namespace

TEST_CASE("what Z3 finds of a law of two rules is what anybody can count") {
    const auto law = [](int age) {
        return "instrument act \"Act\"\n  regulating\n  reaches age under 18 per \"art. 1\"\n  evidence official\n"
               "rule minimum-age \"Minimum age\"\n  per act \"art. 2\"\n  when age under " +
               std::to_string(age) +
               "\n  then prohibited\n"
               "rule never \"Never\"\n  per act \"art. 3\"\n  when age over 17 and age under 15\n  then hazardous\n";
    };
    const auto first = test::compile_inline(law(15));
    const auto second = test::compile_inline(law(16));
    REQUIRE(first.law);
    REQUIRE(second.law);
    const auto tally = oracle::decide_pair(first.on("2020-01-01"), second.on("2020-01-01"));
    check(tally.reachable);
    check(tally.decisive);
    check(tally.exact);
    check(tally.difference);
    // Of each law: the minimum age prohibits and takes effect; `never` does not.
    CHECK(tally.reachable.some == 4);
    // Permitted, prohibited and out of scope on both sides; and permitted before, prohibited after.
    CHECK(tally.difference.claims == 36);
    CHECK(tally.difference.some == 4);
}

TEST_CASE("small laws with every construct: the diagrams, Z3 and the reference reading agree") {
    std::size_t claims = 0;
    for (const testing::SmallLaw& small : testing::small_laws()) {
        INFO(small.name);
        const auto compiled = test::compile_inline(std::string(testing::small_heading) + small.text, false);
        INFO(compiled.shown());
        REQUIRE(compiled.law);
        for (const char* date : small.dates) {
            const auto tally = oracle::decide_pair(compiled.on(small.dates.front()), compiled.on(date));
            check(tally.reachable);
            check(tally.decisive);
            check(tally.exact);
            check(tally.difference);
            claims += tally.reachable.claims + tally.difference.claims;
        }
    }
    CHECK(claims > 1000);
}

TEST_CASE("of a real law every tenth claim: the diagrams, Z3 and the reference reading agree") {
    Sources sources;
    Diagnostics diagnostics;
    RulesetFolder folder(std::filesystem::path(LABOURLEX_SOURCE_DIR) / "rulesets", sources);
    const auto law = folder.law("kg", Span{}, diagnostics);
    REQUIRE(law);
    oracle::ClaimOptions options;
    options.every = 10;
    const auto tally = oracle::decide_pair(law->consolidate(*Date::parse("2020-01-01")),
                                           law->consolidate(*Date::parse("2026-11-21")), options);
    check(tally.reachable);
    check(tally.decisive);
    check(tally.exact);
    check(tally.difference);
    CHECK(tally.reachable.some > 5);
}

TEST_CASE("conformity of a real law: the diagrams, Z3 and the reference reading agree, whatever the answers too") {
    Sources sources;
    Diagnostics diagnostics;
    RulesetFolder folder(std::filesystem::path(LABOURLEX_SOURCE_DIR) / "rulesets", sources);
    const auto law = folder.law("kz", Span{}, diagnostics);
    const auto conventions = folder.law("ilo", Span{}, diagnostics);
    REQUIRE(law);
    REQUIRE(conventions);
    const Date day = *Date::parse("2026-11-21");
    const auto version = law->consolidate(day);
    const auto obligations =
        analyse::obligations_of(*version, *conventions->consolidate(day), conventions->ratifications());
    REQUIRE(!obligations.conventions.empty());
    const auto tally = oracle::decide_conformity(version, obligations);
    check(tally.gap);
    CHECK(tally.gap.some > 0);
    CHECK(tally.certain.disagreements == 0);
    CHECK(tally.certain.without_z3 == 0);
    CHECK(tally.certain.some > 0);
    CHECK(tally.certain.some < tally.gap.some);
}
