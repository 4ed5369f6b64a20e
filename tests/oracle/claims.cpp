#include "tests/oracle/claims.hpp"

#include "engine/analyse/conformity.hpp"
#include "engine/analyse/joint_diagrams.hpp"
#include "tests/oracle/diagram_formulas.hpp"
#include "tests/oracle/law_formulas.hpp"
#include "tests/oracle/model_reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <set>

namespace labourlex::oracle {

namespace {

class Watch {
public:
    explicit Watch(double& seconds) : seconds_(seconds) {}
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;
    ~Watch() { seconds_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - started_).count(); }

private:
    double& seconds_;
    std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
};

/// Z3's side of two laws.
class Solving {
public:
    Solving(Laws laws, unsigned milliseconds)
        : milliseconds_(milliseconds), variables_(context_, std::move(laws)), solver_(limited_solver()) {
        formulas_.reserve(2);
        for (std::size_t side = 0; side < 2; ++side) {
            formulas_.emplace_back(variables_, side);
        }
        for (const z3::expr& range : variables_.ranges()) {
            solver_.add(range);
        }
        for (const LawFormulas& law : formulas_) {
            solver_.add(law.possible());
        }
    }

    /// Whether some possible job satisfies `claim`; nothing when Z3 gives up. `meet` gets the job.
    std::optional<bool> some(const z3::expr& claim, Tally& tally, const std::function<void(const z3::model&)>& meet) {
        std::optional<z3::model> model;
        std::optional<bool> answer;
        {
            const Watch watch(tally.z3_seconds);
            const z3::expr plain = claim.simplify();
            tally.at_sight += plain.is_true() || plain.is_false() ? 1 : 0;
            if (plain.is_false()) {
                return false;
            }
            solver_.push();
            solver_.add(plain);
            const z3::check_result result = solver_.check();
            if (result == z3::sat) {
                model = solver_.get_model();
            }
            solver_.pop();
            if (result != z3::unknown) {
                answer = result == z3::sat;
            }
        }
        if (model) {
            meet(*model);
        }
        return answer;
    }

    /// The jobs that no declared constraint forbids.
    [[nodiscard]] z3::expr possible() { return formulas_[0].possible() && formulas_[1].possible(); }

    /// The same over all jobs, those that a declared constraint forbids among them.
    std::optional<bool> some_job_at_all(const z3::expr& claim, Tally& tally) {
        const Watch watch(tally.z3_seconds);
        z3::solver solver = limited_solver();
        solver.add(variables_.all(variables_.ranges()) && claim);
        const z3::check_result result = solver.check();
        return result == z3::unknown ? std::nullopt : std::optional<bool>(result == z3::sat);
    }

    /// Whether some possible job satisfies `claim` whatever the laws' open answers are. A job that satisfies it under
    /// some answers is tried against all answers; answers that refute it must be met by the next job.
    std::optional<bool> some_whatever_the_answers(const z3::expr& claim, Tally& tally) {
        const Watch watch(tally.z3_seconds);
        const z3::expr plain = claim.simplify();
        tally.at_sight += plain.is_true() || plain.is_false() ? 1 : 0;
        if (plain.is_false()) {
            return false;
        }
        const z3::expr possible = variables_.all(variables_.ranges()) && this->possible();
        z3::solver jobs = limited_solver();
        jobs.add(possible && plain);
        for (int round = 0; round < 2000; ++round) {
            const z3::check_result found = jobs.check();
            if (found != z3::sat) {
                return found == z3::unsat ? std::optional<bool>(false) : std::nullopt;
            }
            z3::solver refuting = limited_solver();
            refuting.add(with_values(possible && !plain, jobs.get_model(), variables_.of_job()));
            const z3::check_result refuted = refuting.check();
            if (refuted != z3::sat) {
                return refuted == z3::unsat ? std::optional<bool>(true) : std::nullopt;
            }
            jobs.add(with_values(z3::implies(possible, plain), refuting.get_model(), variables_.answers()));
        }
        return std::nullopt;
    }

