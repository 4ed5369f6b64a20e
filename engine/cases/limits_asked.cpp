#include "engine/cases/limits_asked.hpp"

#include <algorithm>
#include <functional>

namespace labourlex {

namespace {

class Asker {
public:
    explicit Asker(decide::Outcomes& outcomes)
        : outcomes_(outcomes),
          tables_(outcomes.space().tables()),
          law_(*tables_.version),
          situation_(outcomes.space().situation()),
          visited_(tables_.tables.size()),
          asked_(law_.atoms.size()) {}

    std::vector<bool> run() {
        for (NormIndex index = 0; index < law_.norms.size(); ++index) {
            const Norm& norm = law_.norms[index];
            if (norm.kind == NormKind::exception && !some_parent_speaks(index)) continue;
            ask(tables_.norms[index].speaks);
            const bool required = norm.needs && outcomes_.must_be(norm.kind == NormKind::requirement
                                                                      ? outcomes_.norm(index).holds
                                                                      : outcomes_.speaks_with_parents(index));
            if (required) ask(tables_.norms[index].needs);
        }
        for (const TableIndex reach : tables_.instrument_reaches) ask(reach);
        for (const TableIndex unseen : tables_.unseen_laws) ask(unseen);
        return std::move(asked_);
    }

private:
    bool some_parent_speaks(NormIndex exception) {
        const auto& parents = law_.norms[exception].parents;
        return std::any_of(parents.begin(), parents.end(), [&](NormIndex parent) {
            return outcomes_.must_be(outcomes_.norm(parent).speaks) &&
                   (law_.norms[parent].kind != NormKind::exception || some_parent_speaks(parent));
        });
    }

    Diagram agrees(const Column& column, Cell cell) {
        const Diagram answer = column.kind == Column::Kind::table ? outcomes_.space().table(column.table)
                                                                  : outcomes_.space().atom(column.atom);
        return cell == Cell::yes ? answer : outcomes_.diagrams().negate(answer);
    }

    void ask(TableIndex index) {
        if (index == none_index || visited_[index]) return;
        visited_[index] = true;
        const DecisionTable& table = tables_.tables[index];
        for (const Row& row : table.rows) {
            std::vector<std::size_t> open;
            for (std::size_t i = 0; i < table.columns.size() && open.size() < 2; ++i) {
                if (row.cells[i] == Cell::blank) continue;
                if (!outcomes_.must_be(agrees(table.columns[i], row.cells[i]))) open.push_back(i);
            }
            // With two cells that do not certainly agree no cell of the row is decisive; with one, that one is; with
            // none, each is.
            for (std::size_t i = 0; i < table.columns.size() && open.size() < 2; ++i) {
                if (row.cells[i] != Cell::blank && (open.empty() || open.front() == i)) ask(table.columns[i]);
            }
        }
    }

    void ask(const Column& column) {
        if (column.kind == Column::Kind::table) {
            ask(column.table);
            return;
        }
        const Atom& atom = law_.atoms[column.atom];
        if (atom.kind == Atom::Kind::limit && stated(atom) && (known(atom) || settled(column.atom))) {
            asked_[column.atom] = true;
        }
    }

    [[nodiscard]] bool stated(const Atom& atom) const {
        const auto is_stated = [&](FactIndex fact) {
            return fact < situation_.facts.size() && situation_.facts[fact].origin == Origin::stated;
        };
        return std::any_of(atom.form.terms.begin(), atom.form.terms.end(), [&](const LinearTerm& term) {
            return term.fact == shift_length ? situation_.shift.kind == ShiftSituation::Kind::known
                                             : is_stated(term.fact) || is_stated(term.whole_fact);
        });
    }

    [[nodiscard]] bool known(const Atom& atom) const {
        const auto is_fixed = [&](FactIndex fact) { return fact == no_fact || situation_.facts[fact].fixed; };
        return std::all_of(atom.form.terms.begin(), atom.form.terms.end(), [&](const LinearTerm& term) {
            return (term.fact == shift_length ? situation_.shift.kind == ShiftSituation::Kind::known
                                              : is_fixed(term.fact)) &&
                   is_fixed(term.whole_fact);
        });
    }

    bool settled(AtomIndex index) {
        const Diagram holds = outcomes_.space().atom(index);
        return outcomes_.must_be(holds) || !outcomes_.can_be(holds);
    }

    decide::Outcomes& outcomes_;
    const CompiledTables& tables_;
    const Version& law_;
    const Situation& situation_;
    std::vector<bool> visited_;
    std::vector<bool> asked_;
};

}  // namespace

std::vector<bool> limits_asked(decide::Outcomes& outcomes) {
    return Asker(outcomes).run();
}

}  // namespace labourlex
