#include "engine/decide/fewest_differences.hpp"

#include <algorithm>
#include <functional>

namespace labourlex::decide {

FewestDifferences::FewestDifferences(Outcomes& outcomes, ReachedOutcomes& reached)
    : outcomes_(outcomes), reached_(reached), all_(outcomes.diagrams()) {}

std::set<FactIndex> FewestDifferences::facts() {
    const Version& version = *outcomes_.space().situation().version;
    std::uint32_t open = 0;
    for (FactIndex fact = 0; fact < version.vocabulary->facts.size(); ++fact) {
        open += outcomes_.space().levels_of(fact).empty() ? 0 : 1;
    }
    for (std::uint32_t most = 2; most <= open; ++most) {
        searched_.clear();
        Difference found = search(outcomes_.outcome(), outcomes_.outcome(), no_fact, most);
        if (found.cost != never) {
            return std::move(found.facts);
        }
    }
    return {};
}

const FewestDifferences::Difference& FewestDifferences::step(Level level, std::uint32_t a, std::uint32_t b,
                                                             std::uint32_t left) {
    auto& [tried, result] = steps_[{level, std::min(a, b), std::max(a, b)}];
    const SpaceVariable& variable = outcomes_.space().variables()[level];
    if (result.cost != never || tried >= left) {
        return result;
    }
    if (variable.kind != SpaceVariable::Kind::numbers) {
        tried = never;
        if (variable.fact != no_fact) {
            result = {1, {variable.fact}};
        }
        return result;
    }
    // Numbers tied together: the smallest sets of them that may differ between two points of these cells.
    const Version& version = *outcomes_.space().situation().version;
    const NumberComponent& component = outcomes_.space().numbers().components()[variable.index];
    std::vector<FactIndex> candidates;
    for (const std::uint32_t number : component.variables) {
        const FactIndex fact = outcomes_.space().numbers().variables()[number].fact;
        if (fact != no_fact) {
            candidates.push_back(fact);
        }
    }
    if (component.with_shift) {
        candidates.push_back(version.shift_start);
    }
    while (result.cost == never && tried < left) {
        ++tried;
        std::vector<FactIndex> chosen;
        const std::function<void(std::size_t)> choose = [&](std::size_t from) {
            if (chosen.size() == tried) {
                if (outcomes_.space().agree_but(level, a, b, chosen)) {
                    result.cost = tried;
                    result.facts.insert(chosen.begin(), chosen.end());
                }
                return;
            }
            for (std::size_t next = from; next < candidates.size(); ++next) {
                chosen.push_back(candidates[next]);
                choose(next + 1);
                chosen.pop_back();
            }
        };
        choose(0);
        if (tried >= candidates.size()) {
            tried = never;
        }
    }
    return result;
}

FewestDifferences::Difference FewestDifferences::search(Diagram a, Diagram b, FactIndex differing,
                                                        std::uint32_t left) {
    if (!reached_.may_differ(a, b)) {
        return {};
    }
    if (all_.is_terminal(a) && all_.is_terminal(b)) {
        return a == b ? Difference{} : Difference{0, {}};
    }
    if (a == b && left == 0 && differing == no_fact) {
        return {};   // nothing more may part them
    }
    const Level level = std::min(all_.level(a), all_.level(b));
    const SpaceVariable& variable = outcomes_.space().variables()[level];
    // The codes of a set stand on neighbouring levels: once the set differs, its other codes may differ as well.
    const bool goes_on = variable.kind == SpaceVariable::Kind::set_region && variable.fact == differing;
    if (!goes_on) {
        differing = no_fact;
    }
    const std::tuple<Diagram, Diagram, FactIndex, std::uint32_t> key{a, b, differing, left};
    if (const auto found = searched_.find(key); found != searched_.end()) {
        return found->second;
    }
    Difference best;
    const auto offer = [&](const Difference& below, std::uint32_t cost, const std::set<FactIndex>& facts) {
        if (below.cost == never || below.cost + cost > std::min(best.cost, left)) {
            return;
        }
        if (below.cost + cost < best.cost) {
            best = {below.cost + cost, {}};
        }
        best.facts.insert(below.facts.begin(), below.facts.end());
        best.facts.insert(facts.begin(), facts.end());
    };
    const auto child = [&](Diagram diagram, std::uint32_t cell) {
        return all_.level(diagram) == level ? all_.child(diagram, cell) : diagram;
    };
    for (std::uint32_t cell = 0; cell < all_.cells(level); ++cell) {
        offer(search(child(a, cell), child(b, cell), differing, left), 0, {});
        for (std::uint32_t other = 0; other < all_.cells(level); ++other) {
            if (other == cell) {
                continue;
            }
            if (goes_on) {
                offer(search(child(a, cell), child(b, other), differing, left), 0, {});
                continue;
            }
            if (left == 0 || !reached_.may_differ(child(a, cell), child(b, other))) {
                continue;
            }
            const Difference& cost = step(level, cell, other, left);
            if (cost.cost > left) {
                continue;
            }
            const FactIndex opened = variable.kind == SpaceVariable::Kind::set_region ? variable.fact : no_fact;
            offer(search(child(a, cell), child(b, other), opened, left - cost.cost), cost.cost, cost.facts);
        }
    }
    searched_.emplace(key, best);
    return best;
}

}  // namespace labourlex::decide
