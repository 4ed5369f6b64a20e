// The space of completions of a job as a decision diagram's variables, and every table of the law as a diagram over it.
//
// One variable a free choice or code (cells: what the law tells apart), one a mentioned code of a free set and one for
// its "other", one a component of tied numbers (its cells), the pair of times, one a blocking unseen part, one an
// unseen law. What is fixed is a constant and makes no variable; so a fully known job has constants only.
#pragma once

#include "engine/decide/number_space.hpp"
#include "engine/diagrams/diagram.hpp"
#include "engine/law/situation.hpp"
#include "engine/tables/decision_table.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace labourlex::decide {

struct SpaceVariable {
    enum class Kind { choice, code, set_region, numbers, unseen, unseen_law };
    Kind kind = Kind::choice;
    FactIndex fact = no_fact;  ///< choice, code, set_region
    std::uint32_t index = 0;   ///< numbers: component; unseen: norm; unseen_law: index
    CodeIndex code = no_code;  ///< set_region: the code whose region it is; no_code: "other"
    std::uint32_t cells = 2;
    std::vector<std::vector<bool>> code_truth;  ///< code: by cell, truth of each atom on the fact
    std::vector<std::size_t> values;            ///< choice: the value of each cell
};

class Space {
public:
    /// Throws DiagramBudgetExceeded, then and later, when more than `node_budget` nodes are needed.
    Space(const CompiledTables& tables, const Situation& situation, std::size_t node_budget = 4'000'000);
    Space(const Space&) = delete;
    Space& operator=(const Space&) = delete;

    [[nodiscard]] Diagrams& diagrams() { return *diagrams_; }
    [[nodiscard]] const std::vector<SpaceVariable>& variables() const { return variables_; }
    [[nodiscard]] const NumberSpace& numbers() const { return *numbers_; }
    [[nodiscard]] const ShiftGroups& shift() const { return *shift_; }
    /// The atoms of the tables on a choice, a code or a set of codes; those on the times.
    [[nodiscard]] const std::vector<AtomIndex>& atoms_of(FactIndex fact) const { return atoms_of_fact_.at(fact); }
    [[nodiscard]] const std::vector<AtomIndex>& overlap_atoms() const { return overlap_atoms_; }
    [[nodiscard]] const Situation& situation() const { return situation_; }
    [[nodiscard]] const CompiledTables& tables() const { return tables_; }

    /// Where an atom, a table, an unseen part's own variable holds.
    [[nodiscard]] Diagram atom(AtomIndex atom);
    [[nodiscard]] Diagram table(TableIndex table);
    [[nodiscard]] Diagram unseen(NormIndex norm);
    /// The cell of an unseen law's variable: `class_index`.
    [[nodiscard]] Diagram unseen_law(std::uint32_t law, ClassIndex class_index);
    /// The completions that can be: nothing impossible holds, sets have what they must, stated clock terms fit.
    [[nodiscard]] Diagram feasible();
    /// Where a clock term has the value stated beside open times.
    [[nodiscard]] Diagram term_is(FactIndex term, bool value);

    /// Levels that the value of `fact` stands on; empty when it is fixed or no table asks for it. Both times: the
    /// shift's.
    [[nodiscard]] std::vector<Level> levels_of(FactIndex fact) const;
    /// Whether two cells at `level` may be taken by two completions that agree on everything but `open` facts.
    [[nodiscard]] bool agree_but(Level level, std::uint32_t a, std::uint32_t b, const std::vector<FactIndex>& open);
    /// What two completions share in the cell at `level` when they agree on everything but `open` facts: cells that
    /// share something else cannot belong to two such completions.
    [[nodiscard]] std::vector<bool> shared_with(Level level, std::uint32_t cell,
                                                const std::vector<FactIndex>& open) const;
    /// The level holds nothing but unknown values of limit cells.
    [[nodiscard]] bool only_open_cells(Level level) const;
    /// The possible answers to a question about `fact`: each a set of cells by level of `levels_of`. A set is answered
    /// code by code: each answer fixes one region.
    struct Answer {
        Level level = 0;
        std::vector<bool> cells;
    };
    [[nodiscard]] std::vector<Answer> answers(FactIndex fact) const;

private:
    struct SetRegions {
        std::vector<CodeIndex> codes;              ///< mentioned codes; the region "other" comes last
        std::vector<std::optional<bool>> settled;  ///< by region; the last is "other"
        std::vector<std::optional<Level>> level;
        std::vector<std::vector<std::size_t>> at_least_one;  ///< regions of which one is present
    };

    void collect_atoms();
    void add_variables();
    void order_variables();  // space_order.cpp
    [[nodiscard]] std::vector<Level> levels_of_atom(AtomIndex index) const;
    void add_code(FactIndex fact);
    void add_set(FactIndex fact);
    [[nodiscard]] std::size_t region_of(const SetRegions& regions, const Taxonomy& taxonomy, CodeIndex code) const;
    [[nodiscard]] Diagram region(const SetRegions& regions, std::size_t index);
    [[nodiscard]] Diagram set_atom(const Atom& atom);
    [[nodiscard]] Diagram region_atom(const Atom& atom);
    [[nodiscard]] Diagram compared(const Comparing& comparing);
    [[nodiscard]] Diagram limit_atom(AtomIndex index, const Atom& atom);
    [[nodiscard]] Diagram make_atom(AtomIndex index);
    [[nodiscard]] Diagram times_can_give(Diagram value);

    const CompiledTables& tables_;
    const Situation& situation_;
    std::vector<std::vector<AtomIndex>> atoms_of_fact_;  ///< used atoms by fact (choice, code, sets)
    std::vector<AtomIndex> overlap_atoms_;
    std::unique_ptr<ShiftGroups> shift_;
    std::unique_ptr<NumberSpace> numbers_;
    std::vector<SpaceVariable> variables_;
    std::vector<std::optional<Level>> level_of_fact_;  ///< choice, code
    std::vector<std::optional<bool>> fixed_atom_;      ///< by atom: truth where the fact is fixed
    std::vector<std::optional<SetRegions>> sets_;      ///< by fact
    std::vector<std::optional<Level>> level_of_component_;
    std::vector<std::optional<Level>> level_of_unseen_;
    std::vector<std::optional<Level>> level_of_unseen_law_;
    std::unique_ptr<Diagrams> diagrams_;
    std::vector<std::optional<Diagram>> atom_diagrams_;
    std::vector<std::optional<Diagram>> table_diagrams_;
    std::optional<Diagram> feasible_;
};

}  // namespace labourlex::decide
