#include "engine/decide/space.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace labourlex::decide {

namespace {

bool below_any(const Taxonomy& taxonomy, CodeIndex code, const std::vector<CodeIndex>& codes) {
    return code != no_code && std::any_of(codes.begin(), codes.end(),
                                          [&](CodeIndex ancestor) { return taxonomy.at_or_below(code, ancestor); });
}

/// An earlier entry that was made of the same place of the law's text.
template <class Entry>
std::optional<std::uint32_t> same_text(const std::vector<Entry>& entries, std::uint32_t index) {
    const Span& span = entries[index].span;
    for (std::uint32_t earlier = 0; earlier < index && span.end > span.begin; ++earlier) {
        if (entries[earlier].span == span) {
            return earlier;
        }
    }
    return std::nullopt;
}

}  // namespace

Space::Space(const CompiledTables& tables, const Situation& situation, std::size_t node_budget)
    : tables_(tables), situation_(situation) {
    collect_atoms();
    shift_ = std::make_unique<ShiftGroups>(situation_, overlap_atoms_);
    numbers_ = std::make_unique<NumberSpace>(tables_, situation_, *shift_);
    add_variables();
    order_variables();
    std::vector<std::uint32_t> cells;
    for (const SpaceVariable& variable : variables_) {
        cells.push_back(variable.cells);
    }
    diagrams_ = std::make_unique<Diagrams>(std::move(cells), node_budget);
    atom_diagrams_.resize(situation_.version->atoms.size());
    table_diagrams_.resize(tables_.tables.size());
}

void Space::collect_atoms() {
    const Version& version = *situation_.version;
    std::set<AtomIndex> used;
    for (const DecisionTable& table : tables_.tables) {
        for (const Column& column : table.columns) {
            if (column.kind == Column::Kind::atom) {
                used.insert(column.atom);
            }
        }
    }
    atoms_of_fact_.resize(version.vocabulary->facts.size());
    for (const AtomIndex index : used) {
        const Atom& atom = version.atoms[index];
        switch (atom.kind) {
            case Atom::Kind::choice:
            case Atom::Kind::code:
            case Atom::Kind::set_includes:
            case Atom::Kind::set_region:
            case Atom::Kind::set_only:
                atoms_of_fact_[atom.fact].push_back(index);
                break;
            case Atom::Kind::overlap:
                overlap_atoms_.push_back(index);
                break;
            case Atom::Kind::number:
            case Atom::Kind::limit:
            case Atom::Kind::stated:
                break;
        }
    }
}

void Space::add_code(FactIndex fact) {
    const Version& version = *situation_.version;
    const Taxonomy& taxonomy = version.vocabulary->taxonomy_of(fact);
    const FactSituation& known = situation_.facts[fact];
    const std::vector<AtomIndex>& atoms = atoms_of_fact_[fact];
    const auto truth_of = [&](CodeIndex code) {
        std::vector<bool> truth;
        for (const AtomIndex atom : atoms) {
            truth.push_back(below_any(taxonomy, code, version.atoms[atom].codes));
        }
        return truth;
    };
    std::set<std::vector<bool>> truths;
    if (known.unnamed_code) {
        truths.insert(std::vector<bool>(atoms.size(), false));
    }
    for (CodeIndex code = 0; code < taxonomy.size(); ++code) {
        // An inner code of an open tree is its unnamed "other"; of an exhaustive tree it only stands for its leaves.
        if ((taxonomy.node(code).children.empty() || !taxonomy.exhaustive()) &&
            below_any(taxonomy, code, known.codes)) {
            truths.insert(truth_of(code));
        }
    }
    if (truths.size() == 1) {
        for (std::size_t i = 0; i < atoms.size(); ++i) {
            fixed_atom_[atoms[i]] = (*truths.begin())[i];
        }
        return;
    }
    SpaceVariable variable;
    variable.kind = SpaceVariable::Kind::code;
    variable.fact = fact;
    variable.code_truth.assign(truths.begin(), truths.end());
    variable.cells = static_cast<std::uint32_t>(variable.code_truth.size());
    level_of_fact_[fact] = static_cast<Level>(variables_.size());
    variables_.push_back(std::move(variable));
}

/// The region that holds a code: the deepest mentioned code at or above it, else "other".
std::size_t Space::region_of(const SetRegions& regions, const Taxonomy& taxonomy, CodeIndex code) const {
    for (CodeIndex above = code; above != no_code; above = taxonomy.node(above).parent) {
        const auto found = std::find(regions.codes.begin(), regions.codes.end(), above);
        if (found != regions.codes.end()) {
            return static_cast<std::size_t>(found - regions.codes.begin());
        }
    }
    return regions.codes.size();
}

