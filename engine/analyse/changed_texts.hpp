// Which provisions, limits, definitions and clock terms say something else in two versions of one law.
//
// Two texts are held against each other by what they say, in the joined version, where equal conditions of the two laws
// are made of equal atoms. So a second encoding of the law, in other files and another order, is not "other text" from
// its first line to its last. Within one encoding a text that was replaced is listed although it says the same: an
// amending act that changes nothing is worth seeing.
#pragma once

#include "engine/analyse/difference.hpp"

#include <vector>

namespace labourlex::analyse {

/// Nothing for two jurisdictions: their texts have nothing to do with each other.
[[nodiscard]] std::vector<ChangedNorm> changed_texts(const JointLaw& law);

}  // namespace labourlex::analyse
