// Reads the text of a `.law` file into a syntax tree.
#pragma once

#include "dsl-grammar/diagnostic.hpp"
#include "dsl-grammar/syntax_tree.hpp"

namespace labourlex {

/// Greatest size of one law file, in bytes, and greatest nesting of conditions and taxonomies.
inline constexpr std::size_t max_law_file_bytes = 16U << 20U;
inline constexpr int max_nesting = 64;

/// Parses source number `source` of `sources`. Every statement is parsed by itself: a mistake costs one diagnostic and
/// that one statement. Never throws on bad input.
[[nodiscard]] syntax::File parse(const Sources& sources, std::uint32_t source, Diagnostics& diagnostics);

}  // namespace labourlex
