// Systems of linear inequalities over exact numbers, decided by Fourier-Motzkin elimination.
//
// Constraints and limits tie numbers together (hours a day, hours a week, the length of the shift). Whether some job
// has hours_per_day over 4 and hours_per_week at most 3 is then a question about a whole system, and is never judged
// through one chosen value: the system is feasible when eliminating its variables one after another meets no
// contradiction. The method is doubly exponential in the worst case and instant on the handful of variables that a law
// ties together.
//
// Source of the method: Dantzig and Eaves, "Fourier-Motzkin elimination and its dual", J. Combin. Theory A 14 (1973).
#pragma once

#include "engine/facts/rational.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace labourlex {

/// factors . x + constant >= 0, or > 0 when strict.
struct LinearInequality {
    std::vector<Rational> factors;
    Rational constant;
    bool strict = false;
};

/// The values that one variable can take in a feasible system.
struct LinearBounds {
    std::optional<Rational> low;
    bool low_excluded = false;
    std::optional<Rational> high;
    bool high_excluded = false;
};

/// A conjunction of linear inequalities over `variables` rational variables. Value type; no shared state.
class LinearSystem {
public:
    explicit LinearSystem(std::size_t variables) : variables_(variables) {}

    [[nodiscard]] std::size_t variables() const { return variables_; }
    /// `inequality.factors` has one entry a variable.
    void add(LinearInequality inequality);
    /// factor * x[variable] + constant >= 0 (> 0).
    void add_single(std::size_t variable, const Rational& factor, const Rational& constant, bool strict);

    /// Whether some rational point satisfies every inequality. Throws ArithmeticOverflow when numbers grow too large.
    [[nodiscard]] bool feasible() const;
    /// The exact projection on one variable; nothing when the system is infeasible.
    [[nodiscard]] std::optional<LinearBounds> bounds(std::size_t variable) const;

private:
    std::size_t variables_;
    std::vector<LinearInequality> inequalities_;
};

}  // namespace labourlex
