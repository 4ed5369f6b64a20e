// The one builder behind both formats: it is told what begins and ends where, and owns depth, duplicate names and the
// shape of names, so that YAML and JSON cannot differ in them.
#pragma once

#include "engine/facts/job_text.hpp"

#include <unordered_map>

namespace labourlex {

class TextTreeBuilder {
public:
    TextTreeBuilder(std::uint32_t source, Diagnostics& diagnostics) : source_(source), diagnostics_(diagnostics) {}

    // Each returns false when building cannot go on; the reason is reported then.
    bool scalar(TextNode::Kind kind, Span span, std::string spelling, bool unquoted);
    bool begin(TextNode::Kind kind, std::uint32_t offset);
    bool end(std::uint32_t offset);

    /// Whether the next scalar is a name before a colon.
    [[nodiscard]] bool expects_name() const;
    /// The name whose value comes next, or nothing.
    [[nodiscard]] const TextNode* current_name() const;
    /// Where the innermost sequence or mapping begins that stands in brackets and has not ended, or nothing.
    [[nodiscard]] std::optional<std::uint32_t> open_bracket(std::string_view text) const;
    /// From the beginning of the innermost open sequence or mapping to the end of the last value in it.
    [[nodiscard]] Span innermost() const { return levels_.back().node.span; }
    [[nodiscard]] std::optional<TextNode>& root() { return root_; }

private:
    /// A sequence or mapping that has begun and not ended.
    struct Level {
        TextNode node;
        std::optional<TextNode> name;                 ///< mapping: waiting for its value
        std::unordered_map<std::string, Span> names;  ///< mapping: where each name stands
    };

    bool place(TextNode node);

    std::uint32_t source_;
    Diagnostics& diagnostics_;
    std::vector<Level> levels_;
    std::optional<TextNode> root_;
    std::size_t names_stated_twice_ = 0;
};

}  // namespace labourlex
