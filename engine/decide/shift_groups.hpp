// Pairs of times, grouped by all that the law can tell apart about them.
//
// Over all 1440 x 1440 pairs the law sees only the truth of its overlap atoms, and the constraints only the length.
// Starts and ends are cut at the edges of all windows; two pairs from the same two pieces (and, within one piece, on
// the same side of the diagonal) have the same truths, and their lengths form a range.
#pragma once

#include "engine/law/situation.hpp"

#include <cstdint>
#include <vector>

namespace labourlex::decide {

/// A group of pairs: the truth of every overlap atom used (in the order given) and the shift's length in minutes.
struct ShiftGroup {
    std::vector<bool> overlaps;
    int minutes = 0;
};

class ShiftGroups {
public:
    /// `atoms`: the overlap atoms that the tables use. Empty when the pair of times is not free.
    ShiftGroups(const Situation& situation, std::vector<AtomIndex> atoms);

    [[nodiscard]] bool free() const { return free_; }
    [[nodiscard]] const std::vector<AtomIndex>& atoms() const { return atoms_; }
    [[nodiscard]] const std::vector<ShiftGroup>& groups() const { return groups_; }

    /// Keeps of each set of pairs with equal truths and equal `marks[minutes]` only the longest one (a longer shift
    /// never breaks a constraint that a shorter one keeps), or every length when `every_length`.
    void refine(const std::vector<std::uint32_t>& marks, bool every_length);

private:
    struct LengthRange {
        std::vector<bool> overlaps;
        int shortest;
        int longest;
    };
    bool free_ = false;
    std::vector<AtomIndex> atoms_;
    std::vector<LengthRange> ranges_;
    std::vector<ShiftGroup> groups_;
};

}  // namespace labourlex::decide
