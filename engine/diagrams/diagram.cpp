#include "engine/diagrams/diagram.hpp"

#include <algorithm>
#include <map>
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

Diagrams::Diagrams(std::vector<std::uint32_t> cells, std::size_t node_budget)
    : cells_(std::move(cells)), budget_(node_budget), unique_(1024, no_node), cache_(1024) {
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
    const std::size_t mask = unique_.size() - 1;
    std::size_t place = hash_node(level, children) & mask;
    for (; unique_[place] != no_node; place = (place + 1) & mask) {
        const Node& node = nodes_[unique_[place]];
        if (node.level == level && std::equal(children.begin(), children.end(), children_.begin() + node.first)) {
            return unique_[place];
        }
    }
    if (nodes_.size() >= budget_) {
        throw DiagramBudgetExceeded();
    }
    const auto made = static_cast<Diagram>(nodes_.size());
    nodes_.push_back({level, static_cast<std::uint32_t>(children_.size())});
    children_.insert(children_.end(), children.begin(), children.end());
    unique_[place] = made;
    if (2 * nodes_.size() > unique_.size()) {
        grow_unique();
    }
    return made;
}

void Diagrams::grow_unique() {
    unique_.assign(2 * unique_.size(), no_node);
    const std::size_t mask = unique_.size() - 1;
    for (Diagram diagram = 0; diagram < nodes_.size(); ++diagram) {
        if (is_terminal(diagram)) {
            continue;  // terminals are found by their value
        }
        const Node& node = nodes_[diagram];
        const std::span<const Diagram> children(children_.data() + node.first, cells_[node.level]);
        std::size_t place = hash_node(node.level, children) & mask;
        while (unique_[place] != no_node) {
            place = (place + 1) & mask;
        }
        unique_[place] = diagram;
    }
}

/// Where the answer for `key` stands, or is to be put.
Diagrams::Chosen& Diagrams::place_of(const Triple& key) {
    const std::size_t mask = cache_.size() - 1;
    std::size_t place = mix(mix(key.a, key.b), key.c) & mask;
    while (cache_[place].key.a != no_node && cache_[place].key != key) {
        place = (place + 1) & mask;
    }
    return cache_[place];
}

void Diagrams::remember(const Triple& key, Diagram result) {
    if (2 * (cached_ + 1) > cache_.size()) {
        std::vector<Chosen> smaller(2 * cache_.size());
        smaller.swap(cache_);
        for (const Chosen& chosen : smaller) {
            if (chosen.key.a != no_node) {
                place_of(chosen.key) = chosen;
            }
        }
    }
    place_of(key) = {key, result};
    ++cached_;
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
    if (const Chosen& known = place_of(key); known.key == key) {
        return known.result;
    }
    const Level level = std::min({nodes_[condition].level, nodes_[yes].level, nodes_[no].level});
    std::vector<Diagram> children(cells_[level]);
    for (std::uint32_t cell = 0; cell < children.size(); ++cell) {
        children[cell] = choose(at(condition, level, cell), at(yes, level, cell), at(no, level, cell));
    }
    const Diagram result = test(level, children);
    remember(key, result);
    return result;
}

Diagram Diagrams::rebuild(Level level, Diagram diagram, const std::function<Diagram(std::vector<Diagram>&)>& change) {
    std::unordered_map<Diagram, Diagram> done;
    const std::function<Diagram(Diagram)> walk = [&](Diagram d) -> Diagram {
        if (nodes_[d].level > level) {
            return d;  // terminals stand below all
        }
        if (const auto found = done.find(d); found != done.end()) {
            return found->second;
        }
        const Level own = this->level(d);
        std::vector<Diagram> children(cells_[own]);
        for (std::uint32_t cell = 0; cell < children.size(); ++cell) {
            children[cell] = walk(child(d, cell));
        }
        const Diagram result = own == level ? change(children) : test(own, children);
        done.emplace(d, result);
        return result;
    };
    return walk(diagram);
}

Diagram Diagrams::some_cell(Level level, Diagram diagram) {
    return rebuild(level, diagram, [&](const std::vector<Diagram>& children) {
        Diagram result = no_;
        for (const Diagram child : children) {
            result = either(child, result);
        }
        return result;
    });
}

Diagram Diagrams::some_cell_of_group(Level level, const std::vector<std::uint32_t>& groups, Diagram diagram) {
    return rebuild(level, diagram, [&](std::vector<Diagram>& children) {
        std::map<std::uint32_t, Diagram> of_group;
        for (std::size_t cell = 0; cell < children.size(); ++cell) {
            Diagram& some = of_group.try_emplace(groups[cell], no_).first->second;
            some = either(children[cell], some);
        }
        for (std::size_t cell = 0; cell < children.size(); ++cell) {
            children[cell] = of_group.at(groups[cell]);
        }
        return test(level, children);
    });
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