void Space::add_set(FactIndex fact) {
    const Version& version = *situation_.version;
    const Taxonomy& taxonomy = version.vocabulary->taxonomy_of(fact);
    const SetKnowledge& known = situation_.facts[fact].set;
    SetRegions regions;
    std::set<CodeIndex> mentioned;
    for (const AtomIndex atom : atoms_of_fact_[fact]) {
        mentioned.insert(version.atoms[atom].codes.begin(), version.atoms[atom].codes.end());
    }
    regions.codes.assign(mentioned.begin(), mentioned.end());
    const std::size_t other = regions.codes.size();
    regions.settled.resize(other + 1);
    regions.level.resize(other + 1);
    if (known.listed) {
        regions.settled.assign(other + 1, false);
        for (const CodeIndex code : known.has) {
            regions.settled[region_of(regions, taxonomy, code)] = true;
        }
    } else {
        for (std::size_t i = 0; i < other; ++i) {
            if (below_any(taxonomy, regions.codes[i], known.has_not)) {
                regions.settled[i] = false;
            }
        }
        for (const CodeIndex code : known.has) {
            // At least one thing at or below the code: in its own region, or in one of a mentioned code below it.
            std::vector<std::size_t> candidates;
            const std::size_t own = region_of(regions, taxonomy, code);
            if (!regions.settled[own] || *regions.settled[own]) {
                candidates.push_back(own);
            }
            for (std::size_t i = 0; i < other; ++i) {
                if (i != own && taxonomy.at_or_below(regions.codes[i], code) &&
                    (!regions.settled[i] || *regions.settled[i])) {
                    candidates.push_back(i);
                }
            }
            if (candidates.size() == 1) {
                regions.settled[candidates.front()] = true;
            } else {
                regions.at_least_one.push_back(std::move(candidates));
            }
        }
    }
    for (std::size_t i = 0; i <= other; ++i) {
        if (!regions.settled[i]) {
            SpaceVariable variable;
            variable.kind = SpaceVariable::Kind::set_region;
            variable.fact = fact;
            variable.code = i < other ? regions.codes[i] : no_code;
            regions.level[i] = static_cast<Level>(variables_.size());
            variables_.push_back(std::move(variable));
        }
    }
    sets_[fact] = std::move(regions);
}

void Space::add_variables() {
    const Version& version = *situation_.version;
    const auto& facts = version.vocabulary->facts;
    level_of_fact_.resize(facts.size());
    fixed_atom_.resize(version.atoms.size());
    sets_.resize(facts.size());
    level_of_component_.resize(numbers_->components().size());
    const auto add_component = [&](std::uint32_t index) {
        const NumberComponent& component = numbers_->components()[index];
        if (level_of_component_[index] || component.cells.size() <= 1) {
            return;
        }
        SpaceVariable variable;
        variable.kind = SpaceVariable::Kind::numbers;
        variable.index = index;
        variable.cells = static_cast<std::uint32_t>(component.cells.size());
        level_of_component_[index] = static_cast<Level>(variables_.size());
        variables_.push_back(std::move(variable));
    };
    for (FactIndex fact = 0; fact < facts.size(); ++fact) {
        const bool used = !atoms_of_fact_[fact].empty();
        switch (facts[fact].type) {
            case FactType::yes_no:
            case FactType::choice: {
                if (!used || version.clock_terms[fact]) {
                    break;
                }
                const std::vector<bool>& possible = situation_.facts[fact].choices;
                SpaceVariable variable;
                variable.fact = fact;
                for (std::size_t value = 0; value < possible.size(); ++value) {
                    if (possible[value]) {
                        variable.values.push_back(value);
                    }
                }
                if (variable.values.size() == 1) {
                    for (const AtomIndex atom : atoms_of_fact_[fact]) {
                        fixed_atom_[atom] = version.atoms[atom].choices[variable.values.front()];
                    }
                    break;
                }
                variable.cells = static_cast<std::uint32_t>(variable.values.size());
                level_of_fact_[fact] = static_cast<Level>(variables_.size());
                variables_.push_back(std::move(variable));
                break;
            }
            case FactType::code:
                break;  // below
            case FactType::code_set:
                if (used) {
                    add_set(fact);
                }
                break;
            case FactType::number:
                for (std::uint32_t component = 0; component < numbers_->components().size(); ++component) {
                    if (numbers_->contains(numbers_->components()[component], fact)) {
                        add_component(component);
                    }
                }
                break;
            case FactType::time_of_day:
                break;
        }
    }
    for (FactIndex fact = 0; fact < facts.size(); ++fact) {
        if (facts[fact].type == FactType::code && !atoms_of_fact_[fact].empty()) {
            add_code(fact);
        }
    }
    for (std::uint32_t component = 0; component < numbers_->components().size(); ++component) {
        add_component(component);  // those of open cells alone, and the pair of times
    }
    level_of_unseen_.resize(version.norms.size());
    for (NormIndex norm = 0; norm < version.norms.size(); ++norm) {
        if (situation_.unseen_blocks[norm]) {
            // Two versions that are looked at together may hold the same text: what it says is one unknown.
            if (const auto twin = same_text(version.norms, norm); twin && level_of_unseen_[*twin]) {
                level_of_unseen_[norm] = level_of_unseen_[*twin];
                continue;
            }
            SpaceVariable variable;
            variable.kind = SpaceVariable::Kind::unseen;
            variable.index = norm;
            level_of_unseen_[norm] = static_cast<Level>(variables_.size());
            variables_.push_back(std::move(variable));
        }
    }
    level_of_unseen_law_.resize(version.unseen_laws.size());
    for (std::uint32_t law = 0; law < version.unseen_laws.size(); ++law) {
        if (const auto twin = same_text(version.unseen_laws, law)) {
            level_of_unseen_law_[law] = level_of_unseen_law_[*twin];
            continue;
        }
        SpaceVariable variable;
        variable.kind = SpaceVariable::Kind::unseen_law;
        variable.index = law;
        variable.cells = static_cast<std::uint32_t>(version.classes.size());
        level_of_unseen_law_[law] = static_cast<Level>(variables_.size());
        variables_.push_back(std::move(variable));
    }
}

