#include "engine/decide/missing.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <unordered_map>

namespace labourlex::decide {

namespace {

/// Walks two copies of the outcome diagram that agree on everything but the open facts.
class PairWalk {
public:
    PairWalk(Outcomes& outcomes, std::vector<FactIndex> open)
        : outcomes_(outcomes), all_(outcomes.diagrams()), open_(std::move(open)) {
        for (const FactIndex fact : open_) {
            for (const Level level : outcomes_.space().levels_of(fact)) {
                open_levels_.insert(level);
            }
        }
    }
    /// Opens one variable that is not a fact: an unseen part or unseen law.
    PairWalk(Outcomes& outcomes, Level level) : outcomes_(outcomes), all_(outcomes.diagrams()), open_levels_{level} {
        free_level_ = level;
    }

    [[nodiscard]] bool differs() { return differs(outcomes_.outcome(), outcomes_.outcome()); }

private:
    [[nodiscard]] Diagram at(Diagram diagram, Level level, std::uint32_t cell) const {
        return all_.level(diagram) == level ? all_.child(diagram, cell) : diagram;
    }

    /// Outcomes below a node, as bits; more classes than bits do not occur (a ruleset has a handful).
    std::uint64_t reached(Diagram diagram) {
        if (all_.is_terminal(diagram)) {
            return all_.value(diagram) == outcomes_.cannot_be() ? 0 : std::uint64_t{1} << all_.value(diagram);
        }
        if (const auto found = reached_.find(diagram); found != reached_.end()) {
            return found->second;
        }
        std::uint64_t bits = 0;
        for (std::uint32_t cell = 0; cell < all_.cells(all_.level(diagram)); ++cell) {
            bits |= reached(all_.child(diagram, cell));
        }
        reached_.emplace(diagram, bits);
        return bits;
    }

    bool may_pass(Level level, std::uint32_t a, std::uint32_t b) {
        if (a == b || free_level_ == level) {
            return true;
        }
        const auto [entry, added] = passes_.try_emplace({level, a, b}, false);
        if (added) {
            entry->second = outcomes_.space().agree_but(level, a, b, open_);
        }
        return entry->second;
    }

    bool differs(Diagram a, Diagram b) {
        const std::uint64_t bits_a = reached(a);
        const std::uint64_t bits_b = reached(b);
        const std::uint64_t both = bits_a | bits_b;
        if (bits_a == 0 || bits_b == 0 || (both & (both - 1)) == 0) {
            return false;
        }
        if (all_.is_terminal(a) && all_.is_terminal(b)) {
            return a != b;
        }
        const auto key = (static_cast<std::uint64_t>(a) << 32U) | b;
        if (const auto found = done_.find(key); found != done_.end()) {
            return found->second;
        }
        const Level level = std::min(all_.level(a), all_.level(b));
        bool result = false;
        const std::uint32_t cells = all_.cells(level);
        const bool open = open_levels_.contains(level);
        for (std::uint32_t cell = 0; cell < cells && !result; ++cell) {
            if (!open) {
                result = differs(at(a, level, cell), at(b, level, cell));
                continue;
            }
            for (std::uint32_t other = 0; other < cells && !result; ++other) {
                result = differs(at(a, level, cell), at(b, level, other)) && may_pass(level, cell, other);
            }
        }
        done_.emplace(key, result);
        return result;
    }

