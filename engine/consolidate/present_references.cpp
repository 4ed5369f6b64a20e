#include "engine/consolidate/present_references.hpp"

#include <algorithm>

namespace labourlex {

using syntax::Clause;
using syntax::ClauseKind;
using syntax::Statement;
using syntax::Word;

namespace {

/// The clause in which a norm names the norms it speaks to.
bool names_norms(ClauseKind kind) {
    return kind == ClauseKind::to || kind == ClauseKind::from_norms || kind == ClauseKind::exception_to ||
           kind == ClauseKind::could_lift;
}

}  // namespace

void PresentReferences::drop_absent_norms(Statement& statement) const {
    const auto text = std::find_if(book_.texts.begin(), book_.texts.end(), [&](const EnactedNorm& each) {
        return key_of(each.norm.span) == key_of(statement);
    });
    if (text == book_.texts.end()) return;
    for (Clause& clause : statement.clauses) {
        if (!names_norms(clause.kind) || clause.parents.size() != text->links.size()) continue;
        std::vector<syntax::NormReference> kept;
        for (std::size_t i = 0; i < clause.parents.size(); ++i) {
            syntax::NormReference reference = clause.parents[i];
            if (still_meant(reference, text->links[i])) kept.push_back(std::move(reference));
        }
        if (!kept.empty()) clause.parents = std::move(kept);
    }
}

bool PresentReferences::still_meant(syntax::NormReference& reference, const NormLink& link) const {
    if (link.kind == NormLink::Kind::family) {
        const NormFamily& family = book_.families[link.family];
        return family.of_pack || std::any_of(family.texts.begin(), family.texts.end(),
                                             [&](TextIndex text) { return present_.holds(text); });
    }
    if (book_.lists[link.list].of_pack) return true;
    const std::vector<TextIndex> meant = book_.texts_of(link);
    if (std::none_of(meant.begin(), meant.end(), [&](TextIndex text) { return present_.holds(text); })) return false;
    if (link.kind == NormLink::Kind::items) name_items_here(reference, link);
    return true;
}

/// Ranges whose ends are gone are named by the items that are left of them.
void PresentReferences::name_items_here(syntax::NormReference& reference, const NormLink& link) const {
    std::vector<std::string> left;  // all items of the list that are there, in order
    for (const ListText& list : book_.lists[link.list].texts) {
        for (const TextIndex item : list.items) {
            if (present_.holds(item)) left.push_back(book_.texts[item].item);
        }
    }
    const auto stands = [&](const std::string& item) {
        return std::find(left.begin(), left.end(), item) != left.end();
    };
    std::vector<syntax::NormReference::ItemRange> ranges;
    for (std::size_t i = 0; i < link.items.size(); ++i) {
        const auto& [first, last] = link.items[i];
        if (stands(first) && stands(last)) {
            ranges.push_back(reference.items[i]);
            continue;
        }
        NormLink one = link;
        one.items = {link.items[i]};
        std::set<std::string> meant;
        for (const TextIndex text : book_.texts_of(one)) {
            if (present_.holds(text)) meant.insert(book_.texts[text].item);
        }
        bool open = false;
        for (const std::string& item : left) {
            if (!meant.contains(item)) {
                open = false;
            } else if (open) {
                ranges.back().last.text = item;
            } else {
                ranges.push_back({Word{item, {}, false}, {}});
                open = true;
            }
        }
    }
    reference.items = std::move(ranges);
}

}  // namespace labourlex
