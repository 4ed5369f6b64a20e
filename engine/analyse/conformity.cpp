#include "engine/analyse/conformity.hpp"

#include "engine/analyse/falling_short.hpp"

#include <algorithm>

namespace labourlex::analyse {

namespace {

class Judging {
public:
    Judging(JointDiagrams& joint, const CellTests& tests, const ConformityOptions& options)
        : joint_(joint), tests_(tests), options_(options), all_(joint.diagrams()), classes_(joint.version().classes) {
        out_ = joint_.whatever_the_answer(all_.negate(joint_.regulated(national_side)));
        in_ = joint_.whatever_the_answer(joint_.regulated(national_side));
    }

    void run(Conformity& result) {
        const Version& baseline = *joint_.law().sides[baseline_side].version;
        for (NormIndex norm = 0; norm < baseline.norms.size(); ++norm) {
            if (baseline.norms[norm].kind != NormKind::exception) {  // that speaks through its parents
                judge_article(norm, baseline.norms[norm], result);
            }
        }
        std::stable_sort(result.gaps.begin(), result.gaps.end(),
                         [](const ArticleGap& a, const ArticleGap& b) { return (a.certain != 0) > (b.certain != 0); });
        if (options_.stricter) {
            find_stricter(result);
        }
    }

private:
    void judge_article(NormIndex norm, const Norm& about, Conformity& result) {
        const std::vector<JointConditions> ways = falling_short(joint_, norm);  // one a class that it gives
        if (ways.empty()) {
            return;
        }
        const std::set<Level> keep = words_of(joint_, baseline_side, norm);
        ArticleGap told;
        told.norm = about.name;
        told.title = about.title;
        told.unread = about.kind == NormKind::unseen;
        told.article = citation_text(*joint_.law().sides[baseline_side].version, about.citation);
        const Diagram possible = Elimination(all_, {joint_.feasible()}, keep).kept();
        told.kinds = count_kinds(all_, possible, keep);
        Diagram certain = all_.no();
        Diagram some = all_.no();
        for (const JointConditions& conditions : ways) {
            some = all_.either(Elimination(all_, conditions.some, keep).kept(), some);
            certain = all_.either(Elimination(all_, conditions.certain, keep).kept(), certain);
        }
        if (some == all_.no()) {
            result.kept.push_back({told.norm, told.title, told.article});
            return;
        }
        const Diagram hinging = all_.choose(certain, all_.no(), some);
        told.certain = count_kinds(all_, certain, keep);
        told.hinging = count_kinds(all_, hinging, keep);
        const Diagram impossible = all_.negate(possible);
        for (const JointConditions& conditions : ways) {
            // What the national law allows, what it does not reach, and what is now the one and now the other.
            for (const Diagram scope : {in_, out_}) {
                std::vector<Diagram> meeting = conditions.certain;
                meeting.push_back(scope);
                const Elimination found(all_, meeting, keep);
                tell(told.certain_boxes, found.kept(), impossible, {found.kept(), &found, meeting}, told.more);
                certain = all_.choose(found.kept(), all_.no(), certain);
            }
            const Elimination found(all_, conditions.certain, keep);
            tell(told.certain_boxes, all_.both(certain, found.kept()), impossible,
                 {found.kept(), &found, conditions.certain}, told.more);
            const Elimination hinges(all_, conditions.some, keep);
            tell(told.hinging_boxes, all_.both(hinging, hinges.kept()), impossible,
                 {hinges.kept(), &hinges, conditions.some}, told.more);
        }
        result.gaps.push_back(std::move(told));
    }

    /// Boxes for the kinds of `region`, each with a witness.
    void tell(std::vector<GapBox>& boxes, Diagram region, Diagram impossible, const Sought& sought, bool& more) {
        const Cover told = cover(joint_, tests_, region, impossible, options_.most_boxes);
        more = more || told.left != all_.no();
        Diagram left = region;  // each example is one that no earlier group has
        for (const Box& box : told.boxes) {
            GapBox& gap = boxes.emplace_back();
            gap.says = say_box(tests_, without_absent_codes(joint_, box));
            if (options_.witnesses) {
                show(gap, box, {all_.both(left, sought.kinds), sought.rest, sought.conditions});
                if (gap.witness && !is_gap(gap.witness->outcomes)) {
                    throw WitnessRefuted("an example of a gap is none: " + gap.national + ", " + gap.baseline);
                }
            }
            left = all_.choose(diagram_of(joint_, box), all_.no(), left);
        }
    }

    /// What makes a gap (semantics 10), once more of the outcomes that the reference reading has confirmed.
    [[nodiscard]] bool is_gap(const std::array<std::size_t, 2>& outcomes) const {
        const auto lawful = [&](std::size_t outcome) {
            return outcome == classes_.size() || classes_[outcome].lawful();
        };
        const std::size_t national = outcomes[national_side];
        const std::size_t baseline = outcomes[baseline_side];
        return !lawful(baseline) && (lawful(national) || national < baseline);
    }

    void show(GapBox& gap, const Box& box, const Sought& sought) {
        gap.witness = find_witness(joint_, tests_, box, sought);
        if (gap.witness) {
            const auto& outcomes = gap.witness->outcomes;
            gap.national = joint_.outcome_title(outcomes[national_side]);
            gap.baseline = joint_.outcome_title(outcomes[baseline_side]);
            gap.national_out_of_scope = outcomes[national_side] + 1 == joint_.outcomes();
        }
    }

    void find_stricter(Conformity& result) {
        std::vector<Diagram> allowed{joint_.feasible()};
        for (const Diagram forbids : forbidding(joint_, baseline_side, 0)) {
            allowed.push_back(joint_.whatever_the_answer(all_.negate(forbids)));
        }
        const Version& national = *joint_.law().sides[national_side].version;
        for (NormIndex norm = 0; norm < national.norms.size(); ++norm) {
            const Norm& about = national.norms[norm];
            for (ClassIndex cls = static_cast<ClassIndex>(classes_.size()); cls-- > 0;) {
                if (about.kind == NormKind::exception || classes_[cls].lawful()) {
                    continue;
                }
                std::vector<Diagram> conditions = allowed;
                conditions.push_back(joint_.whatever_the_answer(joint_.given_by(national_side, norm)[cls]));
                const std::set<Level> keep = words_of(joint_, national_side, norm);
                const Elimination found(all_, conditions, keep);
                if (found.kept() != all_.no()) {
                    StricterNorm& told = result.stricter.emplace_back();
                    told.norm = about.name;
                    told.title = about.title;
                    told.citation = citation_text(national, about.citation);
                    const Cover first = cover(joint_, tests_, found.kept(), all_.no(), 1);
                    show(told.shown, first.boxes.front(), {found.kept(), &found, conditions});
                    break;
                }
            }
        }
    }

    JointDiagrams& joint_;
    const CellTests& tests_;
    const ConformityOptions& options_;
    Diagrams& all_;
    const std::vector<ClassDeclaration>& classes_;
    Diagram out_ = 0;  ///< out of the reach of national law, whatever the answers
    Diagram in_ = 0;   ///< within it
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
