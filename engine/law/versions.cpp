// Two texts of one name must never be in force at once, and every text must be in force at some time.

#include "engine/law/norms.hpp"

#include <algorithm>

namespace labourlex {

namespace {

/// A text as this check sees it.
struct TimedText {
    Bounds bounds;
    Span span;
};

/// The first day on which a text may be in force, and the first on which it no longer can.
std::pair<Date, Date> envelope(const Bounds& bounds) {
    Date first{INT32_MIN};
    Date end{INT32_MAX};
    for (const Bound& bound : bounds) {
        if (bound.begins) {
            first = std::max(first, bound.edge.first);
        } else {
            end = std::min(end, bound.edge.last);
        }
    }
    return {first, end};
}

/// Reports the first pair that can be in force on one day. Texts are compared with those only that have not ended.
void check_family(Compilation& compilation, const std::string& name, std::vector<TimedText>& texts) {
    if (texts.size() < 2) return;
    std::stable_sort(texts.begin(), texts.end(), [](const TimedText& a, const TimedText& b) {
        return envelope(a.bounds).first < envelope(b.bounds).first;
    });
    std::vector<const TimedText*> open;
    for (const TimedText& text : texts) {
        // A text that has not commenced meets the others only in a hypothetical version.
        if (std::find(text.bounds.begin(), text.bounds.end(), Bound{not_commenced(), true}) != text.bounds.end()) continue;
        const Date begin = envelope(text.bounds).first;
        std::erase_if(open, [&](const TimedText* other) { return envelope(other->bounds).second <= begin; });
        for (const TimedText* other : open) {
            Bounds both = other->bounds;
            both.insert(both.end(), text.bounds.begin(), text.bounds.end());
            if (!ever_possible(both)) continue;
            const bool later = text.span.source != other->span.source ? text.span.source > other->span.source
                                                                      : text.span.begin > other->span.begin;
            compilation.report(Code::L0309, later ? text.span : other->span, {name})
                .related.push_back({later ? other->span : text.span, name});
            return;
        }
        open.push_back(&text);
    }
}

}  // namespace

void check_versions(Compilation& compilation) {
    compilation.current.clear();
    const StatuteBook& book = compilation.book;
    const auto usable = [&](const Bounds& bounds, InstrumentIndex instrument, Span span, const std::string& name) {
        return check_ever_in_force(compilation, bounds, instrument, span, name);
    };

    // A list written twice for one time is one mistake, not one for each of its items.
    std::vector<bool> broken_list(book.lists.size(), false);
    for (std::size_t index = 0; index < book.lists.size(); ++index) {
        std::vector<TimedText> texts;
        for (const ListText& text : book.lists[index].texts) {
            texts.push_back({book.all_bounds(text.bounds, text.citation.instrument), text.span});
        }
        const std::size_t before = compilation.diagnostics.all().size();
        check_family(compilation, book.lists[index].name, texts);
        broken_list[index] = compilation.diagnostics.all().size() != before;
    }
    for (const NormFamily& family : book.families) {
        std::vector<TimedText> texts;
        for (const TextIndex text : family.texts) {
            const EnactedNorm& enacted = book.texts[text];
            if (enacted.list != none_index && broken_list[enacted.list]) continue;
            const InstrumentIndex instrument = enacted.norm.citation.instrument;
            if (!usable(enacted.bounds, instrument, enacted.norm.span, family.name)) continue;
            texts.push_back({book.all_bounds(enacted.bounds, instrument), enacted.norm.span});
        }
        check_family(compilation, family.name, texts);
    }
    for (const LimitFamily& family : book.limits) {
        std::vector<TimedText> texts;
        for (const EnactedLimit& enacted : family.texts) {
            const InstrumentIndex instrument = enacted.limit.citation.instrument;
            if (!usable(enacted.bounds, instrument, enacted.limit.span, family.full_name)) continue;
            texts.push_back({book.all_bounds(enacted.bounds, instrument), enacted.limit.span});
        }
        check_family(compilation, family.full_name, texts);
    }
    std::map<std::string, std::vector<TimedText>> clock_tables;
    for (const ClockTable& table : book.clock_tables) {
        if (!usable(table.bounds, table.instrument, table.span, table.name)) continue;
        clock_tables[table.name].push_back({book.all_bounds(table.bounds, table.instrument), table.span});
    }
    for (auto& [name, texts] : clock_tables) check_family(compilation, name, texts);
}

}  // namespace labourlex
