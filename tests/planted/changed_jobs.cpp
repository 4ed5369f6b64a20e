#include "tests/planted/changed_jobs.hpp"

#include "engine/analyse/difference.hpp"
#include "engine/analyse/usual.hpp"
#include "engine/facts/job_reader.hpp"
#include "engine/law/reference_reading.hpp"
#include "tests/support/random_jobs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <random>
#include <stdexcept>

namespace labourlex::planted {

using analyse::CellTest;
using analyse::CellTests;
using analyse::JointDiagrams;
using analyse::JointLaw;
using decide::SpaceVariable;

namespace {

/// A job has few completions once its facts are known; more than these are not worth the time.
constexpr std::size_t completion_budget = 300;

const char* name_of(analyse::Direction direction) {
    switch (direction) {
        case analyse::Direction::stricter:
            return "stricter";
        case analyse::Direction::laxer:
            return "laxer";
        case analyse::Direction::reclassified:
            break;
    }
    return "reclassified";
}

NormIndex expected_region(const Version& version) {
    for (NormIndex norm = 0; norm < version.norms.size(); ++norm) {
        if (version.norms[norm].name == version.jurisdiction + ".planted-region") {
            return norm;
        }
    }
    return none_index;
}

/// The cells of the joint space in which one completion of a job lies.
class CellsOfJob {
public:
    CellsOfJob(JointDiagrams& joint, const CellTests& tests) : joint_(joint), tests_(tests) {}

    /// By level, the cells that may be the one: more than one only where a figure of the law is not known.
    [[nodiscard]] std::vector<std::vector<std::uint32_t>> of(const Situation& situation,
                                                             const Completion& completion) const {
        std::vector<std::vector<std::uint32_t>> result;
        const auto& variables = joint_.space().variables();
        for (Level level = 0; level < variables.size(); ++level) {
            result.push_back(at(level, variables[level], situation, completion));
            if (result.back().empty()) {
                throw std::logic_error(fmt::format("a job lies in no cell of variable {}", level));
            }
        }
        return result;
    }

private:
    [[nodiscard]] std::vector<std::uint32_t> at(Level level, const SpaceVariable& variable, const Situation& situation,
                                                const Completion& completion) const {
        switch (variable.kind) {
            case SpaceVariable::Kind::unseen:
                return {completion.unseen.at(variable.index) ? 1U : 0U};
            case SpaceVariable::Kind::unseen_law:
                return {completion.unseen_laws.at(variable.index)};
            case SpaceVariable::Kind::set_region:
                return {in_region(variable, completion) ? 1U : 0U};
            case SpaceVariable::Kind::choice:
            case SpaceVariable::Kind::code:
            case SpaceVariable::Kind::numbers:
                break;
        }
        std::vector<std::uint32_t> cells;
        for (std::uint32_t cell = 0; cell < variable.cells; ++cell) {
            cells.push_back(cell);
        }
        for (const CellTest& test : tests_.at(level)) {
            if (test.atom == none_index) {
                continue;
            }
            Condition condition;
            condition.kind = Condition::Kind::atom;
            condition.atom = test.atom;
            const bool truth = reference::holds(situation, condition, completion);
            std::erase_if(cells, [&](std::uint32_t cell) { return test.truth[cell] != truth; });
        }
        return cells;
    }

    /// Whether a code of the set has the variable's code as the nearest code above it that the laws name.
    [[nodiscard]] bool in_region(const SpaceVariable& variable, const Completion& completion) const {
        const Taxonomy& taxonomy = joint_.version().vocabulary->taxonomy_of(variable.fact);
        std::set<CodeIndex> named;
        for (const AtomIndex atom : joint_.space().atoms_of(variable.fact)) {
            const auto& codes = joint_.version().atoms[atom].codes;
            named.insert(codes.begin(), codes.end());
        }
        const auto& set = completion.facts.at(variable.fact).set;
        return std::any_of(set.begin(), set.end(), [&](CodeIndex code) {
            while (code != no_code && !named.contains(code)) {
                code = taxonomy.node(code).parent;
            }
            return code == variable.code;
        });
    }

    JointDiagrams& joint_;
    const CellTests& tests_;
};

class Judging {
public:
    Judging(JointDiagrams& joint, const CellTests& tests)
        : joint_(joint), cells_(joint, tests), version_(std::make_shared<Version>(tests.version())) {}

