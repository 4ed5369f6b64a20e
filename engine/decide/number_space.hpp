// The open numbers of a job, cut into cells.
//
// Numbers matter only through the comparisons that the law and the constraints make with them. A *cell* is a truth
// assignment to all comparisons over numbers that are tied together, and it exists when some rational point (whole
// where the fact is whole) satisfies it together with the constraints: decided by Fourier-Motzkin elimination, never by
// judging one chosen value. Numbers that no comparison ties to another are their own *component* and are cut on their
// own line.
//
// The unknown value of an open limit cell is a number like any other. The pair of times enters a component through the
// length of the shift, where a constraint ties it to an open number.
#pragma once

#include "engine/decide/shift_groups.hpp"
#include "engine/facts/arithmetic.hpp"
#include "engine/law/situation.hpp"
#include "engine/tables/decision_table.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace labourlex::decide {

/// Which unknown number: a fact, or an open cell of a limit.
struct NumberVariable {
    FactIndex fact = no_fact;
    LimitIndex limit = none_index;
    std::uint32_t text = 0;  ///< which text of the limit
    std::uint32_t row = 0;
    friend auto operator<=>(const NumberVariable&, const NumberVariable&) = default;
};

/// factors . variables (+ product terms) + length factor * shift length + constant > 0 (strict) or >= 0.
struct NumberTest {
    struct Term {
        std::uint32_t variable = 0;
        Rational factor;
        std::uint32_t multiplier = UINT32_MAX;  ///< a whole variable it is multiplied by, or none
        friend bool operator==(const Term&, const Term&) = default;
    };
    std::vector<Term> terms;
    Rational length_factor;
    Rational constant;
    bool strict = false;
    friend bool operator==(const NumberTest&, const NumberTest&) = default;
};

/// A comparison as the law makes it: a test, perhaps negated, or settled by what is known.
struct Comparing {
    bool settled = false;
    bool value = false;  ///< when settled
    std::uint32_t test = 0;
    bool negated = false;
};

/// Numbers tied together (and perhaps the pair of times), with their cells.
struct NumberComponent {
    std::vector<std::uint32_t> variables;
    std::vector<std::uint32_t> tests;
    bool with_shift = false;
    struct CellOfNumbers {
        std::uint32_t group = 0;  ///< shift group, when with_shift
        std::vector<bool> truth;  ///< one a test of the component
    };
    std::vector<CellOfNumbers> cells;
};

class NumberSpace {
public:
    /// Finds every comparison that the tables make and cuts the open numbers. `shift` may gain a finer grouping.
    NumberSpace(const CompiledTables& tables, const Situation& situation, ShiftGroups& shift);

    [[nodiscard]] const Comparing& comparing(AtomIndex atom) const { return atoms_.at(atom); }
    /// A limit atom against one row of one text of the limit.
    [[nodiscard]] const Comparing& comparing(AtomIndex atom, std::uint32_t text, std::uint32_t row) const {
        return limit_atoms_.at({atom, text, row});
    }
    [[nodiscard]] const std::vector<NumberVariable>& variables() const { return variables_; }
    [[nodiscard]] const std::vector<NumberComponent>& components() const { return components_; }
    [[nodiscard]] const NumberTest& test_at(std::uint32_t test) const { return tests_.at(test); }
    /// Component and position in it of a test.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> place(std::uint32_t test) const { return places_.at(test); }
    /// The only variable of a test, when it has just one (and no shift length).
    [[nodiscard]] std::optional<std::uint32_t> only_variable(std::uint32_t test) const;
    [[nodiscard]] bool contains(const NumberComponent& component, FactIndex fact) const;

    /// A short decimal point of a cell, one number a variable of the component; nothing when none was found among the
    /// thresholds and the decimals around them. Thresholds themselves come first: the point lies at the cell's edge.
    /// `rather_not_zero`, by variable of the component: other numbers are tried before 0.
    [[nodiscard]] std::optional<std::vector<Rational>> point(const NumberComponent& component, std::uint32_t cell,
                                                             const std::vector<bool>& rather_not_zero = {}) const;

    /// Whether two cells of a component have points that agree on every number but those of `open` facts (and on the
    /// pair of times unless `open_shift`).
    [[nodiscard]] bool agree_but(const NumberComponent& component, std::uint32_t a, std::uint32_t b,
                                 const std::vector<FactIndex>& open, bool open_shift) const;

    /// The truth of the tests (and the group of times, as bits) that two points share which agree on every number but
    /// those of `open` facts.
    [[nodiscard]] std::vector<bool> shared_with(const NumberComponent& component, std::uint32_t cell,
                                                const std::vector<FactIndex>& open, bool open_shift) const;

private:
    [[nodiscard]] bool asks_for(const NumberTest& test, const std::vector<FactIndex>& open) const;

    Comparing compare(const LinearForm& form, Comparison comparison, const NumberVariable* subtract,
                      const Rational& factor);
    [[nodiscard]] NumberVariable open_cell(LimitIndex limit, std::uint32_t text, std::uint32_t row) const;
    std::uint32_t variable(const NumberVariable& wanted);
    std::uint32_t test(NumberTest wanted);
    void tie_together();
    void cut(NumberComponent& component);
    [[nodiscard]] bool feasible(const NumberComponent& component, const std::vector<std::uint32_t>& tests,
                                const std::vector<bool>& truth, const Rational& length) const;
    [[nodiscard]] std::vector<std::vector<bool>> cut_line(std::uint32_t variable,
                                                          const std::vector<std::uint32_t>& tests) const;
    [[nodiscard]] bool truth_at(const NumberTest& test, const Rational& value) const;
    [[nodiscard]] std::vector<NumberInterval> intervals(std::uint32_t variable) const;
    [[nodiscard]] bool whole(std::uint32_t variable) const;

    const Situation& situation_;
    ShiftGroups& shift_;
    std::vector<NumberVariable> variables_;
    std::map<NumberVariable, std::uint32_t> by_variable_;
    std::vector<NumberTest> tests_;
    std::vector<bool> impossible_;          ///< by test: true in no completion
    std::vector<bool> impossible_negated_;  ///< by test: false in no completion
    std::vector<NumberComponent> components_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> places_;
    std::map<AtomIndex, Comparing> atoms_;
    std::map<std::tuple<AtomIndex, std::uint32_t, std::uint32_t>, Comparing> limit_atoms_;
};

}  // namespace labourlex::decide
