#include "engine/decide/number_space.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <set>
#include <tuple>

namespace labourlex::decide {

namespace {

/// Puts a test into the one form in which equal tests are equal: first factor 1, variables ascending.
/// Returns whether the sense was turned round (f > 0 became f >= 0 of the negated form, negated).
bool canonical(NumberTest& test) {
    std::sort(test.terms.begin(), test.terms.end(), [](const auto& a, const auto& b) {
        return std::tie(a.variable, a.multiplier) < std::tie(b.variable, b.multiplier);
    });
    const Rational lead = test.terms.empty() ? test.length_factor : test.terms.front().factor;
    if (lead.sign() == 0) {
        return false;
    }
    const Rational size = lead.sign() < 0 ? -lead : lead;
    const bool turn = lead.sign() < 0;
    const Rational scale = turn ? -(Rational(1) / size) : Rational(1) / size;
    for (auto& term : test.terms) {
        term.factor = term.factor * scale;
    }
    test.length_factor = test.length_factor * scale;
    test.constant = test.constant * scale;
    if (turn) {
        test.strict = !test.strict;  // f > 0 is not (-f >= 0)
    }
    return turn;
}

bool single_atom(const Condition& condition, AtomIndex& atom) {
    if (condition.kind == Condition::Kind::all && condition.children.size() == 1) {
        return single_atom(condition.children.front(), atom);
    }
    atom = condition.atom;
    return condition.kind == Condition::Kind::atom;
}

}  // namespace

NumberSpace::NumberSpace(const CompiledTables& tables, const Situation& situation, ShiftGroups& shift)
    : situation_(situation), shift_(shift) {
    const Version& version = *situation.version;
    std::set<AtomIndex> used;
    for (const DecisionTable& table : tables.tables) {
        for (const Column& column : table.columns) {
            if (column.kind == Column::Kind::atom) {
                used.insert(column.atom);
            }
        }
    }
    for (const AtomIndex index : used) {
        const Atom& atom = version.atoms[index];
        if (atom.kind == Atom::Kind::number) {
            atoms_[index] = compare(atom.form, atom.comparison, nullptr, 0);
        } else if (atom.kind == Atom::Kind::limit) {
            const auto& texts = version.limits[atom.limit];
            for (std::uint32_t text = 0; text < texts.size(); ++text) {
                for (std::uint32_t row = 0; row < texts[text].rows.size(); ++row) {
                    const LimitCell& cell = texts[text].rows[row].cell;
                    Comparing& result = limit_atoms_[{index, text, row}];
                    if (cell.kind == LimitCell::Kind::none) {
                        // A cell without a limit is greater than every number.
                        result.settled = true;
                        result.value = atom.comparison == Comparison::under || atom.comparison == Comparison::at_most;
                    } else if (cell.kind == LimitCell::Kind::number) {
                        LinearForm form = atom.form;
                        form.constant = form.constant - atom.factor * cell.low;
                        result = compare(form, atom.comparison, nullptr, 0);
                    } else {
                        const NumberVariable unknown = open_cell(atom.limit, text, row);
                        result = compare(atom.form, atom.comparison, &unknown, atom.factor);
                        if (situation.options.split_at_open_figures) {
                            LinearForm form = atom.form;
                            form.constant = form.constant - atom.factor * cell.low;
                            (void)compare(form, atom.comparison, nullptr, 0);
                        }
                    }
                }
            }
        }
    }
    impossible_.assign(tests_.size(), false);
    impossible_negated_.assign(tests_.size(), false);
    for (std::size_t i = 0; i < version.impossible.size(); ++i) {
        AtomIndex atom = none_index;
        if (!situation.ignores_constraint(i) && single_atom(version.impossible[i].when, atom)) {
            if (const auto found = atoms_.find(atom); found != atoms_.end() && !found->second.settled) {
                (found->second.negated ? impossible_negated_ : impossible_)[found->second.test] = true;
            }
        }
    }
    tie_together();
    for (NumberComponent& component : components_) {
        cut(component);
    }
}

/// The unknown value of an open cell. Two versions that are looked at together may hold the same text of a cell: it is
/// one unknown.
NumberVariable NumberSpace::open_cell(LimitIndex limit, std::uint32_t text, std::uint32_t row) const {
    const NumberVariable own{no_fact, limit, text, row};
    const auto& limits = situation_.version->limits;
    const Span& span = limits[limit][text].rows[row].cell.span;
    for (const NumberVariable& known : variables_) {
        if (known.fact == no_fact && span.end > span.begin && known != own &&
            limits[known.limit][known.text].rows[known.row].cell.span == span) {
            return known;
        }
    }
    return own;
}

std::uint32_t NumberSpace::variable(const NumberVariable& wanted) {
    const auto [entry, added] = by_variable_.try_emplace(wanted, static_cast<std::uint32_t>(variables_.size()));
    if (added) {
        variables_.push_back(wanted);
    }
    return entry->second;
}

std::uint32_t NumberSpace::test(NumberTest wanted) {
    const auto found = std::find(tests_.begin(), tests_.end(), wanted);
    if (found != tests_.end()) {
        return static_cast<std::uint32_t>(found - tests_.begin());
    }
    tests_.push_back(std::move(wanted));
    return static_cast<std::uint32_t>(tests_.size() - 1);
}

/// Turns a comparison into a test over the open numbers: fixed facts become constants.
Comparing NumberSpace::compare(const LinearForm& form, Comparison comparison, const NumberVariable* subtract,
                               const Rational& factor) {
    Comparing result;
    NumberTest made;
    made.constant = form.constant;
    const auto fixed_value = [&](FactIndex fact) { return situation_.facts[fact].numbers.front().low; };
    for (const LinearTerm& term : form.terms) {
        if (term.fact == shift_length) {
            if (situation_.shift.kind == ShiftSituation::Kind::fixed) {
                result.settled = true;  // no shift is known: nothing is said about its length
                return result;
            }
            if (situation_.shift.kind == ShiftSituation::Kind::known) {
                const int minutes = shift_minutes(situation_.shift.start, situation_.shift.end);
                made.constant = made.constant + term.factor * Rational(minutes, 60);
            } else {
                made.length_factor = made.length_factor + term.factor;
            }
            continue;
        }
        Rational weight = term.factor;
        std::uint32_t multiplier = UINT32_MAX;
        if (term.whole_fact != no_fact) {
            if (situation_.facts[term.whole_fact].fixed) {
                weight = weight * fixed_value(term.whole_fact);
            } else {
                multiplier = variable({term.whole_fact});
            }
        }
        if (situation_.facts[term.fact].fixed) {
            if (multiplier == UINT32_MAX) {
                made.constant = made.constant + weight * fixed_value(term.fact);
            } else {
                made.terms.push_back({multiplier, weight * fixed_value(term.fact), UINT32_MAX});
            }
        } else {
            made.terms.push_back({variable({term.fact}), weight, multiplier});
        }
    }
    if (subtract != nullptr) {
        made.terms.push_back({variable(*subtract), -factor, UINT32_MAX});
    }
    std::sort(made.terms.begin(), made.terms.end(), [](const auto& a, const auto& b) {
        return std::tie(a.variable, a.multiplier) < std::tie(b.variable, b.multiplier);
    });
    for (std::size_t i = 1; i < made.terms.size();) {
        auto& before = made.terms[i - 1];
        if (before.variable == made.terms[i].variable && before.multiplier == made.terms[i].multiplier) {
            before.factor = before.factor + made.terms[i].factor;
            made.terms.erase(made.terms.begin() + static_cast<std::ptrdiff_t>(i));
        } else {
            ++i;
        }
    }
    std::erase_if(made.terms, [](const NumberTest::Term& term) { return term.factor.sign() == 0; });
    made.strict = comparison == Comparison::over || comparison == Comparison::at_most;
    result.negated = comparison == Comparison::under || comparison == Comparison::at_most;
    if (made.terms.empty() && made.length_factor.sign() == 0) {
        const bool holds = made.strict ? made.constant.sign() > 0 : made.constant.sign() >= 0;
        result.settled = true;
        result.value = holds != result.negated;
        return result;
    }
    if (canonical(made)) {
        result.negated = !result.negated;
    }
    result.test = test(std::move(made));
    return result;
}

bool NumberSpace::whole(std::uint32_t variable) const {
    const NumberVariable& which = variables_[variable];
    return which.fact != no_fact && situation_.version->vocabulary->facts[which.fact].whole;
}

std::vector<NumberInterval> NumberSpace::intervals(std::uint32_t variable) const {
    const NumberVariable& which = variables_[variable];
    if (which.fact != no_fact) {
        return situation_.facts[which.fact].numbers;
    }
    // An open cell: at least its lower bound. Its upper bound is handled where the interval's end must be left out; a
    // limit without one is as great as any number compared with it may be.
    const LimitCell& cell = situation_.version->limits[which.limit][which.text].rows[which.row].cell;
    return {{cell.low, cell.high ? *cell.high : Rational(1'000'000'000)}};
}

std::optional<std::uint32_t> NumberSpace::only_variable(std::uint32_t test) const {
    const NumberTest& which = tests_[test];
    if (which.terms.size() != 1 || which.terms[0].multiplier != UINT32_MAX || which.length_factor.sign() != 0) {
        return std::nullopt;
    }
    return which.terms[0].variable;
}

bool NumberSpace::contains(const NumberComponent& component, FactIndex fact) const {
    return std::any_of(component.variables.begin(), component.variables.end(),
                       [&](std::uint32_t variable) { return variables_[variable].fact == fact; });
}

void NumberSpace::tie_together() {
    // Union of variables that some test names together; the shift is one more member, the last.
    const auto shift_member = static_cast<std::uint32_t>(variables_.size());
    std::vector<std::uint32_t> leader(variables_.size() + 1);
    std::iota(leader.begin(), leader.end(), 0U);
    const std::function<std::uint32_t(std::uint32_t)> find = [&](std::uint32_t member) {
        return leader[member] == member ? member : leader[member] = find(leader[member]);
    };
    for (const NumberTest& test : tests_) {
        std::vector<std::uint32_t> members;
        for (const auto& term : test.terms) {
            members.push_back(term.variable);
            if (term.multiplier != UINT32_MAX) {
                members.push_back(term.multiplier);
            }
        }
        if (test.length_factor.sign() != 0) {
            members.push_back(shift_member);
        }
        for (std::size_t i = 1; i < members.size(); ++i) {
            leader[find(members[i])] = find(members[0]);
        }
    }
    std::map<std::uint32_t, std::uint32_t> component_of;
    for (std::uint32_t member = 0; member <= shift_member; ++member) {
        if (member == shift_member && !shift_.free()) {
            continue;
        }
        const auto [entry, added] =
            component_of.try_emplace(find(member), static_cast<std::uint32_t>(components_.size()));
        if (added) {
            components_.emplace_back();
        }
        if (member == shift_member) {
            components_[entry->second].with_shift = true;
        } else {
            components_[entry->second].variables.push_back(member);
        }
    }
    places_.resize(tests_.size());
    for (std::uint32_t test = 0; test < tests_.size(); ++test) {
        const std::uint32_t member = tests_[test].terms.empty() ? shift_member : tests_[test].terms.front().variable;
        NumberComponent& component = components_[component_of.at(find(member))];
        places_[test] = {component_of.at(find(member)), static_cast<std::uint32_t>(component.tests.size())};
        component.tests.push_back(test);
    }
}

bool NumberSpace::truth_at(const NumberTest& test, const Rational& value) const {
    const Rational result = test.terms.front().factor * value + test.constant;
    return test.strict ? result.sign() > 0 : result.sign() >= 0;
}

/// The distinct truths of tests over one number on its own line, by sampling every cut and every gap between cuts.
std::vector<std::vector<bool>> NumberSpace::cut_line(std::uint32_t variable,
                                                     const std::vector<std::uint32_t>& tests) const {
    std::vector<Rational> samples;
    const bool is_whole = whole(variable);
    const NumberVariable& which = variables_[variable];
    const bool end_excluded = which.fact == no_fact;
    for (const NumberInterval& interval : intervals(variable)) {
        std::set<Rational> points{interval.low, interval.high};
        for (const std::uint32_t test : tests) {
            const Rational root = -tests_[test].constant / tests_[test].terms.front().factor;
            if (interval.low < root && root < interval.high) {
                points.insert(root);
            }
        }
        if (is_whole) {
            for (const Rational& point : points) {
                for (const std::int64_t near :
                     {point.floor() - 1, point.floor(), point.ceiling(), point.ceiling() + 1}) {
                    if (interval.low <= Rational(near) && Rational(near) <= interval.high) {
                        samples.emplace_back(near);
                    }
                }
            }
            continue;
        }
        std::optional<Rational> before;
        for (const Rational& point : points) {
            if (before) {
                samples.push_back((*before + point) / 2);
            }
            if (!(end_excluded && point == interval.high)) {
                samples.push_back(point);
            }
            before = point;
        }
    }
    std::vector<std::vector<bool>> result;
    for (const Rational& sample : samples) {
        std::vector<bool> truth;
        for (const std::uint32_t test : tests) {
            truth.push_back(truth_at(tests_[test], sample));
        }
        bool excluded = false;
        for (std::size_t i = 0; i < tests.size(); ++i) {
            excluded = excluded || (truth[i] ? impossible_[tests[i]] : impossible_negated_[tests[i]]);
        }
        if (!excluded && std::find(result.begin(), result.end(), truth) == result.end()) {
            result.push_back(std::move(truth));
        }
    }
    return result;
}

void NumberSpace::cut(NumberComponent& component) {
    const auto has_length = [&](std::uint32_t test) { return tests_[test].length_factor.sign() != 0; };
    if (component.with_shift) {
        // Lengths matter through tests on the length alone (their truth marks the minutes) and through tests that tie
        // it to open numbers. Where each of those is a constraint that a longer shift only eases, the longest stands
        // for all.
        std::vector<std::uint32_t> alone;
        bool eased_by_length = true;
        for (const std::uint32_t test : component.tests) {
            if (!has_length(test)) {
                continue;
            }
            if (tests_[test].terms.empty()) {
                alone.push_back(test);
            } else {
                const int sense = tests_[test].length_factor.sign();
                eased_by_length =
                    eased_by_length && ((impossible_[test] && sense < 0) || (impossible_negated_[test] && sense > 0));
            }
        }
        std::vector<std::uint32_t> marks(minutes_of_day + 1, 0);
        for (int minutes = 1; minutes <= minutes_of_day; ++minutes) {
            for (const std::uint32_t test : alone) {
                const Rational value = tests_[test].length_factor * Rational(minutes, 60) + tests_[test].constant;
                const bool holds = tests_[test].strict ? value.sign() > 0 : value.sign() >= 0;
                auto& mark = marks[static_cast<std::size_t>(minutes)];
                mark = mark * 2 + (holds ? 1 : 0);
            }
        }
        shift_.refine(marks, !eased_by_length);
    }

    // Tests by kind: on one number alone (cut on its line first), on the length alone, and the rest.
    std::vector<std::vector<std::uint32_t>> line_tests(component.variables.size());
    std::vector<std::uint32_t> rest;
    for (const std::uint32_t test : component.tests) {
        const auto only = only_variable(test);
        if (only) {
            const auto at = std::find(component.variables.begin(), component.variables.end(), *only);
            line_tests[static_cast<std::size_t>(at - component.variables.begin())].push_back(test);
        } else {
            rest.push_back(test);
        }
    }
    std::vector<std::vector<std::vector<bool>>> lines;
    for (std::size_t i = 0; i < component.variables.size(); ++i) {
        lines.push_back(cut_line(component.variables[i], line_tests[i]));
    }

    std::vector<std::uint32_t> decided;
    std::vector<bool> truth;
    const auto finish = [&](std::uint32_t group) {
        NumberComponent::CellOfNumbers cell;
        cell.group = group;
        cell.truth.resize(component.tests.size());
        for (std::size_t i = 0; i < decided.size(); ++i) {
            cell.truth[places_[decided[i]].second] = truth[i];
        }
        component.cells.push_back(std::move(cell));
    };
    const std::size_t groups = component.with_shift ? shift_.groups().size() : 1;
    const bool alone = component.variables.size() <= 1 && rest.empty();
    for (std::uint32_t group = 0; group < groups; ++group) {
        const Rational length = component.with_shift ? Rational(shift_.groups()[group].minutes, 60) : Rational(0);
        const std::function<void(std::size_t)> each_rest = [&](std::size_t next) {
            if (next == rest.size()) {
                finish(group);
                return;
            }
            const std::uint32_t test = rest[next];
            for (const bool value : {false, true}) {
                if (value ? impossible_[test] : impossible_negated_[test]) {
                    continue;
                }
                decided.push_back(test);
                truth.push_back(value);
                if (feasible(component, decided, truth, length)) {
                    each_rest(next + 1);
                }
                decided.pop_back();
                truth.pop_back();
            }
        };
        const std::function<void(std::size_t)> each_line = [&](std::size_t next) {
            if (next == component.variables.size()) {
                each_rest(0);
                return;
            }
            for (const std::vector<bool>& line : lines[next]) {
                decided.insert(decided.end(), line_tests[next].begin(), line_tests[next].end());
                truth.insert(truth.end(), line.begin(), line.end());
                if (alone || feasible(component, decided, truth, length)) {
                    each_line(next + 1);
                }
                decided.resize(decided.size() - line.size());
                truth.resize(truth.size() - line.size());
            }
        };
        each_line(0);
    }
}

}  // namespace labourlex::decide
