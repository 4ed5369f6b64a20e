#include "engine/cases/boundary_jobs.hpp"

#include "engine/cases/boundary_values.hpp"
#include "engine/cases/happening.hpp"
#include "engine/cases/norm_alone.hpp"
#include "engine/decide/classify.hpp"
#include "engine/decide/missing.hpp"
#include "engine/decide/possible_situation.hpp"
#include "engine/diagrams/diagram.hpp"
#include "engine/facts/job_reader.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

namespace labourlex {

namespace {

using Stated = std::map<FactIndex, Knowledge>;
using Facts = std::vector<std::pair<std::string, std::string>>;

/// What a norm does to a job, over all its completions.
struct Effect {
    bool can_happen = false;
    bool can_fail = false;
};

Job job_of(const Stated& stated) {
    Job job;
    for (const auto& [fact, knowledge] : stated) job.stated.push_back(knowledge);
    return job;
}

void state(Stated& job, const Slot& slot, const SlotValue& value) {
    for (const FactIndex fact : slot.facts) job.erase(fact);
    for (const Knowledge& stated : value.stated) job[stated.fact] = stated;
}

Effect effect_on(const CompiledTables& tables, const Situation& situation, NormIndex norm) {
    try {
        decide::Outcomes outcomes(tables, situation);
        if (outcomes.possible().empty()) return {};
        const Diagram happens = happening(outcomes, norm);
        return {outcomes.can_be(happens), outcomes.can_be(outcomes.diagrams().negate(happens))};
    } catch (const DiagramBudgetExceeded&) {
        return {};
    }
}

/// Two jobs that are alike but for the slot crossed, looked for in the norm's own part of the law.
class PairSearch {
public:
    PairSearch(const CompiledTables& tables, NormIndex norm, const Boundaries& boundaries)
        : alone_(norm_alone(tables, norm)), boundaries_(boundaries) {}

    /// Everything asked for left open.
    [[nodiscard]] Stated open() const {
        Stated job;
        for (const Slot& slot : boundaries_.slots) {
            for (const FactIndex fact : slot.facts) {
                Knowledge unknown;
                unknown.fact = fact;
                unknown.stated_unknown = true;
                job[fact] = unknown;
            }
        }
        return job;
    }

    [[nodiscard]] Effect effect(const Stated& job) const {
        return effect_on(alone_.tables, make_situation(alone_.tables.version, job_of(job)), alone_.norm);
    }

    /// Fills slot by slot; where the values kept so far leave nothing that serves, the last of them is taken back.
    [[nodiscard]] std::optional<std::pair<Stated, Stated>> cross(const Crossing& crossing) {
        Stated inside = open();
        Stated outside = inside;
        const Slot& crossed = boundaries_.slots[crossing.slot];
        state(inside, crossed, crossing.one);
        state(outside, crossed, crossing.other);
        left_ = std::min(most_tries, left_of_norm_);
        const std::size_t given = left_;
        Pair pair = fill(0, crossing.slot, std::move(inside), std::move(outside));
        // What serves is cheap; what fails again and again must not hold up the other norms.
        if (!pair) left_of_norm_ -= given - left_;
        return pair;
    }

private:
    using Pair = std::optional<std::pair<Stated, Stated>>;

    static constexpr std::size_t most_tries = 160;
    static constexpr std::size_t most_tries_in_vain = 6000;  ///< for one norm

    [[nodiscard]] Pair fill(std::size_t next, std::size_t crossed, Stated inside, Stated outside) {
        if (left_ == 0) return std::nullopt;
        --left_;
        const Effect in = effect(inside);
        if (!in.can_happen) return std::nullopt;
        const Effect out = effect(outside);
        if (!out.can_fail) return std::nullopt;
        if (next == crossed) ++next;
        if (next == boundaries_.slots.size()) {
            if (in.can_fail || out.can_happen) return std::nullopt;
            return std::pair(std::move(inside), std::move(outside));
        }
        const Slot& slot = boundaries_.slots[next];
        const auto filled = [&](const SlotValue& value) {
            Stated one = inside;
            Stated other = outside;
            state(one, slot, value);
            state(other, slot, value);
            return fill(next + 1, crossed, std::move(one), std::move(other));
        };
        // What may go without saying is left unsaid where that serves.
        if (slot.assumable) {
            if (auto pair = filled({})) return pair;
        }
        for (const SlotValue& value : slot.values) {
            if (auto pair = filled(value)) return pair;
        }
        return std::nullopt;
    }

