// Trees of codes: ISCO-08 and ISIC Rev.4 from data files, tasks and hazards from `.law` texts.
//
// Exhaustive trees (ISCO, ISIC): every thing has a leaf code, an inner code means one of the leaves below it. Our own
// trees are not exhaustive: every inner node also has an unnamed "other".
#pragma once

#include "dsl-grammar/diagnostic.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace labourlex {

using CodeIndex = std::uint32_t;
inline constexpr CodeIndex no_code = UINT32_MAX;

class Taxonomy {
public:
    struct Node {
        std::string code;
        std::string title;
        std::vector<std::string> synonyms;
        CodeIndex parent = no_code;
        std::vector<CodeIndex> children;
        CodeIndex first = 0;  ///< subtree as a range of preorder positions [first, last)
        CodeIndex last = 0;
        Span span;
    };

    Taxonomy(std::string name, std::string title, bool exhaustive);

    /// Adds a node below `parent` (or at the top); nothing if the code exists already.
    std::optional<CodeIndex> add(std::string code, std::string title, CodeIndex parent, Span span = {},
                                 std::vector<std::string> synonyms = {});
    /// Numbers the nodes in preorder; call once, after the last `add`.
    void finish();

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::string& title() const { return title_; }
    [[nodiscard]] bool exhaustive() const { return exhaustive_; }
    [[nodiscard]] std::size_t size() const { return nodes_.size(); }
    [[nodiscard]] const Node& node(CodeIndex index) const { return nodes_.at(index); }
    [[nodiscard]] std::optional<CodeIndex> find(std::string_view code) const;
    /// Whether `code` is `ancestor` or stands below it.
    [[nodiscard]] bool at_or_below(CodeIndex code, CodeIndex ancestor) const;
    /// All codes, for suggestions.
    [[nodiscard]] std::vector<std::string> codes() const;

private:
    std::string name_;
    std::string title_;
    bool exhaustive_;
    std::vector<Node> nodes_;
    std::unordered_map<std::string, CodeIndex> by_code_;
};

/// Reads a classification from CSV (RFC 4180; header `code,level,title_en[,section]`). Parents: the longest shorter
/// code that is a prefix; for a two-digit code of a file with `section`, the section's letter. Problems are reported
/// with line.
[[nodiscard]] Taxonomy read_classification(std::string name, std::string title, const Sources& sources,
                                           std::uint32_t source, Diagnostics& diagnostics);

}  // namespace labourlex
