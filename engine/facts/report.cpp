#include "engine/facts/report.hpp"

#include "dsl-grammar/phrases.hpp"
#include "dsl-grammar/suggestion.hpp"

namespace labourlex {

namespace {

constexpr std::size_t longest_shown = 60;

}  // namespace

void append_first_mistakes(const Diagnostics& found, Diagnostics& diagnostics) {
    if (found.all().size() <= most_mistakes) return diagnostics.append(found);
    for (std::size_t i = 0; i < most_mistakes; ++i) diagnostics.report(found.all()[i].code, {}) = found.all()[i];
    diagnostics.report(Code::L0559, found.all()[most_mistakes].span, {std::to_string(most_mistakes)});
}

void report_twice(Code code, const std::string& name, Span span, Span first, Diagnostics& diagnostics) {
    diagnostics.report(code, span, {shown(name)})
        .related.push_back({first, phrase(Phrase::stands_here_first, {shown(name)})});
}

void suggest_nearest(Diagnostic& diagnostic, const std::string& name, std::span<const std::string> candidates) {
    if (name.size() > longest_shown) return;
    const std::string found = nearest(name, candidates);
    if (!found.empty()) suggest(diagnostic, found);
}

void suggest(Diagnostic& diagnostic, const std::string& name) {
    diagnostic.remedy = phrase(Phrase::write_instead, {name});
}

std::string shown(const std::string& text) {
    if (text.size() <= longest_shown) return text;
    std::size_t length = longest_shown;
    // Not in the middle of a character.
    while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) --length;
    return text.substr(0, length) + "...";
}

}  // namespace labourlex
