#include "tests/exchange_cases/complete_jobs.hpp"

#include "engine/exchange/code_expression.hpp"
#include "engine/exchange/number_expression.hpp"
#include "engine/law/completion_space.hpp"
#include "engine/law/three_valued.hpp"
#include "engine/tables/row_by_row.hpp"

#include <algorithm>
#include <stdexcept>

namespace labourlex::testing {
namespace {

constexpr std::size_t most_values = 2000;
constexpr int most_tries = 60;

/// A completion drawn at random; nothing when none was found that satisfies the constraints.
std::optional<Completion> draw(const Situation& situation, std::mt19937& random) {
    const reference::CompletionSpace space = reference::make_completion_space(situation, most_values);
    for (int attempt = 0; attempt < most_tries; ++attempt) {
        Completion completion = space.base;
        for (const reference::FreeVariable& variable : space.variables) {
            if (variable.values.empty()) return std::nullopt;
            // The first values are the plain ones; the first attempts stay near them.
            const std::size_t choice = random() % 3 == 0 ? random() % variable.values.size() : 0;
            variable.values[choice](completion);
        }
        if (std::all_of(space.constraints.begin(), space.constraints.end(),
                        [&](const auto& constraint) { return constraint.satisfied(completion); })) {
            return completion;
        }
    }
    return std::nullopt;
}

/// A leaf of an exhaustive tree below no code that the law names.
CodeIndex unnamed_leaf(const Version& law, FactIndex fact) {
    const Taxonomy& taxonomy = law.vocabulary->taxonomy_of(fact);
    for (CodeIndex leaf = 0; leaf < taxonomy.size(); ++leaf) {
        if (!taxonomy.node(leaf).children.empty()) continue;
        const bool named = std::any_of(law.atoms.begin(), law.atoms.end(), [&](const Atom& atom) {
            return atom.fact == fact && std::any_of(atom.codes.begin(), atom.codes.end(),
                                                    [&](CodeIndex code) { return taxonomy.at_or_below(leaf, code); });
        });
        if (!named) return leaf;
    }
    throw std::logic_error("no leaf is left that the law does not name");
}

class Completer {
public:
    Completer(const CompiledTables& tables, const exchange::DecisionModel& model, std::mt19937& random)
        : tables_(tables), law_(*tables.version), model_(model), random_(random) {}

    CompletedJob complete(const Job& job) {
        const Situation open = make_situation(tables_.version, job);
        const auto drawn = draw(open, random_);
        if (!drawn) return {std::nullopt, Unfit::contradictory};
        if (!set_shift(open, *drawn)) return {std::nullopt, Unfit::times};
        Job full;
        full.id = job.id;
        full.date = job.date;
        for (FactIndex fact = 0; fact < law_.vocabulary->facts.size(); ++fact) state(fact, *drawn, full);
        std::sort(full.stated.begin(), full.stated.end(),
                  [](const Knowledge& a, const Knowledge& b) { return a.fact < b.fact; });
        Situation situation = make_situation(tables_.version, full);
        for (const FactIndex fact : unnamed_) {
            FactSituation& known = situation.facts[fact];
            if (law_.vocabulary->facts[fact].type == FactType::code) {
                known.codes.clear();
                known.unnamed_code = true;
            } else {
                known.set.has.push_back(no_code);
            }
            known.fixed = true;
        }
        // Seasons follow from the day of the judged job.
        const auto completion = draw(situation, random_);
        if (!completion) return {std::nullopt, Unfit::contradictory};
        return read(job, open, situation, *completion);
    }

private:
    /// Times where the completion has them; where one time alone was known, another that answers all windows alike.
    bool set_shift(const Situation& open, const Completion& drawn) {
        switch (open.shift.kind) {
            case ShiftSituation::Kind::known:
                times_ = std::pair{open.shift.start, open.shift.end};
                return true;
            case ShiftSituation::Kind::free:
                times_ = std::pair{drawn.start, drawn.end};
                return true;
            case ShiftSituation::Kind::fixed:
                break;
        }
        for (AtomIndex atom = 0; atom < law_.atoms.size(); ++atom) {
            const Atom& one = law_.atoms[atom];
            if (one.kind != Atom::Kind::overlap) continue;
            const bool works = open.shift.overlaps.at(atom);
            if (one.term == no_fact) {
                if (works) return find_times(open);
            } else if (const auto [place, is_new] = terms_.try_emplace(one.term, works);
                       !is_new && place->second != works) {
                return find_times(open);
            }
        }
        return true;
    }