    [[nodiscard]] const LawFormulas& law(std::size_t side) const { return formulas_[side]; }
    [[nodiscard]] JobVariables& variables() { return variables_; }
    [[nodiscard]] std::vector<LawFormulas>& laws() { return formulas_; }

private:
    z3::solver limited_solver() {
        z3::solver solver(context_);
        z3::params params(context_);
        params.set("timeout", milliseconds_);
        solver.set(params);
        return solver;
    }

    /// The formula with what the model says of these variables put in.
    z3::expr with_values(z3::expr formula, const z3::model& model, const std::vector<z3::expr>& of) {
        z3::expr_vector variables(context_);
        z3::expr_vector values(context_);
        for (const z3::expr& variable : of) {
            variables.push_back(variable);
            values.push_back(model.eval(variable, true));
        }
        return formula.substitute(variables, values).simplify();
    }

    z3::context context_;
    unsigned milliseconds_;
    JobVariables variables_;
    z3::solver solver_;
    std::vector<LawFormulas> formulas_;
};

/// Counts one claim. `ours`: nothing when the diagrams have no answer.
void count(Tally& tally, const std::string& claim, std::optional<bool> ours, std::optional<bool> theirs) {
    ++tally.claims;
    tally.without_ours += ours ? 0 : 1;
    tally.without_z3 += theirs ? 0 : 1;
    if (ours && theirs && *ours != *theirs) {
        ++tally.disagreements;
        tally.told.push_back(fmt::format("{}: the diagrams say {}, Z3 says {}", claim, *ours ? "some job" : "no job",
                                         *theirs ? "some job" : "no job"));
    } else if (theirs) {
        ++(*theirs ? tally.some : tally.none);
    }
}

/// The reference reading must say of the job what Z3 says of it.
void confirm(Tally& tally, const std::string& claim, bool confirmed, const std::string& job) {
    ++tally.judged;
    if (!confirmed) {
        ++tally.disagreements;
        tally.told.push_back(fmt::format("{}: the reference reading does not say so of Z3's job\n{}", claim, job));
    }
}

class Pair {
public:
    Pair(Laws laws, const ClaimOptions& options) : laws_(std::move(laws)), options_(options) {
        {
            const Watch watch(tally_.reachable.our_seconds);
            auto joined = analyse::join(laws_[0], "first", laws_[1], "second");
            joint_law_ = std::move(joined.law);
            try {
                ours_ = std::make_unique<analyse::JointDiagrams>(*joint_law_);
            } catch (const DiagramBudgetExceeded&) {
                ours_.reset();
            }
        }
        const Watch watch(tally_.reachable.z3_seconds);
        z3_ = std::make_unique<Solving>(laws_, options_.milliseconds);
        if (ours_) {
            read_as_formula_ = std::make_unique<DiagramFormulas>(*ours_, z3_->variables(), z3_->laws());
        }
    }

    PairTally run() {
        for (std::size_t side = 0; side < 2; ++side) {
            for (NormIndex norm = 0; norm < laws_[side]->norms.size(); ++norm) {
                reach(side, norm);
            }
        }
        const std::size_t outcomes = laws_[0]->classes.size() + 1;
        if (ours_) {
            same_possible_jobs();
        }
        for (std::size_t side = 0; side < 2 && ours_; ++side) {
            for (std::size_t outcome = 0; outcome < outcomes; ++outcome) {
                same(fmt::format("{} {}: the outcome is {}", laws_[side]->jurisdiction, laws_[side]->date.text(),
                                 ours_->outcome_name(outcome)),
                     ours_->side(side).is[outcome], z3_->law(side).outcome(outcome));
            }
        }
        for (std::size_t from = 0; from < outcomes; ++from) {
            for (std::size_t to = 0; to < outcomes; ++to) {
                differ(from, to);
            }
        }
        return std::move(tally_);
    }

private:
    [[nodiscard]] bool taken() { return ++asked_ % options_.every == 0; }

