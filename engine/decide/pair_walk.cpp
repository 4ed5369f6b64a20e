#include "engine/decide/pair_walk.hpp"

#include <algorithm>

namespace labourlex::decide {

namespace {

Diagram at(const Diagrams& all, Diagram diagram, Level level, std::uint32_t cell) {
    return all.level(diagram) == level ? all.child(diagram, cell) : diagram;
}

}  // namespace

ReachedOutcomes::ReachedOutcomes(Outcomes& outcomes)
    : outcomes_(outcomes), bits_(outcomes.diagrams().size()), known_(outcomes.diagrams().size()) {}

std::uint64_t ReachedOutcomes::of(Diagram diagram) {
    if (known_[diagram]) {
        return bits_[diagram];
    }
    const Diagrams& all = outcomes_.diagrams();
    std::uint64_t bits = 0;
    if (all.is_terminal(diagram)) {
        bits = all.value(diagram) == outcomes_.cannot_be() ? 0 : std::uint64_t{1} << all.value(diagram);
    } else {
        for (std::uint32_t cell = 0; cell < all.cells(all.level(diagram)); ++cell) {
            bits |= of(all.child(diagram, cell));
        }
    }
    bits_[diagram] = bits;
    known_[diagram] = true;
    return bits;
}

bool ReachedOutcomes::may_differ(Diagram a, Diagram b) {
    const std::uint64_t bits_a = of(a);
    const std::uint64_t bits_b = of(b);
    const std::uint64_t both = bits_a | bits_b;
    return bits_a != 0 && bits_b != 0 && (both & (both - 1)) != 0;
}

PairWalk::PairWalk(Outcomes& outcomes, ReachedOutcomes& reached, std::vector<FactIndex> open)
    : outcomes_(outcomes), reached_(reached), all_(outcomes.diagrams()), open_(std::move(open)) {
    for (const FactIndex fact : open_) {
        for (const Level level : outcomes_.space().levels_of(fact)) {
            this->open(level);
        }
    }
}

PairWalk::PairWalk(Outcomes& outcomes, ReachedOutcomes& reached, Level level)
    : outcomes_(outcomes), reached_(reached), all_(outcomes.diagrams()) {
    OpenLevel& opened = open_levels_[level];
    opened.group.assign(all_.cells(level), 0);
    opened.cells.resize(1);
    for (std::uint32_t cell = 0; cell < all_.cells(level); ++cell) {
        opened.cells[0].push_back(cell);
    }
}

void PairWalk::open(Level level) {
    OpenLevel& opened = open_levels_[level];
    if (!opened.group.empty()) {
        return;
    }
    opened.every_pair = outcomes_.space().variables()[level].kind != SpaceVariable::Kind::numbers;
    std::map<std::vector<bool>, std::uint32_t> groups;
    for (std::uint32_t cell = 0; cell < all_.cells(level); ++cell) {
        const auto [entry, added] = groups.try_emplace(outcomes_.space().shared_with(level, cell, open_),
                                                       static_cast<std::uint32_t>(opened.cells.size()));
        if (added) {
            opened.cells.emplace_back();
        }
        opened.group.push_back(entry->second);
        opened.cells[entry->second].push_back(cell);
    }
}

bool PairWalk::may_pass(Level level, OpenLevel& cells, std::uint32_t a, std::uint32_t b) {
    if (a == b || cells.every_pair) {
        return true;
    }
    const std::uint64_t key = (static_cast<std::uint64_t>(std::min(a, b)) << 32U) | std::max(a, b);
    const auto [entry, added] = cells.passes.try_emplace(key, false);
    if (added) {
        entry->second = outcomes_.space().agree_but(level, a, b, open_);
    }
    return entry->second;
}

bool PairWalk::differs(Diagram a, Diagram b) {
    if (!reached_.may_differ(a, b)) {
        return false;
    }
    if (all_.is_terminal(a) && all_.is_terminal(b)) {
        return a != b;
    }
    const Level level = std::min(all_.level(a), all_.level(b));
    if (a == b && (open_levels_.empty() || level > open_levels_.rbegin()->first)) {
        return false;   // nothing open is left to part them
    }
    const auto key = (static_cast<std::uint64_t>(a) << 32U) | b;
    if (const auto found = done_.find(key); found != done_.end()) {
        return found->second;
    }
    bool result = false;
    const std::uint32_t cells = all_.cells(level);
    const auto open = open_levels_.find(level);
    for (std::uint32_t cell = 0; cell < cells && !result; ++cell) {
        const Diagram below_a = at(all_, a, level, cell);
        if (open == open_levels_.end()) {
            result = differs(below_a, at(all_, b, level, cell));
            continue;
        }
        // Neighbouring cells mostly lead to the same node: it is asked about once.
        Diagram last = below_a;
        bool last_differs = false;
        bool asked = false;
        for (const std::uint32_t other : open->second.cells[open->second.group[cell]]) {
            const Diagram below_b = at(all_, b, level, other);
            if (!asked || below_b != last) {
                last_differs = differs(below_a, below_b);
                last = below_b;
                asked = true;
            }
            if (last_differs && may_pass(level, open->second, cell, other)) {
                result = true;
                break;
            }
        }
    }
    done_.emplace(key, result);
    return result;
}

}  // namespace labourlex::decide
