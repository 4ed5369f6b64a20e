// Points for every cell that linear comparisons cut out of the numbers.
//
// Some numbers are not known; linear forms over them are compared with zero. A cell is a set of points that no
// comparison tells apart. To try every cell it is enough to have one point of each, and for linear forms such points
// can be found exactly (a cylindrical decomposition): eliminate the last number by taking every two forms that mention
// it and asking where they meet; so go down to one number; there take every root, and a value in each gap between
// roots; then come back up, number by number, putting the values found into the forms and again taking roots and gaps.
// Above one gap the order of the forms' roots never changes, so one value of the gap stands for all of it.
//
// That holds for a number that may be any rational. Whole numbers and listed values (lengths of a shift) leave gaps in
// which there may be nothing, so the caller gives at most one of them, as the first number, where each gap is looked
// at; others it splits by cases.
#pragma once

#include "engine/facts/knowledge.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace labourlex::reference {

/// Values that one number may take.
struct NumberRange {
    enum class Kind { rational, whole, listed };
    Kind kind = Kind::rational;
    std::vector<NumberInterval> intervals;  ///< rational, whole: sorted, disjoint
    std::optional<Rational> from;           ///< rational: instead of intervals, everything from here on
    std::vector<Rational> values;           ///< listed: sorted

    [[nodiscard]] bool contains(const Rational& value) const;
    /// Some value strictly between; an empty bound is no bound.
    [[nodiscard]] std::optional<Rational> between(const std::optional<Rational>& above,
                                                  const std::optional<Rational>& below) const;
};

/// Coefficients in the order of the numbers, plus a constant.
struct CutForm {
    std::vector<Rational> coefficients;
    Rational constant;
};

/// Calls `visit` with at least one point of every cell. Stops when `visit` returns false, and returns false then. Only
/// the first number may be other than rational.
bool visit_number_cells(const std::vector<NumberRange>& numbers, std::vector<CutForm> forms,
                        const std::function<bool(const std::vector<Rational>&)>& visit);

}  // namespace labourlex::reference