std::vector<Level> Space::levels_of(FactIndex fact) const {
    std::vector<Level> result;
    if (level_of_fact_[fact]) {
        result.push_back(*level_of_fact_[fact]);
    }
    if (sets_[fact]) {
        for (const auto& level : sets_[fact]->level) {
            if (level) {
                result.push_back(*level);
            }
        }
    }
    const Version& version = *situation_.version;
    const bool time = fact == version.shift_start || fact == version.shift_end;
    for (std::uint32_t index = 0; index < level_of_component_.size(); ++index) {
        const NumberComponent& component = numbers_->components()[index];
        if (level_of_component_[index] && ((time && component.with_shift) || numbers_->contains(component, fact))) {
            result.push_back(*level_of_component_[index]);
        }
    }
    return result;
}

bool Space::agree_but(Level level, std::uint32_t a, std::uint32_t b, const std::vector<FactIndex>& open) {
    const SpaceVariable& variable = variables_[level];
    if (a == b) {
        return true;
    }
    if (variable.kind != SpaceVariable::Kind::numbers) {
        return variable.fact != no_fact && std::find(open.begin(), open.end(), variable.fact) != open.end();
    }
    const Version& version = *situation_.version;
    const bool open_shift = std::any_of(open.begin(), open.end(), [&](FactIndex fact) {
        return fact == version.shift_start || fact == version.shift_end;
    });
    return numbers_->agree_but(numbers_->components()[variable.index], a, b, open, open_shift);
}

std::vector<bool> Space::shared_with(Level level, std::uint32_t cell, const std::vector<FactIndex>& open) const {
    const SpaceVariable& variable = variables_[level];
    if (variable.kind != SpaceVariable::Kind::numbers) {
        return {};
    }
    const Version& version = *situation_.version;
    const bool open_shift = std::any_of(open.begin(), open.end(), [&](FactIndex fact) {
        return fact == version.shift_start || fact == version.shift_end;
    });
    return numbers_->shared_with(numbers_->components()[variable.index], cell, open, open_shift);
}

bool Space::only_open_cells(Level level) const {
    const SpaceVariable& variable = variables_[level];
    if (variable.kind != SpaceVariable::Kind::numbers) {
        return false;
    }
    const NumberComponent& component = numbers_->components()[variable.index];
    return !component.with_shift &&
           std::all_of(component.variables.begin(), component.variables.end(),
                       [&](std::uint32_t index) { return numbers_->variables()[index].fact == no_fact; });
}

std::vector<Space::Answer> Space::answers(FactIndex fact) const {
    std::vector<Answer> result;
    const Version& version = *situation_.version;
    for (const Level level : levels_of(fact)) {
        const SpaceVariable& variable = variables_[level];
        if (variable.kind != SpaceVariable::Kind::numbers) {
            for (std::uint32_t cell = 0; cell < variable.cells; ++cell) {
                Answer answer{level, std::vector<bool>(variable.cells, false)};
                answer.cells[cell] = true;
                result.push_back(std::move(answer));
            }
            continue;
        }
        // A number is answered by the truth of the comparisons with it alone, the pair of times by its group.
        const NumberComponent& component = numbers_->components()[variable.index];
        const bool time = fact == version.shift_start || fact == version.shift_end;
        std::map<std::vector<bool>, std::vector<bool>> groups;
        for (std::uint32_t cell = 0; cell < variable.cells; ++cell) {
            std::vector<bool> key;
            if (time) {
                key = shift_->groups()[component.cells[cell].group].overlaps;
            } else {
                for (std::size_t i = 0; i < component.tests.size(); ++i) {
                    const auto only = numbers_->only_variable(component.tests[i]);
                    if (only && numbers_->variables()[*only].fact == fact) {
                        key.push_back(component.cells[cell].truth[i]);
                    }
                }
            }
            auto& cells = groups[key];
            cells.resize(variable.cells);
            cells[cell] = true;
        }
        for (auto& [key, cells] : groups) {
            result.push_back({level, std::move(cells)});
        }
    }
    return result;
}

}  // namespace labourlex::decide
