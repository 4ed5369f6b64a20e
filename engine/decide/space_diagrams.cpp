// Atoms and tables of the law as diagrams over the space of completions.

#include "engine/decide/space.hpp"

#include <algorithm>

namespace labourlex::decide {

Diagram Space::region(const SetRegions& regions, std::size_t index) {
    if (regions.settled[index]) {
        return diagrams_->constant(*regions.settled[index]);
    }
    return diagrams_->among(*regions.level[index], {false, true});
}

/// `include`: something in the region of a code at or below those named. `only`: that, and nothing in any other region.
Diagram Space::set_atom(const Atom& atom) {
    const Taxonomy& taxonomy = situation_.version->vocabulary->taxonomy_of(atom.fact);
    const SetRegions& regions = *sets_[atom.fact];
    Diagram inside = diagrams_->no();
    Diagram outside = diagrams_->no();
    for (std::size_t i = regions.settled.size(); i-- > 0;) {
        const bool named = i < regions.codes.size() &&
                           std::any_of(atom.codes.begin(), atom.codes.end(), [&](CodeIndex code) {
                               return taxonomy.at_or_below(regions.codes[i], code);
                           });
        Diagram& side = named ? inside : outside;
        side = diagrams_->either(region(regions, i), side);
    }
    if (atom.kind == Atom::Kind::set_includes) {
        return inside;
    }
    return diagrams_->both(inside, diagrams_->negate(outside));
}

/// Each region of the space lies in one region of the atom: that of its own code.
Diagram Space::region_atom(const Atom& atom) {
    const Taxonomy& taxonomy = situation_.version->vocabulary->taxonomy_of(atom.fact);
    const SetRegions& regions = *sets_[atom.fact];
    Diagram result = diagrams_->no();
    for (std::size_t i = regions.settled.size(); i-- > 0;) {
        const CodeIndex code = i < regions.codes.size() ? regions.codes[i] : no_code;
        if (atom.choices[region_among(taxonomy, atom.codes, code)]) {
            result = diagrams_->either(region(regions, i), result);
        }
    }
    return result;
}

Diagram Space::compared(const Comparing& comparing) {
    if (comparing.settled) {
        return diagrams_->constant(comparing.value);
    }
    const auto [index, position] = numbers_->place(comparing.test);
    const NumberComponent& component = numbers_->components()[index];
    std::vector<bool> cells;
    for (const NumberComponent::CellOfNumbers& cell : component.cells) {
        cells.push_back(cell.truth[position] != comparing.negated);
    }
    if (!level_of_component_[index]) {
        return diagrams_->constant(!cells.empty() && cells.front());
    }
    return diagrams_->among(*level_of_component_[index], cells);
}

/// The row that applies gives the value to compare with; where no text of the limit is in force the comparison is false.
Diagram Space::limit_atom(AtomIndex index, const Atom& atom) {
    const auto& texts = situation_.version->limits[atom.limit];
    Diagram result = diagrams_->no();
    for (std::uint32_t text = 0; text < texts.size(); ++text) {
        for (std::uint32_t row = 0; row < texts[text].rows.size(); ++row) {
            const Diagram applies = table(tables_.limit_rows[atom.limit][text][row]);
            if (applies != diagrams_->no()) {
                const Diagram holds = compared(numbers_->comparing(index, text, row));
                result = diagrams_->either(diagrams_->both(applies, holds), result);
            }
        }
    }
    return result;
}

Diagram Space::make_atom(AtomIndex index) {
    const Atom& atom = situation_.version->atoms[index];
    if (fixed_atom_[index]) {
        return diagrams_->constant(*fixed_atom_[index]);
    }
    switch (atom.kind) {
        case Atom::Kind::choice: {
            const SpaceVariable& variable = variables_[*level_of_fact_[atom.fact]];
            std::vector<bool> cells;
            for (const std::size_t value : variable.values) {
                cells.push_back(atom.choices[value]);
            }
            return diagrams_->among(*level_of_fact_[atom.fact], cells);
        }
        case Atom::Kind::code: {
            const SpaceVariable& variable = variables_[*level_of_fact_[atom.fact]];
            const auto& atoms = atoms_of_fact_[atom.fact];
            const auto position =
                static_cast<std::size_t>(std::find(atoms.begin(), atoms.end(), index) - atoms.begin());
            std::vector<bool> cells;
            for (const std::vector<bool>& truth : variable.code_truth) {
                cells.push_back(truth[position]);
            }
            return diagrams_->among(*level_of_fact_[atom.fact], cells);
        }
        case Atom::Kind::set_includes:
        case Atom::Kind::set_only: return set_atom(atom);
        case Atom::Kind::set_region: return region_atom(atom);
        case Atom::Kind::number: return compared(numbers_->comparing(index));
        case Atom::Kind::limit: return limit_atom(index, atom);
        case Atom::Kind::overlap: {
            const ShiftSituation& shift = situation_.shift;
            if (shift.kind == ShiftSituation::Kind::known) {
                return diagrams_->constant(shift_overlaps(shift.start, shift.end, atom.window_from, atom.window_to));
            }
            if (shift.kind == ShiftSituation::Kind::fixed) {
                return diagrams_->constant(shift.overlaps[index]);
            }
            const auto position = static_cast<std::size_t>(
                std::find(overlap_atoms_.begin(), overlap_atoms_.end(), index) - overlap_atoms_.begin());
            for (std::uint32_t i = 0; i < numbers_->components().size(); ++i) {
                const NumberComponent& component = numbers_->components()[i];
                if (component.with_shift) {
                    std::vector<bool> cells;
                    for (const NumberComponent::CellOfNumbers& cell : component.cells) {
                        cells.push_back(shift_->groups()[cell.group].overlaps[position]);
                    }
                    return level_of_component_[i] ? diagrams_->among(*level_of_component_[i], cells)
                                                  : diagrams_->constant(!cells.empty() && cells.front());
                }
            }
            return diagrams_->no();
        }
        case Atom::Kind::stated: return diagrams_->no();   // read-once conditions only, never in a table
    }
    return diagrams_->no();
}

Diagram Space::atom(AtomIndex index) {
    if (!atom_diagrams_[index]) {
        const Diagram made = make_atom(index);
        atom_diagrams_[index] = made;
    }
    return *atom_diagrams_[index];
}

Diagram Space::table(TableIndex index) {
    if (table_diagrams_[index]) {
        return *table_diagrams_[index];
    }
    const DecisionTable& table_at = tables_.tables[index];
    Diagram result = diagrams_->no();
    for (const Row& row : table_at.rows) {
        Diagram holds = diagrams_->yes();
        for (std::size_t i = 0; i < row.cells.size() && holds != diagrams_->no(); ++i) {
            if (row.cells[i] == Cell::blank) {
                continue;
            }
            const Column& column = table_at.columns[i];
            const Diagram term = column.kind == Column::Kind::atom ? atom(column.atom) : table(column.table);
            holds = row.cells[i] == Cell::yes ? diagrams_->both(term, holds)
                                              : diagrams_->choose(term, diagrams_->no(), holds);
        }
        result = diagrams_->either(holds, result);
    }
    table_diagrams_[index] = result;
    return result;
}

Diagram Space::unseen(NormIndex norm) {
    return level_of_unseen_[norm] ? diagrams_->among(*level_of_unseen_[norm], {false, true}) : diagrams_->no();
}

Diagram Space::unseen_law(std::uint32_t law, ClassIndex class_index) {
    std::vector<bool> cells(situation_.version->classes.size(), false);
    cells[class_index] = true;
    return diagrams_->among(*level_of_unseen_law_[law], cells);
}

Diagram Space::term_is(FactIndex term, bool value) {
    const TableIndex term_table = tables_.clock_terms[term];
    if (term_table == none_index) {
        return diagrams_->constant(!value);
    }
    return value ? table(term_table) : diagrams_->negate(table(term_table));
}

/// Where some pair of times (with the numbers tied to it) that the constraints on these alone allow is in `value`.
Diagram Space::times_can_give(Diagram value) {
    for (std::uint32_t index = 0; index < numbers_->components().size(); ++index) {
        if (!numbers_->components()[index].with_shift || !level_of_component_[index]) {
            continue;
        }
        const Level level = *level_of_component_[index];
        Diagram allowed = value;
        for (std::size_t i = 0; i < tables_.impossible.size(); ++i) {
            const Diagram constraint = table(tables_.impossible[i]);
            bool of_these_alone = !diagrams_->is_terminal(constraint) && diagrams_->level(constraint) == level;
            for (std::uint32_t cell = 0; of_these_alone && cell < diagrams_->cells(level); ++cell) {
                of_these_alone = diagrams_->is_terminal(diagrams_->child(constraint, cell));
            }
            if (of_these_alone && !situation_.ignores_constraint(i)) {
                allowed = diagrams_->choose(constraint, diagrams_->no(), allowed);
            }
        }
        return diagrams_->some_cell(level, allowed);
    }
    return value;
}

Diagram Space::feasible() {
    if (feasible_) {
        return *feasible_;
    }
    Diagram result = diagrams_->yes();
    for (const NumberComponent& component : numbers_->components()) {
        if (component.cells.empty()) {
            result = diagrams_->no();   // the numbers known contradict the constraints
        }
    }
    for (std::size_t i = 0; i < tables_.impossible.size(); ++i) {
        if (!situation_.ignores_constraint(i)) {
            result = diagrams_->choose(table(tables_.impossible[i]), diagrams_->no(), result);
        }
    }
    for (const auto& regions : sets_) {
        if (regions) {
            for (const std::vector<std::size_t>& candidates : regions->at_least_one) {
                Diagram some = diagrams_->no();
                for (const std::size_t candidate : candidates) {
                    some = diagrams_->either(region(*regions, candidate), some);
                }
                result = diagrams_->both(some, result);
            }
        }
    }
    for (const auto& [term, value] : situation_.shift.stated_terms) {
        // Only the times are restricted: where none give the term this value, they stand.
        const Diagram fits = term_is(term, value);
        result = diagrams_->both(diagrams_->either(fits, diagrams_->negate(times_can_give(fits))), result);
    }
    feasible_ = result;
    return result;
}

}  // namespace labourlex::decide
