// Codes and sets of codes.
#include "engine/facts/report.hpp"
#include "engine/facts/value_reader.hpp"

#include <algorithm>

namespace labourlex {

namespace {

using Kind = TextNode::Kind;

bool is_scalar(const TextNode& node) {
    return node.kind != Kind::sequence && node.kind != Kind::mapping;
}

const Taxonomy& taxonomy_of(const ValueContext& context) {
    return context.vocabulary.taxonomies.at(context.declaration.taxonomy);
}

/// What somebody who wrote a code that does not exist most likely meant: the code that a synonym stands for, a code
/// whose leading zero was lost, the code above (of classifications, whose codes are near to many others), else the
/// nearest name.
void suggest_code(Diagnostic& diagnostic, const std::string& written, const Taxonomy& taxonomy) {
    for (CodeIndex index = 0; index < taxonomy.size(); ++index) {
        const Taxonomy::Node& node = taxonomy.node(index);
        const bool meant = node.title == written ||
                           std::find(node.synonyms.begin(), node.synonyms.end(), written) != node.synonyms.end();
        if (meant) return suggest(diagnostic, node.code);
    }
    if (taxonomy.exhaustive() && !written.empty() && written[0] >= '0' && written[0] <= '9') {
        std::vector<std::string> candidates{"0" + written};
        for (std::size_t length = std::min<std::size_t>(written.size(), 9); length > 1; --length) {
            candidates.push_back(written.substr(0, length - 1));
        }
        for (const std::string& candidate : candidates) {
            if (taxonomy.find(candidate)) return suggest(diagnostic, candidate);
        }
        return;
    }
    suggest_nearest(diagnostic, written, taxonomy.codes());
}

std::optional<CodeIndex> read_code(const TextNode& node, const ValueContext& context) {
    const Taxonomy& taxonomy = taxonomy_of(context);
    if (!is_scalar(node)) {
        context.diagnostics.report(Code::L0556, node.span);
        return std::nullopt;
    }
    if (node.kind == Kind::number && !node.unquoted) {
        context.diagnostics.report(Code::L0540, node.span, {context.declaration.name, shown(node.scalar)});
        return std::nullopt;
    }
    if (node.kind != Kind::text && !node.unquoted) {
        context.diagnostics.report(Code::L0542, node.span, {context.declaration.name, taxonomy.title()});
        return std::nullopt;
    }
    const auto code = taxonomy.find(node.scalar);
    if (!code) {
        auto& diagnostic = context.diagnostics.report(Code::L0541, node.span,
                                                      {context.declaration.name, shown(node.scalar), taxonomy.title()});
        suggest_code(diagnostic, node.scalar, taxonomy);
    }
    return code;
}

void add_once(std::vector<CodeIndex>& codes, CodeIndex code) {
    if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
}

bool is_word(const TextNode& node, std::string_view word) {
    return node.kind == Kind::text && node.scalar == word;
}

/// The codes of a list, or of one code standing for a list of one.
bool read_code_list(const TextNode& value, const ValueContext& context, bool may_be_none,
                    std::vector<CodeIndex>& codes) {
    if (value.kind == Kind::mapping) {
        context.diagnostics.report(Code::L0556, value.span);
        return false;
    }
    std::vector<const TextNode*> items;
    if (value.kind == Kind::sequence) {
        for (const TextNode& item : value.items) items.push_back(&item);
    } else {
        items.push_back(&value);
    }
    // A taxonomy may have a code of that name; then it is the code that is meant.
    const bool none_is_word = !taxonomy_of(context).find("none");
    bool good = true;
    for (const TextNode* item : items) {
        if (context.enough_mistakes()) return false;
        if (none_is_word && is_word(*item, "none")) {
            if (may_be_none && items.size() == 1) return true;
            context.diagnostics.report(Code::L0551, item->span);
            good = false;
        } else if (states_unknown(*item)) {
            context.diagnostics.report(Code::L0553, item->span);
            good = false;
        } else if (const auto code = read_code(*item, context)) {
            add_once(codes, *code);
        } else {
            good = false;
        }
    }
    return good;
}

/// Whether nothing is left of `present` once every code of `absent`, with all below it, is taken away.
bool all_taken(const Taxonomy& taxonomy, CodeIndex present, const std::vector<CodeIndex>& absent) {
    const bool itself =
        std::any_of(absent.begin(), absent.end(), [&](CodeIndex code) { return taxonomy.at_or_below(present, code); });
    if (itself) return true;
    // An inner code of an exhaustive tree is one of its leaves; elsewhere it is also an unnamed "other".
    const auto& children = taxonomy.node(present).children;
    return taxonomy.exhaustive() && !children.empty() &&
           std::all_of(children.begin(), children.end(),
                       [&](CodeIndex child) { return all_taken(taxonomy, child, absent); });
}

bool check_no_contradiction(const SetKnowledge& set, Span span, const ValueContext& context) {
    const Taxonomy& taxonomy = taxonomy_of(context);
    bool good = true;
    for (const CodeIndex present : set.has) {
        if (!all_taken(taxonomy, present, set.has_not)) continue;
        const auto absent = std::find_if(set.has_not.begin(), set.has_not.end(), [&](CodeIndex code) {
            return taxonomy.at_or_below(present, code) || taxonomy.at_or_below(code, present);
        });
        context.diagnostics.report(Code::L0550, span, {taxonomy.node(present).code, taxonomy.node(*absent).code});
        good = false;
    }
    return good;
}

std::vector<std::string> code_names(const Taxonomy& taxonomy, const std::vector<CodeIndex>& codes) {
    std::vector<std::string> names;
    for (const CodeIndex code : codes) names.push_back(taxonomy.node(code).code);
    return names;
}

std::string joined(const std::vector<std::string>& names) {
    std::string result;
    for (const std::string& name : names) result += (result.empty() ? "" : ", ") + name;
    return result;
}

/// `{has: [...], not: [...]}`.
bool read_partial_set(const TextNode& value, const ValueContext& context, Knowledge& knowledge) {
    if (part_named(value, "any_of")) {
        context.diagnostics.report(Code::L0549, value.span, {context.declaration.name});
        return false;
    }
    if (part_named(value, "from") || part_named(value, "to")) {
        context.diagnostics.report(Code::L0557, value.span, {context.declaration.name});
        return false;
    }
    if (!check_parts(value, {"has", "not"}, context)) return false;
    const TextNode* has = part_named(value, "has");
    const TextNode* has_not = part_named(value, "not");
    const bool has_is_good = !has || read_code_list(*has, context, false, knowledge.set.has);
    const bool not_is_good = !has_not || read_code_list(*has_not, context, false, knowledge.set.has_not);
    if (!has_is_good || !not_is_good) return false;
    if (!check_no_contradiction(knowledge.set, value.span, context)) return false;

    const Taxonomy& taxonomy = taxonomy_of(context);
    if (!knowledge.set.has.empty()) knowledge.written = "has " + joined(code_names(taxonomy, knowledge.set.has));
    if (!knowledge.set.has_not.empty()) {
        if (!knowledge.written.empty()) knowledge.written += "; ";
        knowledge.written += "not " + joined(code_names(taxonomy, knowledge.set.has_not));
    }
    if (knowledge.written.empty()) knowledge.written = "unknown";
    return true;
}

}  // namespace

bool read_codes(const TextNode& value, const ValueContext& context, Knowledge& knowledge) {
    const auto parts = take_apart(value, context, false);
    if (!parts) return false;
    bool good = true;
    for (const ValuePart& part : *parts) {
        if (context.enough_mistakes()) return false;
        if (const auto code = read_code(*part.value, context)) {
            add_once(knowledge.codes, *code);
        } else {
            good = false;
        }
    }
    knowledge.written = written_alternatives(code_names(taxonomy_of(context), knowledge.codes));
    return good;
}

bool read_code_set(const TextNode& value, const ValueContext& context, Knowledge& knowledge) {
    if (value.kind == Kind::mapping) return read_partial_set(value, context, knowledge);
    if (!read_code_list(value, context, true, knowledge.set.has)) return false;
    knowledge.set.listed = true;
    knowledge.written =
        knowledge.set.has.empty() ? "none" : joined(code_names(taxonomy_of(context), knowledge.set.has));
    return true;
}

}  // namespace labourlex
