#include "engine/analyse/changes_in_time.hpp"

#include "engine/consolidate/amending_acts.hpp"
#include "engine/law/statute_book.hpp"

#include <algorithm>
#include <memory>
#include <set>

namespace labourlex::analyse {

namespace {

/// Whether a day is the first on which the edge may have passed, or on which it has.
bool falls_on(const Edge& edge, Date day) {
    return edge.first == day || edge.last == day;
}

std::vector<ActOfDay> acts_of(const StatuteBook& book, const Version& before, const Version& after, Date day) {
    std::vector<ActOfDay> acts;
    std::set<InstrumentIndex> amending;
    const auto add = [&](ActOfDay::How how, std::string act, const Edge& edge) {
        const bool told = std::any_of(acts.begin(), acts.end(),
                                      [&](const ActOfDay& known) { return known.how == how && known.act == act; });
        if (!told) {
            const auto certainty = edge.first == edge.last ? ActOfDay::Certainty::certain
                                   : edge.first == day     ? ActOfDay::Certainty::in_doubt
                                                           : ActOfDay::Certainty::settled;
            acts.push_back({how, certainty, std::move(act), day_of(edge)});
        }
    };
    for (const EnactedAmendment& amendment : book.amendments) {
        if (falls_on(amendment.edge, day)) {
            add(ActOfDay::How::amends, act_of(book, amendment), amendment.edge);
            if (amendment.act) {
                amending.insert(amendment.act->instrument);
            }
        }
    }
    // Acts that the versions hold: others begin and end without a norm that anybody could be judged by.
    const auto held = [](const Version& version, const std::string& name) {
        return std::any_of(version.instruments.begin(), version.instruments.end(),
                           [&](const Instrument& instrument) { return instrument.name == name; });
    };
    for (InstrumentIndex index = 0; index < book.instruments.size(); ++index) {
        const EnactedInstrument& enacted = book.instruments[index];
        for (const Bound& bound : enacted.bounds) {
            const bool told_already = bound.begins && amending.contains(index);  // by what it amends
            if (!told_already && falls_on(bound.edge, day) &&
                held(bound.begins ? after : before, enacted.instrument.name)) {
                add(bound.begins ? ActOfDay::How::begins : ActOfDay::How::ends, enacted.instrument.title, bound.edge);
            }
        }
    }
    return acts;
}

}  // namespace

ChangesInTime changes_in_time(const CompiledLaw& law, const std::string& name, Date first, Date second,
                              const DifferenceOptions& options) {
    const auto label = [&](Date day) { return name + "@" + day.text(); };
    ChangesInTime result;
    result.first = label(first);
    result.second = label(second);
    std::shared_ptr<const Version> before = law.consolidate(first);
    Date from = first;
    for (const Date day : law.change_dates()) {
        if (day <= first || second < day) {
            continue;
        }
        std::shared_ptr<const Version> after = law.consolidate(day);
        DayOfChange& told = result.days.emplace_back();
        told.day = day;
        told.acts = acts_of(law.book(), *before, *after, day);
        const JoinResult joined = join(before, label(from), after, label(day));
        if (joined.law) {
            told.difference = difference(*joined.law, options);
        } else {
            told.refused = joined.refused;
        }
        before = std::move(after);
        from = day;
    }
    return result;
}

bool proved_unchanged(const ChangesInTime& changes) {
    return std::all_of(changes.days.begin(), changes.days.end(), [](const DayOfChange& day) {
        return day.refused.empty() && day.difference.complete && day.difference.regions.empty() &&
               day.difference.seasons.empty();
    });
}

}  // namespace labourlex::analyse
