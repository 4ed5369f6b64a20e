// Differences between laws: exact on laws small enough to try every job, and never contradicted by the real ones.

#include "engine/analyse/difference.hpp"
#include "engine/files/ruleset_folder.hpp"
#include "engine/law/reference_reading.hpp"
#include "tests/support/inline_law.hpp"
#include "tests/support/random_jobs.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <map>
#include <random>

using namespace labourlex;
using namespace labourlex::analyse;

namespace {

/// Two laws of one pack, compiled from one set of sources.
struct Pair {
    Sources sources;
    Diagnostics diagnostics;
    std::shared_ptr<const Version> first, second;

    Pair(const std::string& before, const std::string& after, const char* date = "2020-01-01") {
        std::map<std::string, ParsedFolder> packs;
        ParsedFolder mini;
        mini.name = "mini";
        mini.files.push_back(parse(sources, sources.add("mini.law", test::mini_pack), diagnostics));
        packs.emplace("mini", std::move(mini));
        const auto compiled = [&](const std::string& text) {
            ParsedFolder folder;
            folder.name = "xx";
            folder.files.push_back(parse(sources, sources.add("xx.law", test::inline_heading + text), diagnostics));
            const auto law = compile(folder, packs, sources, diagnostics);
            INFO(render(diagnostics, sources, DiagnosticFormat::plain));
            REQUIRE(law != nullptr);
            return law->consolidate(*Date::parse(date));
        };
        first = compiled(before);
        second = compiled(after);
    }

