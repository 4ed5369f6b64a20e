#include "engine/analyse/count.hpp"

#include <algorithm>
#include <functional>
#include <unordered_map>
#include <vector>

namespace labourlex::analyse {

KindCount count_kinds(const Diagrams& diagrams, Diagram diagram, const std::set<Level>& over) {
    // Kinds of the variables from a level of `over` on: below[i] for the i-th and all after it.
    const std::vector<Level> levels(over.begin(), over.end());
    std::vector<KindCount> below(levels.size() + 1, 1);
    for (std::size_t i = levels.size(); i-- > 0;) {
        below[i] = below[i + 1] * diagrams.cells(levels[i]);
    }
    const auto place = [&](Diagram of) {
        return diagrams.is_terminal(of)
                   ? levels.size()
                   : static_cast<std::size_t>(std::lower_bound(levels.begin(), levels.end(), diagrams.level(of)) -
                                              levels.begin());
    };
    std::unordered_map<Diagram, KindCount> counted;  // of the variables from the node's own on
    const std::function<const KindCount&(Diagram)> count = [&](Diagram of) -> const KindCount& {
        if (const auto known = counted.find(of); known != counted.end()) {
            return known->second;
        }
        KindCount sum = 0;
        if (diagrams.is_terminal(of)) {
            sum = diagrams.value(of) == 0 ? 0 : 1;
        } else {
            const std::size_t own = place(of);
            for (std::uint32_t cell = 0; cell < diagrams.cells(levels[own]); ++cell) {
                const Diagram child = diagrams.child(of, cell);
                const KindCount between = below[own + 1] / below[place(child)];
                sum += between * count(child);
            }
        }
        return counted.emplace(of, std::move(sum)).first->second;
    };
    const KindCount before = below[0] / below[place(diagram)];
    return before * count(diagram);
}

std::string share_text(const KindCount& part, const KindCount& whole) {
    if (part == 0 || whole == 0) {
        return "0";
    }
    if (part == whole) {
        return "100";
    }
    const KindCount tenths = part * 1000 / whole;
    if (tenths == 0) {
        return "under 0.1";
    }
    const KindCount units = tenths / 10;
    const KindCount rest = tenths % 10;
    return units.get_str() + (rest == 0 ? "" : "." + rest.get_str());
}

}  // namespace labourlex::analyse
