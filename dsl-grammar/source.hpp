// Named texts and places in them.
//
// Every text that the program reads (law files, job files, data files) is registered once in a `Sources`; from then on
// a place is a `Span`: the number of the source and a half-open range of byte offsets. Spans are small, copyable and
// stay valid as long as the `Sources` they came from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace labourlex {

/// Bytes [begin, end) of source number `source`. An empty span (begin == end) marks a point.
struct Span {
    std::uint32_t source = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    friend bool operator==(const Span&, const Span&) = default;
};

/// Line and column, both from 1; columns count Unicode code points, as editors do.
struct Place {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

/// The texts of one compilation. Grows only; texts never change once added. Not thread-safe while adding.
class Sources {
public:
    /// Registers a text under the name that messages show (usually a path) and returns its number.
    std::uint32_t add(std::string name, std::string text);

    [[nodiscard]] std::string_view name(std::uint32_t source) const { return entries_.at(source).name; }
    [[nodiscard]] std::string_view text(std::uint32_t source) const { return entries_.at(source).text; }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

    /// The bytes that a span covers.
    [[nodiscard]] std::string_view slice(Span span) const;
    /// Where a byte offset stands.
    [[nodiscard]] Place place(std::uint32_t source, std::uint32_t offset) const;
    /// One line of the text (from 1), without its line break.
    [[nodiscard]] std::string_view line(std::uint32_t source, std::uint32_t number) const;

private:
    struct Entry {
        std::string name;
        std::string text;
        std::vector<std::uint32_t> line_starts;
    };
    std::vector<Entry> entries_;
};

}  // namespace labourlex