    std::optional<bool> ours(Tally& tally, const std::function<Diagram(Diagrams&)>& claim) {
        const Watch watch(tally.our_seconds);
        if (!ours_) {
            return std::nullopt;
        }
        try {
            Diagrams& all = ours_->diagrams();
            return all.both(claim(all), ours_->feasible()) != all.no();
        } catch (const DiagramBudgetExceeded&) {
            return std::nullopt;
        }
    }

    void reach(std::size_t side, NormIndex index) {
        Tally& tally = tally_.reachable;
        const Version& law = *laws_[side];
        const NormFormulas& formulas = z3_->law(side).norm(index);
        for (std::size_t cls = 0; cls < law.classes.size(); ++cls) {
            if (!taken()) {
                ++tally.not_taken;
                continue;
            }
            const std::string claim = fmt::format("{} {}: {} gives {}", law.jurisdiction, law.date.text(),
                                                  law.norms[index].name, law.classes[cls].name);
            const auto here = ours(tally, [&](Diagrams&) { return ours_->given_by(side, index)[cls]; });
            const auto theirs = z3_->some(formulas.gives[cls], tally, [&](const z3::model& model) {
                const JudgedModel judged = judge(model, z3_->variables(), side);
                // An exception gives through its parents: what is seen of it is that it speaks.
                const bool exception = law.norms[index].kind == NormKind::exception;
                confirm(
                    tally, claim,
                    judged.possible && (exception ? judged.reading.speaks[index] : judged.reading.given[index] == cls),
                    told(model, z3_->variables(), side));
            });
            count(tally, claim, here, theirs);
            if (ours_) {
                same(claim, ours_->given_by(side, index)[cls], formulas.gives[cls]);
            }
        }
        if (law.norms[index].kind != NormKind::exception) {
            decide(side, index);
        }
        if (!taken()) {
            ++tally.not_taken;
            return;
        }
        const std::string claim =
            fmt::format("{} {}: {} takes effect", law.jurisdiction, law.date.text(), law.norms[index].name);
        const auto here = ours(tally, [&](Diagrams&) {
            Diagram some = ours_->holds(side, index);
            for (const Diagram given : ours_->given_by(side, index)) {
                some = ours_->diagrams().either(some, given);
            }
            return some;
        });
        const auto theirs = z3_->some(formulas.applies, tally, [&](const z3::model& model) {
            const JudgedModel judged = judge(model, z3_->variables(), side);
            confirm(tally, claim, judged.possible && judged.reading.speaks[index], told(model, z3_->variables(), side));
        });
        count(tally, claim, here, theirs);
    }

    /// A diagram holds of the same possible jobs as a formula. One that has too many nodes is not read.
    void same(const std::string& claim, Diagram diagram, const z3::expr& formula) {
        Tally& tally = tally_.exact;
        const auto read = read_as_formula_->of(diagram, options_.most_nodes);
        if (!read) {
            ++tally.not_taken;
            return;
        }
        count_same(claim, z3_->some(*read != formula, tally, [&](const z3::model& model) {
            tally.told.push_back(told(model, z3_->variables(), 0));
        }));
    }

    /// Every variable has a cell for it and the diagram of the jobs that can be holds: just where no declared
    /// constraint forbids the job.
    void same_possible_jobs() {
        if (const auto read = read_as_formula_->of(ours_->feasible(), options_.most_nodes)) {
            const z3::expr can_be = *read && read_as_formula_->in_cells();
            count_same("the jobs that can be", z3_->some_job_at_all(can_be != z3_->possible(), tally_.exact));
        } else {
            ++tally_.exact.not_taken;
        }
    }

    void count_same(const std::string& claim, std::optional<bool> differ) {
        Tally& tally = tally_.exact;
        ++tally.claims;
        if (!differ) {
            ++tally.without_z3;
        } else if (*differ) {
            ++tally.disagreements;
            tally.told.push_back(fmt::format("{}: the diagram and the formula differ on some job", claim));
        } else {
            ++tally.none;
        }
    }

