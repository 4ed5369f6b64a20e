// A tree of codes as an interval of whole numbers: a code of a job is one number, "at or below C" is a range of it.
//
// The values are the things that exist: in an exhaustive tree the leaves, in an open one every node, where an inner
// node stands for its unnamed "other" (semantics 4). They are numbered so that what lies below a code is one range.
// Trees of one name in two laws are one tree that holds the codes of both.
#pragma once

#include "engine/facts/taxonomy.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace labourlex::oracle {

class CodeTree {
public:
    struct Range {
        int first = 0;
        int last = 0;  ///< excluded
    };

    explicit CodeTree(bool exhaustive) : exhaustive_(exhaustive) {}

    void add(const Taxonomy& taxonomy);
    /// Numbers the values; call once, after the last `add`.
    void number();

    [[nodiscard]] bool exhaustive() const { return exhaustive_; }
    [[nodiscard]] int values() const { return static_cast<int>(code_of_value_.size()); }
    /// What lies at or below a code.
    [[nodiscard]] Range below(const std::string& code) const { return nodes_.at(code).range; }
    [[nodiscard]] bool at_or_below(int value, const std::string& code) const {
        const Range range = below(code);
        return range.first <= value && value < range.last;
    }
    /// The code of a value in the tree of one law: itself, or the nearest above it that the law knows.
    [[nodiscard]] std::optional<CodeIndex> code_in(const Taxonomy& taxonomy, int value) const;

private:
    struct Node {
        std::string parent;  ///< empty at the top
        Range range;
    };
    void number(const std::string& code);

    bool exhaustive_;
    std::map<std::string, Node> nodes_;
    std::map<std::string, std::vector<std::string>> children_of_;
    std::vector<std::string> tops_;
    std::vector<std::string> code_of_value_;
};

}  // namespace labourlex::oracle
