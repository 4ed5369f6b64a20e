// The reference reading, sentence by sentence. Each function stands under the sentence of docs/semantics.md it carries
// out; where the two seem to differ, the sentence is right. Nothing here is clever: conditions are walked anew each
// time, and an exception that speaks to three norms is read three times.
#include "engine/law/reference_reading.hpp"

#include "engine/law/exemption_order.hpp"

#include <algorithm>

namespace labourlex::reference {

namespace {

// ---- conditions -----------------------------------------------------------------------------------------------------

bool any_at_or_below(const Taxonomy& taxonomy, CodeIndex code, const std::vector<CodeIndex>& codes) {
    if (code == no_code) {
        return false;
    }
    return std::any_of(codes.begin(), codes.end(),
                       [&](CodeIndex ancestor) { return taxonomy.at_or_below(code, ancestor); });
}

/// Whether a length of shift can be spoken of: only where both times are given in the completion.
bool has_times(const Situation& situation) {
    return situation.shift.kind != ShiftSituation::Kind::fixed;
}

int start_of_shift(const Situation& situation, const Completion& completion) {
    return situation.shift.kind == ShiftSituation::Kind::known ? situation.shift.start : completion.start;
}

int end_of_shift(const Situation& situation, const Completion& completion) {
    return situation.shift.kind == ShiftSituation::Kind::known ? situation.shift.end : completion.end;
}

bool mentions_shift_length(const LinearForm& form) {
    return std::any_of(form.terms.begin(), form.terms.end(),
                       [](const LinearTerm& term) { return term.fact == shift_length; });
}

Rational value_of(const Situation& situation, const LinearForm& form, const Completion& completion) {
    Rational sum = form.constant;
    for (const LinearTerm& term : form.terms) {
        Rational value =
            term.fact == shift_length
                ? Rational(shift_minutes(start_of_shift(situation, completion), end_of_shift(situation, completion)),
                           60)
                : completion.facts.at(term.fact).number;
        if (term.whole_fact != no_fact) {
            value = value * completion.facts.at(term.whole_fact).number;
        }
        sum = sum + term.factor * value;
    }
    return sum;
}

bool compare(const Rational& left, Comparison comparison, const Rational& right) {
    switch (comparison) {
        case Comparison::under:
            return left < right;
        case Comparison::over:
            return left > right;
        case Comparison::at_least:
            return left >= right;
        case Comparison::at_most:
            return left <= right;
    }
    return false;
}

// "A cell is a number, `none` (greater than every number), `not allowed` (as 0) [...] Each open cell is one unknown
// number, shared by all comparisons with it." The first row whose condition holds gives the value.
bool compare_with_limit(const Situation& situation, const Atom& atom, const Completion& completion) {
    const auto& texts = situation.version->limits.at(atom.limit);
    for (std::size_t text = 0; text < texts.size(); ++text) {
        const Limit& limit = texts[text];
        if (!holds(situation, limit.in_force, completion) || !holds(situation, limit.reaches, completion)) {
            continue;
        }
        for (std::size_t row = 0; row < limit.rows.size(); ++row) {
            if (!holds(situation, limit.rows[row].when, completion)) {
                continue;
            }
            const LimitCell& cell = limit.rows[row].cell;
            if (cell.kind == LimitCell::Kind::none) {
                if (atom.comparison == Comparison::under || atom.comparison == Comparison::at_most) {
                    return true;
                }
                break;
            }
            const Rational limit_value =
                cell.kind == LimitCell::Kind::open ? completion.open_cells.at(atom.limit).at(text).at(row) : cell.low;
            if (compare(value_of(situation, atom.form, completion), atom.comparison, atom.factor * limit_value)) {
                return true;
            }
            break;
        }
    }
    return false;
}

// "With a table, [the] value [of a clock term is] computed": the condition that the law gives the term decides, over
// the windows that the shift overlaps. Without one, the term is an ordinary fact.
std::size_t choice_of(const Situation& situation, FactIndex fact, const Completion& completion) {
    const auto& terms = situation.version->clock_terms;
    if (fact < terms.size() && terms[fact]) {
        return holds(situation, *terms[fact], completion) ? 1 : 0;
    }
    return completion.facts.at(fact).choice;
}

bool atom_holds(const Situation& situation, AtomIndex index, const Completion& completion) {
    const Version& version = *situation.version;
    const Atom& atom = version.atoms.at(index);
    switch (atom.kind) {
        case Atom::Kind::choice:
            return atom.choices.at(choice_of(situation, atom.fact, completion));
        case Atom::Kind::code:
            return any_at_or_below(version.vocabulary->taxonomy_of(atom.fact), completion.facts.at(atom.fact).code,
                                   atom.codes);
        case Atom::Kind::set_includes: {
            const auto& set = completion.facts.at(atom.fact).set;
            return std::any_of(set.begin(), set.end(), [&](CodeIndex code) {
                return any_at_or_below(version.vocabulary->taxonomy_of(atom.fact), code, atom.codes);
            });
        }
        case Atom::Kind::set_only: {
            const auto& set = completion.facts.at(atom.fact).set;
            return !set.empty() && std::all_of(set.begin(), set.end(), [&](CodeIndex code) {
                return any_at_or_below(version.vocabulary->taxonomy_of(atom.fact), code, atom.codes);
            });
        }
        case Atom::Kind::set_region: {
            const auto& set = completion.facts.at(atom.fact).set;
            return std::any_of(set.begin(), set.end(), [&](CodeIndex code) {
                return atom.choices.at(region_among(version.vocabulary->taxonomy_of(atom.fact), atom.codes, code));
            });
        }
        case Atom::Kind::number:
            if (mentions_shift_length(atom.form) && !has_times(situation)) {
                return false;
            }
            return compare(value_of(situation, atom.form, completion), atom.comparison, 0);
        case Atom::Kind::limit:
            if (mentions_shift_length(atom.form) && !has_times(situation)) {
                return false;
            }
            return compare_with_limit(situation, atom, completion);
        case Atom::Kind::overlap:
            if (!has_times(situation)) {
                return situation.shift.overlaps.at(index);
            }
            return shift_overlaps(start_of_shift(situation, completion), end_of_shift(situation, completion),
                                  atom.window_from, atom.window_to);
        case Atom::Kind::stated:
            return situation.facts.at(atom.fact).origin == Origin::stated;
    }
    return false;
}

// ---- norms ----------------------------------------------------------------------------------------------------------

/// What a norm does where it applies: it gives a class, or (an exception that `does not apply`) removes its parent.
struct Effect {
    bool removes = false;
    ClassIndex cls = 0;
};

/// One completion under the law, with the requirements whose status was read from the whole job.
class Judgement {
public:
    Judgement(const Situation& situation, const Completion& completion, const std::vector<RequirementStatus>& statuses)
        : situation_(situation), version_(*situation.version), completion_(completion), statuses_(statuses) {}

