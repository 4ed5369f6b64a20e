#include "engine/analyse/conformity.hpp"

#include <algorithm>

namespace labourlex::analyse {

namespace {

constexpr std::size_t national_side = 0;
constexpr std::size_t baseline_side = 1;

class Judging {
public:
    Judging(JointDiagrams& joint, const CellTests& tests, const ConformityOptions& options)
        : joint_(joint), tests_(tests), options_(options), all_(joint.diagrams()), classes_(joint.version().classes) {
        breach_ = joint.version().breach_class();
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
    struct Conditions {
        std::vector<Diagram> certain;  ///< what a job meets that falls short whatever the answers
        std::vector<Diagram> some;     ///< what a job and the answers meet together
    };

    void judge_article(NormIndex norm, const Norm& about, Conformity& result) {
        std::vector<Conditions> ways;  // one a class that it gives
        for (ClassIndex cls = 0; cls < classes_.size(); ++cls) {
            const Diagram given = joint_.given_by(baseline_side, norm)[cls];
            if (classes_[cls].lawful() || all_.both(given, joint_.feasible()) == all_.no()) {
                continue;
            }
            // A bar that only makes unlawful is kept by any unlawful class; what is hazardous or worse must be as
            // grave.
            const ClassIndex least = breach_ && cls == *breach_ ? 0 : cls;
            Conditions conditions = milder_than(least);
            conditions.certain.push_back(joint_.whatever_the_answer(given));
            conditions.some.push_back(given);
            ways.push_back(std::move(conditions));
        }
        if (ways.empty()) {
            return;
        }
        const std::set<Level> keep = words_of(baseline_side, norm);
        ArticleGap told;
        told.norm = about.name;
        told.title = about.title;
        told.article = citation_text(*joint_.law().sides[baseline_side].version, about.citation);
        const Diagram possible = Elimination(all_, {joint_.feasible()}, keep).kept();
        told.kinds = count_kinds(all_, possible, keep);
        Diagram certain = all_.no();
        Diagram some = all_.no();
        for (const Conditions& conditions : ways) {
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
        for (const Conditions& conditions : ways) {
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

    /// No national norm makes the job unlawful and at least as grave as `least`.
    Conditions milder_than(ClassIndex least) {
        Conditions result;
        result.certain.push_back(joint_.feasible());
        result.some.push_back(joint_.feasible());
        for (const Diagram forbids : forbidding(national_side, least)) {
            result.some.push_back(all_.negate(forbids));
            result.certain.push_back(joint_.whatever_the_answer(all_.negate(forbids)));
        }
        return result;
    }

    /// By norm, and for what is not encoded: where it makes a job unlawful and at least as grave as `least`.
    std::vector<Diagram> forbidding(std::size_t side, ClassIndex least) {
        std::vector<Diagram> result;
        const Version& version = *joint_.law().sides[side].version;
        for (NormIndex norm = 0; norm < version.norms.size(); ++norm) {
            if (version.norms[norm].kind == NormKind::exception) {
                continue;
            }
            Diagram forbids = all_.no();
            for (ClassIndex cls = least; cls < classes_.size(); ++cls) {
                if (!classes_[cls].lawful()) {
                    forbids = all_.either(joint_.given_by(side, norm)[cls], forbids);
                }
            }
            result.push_back(forbids);
        }
        while (least < classes_.size() && classes_[least].lawful()) {
            ++least;
        }
        result.push_back(joint_.unread_law_gives(side, least));
        std::erase(result, all_.no());
        return result;
    }

    /// The variables that the condition of a norm reads, the age and the arrangement.
    std::set<Level> words_of(std::size_t side, NormIndex norm) {
        std::set<Level> result = levels_read(all_, joint_.speaks(side, norm));
        for (const char* always : {"age", "arrangement"}) {
            if (const auto fact = joint_.version().vocabulary->find(always)) {
                const std::vector<Level> levels = joint_.space().levels_of(*fact);
                result.insert(levels.begin(), levels.end());
            }
        }
        std::erase_if(result, [&](Level level) { return joint_.is_of_law(level); });
        return result;
    }

    /// Boxes for the kinds of `region`, each with a witness.
    void tell(std::vector<GapBox>& boxes, Diagram region, Diagram impossible, const Sought& sought, bool& more) {
        const Cover told = cover(joint_, tests_, region, impossible, options_.most_boxes);
        more = more || told.left != all_.no();
        for (const Box& box : told.boxes) {
            GapBox& gap = boxes.emplace_back();
            gap.says = say_box(tests_, box);
            if (options_.witnesses) {
                show(gap, box, {all_.both(region, sought.kinds), sought.rest, sought.conditions});
            }
        }
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
        for (const Diagram forbids : forbidding(baseline_side, 0)) {
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
                const std::set<Level> keep = words_of(national_side, norm);
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
    std::optional<ClassIndex> breach_;
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
