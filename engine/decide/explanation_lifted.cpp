// What a verdict owes to what takes norms away: exemptions, and exceptions by which a bar does not apply.
//
// Nothing of such a bar is left in the outcome, so it is no ground; but whoever reads the verdict has to see why it
// does not stand, and may want to check the exception rather than the default.
#include "engine/decide/explanation.hpp"

#include <algorithm>
#include <map>

namespace labourlex::decide {

/// Where the outcome is a class, and a milder one.
Diagram Explanation::less_grave_than(ClassIndex cls) {
    return all_.map(outcomes_.outcome(), [&](std::uint32_t value) { return value < cls ? 1U : 0U; });
}

void Explanation::add_lifted(std::vector<Ground>& grounds) {
    std::map<ClassIndex, Diagram> less_grave;
    for (NormIndex index = 0; index < version_.norms.size() && !grounds.empty(); ++index) {
        const Norm& norm = version_.norms[index];
        const bool requirement = norm.kind == NormKind::requirement;
        if ((norm.kind != NormKind::rule && norm.kind != NormKind::item && !requirement) ||
            (requirement && norm.strength == Strength::noted)) {
            continue;
        }
        const bool taken_somewhere =
            std::any_of(norm.exceptions.begin(), norm.exceptions.end(), [&](NormIndex exception) {
                return version_.norms[exception].kind == NormKind::exception &&
                       outcomes_.norm(exception).removes != all_.no();
            });
        if (!taken_somewhere) {
            continue;
        }
        // A bar that stands in some completion is a ground itself, with its exceptions below it.
        if (std::any_of(grounds.begin(), grounds.end(),
                        [&](const Ground& ground) { return ground.reason.rule == norm.name; })) {
            continue;
        }
        const auto breach = version_.breach_class();
        const ClassIndex cls = requirement ? breach.value_or(0) : norm.cls;
        const NormDiagrams& made = outcomes_.norm(index);
        // Where it would bar the job, were it not for the exceptions, and the outcome is milder.
        Diagram bars = all_.both(outcomes_.feasible(), made.speaks);
        if (bars == all_.no()) {
            continue;
        }
        const auto [milder, is_new] = less_grave.try_emplace(cls, 0);
        if (is_new) {
            milder->second = less_grave_than(cls);
        }
        bars = all_.both(milder->second, bars);
        if (requirement) {
            bars = all_.choose(made.needs_enough, all_.no(), bars);
        }
        if (bars == all_.no()) {
            continue;
        }
        VerdictLifted lifted;
        Diagram taken = all_.no();
        for (const NormIndex other : norm.exceptions) {
            const Norm& exception = version_.norms[other];
            const bool told = std::any_of(grounds.begin(), grounds.end(), [&](const Ground& ground) {
                return ground.reason.exemption && ground.reason.rule == exception.name;
            });
            if (exception.kind != NormKind::exception || told) {
                continue;
            }
            const Diagram removes = all_.both(outcomes_.norm(other).removes, bars);
            if (removes != all_.no()) {
                taken = all_.either(removes, taken);
                lifted.exceptions.push_back(this->exception(other, bars));
            }
        }
        if (taken == all_.no()) {
            continue;
        }
        lifted.rule = norm.name;
        lifted.cls = version_.classes[cls].name;
        lifted.cls_title = version_.classes[cls].title;
        lifted.title = norm.title;
        lifted.citation = citation(norm.citation);
        lifted.lifted = all_.choose(taken, all_.no(), outcomes_.feasible()) == all_.no() ? "certain" : "possible";
        // Beside the act that the bar stands in, or else the mildest ground that is left.
        const std::string& act = version_.instruments[norm.citation.instrument].name;
        auto beside = std::find_if(grounds.begin(), grounds.end(),
                                   [&](const Ground& ground) { return ground.reason.rule == act; });
        if (beside == grounds.end()) {
            beside = std::prev(grounds.end());
        }
        beside->reason.lifted.push_back(std::move(lifted));
    }
    for (Ground& ground : grounds) {
        std::stable_partition(ground.reason.lifted.begin(), ground.reason.lifted.end(),
                              [](const VerdictLifted& bar) { return bar.lifted == "certain"; });
    }
}

void Explanation::add_exemptions(std::vector<Ground>& grounds) {
    const std::uint32_t standard = version_.default_class();
    const Diagram by_default =
        all_.map(outcomes_.outcome(), [&](std::uint32_t value) { return value == standard ? 1U : 0U; });
    for (NormIndex index = 0; index < version_.norms.size(); ++index) {
        const Norm& norm = version_.norms[index];
        if (!norm.exemption) {
            continue;
        }
        const Diagram region = all_.both(outcomes_.norm(index).removes, by_default);
        Diagram took = all_.no();
        std::string from;
        for (const NormIndex parent : norm.parents) {
            const NormKind kind = version_.norms[parent].kind;
            const Diagram taken = kind == NormKind::rule || kind == NormKind::item || kind == NormKind::requirement
                                      ? all_.both(outcomes_.norm(parent).speaks, region)
                                      : all_.no();
            if (taken != all_.no()) {
                from += (from.empty() ? "" : ", ") + version_.norms[parent].name;
                took = all_.either(taken, took);
            }
        }
        if (took == all_.no()) {
            continue;
        }
        Ground ground;
        ground.cls = standard;
        ground.evidence = norm.citation.evidence;
        VerdictReason& reason = ground.reason;
        reason.rule = norm.name;
        reason.cls = version_.classes[standard].name;
        reason.title = norm.title;
        reason.citation = citation(norm.citation);
        reason.exception_to = from;
        reason.applies = all_.choose(took, all_.no(), outcomes_.feasible()) == all_.no() ? "certain" : "possible";
        reason.notes = norm.notes;
        reason.exemption = true;
        groups_ = 0;
        for (const Condition* condition : {&norm.when, &norm.in_force}) {
            supporting(*condition, true, took, reason.facts);
        }
        reach(norm.reaches, took, reason.facts);
        for (const NormIndex other : norm.exceptions) {
            reason.exceptions.push_back(
                exception(other, all_.both(outcomes_.norm(index).speaks, outcomes_.feasible())));
        }
        grounds.push_back(std::move(ground));
    }
}

}  // namespace labourlex::decide