    /// Outcomes under both laws that the diagrams give a job; nothing when it cannot be or leaves too much open.
    [[nodiscard]] std::set<std::pair<std::size_t, std::size_t>> by_diagrams(const Job& job) {
        std::set<std::pair<std::size_t, std::size_t>> result;
        const Situation situation = make_situation(version_, job, {});
        const bool all = reference::for_each_completion(situation, completion_budget, [&](const Completion& each) {
            const auto possible = cells_.of(situation, each);
            std::vector<std::uint32_t> cells(possible.size());
            add(possible, cells, 0, result);
        });
        return all ? result : std::set<std::pair<std::size_t, std::size_t>>{};
    }

    /// Outcomes that the reference reading gives it under one law.
    [[nodiscard]] std::set<std::size_t> by_reference(const Job& job, std::size_t which) const {
        const analyse::JoinedSide& side = joint_.law().sides[which];
        Job own = job;
        own.stated.clear();
        for (FactIndex fact = 0; fact < side.facts.size(); ++fact) {
            const Knowledge* const known = job.find(side.facts[fact]);
            if (known != nullptr && side.version->vocabulary->facts[fact].stated_freely()) {
                own.stated.push_back(*known);
                own.stated.back().fact = fact;
            }
        }
        const auto found = reference::possible_outcomes(make_situation(side.version, own, {}), completion_budget);
        std::set<std::size_t> result;
        for (const Outcome outcome : found.outcomes) {
            if (found.complete) {
                result.insert(outcome == out_of_scope ? side.version->classes.size() : outcome);
            }
        }
        return result;
    }

private:
    void add(const std::vector<std::vector<std::uint32_t>>& possible, std::vector<std::uint32_t>& cells,
             std::size_t level, std::set<std::pair<std::size_t, std::size_t>>& result) {
        for (; level < possible.size(); ++level) {
            if (possible[level].size() > 1) {
                for (const std::uint32_t cell : possible[level]) {
                    cells[level] = cell;
                    add(possible, cells, level + 1, result);
                }
                return;
            }
            cells[level] = possible[level].front();
        }
        if (holds(joint_.feasible(), cells)) {
            result.emplace(outcome(0, cells), outcome(1, cells));
        }
    }

    [[nodiscard]] bool holds(Diagram diagram, const std::vector<std::uint32_t>& cells) {
        const Diagrams& all = joint_.diagrams();
        while (!all.is_terminal(diagram)) {
            diagram = all.child(diagram, cells[all.level(diagram)]);
        }
        return diagram != all.no();
    }

    [[nodiscard]] std::size_t outcome(std::size_t side, const std::vector<std::uint32_t>& cells) {
        const auto& is = joint_.side(side).is;
        std::size_t found = is.size();
        for (std::size_t outcome = 0; outcome < is.size(); ++outcome) {
            if (holds(is[outcome], cells)) {
                if (found != is.size()) {
                    throw std::logic_error("a job has two outcomes");
                }
                found = outcome;
            }
        }
        return found;
    }

    JointDiagrams& joint_;
    CellsOfJob cells_;
    std::shared_ptr<const Version> version_;
};

/// The joined law as random jobs are to be drawn from it: half of the norms that a draw may aim at say what was
/// changed.
std::shared_ptr<const Version> to_draw_from(const JointLaw& law) {
    auto version = std::make_shared<Version>(*law.version);
    std::vector<Norm> near;
    for (const analyse::JoinedSide& side : law.sides) {
        const analyse::JoinedSide& other = &side == &law.sides[0] ? law.sides[1] : law.sides[0];
        for (NormIndex own = 0; own < side.version->norms.size(); ++own) {
            const Norm& norm = side.version->norms[own];
            const auto& others = other.version->norms;
            const bool stays = std::any_of(others.begin(), others.end(),
                                           [&](const Norm& n) { return n.name == norm.name && n.span == norm.span; });
            if (!stays || norm.name == side.version->jurisdiction + ".planted-region") {
                near.push_back(law.version->norms.at(side.first_norm + own));
            }
        }
    }
    for (std::size_t wanted = near.empty() ? 0 : law.version->norms.size() / near.size() + 1; wanted > 0; --wanted) {
        version->norms.insert(version->norms.end(), near.begin(), near.end());
    }
    return version;
}

/// Jobs near the examples of a report: an example, all else usual, and one to three facts drawn anew.
class NearExamples {
public:
    NearExamples(const JointLaw& law, const analyse::Difference& difference, std::uint64_t seed)
        : law_(law), random_(seed) {
        for (const analyse::DifferenceRegion& region : difference.regions) {
            for (const analyse::DifferenceBox& box : region.boxes) {
                if (box.witness) {
                    examples_.push_back(job_of(*box.witness));
                }
            }
        }
    }

