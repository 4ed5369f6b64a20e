#include "engine/decide/fast_path.hpp"

#include "engine/decide/fast_path_plan.hpp"

#include <algorithm>
#include <bit>

namespace labourlex::decide {

namespace {

bool bit_at(const std::vector<std::uint64_t>& words, std::size_t bit) {
    return (words[bit / 64] >> bit % 64 & 1U) != 0;
}

constexpr ClassSet only_classes = ~(nothing_given | parent_removed);

/// The graver of two, where each may be any member of its set; none is milder than every class.
ClassSet graver(ClassSet a, ClassSet b) {
    const ClassSet classes_a = a & only_classes;
    const ClassSet classes_b = b & only_classes;
    const ClassSet from_a = (b & nothing_given) != 0 ? classes_a : classes_a & ~((classes_b & -classes_b) - 1U);
    const ClassSet from_b = (a & nothing_given) != 0 ? classes_b : classes_b & ~((classes_a & -classes_a) - 1U);
    return from_a | from_b | (a & b & nothing_given);
}

/// Steps 1 and 2: the signals of a job. With `two` false, certain and possible are one.
template <bool two>
void find_signals(const FastPathPlan& plan, const PackedJob& job, FastPath::Scratch& scratch) {
    std::uint64_t* possible = scratch.possible.data();
    std::uint64_t* certain = two ? scratch.certain.data() : possible;
    std::uint64_t* rows = scratch.rows.data();
    std::fill_n(possible, plan.words, 0);
    if constexpr (two) {
        std::fill_n(certain, plan.words, 0);
    }
    std::copy(plan.rows_always.begin(), plan.rows_always.end(), rows);
    const PackedFact* fact = plan.facts.data();
    for (const std::uint16_t cell : job.cells) {
        const FastPathPlan::CellRange& range = plan.cells[fact++->first_cell + cell];
        for (std::uint32_t at = range.first_row; at < range.last_row; ++at) {
            rows[plan.cell_rows[at].word] |= plan.cell_rows[at].rows;
        }
        for (std::uint32_t at = range.first; at < range.last; ++at) {
            const WordBits& bits = plan.cell_bits[at];
            possible[bits.word] |= bits.possible;
            if constexpr (two) {
                certain[bits.word] |= bits.certain;
            }
        }
    }
    std::copy(job.possible.begin(), job.possible.end(), possible + plan.direct_word);
    if constexpr (two) {
        std::copy(job.certain.begin(), job.certain.end(), certain + plan.direct_word);
    }
    const auto wake = [&](std::uint32_t signal) {
        const auto [first, last] = plan.woken[signal];
        for (std::uint32_t at = first; at < last; ++at) {
            const std::uint32_t row = plan.woken_rows[at];
            rows[row / 64] |= std::uint64_t{1} << row % 64;
        }
    };
    for (std::uint32_t word = plan.direct_word; word < plan.atom_words; ++word) {
        for (std::uint64_t bits = possible[word]; bits != 0; bits &= bits - 1) {
            wake(word * 64 + static_cast<std::uint32_t>(std::countr_zero(bits)));
        }
    }
    // Rows stand in the order of their tables, so that a row woken here always comes later.
    for (std::size_t word = 0; word < plan.rows_always.size(); ++word) {
        while (rows[word] != 0) {
            const PlanRow& row = plan.rows[word * 64 + static_cast<std::size_t>(std::countr_zero(rows[word]))];
            rows[word] &= rows[word] - 1;
            bool may_hold = true;
            bool holds = true;
            for (std::uint32_t at = row.first; may_hold && at < row.last; ++at) {
                const RowLiteral& literal = plan.literals[at];
                may_hold = (possible[literal.word] & literal.required) == literal.required &&
                           (certain[literal.word] & literal.forbidden) == 0;
                if constexpr (two) {
                    holds = holds && (certain[literal.word] & literal.required) == literal.required &&
                            (possible[literal.word] & literal.forbidden) == 0;
                }
            }
            if (!may_hold) {
                continue;
            }
            const std::uint64_t bit = std::uint64_t{1} << row.table % 64;
            const bool is_new = (possible[row.table / 64] & bit) == 0;
            possible[row.table / 64] |= bit;
            if constexpr (two) {
                certain[row.table / 64] |= holds ? bit : 0;
            }
            if (is_new) {
                wake(row.table);
            }
        }
    }
}

/// Step 3: what norms may give, and what follows.
class Judge {
public:
    Judge(const FastPathPlan& plan, const PackedJob& job, const FastPath::Scratch& scratch)
        : plan_(plan),
          job_(job),
          possible_(scratch.possible),
          certain_(job.fully_known ? scratch.possible : scratch.certain) {}

