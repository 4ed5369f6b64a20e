// Values for the numbers of a job that are not known, and for the pair of times.
//
// Numbers that no comparison ties together are separate variables; those it ties (hours a day, hours a week, the length
// of the shift, the figure of a limit that is known only so far) are one variable, whose values are points: one for
// each pattern of answers to the comparisons. number_cells.hpp finds the points.
#include "engine/law/completion_space.hpp"
#include "engine/law/number_cells.hpp"
#include "engine/law/reference_reading.hpp"
#include "engine/law/shift_classes.hpp"

#include <algorithm>
#include <map>

namespace labourlex::reference {

namespace {

/// A comparison with zero of a sum over free sources; `factor_of` gives the product with a whole number to be split by
/// cases.
struct TestTerm {
    Source source;
    Rational factor;
    std::optional<Source> multiplier;
    friend bool operator==(const TestTerm&, const TestTerm&) = default;
};

struct Test {
    std::vector<TestTerm> terms;
    Rational constant;
    Comparison comparison = Comparison::under;
    friend bool operator==(const Test&, const Test&) = default;
};

const Source shift_source{Source::Kind::shift, 0, 0};

/// One point of a component: a value for each number, and a pair of times where the shift belongs to it.
struct Point {
    std::map<Source, Rational> numbers;
    std::optional<std::pair<int, int>> shift;
};

class NumberVariables {
public:
    NumberVariables(const Situation& situation, std::size_t budget, CompletionSpace& space)
        : situation_(situation), version_(*situation.version), budget_(budget), space_(space) {}

    void add() {
        collect_tests();
        bool shift_is_free = is_free(situation_, shift_source);
        for (const std::set<Source>& component : components()) {
            shift_is_free = shift_is_free && component.count(shift_source) == 0;
            add_component(component);
        }
        if (shift_is_free && std::any_of(version_.atoms.begin(), version_.atoms.end(),
                                         [](const Atom& atom) { return atom.kind == Atom::Kind::overlap; })) {
            add_component({shift_source});
        }
    }

private:
    // ---- comparisons ------------------------------------------------------------------------------------------------

    void collect_tests() {
        for (const Atom& atom : version_.atoms) {
            if (atom.kind == Atom::Kind::number) {
                add_test(atom.form, atom.comparison, 0);
            } else if (atom.kind == Atom::Kind::limit) {
                collect_limit_tests(atom);
            }
        }
    }

    /// "Each open cell is one unknown number, shared by all comparisons with it." A job reads one row of a text, so
    /// that one variable serves all open rows of the text; a completion in which it lies outside the row's bounds is
    /// dropped.
    void collect_limit_tests(const Atom& atom) {
        const auto& texts = version_.limits.at(atom.limit);
        for (std::uint32_t text = 0; text < texts.size(); ++text) {
            for (std::size_t row = 0; row < texts[text].rows.size(); ++row) {
                const LimitCell& cell = texts[text].rows[row].cell;
                if (!row_may_apply(texts[text], row)) {
                    continue;
                }
                if (cell.kind == LimitCell::Kind::number) {
                    add_test(atom.form, atom.comparison, atom.factor * cell.low);
                } else if (cell.kind == LimitCell::Kind::open) {
                    const Source source{Source::Kind::open_cell, atom.limit, text};
                    Rational& lowest = open_cells_.try_emplace(source, cell.low).first->second;
                    lowest = std::min(lowest, cell.low);
                    add_test(atom.form, atom.comparison, 0, TestTerm{source, -atom.factor, std::nullopt});
                    add_test({}, Comparison::under, cell.low, TestTerm{source, 1, std::nullopt});
                    if (cell.high) {
                        add_test({}, Comparison::under, *cell.high, TestTerm{source, 1, std::nullopt});
                    }
                }
            }
        }
    }

    bool row_may_apply(const Limit& limit, std::size_t row) const {
        for (std::size_t before = 0; before < row; ++before) {
            if (known_truth(situation_, limit.rows[before].when, space_.base) == true) {
                return false;
            }
        }
        return known_truth(situation_, limit.in_force, space_.base) != false &&
               known_truth(situation_, limit.reaches, space_.base) != false &&
               known_truth(situation_, limit.rows[row].when, space_.base) != false;
    }

