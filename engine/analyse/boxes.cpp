#include "engine/analyse/boxes.hpp"

#include "engine/analyse/usual.hpp"
#include "engine/tables/describe.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <unordered_map>

namespace labourlex::analyse {

namespace {

/// A step through a cell that says something counts as much as several through quiet ones.
constexpr std::uint32_t loud_step = 16;

/// The cells on a shortest path to `yes`, by level: about as ordinary a job as the region holds.
std::map<Level, std::uint32_t> shortest_path(JointDiagrams& joint, Diagram region) {
    const Diagrams& all = joint.diagrams();
    const auto& variables = joint.space().variables();
    std::unordered_map<Diagram, std::pair<std::uint32_t, std::uint32_t>> best;  // steps to yes, through which cell
    constexpr std::uint32_t never = UINT32_MAX;
    const std::function<std::uint32_t(Diagram)> steps = [&](Diagram diagram) -> std::uint32_t {
        if (all.is_terminal(diagram)) {
            return all.value(diagram) != 0 ? 0 : never;
        }
        if (const auto found = best.find(diagram); found != best.end()) {
            return found->second.first;
        }
        std::pair<std::uint32_t, std::uint32_t> shortest{never, 0};
        for (std::uint32_t cell = 0; cell < all.cells(all.level(diagram)); ++cell) {
            const std::uint32_t below = steps(all.child(diagram, cell));
            const std::uint32_t step = is_loud(joint.law(), variables[all.level(diagram)], cell) ? loud_step : 1;
            if (below != never && below + step < shortest.first) {
                shortest = {below + step, cell};
            }
        }
        best.emplace(diagram, shortest);
        return shortest.first;
    };
    (void)steps(region);
    std::map<Level, std::uint32_t> path;
    for (Diagram at = region; !all.is_terminal(at);) {
        const std::uint32_t cell = best.at(at).second;
        path[all.level(at)] = cell;
        at = all.child(at, cell);
    }
    return path;
}

std::vector<bool> cells_passing(const std::vector<std::pair<const CellTest*, bool>>& answers, std::uint32_t cells) {
    std::vector<bool> result(cells, true);
    for (const auto& [test, answer] : answers) {
        for (std::uint32_t cell = 0; cell < cells; ++cell) {
            result[cell] = result[cell] && test->truth[cell] == answer;
        }
    }
    return result;
}

/// Grows the single cells of a path into a box inside `region_or_impossible`.
Box grow(JointDiagrams& joint, const CellTests& tests, Diagram region_or_impossible,
         const std::map<Level, std::uint32_t>& path) {
    const Diagrams& all = joint.diagrams();
    AllowedCells allowed;
    std::map<Level, std::vector<std::pair<const CellTest*, bool>>> answers;
    for (const auto& [level, cell] : path) {
        for (const CellTest& test : tests.at(level)) {
            answers[level].emplace_back(&test, test.truth[cell]);
        }
        allowed[level] = cells_passing(answers[level], all.cells(level));
    }
    const auto try_without = [&](Level level) {
        const auto kept = allowed[level];
        allowed.erase(level);
        if (inside(all, region_or_impossible, allowed)) {
            answers.erase(level);
            return true;
        }
        allowed[level] = kept;
        return false;
    };
    // What is special comes off first (the deepest levels), and what is open of the law before what is open of a job.
    std::vector<Level> order;
    for (auto entry = path.rbegin(); entry != path.rend(); ++entry) {
        order.push_back(entry->first);
    }
    std::stable_partition(order.begin(), order.end(), [&](Level level) {
        return is_loud(joint.law(), joint.space().variables()[level], path.at(level));
    });
    std::stable_partition(order.begin(), order.end(), [&](Level level) { return joint.is_of_law(level); });
    std::vector<Level> stayed;
    for (const Level level : order) {
        if (!try_without(level)) {
            stayed.push_back(level);
        }
    }
    for (const Level level : stayed) {
        auto& of_level = answers[level];
        const std::uint32_t cells = all.cells(level);
        const bool choice = joint.space().variables()[level].kind == decide::SpaceVariable::Kind::choice;
        if (choice) {
            // Any set of values can be said.
            std::vector<bool> wider = allowed[level];
            for (std::uint32_t cell = 0; cell < cells; ++cell) {
                if (!wider[cell]) {
                    wider[cell] = true;
                    allowed[level] = wider;
                    wider[cell] = inside(all, region_or_impossible, allowed);
                }
            }
            allowed[level] = wider;
            of_level.clear();
            for (const CellTest& test : tests.at(level)) {
                const auto cell = static_cast<std::size_t>(std::find(test.truth.begin(), test.truth.end(), true) -
                                                           test.truth.begin());
                if (wider[cell]) {
                    of_level.emplace_back(&test, true);
                }
            }
            continue;
        }
        // Tests that fail are dropped before those that hold: what a job is says more than what it is not. Of several
        // the one that leaves fewest cells goes first, or "under 14" would stand where "under 18" is true as well.
        for (const bool answer : {false, true}) {
            std::vector<std::pair<std::ptrdiff_t, const CellTest*>> tightest_first;
            for (const auto& [test, answered] : of_level) {
                if (answered == answer) {
                    tightest_first.emplace_back(std::count(test->truth.begin(), test->truth.end(), answer), test);
                }
            }
            std::reverse(tightest_first.begin(), tightest_first.end());
            std::stable_sort(tightest_first.begin(), tightest_first.end(),
                             [](const auto& a, const auto& b) { return a.first < b.first; });
            for (const auto& [cells_left, test] : tightest_first) {
                auto fewer = of_level;
                std::erase(fewer, std::make_pair(test, answer));
                const auto kept = allowed[level];
                allowed[level] = cells_passing(fewer, cells);
                if (inside(all, region_or_impossible, allowed)) {
                    of_level = std::move(fewer);
                } else {
                    allowed[level] = kept;
                }
            }
        }
    }
    Box box;
    for (const auto& [level, cells] : allowed) {
        if (std::find(cells.begin(), cells.end(), false) != cells.end()) {
            box.literals.push_back({level, cells, answers[level]});
        }
    }
    return box;
}

}  // namespace

bool inside(const Diagrams& all, Diagram region, const AllowedCells& allowed) {
    std::unordered_map<Diagram, bool> known;
    const std::function<bool(Diagram)> walk = [&](Diagram diagram) {
        if (all.is_terminal(diagram)) {
            return all.value(diagram) != 0;
        }
        if (const auto found = known.find(diagram); found != known.end()) {
            return found->second;
        }
        const auto cells = allowed.find(all.level(diagram));
        bool result = true;
        for (std::uint32_t cell = 0; result && cell < all.cells(all.level(diagram)); ++cell) {
            if (cells == allowed.end() || cells->second[cell]) {
                result = walk(all.child(diagram, cell));
            }
        }
        known.emplace(diagram, result);
        return result;
    };
    return walk(region);
}

Diagram diagram_of(JointDiagrams& joint, const Box& box) {
    Diagrams& all = joint.diagrams();
    Diagram result = all.yes();
    for (auto literal = box.literals.rbegin(); literal != box.literals.rend(); ++literal) {
        result = all.both(all.among(literal->level, literal->cells), result);
    }
    return result;
}

Cover cover(JointDiagrams& joint, const CellTests& tests, Diagram region, Diagram background, std::size_t most) {
    Diagrams& all = joint.diagrams();
    const Diagram region_or_impossible = all.either(all.either(region, background), all.negate(joint.feasible()));
    Cover result;
    result.left = region;
    while (result.left != all.no() && result.boxes.size() < most) {
        Box box = grow(joint, tests, region_or_impossible, shortest_path(joint, result.left));
        result.left = all.choose(diagram_of(joint, box), all.no(), result.left);
        result.boxes.push_back(std::move(box));
    }
    return result;
}

SaidTests say_box(const CellTests& tests, const Box& box) {
    std::vector<std::pair<const CellTest*, bool>> answers;
    SaidTests values;
    for (const Literal& literal : box.literals) {
        const CellTest& first = *literal.answers.front().first;
        const bool choice = first.atom != none_index && tests.version().atoms[first.atom].kind == Atom::Kind::choice;
        if (choice && literal.answers.size() > 1) {
            Atom any = tests.version().atoms[first.atom];
            for (const auto& [test, answer] : literal.answers) {
                const std::vector<bool>& value = tests.version().atoms[test->atom].choices;
                for (std::size_t i = 0; i < value.size(); ++i) {
                    any.choices[i] = any.choices[i] || value[i];
                }
            }
            values.emplace_back(subject(tests.version(), any), condition_text(tests.version(), any, false));
        } else {
            answers.insert(answers.end(), literal.answers.begin(), literal.answers.end());
        }
    }
    SaidTests said = say_tests(tests, answers);
    said.insert(said.end(), values.begin(), values.end());
    return said;
}

}  // namespace labourlex::analyse
