// Pairs of times that no clock condition of the law tells apart.
//
// There are 1440 x 1440 shifts, but a law asks about a few windows only. Cut the day at the edges of the windows:
// whether a shift overlaps a window depends only on the pieces that its start and its end lie in and, within one piece,
// on which of them is first. So each pair of pieces is looked at once, and the shifts are grouped by the truth of all
// overlap atoms.
#pragma once

#include "engine/law/situation.hpp"

#include <map>
#include <vector>

namespace labourlex::reference {

/// The shifts that give every overlap atom the same answer: for each length in minutes that occurs among them, one of
/// them.
struct ShiftClass {
    std::vector<bool> overlaps;                    ///< in the order of the law's overlap atoms
    std::map<int, std::pair<int, int>> by_length;  ///< length -> start, end
};

/// `every_length`: false where the law never asks for the length, so that one shift a class is enough.
[[nodiscard]] std::vector<ShiftClass> shift_classes(const Version& version, const std::vector<MinuteInterval>& starts,
                                                    const std::vector<MinuteInterval>& ends, bool every_length);

}  // namespace labourlex::reference