    /// The classes that a norm with a class of its own may give.
    [[nodiscard]] ClassSet given(const PlanNorm& norm) const {
        if (!may(norm.speaks)) {
            return nothing_given;
        }
        ClassSet result = must(norm.speaks) ? 0U : nothing_given;
        if (norm.unseen) {
            if (!bit_at(job_.blocking, norm.norm)) {
                return nothing_given;
            }
            result |= nothing_given;  // what was not read may say so or not
        }
        if (norm.requirement) {
            const Requirement requirement = read_requirement(norm);
            if (requirement.may_be_met) {
                result |= nothing_given;
            }
            if (!requirement.may_be_broken) {
                return result;
            }
        }
        return result | after_exceptions(norm);
    }

    [[nodiscard]] bool may(std::uint32_t signal) const { return bit_at(possible_, signal); }
    [[nodiscard]] bool must(std::uint32_t signal) const { return bit_at(certain_, signal); }

private:
    struct Requirement {
        bool may_be_met = true;
        bool may_be_broken = false;
    };

    [[nodiscard]] Requirement read_requirement(const PlanNorm& norm) const {
        if (!norm.requires_something || norm.strength == Strength::noted || must(norm.needs)) {
            return {};
        }
        if (!may(norm.needs)) {
            return {false, true};
        }
        if (norm.strength == Strength::formal && norm.needs_apart && !job_.loosened) {
            return {};  // some completion meets it: not broken
        }
        return {true, true};
    }

    [[nodiscard]] ClassSet after_exceptions(const PlanNorm& norm) const {
        ClassSet exceptions = nothing_given;
        bool may_be_removed = false;
        for (std::uint32_t at = norm.first_exception; at < norm.last_exception; ++at) {
            const ClassSet effect = exception_effect(plan_.norms[plan_.exceptions[at]]);
            if (effect == nothing_given) {
                continue;
            }
            if (effect == parent_removed) {
                return nothing_given;
            }
            may_be_removed = may_be_removed || (effect & parent_removed) != 0;
            exceptions = graver(exceptions, effect & ~parent_removed);
        }
        return (exceptions & only_classes) | ((exceptions & nothing_given) != 0 ? norm.own : 0U) |
               (may_be_removed ? nothing_given : 0U);
    }

    [[nodiscard]] ClassSet exception_effect(const PlanNorm& norm) const {
        if (!may(norm.speaks)) {
            return nothing_given;
        }
        const Requirement requirement = read_requirement(norm);
        const ClassSet not_holding = must(norm.speaks) && !requirement.may_be_broken ? 0U : nothing_given;
        return requirement.may_be_met ? not_holding | after_exceptions(norm) : nothing_given;
    }

