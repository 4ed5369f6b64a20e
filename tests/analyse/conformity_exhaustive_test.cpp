// Conformity of random small laws is what trying every job finds: each job under every answer to what the laws leave
// open, judged by the reference reading.

#include "dsl-grammar/parser.hpp"
#include "engine/analyse/conformity.hpp"
#include "engine/law/compiler.hpp"
#include "engine/law/reference_reading.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <array>
#include <map>
#include <random>
#include <set>

using namespace labourlex;
using namespace labourlex::analyse;

namespace {

constexpr std::size_t flags = 5;

std::string flag(std::size_t i) {
    return fmt::format("flag_{}", static_cast<char>('a' + i));
}

/// Rules, exceptions, a requirement and an unread part drawn at random over yes/no facts and what the law leaves open:
/// a question of reading, a parameter. Both laws declare the facts alike.
std::string random_law(std::mt19937& random, const std::string& country) {
    const auto below = [&](std::uint32_t bound) { return random() % bound; };
    const auto term = [&](std::size_t which) -> std::string {
        if (which == flags) {
            return below(2) == 0 ? "reading is narrow" : "reading is wide";
        }
        return (below(2) == 0 ? "not " : "") + (which > flags ? std::string("option") : flag(which));
    };
    const auto condition = [&] {
        const std::size_t terms = flags + 2;
        const std::size_t one = below(terms);
        const std::size_t two = (one + 1 + below(terms - 1)) % terms;
        switch (below(3)) {
            case 0:
                return term(one);
            case 1:
                return term(one) + " and " + term(two);
            default:
                return term(one) + " or " + term(two);
        }
    };
    const char* const classes[] = {"light-work", "prohibited", "hazardous", "worst-form"};
    std::string text = fmt::format(
        "jurisdiction {} \"Testland\"\nclass permitted \"Permitted\" lawful default\n"
        "class light-work \"Light work\" lawful\nclass prohibited \"Prohibited\" breach\n"
        "class hazardous \"Hazardous\"\nclass worst-form \"Worst form\"\n",
        country);
    text += "instrument act \"Act\"\n  regulating\n";
    if (below(2) == 0) {
        text += "  reaches " + flag(below(flags)) + " per \"art. 1\"\n";
    }
    text += "  evidence official\n";
    for (std::size_t i = 0; i < flags; ++i) {
        text += fmt::format("fact {} \"{}\"\n  yes or no\n  asks \"{}?\"\n  absent ask\n", flag(i), flag(i), flag(i));
    }
    text +=
        "question reading \"Reading\"\n  asks \"How is it read?\"\n  alternative narrow \"Narrow\" per act \"art. 1\"\n"
        "  alternative wide \"Wide\" per act \"art. 2\"\n"
        "parameter option \"Option\"\n  yes or no\n  asks \"Has the State taken it?\"\n";
    const std::size_t rules = 2 + below(3);
    for (std::size_t i = 0; i < rules; ++i) {
        text += fmt::format("rule rule-{} \"Rule {}\"\n  per act \"art. {}\"\n  when {}\n  then {}\n", i, i, i,
                            condition(), classes[below(4)]);
    }
    const std::size_t exceptions = below(3);
    for (std::size_t i = 0; i < exceptions; ++i) {
        text += fmt::format(
            "exception exception-{} \"Exception\"\n  to rule-{}\n  per act \"art. {}\"\n  when {}\n  then {}\n", i,
            below(static_cast<std::uint32_t>(rules)), 10 + i, condition(),
            below(3) == 0 ? "does not apply" : classes[below(4)]);
    }
    if (below(2) == 0) {
        text += fmt::format("requirement paper \"Paper\"\n  per act \"art. 20\"\n  when {}\n  needs {} {}\n",
                            condition(), flag(below(flags)), below(2) == 0 ? "formal" : "constitutive");
    }
    if (below(2) == 0) {
        text += fmt::format("unseen rest \"The rest\"\n  per act \"annex\"\n  when {}\n  could be {}\n  blocking\n",
                            condition(), classes[1 + below(3)]);
    }
    if (below(3) == 0) {
        text += fmt::format("impossible \"Never\"\n  when {} and {}\n", flag(0), flag(1));
    }
    return text;
}

struct Laws {
    Sources sources;
    Diagnostics diagnostics;
    std::shared_ptr<const Version> national, baseline;