    [[nodiscard]] Difference compare(const DifferenceOptions& options = {}) const {
        const JoinResult joined = join(first, "before", second, "after");
        REQUIRE(joined.law);
        return difference(*joined.law, options);
    }
};

using Moves = std::map<std::pair<std::string, std::string>, std::size_t>;

Outcome judged(const std::shared_ptr<const Version>& version, const Job& job) {
    const Situation situation = make_situation(version, job, {});
    const auto statuses = reference::requirement_statuses(situation, 64);
    std::optional<Outcome> outcome;
    reference::for_each_completion(situation, 64, [&](const Completion& completion) {
        const Outcome here = reference::read(situation, completion, statuses).outcome;
        REQUIRE((!outcome || *outcome == here));
        outcome = here;
    });
    REQUIRE(outcome);
    return *outcome;
}

constexpr std::size_t flags = 6;

std::string flag(std::size_t i) {
    return fmt::format("flag_{}", static_cast<char>('a' + i));
}

/// Yes/no facts, rules and exceptions drawn at random; every class and strength occurs.
std::string random_law(std::mt19937& random) {
    const auto below = [&](std::uint32_t bound) { return random() % bound; };
    const auto condition = [&] {
        const std::size_t one = below(flags);
        const std::size_t two = (one + 1 + below(flags - 1)) % flags;
        const std::string a = (below(2) == 0 ? "not " : "") + flag(one);
        const std::string b = (below(2) == 0 ? "not " : "") + flag(two);
        switch (below(3)) {
            case 0:
                return a;
            case 1:
                return a + " and " + b;
            default:
                return a + " or " + b;
        }
    };
    const char* const classes[] = {"light-work", "prohibited", "hazardous", "worst-form"};
    std::string text = "instrument act \"Act\"\n  regulating\n";
    if (below(2) == 0) {
        text += "  reaches " + flag(below(flags)) + " per \"art. 1\"\n";
    }
    text += "  evidence official\n";
    for (std::size_t i = 0; i < flags; ++i) {
        text += fmt::format("fact {} \"{}\"\n  yes or no\n  asks \"{}?\"\n  absent ask\n", flag(i), flag(i), flag(i));
    }
    const std::size_t rules = 2 + below(3);
    for (std::size_t i = 0; i < rules; ++i) {
        text += fmt::format("rule rule-{} \"Rule\"\n  per act \"art. {}\"\n  when {}\n  then {}\n", i, i, condition(),
                            classes[below(4)]);
    }
    const std::size_t exceptions = below(4);
    for (std::size_t i = 0; i < exceptions; ++i) {
        const bool removes = below(3) == 0;
        text += fmt::format(
            "exception exception-{} \"Exception\"\n  to rule-{}\n  per act \"art. {}\"\n  when {}\n  then {}\n", i,
            below(static_cast<std::uint32_t>(rules)), 10 + i, condition(),
            removes ? "does not apply" : classes[below(4)]);
        if (below(3) == 0) {
            text += fmt::format("  requires {} {}\n", flag(below(flags)), below(2) == 0 ? "formal" : "constitutive");
        }
    }
    if (below(2) == 0) {
        text += fmt::format("requirement paper \"Paper\"\n  per act \"art. 20\"\n  when {}\n  needs {} {}\n",
                            condition(), flag(below(flags)), below(2) == 0 ? "formal" : "noted");
    }
    if (below(2) == 0) {
        text += fmt::format("impossible \"Never\"\n  when {} and {}\n", flag(0), flag(1));
    }
    return text;
}

/// Every job that the two laws can tell apart, judged by the reference reading.
Moves all_moves(const Pair& pair, std::size_t& possible) {
    Moves moves;
    possible = 0;
    const Vocabulary& vocabulary = *pair.first->vocabulary;
    for (std::size_t bits = 0; bits < (1U << flags); ++bits) {
        Job job;
        for (FactIndex fact = 0; fact < vocabulary.facts.size(); ++fact) {
            for (std::size_t i = 0; i < flags; ++i) {
                if (vocabulary.facts[fact].name == flag(i)) {
                    Knowledge known;
                    known.fact = fact;
                    known.choices = {(bits >> i & 1U) == 0, (bits >> i & 1U) != 0};
                    job.stated.push_back(known);
                }
            }
        }
        bool forbidden = false;  // by a constraint of one of the laws
        for (const auto& version : {pair.first, pair.second}) {
            bool some = false;
            reference::for_each_completion(make_situation(version, job, {}), 64,
                                           [&](const Completion&) { some = true; });
            forbidden = forbidden || !some;
        }
        if (forbidden) {
            continue;
        }
        ++possible;
        const std::string from = pair.first->outcome_name(judged(pair.first, job));
        const std::string to = pair.second->outcome_name(judged(pair.second, job));
        if (from != to) {
            ++moves[{from, to}];
        }
    }
    return moves;
}

}  // namespace

TEST_CASE("of random small laws the difference is what trying every job finds, to the last job") {
    for (std::uint32_t seed = 1; seed <= 150; ++seed) {
        std::mt19937 random(seed);
        const std::string before = random_law(random);
        const std::string after = random_law(random);
        INFO("seed " << seed << "\n--- before\n" << before << "\n--- after\n" << after);
        const Pair pair(before, after);
        std::size_t possible = 0;
        const Moves moves = all_moves(pair, possible);
        DifferenceOptions options;
        options.most_boxes = 1000;
        const Difference found = pair.compare(options);
        REQUIRE(found.complete);
        Moves told;
        for (const DifferenceRegion& region : found.regions) {
            // Kinds are counted over what the laws ask for; each is as many jobs as the facts nobody asks for allow.
            const KindCount jobs = region.kinds * static_cast<unsigned long>(possible);
            REQUIRE(jobs % found.kinds == 0);
            told[{region.from, region.to}] = KindCount(jobs / found.kinds).get_ui();
            CHECK(region.not_told == 0);
            CHECK(!region.boxes.empty());
            for (const DifferenceBox& box : region.boxes) {
                CHECK(box.witness);
            }
        }
        CHECK(told == moves);
    }
}

TEST_CASE("a law does not differ from itself") {
    std::mt19937 random(7);
    const std::string law = random_law(random);
    const Pair pair(law, law);
    const Difference found = pair.compare();
    CHECK(found.regions.empty());
    CHECK(found.complete);
}

