#include "engine/decide/possible.hpp"

#include "engine/law/exemption_order.hpp"

#include <algorithm>
#include <functional>
#include <unordered_set>

namespace labourlex::decide {

using reference::RequirementStatus;

Outcomes::Outcomes(const CompiledTables& tables, const Situation& situation) : space_(tables, situation) {
    const Version& version = *situation.version;
    outside_ = static_cast<std::uint32_t>(version.classes.size());
    norms_.resize(version.norms.size());
    built_.resize(version.norms.size());
    statuses_.assign(version.norms.size(), RequirementStatus::unknown);
    read_first_ = exemptions_read_first(version);
    for (NormIndex norm = 0; norm < version.norms.size(); ++norm) {
        build_norm(norm);
    }
    build_outcome();
}

/// Read once from the job: met if the needs hold in every completion where it applies, broken if in none, else unknown.
void Outcomes::read_status(NormIndex norm, Diagram applies) {
    const Diagram met = norms_[norm].needs_met;
    if (!can_be(applies)) {
        return;
    }
    if (!can_be(diagrams().choose(met, diagrams().no(), applies))) {
        statuses_[norm] = RequirementStatus::met;
    } else if (!can_be(diagrams().both(met, applies))) {
        statuses_[norm] = RequirementStatus::broken;
    }
}

/// An exception speaks only where one of its parents does, and no exemption read before it has taken that parent away.
Diagram Outcomes::speaks_with_parents(NormIndex index) {
    const std::vector<Norm>& norms = space_.situation().version->norms;
    Diagrams& all = diagrams();
    const std::function<Diagram(NormIndex)> speaks = [&](NormIndex below) {
        const Diagram own = space_.table(space_.tables().norms[below].speaks);
        if (norms[below].kind != NormKind::exception) {
            return own;
        }
        Diagram parents = all.no();
        for (const NormIndex parent : norms[below].parents) {
            Diagram stands = speaks(parent);
            for (const NormIndex exemption : read_first_[index]) {
                const auto& taken = norms[exemption].parents;
                if (std::find(taken.begin(), taken.end(), parent) != taken.end()) {
                    build_norm(exemption);
                    stands = all.choose(norms_[exemption].removes, all.no(), stands);
                }
            }
            parents = all.either(stands, parents);
        }
        return all.both(own, parents);
    };
    return speaks(index);
}

void Outcomes::build_norm(NormIndex index) {
    if (built_[index]) {
        return;
    }
    built_[index] = true;  // exceptions form no cycle: the compiler has seen to that
    const Version& version = *space_.situation().version;
    const Norm& norm = version.norms[index];
    Diagrams& all = diagrams();
    NormDiagrams made;
    made.by_class.assign(version.classes.size(), all.no());
    made.removes = all.no();
    made.holds = all.no();
    made.speaks = space_.table(space_.tables().norms[index].speaks);
    made.needs_met = made.needs_enough = all.yes();

    // What the exceptions to it do, wherever it speaks.
    Diagram removed = all.no();
    std::vector<Diagram> replacing(version.classes.size(), all.no());
    for (const NormIndex exception : norm.exceptions) {
        if (version.norms[exception].kind != NormKind::exception) {
            continue;  // an unseen `could lift` changes nothing that is known
        }
        build_norm(exception);
        const NormDiagrams& other = norms_[exception];
        removed = all.either(removed, other.removes);
        for (std::size_t cls = 0; cls < replacing.size(); ++cls) {
            replacing[cls] = all.either(replacing[cls], other.by_class[cls]);
        }
    }

    Diagram applies = all.choose(removed, all.no(), made.speaks);
    if (norm.kind == NormKind::unseen && !norm.could_lift) {
        made.holds = applies;
        applies = all.both(applies, space_.unseen(index));
    }
    if (norm.needs) {
        made.needs_met = space_.table(space_.tables().norms[index].needs);
        norms_[index] = made;
        read_status(index, all.choose(removed, all.no(), speaks_with_parents(index)));
        const bool broken = statuses_[index] == RequirementStatus::broken;
        made.needs_enough = norm.strength == Strength::constitutive ? made.needs_met
                            : norm.strength == Strength::formal     ? all.constant(!broken)
                                                                    : all.yes();
    }
    ClassIndex own_class = norm.cls;
    if (norm.kind == NormKind::requirement) {
        // Broken, it gives the breach class on its own, unless an exception to it holds.
        made.holds = applies;
        const auto breach = version.breach_class();
        own_class = breach.value_or(0);
        applies = breach ? all.choose(made.needs_enough, all.no(), applies) : all.no();
    }
    if (norm.kind == NormKind::duty || norm.kind == NormKind::permission ||
        (norm.kind == NormKind::unseen && norm.could_lift)) {
        made.holds = applies;
        norms_[index] = std::move(made);
        return;
    }
    if (norm.kind == NormKind::exception) {
        applies = all.both(applies, made.needs_enough);
        made.holds = applies;
    }
    // Its own class if no exception holds, else the gravest among those that hold.
    Diagram rest = applies;
    for (std::size_t cls = replacing.size(); cls-- > 0;) {
        made.by_class[cls] = all.both(rest, replacing[cls]);
        rest = all.choose(replacing[cls], all.no(), rest);
    }
    if (norm.does_not_apply) {
        made.removes = rest;
    } else {
        made.by_class[own_class] = all.either(made.by_class[own_class], rest);
    }
    norms_[index] = std::move(made);
}

void Outcomes::build_outcome() {
    const Version& version = *space_.situation().version;
    Diagrams& all = diagrams();
    std::vector<Diagram> given(version.classes.size(), all.no());
    for (NormIndex norm = 0; norm < version.norms.size(); ++norm) {
        if (version.norms[norm].kind == NormKind::exception) {
            continue;  // it speaks through its parents
        }
        for (std::size_t cls = 0; cls < given.size(); ++cls) {
            given[cls] = all.either(norms_[norm].by_class[cls], given[cls]);
        }
    }
    Diagram regulated = all.no();
    for (InstrumentIndex index = 0; index < version.instruments.size(); ++index) {
        if (version.instruments[index].regulating) {
            regulated = all.either(reaches(index), regulated);
        }
    }
    // From the least to the most telling: the default, the lawful classes given, then the unlawful ones.
    Diagram outcome = all.terminal(version.default_class());
    for (ClassIndex cls = 0; cls < given.size(); ++cls) {
        if (version.classes[cls].lawful()) {
            outcome = all.choose(given[cls], all.terminal(cls), outcome);
        }
    }
    outcome = all.choose(regulated, outcome, all.terminal(outside_));
    for (ClassIndex cls = 0; cls < given.size(); ++cls) {
        if (!version.classes[cls].lawful()) {
            outcome = all.choose(given[cls], all.terminal(cls), outcome);
        }
    }
    // Law that is not encoded: whatever it says is at least as grave, and it reaches.
    for (std::uint32_t law = 0; law < version.unseen_laws.size(); ++law) {
        const Diagram reached = space_.table(space_.tables().unseen_laws[law]);
        for (ClassIndex cls = 0; cls < version.classes.size() && reached != all.no(); ++cls) {
            const Diagram graver =
                all.map(outcome, [&](std::uint32_t value) { return value == outside_ || value < cls ? cls : value; });
            outcome = all.choose(all.both(reached, space_.unseen_law(law, cls)), graver, outcome);
        }
    }
    outcome_ = all.choose(feasible(), outcome, all.terminal(cannot_be()));

    std::unordered_set<Diagram> seen;
    const std::function<void(Diagram)> walk = [&](Diagram diagram) {
        if (!seen.insert(diagram).second) {
            return;
        }
        if (all.is_terminal(diagram)) {
            if (all.value(diagram) != cannot_be()) {
                possible_.insert(all.value(diagram) == outside_ ? out_of_scope : all.value(diagram));
            }
            return;
        }
        for (std::uint32_t cell = 0; cell < all.cells(all.level(diagram)); ++cell) {
            walk(all.child(diagram, cell));
        }
    };
    walk(outcome_);
}

std::set<Outcome> possible_outcomes(const CompiledTables& tables, const Situation& situation) {
    return Outcomes(tables, situation).possible();
}

}  // namespace labourlex::decide
