#include "engine/facts/report.hpp"
#include "engine/facts/value_reader.hpp"

#include <algorithm>

namespace labourlex {

namespace {

using Kind = TextNode::Kind;

constexpr std::size_t no_choice = 0;
constexpr std::size_t yes_choice = 1;

std::optional<std::size_t> read_yes_no(const TextNode& node, const ValueContext& context) {
    const std::string& written = node.scalar;
    // `yes` and `no` are the names of the two choices, so they may be quoted as other choices may. `true` in quotes is
    // a text.
    const bool word = node.kind == Kind::boolean || node.kind == Kind::text;
    if (word && written == "yes") return yes_choice;
    if (word && written == "no") return no_choice;
    if (node.kind == Kind::boolean) return written == "true" ? yes_choice : no_choice;
    context.diagnostics.report(Code::L0531, node.span, {context.declaration.name, shown_value(node)});
    return std::nullopt;
}

std::optional<std::size_t> read_choice(const TextNode& node, const ValueContext& context) {
    const auto& choices = context.declaration.choices;
    const bool word = node.kind == Kind::text || node.unquoted;
    const auto found = std::find_if(choices.begin(), choices.end(),
                                    [&](const Choice& choice) { return word && choice.name == node.scalar; });
    if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());

    std::vector<std::string> names;
    for (const Choice& choice : choices) names.push_back(choice.name);
    auto& diagnostic = context.diagnostics.report(Code::L0539, node.span,
                                                  {context.declaration.name, shown(node.scalar), listed_names(names)});
    suggest_nearest(diagnostic, node.scalar, names);
    return std::nullopt;
}

}  // namespace

bool read_choices(const TextNode& value, const ValueContext& context, Knowledge& knowledge) {
    const auto parts = take_apart(value, context, false);
    if (!parts) return false;
    const auto& choices = context.declaration.choices;
    knowledge.choices.assign(choices.size(), false);
    bool good = true;
    for (const ValuePart& part : *parts) {
        if (context.enough_mistakes()) return false;
        const auto choice = context.declaration.type == FactType::yes_no ? read_yes_no(*part.value, context)
                                                                         : read_choice(*part.value, context);
        if (choice) {
            knowledge.choices.at(*choice) = true;
        } else {
            good = false;
        }
    }
    std::vector<std::string> words;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (knowledge.choices[i]) words.push_back(choices[i].name);
    }
    knowledge.written = written_alternatives(words);
    return good;
}

}  // namespace labourlex
