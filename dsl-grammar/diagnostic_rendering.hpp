// The forms a list of diagnostics is printed in, and what they share. Each form has a file of its own.
#pragma once

#include "dsl-grammar/diagnostic.hpp"

namespace labourlex::rendering {

[[nodiscard]] std::string as_text(const Diagnostics& diagnostics, const Sources& sources, bool colour);
[[nodiscard]] std::string as_plain(const Diagnostics& diagnostics, const Sources& sources);
[[nodiscard]] std::string as_json(const Diagnostics& diagnostics, const Sources& sources);
[[nodiscard]] std::string as_sarif(const Diagnostics& diagnostics, const Sources& sources);

/// "error", "warning", "note"
[[nodiscard]] std::string word_of(Severity severity);

/// The documentation page of a code, from the root of the project: "docs/diagnostics/L0101.md".
[[nodiscard]] std::string page_of(Code code);

/// Whether the span lies in a registered text; a diagnostic about the command line has no place.
[[nodiscard]] bool has_place(Span span, const Sources& sources);

/// "rulesets/tj/facts.law:12:8"; empty without a place.
[[nodiscard]] std::string written_place(Span span, const Sources& sources);

/// Text as it may be shown on a terminal: control characters, invisible direction marks and bytes that are not UTF-8
/// are replaced, one character for one, a tab by one blank.
[[nodiscard]] std::string visible(std::string_view text);

}  // namespace labourlex::rendering
