#include "tests/oracle/code_tree.hpp"

namespace labourlex::oracle {

void CodeTree::add(const Taxonomy& taxonomy) {
    for (CodeIndex code = 0; code < taxonomy.size(); ++code) {
        const Taxonomy::Node& node = taxonomy.node(code);
        if (!nodes_.try_emplace(node.code).second) {
            continue;
        }
        if (node.parent == no_code) {
            tops_.push_back(node.code);
        } else {
            const std::string parent = taxonomy.node(node.parent).code;
            nodes_.at(node.code).parent = parent;
            children_of_[parent].push_back(node.code);
        }
    }
}

void CodeTree::number() {
    for (const std::string& top : tops_) {
        number(top);
    }
}

void CodeTree::number(const std::string& code) {
    Node& node = nodes_.at(code);
    const std::vector<std::string>& children = children_of_[code];
    node.range.first = values();
    if (!exhaustive_ || children.empty()) {
        code_of_value_.push_back(code);
    }
    for (const std::string& child : children) {
        number(child);
    }
    node.range.last = values();
}

std::optional<CodeIndex> CodeTree::code_in(const Taxonomy& taxonomy, int value) const {
    std::string code = code_of_value_.at(static_cast<std::size_t>(value));
    while (!code.empty()) {
        if (const auto found = taxonomy.find(code)) {
            return found;
        }
        code = nodes_.at(code).parent;
    }
    return std::nullopt;
}

}  // namespace labourlex::oracle