    bool find_times(const Situation& open) {
        for (int start = 0; start < minutes_of_day; start += 15) {
            for (int end = 0; end < minutes_of_day; end += 15) {
                bool fits = true;
                for (AtomIndex atom = 0; fits && atom < law_.atoms.size(); ++atom) {
                    const Atom& one = law_.atoms[atom];
                    fits = one.kind != Atom::Kind::overlap ||
                           shift_overlaps(start, end, one.window_from, one.window_to) == open.shift.overlaps[atom];
                }
                if (fits) {
                    times_ = std::pair{start, end};
                    return true;
                }
            }
        }
        return false;
    }

    void state(FactIndex fact, const Completion& drawn, Job& full) {
        const FactDeclaration& declaration = law_.vocabulary->facts[fact];
        if (!declaration.stated_freely()) return;
        const bool given = fact < law_.given.size() && law_.given[fact];
        if (given) return;
        Knowledge knowledge;
        knowledge.fact = fact;
        const FactValue& value = drawn.facts[fact];
        switch (declaration.type) {
            case FactType::yes_no:
            case FactType::choice: {
                std::size_t choice = value.choice;
                if (fact < law_.clock_terms.size() && law_.clock_terms[fact]) {
                    const auto found = terms_.find(fact);
                    choice = found != terms_.end() && found->second ? 1 : 0;
                }
                knowledge.choices.assign(declaration.choices.size(), false);
                knowledge.choices.at(choice) = true;
                break;
            }
            case FactType::number:
                knowledge.numbers = {{value.number, value.number}};
                break;
            case FactType::code: {
                const Taxonomy& taxonomy = law_.vocabulary->taxonomy_of(fact);
                if (value.code != no_code) {
                    knowledge.codes = {value.code};
                } else if (taxonomy.exhaustive()) {
                    knowledge.codes = {unnamed_leaf(law_, fact)};
                } else {
                    knowledge.codes = {0};
                    unnamed_.push_back(fact);
                }
                break;
            }
            case FactType::code_set:
                knowledge.set.listed = true;
                for (const CodeIndex code : value.set) {
                    if (code != no_code) {
                        knowledge.set.has.push_back(code);
                    } else {
                        unnamed_.push_back(fact);
                    }
                }
                break;
            case FactType::time_of_day:
                if (!times_) return;
                const int minute = fact == law_.shift_start ? times_->first : times_->second;
                knowledge.minutes = {{minute, minute}};
                break;
        }
        full.stated.push_back(std::move(knowledge));
    }

    CompletedJob read(const Job& job, const Situation& open, const Situation& situation, const Completion& completion) {
        // In a complete world every requirement is met or broken.
        using Status = reference::RequirementStatus;
        std::vector<Status> statuses(law_.norms.size(), Status::unknown);
        ExchangeCase made;
        for (NormIndex index = 0; index < law_.norms.size(); ++index) {
            const Norm& norm = law_.norms[index];
            if (!norm.needs) continue;
            statuses[index] = reference::holds(situation, *norm.needs, completion) ? Status::met : Status::broken;
            // Where the judged job may meet it, the verdict reads it as met.
            if (norm.strength == Strength::formal && statuses[index] == Status::broken &&
                truth_of(law_, open.facts, job, *norm.needs) != Truth::no) {
                made.formally_broken = true;
            }
        }
        const reference::Reading reading = reference::read(situation, completion, statuses);
        const TablesReading rows = read_rows(tables_, situation, completion, statuses);
        if (reading.outcome != rows.outcome) throw std::logic_error("the tables do not say what the law says");
        made.outcome = law_.outcome_name(rows.outcome);
        for (NormIndex index = 0; index < law_.norms.size(); ++index) {
            const Norm& norm = law_.norms[index];
            if (rows.outcome != out_of_scope && rows.given[index] == rows.outcome) made.norms.push_back(norm.name);
            if (norm.kind == NormKind::unseen && rows.speaks[index] &&
                (norm.could_lift || !situation.unseen_blocks[index])) {
                made.unread.push_back(norm.name);
            }
        }
        for (const exchange::Input& input : model_.inputs) {
            if (!add_input(input, completion, made.inputs)) return {std::nullopt, Unfit::figure};
        }
        return {std::move(made), {}};
    }

