// What the dates of a law leave open: days without a regulating act, norms whose act ends before they do, lists that
// were read in part.
//
// Between two days of change nothing changes, so it is enough to look at the days of change. Only what is certain
// counts: an act that may be in force on a day, because an edge is in doubt, counts as in force.
#include "engine/analyse/findings_in_time.hpp"

#include "engine/analyse/finding_words.hpp"
#include "engine/law/statute_book.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace labourlex::analyse {

namespace {

/// Titles of unread parts that a note names; more are left to `labourlex laws`.
constexpr std::size_t most_titles = 3;

const Instrument* regulating(const Version& version) {
    const auto found = std::find_if(version.instruments.begin(), version.instruments.end(),
                                    [](const Instrument& instrument) { return instrument.regulating; });
    return found == version.instruments.end() ? nullptr : &*found;
}

void days_without_act(const CompiledLaw& law, Diagnostics& found) {
    std::optional<Date> gap;
    bool before = false;
    for (const Date day : law.change_dates()) {
        const auto version = law.consolidate(day);
        const Instrument* act = regulating(*version);
        const bool covered = act != nullptr || !version->unseen_laws.empty();
        if (!covered && before) {
            gap = day;
        }
        if (covered && gap) {
            const Span place = act != nullptr ? act->span : version->unseen_laws.front().span;
            found.report(Code::L0635, place, {gap->text(), day.plus(-1).text()});
            gap.reset();
        }
        before = covered;
    }
}

/// The first day on which something with these bounds is certainly over; nothing when it never is.
std::optional<Date> over_from(const Bounds& bounds) {
    std::optional<Date> first;
    for (const Bound& bound : bounds) {
        if (!bound.begins && (!first || bound.edge.last < *first)) {
            first = bound.edge.last;
        }
    }
    return first;
}

/// A norm whose own dates go on, or begin, after its act has ended. One without dates of its own ends with its act.
void relied_on_too_long(const CompiledLaw& law, Diagnostics& found) {
    const StatuteBook& book = law.book();
    for (const EnactedNorm& enacted : book.texts) {
        const InstrumentIndex instrument = enacted.norm.citation.instrument;
        if (instrument == none_index || enacted.family == none_index || book.families[enacted.family].of_pack) {
            continue;
        }
        const EnactedInstrument& act = book.instruments[instrument];
        const std::optional<Date> ended = over_from(act.bounds);
        if (!ended || act.reaches_nobody_here) {
            continue;
        }
        const bool dated_on = std::any_of(enacted.bounds.begin(), enacted.bounds.end(), [&](const Bound& bound) {
            return bound.edge.first.days != not_commenced().first.days &&
                   (bound.begins ? bound.edge.first >= *ended : bound.edge.first > *ended);
        });
        if (dated_on) {
            Diagnostic& finding =
                found.report(Code::L0631, enacted.norm.span, {enacted.norm.name, act.instrument.title, ended->text()});
            finding.related.push_back({act.instrument.span, std::string(finding_texts.act_that_ended)});
        }
    }
}

void unread_parts(const CompiledLaw& law, Diagnostics& found) {
    const StatuteBook& book = law.book();
    std::set<std::string> told;
    std::vector<Date> days = law.change_dates();
    if (days.empty()) {
        days = {Date::today()};
    }
    for (auto day = days.rbegin(); day != days.rend(); ++day) {
        const auto version = law.consolidate(*day);
        std::map<std::string, std::pair<std::size_t, std::vector<std::string>>> parts;  // all, titles of the unread
        for (const Norm& norm : version->norms) {
            if (!norm.list.empty() && norm.kind != NormKind::exception) {
                auto& [all, unread] = parts[norm.list];
                ++all;
                if (norm.kind == NormKind::unseen) {
                    unread.push_back(norm.title);
                }
            }
        }
        for (const ListFamily& list : book.lists) {
            const auto entry = parts.find(list.name);
            if (list.of_pack || entry == parts.end() || !told.insert(list.name).second) {
                continue;
            }
            const auto& [all, unread] = entry->second;
            if (!unread.empty()) {
                const std::vector<std::string> named(
                    unread.begin(), unread.begin() + static_cast<std::ptrdiff_t>(std::min(unread.size(), most_titles)));
                std::string titles = fmt::format("{}", fmt::join(named, finding_texts.title_separator));
                if (named.size() < unread.size()) {
                    titles += finding_texts.cut_off;
                }
                found.report(Code::L0632, list.texts.back().span,
                             {list.name, std::to_string(unread.size()), std::to_string(all), std::move(titles)});
            }
        }
    }
}

}  // namespace

void find_in_time(const CompiledLaw& law, Diagnostics& found) {
    days_without_act(law, found);
    relied_on_too_long(law, found);
    unread_parts(law, found);
}

}  // namespace labourlex::analyse
