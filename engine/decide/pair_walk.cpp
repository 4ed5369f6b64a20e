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
            open_levels_.insert(level);
        }
    }
}

PairWalk::PairWalk(Outcomes& outcomes, ReachedOutcomes& reached, Level level)
    : outcomes_(outcomes), reached_(reached), all_(outcomes.diagrams()), open_levels_{level}, free_level_(level) {}

bool PairWalk::may_pass(Level level, std::uint32_t a, std::uint32_t b) {
    if (a == b || free_level_ == level) {
        return true;
    }
    const auto [entry, added] = passes_.try_emplace({level, a, b}, false);
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
    if (a == b && (open_levels_.empty() || level > *open_levels_.rbegin())) {
        return false;   // nothing open is left to part them
    }
    const auto key = (static_cast<std::uint64_t>(a) << 32U) | b;
    if (const auto found = done_.find(key); found != done_.end()) {
        return found->second;
    }
    bool result = false;
    const std::uint32_t cells = all_.cells(level);
    const bool open = open_levels_.contains(level);
    for (std::uint32_t cell = 0; cell < cells && !result; ++cell) {
        if (!open) {
            result = differs(at(all_, a, level, cell), at(all_, b, level, cell));
            continue;
        }
        for (std::uint32_t other = 0; other < cells && !result; ++other) {
            result = differs(at(all_, a, level, cell), at(all_, b, level, other)) && may_pass(level, cell, other);
        }
    }
    done_.emplace(key, result);
    return result;
}

}  // namespace labourlex::decide
