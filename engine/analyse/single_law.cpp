#include "engine/analyse/single_law.hpp"

#include "engine/analyse/usual.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace labourlex::analyse {

namespace {

/// The atoms of a condition, those of definitions that it names left out: these are conditions of their own.
void collect_atoms(const Condition& condition, std::set<AtomIndex>& atoms) {
    if (condition.kind == Condition::Kind::atom) {
        atoms.insert(condition.atom);
    }
    for (const Condition& child : condition.children) {
        collect_atoms(child, atoms);
    }
}

std::set<AtomIndex> atoms_in_use(const Version& version) {
    std::set<AtomIndex> atoms;
    for (const Definition& definition : version.definitions) {
        collect_atoms(definition.when, atoms);
    }
    for (const Instrument& instrument : version.instruments) {
        collect_atoms(instrument.reaches, atoms);
    }
    for (const Norm& norm : version.norms) {
        for (const Condition* condition : {&norm.in_force, &norm.reaches, &norm.shared, &norm.when}) {
            collect_atoms(*condition, atoms);
        }
        if (norm.needs) {
            collect_atoms(*norm.needs, atoms);
        }
    }
    for (const std::vector<Limit>& texts : version.limits) {
        for (const Limit& limit : texts) {
            for (const Limit::Row& row : limit.rows) {
                collect_atoms(row.when, atoms);
            }
        }
    }
    return atoms;
}

}  // namespace

SingleLaw::SingleLaw(std::shared_ptr<const Version> version, std::size_t node_budget) {
    law_ = alone(std::move(version), "");
    auto with_atoms = std::make_shared<Version>(*law_.version);
    for (const AtomIndex atom : atoms_in_use(*law_.version)) {
        definition_of_[atom] = static_cast<DefinitionIndex>(with_atoms->definitions.size());
        Definition definition;
        definition.when.kind = Condition::Kind::atom;
        definition.when.atom = atom;
        with_atoms->definitions.push_back(std::move(definition));
    }
    law_.version = std::move(with_atoms);
    joint_ = std::make_unique<JointDiagrams>(law_, node_budget);
}

Diagram SingleLaw::condition(const Condition& condition) {
    Diagrams& all = diagrams();
    const CompiledTables& tables = joint_->space().tables();
    switch (condition.kind) {
        case Condition::Kind::all: {
            Diagram result = all.yes();
            for (auto child = condition.children.rbegin(); child != condition.children.rend(); ++child) {
                result = all.both(this->condition(*child), result);
            }
            return result;
        }
        case Condition::Kind::any: {
            Diagram result = all.no();
            for (auto child = condition.children.rbegin(); child != condition.children.rend(); ++child) {
                result = all.either(this->condition(*child), result);
            }
            return result;
        }
        case Condition::Kind::negation:
            return all.negate(this->condition(condition.children.front()));
        case Condition::Kind::atom:
            return atom(condition.atom);
        case Condition::Kind::definition:
            return joint_->space().table(tables.definitions[condition.definition]);
    }
    return all.no();
}

Diagram SingleLaw::atom(AtomIndex atom) {
    return joint_->space().table(joint_->space().tables().definitions[definition_of_.at(atom)]);
}

Diagram SingleLaw::limit_row(LimitIndex limit, std::uint32_t text, std::uint32_t row) {
    return joint_->space().table(joint_->space().tables().limit_rows[limit][text][row]);
}

Diagram SingleLaw::speaks(NormIndex norm) {
    return joint_->space().table(joint_->space().tables().norms[norm].speaks);
}

Diagram SingleLaw::stands(NormIndex index, NormIndex but) {
    if (const auto known = stands_.find(index); but == none_index && known != stands_.end()) {
        return known->second;
    }
    Diagrams& all = diagrams();
    const Norm& norm = version().norms[index];
    Diagram result = speaks(index);
    for (const NormIndex exception : norm.exceptions) {
        if (version().norms[exception].exemption && exception != but) {
            result = all.choose(removes(exception), all.no(), result);
        }
    }
    if (norm.kind == NormKind::exception) {
        if (norm.needs && norm.strength != Strength::noted) {
            result = all.both(joint_->space().table(joint_->space().tables().norms[index].needs), result);
        }
        Diagram parents = all.no();
        for (const NormIndex parent : norm.parents) {
            parents = all.either(stands(parent, but), parents);
        }
        result = all.both(parents, result);
    }
    if (but == none_index) {
        stands_[index] = result;
    }
    return result;
}

std::optional<Witness> SingleLaw::example(Diagram where, const AlsoTrue& also) {
    if (!tests_) {
        tests_ = std::make_unique<CellTests>(*joint_);
    }
    Diagrams& all = diagrams();
    for (std::size_t outcome = 0; outcome < joint_->outcomes(); ++outcome) {  // no graver than it has to be
        const Diagram region = all.both(where, joint_->side(0).is[outcome]);
        if (region == all.no()) {
            continue;
        }
        Cover boxes = cover(*joint_, *tests_, region, all.no(), 1);
        // "No compulsion" is told of no job: what is as usual says nothing of the finding.
        Box& box = boxes.boxes.front();
        std::erase_if(box.literals, [&](const Literal& literal) {
            const decide::SpaceVariable& variable = joint_->space().variables()[literal.level];
            return variable.kind != decide::SpaceVariable::Kind::numbers &&
                   literal.cells[quiet_cell(joint_->law(), variable)];
        });
        if (auto witness = find_witness(*joint_, *tests_, box, region, {outcome, outcome}, also)) {
            return witness;
        }
    }
    return std::nullopt;
}

}  // namespace labourlex::analyse
