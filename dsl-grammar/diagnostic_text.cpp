// Diagnostics for people: the message, the source line with the place underlined, the norm it stands in, related
// places, what to do, and where to read more.
#include "dsl-grammar/diagnostic_rendering.hpp"

#include "dsl-grammar/letters.hpp"
#include "dsl-grammar/phrases.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace labourlex::rendering {

namespace {

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view plain = "\x1b[0m";
constexpr std::string_view blue = "\x1b[1;34m";

/// Columns of a source line that are shown; longer lines are cut around the place.
constexpr std::size_t widest_line = 160;
/// Columns shown before the place when the line is cut.
constexpr std::size_t lead = 60;

std::string_view colour_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "\x1b[1;31m";
        case Severity::warning:
            return "\x1b[1;33m";
        case Severity::note:
            return "\x1b[1;36m";
    }
    return bold;
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// A part of a line by characters, never through the middle of one.
std::string_view part(std::string_view line, std::size_t from, std::size_t count) {
    auto skip = [&](std::size_t offset, std::size_t number) {
        while (number > 0 && offset < line.size()) {
            offset += std::max<std::uint32_t>(decode(line, offset).length, 1);
            --number;
        }
        return offset;
    };
    const std::size_t begin = skip(0, from);
    return line.substr(begin, skip(begin, count) - begin);
}

class TextRenderer {
public:
    TextRenderer(const Sources& sources, bool colour) : sources_(sources), colour_(colour) {}

    void add(const Diagnostic& diagnostic) {
        if (!result_.empty()) result_ += '\n';
        const bool placed = has_place(diagnostic.span, sources_);
        if (placed) result_ += paint(bold, written_place(diagnostic.span, sources_) + ": ");
        result_ += paint(colour_of(diagnostic.severity),
                         fmt::format("{}[{}]", word_of(diagnostic.severity), entry_of(diagnostic.code).name));
        result_ += ": " + paint(bold, visible(diagnostic.message())) + "\n";
        std::size_t margin = 1;
        if (placed) margin = quote(diagnostic);
        if (!diagnostic.norm.empty()) detail(margin, phrase(Phrase::stands_in, {diagnostic.norm}));
        for (const RelatedPlace& related : diagnostic.related) {
            detail(margin, phrase(Phrase::related_place, {written_place(related.span, sources_), related.text}));
        }
        if (const std::string advice = diagnostic.advice(); !advice.empty()) detail(margin, advice);
        detail(margin, phrase(Phrase::more_about, {page_of(diagnostic.code)}));
    }

    std::string take() { return std::move(result_); }

private:
    std::string paint(std::string_view colour, const std::string& text) const {
        return colour_ ? std::string(colour) + text + std::string(plain) : text;
    }

    void detail(std::size_t margin, const std::string& text) {
        result_ += std::string(margin, ' ') + paint(blue, " = ") + visible(text) + "\n";
    }

    /// The source line and the underline; returns the width of the line numbers.
    std::size_t quote(const Diagnostic& diagnostic) {
        const Span span = diagnostic.span;
        const Place place = sources_.place(span.source, span.begin);
        const std::string_view line = sources_.line(span.source, place.line);
        const std::string number = std::to_string(place.line);
        const std::string empty_margin(number.size(), ' ');
        std::size_t column = place.column - 1;
        std::size_t from = 0;
        std::size_t length = std::max<std::size_t>(characters(sources_.slice(one_line(span))), 1);
        if (characters(line) > widest_line && column > lead) from = column - lead;
        const std::string_view shown = part(line, from, widest_line);
        column -= from;
        length = std::min(length, std::max<std::size_t>(characters(shown), column + 1) - column);
        result_ += empty_margin + paint(blue, " |") + "\n";
        result_ += paint(blue, number + " | ") + visible(shown) + "\n";
        result_ += empty_margin + paint(blue, " | ") + std::string(column, ' ') +
                   paint(colour_of(diagnostic.severity), std::string(length, '^')) + "\n";
        return number.size();
    }

    /// The part of a span on its first line.
    Span one_line(Span span) const {
        const std::string_view text = sources_.slice(span);
        const std::size_t line_break = std::min(text.find_first_of("\r\n"), text.size());
        return {span.source, span.begin, span.begin + static_cast<std::uint32_t>(line_break)};
    }

    const Sources& sources_;
    bool colour_;
    std::string result_;
};

}  // namespace

std::string as_text(const Diagnostics& diagnostics, const Sources& sources, bool colour) {
    TextRenderer renderer(sources, colour);
    for (const Diagnostic& diagnostic : diagnostics.all()) renderer.add(diagnostic);
    return renderer.take();
}

}  // namespace labourlex::rendering
