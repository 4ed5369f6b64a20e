// What `check` says of every possible job: planted defects are found where they stand, sound laws are left alone, and
// on random small laws the claims are what trying every job by the reference reading finds, in both directions.
//
// The laws stand in tests/golden/analyses: NAME.law holds the defect of code NAME and nothing else, NAME-sound.law its
// twin without it. After a deliberate change run with LABOURLEX_UPDATE_GOLDEN=1 and read the difference.

#include "engine/analyse/findings.hpp"
#include "engine/law/reference_reading.hpp"
#include "tests/support/inline_law.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <cstdlib>
#include <map>
#include <random>
#include <set>

using namespace labourlex;
using namespace labourlex::test;

namespace {

const std::filesystem::path root = LABOURLEX_SOURCE_DIR;

std::string text_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

Diagnostics found_in(const InlineLaw& law, const analyse::CheckOptions& options = {}) {
    Diagnostics found;
    analyse::find_by_analysis(*law.law, law.sources, options, found);
    found.sort();
    return found;
}

/// Codes that no small law of one file shows: L0633 has a test of its own.
const std::set<std::string, std::less<>> elsewhere = {"L0630", "L0633"};

}  // namespace

TEST_CASE("a planted defect is found where it stands, and its sound twin is left alone") {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(root / "tests/golden/analyses")) {
        if (entry.path().extension() != ".law") {
            continue;
        }
        ++count;
        const std::string name = entry.path().stem().string();
        const InlineLaw law = compile_inline(text_of(entry.path()));
        INFO(name << '\n' << law.shown());
        REQUIRE(law.law);
        const Diagnostics found = found_in(law);
        const std::string shown = render(found, law.sources, DiagnosticFormat::text);
        INFO(shown);
        if (name.ends_with("-sound")) {
            CHECK(found.empty());
            continue;
        }
        REQUIRE(!found.empty());
        for (const Diagnostic& finding : found.all()) {
            CHECK(entry_of(finding.code).name == name);
            CHECK(finding.span.end > finding.span.begin);
        }
        const auto golden = std::filesystem::path(entry.path()).replace_extension("txt");
        if (std::getenv("LABOURLEX_UPDATE_GOLDEN") != nullptr) {
            std::ofstream(golden, std::ios::binary) << shown;
        } else {
            CHECK(text_of(golden) == shown);
        }
    }
    CHECK(count >= 30);
}

TEST_CASE("every finding of the analyses has its planted defect and its sound twin") {
    for (const CodeEntry& entry : code_table()) {
        const std::string name(entry.name);
        if (name < "L0620" || name > "L0638" || elsewhere.contains(name)) {
            continue;
        }
        INFO(name);
        CHECK(std::filesystem::exists(root / "tests/golden/analyses" / (name + ".law")));
        CHECK(std::filesystem::exists(root / "tests/golden/analyses" / (name + "-sound.law")));
    }
}

TEST_CASE("a text of the past is analysed in the last version that holds it, and told with its day") {
    const InlineLaw law = compile_inline(
        "instrument act \"Act\"\n  regulating\n  in force from 2000-01-01\n  evidence official\n"
        "rule old \"Old\"\n  per act \"art. 1\"\n  in force to 2004-12-31\n  when age under 15 and age over 16\n"
        "  then prohibited\n"
        "rule new \"New\"\n  per act \"art. 2\"\n  in force from 2005-01-01\n  when age under 15\n  then prohibited\n");
    REQUIRE(law.law);
    const Diagnostics found = found_in(law);
    REQUIRE(found.all().size() == 1);
    CHECK(found.all()[0].code == Code::L0620);
    REQUIRE(found.all()[0].related.size() == 1);
    CHECK(found.all()[0].related[0].text.find("2000-01-01") != std::string::npos);
    analyse::CheckOptions later;
    later.on = Date::parse("2010-01-01");
    CHECK(found_in(law, later).empty());
    analyse::CheckOptions every_day;
    every_day.every_day = true;
    CHECK(found_in(law, every_day).all().size() == 1);
}

