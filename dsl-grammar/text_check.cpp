#include "dsl-grammar/text_check.hpp"

#include "dsl-grammar/letters.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace labourlex {

namespace {

std::string_view name_of(Script script) {
    switch (script) {
        case Script::latin:
            return "Latin";
        case Script::cyrillic:
            return "Cyrillic";
        case Script::greek:
            return "Greek";
        default:
            return "other";
    }
}

/// Looks at one text from its first byte to its last.
class TextCheck {
public:
    TextCheck(std::string_view text, std::uint32_t source, const TextRules& rules, Diagnostics& diagnostics)
        : text_(text), source_(source), rules_(rules), diagnostics_(diagnostics) {}

    bool run() {
        if (text_.size() > rules_.greatest_size) {
            diagnostics_.report(Code::L0001, {source_, 0, 0},
                                {std::to_string(text_.size()), std::to_string(rules_.greatest_size)});
            return false;
        }
        std::size_t i = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
        while (i < text_.size()) {
            const auto byte = static_cast<unsigned char>(text_[i]);
            if (byte >= 0x20 && byte < 0x7F) {
                i = ascii(i);
                continue;
            }
            i = special(i, byte);
            if (unreadable_) return false;
        }
        return true;
    }

private:
    Span at(std::size_t begin, std::size_t length) const {
        return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + length)};
    }

    std::size_t special(std::size_t i, unsigned char byte) {
        if (byte == '\n' && place_ == Place::comment) place_ = Place::names;
        if (byte == '\n' || byte == '\r') return i + 1;
        if (byte == '\t') {
            if (!rules_.tabs_may_indent && opens_line(i)) diagnostics_.report(Code::L0006, at(i, 1));
            return i + 1;
        }
        if (byte == 0) {
            diagnostics_.report(Code::L0002, at(i, 1), {std::to_string(i)});
            unreadable_ = true;
            return i;
        }
        const CodePoint point = decode(text_, i);
        if (point.length == 0) {
            diagnostics_.report(Code::L0003, at(i, 1), {std::to_string(i), fmt::format("{:02X}", byte)});
            unreadable_ = true;
            return i;
        }
        if (script_of(point.value) != Script::none) return word(i);
        const bool control = point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0);
        if (control || is_direction_control(point.value)) {
            diagnostics_.report(control ? Code::L0007 : Code::L0004, at(i, point.length),
                                {fmt::format("U+{:04X}", static_cast<std::uint32_t>(point.value))});
        }
        return i + point.length;
    }

    /// A tab indents when only blanks stand before it on its line; the first of them is reported.
    bool opens_line(std::size_t i) const {
        while (i > 0 && text_[i - 1] == ' ') --i;
        return i == 0 || text_[i - 1] == '\n';
    }

    /// Follows quotation marks and comments, so that prose is told from names.
    std::size_t ascii(std::size_t i) {
        const char c = text_[i];
        const bool first_column = i == 0 || text_[i - 1] == '\n';
        // A statement in the first column ends a text that was never closed.
        if (first_column && c != ' ' && c != '#') place_ = Place::names;
        if (name_start_length(text_, i) != 0) return word(i);
        if (c == '\\' && place_ == Place::quotes && i + 1 < text_.size() && text_[i + 1] == '"') return i + 2;
        if (c == '"' && place_ != Place::comment) place_ = place_ == Place::quotes ? Place::names : Place::quotes;
        if (c == '#' && place_ == Place::names) place_ = Place::comment;
        return i + 1;
    }

    std::size_t word(std::size_t begin) {
        std::size_t end = begin;
        Script first = Script::none;
        Script other = Script::none;
        // Most words are plain: nothing in them has to be decoded.
        while (end < text_.size() && is_ascii_name_start(text_[end])) {
            if (text_[end] > '9') first = Script::latin;
            ++end;
        }
        while (end < text_.size()) {
            const auto byte = static_cast<unsigned char>(text_[end]);
            std::uint32_t length = 1;
            Script script = Script::none;
            if (byte < 0x80) {
                if (name_part_length(text_, end) == 0) break;
                if (place_ != Place::names && name_start_length(text_, end) == 0) break;
                script = script_of(byte);
            } else {
                const CodePoint point = decode(text_, end);
                script = script_of(point.value);
                if (script == Script::none) break;
                length = point.length;
            }
            if (script != Script::none) {
                if (first == Script::none)
                    first = script;
                else if (script != first && other == Script::none)
                    other = script;
            }
            end += length;
        }
        if (other != Script::none && rules_.words_of_one_script) {
            diagnostics_.report(Code::L0005, at(begin, end - begin),
                                {std::string(text_.substr(begin, end - begin)), std::string(name_of(other)),
                                 std::string(name_of(first))});
        }
        return std::max(end, begin + 1);
    }

    std::string_view text_;
    std::uint32_t source_;
    const TextRules& rules_;
    Diagnostics& diagnostics_;
    bool unreadable_ = false;
    enum class Place { names, quotes, comment } place_ = Place::names;
};

}  // namespace

bool check_text(const Sources& sources, std::uint32_t source, const TextRules& rules, Diagnostics& diagnostics) {
    return TextCheck(sources.text(source), source, rules, diagnostics).run();
}

}  // namespace labourlex