    [[nodiscard]] bool none() const { return examples_.empty(); }

    /// The first jobs are the examples themselves.
    [[nodiscard]] Job next(const Job& drawn) {
        Job job = examples_[number_ % examples_.size()];
        const std::size_t changes = number_ < examples_.size() ? 0 : 1 + random_() % 3;
        ++number_;
        for (std::size_t i = 0; i < changes && !drawn.stated.empty(); ++i) {
            put(job, drawn.stated[random_() % drawn.stated.size()]);
        }
        return job;
    }

    static void put(Job& job, const Knowledge& known) {
        std::erase_if(job.stated, [&](const Knowledge& other) { return other.fact == known.fact; });
        job.stated.push_back(known);
    }

private:
    [[nodiscard]] Job job_of(const analyse::Witness& witness) const {
        const Vocabulary& vocabulary = *law_.version->vocabulary;
        std::string text = "{";
        for (const analyse::WitnessFact& fact : witness.facts) {
            text += fmt::format("{}\"{}\": {}", text.size() > 1 ? ", " : "", fact.name, fact.json);
        }
        Sources sources;
        Diagnostics diagnostics;
        const std::uint32_t source = sources.add("example", text + "}");
        const auto tree = read_job_text(sources, source, JobTextFormat::json, diagnostics);
        const auto bound = tree ? bind_job(*tree, {}, vocabulary, {}, diagnostics) : std::nullopt;
        Job job;
        for (FactIndex fact = 0; fact < vocabulary.facts.size(); ++fact) {
            const Knowledge* const told = bound ? bound->find(fact) : nullptr;
            if (told != nullptr) {
                job.stated.push_back(*told);
            } else if (const auto usual = usual_knowledge(fact); usual && vocabulary.facts[fact].stated_freely()) {
                job.stated.push_back(*usual);
            }
        }
        return job;
    }

    [[nodiscard]] std::optional<Knowledge> usual_knowledge(FactIndex fact) const {
        const FactDeclaration& declaration = law_.version->vocabulary->facts[fact];
        const auto usual = analyse::usual_value(law_, fact);
        Knowledge known;
        known.fact = fact;
        switch (declaration.type) {
            case FactType::yes_no:
            case FactType::choice:
                known.choices.assign(declaration.choices.size(), false);
                known.choices[usual ? usual->choice : 0] = true;
                return known;
            case FactType::number: {
                const Rational number = usual ? usual->number : declaration.low;
                known.numbers = {{number, number}};
                return known;
            }
            case FactType::code_set:
                known.set.listed = true;
                return known;
            case FactType::code:
            case FactType::time_of_day:
                break;
        }
        return std::nullopt;
    }