    /// `form` comparison `right`, the fixed facts put in. Nothing is left of a comparison of fixed numbers, nor of one
    /// about the length of a shift without times.
    void add_test(const LinearForm& form, Comparison comparison, const Rational& right,
                  std::optional<TestTerm> cell = std::nullopt) {
        Test test;
        test.comparison = comparison;
        test.constant = form.constant - right;
        for (const LinearTerm& term : form.terms) {
            if (!add_term(test, term)) {
                return;
            }
        }
        if (cell) {
            test.terms.push_back(*cell);
        }
        if (!test.terms.empty() && std::find(tests_.begin(), tests_.end(), test) == tests_.end()) {
            tests_.push_back(std::move(test));
        }
    }

    bool add_term(Test& test, const LinearTerm& term) {
        Rational factor = term.factor;
        std::optional<Source> multiplier;
        if (term.whole_fact != no_fact) {
            const Source whole{Source::Kind::fact, term.whole_fact, 0};
            if (is_free(situation_, whole)) {
                multiplier = whole;
            } else {
                factor = factor * fixed_value(whole);
            }
        }
        const Source source = term.fact == shift_length ? shift_source : Source{Source::Kind::fact, term.fact, 0};
        if (source == shift_source && situation_.shift.kind == ShiftSituation::Kind::fixed) {
            return false;
        }
        if (is_free(situation_, source)) {
            if (factor.sign() != 0) {
                test.terms.push_back({source, factor, multiplier});
            }
        } else if (multiplier) {
            test.terms.push_back({*multiplier, factor * fixed_value(source), std::nullopt});
        } else {
            test.constant = test.constant + factor * fixed_value(source);
        }
        return true;
    }

    [[nodiscard]] Rational fixed_value(const Source& source) const {
        if (source.kind == Source::Kind::shift) {
            return Rational(shift_minutes(situation_.shift.start, situation_.shift.end), 60);
        }
        return space_.base.facts.at(source.index).number;
    }

    // ---- components -------------------------------------------------------------------------------------------------

    static std::set<Source> sources_in(const Test& test) {
        std::set<Source> sources;
        for (const TestTerm& term : test.terms) {
            sources.insert(term.source);
            if (term.multiplier) {
                sources.insert(*term.multiplier);
            }
        }
        return sources;
    }

    [[nodiscard]] std::vector<std::set<Source>> components() const {
        std::vector<std::set<Source>> components;
        for (const Test& test : tests_) {
            std::set<Source> joined = sources_in(test);
            std::vector<std::set<Source>> apart;
            for (std::set<Source>& component : components) {
                const bool shares = std::any_of(component.begin(), component.end(),
                                                [&](const Source& source) { return joined.count(source) != 0; });
                if (shares) {
                    joined.merge(component);
                } else {
                    apart.push_back(std::move(component));
                }
            }
            apart.push_back(std::move(joined));
            components = std::move(apart);
        }
        return components;
    }

    // ---- points of one component ------------------------------------------------------------------------------------

    struct Component {
        std::set<Source> sources;
        std::vector<Test> tests;
        std::vector<const Constraint*> constraints;  ///< those that speak of nothing else that is free
        std::vector<Source> by_cases;                ///< whole numbers of which every value is tried
        std::vector<Source> numbers;                 ///< the others; the first may be whole or the shift
        std::set<std::pair<std::size_t, std::vector<bool>>> seen;
        std::size_t tried = 0;
        FreeVariable variable;
    };

    [[nodiscard]] bool whole(const Source& source) const {
        return source.kind == Source::Kind::fact && version_.vocabulary->facts.at(source.index).whole;
    }

    [[nodiscard]] std::vector<Rational> whole_values(const Source& source) const {
        std::vector<Rational> values;
        for (const NumberInterval& interval : situation_.facts.at(source.index).numbers) {
            for (std::int64_t value = interval.low.ceiling(); value <= interval.high.floor(); ++value) {
                values.emplace_back(value);
            }
        }
        return values;
    }

