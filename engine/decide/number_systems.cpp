// The systems of inequalities behind the cells of numbers: is there a point in a cell, are there two points in two
// cells that agree on all but some numbers.
//
// Two things are not linear. A whole number that multiplies another (days_per_week times hours_per_day) is split by its
// values, and a number known as one of several ranges by its ranges: cases are tried from the greatest down, because
// what a day count multiplies is nearly always bounded from above by it, so that the first case usually settles the
// question. Other whole numbers stay in the system: its inequalities over whole numbers alone are tightened to whole
// constants, and where the rational answer leaves an interval it is branched on, ends first. So two facts of 0 to 3000
// that are compared with each other cost a few eliminations and not nine million.

#include "engine/decide/number_space.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

namespace labourlex::decide {

namespace {

/// One unknown of a system, in the case that is being tried.
struct ColumnOfSystem {
    std::vector<NumberInterval> ranges;
    bool end_excluded = false;
    bool whole = false;
    bool multiplies = false;
    Rational low;
    Rational high;
};

/// A test that a point must pass (or fail, `truth` false); `columns` gives the column of each of its variables.
struct Demand {
    const NumberTest* test = nullptr;
    bool truth = true;
    Rational length;
    std::vector<std::size_t> columns;      ///< by term
    std::vector<std::size_t> multipliers;  ///< by term; the column that multiplies it, where it has one
};

class CaseSearch {
public:
    std::vector<ColumnOfSystem> columns;
    std::vector<Demand> demands;

