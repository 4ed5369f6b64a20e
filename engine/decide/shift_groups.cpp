#include "engine/decide/shift_groups.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace labourlex::decide {

namespace {

/// Cuts the allowed minutes at every edge of a window: an edge minute is a piece of its own.
std::vector<MinuteInterval> pieces(const std::vector<MinuteInterval>& minutes, const std::set<int>& edges) {
    std::vector<MinuteInterval> result;
    for (const MinuteInterval& interval : minutes) {
        int first = interval.first;
        for (auto edge = edges.lower_bound(interval.first); edge != edges.end() && *edge <= interval.last; ++edge) {
            if (first < *edge) {
                result.push_back({first, *edge - 1});
            }
            result.push_back({*edge, *edge});
            first = *edge + 1;
        }
        if (first <= interval.last) {
            result.push_back({first, interval.last});
        }
    }
    return result;
}

}  // namespace

ShiftGroups::ShiftGroups(const Situation& situation, std::vector<AtomIndex> atoms) : atoms_(std::move(atoms)) {
    const Version& version = *situation.version;
    if (situation.shift.kind != ShiftSituation::Kind::free) {
        return;
    }
    free_ = true;
    std::set<int> edges;
    for (const AtomIndex atom : atoms_) {
        edges.insert(version.atoms[atom].window_from % minutes_of_day);
        edges.insert(version.atoms[atom].window_to % minutes_of_day);
    }
    const auto starts = pieces(situation.facts[version.shift_start].minutes, edges);
    const auto ends = pieces(situation.facts[version.shift_end].minutes, edges);
    const auto add = [&](int start, int end, int shortest, int longest) {
        std::vector<bool> overlaps;
        for (const AtomIndex atom : atoms_) {
            overlaps.push_back(
                shift_overlaps(start, end, version.atoms[atom].window_from, version.atoms[atom].window_to));
        }
        ranges_.push_back({std::move(overlaps), shortest, longest});
    };
    for (const MinuteInterval& start : starts) {
        for (const MinuteInterval& end : ends) {
            const int first = std::max(start.first, end.first);
            const int last = std::min(start.last, end.last);
            if (first > last) {
                // Different minutes throughout, and on one side of each other: lengths form a range.
                const int shortest =
                    end.first > start.last ? end.first - start.last : minutes_of_day + end.first - start.last;
                const int longest =
                    end.first > start.last ? end.last - start.first : minutes_of_day + end.last - start.first;
                add(start.first, end.first, shortest, longest);
                continue;
            }
            // The pieces overlap: end after start, equal, end before start. Each is contiguous in length.
            add(first, first, minutes_of_day, minutes_of_day);
            if (end.last > start.first) {
                add(start.first, end.last, 1, end.last - start.first);
            }
            if (end.first < start.last) {
                add(start.last, end.first, minutes_of_day - (start.last - end.first), minutes_of_day - 1);
            }
        }
    }
    refine(std::vector<std::uint32_t>(minutes_of_day + 1, 0), false);
}

void ShiftGroups::refine(const std::vector<std::uint32_t>& marks, bool every_length) {
    std::map<std::pair<std::vector<bool>, std::uint32_t>, std::set<int>> lengths;
    for (const LengthRange& range : ranges_) {
        for (int minutes = range.shortest; minutes <= range.longest; ++minutes) {
            std::set<int>& kept = lengths[{range.overlaps, marks[static_cast<std::size_t>(minutes)]}];
            if (every_length) {
                kept.insert(minutes);
            } else if (kept.empty() || *kept.begin() < minutes) {
                kept = {minutes};
            }
        }
    }
    groups_.clear();
    for (const auto& [key, kept] : lengths) {
        for (const int minutes : kept) {
            groups_.push_back({key.first, minutes});
        }
    }
}

}  // namespace labourlex::decide
