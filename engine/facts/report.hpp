// Diagnostics that every reader of outside texts words alike.
#pragma once

#include "dsl-grammar/diagnostic.hpp"

#include <span>
#include <string>

namespace labourlex {

/// A text with a hundred thousand mistakes is answered with so many and no more.
inline constexpr std::size_t most_mistakes = 100;

/// Appends the first mistakes of `found`, and says so when there are more.
void append_first_mistakes(const Diagnostics& found, Diagnostics& diagnostics);

/// Reports `code` at `span` for a name that stands at `first` already, and points there.
void report_twice(Code code, const std::string& name, Span span, Span first, Diagnostics& diagnostics);

/// Replaces the remedy by "write `name`".
void suggest(Diagnostic& diagnostic, const std::string& name);

/// Replaces the remedy of `diagnostic` by the candidate nearest to `name`, where one is near.
void suggest_nearest(Diagnostic& diagnostic, const std::string& name, std::span<const std::string> candidates);

/// A name or value as a message shows it: cut short where it is very long.
[[nodiscard]] std::string shown(const std::string& text);

}  // namespace labourlex
