#include "engine/facts/text_tree_builder.hpp"

#include "engine/facts/report.hpp"

#include <algorithm>
#include <utility>

namespace labourlex {

bool TextTreeBuilder::expects_name() const {
    return !levels_.empty() && levels_.back().node.kind == TextNode::Kind::mapping && !levels_.back().name;
}

const TextNode* TextTreeBuilder::current_name() const {
    return !levels_.empty() && levels_.back().name ? &*levels_.back().name : nullptr;
}

std::optional<std::uint32_t> TextTreeBuilder::open_bracket(std::string_view text) const {
    for (auto level = levels_.rbegin(); level != levels_.rend(); ++level) {
        const std::uint32_t begin = level->node.span.begin;
        if (begin < text.size() && (text[begin] == '[' || text[begin] == '{')) return begin;
    }
    return std::nullopt;
}

bool TextTreeBuilder::scalar(TextNode::Kind kind, Span span, std::string spelling, bool unquoted) {
    TextNode node;
    node.kind = kind;
    node.span = span;
    node.scalar = std::move(spelling);
    node.unquoted = unquoted;
    if (!expects_name()) return place(std::move(node));

    if (kind == TextNode::Kind::null || node.scalar.empty()) {
        diagnostics_.report(Code::L0514, span);
        return false;
    }
    if (unquoted && node.scalar == "<<") {
        diagnostics_.report(Code::L0518, span);
        return false;
    }
    levels_.back().name = std::move(node);
    return true;
}

bool TextTreeBuilder::begin(TextNode::Kind kind, std::uint32_t offset) {
    const Span span{source_, offset, offset + 1};
    if (expects_name()) {
        diagnostics_.report(Code::L0514, span);
        return false;
    }
    if (levels_.size() == static_cast<std::size_t>(max_job_nesting)) {
        diagnostics_.report(Code::L0509, span, {std::to_string(max_job_nesting)});
        return false;
    }
    Level level;
    level.node.kind = kind;
    level.node.span = span;
    levels_.push_back(std::move(level));
    return true;
}

bool TextTreeBuilder::end(std::uint32_t offset) {
    TextNode node = std::move(levels_.back().node);
    levels_.pop_back();
    node.span.end = std::max(node.span.end, offset);
    return place(std::move(node));
}

bool TextTreeBuilder::place(TextNode node) {
    if (levels_.empty()) {
        root_ = std::move(node);
        return true;
    }
    Level& level = levels_.back();
    level.node.span.end = std::max(level.node.span.end, node.span.end);
    if (level.node.kind == TextNode::Kind::sequence) {
        level.node.items.push_back(std::move(node));
        return true;
    }
    TextNode name = std::move(*level.name);
    level.name.reset();
    // A name stated twice is reported once its value is over, and reading goes on: later mistakes are shown too.
    const auto [first, is_new] = level.names.emplace(name.scalar, name.span);
    if (is_new) {
        level.node.entries.push_back({std::move(name), std::move(node)});
    } else {
        report_twice(Code::L0513, name.scalar, name.span, first->second, diagnostics_);
        return ++names_stated_twice_ <= most_mistakes;
    }
    return true;
}

}  // namespace labourlex
