// Which lengths of shift the constraints allow, given what is known of the numbers (a day of 5.5 hours needs a shift of
// at least 5.5 hours).
#pragma once

#include "engine/facts/rational.hpp"
#include "engine/law/situation.hpp"

#include <optional>

namespace labourlex {

class ShiftLengths {
public:
    /// Projects the constraints that are a single comparison onto the length of the shift.
    explicit ShiftLengths(const Situation& situation);

    [[nodiscard]] bool allow(int minutes) const;

private:
    bool none_ = false;                 ///< the constraints contradict each other: nothing is allowed
    std::optional<Rational> shortest_;  ///< in hours
    std::optional<Rational> longest_;
};

}  // namespace labourlex
