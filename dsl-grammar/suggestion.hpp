// The nearest of a set of candidate names to a misspelt one.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace labourlex {

/// Number of insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`, by code unit; gives up
/// (and returns `limit + 1`) as soon as it exceeds `limit`.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The candidate closest to `name`, or an empty string when none is close enough to be worth suggesting (a third of the
/// name's length, at least one, at most three edits). `-`, `_` and letter case count as equal. The first of several
/// equally close candidates wins, so pass them in a fixed order.
[[nodiscard]] std::string nearest(std::string_view name, std::span<const std::string> candidates);

}  // namespace labourlex
