// What cannot be exported so that another engine reads it alike.
//
// The room throws a refusal inside itself where it meets such a thing; `export_tables` (exchange.hpp) turns it into a
// diagnostic. It never leaves the room.
#pragma once

#include "dsl-grammar/source.hpp"
#include "engine/exchange/words.hpp"

#include <string>
#include <utility>

namespace labourlex::exchange {

struct Refusal {
    std::string what;    ///< the fact, limit or norm; empty: the law
    std::string why;     ///< a sentence without its stop
    std::string remedy;  ///< empty for a law
    Span span;           ///< where it stands; empty when nowhere in particular
};

}  // namespace labourlex::exchange