    const FastPathPlan& plan_;
    const PackedJob& job_;
    const std::vector<std::uint64_t>& possible_;
    const std::vector<std::uint64_t>& certain_;
};

/// Norms with a class of their own whose condition may hold, by their place in `giving`.
template <class Visit>
void for_each_speaking(const FastPathPlan& plan, const FastPath::Scratch& scratch, const Visit& visit) {
    for (std::size_t first = 0; first < plan.giving.size(); first += 64) {
        for (std::uint64_t bits = scratch.possible[plan.giving_word + first / 64]; bits != 0; bits &= bits - 1) {
            visit(first + static_cast<std::size_t>(std::countr_zero(bits)));
        }
    }
}

constexpr ClassSet outside = 1U << 29U;  // out of scope, among outcomes

/// "Where it reaches, every class at least as grave as the encoded law's is possible, and out-of-scope is not."
ClassSet under_unseen_law(const FastPathPlan& plan, ClassSet outcomes) {
    if ((outcomes & outside) != 0) {
        outcomes = (outcomes & ~outside) | 1U << plan.default_class;
    }
    return plan.all_classes & ~((outcomes & -outcomes) - 1U);
}

}  // namespace

FastPath::FastPath(const CompiledTables& tables) : plan_(make_fast_path_plan(tables)) {}
FastPath::~FastPath() = default;
FastPath::FastPath(FastPath&&) noexcept = default;
FastPath& FastPath::operator=(FastPath&&) noexcept = default;

FastPath::Scratch FastPath::make_scratch() const {
    Scratch scratch;
    scratch.certain.resize(plan_->words);
    scratch.possible.resize(plan_->words);
    scratch.rows.resize(plan_->rows_always.size());
    scratch.norms.resize((plan_->norms.size() + 63) / 64);
    scratch.given.resize(plan_->giving.size());
    return scratch;
}

FastPath::Decision FastPath::decide(const PackedJob& job, Scratch& scratch) const {
    const FastPathPlan& plan = *plan_;
    if (job.fully_known) {
        find_signals<false>(plan, job, scratch);
    } else {
        find_signals<true>(plan, job, scratch);
    }
    const Judge judge(plan, job, scratch);
    if (std::any_of(plan.impossible.begin(), plan.impossible.end(),
                    [&](std::uint32_t signal) { return judge.must(signal); })) {
        return {};
    }
    ClassSet unlawful = nothing_given;
    ClassSet lawful = nothing_given;
    for_each_speaking(plan, scratch, [&](std::size_t place) {
        const ClassSet given = judge.given(plan.norms[plan.giving[place]]);
        scratch.given[place] = given;
        if (given == nothing_given) {
            return;
        }
        const ClassSet grave = given & ~plan.lawful & only_classes;
        const ClassSet mild = given & plan.lawful;
        unlawful = graver(unlawful, grave | (grave == given ? 0U : nothing_given));
        lawful = graver(lawful, mild | (mild == given ? 0U : nothing_given));
    });
    ClassSet outcomes = unlawful & only_classes;
    if ((unlawful & nothing_given) != 0) {
        const auto reached = [&](bool certainly) {
            return std::any_of(plan.regulating.begin(), plan.regulating.end(), [&](std::uint32_t signal) {
                return certainly ? judge.must(signal) : judge.may(signal);
            });
        };
        if (reached(false)) {
            outcomes |= lawful & only_classes;
            outcomes |= (lawful & nothing_given) != 0 ? 1U << plan.default_class : 0U;
        }
        if (!reached(true)) {
            outcomes |= outside;
        }
    }
    for (const std::uint32_t signal : plan.unseen_laws) {
        if (judge.may(signal)) {
            outcomes = under_unseen_law(plan, outcomes) | (judge.must(signal) ? 0U : outcomes);
        }
    }
    if (std::popcount(outcomes) != 1) {
        return {};
    }
    std::fill(scratch.norms.begin(), scratch.norms.end(), 0);
    for_each_speaking(plan, scratch, [&](std::size_t place) {
        const NormIndex index = plan.giving[place];
        scratch.norms[index / 64] |= std::uint64_t{scratch.given[place] == outcomes} << index % 64;
    });
    return {true, outcomes == outside ? out_of_scope : static_cast<Outcome>(std::countr_zero(outcomes))};
}

}  // namespace labourlex::decide
