#include "engine/analyse/difference.hpp"

#include "engine/analyse/changed_texts.hpp"
#include "engine/tables/describe.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace labourlex::analyse {

namespace {

/// 0 for lawful outcomes, else the gravity of the class.
std::size_t gravity(const Version& version, std::size_t outcome) {
    return outcome == version.classes.size() || version.classes[outcome].lawful() ? 0 : outcome + 1;
}

Direction direction(const Version& version, std::size_t from, std::size_t to) {
    const std::size_t before = gravity(version, from);
    const std::size_t after = gravity(version, to);
    return after > before ? Direction::stricter : after < before ? Direction::laxer : Direction::reclassified;
}

class Comparing {
public:
    Comparing(JointDiagrams& joint, const CellTests& tests, const DifferenceOptions& options)
        : joint_(joint), tests_(tests), options_(options) {}

    void run(Difference& result) {
        Diagrams& all = joint_.diagrams();
        const Version& version = joint_.version();
        std::vector<Diagram> read{joint_.feasible()};
        for (std::size_t side = 0; side < 2; ++side) {
            read.insert(read.end(), joint_.side(side).is.begin(), joint_.side(side).is.end());
        }
        over_ = joint_.support(read);
        result.kinds = count_kinds(all, joint_.feasible(), over_);
        plain_ = joint_.plain_jobs(over_);
        result.plain_kinds = plain_count(joint_.feasible());

        struct Pair {
            std::size_t from, to;
            Diagram where;
        };
        std::vector<Pair> pairs;
        for (std::size_t from = 0; from < joint_.outcomes(); ++from) {
            result.table.push_back(joint_.outcome_title(from));
            for (std::size_t to = 0; to < joint_.outcomes(); ++to) {
                const Diagram where = from == to ? all.no() : all.both(joint_.side(0).is[from], joint_.side(1).is[to]);
                if (where != all.no()) {
                    pairs.push_back({from, to, where});
                }
            }
        }
        // What becomes lawful comes first: a wrong "permitted" costs most.
        const auto weight = [&](const Pair& pair) {
            const Direction how = direction(version, pair.from, pair.to);
            return std::make_tuple(
                how == Direction::laxer      ? 0
                : how == Direction::stricter ? 1
                                             : 2,
                -static_cast<long>(std::max(gravity(version, pair.from), gravity(version, pair.to))));
        };
        std::stable_sort(pairs.begin(), pairs.end(),
                         [&](const Pair& a, const Pair& b) { return weight(a) < weight(b); });
        for (const Pair& pair : pairs) {
            DifferenceRegion& region = result.regions.emplace_back();
            region.from = joint_.outcome_name(pair.from);
            region.to = joint_.outcome_name(pair.to);
            region.from_title = joint_.outcome_title(pair.from);
            region.to_title = joint_.outcome_title(pair.to);
            region.direction = direction(version, pair.from, pair.to);
            region.kinds = count_kinds(all, pair.where, over_);
            region.plain_kinds = plain_count(pair.where);
            region.plain_kinds_from = plain_count(joint_.side(0).is[pair.from]);
            const Cover boxes = cover(joint_, tests_, pair.where, background(region.direction, pair.from, pair.to),
                                      options_.most_boxes);
            region.not_told = count_kinds(all, boxes.left, over_);
            for (const Box& box : boxes.boxes) {
                DifferenceBox& told = region.boxes.emplace_back();
                told.says = say_box(tests_, box);
                told.witness = find_witness(joint_, tests_, box, pair.where, {pair.from, pair.to});
            }
        }
        age_bands(result);
    }

private:
    KindCount plain_count(Diagram where) {
        return count_kinds(joint_.diagrams(), joint_.diagrams().both(where, plain_), over_);
    }

    /// Jobs that may lie in a box beside those that move from `from` to `to`: those that are as grave under both laws
    /// anyway, and those that move in the same direction to (or from) a class at least as grave.
    Diagram background(Direction how, std::size_t from, std::size_t to) {
        Diagrams& all = joint_.diagrams();
        const Version& version = joint_.version();
        const std::size_t least =
            how == Direction::reclassified ? 1 : gravity(version, how == Direction::stricter ? to : from);
        Diagram result = all.no();
        for (std::size_t before = 0; before < joint_.outcomes(); ++before) {
            for (std::size_t after = 0; after < joint_.outcomes(); ++after) {
                const std::size_t graver = gravity(version, how == Direction::stricter ? after : before);
                const bool moves_so = how != Direction::reclassified && direction(version, before, after) == how;
                if (graver >= least && (before == after || moves_so)) {
                    result = all.either(result, all.both(joint_.side(0).is[before], joint_.side(1).is[after]));
                }
            }
        }
        return result;
    }