    NormAlone alone_;
    const Boundaries& boundaries_;
    std::size_t left_ = 0;  ///< tries
    std::size_t left_of_norm_ = most_tries_in_vain;
};

/// The job as a file writes it, read back.
std::optional<Job> read_back(const Facts& facts, const std::string& id, const Version& law) {
    std::string text;
    for (const auto& [name, value] : facts) text += fmt::format("{}: {}\n", name, value);
    if (text.empty()) text = "{}\n";
    Sources sources;
    Diagnostics diagnostics;
    const auto node = read_job_text(sources, sources.add(id, text), JobTextFormat::yaml, diagnostics);
    if (!node) return std::nullopt;
    JobHeading heading;
    heading.id = id;
    return bind_job(*node, heading, *law.vocabulary, {}, diagnostics, FactsForm::own_mapping);
}

class Generator {
public:
    explicit Generator(const std::shared_ptr<const CompiledTables>& tables)
        : tables_(*tables), law_(*tables->version) {}

    BoundaryJobs run() {
        for (NormIndex norm = 0; norm < law_.norms.size(); ++norm) {
            const NormKind kind = law_.norms[norm].kind;
            if (kind == NormKind::rule || kind == NormKind::item || kind == NormKind::exception) add(norm);
        }
        return std::move(result_);
    }

private:
    void add(NormIndex norm) {
        const Boundaries boundaries = boundaries_of(tables_, norm);
        const auto not_crossed =
            boundaries.open_figures ? BoundaryNotFound::Reason::open_figure : BoundaryNotFound::Reason::nothing_crossed;
        if (boundaries.crossings.empty()) {
            result_.not_found.push_back({norm, "", BoundaryNotFound::Reason::asks_nothing, 0});
            return;
        }
        PairSearch search(tables_, norm, boundaries);
        if (!search.effect(search.open()).can_happen) {
            result_.not_found.push_back({norm, "", BoundaryNotFound::Reason::never_happens, 0});
            return;
        }
        std::set<std::string> done;
        std::vector<std::string> thresholds;
        for (const Crossing& crossing : boundaries.crossings) {
            if (!crossing.numeric) continue;
            if (std::find(thresholds.begin(), thresholds.end(), crossing.threshold) == thresholds.end()) {
                thresholds.push_back(crossing.threshold);
            }
            if (!done.contains(crossing.threshold) && try_crossing(norm, search, boundaries, crossing)) {
                done.insert(crossing.threshold);
            }
        }
        // One term of another kind is enough to stand for the norm.
        const std::size_t tried = boundaries.crossings.size();
        bool other_term = false;
        for (const Crossing& crossing : boundaries.crossings) {
            if (crossing.numeric || other_term) continue;
            other_term = try_crossing(norm, search, boundaries, crossing);
        }
        for (const std::string& threshold : thresholds) {
            if (done.contains(threshold)) continue;
            result_.not_found.push_back({norm, threshold, not_crossed, 4});
        }
        if (done.empty() && !other_term) {
            result_.not_found.push_back({norm, "", not_crossed, tried});
        }
    }

    bool try_crossing(NormIndex norm, PairSearch& search, const Boundaries& boundaries, const Crossing& crossing) {
        auto found = search.cross(crossing);
        if (!found) return false;
        complete(norm, true, found->first, found->second);
        complete(norm, false, found->first, found->second);
        const Slot& slot = boundaries.slots[crossing.slot];
        std::string crossed = law_.vocabulary->facts[slot.facts.front()].name;
        const std::string stem = fmt::format("{}--{}", law_.norms[norm].name, ++numbers_[norm]);
        auto inside = job(stem + "-inside", found->first, norm, true);
        auto outside = job(stem + "-outside", found->second, norm, false);
        if (!inside || !outside) {
            --numbers_[norm];
            return false;
        }
        result_.pairs.push_back({norm, std::move(crossed), crossing.numeric, std::move(*inside), std::move(*outside)});
        return true;
    }

    /// States what else the law asks about one of the jobs, as mildly as the pair allows: a person judges a whole job.
    void complete(NormIndex norm, bool of_inside, Stated& inside, Stated& outside) {
        std::set<FactIndex> asked;
        for (int round = 0; round < 8; ++round) {
            const auto fact = next_missing(of_inside ? inside : outside, asked);
            if (!fact) return;
            asked.insert(*fact);
            const auto value = mildest(norm, *fact, of_inside, inside, outside);
            if (!value) continue;
            inside[*fact] = *value;
            outside[*fact] = *value;
        }
    }

    [[nodiscard]] std::optional<FactIndex> next_missing(const Stated& job, const std::set<FactIndex>& asked) const {
        try {
            const Situation situation = make_situation(tables_.version, job_of(job));
            decide::Outcomes outcomes(tables_, situation);
            for (const decide::MissingFact& missing : decide::missing_facts(outcomes)) {
                if (!asked.contains(missing.fact) && !job.contains(missing.fact)) return missing.fact;
            }
        } catch (const DiagramBudgetExceeded&) {
            // The job stays as incomplete as it is.
        }
        return std::nullopt;
    }

