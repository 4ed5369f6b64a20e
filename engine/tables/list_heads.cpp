#include "engine/tables/list_heads.hpp"

#include "engine/tables/words.hpp"

#include <algorithm>
#include <map>

namespace labourlex {

std::vector<std::string> parents_in_words(const Version& law, const Norm& exception) {
    std::map<std::string, std::size_t> missing;
    for (NormIndex index = 0; index < law.norms.size(); ++index) {
        const Norm& norm = law.norms[index];
        if (norm.list.empty() || norm.kind == NormKind::exception) continue;
        const bool named =
            std::find(exception.parents.begin(), exception.parents.end(), index) != exception.parents.end();
        missing[norm.list] += named ? 0 : 1;
    }
    std::vector<std::string> parents;
    for (const NormIndex index : exception.parents) {
        const Norm& parent = law.norms[index];
        const bool whole = !parent.list.empty() && parent.kind != NormKind::exception && missing[parent.list] == 0;
        std::string name = whole ? say(Word::all_of_list, {parent.list}) : parent.name;
        if (std::find(parents.begin(), parents.end(), name) == parents.end()) parents.push_back(std::move(name));
    }
    return parents;
}

void gather_exceptions(GroupView& list) {
    std::vector<EntryView*> entries;
    const auto collect = [&](GroupView& group) {
        for (EntryView& entry : group.entries) entries.push_back(&entry);
    };
    collect(list);
    for (GroupView& section : list.groups) collect(section);
    if (entries.size() < 2) return;
    for (const EntryView::Exception& exception : entries.front()->exceptions) {
        const auto said_in = [&](EntryView& entry) {
            return std::find_if(entry.exceptions.begin(), entry.exceptions.end(),
                                [&](const EntryView::Exception& other) {
                                    return other.anchor == exception.anchor && other.text == exception.text;
                                });
        };
        if (std::all_of(entries.begin(), entries.end(),
                        [&](EntryView* entry) { return said_in(*entry) != entry->exceptions.end(); })) {
            list.exceptions.push_back(exception);
        }
    }
    for (EntryView* entry : entries) {
        for (EntryView::Exception& exception : entry->exceptions) {
            exception.told_above =
                std::any_of(list.exceptions.begin(), list.exceptions.end(),
                            [&](const EntryView::Exception& told) { return told.anchor == exception.anchor; });
        }
    }
}

std::vector<EntryView::Exception> EntryView::own_exceptions() const {
    std::vector<Exception> own;
    for (const Exception& exception : exceptions) {
        if (!exception.told_above) own.push_back(exception);
    }
    return own;
}

}  // namespace labourlex
