#include "engine/analyse/elimination.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace labourlex::analyse {

std::set<Level> levels_read(const Diagrams& diagrams, Diagram diagram) {
    std::set<Level> levels;
    std::unordered_set<Diagram> seen{diagram};
    std::vector<Diagram> open{diagram};
    while (!open.empty()) {
        const Diagram at = open.back();
        open.pop_back();
        if (diagrams.is_terminal(at)) {
            continue;
        }
        levels.insert(diagrams.level(at));
        for (std::uint32_t cell = 0; cell < diagrams.cells(diagrams.level(at)); ++cell) {
            if (seen.insert(diagrams.child(at, cell)).second) {
                open.push_back(diagrams.child(at, cell));
            }
        }
    }
    return levels;
}

bool holds_at(const Diagrams& diagrams, Diagram diagram, const std::vector<std::uint32_t>& cells) {
    while (!diagrams.is_terminal(diagram)) {
        diagram = diagrams.child(diagram, cells[diagrams.level(diagram)]);
    }
    return diagrams.value(diagram) != 0;
}

Elimination::Elimination(Diagrams& diagrams, std::vector<Diagram> conditions, const std::set<Level>& keep)
    : diagrams_(diagrams) {
    struct Condition {
        Diagram says = 0;
        std::set<Level> reads;
    };
    std::vector<Condition> open;
    kept_ = diagrams.yes();
    const auto add = [&](Diagram says) {
        if (says == diagrams.yes()) {
            return;
        }
        Condition made{says, levels_read(diagrams, says)};
        if (std::includes(keep.begin(), keep.end(), made.reads.begin(), made.reads.end())) {
            kept_ = diagrams.both(says, kept_);
        } else {
            open.push_back(std::move(made));
        }
    };
    std::sort(conditions.begin(), conditions.end());
    conditions.erase(std::unique(conditions.begin(), conditions.end()), conditions.end());
    std::for_each(conditions.begin(), conditions.end(), add);

    // How many cells the conditions that mention a variable read, all together.
    std::map<Level, std::size_t> weights;
    const auto weigh = [&](Level level) {
        std::set<Level> together;
        for (const Condition& condition : open) {
            if (condition.reads.contains(level)) {
                together.insert(condition.reads.begin(), condition.reads.end());
            }
        }
        std::size_t weight = 0;
        for (const Level other : together) {
            weight += diagrams.cells(other);
        }
        return weight;
    };
    const auto weigh_all = [&](const std::set<Level>& levels) {
        for (const Level level : levels) {
            if (!keep.contains(level)) {
                weights[level] = weigh(level);
            }
        }
    };
    std::set<Level> all_read;
    for (const Condition& condition : open) {
        all_read.insert(condition.reads.begin(), condition.reads.end());
    }
    weigh_all(all_read);

    while (!open.empty() && kept_ != diagrams.no()) {
        const Level next = std::min_element(weights.begin(), weights.end(), [](const auto& a, const auto& b) {
                               return a.second < b.second;
                           })->first;
        weights.erase(next);
        std::set<Level> touched;
        std::vector<Diagram> mention;
        std::vector<Condition> others;
        for (Condition& condition : open) {
            if (condition.reads.contains(next)) {
                mention.push_back(condition.says);
                touched.insert(condition.reads.begin(), condition.reads.end());
            } else {
                others.push_back(std::move(condition));
            }
        }
        Diagram joined = diagrams.yes();
        for (const Diagram condition : mention) {
            joined = diagrams.both(condition, joined);
        }
        steps_.push_back({next, joined});
        open = std::move(others);
        add(diagrams.some_cell(next, joined));
        touched.erase(next);
        weigh_all(touched);
    }
}

void Elimination::choose(std::vector<std::uint32_t>& cells, const Preference& preference) const {
    for (auto step = steps_.rbegin(); step != steps_.rend(); ++step) {
        for (const std::uint32_t cell : preference(step->level)) {
            cells[step->level] = cell;
            if (holds_at(diagrams_, step->joined, cells)) {
                break;
            }
        }
    }
}

}  // namespace labourlex::analyse
