#include "engine/facts/arithmetic.hpp"

#include <algorithm>
#include <utility>

namespace labourlex {

namespace {

using Inequalities = std::vector<LinearInequality>;

bool mentions_nothing(const LinearInequality& inequality) {
    return std::all_of(inequality.factors.begin(), inequality.factors.end(),
                       [](const Rational& factor) { return factor.sign() == 0; });
}

/// Of two constants c with f.x + c >= 0, whether the second inequality says more.
bool tighter(const LinearInequality& candidate, const LinearInequality& present) {
    if (candidate.constant != present.constant) {
        return candidate.constant < present.constant;
    }
    return candidate.strict && !present.strict;
}

/// Scales so that the first factor is 1 or -1: parallel inequalities then have equal factors, and one of them is
/// enough.
void normalise(LinearInequality& inequality) {
    const auto first = std::find_if(inequality.factors.begin(), inequality.factors.end(),
                                    [](const Rational& factor) { return factor.sign() != 0; });
    if (first == inequality.factors.end()) {
        return;
    }
    const Rational size = first->sign() < 0 ? -*first : *first;
    if (size == Rational(1)) {
        return;
    }
    for (Rational& factor : inequality.factors) {
        factor = factor / size;
    }
    inequality.constant = inequality.constant / size;
}

/// Adds to a set without parallel inequalities. False when the inequality is a plain contradiction.
bool insert(Inequalities& system, LinearInequality inequality) {
    if (mentions_nothing(inequality)) {
        return inequality.strict ? inequality.constant.sign() > 0 : inequality.constant.sign() >= 0;
    }
    normalise(inequality);
    for (LinearInequality& present : system) {
        if (present.factors == inequality.factors) {
            if (tighter(inequality, present)) {
                present = std::move(inequality);
            }
            return true;
        }
    }
    system.push_back(std::move(inequality));
    return true;
}

/// Eliminates one variable: every lower bound is held against every upper bound. False on a contradiction.
bool eliminate(Inequalities& system, std::size_t variable) {
    Inequalities rest;
    Inequalities lower;
    Inequalities upper;
    for (LinearInequality& inequality : system) {
        const int sign = inequality.factors[variable].sign();
        (sign == 0 ? rest : sign > 0 ? lower : upper).push_back(std::move(inequality));
    }
    for (const LinearInequality& low : lower) {
        for (const LinearInequality& high : upper) {
            const Rational low_weight = -high.factors[variable];
            const Rational high_weight = low.factors[variable];
            LinearInequality combined;
            combined.factors.resize(low.factors.size());
            for (std::size_t i = 0; i < combined.factors.size(); ++i) {
                combined.factors[i] =
                    i == variable ? Rational(0) : low.factors[i] * low_weight + high.factors[i] * high_weight;
            }
            combined.constant = low.constant * low_weight + high.constant * high_weight;
            combined.strict = low.strict || high.strict;
            if (!insert(rest, std::move(combined))) {
                return false;
            }
        }
    }
    system = std::move(rest);
    return true;
}

/// The next variable to eliminate: the one that makes fewest new inequalities. `keep` stays.
std::optional<std::size_t> cheapest(const Inequalities& system, std::size_t variables, std::size_t keep) {
    std::optional<std::size_t> best;
    std::size_t best_cost = 0;
    for (std::size_t variable = 0; variable < variables; ++variable) {
        if (variable == keep) {
            continue;
        }
        std::size_t lower = 0;
        std::size_t upper = 0;
        for (const LinearInequality& inequality : system) {
            const int sign = inequality.factors[variable].sign();
            lower += sign > 0 ? 1U : 0U;
            upper += sign < 0 ? 1U : 0U;
        }
        if (lower + upper != 0 && (!best || lower * upper < best_cost)) {
            best = variable;
            best_cost = lower * upper;
        }
    }
    return best;
}

/// Projects on `keep` (or on nothing). Empty when infeasible.
std::optional<Inequalities> project(const Inequalities& inequalities, std::size_t variables, std::size_t keep) {
    Inequalities system;
    for (const LinearInequality& inequality : inequalities) {
        if (!insert(system, inequality)) {
            return std::nullopt;
        }
    }
    while (const auto variable = cheapest(system, variables, keep)) {
        if (!eliminate(system, *variable)) {
            return std::nullopt;
        }
    }
    return system;
}

}  // namespace

void LinearSystem::add(LinearInequality inequality) {
    inequalities_.push_back(std::move(inequality));
}

void LinearSystem::add_single(std::size_t variable, const Rational& factor, const Rational& constant, bool strict) {
    LinearInequality inequality;
    inequality.factors.resize(variables_);
    inequality.factors[variable] = factor;
    inequality.constant = constant;
    inequality.strict = strict;
    add(std::move(inequality));
}

bool LinearSystem::feasible() const {
    return project(inequalities_, variables_, variables_).has_value();
}

std::optional<LinearBounds> LinearSystem::bounds(std::size_t variable) const {
    const auto system = project(inequalities_, variables_, variable);
    if (!system) {
        return std::nullopt;
    }
    LinearBounds result;
    for (const LinearInequality& inequality : *system) {
        const Rational& factor = inequality.factors[variable];
        const Rational edge = -inequality.constant / factor;
        if (factor.sign() > 0 && (!result.low || edge > *result.low || (edge == *result.low && inequality.strict))) {
            result.low = edge;
            result.low_excluded = inequality.strict;
        }
        if (factor.sign() < 0 && (!result.high || edge < *result.high || (edge == *result.high && inequality.strict))) {
            result.high = edge;
            result.high_excluded = inequality.strict;
        }
    }
    if (result.low && result.high &&
        (*result.low > *result.high ||
         (*result.low == *result.high && (result.low_excluded || result.high_excluded)))) {
        return std::nullopt;
    }
    return result;
}

}  // namespace labourlex