TEST_CASE("a law that outgrows the budget is told, and nothing is claimed of what was not analysed") {
    // Each half of the pairs is asked for in an order of its own, so that no order of the variables keeps it small.
    std::string text = "instrument act \"Act\"\n  regulating\n  evidence official\n";
    constexpr int pairs = 14;
    for (int i = 0; i < 2 * pairs; ++i) {
        text += fmt::format("fact f{} \"F\"\n  yes or no\n  asks \"F?\"\n  absent ask\n", i);
    }
    for (int shift = 0; shift < pairs; ++shift) {
        text += fmt::format("rule r{} \"R\"\n  per act \"art. 1\"\n  when any of:\n", shift);
        for (int i = 0; i < pairs; ++i) {
            text += fmt::format("    - f{} and f{}\n", i, pairs + (i + shift) % pairs);
        }
        text += "  then prohibited\n";
    }
    text += "rule never \"Never\"\n  per act \"art. 2\"\n  when f0 and not f0\n  then prohibited\n";
    const InlineLaw law = compile_inline(text);
    INFO(law.shown());
    REQUIRE(law.law);
    analyse::CheckOptions options;
    options.node_budget = 2'000;
    const Diagnostics found = found_in(law, options);
    REQUIRE(found.all().size() == 1);
    CHECK(found.all()[0].code == Code::L0633);
    CHECK(found.all()[0].message().find("2000 nodes") != std::string::npos);
}

// ---- random small laws ----------------------------------------------------------------------------------------------

namespace {

constexpr std::size_t flags = 5;

std::string flag(std::size_t i) {
    return fmt::format("flag_{}", static_cast<char>('a' + i));
}

struct Statement {
    std::string name;
    std::string text;
};

struct RandomLaw {
    std::string heading;
    std::vector<Statement> rules;
    std::vector<Statement> exceptions;
    std::string tail;

    [[nodiscard]] std::string without(const std::set<std::string>& names) const {
        std::string text = heading;
        for (const auto* statements : {&rules, &exceptions}) {
            for (const Statement& statement : *statements) {
                text += names.contains(statement.name) ? "" : statement.text;
            }
        }
        return text + tail;
    }
};

/// Yes/no facts; rules and exceptions of few of them, so that every kind of finding occurs often.
RandomLaw random_law(std::mt19937& random) {
    const auto below = [&](std::size_t bound) { return random() % bound; };
    const auto literal = [&] { return (below(2) == 0 ? "not " : "") + flag(below(flags)); };
    const auto condition = [&] {
        switch (below(3)) {
            case 0:
                return literal();
            case 1:
                return literal() + " and " + literal();
            default:
                return literal() + " or " + literal();
        }
    };
    const char* const classes[] = {"light-work", "prohibited", "hazardous"};
    RandomLaw law;
    law.heading = "instrument act \"Act\"\n  regulating\n";
    if (below(2) == 0) {
        law.heading += "  reaches " + flag(below(flags)) + " per \"art. 1\"\n";
    }
    law.heading += "  evidence official\n";
    for (std::size_t i = 0; i < flags; ++i) {
        law.heading +=
            fmt::format("fact {} \"{}\"\n  yes or no\n  asks \"{}?\"\n  absent ask\n", flag(i), flag(i), flag(i));
    }
    const std::size_t rules = 2 + below(3);
    for (std::size_t i = 0; i < rules; ++i) {
        const std::string name = fmt::format("rule-{}", i);
        law.rules.push_back({name, fmt::format("rule {} \"Rule\"\n  per act \"art. {}\"\n  when {}\n  then {}\n", name,
                                               i, condition(), classes[below(3)])});
    }
    const std::size_t exceptions = below(3);
    for (std::size_t i = 0; i < exceptions; ++i) {
        const std::string name = fmt::format("exception-{}", i);
        law.exceptions.push_back(
            {name, fmt::format(
                       "exception {} \"Exception\"\n  to rule-{}\n  per act \"art. {}\"\n  when {}\n  then {}\n", name,
                       below(rules), 10 + i, condition(), below(3) == 0 ? "does not apply" : classes[below(3)])});
    }
    if (below(2) == 0) {
        law.tail = fmt::format("impossible \"Never\"\n  when {} and {}\n", flag(0), flag(1));
    }
    return law;
}

/// What the reference reading says of every job that can be: by the bits of its flags.
std::map<std::size_t, reference::Reading> every_job(const std::shared_ptr<const Version>& version) {
    std::map<std::size_t, reference::Reading> readings;
    const Vocabulary& vocabulary = *version->vocabulary;
    for (std::size_t bits = 0; bits < (1U << flags); ++bits) {
        Job job;
        for (std::size_t i = 0; i < flags; ++i) {
            Knowledge known;
            known.fact = *vocabulary.find(flag(i));
            known.choices = {(bits >> i & 1U) == 0, (bits >> i & 1U) != 0};
            job.stated.push_back(known);
        }
        const Situation situation = make_situation(version, job, {});
        const auto statuses = reference::requirement_statuses(situation, 64);
        reference::for_each_completion(situation, 64, [&](const Completion& completion) {
            readings[bits] = reference::read(situation, completion, statuses);
        });
    }
    return readings;
}

std::map<std::size_t, Outcome> outcomes_without(const RandomLaw& law, std::set<std::string> names) {
    // An exception has to go with its only norm.
    for (const Statement& exception : law.exceptions) {
        for (const Statement& rule : law.rules) {
            if (names.contains(rule.name) && exception.text.find("to " + rule.name + "\n") != std::string::npos) {
                names.insert(exception.name);
            }
        }
    }
    const InlineLaw compiled = compile_inline(law.without(names));
    INFO(compiled.shown());
    REQUIRE(compiled.law);
    std::map<std::size_t, Outcome> outcomes;
    for (const auto& [bits, reading] : every_job(compiled.on("2020-01-01"))) {
        outcomes[bits] = reading.outcome;
    }
    return outcomes;
}

}  // namespace

