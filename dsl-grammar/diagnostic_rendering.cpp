#include "dsl-grammar/diagnostic_rendering.hpp"

#include "dsl-grammar/letters.hpp"
#include "dsl-grammar/phrases.hpp"

#include <fmt/format.h>

namespace labourlex {

namespace rendering {

std::string word_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return phrase(Phrase::severity_error, {});
        case Severity::warning:
            return phrase(Phrase::severity_warning, {});
        case Severity::note:
            return phrase(Phrase::severity_note, {});
    }
    return {};
}

std::string page_of(Code code) {
    return fmt::format("docs/diagnostics/{}.md", entry_of(code).name);
}

bool has_place(Span span, const Sources& sources) {
    return span.source < sources.size();
}

std::string written_place(Span span, const Sources& sources) {
    if (!has_place(span, sources)) return {};
    const Place place = sources.place(span.source, span.begin);
    return fmt::format("{}:{}:{}", sources.name(span.source), place.line, place.column);
}

std::string visible(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode(text, i);
        const bool control = point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0);
        if (text[i] == '\t') {
            result += ' ';
        } else if (point.length == 0 || control || is_direction_control(point.value)) {
            result += "\xEF\xBF\xBD";
        } else {
            result += text.substr(i, point.length);
        }
        i += point.length == 0 ? 1 : point.length;
    }
    return result;
}

}  // namespace rendering

std::string render(const Diagnostics& diagnostics, const Sources& sources, DiagnosticFormat format, bool colour) {
    switch (format) {
        case DiagnosticFormat::text:
            return rendering::as_text(diagnostics, sources, colour);
        case DiagnosticFormat::plain:
            return rendering::as_plain(diagnostics, sources);
        case DiagnosticFormat::json:
            return rendering::as_json(diagnostics, sources);
        case DiagnosticFormat::sarif:
            return rendering::as_sarif(diagnostics, sources);
    }
    return {};
}

}  // namespace labourlex
