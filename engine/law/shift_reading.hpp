// The four steps by which clock terms get their value (semantics 4): both times known; one time known and enough; the
// stated value of the term; assume no. Where the last step's assumption is freed, the pair of times is free.
#pragma once

#include "engine/law/situation.hpp"

namespace labourlex {

/// Fills `situation.shift` and `situation.overridden`. The facts must have been read already.
void read_shift(Situation& situation, const Job& job);

}  // namespace labourlex
