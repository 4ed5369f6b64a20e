// Diagnostics one line each, for editors and grep: file:line:column: error[L0101]: message; remedy
#include "dsl-grammar/diagnostic_rendering.hpp"

#include <fmt/format.h>

namespace labourlex::rendering {

std::string as_plain(const Diagnostics& diagnostics, const Sources& sources) {
    std::string result;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        if (has_place(diagnostic.span, sources)) result += written_place(diagnostic.span, sources) + ": ";
        result += fmt::format("{}[{}]: {}", word_of(diagnostic.severity), entry_of(diagnostic.code).name,
                              visible(diagnostic.message()));
        if (const std::string advice = diagnostic.advice(); !advice.empty()) result += "; " + visible(advice);
        result += '\n';
    }
    return result;
}

}  // namespace labourlex::rendering
