#include "engine/law/shift_classes.hpp"

#include <algorithm>
#include <set>

namespace labourlex::reference {

namespace {

/// The allowed minutes, cut so that an edge is a piece of its own.
std::vector<MinuteInterval> pieces(const std::vector<MinuteInterval>& allowed, const std::set<int>& edges) {
    std::vector<MinuteInterval> result;
    for (const MinuteInterval& interval : allowed) {
        int first = interval.first;
        while (first <= interval.last) {
            int last = first;
            if (edges.count(first) == 0) {
                const auto edge = edges.upper_bound(first);
                last = edge == edges.end() ? interval.last : std::min(interval.last, *edge - 1);
            }
            result.push_back({first, last});
            first = last + 1;
        }
    }
    return result;
}

class Grouping {
public:
    explicit Grouping(const Version& version) {
        for (const Atom& atom : version.atoms) {
            if (atom.kind == Atom::Kind::overlap) {
                windows_.emplace_back(atom.window_from, atom.window_to);
            }
        }
    }

    [[nodiscard]] std::set<int> edges() const {
        std::set<int> edges{0};
        for (const auto& [from, to] : windows_) {
            edges.insert(from % minutes_of_day);
            edges.insert(to % minutes_of_day);
        }
        return edges;
    }

    void add(int start, int end) {
        std::vector<bool> overlaps;
        for (const auto& [from, to] : windows_) {
            overlaps.push_back(shift_overlaps(start, end, from, to));
        }
        classes_[overlaps].emplace(shift_minutes(start, end), std::make_pair(start, end));
    }

    [[nodiscard]] std::vector<ShiftClass> classes() const {
        std::vector<ShiftClass> result;
        for (const auto& [overlaps, by_length] : classes_) {
            result.push_back({overlaps, by_length});
        }
        return result;
    }

private:
    std::vector<std::pair<int, int>> windows_;
    std::map<std::vector<bool>, std::map<int, std::pair<int, int>>> classes_;
};

}  // namespace

std::vector<ShiftClass> shift_classes(const Version& version, const std::vector<MinuteInterval>& starts,
                                      const std::vector<MinuteInterval>& ends, bool every_length) {
    Grouping grouping(version);
    const std::set<int> edges = grouping.edges();
    for (const MinuteInterval& start : pieces(starts, edges)) {
        for (const MinuteInterval& end : pieces(ends, edges)) {
            // The earliest start with every end, then the latest end with every start: all lengths that the two pieces
            // give, and, where they are one piece or overlap, all three orders of start and end.
            for (int minute = end.first; minute <= end.last;
                 minute += every_length ? 1 : std::max(1, end.last - end.first)) {
                grouping.add(start.first, minute);
            }
            for (int minute = start.first; minute <= start.last;
                 minute += every_length ? 1 : std::max(1, start.last - start.first)) {
                grouping.add(minute, end.last);
                grouping.add(minute, end.first);
            }
            const int both = std::max(start.first, end.first);
            if (both <= std::min(start.last, end.last)) {
                grouping.add(both, both);
            }
        }
    }
    return grouping.classes();
}

}  // namespace labourlex::reference