    /// Not so: whenever the norm gives the class, a graver one is given too, or nothing regulating reaches.
    void decide(std::size_t side, NormIndex index) {
        Tally& tally = tally_.decisive;
        const Version& law = *laws_[side];
        for (std::size_t cls = 0; cls < law.classes.size(); ++cls) {
            if (!taken()) {
                ++tally.not_taken;
                continue;
            }
            const std::string claim = fmt::format("{} {}: {} decides for {}", law.jurisdiction, law.date.text(),
                                                  law.norms[index].name, law.classes[cls].name);
            const auto here = ours(tally, [&](Diagrams& all) {
                return all.both(ours_->given_by(side, index)[cls], ours_->side(side).is[cls]);
            });
            const z3::expr formula = z3_->law(side).norm(index).gives[cls] && z3_->law(side).outcome(cls);
            const auto theirs = z3_->some(formula, tally, [&](const z3::model& model) {
                const JudgedModel judged = judge(model, z3_->variables(), side);
                confirm(tally, claim,
                        judged.possible && judged.reading.given[index] == cls && judged.reading.outcome == cls,
                        told(model, z3_->variables(), side));
            });
            count(tally, claim, here, theirs);
        }
    }

    void differ(std::size_t from, std::size_t to) {
        Tally& tally = tally_.difference;
        const Version& law = *laws_[0];
        const auto outcome = [&](std::size_t which) {
            return which == law.classes.size() ? out_of_scope : static_cast<Outcome>(which);
        };
        const std::string claim =
            fmt::format("{} {} against {}: {} and {}", law.jurisdiction, law.date.text(), laws_[1]->date.text(),
                        law.outcome_name(outcome(from)), law.outcome_name(outcome(to)));
        const auto here =
            ours(tally, [&](Diagrams& all) { return all.both(ours_->side(0).is[from], ours_->side(1).is[to]); });
        const auto theirs =
            z3_->some(z3_->law(0).outcome(from) && z3_->law(1).outcome(to), tally, [&](const z3::model& model) {
                const JudgedModel before = judge(model, z3_->variables(), 0);
                const JudgedModel after = judge(model, z3_->variables(), 1);
                confirm(tally, claim,
                        before.possible && after.possible && before.reading.outcome == outcome(from) &&
                            after.reading.outcome == outcome(to),
                        told(model, z3_->variables(), 0));
            });
        count(tally, claim, here, theirs);
    }

    Laws laws_;
    const ClaimOptions& options_;
    std::optional<analyse::JointLaw> joint_law_;
    std::unique_ptr<analyse::JointDiagrams> ours_;
    std::unique_ptr<Solving> z3_;
    std::unique_ptr<DiagramFormulas> read_as_formula_;
    PairTally tally_;
    std::size_t asked_ = 0;
};

}  // namespace

void Tally::add(const Tally& other) {
    claims += other.claims;
    some += other.some;
    none += other.none;
    at_sight += other.at_sight;
    without_ours += other.without_ours;
    without_z3 += other.without_z3;
    judged += other.judged;
    disagreements += other.disagreements;
    our_seconds += other.our_seconds;
    z3_seconds += other.z3_seconds;
    told.insert(told.end(), other.told.begin(), other.told.end());
    not_taken += other.not_taken;
}

PairTally decide_pair(const std::shared_ptr<const Version>& first, const std::shared_ptr<const Version>& second,
                      const ClaimOptions& options) {
    return Pair({first, second}, options).run();
}

