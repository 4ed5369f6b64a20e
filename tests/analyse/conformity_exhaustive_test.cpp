// Conformity of random small laws is what trying every job finds: each job under every answer to what the laws leave
// open, judged by the reference reading.

#include "dsl-grammar/parser.hpp"
#include "engine/analyse/conformity.hpp"
#include "engine/analyse/falling_short.hpp"
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

/// One job under one answer to everything that the two laws leave open.
struct Answered {
    const reference::Reading* national;
    const reference::Reading* baseline;
};

/// The jobs that fall short of a norm, by the bits of their flags.
struct Found {
    std::set<std::size_t> certain;  ///< whatever the answers
    std::set<std::size_t> some;     ///< under some answer
};

struct Tried {
    std::set<std::size_t> possible;        ///< jobs
    std::map<std::string, Found> by_norm;  ///< norms of the baseline that make some possible job unlawful
    std::set<std::string> stricter;        ///< national norms
};

Tried try_every_job(const Laws& laws) {
    Tried result;
    const Version& national = *laws.national;
    const Version& baseline = *laws.baseline;
    const auto unlawful = [&](Outcome outcome) {
        return outcome != out_of_scope && !baseline.classes[outcome].lawful();
    };
    for (std::size_t bits = 0; bits < (1U << flags); ++bits) {
        std::array<std::vector<reference::Reading>, 2> ours, theirs;
        std::vector<Answered> answered;
        for (const std::size_t option : {0U, 1U}) {
            ours[option] = under_every_answer(laws.national, bits, option == 1);
            theirs[option] = under_every_answer(laws.baseline, bits, option == 1);
            for (const auto& one : ours[option]) {
                for (const auto& other : theirs[option]) {
                    answered.push_back({&one, &other});
                }
            }
        }
        if (answered.empty()) {
            continue;
        }
        result.possible.insert(bits);
        for (NormIndex norm = 0; norm < baseline.norms.size(); ++norm) {
            std::size_t given = 0;
            // A norm may give one class under one answer and another under another: each class is asked by itself.
            std::map<ClassIndex, std::size_t> gaps;
            for (const Answered& each : answered) {
                const std::uint32_t cls = each.baseline->given[norm];
                if (cls != none_index && !baseline.classes[cls].lawful()) {
                    ++given;
                    gaps[cls] += milder(baseline, each.national->outcome, cls) ? 1 : 0;
                }
            }
            if (given > 0) {
                Found& found = result.by_norm[baseline.norms[norm].name];
                for (const auto& [cls, number] : gaps) {
                    if (number > 0) {
                        found.some.insert(bits);
                    }
                    if (number == answered.size()) {
                        found.certain.insert(bits);
                    }
                }
            }
        }
        const bool allowed = std::none_of(answered.begin(), answered.end(),
                                          [&](const Answered& each) { return unlawful(each.baseline->outcome); });
        for (NormIndex norm = 0; allowed && norm < national.norms.size(); ++norm) {
            const std::uint32_t cls = answered.front().national->given[norm];
            const bool always = std::all_of(answered.begin(), answered.end(),
                                            [&](const Answered& each) { return each.national->given[norm] == cls; });
            if (always && cls != none_index && !national.classes[cls].lawful()) {
                result.stricter.insert(national.norms[norm].name);
            }
        }
    }
    return result;
}

/// The bits of the flags that the words of a norm of the baseline name.
std::size_t flags_named(JointDiagrams& joint, const std::string& norm) {
    const Version& baseline = *joint.law().sides[baseline_side].version;
    const auto index = static_cast<NormIndex>(
        std::find_if(baseline.norms.begin(), baseline.norms.end(), [&](const Norm& n) { return n.name == norm; }) -
        baseline.norms.begin());
    const std::set<Level> levels = words_of(joint, baseline_side, index);
    std::size_t named = 0;
    for (std::size_t i = 0; i < flags; ++i) {
        for (const Level level : joint.space().levels_of(*joint.version().vocabulary->find(flag(i)))) {
            named |= levels.contains(level) ? 1U << i : 0U;
        }
    }
    return named;
}

/// How many kinds of job, told by the named flags, some of the jobs are.
std::size_t kinds_of(const std::set<std::size_t>& jobs, std::size_t named) {
    std::set<std::size_t> kinds;
    for (const std::size_t bits : jobs) {
        kinds.insert(bits & named);
    }
    return kinds.size();
}

}  // namespace

TEST_CASE("of random small laws the gaps are what trying every job under every answer finds, to the last kind of job") {
    std::size_t with_gap = 0, certain = 0, hinging = 0, kept = 0, stricter = 0;
    for (std::uint32_t seed = 1; seed <= 150; ++seed) {
        std::mt19937 random(seed);
        const std::string national = random_law(random, "xx");
        const std::string baseline = random_law(random, "yy");
        INFO("seed " << seed << "\n--- national\n" << national << "\n--- baseline\n" << baseline);
        const Laws laws(national, baseline);
        const Tried expected = try_every_job(laws);
        const JoinResult joined = join(laws.national, "xx", laws.baseline, "yy");
        REQUIRE(joined.law);
        ConformityOptions options;
        options.most_boxes = 1000;
        const Conformity found = conformity(*joined.law, {}, options);
        REQUIRE(found.complete);
        JointDiagrams joint(*joined.law);
        std::set<std::string> told;
        for (const ArticleGap& gap : found.gaps) {
            INFO(gap.norm);
            told.insert(gap.norm);
            const auto at = expected.by_norm.find(gap.norm);
            REQUIRE(at != expected.by_norm.end());
            const std::size_t named = flags_named(joint, gap.norm);
            CHECK(gap.kinds == kinds_of(expected.possible, named));
            CHECK(gap.certain == kinds_of(at->second.certain, named));
            CHECK(gap.certain + gap.hinging == kinds_of(at->second.some, named));
            CHECK(gap.certain_boxes.empty() == at->second.certain.empty());
            CHECK_FALSE(gap.more);
            for (const auto* boxes : {&gap.certain_boxes, &gap.hinging_boxes}) {
                for (const GapBox& box : *boxes) {
                    CHECK(box.witness);
                }
            }
        }
        std::size_t kept_here = 0;
        for (const auto& [norm, at] : expected.by_norm) {
            INFO(norm);
            CHECK(told.contains(norm) == !at.some.empty());
            kept_here += at.some.empty() ? 1 : 0;
            with_gap += at.some.empty() ? 0 : 1;
            certain += at.certain.empty() ? 0 : 1;
            hinging += at.some.size() > at.certain.size() ? 1 : 0;
        }
        CHECK(found.kept.size() == kept_here);
        kept += kept_here;
        std::set<std::string> stricter_here;
        for (const StricterNorm& norm : found.stricter) {
            stricter_here.insert(norm.norm);
            CHECK(norm.shown.witness);
        }
        CHECK(stricter_here == expected.stricter);
        stricter += stricter_here.size();
    }
    // The draws meet every answer often enough to mean something.
    CHECK(with_gap > 100);
    CHECK(certain > 50);
    CHECK(hinging > 50);
    CHECK(kept > 20);
    CHECK(stricter > 50);
}