    [[nodiscard]] bool some_point() {
        for (const Demand& demand : demands) {
            for (std::size_t term = 0; term < demand.test->terms.size(); ++term) {
                if (demand.test->terms[term].multiplier != UINT32_MAX) {
                    columns[demand.multipliers[term]].multiplies = true;
                }
            }
        }
        return some_case(0);
    }

private:
    bool some_case(std::size_t next) {
        if (next == columns.size()) {
            return some_whole_point();
        }
        ColumnOfSystem& column = columns[next];
        for (auto range = column.ranges.rbegin(); range != column.ranges.rend(); ++range) {
            column.low = column.whole ? Rational(range->low.ceiling()) : range->low;
            column.high = column.whole ? Rational(range->high.floor()) : range->high;
            if (column.high < column.low) {
                continue;
            }
            if (!column.multiplies) {
                if (some_case(next + 1)) {
                    return true;
                }
                continue;
            }
            for (std::int64_t value = column.high.floor(), last = column.low.ceiling(); value >= last; --value) {
                column.low = column.high = Rational(value);
                if (some_case(next + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The rational system has a point with whole numbers where they must be.
    bool some_whole_point() {
        const LinearSystem system = make_system();
        if (!system.feasible()) {
            return false;
        }
        const auto open = std::find_if(columns.begin(), columns.end(), [](const ColumnOfSystem& column) {
            return column.whole && column.low < column.high;
        });
        if (open == columns.end()) {
            return true;
        }
        const auto bounds = system.bounds(static_cast<std::size_t>(open - columns.begin()));
        if (!bounds) {
            return false;
        }
        std::int64_t low = open->low.ceiling();
        std::int64_t high = open->high.floor();
        if (bounds->low) {
            const std::int64_t least = bounds->low->ceiling();
            low = std::max(low, bounds->low_excluded && Rational(least) == *bounds->low ? least + 1 : least);
        }
        if (bounds->high) {
            const std::int64_t most = bounds->high->floor();
            high = std::min(high, bounds->high_excluded && Rational(most) == *bounds->high ? most - 1 : most);
        }
        const Rational kept_low = open->low;
        const Rational kept_high = open->high;
        const auto within = [&](std::int64_t from, std::int64_t to) {
            if (from > to) {
                return false;
            }
            open->low = Rational(from);
            open->high = Rational(to);
            return some_whole_point();
        };
        const std::int64_t middle = low + (high - low) / 2;
        const bool found =
            low <= high && (within(high, high) || (low < high && within(low, low)) ||
                            within(low + 1, std::min(middle, high - 1)) || within(std::max(middle, low) + 1, high - 1));
        open->low = kept_low;
        open->high = kept_high;
        return found;
    }

    [[nodiscard]] LinearSystem make_system() const {
        LinearSystem system(columns.size());
        for (std::size_t i = 0; i < columns.size(); ++i) {
            system.add_single(i, 1, -columns[i].low, false);
            system.add_single(i, -1, columns[i].high, columns[i].end_excluded);
        }
        for (const Demand& demand : demands) {
            LinearInequality inequality;
            inequality.factors.resize(columns.size());
            inequality.constant = demand.test->constant + demand.test->length_factor * demand.length;
            for (std::size_t i = 0; i < demand.test->terms.size(); ++i) {
                const NumberTest::Term& term = demand.test->terms[i];
                Rational factor = term.factor;
                if (term.multiplier != UINT32_MAX) {
                    factor = factor * columns[demand.multipliers[i]].low;  // split by its values: low is the value
                }
                inequality.factors[demand.columns[i]] = inequality.factors[demand.columns[i]] + factor;
            }
            inequality.strict = demand.test->strict;
            if (!demand.truth) {
                for (Rational& factor : inequality.factors) {
                    factor = -factor;
                }
                inequality.constant = -inequality.constant;
                inequality.strict = !demand.test->strict;
            }
            tighten(inequality);
            system.add(std::move(inequality));
        }
        return system;
    }

    /// A sum of whole numbers with whole factors is whole: more than 2.3 is at least 3.
    void tighten(LinearInequality& inequality) const {
        bool some = false;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (inequality.factors[i].sign() != 0) {
                some = true;
                if (!columns[i].whole || Rational(inequality.factors[i].floor()) != inequality.factors[i]) {
                    return;
                }
            }
        }
        if (some) {
            // sum + c > 0 is sum >= floor(-c) + 1; sum + c >= 0 is sum >= ceiling(-c).
            const Rational right = -inequality.constant;
            const std::int64_t least = inequality.strict ? right.floor() + 1 : right.ceiling();
            inequality.constant = -Rational(least);
            inequality.strict = false;
        }
    }
};

}  // namespace

bool NumberSpace::feasible(const NumberComponent& component, const std::vector<std::uint32_t>& tests,
                           const std::vector<bool>& truth, const Rational& length) const {
    CaseSearch search;
    for (const std::uint32_t variable : component.variables) {
        search.columns.push_back(
            {intervals(variable), variables_[variable].fact == no_fact, whole(variable), false, 0, 0});
    }
    const auto column = [&](std::uint32_t variable) {
        return static_cast<std::size_t>(std::find(component.variables.begin(), component.variables.end(), variable) -
                                        component.variables.begin());
    };
    for (std::size_t i = 0; i < tests.size(); ++i) {
        Demand demand{&tests_[tests[i]], truth[i], length, {}, {}};
        for (const NumberTest::Term& term : demand.test->terms) {
            demand.columns.push_back(column(term.variable));
            demand.multipliers.push_back(term.multiplier == UINT32_MAX ? 0 : column(term.multiplier));
        }
        search.demands.push_back(std::move(demand));
    }
    return search.some_point();
}

std::optional<std::vector<Rational>> NumberSpace::point(const NumberComponent& component, std::uint32_t cell,
                                                        const std::vector<bool>& rather_not_zero) const {
    const NumberComponent::CellOfNumbers& wanted = component.cells.at(cell);
    CaseSearch search;
    for (const std::uint32_t variable : component.variables) {
        search.columns.push_back(
            {intervals(variable), variables_[variable].fact == no_fact, whole(variable), false, 0, 0});
    }
    const auto column = [&](std::uint32_t variable) {
        return static_cast<std::size_t>(std::find(component.variables.begin(), component.variables.end(), variable) -
                                        component.variables.begin());
    };
    for (std::size_t i = 0; i < component.tests.size(); ++i) {
        Demand demand{&tests_[component.tests[i]],
                      wanted.truth[i],
                      component.with_shift ? Rational(shift_.groups()[wanted.group].minutes, 60) : Rational(0),
                      {},
                      {}};
        for (const NumberTest::Term& term : demand.test->terms) {
            demand.columns.push_back(column(term.variable));
            demand.multipliers.push_back(term.multiplier == UINT32_MAX ? 0 : column(term.multiplier));
        }
        search.demands.push_back(std::move(demand));
    }
    std::vector<Rational> result;
    for (std::size_t i = 0; i < component.variables.size(); ++i) {
        // Candidates: what the tests compare the number with, the ends of its range, and decimals near these.
        std::vector<Rational> edges;
        for (const std::uint32_t test : component.tests) {
            if (only_variable(test) == component.variables[i]) {
                edges.push_back(-tests_[test].constant / tests_[test].terms.front().factor);
            }
        }
        const std::vector<NumberInterval> ranges = intervals(component.variables[i]);
        for (const NumberInterval& range : ranges) {
            edges.push_back(range.low);
            edges.push_back(range.high);
        }
        edges.insert(edges.end(), result.begin(), result.end());  // tied numbers are compared with each other
        std::vector<Rational> candidates = edges;
        for (const Rational& step : {Rational(1), Rational(1, 2), Rational(1, 10), Rational(1, 100)}) {
            for (const Rational& edge : edges) {
                candidates.push_back(edge - step);
                candidates.push_back(edge + step);
            }
        }
        for (std::int64_t value = 0; value <= 24; ++value) {
            candidates.emplace_back(value);
        }
        if (i < rather_not_zero.size() && rather_not_zero[i]) {
            std::stable_partition(candidates.begin(), candidates.end(),
                                  [](const Rational& candidate) { return candidate.sign() != 0; });
        }
        bool found = false;
        const bool end_excluded = search.columns[i].end_excluded;
        search.columns[i].end_excluded = false;
        for (const Rational& candidate : candidates) {
            const bool in_range = std::any_of(ranges.begin(), ranges.end(), [&](const NumberInterval& range) {
                return range.low <= candidate && (candidate < range.high || (candidate == range.high && !end_excluded));
            });
            if (!in_range || (search.columns[i].whole && Rational(candidate.floor()) != candidate)) {
                continue;
            }
            search.columns[i].ranges = {{candidate, candidate}};
            if (search.some_point()) {
                result.push_back(candidate);
                found = true;
                break;
            }
        }
        if (!found) {
            return std::nullopt;
        }
    }
    return result;
}

bool NumberSpace::asks_for(const NumberTest& test, const std::vector<FactIndex>& open) const {
    const auto is_open = [&](std::uint32_t variable) {
        const FactIndex fact = variable == UINT32_MAX ? no_fact : variables_[variable].fact;
        return fact != no_fact && std::find(open.begin(), open.end(), fact) != open.end();
    };
    return std::any_of(test.terms.begin(), test.terms.end(), [&](const NumberTest::Term& term) {
        return is_open(term.variable) || is_open(term.multiplier);
    });
}

std::vector<bool> NumberSpace::shared_with(const NumberComponent& component, std::uint32_t cell,
                                           const std::vector<FactIndex>& open, bool open_shift) const {
    const NumberComponent::CellOfNumbers& of = component.cells[cell];
    std::vector<bool> shared;
    for (std::size_t i = 0; i < component.tests.size(); ++i) {
        const NumberTest& test = tests_[component.tests[i]];
        if (!asks_for(test, open) && !(open_shift && test.length_factor.sign() != 0)) {
            shared.push_back(of.truth[i]);
        }
    }
    for (std::uint32_t bits = component.with_shift && !open_shift ? of.group : 0, left = 32; left > 0; --left) {
        shared.push_back((bits & 1U) != 0);
        bits >>= 1U;
    }
    return shared;
}

bool NumberSpace::agree_but(const NumberComponent& component, std::uint32_t a, std::uint32_t b,
                            const std::vector<FactIndex>& open, bool open_shift) const {
    const NumberComponent::CellOfNumbers& first = component.cells[a];
    const NumberComponent::CellOfNumbers& second = component.cells[b];
    if (component.with_shift && !open_shift && first.group != second.group) {
        return false;
    }
    for (std::size_t i = 0; i < component.tests.size(); ++i) {
        const NumberTest& test = tests_[component.tests[i]];
        const bool length_differs = test.length_factor.sign() != 0 && first.group != second.group;
        if (first.truth[i] != second.truth[i] && !length_differs && !asks_for(test, open)) {
            return false;  // over numbers that both points share it comes out the same at both
        }
    }
    // Two points: a number that is not open has one column for both.
    CaseSearch search;
    std::vector<std::size_t> left;
    std::vector<std::size_t> right;
    for (const std::uint32_t variable : component.variables) {
        const FactIndex fact = variables_[variable].fact;
        const ColumnOfSystem column{intervals(variable), fact == no_fact, whole(variable), false, 0, 0};
        left.push_back(search.columns.size());
        right.push_back(search.columns.size());
        search.columns.push_back(column);
        if (fact != no_fact && std::find(open.begin(), open.end(), fact) != open.end()) {
            right.back() = search.columns.size();
            search.columns.push_back(column);
        }
    }
    const auto demand_of = [&](const NumberComponent::CellOfNumbers& cell, const std::vector<std::size_t>& columns,
                               std::size_t i) {
        const auto column = [&](std::uint32_t variable) {
            return columns[static_cast<std::size_t>(
                std::find(component.variables.begin(), component.variables.end(), variable) -
                component.variables.begin())];
        };
        Demand demand{&tests_[component.tests[i]],
                      cell.truth[i],
                      component.with_shift ? Rational(shift_.groups()[cell.group].minutes, 60) : Rational(0),
                      {},
                      {}};
        for (const NumberTest::Term& term : demand.test->terms) {
            demand.columns.push_back(column(term.variable));
            demand.multipliers.push_back(term.multiplier == UINT32_MAX ? 0 : column(term.multiplier));
        }
        return demand;
    };
    for (std::size_t i = 0; i < component.tests.size(); ++i) {
        search.demands.push_back(demand_of(first, left, i));
        search.demands.push_back(demand_of(second, right, i));
    }
    return search.some_point();
}

}  // namespace labourlex::decide