    // "Every norm, not only a rule, speaks only where its instrument reaches and while it and its instrument are in
    // force."
    [[nodiscard]] bool speaks(const Norm& norm) const {
        return true_here(norm.in_force) && true_here(norm.reaches) && true_here(norm.shared) &&
               (norm.permitted_list ? permits(norm) : true_here(norm.when));
    }

    // "A permitted list [...] holds when every stated task falls under some item (the item's condition holds with it as
    // the only task) or, no task being stated, some item fits."
    [[nodiscard]] bool permits(const Norm& list) const {
        const auto some_item = [&](const Completion& completion) {
            return std::any_of(list.permits.begin(), list.permits.end(), [&](NormIndex index) {
                const Norm& item = version_.norms.at(index);
                return true_here(item.in_force) && true_here(item.reaches) &&
                       holds(situation_, item.shared, completion) && holds(situation_, item.when, completion);
            });
        };
        if (list.permitted_set == no_fact || completion_.facts.at(list.permitted_set).set.empty()) {
            return some_item(completion_);
        }
        const std::vector<CodeIndex>& stated = completion_.facts.at(list.permitted_set).set;
        return std::all_of(stated.begin(), stated.end(), [&](CodeIndex code) {
            Completion with_it_alone = completion_;
            with_it_alone.facts.at(list.permitted_set).set = {code};
            return some_item(with_it_alone);
        });
    }