    // "Whole numbers and `days_per_week` by cases": every whole number is split into its values but one, the longest
    // range that multiplies nothing, which number_cells.hpp can cut.
    void order_numbers(Component& component) const {
        std::set<Source> multipliers;
        for (const Test& test : component.tests) {
            for (const TestTerm& term : test.terms) {
                if (term.multiplier) {
                    multipliers.insert(*term.multiplier);
                }
            }
        }
        std::optional<Source> cut;
        if (component.sources.count(shift_source) != 0) {
            cut = shift_source;
        } else {
            std::size_t longest = 0;
            for (const Source& source : component.sources) {
                if (whole(source) && multipliers.count(source) == 0 && whole_values(source).size() > longest) {
                    longest = whole_values(source).size();
                    cut = source;
                }
            }
        }
        if (cut) {
            component.numbers.push_back(*cut);
        }
        for (const Source& source : component.sources) {
            if (source == cut) {
                continue;
            }
            (whole(source) ? component.by_cases : component.numbers).push_back(source);
        }
    }

    void add_component(const std::set<Source>& sources) {
        Component component;
        component.sources = sources;
        component.variable.sources = sources;
        for (const Test& test : tests_) {
            if (sources.count(test.terms.front().source) != 0) {
                component.tests.push_back(test);
            }
        }
        for (const Constraint& constraint : space_.constraints) {
            if (std::all_of(constraint.sources.begin(), constraint.sources.end(), [&](const Source& source) {
                    return sources.count(source) != 0 || !is_free(situation_, source);
                })) {
                component.constraints.push_back(&constraint);
            }
        }
        order_numbers(component);
        Point point;
        const bool finished = add_cases(component, 0, point);
        space_.complete = space_.complete && finished;
        space_.variables.push_back(std::move(component.variable));
    }