    /// The cells of the component that holds the age, grouped by the tests on the age alone.
    void age_bands(Difference& result) {
        const auto age = joint_.version().vocabulary->find("age");
        if (!age) {
            return;
        }
        Diagrams& all = joint_.diagrams();
        std::array<Diagram, 2> lawful{all.no(), all.no()};
        for (std::size_t outcome = 0; outcome < joint_.outcomes(); ++outcome) {
            for (std::size_t side = 0; side < 2 && gravity(joint_.version(), outcome) == 0; ++side) {
                lawful[side] = all.either(lawful[side], joint_.side(side).is[outcome]);
            }
        }
        for (const Level level : joint_.space().levels_of(*age)) {
            if (!over_.contains(level)) {
                continue;
            }
            std::vector<const CellTest*> alone;
            for (const CellTest& test : tests_.at(level)) {
                if (test.atom != none_index && tests_.version().atoms[test.atom].kind == Atom::Kind::number) {
                    const auto& terms = tests_.version().atoms[test.atom].form.terms;
                    if (terms.size() == 1 && terms.front().fact == *age && terms.front().whole_fact == no_fact) {
                        alone.push_back(&test);
                    }
                }
            }
            std::map<std::vector<bool>, std::vector<bool>> bands;  // truths (older passes more) to cells
            for (std::uint32_t cell = 0; cell < all.cells(level); ++cell) {
                std::vector<bool> truth;
                for (const CellTest* test : alone) {
                    truth.push_back(test->truth[cell]);
                }
                auto& cells = bands[truth];
                cells.resize(all.cells(level));
                cells[cell] = true;
            }
            std::vector<std::pair<std::size_t, std::vector<bool>>> youngest_first;
            for (const auto& [truth, cells] : bands) {
                youngest_first.emplace_back(std::count(truth.begin(), truth.end(), true), truth);
            }
            std::sort(youngest_first.begin(), youngest_first.end());
            for (const auto& [passed, truth] : youngest_first) {
                std::vector<std::pair<const CellTest*, bool>> answers;
                for (std::size_t i = 0; i < alone.size(); ++i) {
                    answers.emplace_back(alone[i], truth[i]);
                }
                const Diagram band = all.among(level, bands.at(truth));
                const auto counted = [&](Diagram where) { return plain_count(all.both(band, where)); };
                AgeBand& told = result.age_bands.emplace_back();
                const SaidTests said = say_tests(tests_, answers);
                told.says = said.empty() ? "" : said.front().second;
                told.lawful_before = counted(lawful[0]);
                told.became_unlawful = counted(all.choose(lawful[1], all.no(), lawful[0]));
                told.unlawful_before = counted(all.choose(lawful[0], all.no(), joint_.feasible()));
                told.became_lawful = counted(all.choose(lawful[0], all.no(), lawful[1]));
            }
        }
    }

    JointDiagrams& joint_;
    const CellTests& tests_;
    const DifferenceOptions& options_;
    std::set<Level> over_;
    Diagram plain_ = 0;
};

}  // namespace

namespace {

std::vector<OtherSeason> other_seasons(const JointLaw& law) {
    std::vector<OtherSeason> result;
    const JoinedSide& before = law.sides[0];
    const JoinedSide& after = law.sides[1];
    for (const Season& old : before.version->seasons) {
        for (const Season& now : after.version->seasons) {
            if (before.facts[old.fact] == after.facts[now.fact] && old.days != now.days) {
                result.push_back({before.version->vocabulary->facts[old.fact].title, old.days, now.days});
            }
        }
    }
    return result;
}

}  // namespace

Difference difference(const JointLaw& law, const DifferenceOptions& options) {
    Difference result;
    result.first = law.sides[0].label;
    result.second = law.sides[1].label;
    result.seasons = other_seasons(law);
    result.norms = changed_texts(law);
    result.two_laws = law.sides[0].version->jurisdiction != law.sides[1].version->jurisdiction;
    try {
        JointDiagrams joint(law, options.node_budget);
        const CellTests tests(joint);
        Comparing(joint, tests, options).run(result);
        result.nodes = joint.diagrams().size();
    } catch (const DiagramBudgetExceeded&) {
        result.complete = false;
        result.regions.clear();
        result.age_bands.clear();
    }
    return result;
}

}  // namespace labourlex::analyse