    // "A rule gives a class to the jobs that satisfy its condition." "Broken: constitutive and formal give the breach
    // class (on their own), noted leaves the class."
    [[nodiscard]] std::uint32_t class_given_by(NormIndex index) const {
        const Norm& norm = version_.norms[index];
        if (!can_give_class(index) || !speaks(norm)) {
            return none_index;
        }
        Effect own{false, norm.cls};
        if (norm.kind == NormKind::requirement) {
            if (!version_.breach_class()) {
                return none_index;
            }
            own.cls = *version_.breach_class();
        }
        const std::optional<Effect> effect = after_exceptions(norm, own);
        return effect ? effect->cls : none_index;
    }

    // "`then does not apply` removes the parent: a requirement is not required, [...] an exception does not hold."
    [[nodiscard]] bool removed(NormIndex index) const {
        const auto& exceptions = version_.norms.at(index).exceptions;
        return std::any_of(exceptions.begin(), exceptions.end(), [&](NormIndex exception) {
            const std::optional<Effect> effect = exception_effect(exception);
            return effect && effect->removes;
        });
    }

    // "An exemption takes the norms it names away before any exception is read."
    [[nodiscard]] bool takes_away(NormIndex exemption) const {
        const std::optional<Effect> effect = exception_effect(exemption);
        return effect && effect->removes;
    }

    // "The outcome of a job: the gravest unlawful class that a rule gives; if none, and some regulating instrument in
    // force reaches the job, the gravest lawful class given, else `permitted`; otherwise `out-of-scope`."
    [[nodiscard]] Outcome outcome(const std::vector<std::uint32_t>& given) const {
        if (const auto unlawful = gravest(given, false)) {
            return *unlawful;
        }
        if (!regulated()) {
            return out_of_scope;
        }
        const auto lawful = gravest(given, true);
        return lawful ? *lawful : version_.default_class();
    }

    // "`unseen law from D to D` (with `reaches`) covers a time whose law exists but is not, or hardly, encoded: where
    // it reaches, every class at least as grave as the encoded law's is possible, and out-of-scope is not."
    [[nodiscard]] Outcome under_unseen_laws(Outcome outcome) const {
        for (std::size_t law = 0; law < version_.unseen_laws.size(); ++law) {
            const UnseenLaw& unseen = version_.unseen_laws[law];
            if (!true_here(unseen.in_force) || !true_here(unseen.reaches)) {
                continue;
            }
            if (outcome == out_of_scope) {
                outcome = version_.default_class();
            }
            const std::uint32_t cls = completion_.unseen_laws.at(law);
            if (cls != none_index) {
                outcome = std::max(outcome, cls);
            }
        }
        return outcome;
    }

private:
    [[nodiscard]] bool true_here(const Condition& condition) const { return holds(situation_, condition, completion_); }

    // Duties and exceptions give no class of their own. "An unseen part is blocking where a source names the branch,
    // task or hazard [...] `could lift NORM to CLASS` is an unseen exception, always noted."
    [[nodiscard]] bool can_give_class(NormIndex index) const {
        const Norm& norm = version_.norms[index];
        switch (norm.kind) {
            case NormKind::rule:
            case NormKind::item:
                return true;
            case NormKind::requirement:
                return requirement_broken(index);
            case NormKind::unseen:
                return !norm.could_lift && situation_.unseen_blocks.at(index) && completion_.unseen.at(index);
            case NormKind::exception:
            case NormKind::duty:
            case NormKind::permission:
                return false;
        }
        return false;
    }

    // "Unknown: constitutive branches, formal and noted leave the class." "[The] status is read once from the job [...]
    // A formal one that is not broken counts as met in every completion."
    [[nodiscard]] bool requirement_broken(NormIndex index) const {
        const Norm& norm = version_.norms[index];
        if (!norm.needs) {
            return false;
        }
        switch (norm.strength) {
            case Strength::constitutive:
                return !true_here(*norm.needs);
            case Strength::formal:
                return statuses_.at(index) == RequirementStatus::broken;
            case Strength::noted:
                return false;
        }
        return false;
    }