    bool add_cases(Component& component, std::size_t index, Point& point) {
        if (index < component.by_cases.size()) {
            const Source source = component.by_cases[index];
            for (const Rational& value : whole_values(source)) {
                point.numbers[source] = value;
                if (!add_cases(component, index + 1, point)) {
                    return false;
                }
            }
            return true;
        }
        if (component.sources.count(shift_source) == 0) {
            return add_points(component, point, nullptr, 0);
        }
        const auto& facts = situation_.facts;
        const auto classes = shift_classes(version_, facts.at(version_.shift_start).minutes,
                                           facts.at(version_.shift_end).minutes, !component.tests.empty());
        for (std::size_t index_of_class = 0; index_of_class < classes.size(); ++index_of_class) {
            if (!add_points(component, point, &classes[index_of_class], index_of_class)) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] NumberRange range_of(const Source& source, const ShiftClass* shifts) const {
        NumberRange range;
        if (source == shift_source) {
            range.kind = NumberRange::Kind::listed;
            for (const auto& [minutes, times] : shifts->by_length) {
                range.values.emplace_back(minutes, 60);
            }
        } else if (source.kind == Source::Kind::open_cell) {
            range.from = open_cells_.at(source);
        } else {
            range.kind = whole(source) ? NumberRange::Kind::whole : NumberRange::Kind::rational;
            range.intervals = situation_.facts.at(source.index).numbers;
        }
        return range;
    }

    bool add_points(Component& component, const Point& cases, const ShiftClass* shifts, std::size_t index_of_class) {
        std::vector<NumberRange> ranges;
        for (const Source& source : component.numbers) {
            ranges.push_back(range_of(source, shifts));
        }
        std::vector<CutForm> forms;
        for (const Test& test : component.tests) {
            CutForm form{std::vector<Rational>(component.numbers.size()), test.constant};
            for (const TestTerm& term : test.terms) {
                const Rational factor =
                    term.multiplier ? term.factor * cases.numbers.at(*term.multiplier) : term.factor;
                const auto position = std::find(component.numbers.begin(), component.numbers.end(), term.source);
                if (position == component.numbers.end()) {
                    form.constant = form.constant + factor * cases.numbers.at(term.source);
                } else {
                    Rational& coefficient =
                        form.coefficients[static_cast<std::size_t>(position - component.numbers.begin())];
                    coefficient = coefficient + factor;
                }
            }
            forms.push_back(std::move(form));
        }
        return visit_number_cells(ranges, std::move(forms), [&](const std::vector<Rational>& values) {
            Point point = cases;
            for (std::size_t number = 0; number < values.size(); ++number) {
                point.numbers[component.numbers[number]] = values[number];
            }
            if (shifts != nullptr) {
                point.shift =
                    shifts->by_length.at(static_cast<int>((point.numbers.at(shift_source) * Rational(60)).floor()));
            }
            return add_point(component, std::move(point), index_of_class);
        });
    }

    /// Keeps a point if no point before it gave the same answers, and no constraint forbids it.
    bool add_point(Component& component, Point point, std::size_t index_of_class) {
        if (++component.tried / 64 > budget_) {
            return false;
        }
        std::vector<bool> answers;
        for (const Test& test : component.tests) {
            answers.push_back(answer(test, point));
        }
        if (!component.seen.emplace(index_of_class, std::move(answers)).second) {
            return true;
        }
        const auto put = [point = std::move(point)](Completion& completion) { write(point, completion); };
        Completion trial = space_.base;
        put(trial);
        for (const Constraint* constraint : component.constraints) {
            if (!constraint->satisfied(trial)) {
                return true;
            }
        }
        component.variable.values.emplace_back(put);
        return component.variable.values.size() <= budget_;
    }

    static bool answer(const Test& test, const Point& point) {
        Rational sum = test.constant;
        for (const TestTerm& term : test.terms) {
            Rational value = term.factor * point.numbers.at(term.source);
            if (term.multiplier) {
                value = value * point.numbers.at(*term.multiplier);
            }
            sum = sum + value;
        }
        switch (test.comparison) {
            case Comparison::under:
                return sum.sign() < 0;
            case Comparison::over:
                return sum.sign() > 0;
            case Comparison::at_least:
                return sum.sign() >= 0;
            case Comparison::at_most:
                return sum.sign() <= 0;
        }
        return false;
    }

    static void write(const Point& point, Completion& completion) {
        for (const auto& [source, value] : point.numbers) {
            if (source.kind == Source::Kind::fact) {
                completion.facts[source.index].number = value;
            } else if (source.kind == Source::Kind::open_cell) {
                auto& rows = completion.open_cells[source.index][source.text];
                std::fill(rows.begin(), rows.end(), value);
            }
        }
        if (point.shift) {
            completion.start = point.shift->first;
            completion.end = point.shift->second;
        }
    }

    const Situation& situation_;
    const Version& version_;
    std::size_t budget_;
    CompletionSpace& space_;
    std::vector<Test> tests_;
    std::map<Source, Rational> open_cells_;  ///< each with the lowest bound of its rows
};

/// An open cell's number lies within the bounds of the row that the job reads.
void add_bounds(const Situation& situation, CompletionSpace& space) {
    const Version& version = *situation.version;
    for (LimitIndex index = 0; index < version.limits.size(); ++index) {
        for (std::uint32_t text = 0; text < version.limits[index].size(); ++text) {
            const Limit& limit = version.limits[index][text];
            const bool open = std::any_of(limit.rows.begin(), limit.rows.end(),
                                          [](const Limit::Row& row) { return row.cell.kind == LimitCell::Kind::open; });
            if (!open) {
                continue;
            }
            Constraint constraint;
            constraint.sources.insert({Source::Kind::open_cell, index, text});
            for (const Limit::Row& row : limit.rows) {
                collect_sources(version, row.when, constraint.sources);
            }
            constraint.satisfied = [&situation, &limit, index, text](const Completion& completion) {
                for (std::size_t row = 0; row < limit.rows.size(); ++row) {
                    if (holds(situation, limit.rows[row].when, completion)) {
                        const LimitCell& cell = limit.rows[row].cell;
                        const Rational& value = completion.open_cells[index][text][row];
                        return cell.kind != LimitCell::Kind::open ||
                               (value >= cell.low && (!cell.high || value < *cell.high));
                    }
                }
                return true;
            };
            space.constraints.push_back(std::move(constraint));
        }
    }
}

}  // namespace

void add_number_variables(const Situation& situation, std::size_t budget, CompletionSpace& space) {
    add_bounds(situation, space);
    NumberVariables(situation, budget, space).add();
}

}  // namespace labourlex::reference
