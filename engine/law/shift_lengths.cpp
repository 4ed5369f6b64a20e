#include "engine/law/shift_lengths.hpp"

#include "engine/facts/arithmetic.hpp"

#include <algorithm>
#include <functional>
#include <vector>

namespace labourlex {

namespace {

/// The atom of an `impossible` that is one comparison of numbers; nothing otherwise.
const Atom* single_comparison(const Version& version, const Condition& condition) {
    if (condition.kind == Condition::Kind::all && condition.children.size() == 1) {
        return single_comparison(version, condition.children.front());
    }
    if (condition.kind != Condition::Kind::atom) {
        return nullptr;
    }
    const Atom& atom = version.atoms[condition.atom];
    return atom.kind == Atom::Kind::number ? &atom : nullptr;
}

struct Problem {
    std::vector<const Atom*> impossible;
    std::vector<FactIndex> variables;    ///< the length of the shift first
    std::vector<FactIndex> whole_facts;  ///< multipliers, split by cases
};

void add_once(std::vector<FactIndex>& facts, FactIndex fact) {
    if (std::find(facts.begin(), facts.end(), fact) == facts.end()) {
        facts.push_back(fact);
    }
}

Problem collect(const Version& version) {
    Problem problem;
    problem.variables.push_back(shift_length);
    for (const Impossible& impossible : version.impossible) {
        if (const Atom* atom = single_comparison(version, impossible.when)) {
            problem.impossible.push_back(atom);
            for (const LinearTerm& term : atom->form.terms) {
                add_once(problem.variables, term.fact);
                if (term.whole_fact != no_fact) {
                    add_once(problem.whole_facts, term.whole_fact);
                }
            }
        }
    }
    return problem;
}

/// The system "nothing impossible holds" with every multiplier set to a value.
LinearSystem build(const Situation& situation, const Problem& problem, const std::vector<Rational>& multipliers) {
    LinearSystem system(problem.variables.size());
    const auto position = [](const std::vector<FactIndex>& facts, FactIndex fact) {
        return static_cast<std::size_t>(std::find(facts.begin(), facts.end(), fact) - facts.begin());
    };
    for (std::size_t i = 0; i < problem.variables.size(); ++i) {
        const FactIndex fact = problem.variables[i];
        const Rational low = fact == shift_length ? Rational(1, 60) : situation.facts[fact].numbers.front().low;
        const Rational high = fact == shift_length ? Rational(24) : situation.facts[fact].numbers.back().high;
        system.add_single(i, 1, -low, false);
        system.add_single(i, -1, high, false);
        const std::size_t multiplier = position(problem.whole_facts, fact);
        if (multiplier < multipliers.size()) {
            system.add_single(i, 1, -multipliers[multiplier], false);
            system.add_single(i, -1, multipliers[multiplier], false);
        }
    }
    for (const Atom* atom : problem.impossible) {
        // Impossible is `form comparison 0`; allowed is the opposite.
        const bool greater_is_impossible =
            atom->comparison == Comparison::over || atom->comparison == Comparison::at_least;
        const Rational sign = greater_is_impossible ? -1 : 1;
        LinearInequality inequality;
        inequality.factors.resize(problem.variables.size());
        for (const LinearTerm& term : atom->form.terms) {
            Rational factor = sign * term.factor;
            if (term.whole_fact != no_fact) {
                factor = factor * multipliers[position(problem.whole_facts, term.whole_fact)];
            }
            const std::size_t at = position(problem.variables, term.fact);
            inequality.factors[at] = inequality.factors[at] + factor;
        }
        inequality.constant = sign * atom->form.constant;
        inequality.strict = atom->comparison == Comparison::at_least || atom->comparison == Comparison::at_most;
        system.add(std::move(inequality));
    }
    return system;
}

}  // namespace

ShiftLengths::ShiftLengths(const Situation& situation) {
    const Problem problem = collect(*situation.version);
    bool any = false;
    std::vector<Rational> multipliers(problem.whole_facts.size());
    const std::function<void(std::size_t)> each_case = [&](std::size_t next) {
        if (next == problem.whole_facts.size()) {
            const auto bounds = build(situation, problem, multipliers).bounds(0);
            if (bounds) {
                shortest_ = any ? std::min(*shortest_, *bounds->low) : *bounds->low;
                longest_ = any ? std::max(*longest_, *bounds->high) : *bounds->high;
                any = true;
            }
            return;
        }
        for (const NumberInterval& interval : situation.facts[problem.whole_facts[next]].numbers) {
            for (std::int64_t value = interval.low.ceiling(); value <= interval.high.floor(); ++value) {
                multipliers[next] = Rational(value);
                each_case(next + 1);
            }
        }
    };
    each_case(0);
    none_ = !any;
}

bool ShiftLengths::allow(int minutes) const {
    const Rational hours(minutes, 60);
    return !none_ && hours >= *shortest_ && hours <= *longest_;
}

}  // namespace labourlex
