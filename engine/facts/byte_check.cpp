#include "engine/facts/byte_check.hpp"

#include "dsl-grammar/letters.hpp"

#include <fmt/format.h>

namespace labourlex {

bool check_bytes(const Sources& sources, std::uint32_t source, std::size_t max_bytes, Diagnostics& diagnostics) {
    const std::string_view text = sources.text(source);
    if (text.size() > max_bytes) {
        diagnostics.report(Code::L0001, Span{source, 0, 0}, {std::to_string(text.size()), std::to_string(max_bytes)});
        return false;
    }
    const auto span = [&](std::size_t begin, std::size_t length) {
        return Span{source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + length)};
    };
    if (text.substr(0, 3) == "\xEF\xBB\xBF") {
        diagnostics.report(Code::L0505, span(0, 3));
        return false;
    }
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const std::size_t length = decode(text, at).length;
        if (length == 0) {
            diagnostics.report(Code::L0003, span(at, 1), {std::to_string(at), fmt::format("{:02X}", byte)});
            return false;
        }
        if (byte == 0) {
            diagnostics.report(Code::L0002, span(at, 1), {std::to_string(at)});
            return false;
        }
        // YAML forbids the others too, and yaml-cpp takes U+0004 for the end of the text.
        if ((byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F) {
            diagnostics.report(Code::L0007, span(at, 1), {fmt::format("U+{:04X}", byte)});
            return false;
        }
        at += length;
    }
    return true;
}

}  // namespace labourlex
