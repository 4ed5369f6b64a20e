#include "engine/analyse/conformity.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace labourlex::analyse {

namespace {

constexpr std::size_t national_side = 0;
constexpr std::size_t baseline_side = 1;

class Judging {
public:
    Judging(JointDiagrams& joint, const CellTests& tests, const ConformityOptions& options)
        : joint_(joint), tests_(tests), options_(options) {}

    void run(Conformity& result) {
        Diagrams& all = joint_.diagrams();
        const Version& version = joint_.version();
        const LawDiagrams& national = joint_.side(national_side);
        const LawDiagrams& baseline = joint_.side(baseline_side);
        std::vector<Diagram> read{joint_.feasible()};
        for (const LawDiagrams* side : {&national, &baseline}) {
            read.insert(read.end(), side->is.begin(), side->is.end());
        }
        // One norm may ask for what the outcome does not turn on, where another decides the job anyway.
        for (const std::vector<Diagram>& given : baseline.by_norm) {
            read.insert(read.end(), given.begin(), given.end());
        }
        over_ = joint_.support(read);
        result.kinds = count_kinds(all, joint_.feasible(), over_);
        const Diagram never_a_gap = all.negate(for_some_answer(all.both(joint_.feasible(), some_gap())));
        const JoinedSide& side = joint_.law().sides[baseline_side];
        for (NormIndex norm = 0; norm < side.version->norms.size(); ++norm) {
            if (side.version->norms[norm].kind == NormKind::exception) {
                continue;  // it speaks through its parents
            }
            Diagram gap = all.no();
            Diagram lets_through = all.no();
            bool can_give = false;
            for (std::size_t cls = 0; cls < version.classes.size(); ++cls) {
                const Diagram given = all.both(joint_.feasible(), baseline.by_norm[norm][cls]);
                if (!version.classes[cls].lawful() && given != all.no()) {
                    can_give = true;
                    gap = all.either(gap, all.both(given, milder(cls)));
                    lets_through = all.either(lets_through, milder(cls));
                }
            }
            const Norm& about = side.version->norms[norm];
            const std::string article = fmt::format(
                "{}, {}", side.version->instruments[about.citation.instrument].title, about.citation.provision);
            if (!can_give) {
                continue;
            }
            if (gap == all.no()) {
                result.kept.push_back(fmt::format("{}: {}", article, about.title));
                continue;
            }
            ArticleGap& told = result.gaps.emplace_back();
            told.norm = about.name;
            told.title = about.title;
            told.article = article;
            const Diagram certain = whatever_the_answer(all.either(gap, all.negate(joint_.feasible())));
            const Diagram certain_gap = all.both(gap, certain);
            const Diagram hinging_gap = all.choose(certain, all.no(), gap);
            told.certain = count_kinds(all, certain_gap, over_);
            told.hinging = count_kinds(all, hinging_gap, over_);
            // In a box may lie: jobs that the national law treats as gravely as this norm asks, and jobs without any
            // gap.
            const Diagram background =
                all.either(all.either(for_some_answer(gap), never_a_gap),
                           all.negate(for_some_answer(all.both(joint_.feasible(), lets_through))));
            tell(told.certain_boxes, certain_gap, gap, background, told.more);
            Diagram hinging = hinging_gap;
            for (const Diagram box : told_) {
                hinging = all.choose(box, all.no(), hinging);
            }
            tell(told.hinging_boxes, hinging, gap, background, told.more);
        }
        std::stable_sort(result.gaps.begin(), result.gaps.end(),
                         [](const ArticleGap& a, const ArticleGap& b) { return (a.certain != 0) > (b.certain != 0); });
        const Diagram stricter =
            all.both(joint_.feasible(), all.both(unlawful(national), all.negate(unlawful(baseline))));
        result.stricter_kinds = count_kinds(all, stricter, over_);
        tell(result.stricter, whatever_the_answer(all.either(stricter, all.negate(joint_.feasible()))), stricter,
             all.either(for_some_answer(stricter), for_some_answer(unlawful(baseline))), result.more_stricter);
    }

private:
    /// The national law is milder than class `cls` in the sense of a gap.
    Diagram milder(std::size_t cls) {
        Diagrams& all = joint_.diagrams();
        const Version& version = joint_.version();
        const LawDiagrams& national = joint_.side(national_side);
        const auto breach = version.breach_class();
        Diagram result = national.is.back();
        for (std::size_t own = 0; own < version.classes.size(); ++own) {
            // Any unlawful class keeps a bar that only makes unlawful; what is hazardous or worse must be as grave.
            const bool only_unlawful = breach && cls == *breach;
            if (version.classes[own].lawful() || (!only_unlawful && own < cls)) {
                result = all.either(result, national.is[own]);
            }
        }
        return result;
    }

