// Names cut into words that can be compared: lower case, without endings, without words that say nothing.
//
// Endings are taken off by the Snowball stemmers (libstemmer), English for Latin letters and Russian for Cyrillic ones, so that
// `pickers` finds `picking` and `сборщиков` finds `сборщик`.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct sb_stemmer;

namespace labourlex::find {

class Words {
public:
    Words();
    ~Words();
    Words(const Words&) = delete;
    Words& operator=(const Words&) = delete;

    /// The words of a text (UTF-8) in order: letters and digits only, lower case, without their endings; words that say
    /// nothing (`of`, `the`, `и`) are left out. Not thread-safe: the stemmers keep a buffer.
    [[nodiscard]] std::vector<std::string> of(std::string_view text) const;

private:
    struct Release {
        void operator()(sb_stemmer* stemmer) const;
    };
    std::unique_ptr<sb_stemmer, Release> english_;
    std::unique_ptr<sb_stemmer, Release> russian_;
};

/// Letters that must be changed, put in, left out or swapped with their neighbour to make one word of the other; at most
/// `most` + 1. Counts code points. Source: Damerau, "A technique for computer detection and correction of spelling errors",
/// Comm. ACM 7 (1964), in the restricted form that never edits a place twice.
[[nodiscard]] std::size_t letters_apart(std::u32string_view a, std::u32string_view b, std::size_t most);

/// The code points of well-formed UTF-8.
[[nodiscard]] std::u32string code_points(std::string_view text);

}  // namespace labourlex::find
