#include "engine/consolidate/present_texts.hpp"

#include "engine/consolidate/amending_acts.hpp"
#include "engine/consolidate/statement_sequence.hpp"

#include <algorithm>

namespace labourlex {

PresentTexts::PresentTexts(const StatuteBook& book, const Version& version) : book_(book), date_(version.date) {
    for (const Norm& norm : version.norms) texts_.insert(key_of(norm.span));
    for (const auto& texts : version.limits) {
        for (const Limit& limit : texts) texts_.insert(key_of(limit.span));
    }
    for (const UnseenLaw& law : version.unseen_laws) texts_.insert(key_of(law.span));
    for (const ClockTable& table : book.clock_tables) {
        if (may_hold(table.bounds, table.instrument)) texts_.insert(key_of(table.span));
    }
    for (const EnactedInstrument& enacted : book.instruments) {
        if (!presence_on(enacted.bounds, date_).possible || enacted.reaches_nobody_here) continue;
        instruments_.insert(name_in_statements(book, enacted.instrument));
    }
    for (const EnactedAmendment& amendment : book.amendments) {
        if (!amendment.of_pack && standing_of(amendment, date_) == Standing::in_doubt) in_doubt_.insert(amendment.name);
    }
    find_lists();
}

bool PresentTexts::may_hold(const Bounds& bounds, InstrumentIndex instrument) const {
    if (instrument != none_index && book_.instruments[instrument].reaches_nobody_here) return false;
    return presence_on(book_.all_bounds(bounds, instrument), date_).possible;
}

void PresentTexts::find_lists() {
    const auto here = [&](TextIndex text) { return holds(text); };
    for (const ListFamily& list : book_.lists) {
        for (const ListText& text : list.texts) {
            // What its entries rest on is theirs to say: an amendment may have based the list on another act since.
            if (!presence_on(text.bounds, date_).possible) continue;
            const bool never_had_any = text.items.empty() && text.unseen.empty() && text.permitting.empty();
            // A list that was repealed as a whole has nothing left to say.
            if ((never_had_any && may_hold(text.bounds, text.citation.instrument)) ||
                std::any_of(text.items.begin(), text.items.end(), here) ||
                std::any_of(text.permitting.begin(), text.permitting.end(), here) ||
                std::any_of(text.unseen.begin(), text.unseen.end(), here)) {
                texts_.insert(key_of(text.span));
            }
        }
    }
}

}  // namespace labourlex