    Diagram unlawful(const LawDiagrams& side) {
        Diagram result = joint_.diagrams().no();
        for (std::size_t cls = 0; cls < joint_.version().classes.size(); ++cls) {
            if (!joint_.version().classes[cls].lawful()) {
                result = joint_.diagrams().either(result, side.is[cls]);
            }
        }
        return result;
    }

    /// Jobs at which the outcome of the national law is milder than that of the baseline.
    Diagram some_gap() {
        if (!some_gap_) {
            Diagrams& all = joint_.diagrams();
            Diagram result = all.no();
            for (std::size_t cls = 0; cls < joint_.version().classes.size(); ++cls) {
                if (!joint_.version().classes[cls].lawful()) {
                    result = all.either(result, all.both(joint_.side(baseline_side).is[cls], milder(cls)));
                }
            }
            some_gap_ = result;
        }
        return *some_gap_;
    }

    /// Where `diagram` holds under some answer to what the laws leave open.
    Diagram for_some_answer(Diagram diagram) {
        const std::set<Level> levels = joint_.support({diagram});
        for (auto level = levels.rbegin(); level != levels.rend(); ++level) {
            if (joint_.is_of_law(*level)) {
                diagram = joint_.diagrams().some_cell(*level, diagram);
            }
        }
        return diagram;
    }

    /// Where `diagram` holds whatever the answers.
    Diagram whatever_the_answer(Diagram diagram) {
        return joint_.diagrams().negate(for_some_answer(joint_.diagrams().negate(diagram)));
    }

    /// Boxes for the jobs of `region`, each with a witness of `claimed`.
    void tell(std::vector<GapBox>& boxes, Diagram region, Diagram claimed, Diagram background, bool& more) {
        Diagrams& all = joint_.diagrams();
        const Diagram about = all.both(for_some_answer(region), joint_.feasible());
        const Cover told = cover(joint_, tests_, about, background, options_.most_boxes);
        more = more || told.left != all.no();
        told_.clear();
        for (const Box& box : told.boxes) {
            told_.push_back(diagram_of(joint_, box));
            const Diagram shown = all.both(told_.back(), all.both(region, claimed));
            GapBox& gap = boxes.emplace_back();
            gap.says = say_box(tests_, box);
            for (std::size_t ours = 0; ours < joint_.outcomes() && !gap.witness; ++ours) {
                for (std::size_t theirs = 0; theirs < joint_.outcomes() && !gap.witness; ++theirs) {
                    const Diagram part = all.both(
                        shown, all.both(joint_.side(national_side).is[ours], joint_.side(baseline_side).is[theirs]));
                    if (part != all.no()) {
                        gap.national = joint_.outcome_title(ours);
                        gap.baseline = joint_.outcome_title(theirs);
                        gap.national_out_of_scope = ours + 1 == joint_.outcomes();
                        gap.witness = find_witness(joint_, tests_, box, part, {ours, theirs});
                    }
                }
            }
        }
    }

    JointDiagrams& joint_;
    const CellTests& tests_;
    const ConformityOptions& options_;
    std::set<Level> over_;
    std::optional<Diagram> some_gap_;
    std::vector<Diagram> told_;  ///< the boxes told last
};

}  // namespace

Conformity conformity(const JointLaw& law, Obligations obligations, const ConformityOptions& options) {
    Conformity result;
    result.national = law.sides[national_side].label;
    result.obligations = std::move(obligations);
    try {
        JointDiagrams joint(law, options.node_budget);
        const CellTests tests(joint);
        Judging(joint, tests, options).run(result);
        result.nodes = joint.diagrams().size();
    } catch (const DiagramBudgetExceeded&) {
        result.complete = false;
        result.gaps.clear();
        result.kept.clear();
        result.stricter.clear();
    }
    return result;
}

}  // namespace labourlex::analyse
