#include "engine/facts/taxonomy.hpp"

#include <utility>

namespace labourlex {

Taxonomy::Taxonomy(std::string name, std::string title, bool exhaustive)
    : name_(std::move(name)), title_(std::move(title)), exhaustive_(exhaustive) {}

std::optional<CodeIndex> Taxonomy::add(std::string code, std::string title, CodeIndex parent, Span span,
                                       std::vector<std::string> synonyms) {
    const auto index = static_cast<CodeIndex>(nodes_.size());
    if (!by_code_.emplace(code, index).second) return std::nullopt;
    if (parent != no_code) nodes_.at(parent).children.push_back(index);
    Node node;
    node.code = std::move(code);
    node.title = std::move(title);
    node.synonyms = std::move(synonyms);
    node.parent = parent;
    node.span = span;
    nodes_.push_back(std::move(node));
    return index;
}

void Taxonomy::finish() {
    // A node's position is given on the way down and its end on the way up, so that the nodes below it are exactly
    // those with a position in [first, last). The path is kept by hand: a data file decides how deep a tree is.
    struct Step {
        CodeIndex node;
        std::size_t next_child;
    };
    CodeIndex position = 0;
    std::vector<Step> path;
    for (CodeIndex root = 0; root < nodes_.size(); ++root) {
        if (nodes_[root].parent != no_code) continue;
        nodes_[root].first = position++;
        path.push_back({root, 0});
        while (!path.empty()) {
            Step& step = path.back();
            Node& node = nodes_[step.node];
            if (step.next_child == node.children.size()) {
                node.last = position;
                path.pop_back();
                continue;
            }
            const CodeIndex child = node.children[step.next_child++];
            nodes_[child].first = position++;
            path.push_back({child, 0});
        }
    }
}

std::optional<CodeIndex> Taxonomy::find(std::string_view code) const {
    const auto found = by_code_.find(std::string(code));
    return found == by_code_.end() ? std::nullopt : std::optional(found->second);
}

bool Taxonomy::at_or_below(CodeIndex code, CodeIndex ancestor) const {
    const Node& below = nodes_.at(code);
    const Node& above = nodes_.at(ancestor);
    return above.first <= below.first && below.first < above.last;
}

std::vector<std::string> Taxonomy::codes() const {
    std::vector<std::string> result;
    result.reserve(nodes_.size());
    for (const Node& node : nodes_) result.push_back(node.code);
    return result;
}

}  // namespace labourlex
