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
    tell_all(parts, 0);
}

void ConditionWords::tell_all(const std::vector<const Condition*>& parts, int depth) {
    for (std::size_t i = 0; i < parts.size();) {
        // Bounds of one number are read as one: 14 to 15 years.
        std::vector<AtomAnswer> bounds;
        std::size_t next = i;
        for (; next < parts.size() && parts[next]->kind == Condition::Kind::atom; ++next) {
            const Atom& atom = version_.atoms[parts[next]->atom];
            const bool first = bounds.empty();
            if (atom.kind != Atom::Kind::number) break;
            if (!first && subject(version_, atom) != subject(version_, version_.atoms[bounds.front().atom])) break;
            bounds.push_back({parts[next]->atom, false});
        }
        if (bounds.size() < 2) {
            tell(*parts[i++], false, depth);
            continue;
        }
        document_.bullet(fill(words_.law_answer, {subject(version_, version_.atoms[bounds.front().atom]),
                                                  conditions_text(version_, bounds)}),
                         depth);
        i = next;
    }
}

void ConditionWords::tell(const Condition& condition, bool denied, int depth) {
    switch (condition.kind) {
        case Condition::Kind::atom: {
            const Atom& atom = version_.atoms[condition.atom];
            document_.bullet(fill(words_.law_answer, {subject(version_, atom), condition_text(version_, atom, denied)}),
                             depth);
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
    if (condition.kind == Condition::Kind::all) {
        std::vector<const Condition*> parts;
        flatten(condition, parts);
        tell_all(parts, depth + 1);
        return;
    }
    for (const Condition& child : condition.children) tell(child, false, depth + 1);
}

}  // namespace labourlex