    bool add_input(const exchange::Input& input, const Completion& completion, nlohmann::ordered_json& inputs) const {
        using Origin = exchange::Input::Origin;
        switch (input.origin) {
            case Origin::fact:
                return add_fact(input, completion, inputs);
            case Origin::stated_term: {
                const auto found = terms_.find(input.fact);
                if (found != terms_.end()) inputs[input.name] = found->second;
                return true;
            }
            case Origin::figure: {
                const Rational& value = completion.open_cells.at(input.index).at(input.limit_text).at(input.limit_row);
                const bool fits =
                    value >= input.low && (input.high_excluded ? value < input.high : value <= input.high);
                return add_number(input.name, fits ? value : input.low, inputs);
            }
            case Origin::unseen:
                inputs[input.name] = static_cast<bool>(completion.unseen.at(input.index));
                return true;
            case Origin::unseen_law: {
                const std::uint32_t cls = completion.unseen_laws.at(input.index);
                inputs[input.name] = law_.classes.at(cls == none_index ? 0 : cls).name;
                return true;
            }
        }
        return false;
    }

    static bool add_number(const std::string& name, const Rational& value, nlohmann::ordered_json& inputs) {
        if (!exchange::is_plain_number(value)) return false;
        // As text first, so that what is written is the decimal and not what is near it.
        inputs[name] = nlohmann::ordered_json::parse(value.text());
        return true;
    }

    [[nodiscard]] std::string code_text(FactIndex fact, CodeIndex code) const {
        const Taxonomy& taxonomy = law_.vocabulary->taxonomy_of(fact);
        if (code != no_code) return taxonomy.node(code).code;
        return taxonomy.exhaustive() ? taxonomy.node(unnamed_leaf(law_, fact)).code : exchange::unlisted_code();
    }

    bool add_fact(const exchange::Input& input, const Completion& completion, nlohmann::ordered_json& inputs) const {
        const FactDeclaration& declaration = law_.vocabulary->facts.at(input.fact);
        const FactValue& value = completion.facts.at(input.fact);
        switch (declaration.type) {
            case FactType::yes_no:
                inputs[input.name] = value.choice == 1;
                return true;
            case FactType::choice:
                inputs[input.name] = declaration.choices.at(value.choice).name;
                return true;
            case FactType::number:
                return add_number(input.name, value.number, inputs);
            case FactType::code:
                inputs[input.name] = code_text(input.fact, value.code);
                return true;
            case FactType::code_set: {
                inputs[input.name] = nlohmann::ordered_json::array();
                for (const CodeIndex code : value.set) inputs[input.name].push_back(code_text(input.fact, code));
                return true;
            }
            case FactType::time_of_day:
                if (times_) {
                    inputs[input.name] =
                        time_of_day_text(input.fact == law_.shift_start ? times_->first : times_->second);
                }
                return true;
        }
        return false;
    }

    const CompiledTables& tables_;
    const Version& law_;
    const exchange::DecisionModel& model_;
    std::mt19937& random_;
    std::optional<std::pair<int, int>> times_;
    std::map<FactIndex, bool> terms_;
    std::vector<FactIndex> unnamed_;  ///< facts that hold something that no tree names
};

}  // namespace

CompletedJob complete_job(const CompiledTables& tables, const exchange::DecisionModel& model, const Job& job,
                          std::mt19937& random) {
    return Completer(tables, model, random).complete(job);
}

}  // namespace labourlex::testing