    /// The possible outcomes of a job, where the norm certainly happens in it, or certainly does not.
    [[nodiscard]] std::optional<std::vector<Outcome>> outcomes_if_kept(const Stated& job, NormIndex norm,
                                                                       bool happens) const {
        try {
            const Situation situation = make_situation(tables_.version, job_of(job));
            decide::Outcomes outcomes(tables_, situation);
            const Diagram does = happening(outcomes, norm);
            const bool certain = happens ? outcomes.must_be(does) : !outcomes.can_be(does);
            if (!certain || outcomes.possible().empty()) return std::nullopt;
            return std::vector<Outcome>(outcomes.possible().begin(), outcomes.possible().end());
        } catch (const DiagramBudgetExceeded&) {
            return std::nullopt;
        }
    }

    std::optional<Knowledge> mildest(NormIndex norm, FactIndex fact, bool of_inside, const Stated& inside,
                                     const Stated& outside) {
        std::optional<Knowledge> best;
        std::vector<Outcome> best_outcomes;
        for (const Knowledge& value : usual_values(fact)) {
            Stated one = inside;
            Stated other = outside;
            one[fact] = value;
            other[fact] = value;
            const auto outcomes = outcomes_if_kept(of_inside ? one : other, norm, of_inside);
            if (!outcomes || !outcomes_if_kept(of_inside ? other : one, norm, !of_inside)) continue;
            const bool better = !best || outcomes->size() < best_outcomes.size() ||
                                (outcomes->size() == best_outcomes.size() && *outcomes < best_outcomes);
            if (!better) continue;
            best = value;
            best_outcomes = *outcomes;
        }
        return best;
    }

    /// A few values of a fact that the norm does not ask for.
    [[nodiscard]] std::vector<Knowledge> usual_values(FactIndex fact) const {
        static const std::vector<std::int64_t> ages = {17, 16, 15, 14, 13, 12};
        static const std::vector<std::int64_t> amounts = {4, 2, 5, 6, 1, 20, 0};
        const FactDeclaration& declaration = law_.vocabulary->facts[fact];
        std::vector<Knowledge> values;
        Knowledge value;
        value.fact = fact;
        switch (declaration.type) {
            case FactType::yes_no:
            case FactType::choice:
                for (std::size_t i = 0; i < declaration.choices.size(); ++i) {
                    value.choices.assign(declaration.choices.size(), false);
                    value.choices[i] = true;
                    values.push_back(value);
                }
                break;
            case FactType::number:
                for (const std::int64_t number : declaration.unit == "years" ? ages : amounts) {
                    const Rational amount(number);
                    if (amount < declaration.low || amount > declaration.high) continue;
                    value.numbers = {{amount, amount}};
                    values.push_back(value);
                }
                break;
            case FactType::code_set:
                value.set.listed = true;
                values.push_back(value);
                break;
            case FactType::code:
            case FactType::time_of_day:
                break;
        }
        return values;
    }

    /// The job written, read back and judged; nothing where that does not confirm what was looked for.
    std::optional<BoundaryJob> job(const std::string& id, const Stated& stated, NormIndex norm, bool happens) const {
        BoundaryJob result;
        result.id = id;
        for (const auto& [fact, knowledge] : stated) {
            result.facts.emplace_back(law_.vocabulary->facts[fact].name, value_text(knowledge, *law_.vocabulary));
        }
        const auto read = read_back(result.facts, id, law_);
        Diagnostics ignored;
        if (!read || !check_possible(tables_, *read, ignored)) return std::nullopt;
        std::vector<std::string> notes;
        try {
            const Situation situation = decide::possible_situation(tables_, *read, false, notes);
            decide::Outcomes outcomes(tables_, situation);
            const Diagram does = happening(outcomes, norm);
            const bool certain = happens ? outcomes.must_be(does) : !outcomes.can_be(does);
            if (!certain || outcomes.possible().empty()) return std::nullopt;
            for (const Outcome outcome : outcomes.possible()) result.possible.push_back(law_.outcome_name(outcome));
        } catch (const DiagramBudgetExceeded&) {
            return std::nullopt;
        }
        return result;
    }

    const CompiledTables& tables_;
    const Version& law_;
    std::map<NormIndex, std::size_t> numbers_;
    BoundaryJobs result_;
};

}  // namespace

BoundaryJobs boundary_jobs(const std::shared_ptr<const CompiledTables>& tables) {
    return Generator(tables).run();
}

}  // namespace labourlex
