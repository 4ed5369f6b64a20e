#include "dsl-grammar/source.hpp"

#include <algorithm>

namespace labourlex {

std::uint32_t Sources::add(std::string name, std::string text) {
    Entry entry{std::move(name), std::move(text), {0}};
    for (std::size_t i = 0; i < entry.text.size(); ++i) {
        if (entry.text[i] == '\n') entry.line_starts.push_back(static_cast<std::uint32_t>(i + 1));
    }
    entries_.push_back(std::move(entry));
    return static_cast<std::uint32_t>(entries_.size() - 1);
}

std::string_view Sources::slice(Span span) const {
    const std::string_view whole = text(span.source);
    if (span.begin >= whole.size() || span.end < span.begin) return {};
    return whole.substr(span.begin, span.end - span.begin);
}

Place Sources::place(std::uint32_t source, std::uint32_t offset) const {
    const Entry& entry = entries_.at(source);
    offset = std::min(offset, static_cast<std::uint32_t>(entry.text.size()));
    const auto after = std::upper_bound(entry.line_starts.begin(), entry.line_starts.end(), offset);
    const auto line = static_cast<std::uint32_t>(after - entry.line_starts.begin());
    const std::uint32_t start = entry.line_starts[line - 1];
    // Continuation bytes of UTF-8 are no columns of their own; neither is a byte order mark.
    std::uint32_t column = 1;
    for (std::uint32_t i = start; i < offset; ++i) {
        if ((static_cast<unsigned char>(entry.text[i]) & 0xC0U) != 0x80U) ++column;
    }
    if (line == 1 && entry.text.starts_with("\xEF\xBB\xBF") && offset >= 3) --column;
    return {line, column};
}

std::string_view Sources::line(std::uint32_t source, std::uint32_t number) const {
    const Entry& entry = entries_.at(source);
    if (number == 0 || number > entry.line_starts.size()) return {};
    const std::size_t start = entry.line_starts[number - 1];
    const std::size_t end = std::min(entry.text.find('\n', start), entry.text.size());
    std::string_view result = std::string_view(entry.text).substr(start, end - start);
    if (number == 1 && result.starts_with("\xEF\xBB\xBF")) result.remove_prefix(3);
    if (result.ends_with('\r')) result.remove_suffix(1);
    return result;
}

}  // namespace labourlex