TEST_CASE("a threshold moved by one year is one group, with a witness at the edge") {
    const auto law = [](int age) {
        return fmt::format(
            "instrument act \"Act\"\n  regulating\n  evidence official\n"
            "rule minimum-age \"Minimum age\"\n  per act \"art. 1\"\n  when age under {}\n  then prohibited\n",
            age);
    };
    const Pair pair(law(15), law(16));
    const Difference found = pair.compare();
    REQUIRE(found.regions.size() == 1);
    CHECK(found.regions[0].from == "permitted");
    CHECK(found.regions[0].to == "prohibited");
    CHECK(found.regions[0].direction == Direction::stricter);
    REQUIRE(found.regions[0].boxes.size() == 1);
    const DifferenceBox& box = found.regions[0].boxes[0];
    REQUIRE(box.says.size() == 1);
    CHECK(box.says[0].second == "under 16 years");  // those under 15 are prohibited by both laws
    REQUIRE(box.witness);
    REQUIRE(box.witness->facts.size() == 1);
    CHECK(box.witness->facts[0].json == "15");
    REQUIRE(box.witness->norms[1].size() == 1);
    CHECK(box.witness->norms[1][0].name == "xx.minimum-age");
    REQUIRE(found.norms.size() == 1);
    CHECK(found.norms[0].how == ChangedNorm::How::changed);
}

TEST_CASE("a season with other days is told as not compared, and no change is denied for them") {
    const auto law = [](const char* first_day) {
        return fmt::format(
            "instrument act \"Act\"\n  regulating\n  evidence official\n"
            "season summer \"Summer\" from {} to 31 august\n"
            "rule summer-work \"Work in summer\"\n  per act \"art. 1\"\n  when summer\n  then prohibited\n",
            first_day);
    };
    CHECK(Pair(law("1 june"), law("1 june")).compare().seasons.empty());
    const Difference found = Pair(law("1 june"), law("15 june")).compare();
    CHECK(found.regions.empty());
    REQUIRE(found.seasons.size() == 1);
    CHECK(found.seasons[0].title == "Summer");
    CHECK(found.seasons[0].before.find("1 june") != std::string::npos);
    CHECK(found.seasons[0].after.find("15 june") != std::string::npos);
}

TEST_CASE("texts are compared by what they say where a law was encoded twice") {
    const std::string law =
        "instrument act \"Act\"\n  regulating\n  evidence official\n"
        "define young \"Young people\"\n  when age under 16\n"
        "rule small \"Small children\"\n  per act \"1\"\n  when age under 12\n  then prohibited\n"
        "rule night \"Young people at night\"\n  per act \"2\"\n  when young and night_work\n  then hazardous\n";
    CHECK(Pair(law, law).compare().norms.empty());
    // The other encoder read the definition otherwise: it is named, and the rule that uses it is not.
    std::string other = law;
    other.replace(other.find("age under 16"), 12, "age under 17");
    const Difference found = Pair(law, other).compare();
    REQUIRE(found.norms.size() == 1);
    CHECK(found.norms[0].what == ChangedNorm::What::definition);
    CHECK(found.norms[0].how == ChangedNorm::How::changed);
    CHECK_FALSE(found.two_laws);
}

TEST_CASE("an item put into a list moves the jobs with its task and no others") {
    const std::string law =
        "instrument act \"Act\"\n  regulating\n  evidence official\n"
        "list dangerous \"Dangerous work\"\n  per act \"list\"\n  then hazardous\n"
        "item 1 \"Picking\"\n  when tasks include cotton-picking\n";
    const Pair pair(law, law + "item 2 \"Selling\"\n  when tasks include selling\n");
    const Difference found = pair.compare();
    REQUIRE(found.regions.size() == 1);
    CHECK(found.regions[0].from == "permitted");
    CHECK(found.regions[0].to == "hazardous");
    REQUIRE(found.regions[0].boxes.size() == 1);
    REQUIRE(found.regions[0].boxes[0].says.size() == 1);
    CHECK(found.regions[0].boxes[0].says[0].second == "Selling");
}

