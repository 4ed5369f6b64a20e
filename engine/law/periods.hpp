// When something is in force: edges in time, some of them in doubt.
//
// A period has at most a few bounds. Each bound is an edge (the first day of a new state) and a sense: in force once the
// edge has passed, or only until it has. The day of an edge may be known (first == last) or lie somewhere in a window
// (`about D within N days`); a window's edge is a yes/no question of the vocabulary, the same for everything tied to it.
// On a given day a set of bounds is therefore certainly not in force, or in force under a (usually empty) conjunction of
// answers to such questions.
#pragma once

#include "engine/facts/calendar.hpp"
#include "engine/facts/fact.hpp"

#include <span>
#include <utility>
#include <vector>

namespace labourlex {

/// The new state begins on a day from `first` to `last`. `question` is set exactly where these differ.
struct Edge {
    Date first;
    Date last;
    FactIndex question = no_fact;
    friend bool operator==(const Edge&, const Edge&) = default;
};

/// In force from the edge on (`begins`), or only before it.
struct Bound {
    Edge edge;
    bool begins = true;
    friend bool operator==(const Bound&, const Bound&) = default;
};

using Bounds = std::vector<Bound>;

/// The edge of what is `in force when commenced`: it comes after every day that can be asked about, and is no day on which
/// a version changes.
[[nodiscard]] inline Edge not_commenced() { return {Date{INT32_MAX}, Date{INT32_MAX}, no_fact}; }

/// What is known of something on one day: impossible, or in force where all `answers` are given.
struct Presence {
    bool possible = true;
    std::vector<std::pair<FactIndex, bool>> answers;   ///< question, the answer needed

    /// Also within these bounds, on this day.
    void narrow(std::span<const Bound> bounds, Date date);
};

[[nodiscard]] Presence presence_on(std::span<const Bound> bounds, Date date);

/// Whether all these bounds can hold on some day at once. Exact: between two edges nothing changes.
[[nodiscard]] bool ever_possible(std::span<const Bound> bounds);

/// Whether something with these bounds can stand when `edge` comes, so that a change at this edge finds it: on the day
/// before, or on a day on which the edge is in doubt.
[[nodiscard]] bool stands_at(std::span<const Bound> bounds, const Edge& edge);

/// The days on which the text may change: both ends of each edge.
void collect_days(std::span<const Bound> bounds, std::vector<Date>& days);

}  // namespace labourlex
