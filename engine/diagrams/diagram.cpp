#include "engine/diagrams/diagram.hpp"

#include <algorithm>
#include <utility>

namespace labourlex {

namespace {

std::size_t mix(std::size_t seed, std::size_t value) {
    // The 64-bit finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): cheap and well spread.
    std::uint64_t z = seed + 0x9e3779b97f4a7c15ULL + value;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return static_cast<std::size_t>(z ^ (z >> 31U));
}

std::size_t hash_node(Level level, std::span<const Diagram> children) {
    std::size_t seed = level;
    for (const Diagram child : children) {
        seed = mix(seed, child);
    }
    return seed;
}

}  // namespace

std::size_t Diagrams::TripleHash::operator()(const Triple& t) const { return mix(mix(t.a, t.b), t.c); }

Diagrams::Diagrams(std::vector<std::uint32_t> cells, std::size_t node_budget)
    : cells_(std::move(cells)), budget_(node_budget) {
    no_ = terminal(0);
    yes_ = terminal(1);
}

Diagram Diagrams::terminal(std::uint32_t value) {
    const auto [entry, added] = terminals_.try_emplace(value, static_cast<Diagram>(nodes_.size()));
    if (added) {
        nodes_.push_back({terminal_level, value});
    }
    return entry->second;
}

Diagram Diagrams::intern(Level level, std::span<const Diagram> children) {
    const std::size_t hash = hash_node(level, children);
    const auto [first, last] = unique_.equal_range(hash);
    for (auto entry = first; entry != last; ++entry) {
        const Node& node = nodes_[entry->second];
        if (node.level == level && std::equal(children.begin(), children.end(), children_.begin() + node.first)) {
            return entry->second;
        }
    }
    if (nodes_.size() >= budget_) {
        throw DiagramBudgetExceeded();
    }
    const auto made = static_cast<Diagram>(nodes_.size());
    nodes_.push_back({level, static_cast<std::uint32_t>(children_.size())});
    children_.insert(children_.end(), children.begin(), children.end());
    unique_.emplace(hash, made);
    return made;
}

Diagram Diagrams::test(Level level, std::span<const Diagram> children) {
    if (std::all_of(children.begin(), children.end(), [&](Diagram child) { return child == children.front(); })) {
        return children.front();
    }
    return intern(level, children);
}

Diagram Diagrams::among(Level level, const std::vector<bool>& cells) {
    std::vector<Diagram> children(cells.size());
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
        children[cell] = constant(cells[cell]);
    }
    return test(level, children);
}

Diagram Diagrams::choose(Diagram condition, Diagram yes, Diagram no) {
    if (condition == yes_ || yes == no) {
        return yes;
    }
    if (condition == no_) {
        return no;
    }
    if (yes == yes_ && no == no_) {
        return condition;
    }
    const Triple key{condition, yes, no};
    if (const auto found = cache_.find(key); found != cache_.end()) {
        return found->second;
    }
    const Level level = std::min({nodes_[condition].level, nodes_[yes].level, nodes_[no].level});
    std::vector<Diagram> children(cells_[level]);
    for (std::uint32_t cell = 0; cell < children.size(); ++cell) {
        children[cell] = choose(at(condition, level, cell), at(yes, level, cell), at(no, level, cell));
    }
    const Diagram result = test(level, children);
    cache_.emplace(key, result);
    return result;
}

Diagram Diagrams::some_cell(Level level, Diagram diagram) {
    std::unordered_map<Diagram, Diagram> done;
    const std::function<Diagram(Diagram)> walk = [&](Diagram d) -> Diagram {
        if (nodes_[d].level > level) {
            return d;   // terminals stand below all
        }
        if (const auto found = done.find(d); found != done.end()) {
            return found->second;
        }
        std::vector<Diagram> children(cells_[this->level(d)]);
        for (std::uint32_t cell = 0; cell < children.size(); ++cell) {
            children[cell] = walk(child(d, cell));
        }
        Diagram result = no_;
        if (this->level(d) == level) {
            for (const Diagram child : children) {
                result = either(child, result);
            }
        } else {
            result = test(this->level(d), children);
        }
        done.emplace(d, result);
        return result;
    };
    return walk(diagram);
}

Diagram Diagrams::map(Diagram diagram, const std::function<std::uint32_t(std::uint32_t)>& change) {
    std::unordered_map<Diagram, Diagram> done;
    const std::function<Diagram(Diagram)> walk = [&](Diagram d) -> Diagram {
        if (is_terminal(d)) {
            return terminal(change(value(d)));
        }
        if (const auto found = done.find(d); found != done.end()) {
            return found->second;
        }
        std::vector<Diagram> children(cells_[level(d)]);
        for (std::uint32_t cell = 0; cell < children.size(); ++cell) {
            children[cell] = walk(child(d, cell));
        }
        const Diagram result = test(level(d), children);
        done.emplace(d, result);
        return result;
    };
    return walk(diagram);
}

}  // namespace labourlex
