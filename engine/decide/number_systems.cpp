// The systems of inequalities behind the cells of numbers: is there a point in a cell, are there two points in two cells that
// agree on all but some numbers.
//
// Two things are not linear and are split by cases: a whole-number fact (days_per_week may be 5 or 6, not 5.5) and a number
// known as one of several ranges. Cases are tried from the greatest value down, because what a day count multiplies is
// nearly always bounded from above by it, so that the first case usually settles the question.

#include "engine/decide/number_space.hpp"

#include <algorithm>
#include <functional>

namespace labourlex::decide {

namespace {

/// The choice made for a variable that is split by cases.
struct Case {
    Rational low;
    Rational high;
    bool high_excluded = false;
};

/// One copy of the numbers of a component: where each variable stands in the system, and which case it is in.
struct Copy {
    std::vector<std::size_t> column;     ///< by position in the component
    std::vector<Case> cases;             ///< by position in the component
};

void add_test(LinearSystem& system, const NumberTest& test, bool truth, const Rational& length,
              const std::vector<std::uint32_t>& variables, const Copy& copy) {
    const auto position = [&](std::uint32_t variable) {
        return static_cast<std::size_t>(std::find(variables.begin(), variables.end(), variable) - variables.begin());
    };
    LinearInequality inequality;
    inequality.factors.resize(system.variables());
    inequality.constant = test.constant + test.length_factor * length;
    for (const NumberTest::Term& term : test.terms) {
        Rational factor = term.factor;
        if (term.multiplier != UINT32_MAX) {
            factor = factor * copy.cases[position(term.multiplier)].low;   // multipliers are whole: low is the value
        }
        Rational& at = inequality.factors[copy.column[position(term.variable)]];
        at = at + factor;
    }
    inequality.strict = test.strict;
    if (!truth) {
        for (Rational& factor : inequality.factors) {
            factor = -factor;
        }
        inequality.constant = -inequality.constant;
        inequality.strict = !test.strict;
    }
    system.add(std::move(inequality));
}

void add_ranges(LinearSystem& system, const Copy& copy) {
    for (std::size_t i = 0; i < copy.column.size(); ++i) {
        system.add_single(copy.column[i], 1, -copy.cases[i].low, false);
        system.add_single(copy.column[i], -1, copy.cases[i].high, copy.cases[i].high_excluded);
    }
}

}  // namespace

bool NumberSpace::feasible(const NumberComponent& component, const std::vector<std::uint32_t>& tests,
                           const std::vector<bool>& truth, const Rational& length) const {
    Copy copy;
    copy.column.resize(component.variables.size());
    copy.cases.resize(component.variables.size());
    for (std::size_t i = 0; i < copy.column.size(); ++i) {
        copy.column[i] = i;
    }
    const std::function<bool(std::size_t)> some_case = [&](std::size_t next) -> bool {
        if (next == component.variables.size()) {
            LinearSystem system(component.variables.size());
            add_ranges(system, copy);
            for (std::size_t i = 0; i < tests.size(); ++i) {
                add_test(system, tests_[tests[i]], truth[i], length, component.variables, copy);
            }
            return system.feasible();
        }
        const std::uint32_t variable = component.variables[next];
        const bool open_cell = variables_[variable].fact == no_fact;
        const auto ranges = intervals(variable);
        for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
            if (!whole(variable)) {
                copy.cases[next] = {range->low, range->high, open_cell};
                if (some_case(next + 1)) {
                    return true;
                }
                continue;
            }
            for (std::int64_t value = range->high.floor(); value >= range->low.ceiling(); --value) {
                copy.cases[next] = {Rational(value), Rational(value), false};
                if (some_case(next + 1)) {
                    return true;
                }
            }
        }
        return false;
    };
    return some_case(0);
}

bool NumberSpace::agree_but(const NumberComponent& component, std::uint32_t a, std::uint32_t b,
                            const std::vector<FactIndex>& open, bool open_shift) const {
    const NumberComponent::CellOfNumbers& first = component.cells[a];
    const NumberComponent::CellOfNumbers& second = component.cells[b];
    if (component.with_shift && !open_shift && first.group != second.group) {
        return false;
    }
    const std::size_t count = component.variables.size();
    std::vector<bool> is_open(count);
    std::size_t columns = count;
    Copy left;
    Copy right;
    left.cases.resize(count);
    right.cases.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const FactIndex fact = variables_[component.variables[i]].fact;
        is_open[i] = fact != no_fact && std::find(open.begin(), open.end(), fact) != open.end();
        left.column.push_back(i);
        right.column.push_back(is_open[i] ? columns++ : i);
    }
    const auto length_of = [&](const NumberComponent::CellOfNumbers& cell) {
        return component.with_shift ? Rational(shift_.groups()[cell.group].minutes, 60) : Rational(0);
    };
    const auto solve = [&] {
        LinearSystem system(columns);
        add_ranges(system, left);
        add_ranges(system, right);
        for (std::size_t i = 0; i < component.tests.size(); ++i) {
            const NumberTest& test = tests_[component.tests[i]];
            add_test(system, test, first.truth[i], length_of(first), component.variables, left);
            add_test(system, test, second.truth[i], length_of(second), component.variables, right);
        }
        return system.feasible();
    };
    /// Tries the cases of both copies; a number that is not open has one case for both.
    const std::function<bool(std::size_t, bool)> some_case = [&](std::size_t next, bool second_copy) -> bool {
        if (next == count) {
            return solve();
        }
        const std::uint32_t variable = component.variables[next];
        const bool open_cell = variables_[variable].fact == no_fact;
        const auto proceed = [&](const Case& chosen) {
            (second_copy ? right : left).cases[next] = chosen;
            if (!second_copy && !is_open[next]) {
                right.cases[next] = chosen;
                return some_case(next + 1, false);
            }
            return second_copy ? some_case(next + 1, false) : some_case(next, true);
        };
        const auto ranges = intervals(variable);
        for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
            if (!whole(variable)) {
                if (proceed({range->low, range->high, open_cell})) {
                    return true;
                }
                continue;
            }
            for (std::int64_t value = range->high.floor(); value >= range->low.ceiling(); --value) {
                if (proceed({Rational(value), Rational(value), false})) {
                    return true;
                }
            }
        }
        return false;
    };
    return some_case(0, false);
}

}  // namespace labourlex::decide