    Laws(const std::string& first, const std::string& second) {
        const auto compiled = [&](const std::string& name, const std::string& text) {
            ParsedFolder folder;
            folder.name = name;
            folder.files.push_back(parse(sources, sources.add(name + ".law", text), diagnostics));
            const auto law = compile(folder, {}, sources, diagnostics);
            INFO(render(diagnostics, sources, DiagnosticFormat::plain));
            REQUIRE(law != nullptr);
            return law->consolidate(*Date::parse("2020-01-01"));
        };
        national = compiled("xx", first);
        baseline = compiled("yy", second);
    }
};

/// What a law says of one job, under each answer to what it alone leaves open: its question, its unread part. The
/// parameter is one for both laws.
std::vector<reference::Reading> under_every_answer(const std::shared_ptr<const Version>& law, std::size_t bits,
                                                   bool option) {
    const Vocabulary& vocabulary = *law->vocabulary;
    std::vector<reference::Reading> readings;
    for (std::size_t answers = 0; answers < 4; ++answers) {
        Job job;
        for (FactIndex fact = 0; fact < vocabulary.facts.size(); ++fact) {
            const std::string& name = vocabulary.facts[fact].name;
            bool second = name == "option" ? option : (answers & 1U) != 0;
            for (std::size_t i = 0; i < flags; ++i) {
                second = name == flag(i) ? (bits >> i & 1U) != 0 : second;
            }
            Knowledge known;
            known.fact = fact;
            known.choices = {!second, second};
            job.stated.push_back(known);
        }
        const Situation situation = make_situation(law, job, {});
        std::optional<Completion> completion;
        reference::for_each_completion(situation, 64, [&](const Completion& each) { completion = each; });
        if (!completion) {
            return {};  // the law declares the job impossible
        }
        for (NormIndex norm = 0; norm < law->norms.size(); ++norm) {
            completion->unseen[norm] = (answers & 2U) != 0;
        }
        std::vector<reference::RequirementStatus> statuses;
        for (const Norm& norm : law->norms) {
            const bool met = !norm.needs || reference::holds(situation, *norm.needs, *completion);
            statuses.push_back(met ? reference::RequirementStatus::met : reference::RequirementStatus::broken);
        }
        readings.push_back(reference::read(situation, *completion, statuses));
    }
    return readings;
}

/// "A job lawful or out-of-scope under A and unlawful under B, or hazardous or worse under B and less grave under A."
bool milder(const Version& law, Outcome national, ClassIndex asked) {
    if (national == out_of_scope || law.classes[national].lawful()) {
        return true;
    }
    return asked != law.breach_class() && national < asked;
}

struct Found {
    std::size_t certain = 0, hinging = 0, given = 0;
};

/// One job under one answer to everything that the two laws leave open.
struct Answered {
    const reference::Reading* national;
    const reference::Reading* baseline;
};

/// By norm of the baseline; in pairs of a job and answers.
std::map<std::string, Found> tried(const Laws& laws, std::size_t& possible, std::size_t& stricter) {
    std::map<std::string, Found> found;
    possible = stricter = 0;
    const Version& baseline = *laws.baseline;
    const auto unlawful = [&](Outcome outcome) {
        return outcome != out_of_scope && !baseline.classes[outcome].lawful();
    };
    for (std::size_t bits = 0; bits < (1U << flags); ++bits) {
        std::array<std::vector<reference::Reading>, 2> national, asked;
        std::vector<Answered> answered;
        for (const std::size_t option : {0U, 1U}) {
            national[option] = under_every_answer(laws.national, bits, option == 1);
            asked[option] = under_every_answer(laws.baseline, bits, option == 1);
            for (const auto& ours : national[option]) {
                for (const auto& theirs : asked[option]) {
                    answered.push_back({&ours, &theirs});
                }
            }
        }
        possible += answered.size();
        std::size_t stricter_here = 0;
        for (const Answered& each : answered) {
            stricter_here += unlawful(each.national->outcome) && !unlawful(each.baseline->outcome) ? 1 : 0;
        }
        stricter += stricter_here;
        for (NormIndex norm = 0; norm < baseline.norms.size(); ++norm) {
            std::size_t gaps = 0;
            for (const Answered& each : answered) {
                const std::uint32_t cls = each.baseline->given[norm];
                if (cls != none_index && !baseline.classes[cls].lawful()) {
                    ++found[baseline.norms[norm].name].given;
                    gaps += milder(baseline, each.national->outcome, cls) ? 1 : 0;
                }
            }
            if (gaps > 0) {
                Found& at = found[baseline.norms[norm].name];
                (gaps == answered.size() ? at.certain : at.hinging) += gaps;
            }
        }
    }
    return found;
}

}  // namespace

