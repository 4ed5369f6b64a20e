// How many kinds of job a diagram holds: exact, with integers of any size.
//
// A *kind* is one way to put every variable into one of its cells, so one class of jobs that neither law tells apart.
// Cells are not jobs: "age 14" and "any of 400 other occupations" count one each, and a share of kinds is no share of
// children. What the figure is good for is to compare parts of one and the same space: how much of what the law can
// tell apart has moved, and from where to where.
//
// The count of a node is the sum over its cells; a variable that the path does not ask multiplies by its number of
// cells. Each node is counted once. The numbers grow beyond 64 and 128 bits (a law with 200 variables), hence GMP
// integers.
#pragma once

#include "engine/diagrams/diagram.hpp"

#include <gmpxx.h>

#include <set>
#include <string>

namespace labourlex::analyse {

using KindCount = mpz_class;

/// Assignments of cells to the variables in `over` for which `diagram` (terminals 0 and 1, reading levels in `over`
/// only) is yes.
[[nodiscard]] KindCount count_kinds(const Diagrams& diagrams, Diagram diagram, const std::set<Level>& over);

/// `part` of `whole` in per cent with one decimal, rounded down; what is there but less than 0.1 is "under 0.1", and
/// only all of it is "100".
[[nodiscard]] std::string share_text(const KindCount& part, const KindCount& whole);

}  // namespace labourlex::analyse
