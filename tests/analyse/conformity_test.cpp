// What supervisory bodies found in the text of laws must be found again, each in the article that they named. The
// findings stand in the fact sheets; the row is named beside each.

#include "engine/analyse/conformity.hpp"
#include "engine/files/ruleset_folder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

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

/// What a supervisory body, or the sheet's own reading, found in the text of a law.
struct Finding {
    const char* row;  ///< of the fact sheet
    const char* law;
    const char* day;
    const char* norm;                            ///< of the conventions
    const char* national;                        ///< outcome of the example under the national law
    std::map<std::string, std::string> example;  ///< facts that it states, as JSON
};

/// Some example of the gap has this outcome nationally and states these facts.
bool shown(const ArticleGap& gap, const Finding& finding) {
    const auto in = [&](const std::vector<GapBox>& boxes) {
        return std::any_of(boxes.begin(), boxes.end(), [&](const GapBox& box) {
            if (!box.witness || box.national != finding.national) {
                return false;
            }
            std::map<std::string, std::string> stated;
            for (const WitnessFact& fact : box.witness->facts) {
                stated[fact.name] = fact.json;
            }
            return std::all_of(finding.example.begin(), finding.example.end(), [&](const auto& fact) {
                const auto found = stated.find(fact.first);
                return found != stated.end() && found->second == fact.second;
            });
        });
    };
    return in(gap.certain_boxes) || in(gap.hinging_boxes);
}

const std::vector<Finding> findings{
#include "tests/analyse/findings_of_supervisory_bodies.inc"
};

}  // namespace

TEST_CASE("what supervisory bodies found in the text of a law is found again, each with a job that shows it") {
    Bench bench;
    std::map<std::pair<std::string, std::string>, Conformity> judged;
    ConformityOptions options;
    options.stricter = false;
    for (const Finding& finding : findings) {
        INFO(finding.row << ": " << finding.law << " on " << finding.day << ", " << finding.norm);
        auto& found = judged[{finding.law, finding.day}];
        if (found.national.empty()) {
            found = bench.conform(finding.law, finding.day, options);
        }
        REQUIRE(found.complete);
        const ArticleGap* gap = gap_of(found, finding.norm);
        REQUIRE(gap != nullptr);
        CHECK(shown(*gap, finding));
    }
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