    const JointLaw& law_;
    std::mt19937_64 random_;
    std::vector<Job> examples_;
    std::size_t number_ = 0;
};

/// Both times known, so that no clock term is read from what is stated of it: from nine on, as long as the day is.
/// Seasons as on the day. A fact that nothing is said of and nothing assumed of as it was drawn: a formal requirement
/// is read otherwise where a job leaves a fact open.
void settle(Job& job, const Job& drawn, const JointLaw& law) {
    const Version& joined = *law.version;
    const Situation open = make_situation(law.version, job, {});
    for (const Knowledge& known : drawn.stated) {
        if (!open.facts[known.fact].fixed) {
            NearExamples::put(job, known);
        }
    }
    if (joined.shift_start != no_fact &&
        (job.find(joined.shift_start) == nullptr || job.find(joined.shift_end) == nullptr)) {
        const auto hours = joined.vocabulary->find("hours_per_day");
        const Knowledge* const day = hours ? job.find(*hours) : nullptr;
        const std::int64_t length = day != nullptr && !day->numbers.empty() ? day->numbers.front().low.floor() + 1 : 8;
        const int end = (9 + static_cast<int>(std::clamp<std::int64_t>(length, 1, 23))) * 60 % minutes_of_day;
        for (const auto& [fact, minute] : {std::pair(joined.shift_start, 9 * 60), std::pair(joined.shift_end, end)}) {
            Knowledge known;
            known.fact = fact;
            known.minutes = {{minute, minute}};
            NearExamples::put(job, known);
        }
    }
    for (const analyse::JoinedSide& side : law.sides) {
        for (FactIndex fact = 0; fact < side.version->given.size(); ++fact) {
            if (side.version->given[fact] && side.version->vocabulary->facts[fact].role == FactRole::season) {
                Knowledge known;
                known.fact = side.facts[fact];
                known.choices.assign(2, false);
                known.choices[side.version->given[fact]->choice] = true;
                NearExamples::put(job, known);
            }
        }
    }
    std::sort(job.stated.begin(), job.stated.end(),
              [](const Knowledge& a, const Knowledge& b) { return a.fact < b.fact; });
}

}  // namespace

ChangedJobs changed_jobs(const std::shared_ptr<const Version>& before, const std::shared_ptr<const Version>& after,
                         std::size_t random_jobs, std::uint64_t seed) {
    ChangedJobs result;
    const auto joined = analyse::join(before, "as it is", after, "with the defect");
    if (!joined.law) {
        throw std::runtime_error(joined.refused);
    }
    analyse::DifferenceOptions options;
    options.most_boxes = 3;
    const analyse::Difference difference = analyse::difference(*joined.law, options);
    result.complete = difference.complete;
    if (!result.complete) {
        return result;
    }
    for (const analyse::DifferenceRegion& region : difference.regions) {
        result.moves.emplace(region.from, region.to);
        result.directions.insert(name_of(region.direction));
        for (const analyse::DifferenceBox& box : region.boxes) {
            result.examples += box.witness ? 1 : 0;
        }
    }

    JointDiagrams joint(*joined.law);
    Diagrams& all = joint.diagrams();
    const NormIndex region = expected_region(*before);
    const Diagram outside = region == none_index ? all.no() : all.negate(joint.speaks(0, region));
    for (std::size_t from = 0; from < joint.outcomes(); ++from) {
        for (std::size_t to = 0; to < joint.outcomes(); ++to) {
            const Diagram where = from == to ? all.no() : all.both(joint.side(0).is[from], joint.side(1).is[to]);
            if ((where != all.no()) != result.moves.contains({joint.outcome_name(from), joint.outcome_name(to)})) {
                throw std::logic_error("the report does not list the regions that there are");
            }
            result.all_within = result.all_within && all.both(where, outside) == all.no();
        }
    }

    const CellTests tests(joint);
    Judging judging(joint, tests);
    const auto drawn_from = to_draw_from(*joined.law);
    testing::RandomJobs random(drawn_from, seed);
    NearExamples near(*joined.law, difference, seed);
    for (std::size_t number = 0; number < random_jobs; ++number) {
        const Job drawn = random.complete();
        Job job = near.none() || number % 4 == 3 ? drawn : near.next(drawn);
        settle(job, drawn, *joined.law);
        const auto pairs = judging.by_diagrams(job);
        const std::array<std::set<std::size_t>, 2> judged{judging.by_reference(job, 0), judging.by_reference(job, 1)};
        if (pairs.empty() || judged[0].empty() || judged[1].empty()) {
            continue;  // the times that were put do not fit the hours, or too much is open
        }
        ++result.jobs;
        std::array<std::set<std::size_t>, 2> told;
        for (const auto& [from, to] : pairs) {
            told[0].insert(from);
            told[1].insert(to);
        }
        result.changed += judged[0] != judged[1] ? 1 : 0;
        if (told != judged) {
            ++result.disagreements;
            if (result.first_disagreement.empty()) {
                const auto names = [&](const std::set<std::size_t>& outcomes) {
                    std::string text;
                    for (const std::size_t outcome : outcomes) {
                        text += " " + joint.outcome_name(outcome);
                    }
                    return text;
                };
                result.first_disagreement =
                    fmt::format("# diagrams:{} to{}; reference reading:{} to{}\n{}", names(told[0]), names(told[1]),
                                names(judged[0]), names(judged[1]), testing::job_as_yaml(job, *joined.law->version));
            }
        }
    }
    return result;
}

}  // namespace labourlex::planted
