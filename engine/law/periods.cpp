#include "engine/law/periods.hpp"

#include <algorithm>

namespace labourlex {

void Presence::narrow(std::span<const Bound> bounds, Date date) {
    for (const Bound& bound : bounds) {
        if (!possible) return;
        if (date < bound.edge.first) {
            if (bound.begins) possible = false;
        } else if (date >= bound.edge.last) {
            if (!bound.begins) possible = false;
        } else {
            const std::pair<FactIndex, bool> answer{bound.edge.question, bound.begins};
            const auto same = std::find_if(answers.begin(), answers.end(),
                                           [&](const auto& known) { return known.first == answer.first; });
            if (same == answers.end()) {
                answers.push_back(answer);
            } else if (same->second != answer.second) {
                possible = false;
            }
        }
    }
}

Presence presence_on(std::span<const Bound> bounds, Date date) {
    Presence presence;
    presence.narrow(bounds, date);
    return presence;
}

void collect_days(std::span<const Bound> bounds, std::vector<Date>& days) {
    for (const Bound& bound : bounds) {
        if (bound.edge == not_commenced()) continue;
        days.push_back(bound.edge.first);
        if (bound.edge.last != bound.edge.first) days.push_back(bound.edge.last);
    }
}

bool ever_possible(std::span<const Bound> bounds) {
    if (bounds.empty()) return true;
    std::vector<Date> days;
    collect_days(bounds, days);
    days.push_back(not_commenced().first);
    const Date before_all = std::min_element(days.begin(), days.end())->plus(-1);
    days.push_back(before_all);
    return std::any_of(days.begin(), days.end(), [&](Date day) { return presence_on(bounds, day).possible; });
}

bool stands_at(std::span<const Bound> bounds, const Edge& edge) {
    Bounds all(bounds.begin(), bounds.end());
    all.push_back({edge, false});
    std::vector<Date> days;
    collect_days(bounds, days);
    const Date before = edge.first.plus(-1);
    days.push_back(before);
    days.push_back(edge.first);
    return std::any_of(days.begin(), days.end(), [&](Date day) {
        return day >= before && day < edge.last && presence_on(all, day).possible;
    });
}

}  // namespace labourlex
