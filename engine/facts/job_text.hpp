// Reading a job description's text: YAML or JSON bytes to a small positioned tree, before any fact is looked up.
//
// YAML is read from parser events, never from a loaded node tree (aliases could make that exponential); JSON by a SAX
// parser. Both feed one builder that owns size, duplicates, depth and positions.
#pragma once

#include "dsl-grammar/diagnostic.hpp"

#include <optional>
#include <string>
#include <vector>

namespace labourlex {

/// Limits of a job text: at most this many bytes and this deep.
inline constexpr std::size_t max_job_bytes = 1U << 20U;
inline constexpr int max_job_nesting = 16;

struct TextEntry;

struct TextNode {
    enum class Kind { null, boolean, number, text, sequence, mapping };
    Kind kind = Kind::null;
    Span span;
    std::string scalar;              ///< as written (numbers keep their spelling)
    bool unquoted = false;           ///< a YAML scalar without quotes: its spelling is its value
    std::vector<TextNode> items;     ///< sequence
    std::vector<TextEntry> entries;  ///< mapping, names are scalars, no name twice
};

/// One entry of a mapping: its name and its value.
struct TextEntry {
    TextNode first;
    TextNode second;
};

enum class JobTextFormat { yaml, json, guess };

/// One document with a mapping (or, with `allow_sequence`, a sequence as case files have) at the top. YAML scalars get
/// the kind that contract.md gives them: true/false/yes/no boolean, unquoted number, null/~ null, else text; quoted is
/// text. Nothing, with diagnostics, on bad input. `guess`: JSON when the first byte that is not white space is `{` or
/// `[`.
[[nodiscard]] std::optional<TextNode> read_job_text(const Sources& sources, std::uint32_t source, JobTextFormat format,
                                                    Diagnostics& diagnostics, bool allow_sequence = false,
                                                    std::size_t max_bytes = max_job_bytes);

}  // namespace labourlex
