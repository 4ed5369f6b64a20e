#include "engine/render/condition_words.hpp"

#include "engine/tables/describe.hpp"

namespace labourlex {

namespace {

/// What an all_of within an all_of asks, as one list.
void flatten(const Condition& condition, std::vector<const Condition*>& parts) {
    if (condition.kind != Condition::Kind::all) {
        parts.push_back(&condition);
        return;
    }
    for (const Condition& child : condition.children) flatten(child, parts);
}

}  // namespace

void ConditionWords::tell(const Condition& condition) {
    std::vector<const Condition*> parts;
    flatten(condition, parts);
    if (parts.empty()) document_.bullet(std::string(words_.law_always));
    for (const Condition* part : parts) tell(*part, false, 0);
}

void ConditionWords::tell(const Condition& condition, bool denied, int depth) {
    switch (condition.kind) {
        case Condition::Kind::atom: {
            const Atom& atom = version_.atoms[condition.atom];
            document_.bullet(
                fill(words_.law_answer, {subject(version_, atom), condition_text(version_, atom, denied)}), depth);
            break;
        }
        case Condition::Kind::definition: {
            terms_.insert(condition.definition);
            const Definition& term = version_.definitions[condition.definition];
            const std::string& title = term.title.empty() ? term.name : term.title;
            document_.bullet(fill(denied ? words_.law_not_term : words_.law_term, {title}), depth);
            break;
        }
        case Condition::Kind::negation:
            tell(condition.children.front(), !denied, depth);
            break;
        case Condition::Kind::all:
            tell_parts(denied ? words_.law_not_all_of : words_.law_all_of, condition, denied, depth);
            break;
        case Condition::Kind::any:
            tell_parts(denied ? words_.law_none_of : words_.law_any_of, condition, denied, depth);
            break;
    }
}

void ConditionWords::tell_parts(std::string_view heading, const Condition& condition, bool denied, int depth) {
    if (condition.children.empty()) {
        const bool holds = (condition.kind == Condition::Kind::all) != denied;
        document_.bullet(std::string(holds ? words_.law_always : words_.law_never), depth);
        return;
    }
    if (condition.children.size() == 1) {
        tell(condition.children.front(), denied, depth);
        return;
    }
    document_.bullet(std::string(heading), depth);
    for (const Condition& child : condition.children) tell(child, false, depth + 1);
}

}  // namespace labourlex
