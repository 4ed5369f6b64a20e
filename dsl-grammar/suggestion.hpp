// The nearest of a set of candidate names to a misspelt one.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace labourlex {

/// Number of insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`, by code unit; gives up
/// (and returns `limit + 1`) as soon as it exceeds `limit`.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The candidate that was most likely meant by `name`, or an empty string when none is worth suggesting: one that differs by
/// a single edit; else the shortest that has all its words (`serving-tea` for `serving`); else the closest that begins with
/// the same letter and differs by at most a third of the name's length, at most three edits. Numbers and single letters
/// have no neighbours. `-`, `_` and letter case count as equal. The first of several equally close candidates wins, so pass
/// them in a fixed order.
[[nodiscard]] std::string nearest(std::string_view name, std::span<const std::string> candidates);

}  // namespace labourlex