    // "The class of a norm is its own if no exception to it holds, else the gravest among those that hold, each
    // computed the same way." "`then does not apply` removes the parent." Nothing: the norm is removed.
    [[nodiscard]] std::optional<Effect> after_exceptions(const Norm& norm, Effect own) const {
        // "An exemption takes the norms it names away before any exception is read."
        for (const NormIndex index : norm.exceptions) {
            if (version_.norms.at(index).exemption) {
                const std::optional<Effect> effect = exception_effect(index);
                if (effect && effect->removes) {
                    return std::nullopt;
                }
            }
        }
        std::optional<ClassIndex> gravest_exception;
        for (const NormIndex index : norm.exceptions) {
            const std::optional<Effect> effect = exception_effect(index);
            if (!effect) {
                continue;
            }
            if (effect->removes) {
                return std::nullopt;
            }
            gravest_exception = std::max(gravest_exception.value_or(0), effect->cls);
        }
        return gravest_exception ? Effect{false, *gravest_exception} : own;
    }

    // "An exception [...] speaks only where its parent does" (it is only asked there). "Inside an exception
    // (`requires`, constitutive unless said) a broken requirement means that the exception does not hold."
    [[nodiscard]] std::optional<Effect> exception_effect(NormIndex index) const {
        const Norm& exception = version_.norms.at(index);
        if (exception.kind != NormKind::exception || !speaks(exception) || requirement_broken(index)) {
            return std::nullopt;
        }
        return after_exceptions(exception, Effect{exception.does_not_apply, exception.cls});
    }

    [[nodiscard]] std::optional<ClassIndex> gravest(const std::vector<std::uint32_t>& given, bool lawful) const {
        std::optional<ClassIndex> found;
        for (const std::uint32_t cls : given) {
            if (cls != none_index && version_.classes.at(cls).lawful() == lawful) {
                found = std::max(found.value_or(0), cls);
            }
        }
        return found;
    }

    // "An instrument is regulating [...] or forbids only; it has dates in force and `reaches`."
    [[nodiscard]] bool regulated() const {
        return std::any_of(version_.instruments.begin(), version_.instruments.end(), [&](const Instrument& instrument) {
            return instrument.regulating && true_here(instrument.in_force) && true_here(instrument.reaches);
        });
    }

