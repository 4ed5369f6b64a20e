// How large the text is that tables are made of, so that their growth can be bounded.
//
// Write S(c) for the number of members of all lists in a condition c: each member of an `all of`, `any of` or `none of`
// counts one, whether it stands on a dash of its own, between commas, or between `and` / `or`. The size of a version is
//
//     definition, clock term         1 + S(when)                          (a clock table's rows are members of its
//     condition) norm                          (1 + S(when) [+ 1 + S(needs)]) times the number of its parents (at least
//     one) combination that is impossible 1 + S(when) row of a limit                 1 + S(when) instrument, unseen law
//     1 edges in time, reaches, lists, sections: S(c) for each different condition c in them, once (the members of an
//     `all of` being conditions of their own)
//
// Why `row_count` never exceeds it. Let R(c) be the rows made when c stands at the top of a table, its parts included,
// and P(c) the rows of the parts made when c is among what must hold together. Then R(c) <= 1 + S(c) and P(c) <= S(c):
// - an atom: R = 1, P = 0, S = 0.
// - alternatives c1 .. cn: R = R(c1) + .. + R(cn) <= n + S(c1) + .. + S(cn) = S(c), and P = R, the part being that
// table;
//   with n = 0 there is no row, with n = 1 it is c1 itself.
// - c1 .. cn together: R = 1 + P(c1) + .. + P(cn) <= 1 + S(c), P = P(c1) + .. + P(cn) <= S(c).
// - the negation of `all of c1 .. cn` among what must hold together: its part is the table of the `all of`, so that
//   P = R(all of c1 .. cn) = 1 + P(c1) + .. + P(cn) <= n + S(c1) + .. + S(cn) = S(c) for n >= 1; for n = 0 there is
//   none.
// A table of a statement has the rows R of its own condition; conditions it shares with other statements only add cells
// and parts, equal parts are one table, and so each different shared condition adds at most S(c) in all. Rows that
// contradict themselves are dropped, which only helps. An exception's rows stand once here and are repeated where
// tables are shown under each parent: that is why parents count.
#pragma once

#include "engine/law/model.hpp"

#include <cstddef>

namespace labourlex {

/// S(c) above.
[[nodiscard]] std::size_t list_members(const Condition& condition);

[[nodiscard]] std::size_t source_size(const Version& version);

}  // namespace labourlex
