// What supervisory bodies found in the text of laws must be found again, each in the article that they named. The
// findings stand in the fact sheets; the row is named beside each.

#include "engine/analyse/conformity.hpp"
#include "engine/files/ruleset_folder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace labourlex;
using namespace labourlex::analyse;

namespace {

class Bench {
public:
    Bench() : folder_(std::filesystem::path(LABOURLEX_SOURCE_DIR) / "rulesets", sources_) {}

    Conformity conform(const std::string& name, const char* day, ConformityOptions options = {}) {
        const auto law = folder_.law(name, Span{}, diagnostics_);
        const auto baseline = folder_.law("ilo", Span{}, diagnostics_);
        REQUIRE(law);
        REQUIRE(baseline);
        const auto version = law->consolidate(*Date::parse(day));
        Obligations obligations =
            obligations_of(*version, *baseline->consolidate(*Date::parse(day)), baseline->ratifications());
        const JoinResult joined = join(version, name, obligations.version, "ilo");
        REQUIRE(joined.law);
        return conformity(*joined.law, std::move(obligations), options);
    }

private:
    Sources sources_;
    Diagnostics diagnostics_;
    RulesetFolder folder_;
};

const ArticleGap* gap_of(const Conformity& found, const std::string& norm) {
    const auto gap =
        std::find_if(found.gaps.begin(), found.gaps.end(), [&](const ArticleGap& g) { return g.norm == norm; });
    return gap == found.gaps.end() ? nullptr : &*gap;
}

/// Some example of the gap states this of the fact and has this outcome nationally.
bool shown(const ArticleGap& gap, const std::string& fact, const std::string& json, const std::string& national) {
    const auto in = [&](const std::vector<GapBox>& boxes) {
        return std::any_of(boxes.begin(), boxes.end(), [&](const GapBox& box) {
            return box.national == national && box.witness &&
                   std::any_of(box.witness->facts.begin(), box.witness->facts.end(),
                               [&](const WitnessFact& stated) { return stated.name == fact && stated.json == json; });
        });
    };
    return in(gap.certain_boxes) || in(gap.hinging_boxes);
}

}  // namespace

TEST_CASE("Azerbaijan: 15 against the declared 16, and nothing outside contracts (az-ilo-2, az-ilo-3)") {
    Bench bench;
    const Conformity found = bench.conform("az", "2022-01-01");
    REQUIRE(found.complete);
    const ArticleGap* age = gap_of(found, "ilo.minimum-age");
    REQUIRE(age != nullptr);
    CHECK(age->certain != 0);
    CHECK(shown(*age, "age", "15", "Permitted"));
    CHECK(std::any_of(age->hinging_boxes.begin(), age->hinging_boxes.end(),
                      [](const GapBox& box) { return box.national_out_of_scope; }));
}

TEST_CASE(
    "Kazakhstan: work opened at 15 below the declared 16, and scope limited to contracts (kz-ora-15, kz-ora-scope)") {
    Bench bench;
    const Conformity found = bench.conform("kz", "2022-01-01");
    REQUIRE(found.complete);
    const ArticleGap* age = gap_of(found, "ilo.minimum-age");
    REQUIRE(age != nullptr);
    const auto out_of_scope = [](const GapBox& box) { return box.national_out_of_scope; };
    CHECK((std::any_of(age->certain_boxes.begin(), age->certain_boxes.end(), out_of_scope) ||
           std::any_of(age->hinging_boxes.begin(), age->hinging_boxes.end(), out_of_scope)));
}

TEST_CASE("a country is bound from twelve months after it ratified, and by nothing that it did not ratify") {
    Bench bench;
    CHECK(bench.conform("kz", "2002-05-17").obligations.conventions.empty());
    const Conformity later = bench.conform("kz", "2002-05-18");
    REQUIRE(later.obligations.conventions.size() == 1);
    CHECK(later.obligations.conventions[0].since.text() == "2002-05-18");
}

TEST_CASE("a budget that runs out is told, and no gap is claimed") {
    Bench bench;
    ConformityOptions options;
    options.node_budget = 100;
    const Conformity found = bench.conform("az", "2022-01-01", options);
    CHECK_FALSE(found.complete);
    CHECK(found.gaps.empty());
    CHECK(found.kept.empty());
}