    Outcomes& outcomes_;
    Diagrams& all_;
    std::vector<FactIndex> open_;
    std::set<Level> open_levels_;
    Level free_level_ = Diagrams::terminal_level;
    std::unordered_map<Diagram, std::uint64_t> reached_;
    std::unordered_map<std::uint64_t, bool> done_;
    std::map<std::tuple<Level, std::uint32_t, std::uint32_t>, bool> passes_;
};

/// The outcomes that stay possible under one answer.
std::set<std::uint32_t> outcomes_under(Outcomes& outcomes, const Space::Answer& answer) {
    Diagrams& all = outcomes.diagrams();
    std::set<std::uint32_t> result;
    std::set<Diagram> seen;
    const std::function<void(Diagram)> walk = [&](Diagram diagram) {
        if (!seen.insert(diagram).second) {
            return;
        }
        if (all.is_terminal(diagram)) {
            if (all.value(diagram) != outcomes.cannot_be()) {
                result.insert(all.value(diagram));
            }
            return;
        }
        for (std::uint32_t cell = 0; cell < all.cells(all.level(diagram)); ++cell) {
            if (all.level(diagram) != answer.level || answer.cells[cell]) {
                walk(all.child(diagram, cell));
            }
        }
    };
    walk(outcomes.outcome());
    return result;
}

MissingFact weigh(Outcomes& outcomes, FactIndex fact) {
    MissingFact result;
    result.fact = fact;
    std::int64_t answers = 0;
    std::int64_t telling = 0;
    for (const Space::Answer& answer : outcomes.space().answers(fact)) {
        const auto left = outcomes_under(outcomes, answer);
        if (left.empty()) {
            continue;   // no completion gives this answer
        }
        ++answers;
        telling += left.size() < outcomes.possible().size() ? 1 : 0;
        result.some_answer_decides = result.some_answer_decides || left.size() == 1;
    }
    result.telling = answers == 0 ? Rational(0) : Rational(telling, answers);
    return result;
}

/// Facts that stand on some level of the diagram, in order of declaration. Both times are one quantity: the start stands for
/// the pair.
std::vector<FactIndex> open_facts(Outcomes& outcomes) {
    const Version& version = *outcomes.space().situation().version;
    std::vector<FactIndex> result;
    for (FactIndex fact = 0; fact < version.vocabulary->facts.size(); ++fact) {
        if (fact != version.shift_end && !outcomes.space().levels_of(fact).empty()) {
            result.push_back(fact);
        }
    }
    return result;
}

bool something_unseen_decides(Outcomes& outcomes) {
    const auto& variables = outcomes.space().variables();
    for (Level level = 0; level < variables.size(); ++level) {
        const bool unseen = variables[level].kind == SpaceVariable::Kind::unseen ||
                            variables[level].kind == SpaceVariable::Kind::unseen_law ||
                            outcomes.space().only_open_cells(level);
        if (unseen && PairWalk(outcomes, level).differs()) {
            return true;
        }
    }
    return false;
}

/// All sets of `size` facts that decide together; their union.
std::set<FactIndex> deciding_together(Outcomes& outcomes, const std::vector<FactIndex>& facts, std::size_t size) {
    std::set<FactIndex> result;
    std::vector<FactIndex> chosen;
    const std::function<void(std::size_t)> choose = [&](std::size_t from) {
        if (chosen.size() == size) {
            if (PairWalk(outcomes, chosen).differs()) {
                result.insert(chosen.begin(), chosen.end());
            }
            return;
        }
        for (std::size_t next = from; next < facts.size(); ++next) {
            chosen.push_back(facts[next]);
            choose(next + 1);
            chosen.pop_back();
        }
    };
    choose(0);
    return result;
}

}  // namespace

std::vector<MissingFact> missing_facts(Outcomes& outcomes) {
    if (outcomes.possible().size() < 2) {
        return {};
    }
    const std::vector<FactIndex> facts = open_facts(outcomes);
    std::set<FactIndex> missing = deciding_together(outcomes, facts, 1);
    if (missing.empty() && !something_unseen_decides(outcomes)) {
        for (std::size_t size = 2; missing.empty() && size <= facts.size(); ++size) {
            missing = deciding_together(outcomes, facts, size);
        }
    }
    std::vector<MissingFact> result;
    for (const FactIndex fact : missing) {
        result.push_back(weigh(outcomes, fact));
    }
    std::stable_sort(result.begin(), result.end(), [](const MissingFact& a, const MissingFact& b) {
        if (a.some_answer_decides != b.some_answer_decides) {
            return a.some_answer_decides;
        }
        return a.telling > b.telling;
    });
    return result;
}

}  // namespace labourlex::decide
