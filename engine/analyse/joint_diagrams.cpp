#include "engine/analyse/joint_diagrams.hpp"

#include "engine/analyse/elimination.hpp"
#include "engine/decide/texts.hpp"

#include <algorithm>
#include <functional>
#include <map>

namespace labourlex::analyse {

namespace {

/// Nothing is known of the job, and every unread part that can decide something may.
Situation everything_open(const std::shared_ptr<const Version>& version) {
    SituationOptions options;
    options.strict = true;
    options.split_at_open_figures = true;
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

Diagram JointDiagrams::regulated(std::size_t which) {
    const JoinedSide& side = law_.sides[which];
    Diagram result = diagrams().no();
    for (InstrumentIndex own = 0; own < side.version->instruments.size(); ++own) {
        if (side.version->instruments[own].regulating) {
            result = diagrams().either(space_->table(tables_.instrument_reaches[side.first_instrument + own]), result);
        }
    }
    return result;
}

const std::vector<Diagram>& JointDiagrams::given_by(std::size_t side, NormIndex own) {
    return read_norm(law_.sides[side].first_norm + own).by_class;
}

Diagram JointDiagrams::speaks(std::size_t side, NormIndex own) {
    return space_->table(tables_.norms[law_.sides[side].first_norm + own].speaks);
}

Diagram JointDiagrams::holds(std::size_t side, NormIndex own) {
    return read_norm(law_.sides[side].first_norm + own).holds;
}

Diagram JointDiagrams::removes(std::size_t side, NormIndex own) {
    return read_norm(law_.sides[side].first_norm + own).removes;
}

Diagram JointDiagrams::unread_law_gives(std::size_t which, ClassIndex least) {
    const JoinedSide& side = law_.sides[which];
    Diagrams& all = diagrams();
    Diagram result = all.no();
    for (std::uint32_t law = 0; law < side.version->unseen_laws.size(); ++law) {
        const Diagram reached = space_->table(tables_.unseen_laws[side.first_unseen_law + law]);
        for (ClassIndex said = least; reached != all.no() && said < version().classes.size(); ++said) {
            const Diagram says = space_->unseen_law(side.first_unseen_law + law, said);
            result = all.either(all.both(reached, says), result);
        }
    }
    return result;
}

/// Joined pair by pair, neighbours in depth first: what each pair shares at the top is then copied a few times and not
/// once a norm.
Diagram JointDiagrams::union_of(std::vector<Diagram> parts) {
    Diagrams& all = diagrams();
    std::map<Diagram, Level> deepest;
    for (const Diagram part : parts) {
        const std::set<Level> levels = support({part});
        deepest[part] = levels.empty() ? 0 : *levels.rbegin();
    }
    std::stable_sort(parts.begin(), parts.end(), [&](Diagram a, Diagram b) { return deepest[a] > deepest[b]; });
    while (parts.size() > 1) {
        std::vector<Diagram> pairs;
        for (std::size_t i = 0; i < parts.size(); i += 2) {
            pairs.push_back(i + 1 < parts.size() ? all.either(parts[i], parts[i + 1]) : parts[i]);
        }
        parts = std::move(pairs);
    }
    return parts.empty() ? all.no() : parts.front();
}

const LawDiagrams& JointDiagrams::side(std::size_t which) {
    if (!sides_[which]) {
        sides_[which] = read_side(which);
    }
    return *sides_[which];
}

LawDiagrams JointDiagrams::read_side(std::size_t which) {
    const JoinedSide& side = law_.sides[which];
    const Version& version = *law_.version;
    const std::size_t classes = version.classes.size();
    Diagrams& all = diagrams();
    LawDiagrams made;
    made.is.assign(classes + 1, all.no());
    std::vector<std::vector<Diagram>> giving(classes);
    for (NormIndex own = 0; own < side.version->norms.size(); ++own) {
        if (side.version->norms[own].kind == NormKind::exception) {
            continue;  // it speaks through its parents
        }
        for (std::size_t cls = 0; cls < classes; ++cls) {
            if (const Diagram where = given_by(which, own)[cls]; where != all.no()) {
                giving[cls].push_back(where);
            }
        }
    }
    for (std::size_t cls = 0; cls < classes; ++cls) {
        made.given.push_back(union_of(std::move(giving[cls])));
    }
    made.regulated = regulated(which);
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
    return made;
}

std::size_t JointDiagrams::outcome_at(std::size_t which, const std::vector<std::uint32_t>& cells) {
    const JoinedSide& side = law_.sides[which];
    const Version& version = *law_.version;
    std::optional<std::size_t> gravest_unlawful;
    std::optional<std::size_t> gravest_lawful;
    for (NormIndex own = 0; own < side.version->norms.size(); ++own) {
        for (std::size_t cls = 0; side.version->norms[own].kind != NormKind::exception && cls < version.classes.size();
             ++cls) {
            auto& gravest = version.classes[cls].lawful() ? gravest_lawful : gravest_unlawful;
            if ((!gravest || *gravest < cls) && holds_at(diagrams(), given_by(which, own)[cls], cells)) {
                gravest = cls;
            }
        }
    }
    std::size_t outcome = version.classes.size();  // out of scope
    if (gravest_unlawful) {
        outcome = *gravest_unlawful;
    } else if (holds_at(diagrams(), regulated(which), cells)) {
        outcome = gravest_lawful.value_or(version.default_class());
    }
    for (std::uint32_t law = 0; law < side.version->unseen_laws.size(); ++law) {
        if (!holds_at(diagrams(), space_->table(tables_.unseen_laws[side.first_unseen_law + law]), cells)) {
            continue;
        }
        for (ClassIndex said = 0; said < version.classes.size(); ++said) {
            if (holds_at(diagrams(), space_->unseen_law(side.first_unseen_law + law, said), cells) &&
                (outcome == version.classes.size() || outcome < said)) {
                outcome = said;
            }
        }
    }
    return outcome;
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

std::optional<std::vector<std::uint32_t>> JointDiagrams::groups_of_job_numbers(Level level) const {
    const decide::SpaceVariable& variable = space_->variables()[level];
    if (variable.kind != decide::SpaceVariable::Kind::numbers) {
        return std::nullopt;
    }
    const decide::NumberSpace& numbers = space_->numbers();
    const decide::NumberComponent& component = numbers.components()[variable.index];
    std::vector<bool> of_job;  // by test of the component
    for (const std::uint32_t test : component.tests) {
        const auto& terms = numbers.test_at(test).terms;
        of_job.push_back(std::none_of(terms.begin(), terms.end(), [&](const decide::NumberTest::Term& term) {
            const auto open = [&](std::uint32_t index) {
                const FactIndex fact = numbers.variables()[index].fact;
                return fact == no_fact || version().vocabulary->facts[fact].role == FactRole::question ||
                       version().vocabulary->facts[fact].role == FactRole::parameter;
            };
            return open(term.variable) || (term.multiplier != UINT32_MAX && open(term.multiplier));
        }));
    }
    if (std::find(of_job.begin(), of_job.end(), false) == of_job.end()) {
        return std::nullopt;
    }
    std::map<std::pair<std::uint32_t, std::vector<bool>>, std::uint32_t> groups;
    std::vector<std::uint32_t> result;
    for (const auto& cell : component.cells) {
        std::vector<bool> truth;
        for (std::size_t i = 0; i < of_job.size(); ++i) {
            truth.push_back(of_job[i] && cell.truth[i]);
        }
        const auto [group, added] = groups.try_emplace({component.with_shift ? cell.group : 0, truth},
                                                       static_cast<std::uint32_t>(groups.size()));
        result.push_back(group->second);
    }
    return result;
}

Diagram JointDiagrams::for_some_answer(Diagram diagram) {
    const std::set<Level> levels = support({diagram});
    for (auto level = levels.rbegin(); level != levels.rend(); ++level) {
        if (is_of_law(*level)) {
            diagram = diagrams().some_cell(*level, diagram);
        } else if (const auto groups = groups_of_job_numbers(*level)) {
            diagram = diagrams().some_cell_of_group(*level, *groups, diagram);
        }
    }
    return diagram;
}

Diagram JointDiagrams::whatever_the_answer(Diagram diagram) {
    const auto [known, added] = whatever_.try_emplace(diagram, 0);
    if (added) {
        Diagrams& all = diagrams();
        known->second = all.negate(for_some_answer(all.choose(diagram, all.no(), feasible())));
    }
    return known->second;
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
    std::set<Level> levels;
    for (const Diagram diagram : of) {
        levels.merge(levels_read(space_->diagrams(), diagram));
    }
    return levels;
}

}  // namespace labourlex::analyse
