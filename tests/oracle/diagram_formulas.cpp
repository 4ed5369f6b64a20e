#include "tests/oracle/diagram_formulas.hpp"

#include <algorithm>
#include <set>

namespace labourlex::oracle {

using decide::NumberComponent;
using decide::NumberTest;
using decide::NumberVariable;
using decide::SpaceVariable;

DiagramFormulas::DiagramFormulas(analyse::JointDiagrams& joint, JobVariables& variables, std::vector<LawFormulas>& laws)
    : joint_(joint), variables_(variables), laws_(laws) {
    owner_.resize(joint.version().vocabulary->facts.size());
    for (std::size_t side = 0; side < 2; ++side) {
        const std::vector<FactIndex>& facts = joint.law().sides[side].facts;
        for (FactIndex own = 0; own < facts.size(); ++own) {
            owner_[facts[own]] = {side, own};
        }
    }
}

const FactVariable& DiagramFormulas::variable(FactIndex joined) const {
    return *variables_.fact(owner_.at(joined).first, owner_.at(joined).second);
}

std::optional<z3::expr> DiagramFormulas::of(Diagram diagram, std::size_t most_nodes) {
    const Diagrams& all = joint_.diagrams();
    std::set<Diagram> met;
    std::vector<Diagram> open{diagram};
    while (!open.empty()) {
        const Diagram at = open.back();
        open.pop_back();
        if (all.is_terminal(at) || !met.insert(at).second) {
            continue;
        }
        if (met.size() > most_nodes) {
            return std::nullopt;
        }
        for (std::uint32_t cell = 0; cell < all.cells(all.level(at)); ++cell) {
            open.push_back(all.child(at, cell));
        }
    }
    return formula(diagram);
}

z3::expr DiagramFormulas::in_cells() {
    std::vector<z3::expr> everywhere;
    const auto add = [&](std::size_t number, const auto& make) {
        std::vector<z3::expr> cells;
        for (std::uint32_t each = 0; each < number; ++each) {
            cells.push_back(make(each));
        }
        everywhere.push_back(variables_.any(cells));
    };
    for (Level level = 0; level < joint_.space().variables().size(); ++level) {
        add(joint_.space().variables()[level].cells, [&](std::uint32_t each) { return cell(level, each); });
    }
    for (const NumberComponent& component : joint_.space().numbers().components()) {
        if (component.cells.size() == 1) {  // no variable of the diagrams
            add(1, [&](std::uint32_t each) { return number_cell(component, each); });
        }
    }
    return variables_.all(everywhere);
}

z3::expr DiagramFormulas::formula(Diagram diagram) {
    const Diagrams& all = joint_.diagrams();
    if (all.is_terminal(diagram)) {
        return variables_.context().bool_val(all.value(diagram) != 0);
    }
    if (const auto known = formulas_.find(diagram); known != formulas_.end()) {
        return known->second;
    }
    const Level level = all.level(diagram);
    std::map<Diagram, std::vector<z3::expr>> cells_to;
    for (std::uint32_t each = 0; each < all.cells(level); ++each) {
        cells_to[all.child(diagram, each)].push_back(cell(level, each));
    }
    std::vector<z3::expr> ways;
    for (const auto& [child, cells] : cells_to) {
        ways.push_back(variables_.any(cells) && formula(child));
    }
    return formulas_.emplace(diagram, variables_.any(ways)).first->second;
}

z3::expr DiagramFormulas::cell(Level level, std::uint32_t index) {
    if (const auto known = cells_.find({level, index}); known != cells_.end()) {
        return known->second;
    }
    const SpaceVariable& of = joint_.space().variables()[level];
    const auto side_of = [](std::uint32_t index_in_both, std::uint32_t first_of_second) {
        return index_in_both >= first_of_second ? std::size_t{1} : std::size_t{0};
    };
    const auto make = [&]() -> z3::expr {
        switch (of.kind) {
            case SpaceVariable::Kind::choice:
                return variable(of.fact).parts.at(of.values.at(index));
            case SpaceVariable::Kind::code:
                return code_cell(of, index);
            case SpaceVariable::Kind::set_region:
                return set_cell(of, index);
            case SpaceVariable::Kind::numbers:
                return number_cell(joint_.space().numbers().components()[of.index], index);
            case SpaceVariable::Kind::unseen: {
                const std::size_t side = side_of(of.index, joint_.law().sides[1].first_norm);
                const z3::expr there = variables_.unseen(side, of.index - joint_.law().sides[side].first_norm);
                return index == 1 ? there : !there;
            }
            case SpaceVariable::Kind::unseen_law: {
                const std::size_t side = side_of(of.index, joint_.law().sides[1].first_unseen_law);
                return variables_.unseen_law(side, of.index - joint_.law().sides[side].first_unseen_law).at(index);
            }
        }
        return variables_.context().bool_val(false);
    };
    return cells_.emplace(std::pair{level, index}, make()).first->second;
}

z3::expr DiagramFormulas::code_cell(const SpaceVariable& of, std::uint32_t cell) {
    const Taxonomy& taxonomy = joint_.version().vocabulary->taxonomy_of(of.fact);
    const FactVariable& code = variable(of.fact);
    const auto& atoms = joint_.space().atoms_of(of.fact);
    std::vector<z3::expr> tests;
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        std::vector<z3::expr> below;
        for (const CodeIndex named : joint_.version().atoms[atoms[i]].codes) {
            const CodeTree::Range range = code.tree->below(taxonomy.node(named).code);
            below.push_back(*code.whole_value >= range.first && *code.whole_value < range.last);
        }
        const z3::expr holds = variables_.any(below);
        tests.push_back(of.code_truth[cell][i] ? holds : !holds);
    }
    return variables_.all(tests);
}

