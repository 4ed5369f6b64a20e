#include "engine/consolidate/amending_acts.hpp"

#include "dsl-grammar/phrases.hpp"

namespace labourlex {

Standing standing_of(const EnactedAmendment& amendment, Date date) {
    if (date < amendment.edge.first) return Standing::to_come;
    return date < amendment.edge.last ? Standing::in_doubt : Standing::in_force;
}

std::string day_of(const Edge& edge) {
    if (edge.first == edge.last) return edge.first.text();
    const std::int32_t width = (edge.last.days - edge.first.days) / 2;
    return phrase(Phrase::about_day, {edge.first.plus(width).text(), std::to_string(width)});
}

std::string act_of(const StatuteBook& book, const EnactedAmendment& amendment) {
    if (!amendment.act || amendment.act->instrument == none_index) return amendment.title;
    const std::string& act = book.instruments[amendment.act->instrument].instrument.title;
    if (amendment.title.empty() || amendment.title == act) {
        return phrase(Phrase::amending_act, {act, amendment.act->provision});
    }
    return phrase(Phrase::amending_act_titled, {amendment.title, act, amendment.act->provision});
}

std::string remark_on(const StatuteBook& book, const AmendingChange& change) {
    const EnactedAmendment& amendment = book.amendments[change.amendment];
    const std::string day = day_of(amendment.edge);
    const std::string act = act_of(book, amendment);
    switch (change.kind) {
        case AmendingChange::Kind::inserted:
            return phrase(Phrase::amended_inserted, {day, act});
        case AmendingChange::Kind::replaced:
            return phrase(Phrase::amended_replaced, {day, act});
        case AmendingChange::Kind::rebased:
            return phrase(Phrase::amended_rebased, {day, act});
        case AmendingChange::Kind::repealed:
            break;
    }
    return change.title.empty() ? phrase(Phrase::amended_repealed, {day, act, change.what})
                                : phrase(Phrase::amended_repealed_titled, {day, act, change.what, change.title});
}

}  // namespace labourlex
