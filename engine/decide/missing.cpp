#include "engine/decide/missing.hpp"

#include "engine/decide/fewest_differences.hpp"
#include "engine/decide/pair_walk.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace labourlex::decide {

namespace {

/// The outcomes that stay possible under each answer to a question about a level's variable: the nodes above the level are
/// walked once for all answers.
class OutcomesUnder {
public:
    OutcomesUnder(Outcomes& outcomes, ReachedOutcomes& reached, Level level)
        : all_(outcomes.diagrams()), reached_(reached), level_(level), seen_(all_.size()) {
        walk(outcomes.outcome());
    }

    [[nodiscard]] std::uint64_t under(const std::vector<bool>& cells) {
        std::uint64_t bits = beside_;
        for (const Diagram node : at_level_) {
            for (std::uint32_t cell = 0; cell < cells.size(); ++cell) {
                bits |= cells[cell] ? reached_.of(all_.child(node, cell)) : 0;
            }
        }
        return bits;
    }

private:
    void walk(Diagram diagram) {
        if (seen_[diagram]) {
            return;
        }
        seen_[diagram] = true;
        const Level at = all_.level(diagram);
        if (at > level_) {
            beside_ |= reached_.of(diagram);   // terminals stand below all levels
        } else if (at == level_) {
            at_level_.push_back(diagram);
        } else {
            for (std::uint32_t cell = 0; cell < all_.cells(at); ++cell) {
                walk(all_.child(diagram, cell));
            }
        }
    }

    Diagrams& all_;
    ReachedOutcomes& reached_;
    Level level_;
    std::vector<bool> seen_;
    std::vector<Diagram> at_level_;
    std::uint64_t beside_ = 0;   ///< outcomes reached on paths that do not ask for the level
};

int count_bits(std::uint64_t bits) {
    int result = 0;
    for (; bits != 0; bits &= bits - 1) {
        ++result;
    }
    return result;
}

MissingFact weigh(Outcomes& outcomes, ReachedOutcomes& reached, FactIndex fact) {
    MissingFact result;
    result.fact = fact;
    std::int64_t answers = 0;
    std::int64_t telling = 0;
    std::map<Level, OutcomesUnder> by_level;
    const auto possible = static_cast<int>(outcomes.possible().size());
    for (const Space::Answer& answer : outcomes.space().answers(fact)) {
        auto entry = by_level.find(answer.level);
        if (entry == by_level.end()) {
            entry = by_level.emplace(answer.level, OutcomesUnder(outcomes, reached, answer.level)).first;
        }
        const int left = count_bits(entry->second.under(answer.cells));
        if (left == 0) {
            continue;   // no completion gives this answer
        }
        ++answers;
        telling += left < possible ? 1 : 0;
        result.some_answer_decides = result.some_answer_decides || left == 1;
    }
    result.telling = answers == 0 ? Rational(0) : Rational(telling, answers);
    return result;
}

/// The levels that the outcome asks for.
std::set<Level> support(Outcomes& outcomes) {
    Diagrams& all = outcomes.diagrams();
    std::set<Level> result;
    std::vector<bool> seen(all.size());
    std::vector<Diagram> waiting{outcomes.outcome()};
    while (!waiting.empty()) {
        const Diagram diagram = waiting.back();
        waiting.pop_back();
        if (seen[diagram] || all.is_terminal(diagram)) {
            continue;
        }
        seen[diagram] = true;
        result.insert(all.level(diagram));
        for (std::uint32_t cell = 0; cell < all.cells(all.level(diagram)); ++cell) {
            waiting.push_back(all.child(diagram, cell));
        }
    }
    return result;
}

/// Facts on which the outcome turns at all, in order of declaration. Both times are one quantity: the start stands for the
/// pair.
std::vector<FactIndex> open_facts(Outcomes& outcomes, const std::set<Level>& asked) {
    const Version& version = *outcomes.space().situation().version;
    std::vector<FactIndex> result;
    for (FactIndex fact = 0; fact < version.vocabulary->facts.size(); ++fact) {
        const auto levels = outcomes.space().levels_of(fact);
        if (fact != version.shift_end &&
            std::any_of(levels.begin(), levels.end(), [&](Level level) { return asked.contains(level); })) {
            result.push_back(fact);
        }
    }
    return result;
}

bool something_unseen_decides(Outcomes& outcomes, ReachedOutcomes& reached, const std::set<Level>& asked) {
    const auto& variables = outcomes.space().variables();
    return std::any_of(asked.begin(), asked.end(), [&](Level level) {
        const bool unseen = variables[level].kind == SpaceVariable::Kind::unseen ||
                            variables[level].kind == SpaceVariable::Kind::unseen_law ||
                            outcomes.space().only_open_cells(level);
        return unseen && PairWalk(outcomes, reached, level).differs();
    });
}

}  // namespace

std::vector<MissingFact> missing_facts(Outcomes& outcomes) {
    if (outcomes.possible().size() < 2) {
        return {};
    }
    ReachedOutcomes reached(outcomes);
    const std::set<Level> asked = support(outcomes);
    std::set<FactIndex> missing;
    for (const FactIndex fact : open_facts(outcomes, asked)) {
        if (PairWalk(outcomes, reached, std::vector<FactIndex>{fact}).differs()) {
            missing.insert(fact);
        }
    }
    if (missing.empty() && !something_unseen_decides(outcomes, reached, asked)) {
        missing = FewestDifferences(outcomes, reached).facts();
    }
    std::vector<MissingFact> result;
    for (const FactIndex fact : missing) {
        result.push_back(weigh(outcomes, reached, fact));
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
