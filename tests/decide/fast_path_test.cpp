// The fast path allocates nothing, names the norms that decided, and leaves to the exact path what it cannot see.
#include "engine/decide/fast_path.hpp"
#include "engine/decide/possible.hpp"
#include "engine/files/ruleset_folder.hpp"
#include "tests/support/random_jobs.hpp"
#include "tests/support/version_builder.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::size_t> allocations{0};

void* counted(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size)) {
        return memory;
    }
    throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t size) {
    return counted(size);
}
void* operator new[](std::size_t size) {
    return counted(size);
}
// The library's own sorting asks for memory that may be refused; every way in must match the ways out below.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    ++allocations;
    return std::malloc(size);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
    ++allocations;
    return std::malloc(size);
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete[](void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
    std::free(memory);
}

using namespace labourlex;
using namespace labourlex::test;

namespace {

/// A situation with everything stated by hand.
struct Small {
    Small() {
        age = law.number("age", "Age", "years", 0, 120, true);
        night = law.yes_no("night", "Night");
        consent = law.yes_no("consent", "Consent");
    }
    Situation situation(std::optional<int> years, std::optional<bool> at_night, std::optional<bool> consented) const {
        Situation result = blank_situation(law.build());
        result.facts[age].fixed = years.has_value();
        result.facts[age].numbers = {{years.value_or(0), years.value_or(120)}};
        for (const auto& [fact, value] : {std::pair{night, at_night}, std::pair{consent, consented}}) {
            result.facts[fact].fixed = value.has_value();
            result.facts[fact].choices = {!value.value_or(false), value.value_or(true)};
        }
        return result;
    }

    VersionBuilder law;
    FactIndex age = no_fact;
    FactIndex night = no_fact;
    FactIndex consent = no_fact;
};

decide::FastPath::Decision decide_on(const CompiledTables& tables, const Situation& situation,
                                     std::vector<std::uint64_t>* norms = nullptr) {
    const decide::FastPath fast_path(tables);
    auto scratch = fast_path.make_scratch();
    const auto decision = fast_path.decide(fast_path.pack(situation), scratch);
    if (norms != nullptr) {
        *norms = scratch.norms;
    }
    return decision;
}

}  // namespace

TEST_CASE("the fast path decides a known job and names the norms that gave the class") {
    Small small;
    small.law.rule("minimum-age", "Minimum age", small.law.under(small.age, 16), "prohibited");
    small.law.rule("night", "Night", small.law.yes(small.night), "hazardous");
    const NormIndex night_age = small.law.rule(
        "night-age", "Night under 17", all({small.law.under(small.age, 17), small.law.yes(small.night)}), "hazardous");
    const CompiledTables tables = lower(small.law.build());
    std::vector<std::uint64_t> norms;
    auto decision = decide_on(tables, small.situation(16, true, true), &norms);
    CHECK(decision.decided);
    CHECK(small.law.version.classes.at(decision.outcome).name == "hazardous");
    CHECK(norms == std::vector<std::uint64_t>{0b110});
    CHECK(night_age == 2);
    decision = decide_on(tables, small.situation(15, false, true), &norms);
    CHECK(small.law.version.classes.at(decision.outcome).name == "prohibited");
    CHECK(norms == std::vector<std::uint64_t>{0b001});
    decision = decide_on(tables, small.situation(17, false, true), &norms);
    CHECK(small.law.version.classes.at(decision.outcome).name == "permitted");
    CHECK(norms == std::vector<std::uint64_t>{0});
}

TEST_CASE("the fast path decides a job known in part where nothing unknown can change it, and only there") {
    Small small;
    small.law.rule("minimum-age", "Minimum age", small.law.under(small.age, 16), "prohibited");
    const NormIndex night = small.law.rule("night", "Night", small.law.yes(small.night), "hazardous");
    small.law.exception("consented", "Consented", {night}, small.law.yes(small.consent), "prohibited");
    const CompiledTables tables = lower(small.law.build());
    CHECK(decide_on(tables, small.situation(15, false, std::nullopt)).decided);
    CHECK(decide_on(tables, small.situation(std::nullopt, true, false)).decided);
    CHECK_FALSE(decide_on(tables, small.situation(15, true, std::nullopt)).decided);
    CHECK_FALSE(decide_on(tables, small.situation(std::nullopt, false, true)).decided);
    CHECK_FALSE(decide_on(tables, small.situation(17, std::nullopt, true)).decided);
    // Prohibited either by age or by the exception: seen without knowing which.
    CHECK(decide_on(tables, small.situation(15, std::nullopt, true)).decided);
}

TEST_CASE("a formal requirement that is unknown counts as met, one that is broken does not") {
    Small small;
    const NormIndex contract = small.law.norm(NormKind::requirement, "contract", "Contract", always());
    small.law.version.norms[contract].needs = small.law.yes(small.consent);
    small.law.version.norms[contract].strength = Strength::formal;
    const CompiledTables tables = lower(small.law.build());
    const auto unknown = decide_on(tables, small.situation(17, false, std::nullopt));
    CHECK(unknown.decided);
    CHECK(small.law.version.classes.at(unknown.outcome).name == "permitted");
    const auto broken = decide_on(tables, small.situation(17, false, false));
    CHECK(broken.decided);
    CHECK(small.law.version.classes.at(broken.outcome).name == "prohibited");
}

TEST_CASE("deciding allocates nothing, packing again neither", "[random]") {
    for (const std::string jurisdiction : {"kz", "tj"}) {
        Sources sources;
        Diagnostics diagnostics;
        RulesetFolder folder(std::string(LABOURLEX_SOURCE_DIR) + "/rulesets", sources);
        const auto law = folder.law(jurisdiction, Span{}, diagnostics);
        REQUIRE(law);
        const auto version = law->consolidate(*Date::parse("2020-05-01"));
        const CompiledTables tables = lower(version);
        const decide::FastPath fast_path(tables);
        testing::RandomJobs random(version, 7);
        auto scratch = fast_path.make_scratch();
        decide::PackedJob packed = fast_path.pack(make_situation(version, random.complete()));
        std::size_t decided = 0;
        for (int number = 0; number < 200; ++number) {
            const Situation situation = make_situation(version, number % 2 == 0 ? random.complete() : random.partial());
            const std::size_t before = allocations;
            fast_path.pack(situation, packed);
            decided += fast_path.decide(packed, scratch).decided ? 1 : 0;
            CHECK(allocations == before);
        }
        CHECK(decided > 100);
    }
}