TEST_CASE("what two laws leave open in one text is supposed to be the same on both sides") {
    const std::string law =
        "instrument act \"Act\"\n  regulating\n  evidence official\n"
        "unseen rest \"The rest\"\n  per act \"annex\"\n  when tasks include selling\n  could be hazardous\n  "
        "blocking\n";
    Sources sources;
    Diagnostics diagnostics;
    std::map<std::string, ParsedFolder> packs;
    ParsedFolder mini;
    mini.name = "mini";
    mini.files.push_back(parse(sources, sources.add("mini.law", test::mini_pack), diagnostics));
    packs.emplace("mini", std::move(mini));
    ParsedFolder folder;
    folder.name = "xx";
    folder.files.push_back(parse(sources, sources.add("xx.law", test::inline_heading + law), diagnostics));
    const auto compiled = compile(folder, packs, sources, diagnostics);
    INFO(render(diagnostics, sources, DiagnosticFormat::plain));
    REQUIRE(compiled);
    const auto joined = join(compiled->consolidate(*Date::parse("2020-01-01")), "2020",
                             compiled->consolidate(*Date::parse("2021-01-01")), "2021");
    REQUIRE(joined.law);
    CHECK(difference(*joined.law).regions.empty());
}

TEST_CASE("a budget that runs out is told, and nothing is claimed") {
    std::mt19937 random(3);
    const Pair pair(random_law(random), random_law(random));
    DifferenceOptions options;
    options.node_budget = 8;
    const Difference found = pair.compare(options);
    CHECK_FALSE(found.complete);
    CHECK(found.regions.empty());
}

TEST_CASE("random jobs never move in a way that the difference of real laws does not tell") {
    Sources sources;
    Diagnostics diagnostics;
    RulesetFolder folder(std::filesystem::path(LABOURLEX_SOURCE_DIR) / "rulesets", sources);
    const struct {
        const char *law, *before, *after;
    } pairs[] = {
        {"tj", "2013-03-01", "2020-03-01"}, {"kz", "2014-03-01", "2020-03-01"}, {"az", "2010-03-01", "2022-03-01"}};
    for (const auto& [name, before, after] : pairs) {
        const auto law = folder.law(name, Span{}, diagnostics);
        REQUIRE(law);
        const auto first = law->consolidate(*Date::parse(before));
        const auto second = law->consolidate(*Date::parse(after));
        const auto joined = join(first, before, second, after);
        REQUIRE(joined.law);
        DifferenceOptions options;
        options.most_boxes = 2;
        const Difference found = difference(*joined.law, options);
        REQUIRE(found.complete);
        std::set<std::pair<std::string, std::string>> told;
        for (const DifferenceRegion& region : found.regions) {
            told.emplace(region.from, region.to);
        }
        std::set<std::pair<std::string, std::string>> met;
        for (const auto& drawn_from : {first, second}) {
            testing::RandomJobs random(drawn_from, 11);
            for (int i = 0; i < 400; ++i) {
                const Job job = random.complete();
                const auto sets = [&](const std::shared_ptr<const Version>& version) {
                    return reference::possible_outcomes(make_situation(version, job, {}), 200);
                };
                const auto from = sets(first);
                const auto to = sets(second);
                // One outcome each: nothing of either law is open for this job.
                if (from.complete && to.complete && from.outcomes.size() == 1 && to.outcomes.size() == 1 &&
                    *from.outcomes.begin() != *to.outcomes.begin()) {
                    met.emplace(first->outcome_name(*from.outcomes.begin()),
                                second->outcome_name(*to.outcomes.begin()));
                }
            }
        }
        INFO(name);
        CHECK(!met.empty());
        for (const auto& move : met) {
            INFO(move.first << " to " << move.second);
            CHECK(told.contains(move));
        }
    }
}
