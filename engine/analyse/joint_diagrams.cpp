#include "engine/analyse/joint_diagrams.hpp"

#include "engine/decide/texts.hpp"

#include <algorithm>
#include <functional>
#include <unordered_set>

namespace labourlex::analyse {

namespace {

/// Nothing is known of the job, and every unread part that can decide something may.
Situation everything_open(const std::shared_ptr<const Version>& version) {
    SituationOptions options;
    options.strict = true;
    for (FactIndex fact = 0; fact < version->vocabulary->facts.size(); ++fact) {
        options.also_free.push_back(fact);
    }
    Situation situation = make_situation(version, Job{}, options);
    for (NormIndex norm = 0; norm < version->norms.size(); ++norm) {
        // `strict` lets noted parts block too; what is only noted leaves the class (semantics 6).
        situation.unseen_blocks[norm] = version->norms[norm].kind == NormKind::unseen &&
                                        !version->norms[norm].could_lift && version->norms[norm].blocking;
    }
    return situation;
}

}  // namespace

JointDiagrams::JointDiagrams(const JointLaw& law, std::size_t node_budget)
    : law_(law), tables_(lower(law.version)), situation_(everything_open(law.version)) {
    space_ = std::make_unique<decide::Space>(tables_, situation_, node_budget);
    norms_.resize(law.version->norms.size());
    read_side(0);
    read_side(1);
}

const JointDiagrams::NormReading& JointDiagrams::read_norm(NormIndex index) {
    if (norms_[index]) {
        return *norms_[index];
    }
    const Version& version = *law_.version;
    const Norm& norm = version.norms[index];
    Diagrams& all = diagrams();
    NormReading made;
    made.by_class.assign(version.classes.size(), all.no());
    made.removes = made.holds = all.no();

    // What the exceptions to it do, wherever it speaks.
    Diagram removed = all.no();
    std::vector<Diagram> replacing(version.classes.size(), all.no());
    for (const NormIndex exception : norm.exceptions) {
        if (version.norms[exception].kind != NormKind::exception) {
            continue;  // an unseen `could lift` changes nothing that is known
        }
        const NormReading& other = read_norm(exception);
        removed = all.either(removed, other.removes);
        for (std::size_t cls = 0; cls < replacing.size(); ++cls) {
            replacing[cls] = all.either(replacing[cls], other.by_class[cls]);
        }
    }
    Diagram applies = all.choose(removed, all.no(), space_->table(tables_.norms[index].speaks));
    const Diagram needs =
        norm.needs && norm.strength != Strength::noted ? space_->table(tables_.norms[index].needs) : all.yes();
    ClassIndex own_class = norm.cls;
    bool gives = true;
    switch (norm.kind) {
        case NormKind::rule:
        case NormKind::item:
            break;
        case NormKind::unseen:
            gives = !norm.could_lift;
            made.holds = applies;
            applies = gives ? all.both(applies, space_->unseen(index)) : applies;
            break;
        case NormKind::requirement: {
            // Broken, it gives the breach class on its own.
            const auto breach = version.breach_class();
            made.holds = applies;
            gives = breach.has_value();
            own_class = breach.value_or(0);
            applies = all.choose(needs, all.no(), applies);
            break;
        }
        case NormKind::exception:
            applies = all.both(applies, needs);
            made.holds = applies;
            break;
        case NormKind::duty:
        case NormKind::permission:
            made.holds = applies;
            gives = false;
            break;
    }
    if (gives) {
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
    }
    norms_[index] = std::move(made);
    return *norms_[index];
}

void JointDiagrams::read_side(std::size_t which) {
    const JoinedSide& side = law_.sides[which];
    const Version& version = *law_.version;
    const std::size_t classes = version.classes.size();
    Diagrams& all = diagrams();
    LawDiagrams& made = sides_[which];
    made.given.assign(classes, all.no());
    made.is.assign(classes + 1, all.no());
    for (NormIndex own = 0; own < side.version->norms.size(); ++own) {
        const NormReading& norm = read_norm(side.first_norm + own);
        made.by_norm.push_back(norm.by_class);
        made.speaks.push_back(norm.holds);
        made.removes.push_back(norm.removes);
        if (side.version->norms[own].kind == NormKind::exception) {
            continue;  // it speaks through its parents
        }
        for (std::size_t cls = 0; cls < classes; ++cls) {
            made.given[cls] = all.either(norm.by_class[cls], made.given[cls]);
        }
    }
    made.regulated = all.no();
    for (InstrumentIndex own = 0; own < side.version->instruments.size(); ++own) {
        if (side.version->instruments[own].regulating) {
            made.regulated =
                all.either(space_->table(tables_.instrument_reaches[side.first_instrument + own]), made.regulated);
        }
    }
    // The gravest unlawful class given; else the gravest lawful one, or the default, where something regulating
    // reaches.
    Diagram rest = feasible();
    const auto take = [&](std::size_t outcome, Diagram where) {
        made.is[outcome] = all.either(made.is[outcome], all.both(rest, where));
        rest = all.choose(where, all.no(), rest);
    };
    for (std::size_t cls = classes; cls-- > 0;) {
        if (!version.classes[cls].lawful()) {
            take(cls, made.given[cls]);
        }
    }
    take(classes, all.negate(made.regulated));
    for (std::size_t cls = classes; cls-- > 0;) {
        if (version.classes[cls].lawful()) {
            take(cls, made.given[cls]);
        }
    }
    take(version.default_class(), all.yes());
    // Law that is not encoded: whatever it says is at least as grave, and where it reaches nothing is out of scope.
    for (std::uint32_t law = 0; law < side.version->unseen_laws.size(); ++law) {
        const Diagram reached = space_->table(tables_.unseen_laws[side.first_unseen_law + law]);
        std::vector<Diagram> after = made.is;
        for (std::size_t outcome = 0; outcome <= classes; ++outcome) {
            after[outcome] = all.choose(reached, all.no(), made.is[outcome]);
        }
        for (ClassIndex said = 0; said < classes && reached != all.no(); ++said) {
            const Diagram says = all.both(reached, space_->unseen_law(side.first_unseen_law + law, said));
            for (std::size_t outcome = 0; outcome <= classes; ++outcome) {
                const std::size_t graver = outcome == classes || outcome < said ? said : outcome;
                after[graver] = all.either(after[graver], all.both(says, made.is[outcome]));
            }
        }
        made.is = std::move(after);
    }
}

std::string JointDiagrams::outcome_name(std::size_t outcome) const {
    return version().outcome_name(outcome == version().classes.size() ? out_of_scope : static_cast<Outcome>(outcome));
}

std::string JointDiagrams::outcome_title(std::size_t outcome) const {
    return outcome == version().classes.size() ? std::string(decide::texts.out_of_scope)
                                               : version().classes[outcome].title;
}

bool JointDiagrams::is_of_law(Level level) const {
    const decide::SpaceVariable& variable = space_->variables()[level];
    const auto of_law = [&](FactIndex fact) {
        const FactRole role = version().vocabulary->facts[fact].role;
        return role == FactRole::question || role == FactRole::parameter;
    };
    switch (variable.kind) {
        case decide::SpaceVariable::Kind::unseen:
        case decide::SpaceVariable::Kind::unseen_law:
            return true;
        case decide::SpaceVariable::Kind::numbers: {
            const decide::NumberComponent& component = space_->numbers().components()[variable.index];
            return !component.with_shift &&
                   std::all_of(component.variables.begin(), component.variables.end(), [&](std::uint32_t index) {
                       const decide::NumberVariable& number = space_->numbers().variables()[index];
                       return number.fact == no_fact || of_law(number.fact);
                   });
        }
        case decide::SpaceVariable::Kind::choice:
        case decide::SpaceVariable::Kind::code:
        case decide::SpaceVariable::Kind::set_region:
            return of_law(variable.fact);
    }
    return false;
}

Diagram JointDiagrams::plain_jobs(const std::set<Level>& among) {
    Diagrams& all = diagrams();
    const auto& variables = space_->variables();
    Diagram plain = all.yes();
    for (FactIndex fact = 0; fact < version().vocabulary->facts.size(); ++fact) {
        Diagram none = all.yes();
        Diagram at_most_one = all.yes();
        for (Level level = static_cast<Level>(variables.size()); level-- > 0;) {
            if (variables[level].kind == decide::SpaceVariable::Kind::set_region && variables[level].fact == fact &&
                among.contains(level)) {
                at_most_one = all.test(level, std::array<Diagram, 2>{at_most_one, none});
                none = all.test(level, std::array<Diagram, 2>{none, all.no()});
            }
        }
        plain = all.both(at_most_one, plain);
    }
    return plain;
}

std::set<Level> JointDiagrams::support(const std::vector<Diagram>& of) const {
    const Diagrams& all = space_->diagrams();
    std::set<Level> levels;
    std::unordered_set<Diagram> seen;
    const std::function<void(Diagram)> walk = [&](Diagram diagram) {
        if (all.is_terminal(diagram) || !seen.insert(diagram).second) {
            return;
        }
        levels.insert(all.level(diagram));
        for (std::uint32_t cell = 0; cell < all.cells(all.level(diagram)); ++cell) {
            walk(all.child(diagram, cell));
        }
    };
    for (const Diagram diagram : of) {
        walk(diagram);
    }
    return levels;
}

}  // namespace labourlex::analyse