    const Situation& situation_;
    const Version& version_;
    const Completion& completion_;
    const std::vector<RequirementStatus>& statuses_;
};

// "An exception [...] speaks only where its parent does": the norm's own condition, and for an exception one of the
// norms that it speaks to, unless an exemption has taken it away. `speaking` holds the norms' own conditions, `taken`
// the norms taken away.
bool speaks_with_parents(const Version& version, const std::vector<bool>& speaking, const std::vector<bool>& taken,
                         NormIndex index) {
    const Norm& norm = version.norms.at(index);
    if (!speaking.at(index) || norm.kind != NormKind::exception) {
        return speaking.at(index);
    }
    return std::any_of(norm.parents.begin(), norm.parents.end(), [&](NormIndex parent) {
        return !taken.at(parent) && speaks_with_parents(version, speaking, taken, parent);
    });
}

}  // namespace

bool holds(const Situation& situation, const Condition& condition, const Completion& completion) {
    const auto child_holds = [&](const Condition& child) { return holds(situation, child, completion); };
    switch (condition.kind) {
        case Condition::Kind::all:
            return std::all_of(condition.children.begin(), condition.children.end(), child_holds);
        case Condition::Kind::any:
            return std::any_of(condition.children.begin(), condition.children.end(), child_holds);
        case Condition::Kind::negation:
            return !child_holds(condition.children.at(0));
        case Condition::Kind::atom:
            return atom_holds(situation, condition.atom, completion);
        case Condition::Kind::definition:
            return holds(situation, situation.version->definitions.at(condition.definition).when, completion);
    }
    return false;
}

Reading read(const Situation& situation, const Completion& completion, const std::vector<RequirementStatus>& statuses) {
    const Judgement judgement(situation, completion, statuses);
    Reading reading;
    const auto& norms = situation.version->norms;
    for (NormIndex index = 0; index < norms.size(); ++index) {
        reading.speaks.push_back(judgement.speaks(norms[index]));
        reading.given.push_back(judgement.class_given_by(index));
    }
    reading.outcome = judgement.under_unseen_laws(judgement.outcome(reading.given));
    return reading;
}

namespace {

// A requirement does not apply where an exception removes it, and whether an exception holds may turn on the status of
// its own formal requirement: those statuses are read in an earlier pass. The pass of each norm, from 0.
std::vector<std::uint32_t> passes_of(const Version& version, const std::vector<std::vector<NormIndex>>& read_first) {
    std::vector<std::optional<std::uint32_t>> passes(version.norms.size());
    const std::function<std::uint32_t(NormIndex)> pass_of = [&](NormIndex index) {
        if (!passes[index]) {
            std::uint32_t pass = 0;
            const auto after = [&](NormIndex earlier) {
                const Norm& other = version.norms[earlier];
                const bool formal = other.needs && other.strength == Strength::formal;
                pass = std::max(pass, pass_of(earlier) + (formal ? 1 : 0));
            };
            std::for_each(version.norms[index].exceptions.begin(), version.norms[index].exceptions.end(), after);
            std::for_each(read_first[index].begin(), read_first[index].end(), after);
            passes[index] = pass;
        }
        return *passes[index];
    };
    std::vector<std::uint32_t> result;
    for (NormIndex index = 0; index < version.norms.size(); ++index) {
        result.push_back(pass_of(index));
    }
    return result;
}

}  // namespace

// "The status is read once from the job: met if its `needs` holds in every completion where it applies, broken if in
// none, else unknown." A requirement that applies nowhere has no status to speak of: unknown.
std::vector<RequirementStatus> requirement_statuses(const Situation& situation, std::size_t budget) {
    const auto& norms = situation.version->norms;
    const std::vector<std::vector<NormIndex>> read_first = exemptions_read_first(*situation.version);
    const std::vector<std::uint32_t> passes = passes_of(*situation.version, read_first);
    std::uint32_t last = 0;
    for (NormIndex index = 0; index < norms.size(); ++index) {
        last = norms[index].needs ? std::max(last, passes[index]) : last;
    }
    std::vector<RequirementStatus> statuses(norms.size(), RequirementStatus::unknown);
    for (std::uint32_t pass = 0; pass <= last; ++pass) {
        std::vector<bool> met_somewhere(norms.size());
        std::vector<bool> broken_somewhere(norms.size());
        for_each_completion(situation, budget, [&](const Completion& completion) {
            const Judgement judgement(situation, completion, statuses);
            std::vector<bool> speaking;
            for (const Norm& norm : norms) {
                speaking.push_back(judgement.speaks(norm));
            }
            for (NormIndex index = 0; index < norms.size(); ++index) {
                if (!norms[index].needs || passes[index] != pass) {
                    continue;
                }
                std::vector<bool> taken(norms.size());
                for (const NormIndex exemption : read_first[index]) {
                    for (const NormIndex parent : norms[exemption].parents) {
                        taken[parent] = taken[parent] || judgement.takes_away(exemption);
                    }
                }
                if (speaks_with_parents(*situation.version, speaking, taken, index) && !judgement.removed(index)) {
                    const bool met = holds(situation, *norms[index].needs, completion);
                    (met ? met_somewhere : broken_somewhere)[index] = true;
                }
            }
        });
        for (NormIndex index = 0; index < norms.size(); ++index) {
            if (met_somewhere[index] != broken_somewhere[index]) {
                statuses[index] = met_somewhere[index] ? RequirementStatus::met : RequirementStatus::broken;
            }
        }
    }
    return statuses;
}

// "`possible` lists exactly the outcomes that some completion reaches (if and only if)."
PossibleOutcomes possible_outcomes(const Situation& situation, std::size_t budget) {
    PossibleOutcomes possible;
    const std::vector<RequirementStatus> statuses = requirement_statuses(situation, budget);
    possible.complete = for_each_completion(situation, budget, [&](const Completion& completion) {
        ++possible.completions;
        possible.outcomes.insert(read(situation, completion, statuses).outcome);
    });
    return possible;
}

}  // namespace labourlex::reference