namespace {

// "A gap of law A against baseline B: a job lawful or out-of-scope under A and unlawful under B, or hazardous or worse
// under B and less grave under A."
bool milder(const Version& law, std::size_t national, ClassIndex asked) {
    if (national == law.classes.size() || law.classes[national].lawful()) {
        return true;
    }
    return asked != law.breach_class() && national < asked;
}

/// A job to which the norm gives an unlawful class, while the national law is milder.
z3::expr gap_of(Solving& z3, const Version& baseline, NormIndex norm) {
    std::vector<z3::expr> ways;
    for (ClassIndex cls = 0; cls < baseline.classes.size(); ++cls) {
        for (std::size_t national = 0; national <= baseline.classes.size() && !baseline.classes[cls].lawful();
             ++national) {
            if (milder(baseline, national, cls)) {
                ways.push_back(z3.law(1).norm(norm).gives[cls] && z3.law(0).outcome(national));
            }
        }
    }
    return z3.variables().any(ways);
}

}  // namespace

ConformityTally decide_conformity(const std::shared_ptr<const Version>& national,
                                  const analyse::Obligations& obligations, const ClaimOptions& options) {
    ConformityTally both;
    Tally& tally = both.gap;
    const Version& baseline = *obligations.version;
    std::set<std::string> gaps;
    std::set<std::string> certain_gaps;
    bool complete = false;
    {
        const Watch watch(tally.our_seconds);
        const auto joined = analyse::join(national, "national", obligations.version, "conventions");
        analyse::ConformityOptions no_boxes;
        no_boxes.most_boxes = 0;
        no_boxes.stricter = false;
        const analyse::Conformity found = analyse::conformity(*joined.law, obligations, no_boxes);
        complete = found.complete;
        for (const analyse::ArticleGap& gap : found.gaps) {
            gaps.insert(gap.norm);
            if (gap.certain != 0) {
                certain_gaps.insert(gap.norm);
            }
        }
    }
    std::unique_ptr<Solving> z3;
    {
        const Watch watch(tally.z3_seconds);
        z3 = std::make_unique<Solving>(Laws{national, obligations.version}, options.milliseconds);
    }
    // Two texts of one name stand side by side where it is in doubt which is in force: what is told of the name is told
    // of both.
    std::map<std::string, std::vector<NormIndex>> norms;
    for (NormIndex norm = 0; norm < baseline.norms.size(); ++norm) {
        if (baseline.norms[norm].kind != NormKind::exception) {
            norms[baseline.norms[norm].name].push_back(norm);
        }
    }
    std::size_t asked = 0;
    for (const auto& [name, texts] : norms) {
        if (++asked % options.every != 0) {
            ++tally.not_taken;
            continue;
        }
        const std::string claim =
            fmt::format("{} {}: a gap against {}", national->jurisdiction, national->date.text(), name);
        std::vector<z3::expr> ways;
        for (const NormIndex norm : texts) {
            ways.push_back(gap_of(*z3, baseline, norm));
        }
        const z3::expr gap_formula = z3->variables().any(ways);
        const auto theirs = z3->some(gap_formula, tally, [&](const z3::model& model) {
            const JudgedModel ours = judge(model, z3->variables(), 0);
            const JudgedModel asks = judge(model, z3->variables(), 1);
            const std::size_t outcome =
                ours.reading.outcome == out_of_scope ? baseline.classes.size() : ours.reading.outcome;
            const bool gap = std::any_of(texts.begin(), texts.end(), [&](NormIndex norm) {
                const std::uint32_t cls = asks.reading.given[norm];
                return cls != none_index && !baseline.classes[cls].lawful() && milder(baseline, outcome, cls);
            });
            confirm(tally, claim, ours.possible && asks.possible && gap, told(model, z3->variables(), 0));
        });
        count(tally, claim, complete ? std::optional<bool>(gaps.contains(name)) : std::nullopt, theirs);
        const auto certain =
            texts.size() == 1 ? z3->some_whatever_the_answers(gap_formula, both.certain) : std::nullopt;
        if (texts.size() == 1) {
            count(both.certain, claim + ", whatever the answers",
                  complete ? std::optional<bool>(certain_gaps.contains(name)) : std::nullopt, certain);
        }
    }
    return both;
}

}  // namespace labourlex::oracle
