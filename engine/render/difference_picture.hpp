// A picture of a difference: what moved from which class to which, as bands between two columns (SVG).
#pragma once

#include "engine/analyse/difference.hpp"

#include <string>

namespace labourlex {

/// The classes under the first law on the left, under the second on the right, gravest at the top; one band a pair of
/// classes, its width by the number of digits of its kinds (shares span many orders of magnitude), its colour by
/// direction.
[[nodiscard]] std::string difference_picture(const analyse::Difference& difference);

}  // namespace labourlex