TEST_CASE("of random small laws the gaps are what trying every job under every answer finds, to the last job") {
    std::size_t with_gap = 0, certain = 0, hinging = 0, kept = 0;
    for (std::uint32_t seed = 1; seed <= 150; ++seed) {
        std::mt19937 random(seed);
        const std::string national = random_law(random, "xx");
        const std::string baseline = random_law(random, "yy");
        INFO("seed " << seed << "\n--- national\n" << national << "\n--- baseline\n" << baseline);
        const Laws laws(national, baseline);
        std::size_t possible = 0;
        std::size_t stricter = 0;
        const std::map<std::string, Found> expected = tried(laws, possible, stricter);
        const JoinResult joined = join(laws.national, "xx", laws.baseline, "yy");
        REQUIRE(joined.law);
        ConformityOptions options;
        options.most_boxes = 1000;
        const Conformity found = conformity(*joined.law, {}, options);
        REQUIRE(found.complete);
        // Kinds are counted over what the laws ask for; each is as many jobs as the facts nobody asks for allow.
        const auto jobs = [&](const KindCount& kinds) {
            const KindCount scaled = kinds * static_cast<unsigned long>(possible);
            REQUIRE(scaled % found.kinds == 0);
            return KindCount(scaled / found.kinds).get_ui();
        };
        std::set<std::string> told;
        for (const ArticleGap& gap : found.gaps) {
            INFO(gap.norm);
            told.insert(gap.norm);
            const auto at = expected.find(gap.norm);
            REQUIRE(at != expected.end());
            CHECK(jobs(gap.certain) == at->second.certain);
            CHECK(jobs(gap.hinging) == at->second.hinging);
            CHECK(gap.certain_boxes.empty() == (at->second.certain == 0));
            CHECK_FALSE(gap.more);
            for (const auto* boxes : {&gap.certain_boxes, &gap.hinging_boxes}) {
                for (const GapBox& box : *boxes) {
                    CHECK(box.witness);
                }
            }
        }
        std::size_t kept_here = 0;
        for (const auto& [norm, at] : expected) {
            INFO(norm);
            const bool gap = at.certain + at.hinging > 0;
            CHECK(told.contains(norm) == gap);
            kept_here += gap ? 0 : 1;
            with_gap += gap ? 1 : 0;
            certain += at.certain > 0 ? 1 : 0;
            hinging += at.hinging > 0 ? 1 : 0;
        }
        CHECK(found.kept.size() == kept_here);
        kept += kept_here;
        CHECK(jobs(found.stricter_kinds) == stricter);
    }
    // The draws meet every answer often enough to mean something.
    CHECK(with_gap > 100);
    CHECK(certain > 50);
    CHECK(hinging > 50);
    CHECK(kept > 20);
}
