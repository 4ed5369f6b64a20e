#include "engine/facts/value_reader.hpp"

#include "engine/facts/calendar.hpp"
#include "engine/facts/report.hpp"

#include <algorithm>

namespace labourlex {

namespace {

using Kind = TextNode::Kind;

bool is_scalar(const TextNode& node) {
    return node.kind != Kind::sequence && node.kind != Kind::mapping;
}

/// Whether the node can be one of several values, or an end of a range.
bool check_plain(const TextNode& node, const ValueContext& context) {
    if (!is_scalar(node)) {
        context.diagnostics.report(Code::L0556, node.span);
        return false;
    }
    if (states_unknown(node)) {
        context.diagnostics.report(Code::L0553, node.span);
        return false;
    }
    return true;
}

std::optional<ValuePart> range_of(const TextNode& mapping, const ValueContext& context, bool has_ranges) {
    ValuePart part;
    part.span = mapping.span;
    part.from = part_named(mapping, "from");
    part.to = part_named(mapping, "to");
    if (!has_ranges) {
        context.diagnostics.report(Code::L0546, mapping.span, {context.declaration.name});
        return std::nullopt;
    }
    const bool from_is_plain = !part.from || check_plain(*part.from, context);
    const bool to_is_plain = !part.to || check_plain(*part.to, context);
    if (!from_is_plain || !to_is_plain) return std::nullopt;
    return part;
}

/// One entry of the list of `any_of`.
std::optional<ValuePart> alternative_of(const TextNode& item, const ValueContext& context, bool has_ranges) {
    if (item.kind == Kind::mapping) {
        if (part_named(item, "any_of")) {
            context.diagnostics.report(Code::L0556, item.span);
            return std::nullopt;
        }
        if (!check_parts(item, {"from", "to"}, context)) return std::nullopt;
        return range_of(item, context, has_ranges);
    }
    if (!check_plain(item, context)) return std::nullopt;
    ValuePart part;
    part.value = &item;
    part.span = item.span;
    return part;
}

/// Stated as unknown: everything that the type allows is possible.
void leave_everything_possible(const ValueContext& context, Knowledge& knowledge) {
    knowledge.stated_unknown = true;
    knowledge.written = "unknown";
    const FactDeclaration& declaration = context.declaration;
    switch (declaration.type) {
        case FactType::yes_no:
        case FactType::choice:
            knowledge.choices.assign(declaration.choices.size(), true);
            break;
        case FactType::number:
            knowledge.numbers = {{declaration.low, declaration.high}};
            break;
        case FactType::time_of_day:
            knowledge.minutes = {{0, minutes_of_day - 1}};
            break;
        case FactType::code: {
            const Taxonomy& taxonomy = context.vocabulary.taxonomies.at(declaration.taxonomy);
            for (CodeIndex code = 0; code < taxonomy.size(); ++code) {
                if (taxonomy.node(code).parent == no_code) knowledge.codes.push_back(code);
            }
            break;
        }
        case FactType::code_set:
            break;  // a set of which nothing is stated
    }
}

bool read_known(const TextNode& value, const ValueContext& context, Knowledge& knowledge) {
    switch (context.declaration.type) {
        case FactType::yes_no:
        case FactType::choice:
            return read_choices(value, context, knowledge);
        case FactType::number:
            return read_numbers(value, context, knowledge);
        case FactType::time_of_day:
            return read_times(value, context, knowledge);
        case FactType::code:
            return read_codes(value, context, knowledge);
        case FactType::code_set:
            return read_code_set(value, context, knowledge);
    }
    return false;
}

}  // namespace

bool ValueContext::enough_mistakes() const {
    return diagnostics.all().size() > most_mistakes;
}

bool states_unknown(const TextNode& value) {
    return value.kind == Kind::null || (value.kind == Kind::text && value.scalar == "unknown");
}

const TextNode* part_named(const TextNode& mapping, std::string_view name) {
    const auto found = std::find_if(mapping.entries.begin(), mapping.entries.end(),
                                    [&](const auto& entry) { return entry.first.scalar == name; });
    return found == mapping.entries.end() ? nullptr : &found->second;
}

bool check_parts(const TextNode& mapping, const std::vector<std::string>& parts, const ValueContext& context) {
    if (mapping.entries.empty()) {
        context.diagnostics.report(Code::L0554, mapping.span);
        return false;
    }
    bool all_known = true;
    for (const auto& [name, value] : mapping.entries) {
        if (context.enough_mistakes()) return false;
        if (std::find(parts.begin(), parts.end(), name.scalar) != parts.end()) continue;
        auto& diagnostic = context.diagnostics.report(
            Code::L0545, name.span, {context.declaration.name, shown(name.scalar), listed_names(parts)});
        suggest_nearest(diagnostic, name.scalar, parts);
        all_known = false;
    }
    return all_known;
}

std::optional<std::vector<ValuePart>> take_apart(const TextNode& value, const ValueContext& context, bool has_ranges) {
    if (value.kind == Kind::sequence) {
        context.diagnostics.report(Code::L0544, value.span, {context.declaration.name});
        return std::nullopt;
    }
    if (value.kind != Kind::mapping) {
        ValuePart part;
        part.value = &value;
        part.span = value.span;
        return std::vector<ValuePart>{part};
    }

    if (part_named(value, "has") || part_named(value, "not")) {
        context.diagnostics.report(Code::L0555, value.span, {context.declaration.name});
        return std::nullopt;
    }
    const TextNode* any_of = part_named(value, "any_of");
    if (!any_of && has_ranges && !check_parts(value, {"from", "to", "any_of"}, context)) return std::nullopt;
    if (!any_of) {
        const bool range = part_named(value, "from") || part_named(value, "to");
        if (!range && !check_parts(value, {"any_of"}, context)) return std::nullopt;
        const auto part = range_of(value, context, has_ranges);
        return part ? std::optional(std::vector<ValuePart>{*part}) : std::nullopt;
    }
    if (value.entries.size() > 1) {
        context.diagnostics.report(Code::L0552, value.span);
        return std::nullopt;
    }
    if (any_of->kind != Kind::sequence || any_of->items.empty()) {
        context.diagnostics.report(Code::L0548, any_of->span);
        return std::nullopt;
    }
    std::vector<ValuePart> parts;
    bool good = true;
    for (const TextNode& item : any_of->items) {
        if (context.enough_mistakes()) return std::nullopt;
        if (const auto part = alternative_of(item, context, has_ranges)) {
            parts.push_back(*part);
        } else {
            good = false;
        }
    }
    return good ? std::optional(std::move(parts)) : std::nullopt;
}

std::optional<Knowledge> read_value(const TextNode& value, const ValueContext& context) {
    Knowledge knowledge;
    knowledge.fact = context.fact;
    knowledge.span = value.span;
    if (states_unknown(value)) {
        leave_everything_possible(context, knowledge);
        return knowledge;
    }
    return read_known(value, context, knowledge) ? std::optional(std::move(knowledge)) : std::nullopt;
}

std::string shown_value(const TextNode& value) {
    const std::string spelling = shown(value.scalar);
    return value.kind == Kind::text && !value.unquoted ? '"' + spelling + '"' : spelling;
}

std::string listed_names(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) {
        if (!list.empty()) list += ", ";
        list += '`' + name + '`';
    }
    return list;
}

std::string written_alternatives(const std::vector<std::string>& words) {
    std::string result = words.size() > 1 ? "any of " : "";
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) result += ", ";
        result += words[i];
    }
    return result;
}

}  // namespace labourlex
