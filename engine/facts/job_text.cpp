#include "engine/facts/job_text.hpp"

#include "engine/facts/byte_check.hpp"
#include "engine/facts/job_formats.hpp"
#include "engine/facts/report.hpp"

namespace labourlex {

namespace {

JobTextFormat guessed_format(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    const bool json = first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
    return json ? JobTextFormat::json : JobTextFormat::yaml;
}

}  // namespace

std::optional<TextNode> read_job_text(const Sources& sources, std::uint32_t source, JobTextFormat format,
                                      Diagnostics& diagnostics, bool allow_sequence, std::size_t max_bytes) {
    if (!check_bytes(sources, source, max_bytes, diagnostics)) return std::nullopt;
    if (format == JobTextFormat::guess) format = guessed_format(sources.text(source));

    Diagnostics found;
    TextTreeBuilder builder(source, found);
    const bool read = format == JobTextFormat::json ? read_json(sources, source, builder, found)
                                                    : read_yaml(sources, source, builder, found);
    found.sort();
    append_first_mistakes(found, diagnostics);
    if (!read || found.has_errors()) return std::nullopt;

    const auto& root = builder.root();
    if (!root || root->kind == TextNode::Kind::null) {
        diagnostics.report(Code::L0506, Span{source, 0, 0});
        return std::nullopt;
    }
    if (root->kind == TextNode::Kind::sequence && !allow_sequence) {
        diagnostics.report(Code::L0511, root->span);
        return std::nullopt;
    }
    if (root->kind != TextNode::Kind::sequence && root->kind != TextNode::Kind::mapping) {
        diagnostics.report(Code::L0512, root->span, {shown(root->scalar)});
        return std::nullopt;
    }
    return root;
}

}  // namespace labourlex