TEST_CASE("of random small laws the findings are what trying every job finds") {
    std::map<Code, std::size_t> met;
    for (std::uint32_t seed = 1; seed <= 250; ++seed) {
        std::mt19937 random(seed);
        const RandomLaw law = random_law(random);
        const InlineLaw compiled = compile_inline(law.without({}));
        INFO("seed " << seed << "\n" << law.without({}) << compiled.shown());
        REQUIRE(compiled.law);
        const Diagnostics found = found_in(compiled);
        INFO(render(found, compiled.sources, DiagnosticFormat::plain));
        std::map<Code, std::set<std::string>> told;  // by code: norms
        std::set<std::pair<std::string, std::string>> always;
        for (const Diagnostic& finding : found.all()) {
            ++met[finding.code];
            REQUIRE(finding.words[0].size() > 3);
            const std::string name = finding.words[0].starts_with("xx.") ? finding.words[0].substr(3) : "";
            told[finding.code].insert(name);
            if (finding.code == Code::L0624) {
                always.emplace(name, finding.words[1].substr(3));
            }
        }
        const auto version = compiled.on("2020-01-01");
        const auto jobs = every_job(version);
        const auto index_of = [&](const std::string& name) {
            for (NormIndex index = 0; index < version->norms.size(); ++index) {
                if (version->norms[index].name == "xx." + name) {
                    return index;
                }
            }
            FAIL(name);
            return NormIndex{0};
        };
        const auto some_job = [&](const auto& test) {
            return std::any_of(jobs.begin(), jobs.end(), [&](const auto& entry) { return test(entry.second); });
        };

        // L0620: exactly the norms that no job meets.
        for (const auto* statements : {&law.rules, &law.exceptions}) {
            for (const Statement& statement : *statements) {
                const NormIndex index = index_of(statement.name);
                const bool meets = some_job([&](const reference::Reading& reading) { return reading.speaks[index]; });
                INFO(statement.name);
                CHECK(told[Code::L0620].contains(statement.name) == !meets);
            }
        }
        // L0623 and L0624: exactly the exceptions that never, or always, take effect.
        for (const Statement& exception : law.exceptions) {
            const NormIndex index = index_of(exception.name);
            const NormIndex parent = version->norms[index].parents.at(0);
            const auto together = [&](const reference::Reading& reading) {
                return reading.speaks[parent] && reading.speaks[index];
            };
            const auto parent_alone = [&](const reference::Reading& reading) {
                return reading.speaks[parent] && !reading.speaks[index];
            };
            const bool meets = some_job([&](const reference::Reading& reading) { return reading.speaks[index]; });
            const bool takes_effect = some_job(together);
            INFO(exception.name);
            CHECK(told[Code::L0623].contains(exception.name) == (meets && !takes_effect));
            CHECK(always.contains({exception.name, version->norms[parent].name.substr(3)}) ==
                  (takes_effect && !some_job(parent_alone)));
        }
        // L0621: what is told can all go at once, and after that nothing more can.
        std::set<std::string> gone = told[Code::L0621];
        std::map<std::size_t, Outcome> whole;
        for (const auto& [bits, reading] : jobs) {
            whole[bits] = reading.outcome;
        }
        CHECK(outcomes_without(law, gone) == whole);
        for (const Statement& rule : law.rules) {
            const NormIndex index = index_of(rule.name);
            const bool gives = some_job([&](const reference::Reading& reading) {
                return reading.given[index] != none_index && reading.given[index] != version->default_class();
            });
            if (gives && !gone.contains(rule.name)) {
                std::set<std::string> more = gone;
                more.insert(rule.name);
                INFO("without " << rule.name);
                CHECK(outcomes_without(law, more) != whole);
            }
        }
    }
    for (const Code code : {Code::L0620, Code::L0621, Code::L0622, Code::L0623, Code::L0624, Code::L0625}) {
        INFO(entry_of(code).name);
        CHECK(met[code] > 5);
    }
}
