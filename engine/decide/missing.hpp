// What is missing, and what to ask first (semantics 8).
//
// A fact is missing exactly when two possible completions that agree on every other variable have different outcomes.
// The outcome diagram is walked in pairs: equal cells everywhere but on the fact's own levels. Where nothing decides
// alone (constraints tie facts together), the facts of the smallest sets that decide together are missing.
#pragma once

#include "engine/decide/possible.hpp"

#include <vector>

namespace labourlex::decide {

struct MissingFact {
    FactIndex fact = no_fact;
    bool some_answer_decides = false;
    Rational telling;  ///< share of the possible answers that remove a possible outcome
};

/// Most telling first: facts some answer to which decides, then by share, then in order of declaration.
[[nodiscard]] std::vector<MissingFact> missing_facts(Outcomes& outcomes);

}  // namespace labourlex::decide