/// Something is in the set that lies at or below the region's code and below no deeper code that a law mentions.
z3::expr DiagramFormulas::set_cell(const SpaceVariable& of, std::uint32_t cell) {
    const Taxonomy& taxonomy = joint_.version().vocabulary->taxonomy_of(of.fact);
    const FactVariable& set = variable(of.fact);
    std::set<CodeIndex> mentioned;
    for (const AtomIndex atom : joint_.space().atoms_of(of.fact)) {
        const auto& codes = joint_.version().atoms[atom].codes;
        mentioned.insert(codes.begin(), codes.end());
    }
    std::vector<z3::expr> inside;
    for (std::size_t value = 0; value < set.parts.size(); ++value) {
        const auto holds_it = [&](CodeIndex code) {
            return set.tree->at_or_below(static_cast<int>(value), taxonomy.node(code).code);
        };
        const bool here =
            (of.code == no_code || holds_it(of.code)) &&
            std::none_of(mentioned.begin(), mentioned.end(), [&](CodeIndex code) {
                return code != of.code && holds_it(code) && (of.code == no_code || taxonomy.at_or_below(code, of.code));
            });
        if (here) {
            inside.push_back(set.parts[value]);
        }
    }
    if (of.code == no_code && set.unnamed) {
        inside.push_back(*set.unnamed);
    }
    const z3::expr some = variables_.any(inside);
    return cell == 1 ? some : !some;
}

z3::expr DiagramFormulas::number_cell(const NumberComponent& component, std::uint32_t cell) {
    const NumberComponent::CellOfNumbers& of = component.cells[cell];
    std::vector<z3::expr> tests;
    for (std::size_t i = 0; i < component.tests.size(); ++i) {
        const z3::expr holds = test(joint_.space().numbers().test_at(component.tests[i]));
        tests.push_back(of.truth[i] ? holds : !holds);
    }
    if (component.with_shift) {
        const auto& atoms = joint_.space().overlap_atoms();
        for (std::size_t i = 0; i < atoms.size(); ++i) {
            const Atom& atom = joint_.version().atoms[atoms[i]];
            const z3::expr holds = laws_[0].overlap(atom.window_from, atom.window_to);
            tests.push_back(joint_.space().shift().groups()[of.group].overlaps[i] ? holds : !holds);
        }
    }
    return variables_.all(tests);
}

z3::expr DiagramFormulas::number(std::uint32_t index) {
    const NumberVariable& of = joint_.space().numbers().variables()[index];
    if (of.fact != no_fact) {
        return *variable(of.fact).value;
    }
    const auto limits_of_first = static_cast<LimitIndex>(variables_.law(0).limits.size());
    const bool second = of.limit >= limits_of_first;
    return variables_.open_cell(second ? 1 : 0, second ? of.limit - limits_of_first : of.limit, of.text, of.row);
}

z3::expr DiagramFormulas::test(const NumberTest& test) {
    z3::expr sum = variables_.rational(test.constant);
    for (const NumberTest::Term& term : test.terms) {
        z3::expr value = number(term.variable);
        if (term.multiplier != UINT32_MAX) {
            const FactIndex whole = joint_.space().numbers().variables()[term.multiplier].fact;
            value = laws_[0].times(number(term.multiplier), variable(whole).bounds, value);
        }
        sum = sum + variables_.rational(term.factor) * value;
    }
    if (test.length_factor.sign() != 0) {
        sum = sum + variables_.rational(test.length_factor) * laws_[0].length_of_shift();
    }
    return test.strict ? sum > variables_.rational(0) : sum >= variables_.rational(0);
}

}  // namespace labourlex::oracle
