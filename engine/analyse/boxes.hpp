// A region of jobs told as a few boxes that people can read.
//
// A box is a conjunction of tests: age under 15, sector construction, tasks include brick carrying. The region is a
// diagram; a list of all its paths would be exact and unreadable. So boxes are grown: take the shortest path into what
// is not covered yet, then drop its tests one after the other as long as the whole box stays inside the region - jobs
// that cannot be (a constraint forbids them) may lie in a box, they harm nobody. What a box covers is taken off, and
// the next is grown.
//
// A claim about a change would drag along everything that decides a job anyway ("not forced, not trafficked, not
// underground, ..."). So the caller may name a background: jobs that may lie in a box although they are not in the
// region, as those that both laws judge alike. The caller has to say what it let in.
//
// Why this is exact: a test is only dropped after the diagram has been asked whether *every* job of the larger box is
// in the region or impossible; and the boxes together with what `left` returns are the region. A cover with the fewest
// boxes is not promised (that is NP-hard); boxes may overlap.
#pragma once

#include "engine/analyse/cell_tests.hpp"

#include <map>
#include <vector>

namespace labourlex::analyse {

/// What a box demands of one variable.
struct Literal {
    Level level = 0;
    std::vector<bool> cells;                                ///< those allowed; never all
    std::vector<std::pair<const CellTest*, bool>> answers;  ///< the same as tests and answers
};

struct Box {
    std::vector<Literal> literals;  ///< ascending by level; none: every job
};

struct Cover {
    std::vector<Box> boxes;
    Diagram left = 0;  ///< the part of the region outside the boxes: `no` unless there were more than `most`
};

/// Covers `region` (inside the feasible jobs) by at most `most` boxes. Jobs of `background` may lie in a box as well.
[[nodiscard]] Cover cover(JointDiagrams& joint, const CellTests& tests, Diagram region, Diagram background,
                          std::size_t most);

/// Allowed cells by level; a level that is not named may have any.
using AllowedCells = std::map<Level, std::vector<bool>>;

/// Every job with allowed cells is in `region`.
[[nodiscard]] bool inside(const Diagrams& diagrams, Diagram region, const AllowedCells& allowed);

/// The jobs of a box.
[[nodiscard]] Diagram diagram_of(JointDiagrams& joint, const Box& box);

/// The box in words, one entry a subject.
[[nodiscard]] SaidTests say_box(const CellTests& tests, const Box& box);

}  // namespace labourlex::analyse
