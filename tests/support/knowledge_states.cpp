#include "tests/support/knowledge_states.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace labourlex::testing {

namespace {

Knowledge about(FactIndex fact) {
    Knowledge known;
    known.fact = fact;
    return known;
}

/// Thresholds of the law for one number, and a value on either side of all of them.
std::vector<Rational> telling_numbers(const Version& version, FactIndex fact) {
    const FactDeclaration& declaration = version.vocabulary->facts[fact];
    std::set<Rational> cuts;
    for (const Atom& atom : version.atoms) {
        if (atom.form.terms.size() != 1 || atom.form.terms[0].fact != fact) {
            continue;
        }
        const auto root = [&](const Rational& right) {
            cuts.insert((right - atom.form.constant) / atom.form.terms[0].factor);
        };
        if (atom.kind == Atom::Kind::number) {
            root(0);
        } else if (atom.kind == Atom::Kind::limit) {
            for (const Limit& text : version.limits.at(atom.limit)) {
                for (const Limit::Row& row : text.rows) {
                    root(atom.factor * row.cell.low);
                    if (row.cell.high) {
                        root(atom.factor * *row.cell.high);
                    }
                }
            }
        }
    }
    std::vector<Rational> numbers;
    const auto add = [&](const Rational& value) {
        const Rational whole = declaration.whole ? Rational(value.floor()) : value;
        if (whole >= declaration.low && whole <= declaration.high &&
            std::find(numbers.begin(), numbers.end(), whole) == numbers.end()) {
            numbers.push_back(whole);
        }
    };
    for (const Rational& cut : cuts) {
        add(cut - Rational(1));
        add(cut);
        add(cut + Rational(1, 2));
    }
    if (numbers.empty()) {
        numbers.push_back(declaration.low);
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

void add_numbers(const Version& version, FactIndex fact, std::vector<std::optional<Knowledge>>& states) {
    const std::vector<Rational> numbers = telling_numbers(version, fact);
    for (const Rational& number : numbers) {
        Knowledge known = about(fact);
        known.numbers = {{number, number}};
        states.emplace_back(known);
    }
    if (numbers.size() > 1) {
        Knowledge range = about(fact);
        range.numbers = {{numbers[0], numbers[numbers.size() / 2]}};
        states.emplace_back(range);
        Knowledge either = about(fact);
        either.numbers = {{numbers.front(), numbers.front()}, {numbers.back(), numbers.back()}};
        states.emplace_back(either);
    }
}

void add_choices(const Version& version, FactIndex fact, std::vector<std::optional<Knowledge>>& states) {
    const std::size_t count = version.vocabulary->facts[fact].choices.size();
    for (std::size_t choice = 0; choice < count; ++choice) {
        Knowledge known = about(fact);
        known.choices.assign(count, false);
        known.choices[choice] = true;
        states.emplace_back(known);
    }
    if (count > 2) {
        Knowledge either = about(fact);
        either.choices.assign(count, false);
        either.choices[0] = either.choices[1] = true;
        states.emplace_back(either);
    }
}

void add_codes(const Version& version, FactIndex fact, std::vector<std::optional<Knowledge>>& states) {
    for (CodeIndex code = 0; code < version.vocabulary->taxonomy_of(fact).size(); ++code) {
        Knowledge known = about(fact);
        known.codes = {code};
        states.emplace_back(known);
    }
}

void add_sets(const Version& version, FactIndex fact, std::vector<std::optional<Knowledge>>& states) {
    const auto add = [&](std::vector<CodeIndex> has, std::vector<CodeIndex> has_not, bool listed) {
        Knowledge known = about(fact);
        known.set = {std::move(has), std::move(has_not), listed};
        states.emplace_back(known);
    };
    const auto size = static_cast<CodeIndex>(version.vocabulary->taxonomy_of(fact).size());
    add({}, {}, true);
    for (CodeIndex code = 0; code < size; ++code) {
        add({code}, {}, true);
        add({code}, {}, false);
        add({}, {code}, false);
    }
    if (size > 1) {
        add({0, static_cast<CodeIndex>(size - 1)}, {}, true);
        add({0}, {static_cast<CodeIndex>(size - 1)}, false);
    }
}

void add_times(FactIndex fact, std::vector<std::optional<Knowledge>>& states) {
    for (const auto& [first, last] : std::vector<std::pair<int, int>>{
             {5 * 60, 5 * 60}, {13 * 60, 13 * 60}, {21 * 60, 21 * 60}, {22 * 60, 22 * 60}, {12 * 60, 21 * 60}}) {
        Knowledge known = about(fact);
        known.minutes = {{first, last}};
        states.emplace_back(known);
    }
}

}  // namespace

std::vector<std::optional<Knowledge>> knowledge_states(const Version& version, FactIndex fact) {
    std::vector<std::optional<Knowledge>> states(1);
    if (!version.vocabulary->facts[fact].stated_freely()) {
        return states;
    }
    Knowledge unknown = about(fact);
    unknown.stated_unknown = true;
    states.emplace_back(unknown);
    switch (version.vocabulary->facts[fact].type) {
        case FactType::yes_no:
        case FactType::choice:
            add_choices(version, fact, states);
            break;
        case FactType::number:
            add_numbers(version, fact, states);
            break;
        case FactType::code:
            add_codes(version, fact, states);
            break;
        case FactType::code_set:
            add_sets(version, fact, states);
            break;
        case FactType::time_of_day:
            add_times(fact, states);
            break;
    }
    return states;
}

JobsVisited for_each_job(const Version& version, std::size_t most, const std::function<void(const Job&)>& visit) {
    std::vector<std::vector<std::optional<Knowledge>>> states;
    std::size_t all = 1;
    for (FactIndex fact = 0; fact < version.vocabulary->facts.size(); ++fact) {
        states.push_back(knowledge_states(version, fact));
        all *= states.back().size();
    }
    // A stride that shares no factor with the number of states of any fact comes by every state of each.
    std::size_t stride = most == 0 || all <= most ? 1 : all / most;
    const auto shares = [&] {
        return std::any_of(states.begin(), states.end(), [&](const auto& of_fact) {
            std::size_t a = of_fact.size();
            std::size_t b = stride;
            while (b != 0) {
                a = std::exchange(b, a % b);
            }
            return a != 1;
        });
    };
    while (stride > 1 && shares()) {
        ++stride;
    }
    std::size_t visited = 0;
    for (std::size_t number = 0; number < all; number += stride) {
        Job job;
        job.id = "job-" + std::to_string(number);
        job.date = version.date;
        std::size_t rest = number;
        for (const auto& of_fact : states) {
            if (const auto& state = of_fact[rest % of_fact.size()]) {
                job.stated.push_back(*state);
            }
            rest /= of_fact.size();
        }
        visit(job);
        ++visited;
    }
    return {visited, all};
}

}  // namespace labourlex::testing
