#include "engine/law/statute_book.hpp"

#include <algorithm>

namespace labourlex {

Bounds StatuteBook::all_bounds(const Bounds& own, InstrumentIndex instrument) const {
    Bounds bounds = own;
    if (instrument != none_index) {
        const Bounds& more = instruments[instrument].bounds;
        bounds.insert(bounds.end(), more.begin(), more.end());
    }
    return bounds;
}

std::vector<TextIndex> StatuteBook::texts_of(const NormLink& link) const {
    if (link.kind == NormLink::Kind::family) return families[link.family].texts;
    std::vector<TextIndex> found;
    for (const ListText& list : lists[link.list].texts) {
        switch (link.kind) {
            case NormLink::Kind::list:
                found.insert(found.end(), list.permitting.begin(), list.permitting.end());
                found.insert(found.end(), list.items.begin(), list.items.end());
                found.insert(found.end(), list.unseen.begin(), list.unseen.end());
                break;
            case NormLink::Kind::section:
                std::copy_if(list.items.begin(), list.items.end(), std::back_inserter(found),
                             [&](TextIndex item) { return texts[item].section == link.section; });
                break;
            case NormLink::Kind::items:
                for (const auto& [first, last] : link.items) {
                    const auto is = [&](const std::string& number) {
                        return [&](TextIndex item) { return texts[item].item == number; };
                    };
                    const auto begin = std::find_if(list.items.begin(), list.items.end(), is(first));
                    const auto end = std::find_if(list.items.rbegin(), list.items.rend(), is(last)).base();
                    if (begin < end) found.insert(found.end(), begin, end);
                }
                break;
            case NormLink::Kind::family: break;
        }
    }
    return found;
}

}  // namespace labourlex
