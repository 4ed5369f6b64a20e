#include "dsl-grammar/diagnostic.hpp"

#include "dsl-grammar/phrases.hpp"

#include <algorithm>
#include <tuple>

namespace labourlex {

namespace {

[[maybe_unused]] constexpr Severity error = Severity::error;
[[maybe_unused]] constexpr Severity warning = Severity::warning;
[[maybe_unused]] constexpr Severity note = Severity::note;

auto order(const Diagnostic& diagnostic) {
    return std::tie(diagnostic.span.source, diagnostic.span.begin, diagnostic.span.end, diagnostic.code,
                    diagnostic.words);
}

}  // namespace

const std::vector<CodeEntry>& code_table() {
    static const std::vector<CodeEntry> entries{
#define LABOURLEX_MESSAGE(code, severity, title, message, remedy) \
    CodeEntry{Code::code, #code, severity, title, message, remedy},
#include "dsl-grammar/messages/all.inc"
#undef LABOURLEX_MESSAGE
    };
    return entries;
}

const CodeEntry& entry_of(Code code) {
    return code_table()[static_cast<std::size_t>(code)];
}

std::string Diagnostic::message() const {
    return fill(entry_of(code).message, words);
}

std::string Diagnostic::advice() const {
    return remedy.empty() ? fill(entry_of(code).remedy, words) : remedy;
}

Diagnostic& Diagnostics::report(Code code, Span span, std::vector<std::string> words) {
    Diagnostic& diagnostic = all_.emplace_back();
    diagnostic.code = code;
    diagnostic.severity = entry_of(code).severity;
    diagnostic.span = span;
    diagnostic.words = std::move(words);
    return diagnostic;
}

bool Diagnostics::has_errors() const {
    return std::any_of(all_.begin(), all_.end(), [](const Diagnostic& d) { return d.severity == Severity::error; });
}

void Diagnostics::append(const Diagnostics& other) {
    all_.insert(all_.end(), other.all_.begin(), other.all_.end());
}

void Diagnostics::sort() {
    std::stable_sort(all_.begin(), all_.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return order(a) < order(b); });
    all_.erase(std::unique(all_.begin(), all_.end(),
                           [](const Diagnostic& a, const Diagnostic& b) { return order(a) == order(b); }),
               all_.end());
}

}  // namespace labourlex
