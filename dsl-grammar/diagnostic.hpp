// What the program says about a text that is wrong or doubtful: one structure for every kind of input.
//
// A diagnostic is a stable code, a place and the words that fill the code's message. Messages themselves stand in one
// table (`messages/*.inc`), so that they can be translated; no other file holds sentences.
#pragma once

#include "dsl-grammar/source.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace labourlex {

enum class Severity { error, warning, note };

/// Every code that exists. The table in `messages/*.inc` gives each its severity, title, message and remedy.
enum class Code {
#define LABOURLEX_MESSAGE(code, severity, title, message, remedy) code,
#include "dsl-grammar/messages/all.inc"
#undef LABOURLEX_MESSAGE
};

struct CodeEntry {
    Code code;
    std::string_view name;     ///< "L0101"
    Severity severity;         ///< default severity
    std::string_view title;    ///< what is wrong, in a few words
    std::string_view message;  ///< one sentence; {0}, {1} ... are filled with the words of the diagnostic
    std::string_view remedy;   ///< what to do about it, as a statement; may be empty; same placeholders
};

/// All codes in the order of the table.
[[nodiscard]] const std::vector<CodeEntry>& code_table();
[[nodiscard]] const CodeEntry& entry_of(Code code);

struct RelatedPlace {
    Span span;
    std::string text;  ///< what stands there: "first declared here"
};

struct Diagnostic {
    Code code{};
    Severity severity = Severity::error;
    Span span;
    std::vector<std::string> words;  ///< fill the message's and the remedy's placeholders
    std::string norm;                ///< the statement it stands in ("rule minimum-age"), may be empty
    std::vector<RelatedPlace> related;
    std::string remedy;  ///< replaces the table's remedy where a better one is known (a suggestion)

    [[nodiscard]] std::string message() const;  ///< the filled message
    [[nodiscard]] std::string advice() const;   ///< the filled remedy
};

/// The diagnostics of one run, in the order found. `report` returns the new entry, to add related places to it.
class Diagnostics {
public:
    Diagnostic& report(Code code, Span span, std::vector<std::string> words = {});
    [[nodiscard]] bool has_errors() const;
    [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
    void append(const Diagnostics& other);
    /// By source, place, code; exact repetitions dropped. Renderers expect this order.
    void sort();
    [[nodiscard]] bool empty() const { return all_.empty(); }

private:
    std::vector<Diagnostic> all_;
};

enum class DiagnosticFormat { text, plain, json, sarif };

/// Renders all diagnostics: `text` with the underlined source line, `plain` one line each (file:line:col: ...),
/// `json` an array, `sarif` one SARIF 2.1.0 log. `colour` matters to `text` only.
[[nodiscard]] std::string render(const Diagnostics& diagnostics, const Sources& sources, DiagnosticFormat format,
                                 bool colour = false);

}  // namespace labourlex
