// Packing a job for the fast path.
#include "engine/decide/fast_path_plan.hpp"

#include <algorithm>

namespace labourlex::decide {

namespace {

bool compare(const Rational& value, Comparison comparison, const Rational& bound) {
    switch (comparison) {
        case Comparison::under:
            return value < bound;
        case Comparison::over:
            return value > bound;
        case Comparison::at_least:
            return value >= bound;
        case Comparison::at_most:
            return value <= bound;
    }
    return false;
}

std::uint16_t number_cell(const PackedFact& packed, const Rational& value) {
    const auto cut = std::lower_bound(packed.cuts.begin(), packed.cuts.end(), value);
    const auto place = static_cast<std::uint16_t>(2 * (cut - packed.cuts.begin()));
    return cut != packed.cuts.end() && *cut == value ? static_cast<std::uint16_t>(place + 1) : place;
}

std::uint16_t cell_of(const PackedFact& packed, const FactSituation& known) {
    switch (packed.type) {
        case FactType::yes_no:
        case FactType::choice:
            if (std::count(known.choices.begin(), known.choices.end(), true) == 1) {
                return static_cast<std::uint16_t>(std::find(known.choices.begin(), known.choices.end(), true) -
                                                  known.choices.begin());
            }
            break;
        case FactType::code: {
            if (known.codes.empty()) {
                return known.unnamed_code ? packed.unnamed_cell : packed.unknown_cell;
            }
            const std::uint16_t first = packed.cell_of_code.at(known.codes.front());
            const bool same = std::all_of(known.codes.begin(), known.codes.end(),
                                          [&](CodeIndex code) { return packed.cell_of_code.at(code) == first; });
            return same && (!known.unnamed_code || first == packed.unnamed_cell) ? first : packed.unknown_cell;
        }
        case FactType::number:
            if (!known.numbers.empty()) {
                const std::uint16_t lowest = number_cell(packed, known.numbers.front().low);
                if (lowest == number_cell(packed, known.numbers.back().high)) {
                    return lowest;
                }
            }
            break;
        case FactType::code_set:
        case FactType::time_of_day:
            break;
    }
    return packed.unknown_cell;
}

struct TwoBits {
    bool certain = false;
    bool possible = false;
};

TwoBits set_truth(const Taxonomy& taxonomy, const Atom& atom, const SetKnowledge& set) {
    const auto named = [&](CodeIndex code) {
        return std::any_of(atom.codes.begin(), atom.codes.end(),
                           [&](CodeIndex above) { return taxonomy.at_or_below(code, above); });
    };
    if (atom.kind == Atom::Kind::set_region) {
        const bool holds = std::any_of(set.has.begin(), set.has.end(), [&](CodeIndex code) {
            return atom.choices[region_among(taxonomy, atom.codes, code)];
        });
        return {set.listed && holds, !set.listed || holds};
    }
    if (set.listed) {
        const bool holds = atom.kind == Atom::Kind::set_includes
                               ? std::any_of(set.has.begin(), set.has.end(), named)
                               : !set.has.empty() && std::all_of(set.has.begin(), set.has.end(), named);
        return {holds, holds};
    }
    if (atom.kind == Atom::Kind::set_only) {
        return {false, true};
    }
    const bool ruled_out = std::all_of(atom.codes.begin(), atom.codes.end(), [&](CodeIndex code) {
        return std::any_of(set.has_not.begin(), set.has_not.end(),
                           [&](CodeIndex absent) { return taxonomy.at_or_below(code, absent); });
    });
    return {std::any_of(set.has.begin(), set.has.end(), named), !ruled_out};
}

TwoBits overlap_truth(const Situation& situation, const Atom& atom, AtomIndex index) {
    const ShiftSituation& shift = situation.shift;
    switch (shift.kind) {
        case ShiftSituation::Kind::free:
            return {false, true};
        case ShiftSituation::Kind::fixed:
            return {shift.overlaps.at(index), shift.overlaps.at(index)};
        case ShiftSituation::Kind::known:
            break;
    }
    const bool holds = shift_overlaps(shift.start, shift.end, atom.window_from, atom.window_to);
    return {holds, holds};
}

TwoBits number_truth(const Situation& situation, const NumberSignal& signal) {
    Rational sum = signal.form.constant;
    bool known = true;
    for (const LinearTerm& term : signal.form.terms) {
        if (term.fact == shift_length) {
            if (situation.shift.kind == ShiftSituation::Kind::fixed) {
                return {false, false};
            }
            known = known && situation.shift.kind == ShiftSituation::Kind::known;
        } else {
            known = known && situation.facts[term.fact].fixed;
        }
        known = known && (term.whole_fact == no_fact || situation.facts[term.whole_fact].fixed);
    }
    if (!known) {
        return {false, true};
    }
    for (const LinearTerm& term : signal.form.terms) {
        Rational value = term.fact == shift_length
                             ? Rational(shift_minutes(situation.shift.start, situation.shift.end), 60)
                             : situation.facts[term.fact].numbers.front().low;
        if (term.whole_fact != no_fact) {
            value = value * situation.facts[term.whole_fact].numbers.front().low;
        }
        sum = sum + term.factor * value;
    }
    return {surely_true(signal, sum), maybe_true(signal, sum)};
}

void set_bit(std::vector<std::uint64_t>& words, std::size_t bit, bool value) {
    words[bit / 64] |= std::uint64_t{value} << bit % 64;
}

}  // namespace

bool surely_true(const NumberSignal& signal, const Rational& value) {
    return signal.certain_bound && compare(value, signal.certain_comparison, *signal.certain_bound);
}

bool maybe_true(const NumberSignal& signal, const Rational& value) {
    return !signal.possible_bound || compare(value, signal.possible_comparison, *signal.possible_bound);
}

PackedJob FastPath::pack(const Situation& situation) const {
    PackedJob job;
    pack(situation, job);
    return job;
}

void FastPath::pack(const Situation& situation, PackedJob& job) const {
    const Version& version = *plan_->version;
    job.fully_known = true;
    job.loosened = false;
    job.cells.resize(plan_->facts.size());
    for (std::size_t index = 0; index < plan_->facts.size(); ++index) {
        const PackedFact& packed = plan_->facts[index];
        const FactSituation& known = situation.facts[packed.fact];
        const std::uint16_t cell = cell_of(packed, known);
        job.cells[index] = cell;
        job.fully_known = job.fully_known && plan_->cells[packed.first_cell + cell].exact;
        const bool some_choices = std::find(known.choices.begin(), known.choices.end(), false) != known.choices.end();
        job.loosened = job.loosened || (cell == packed.unknown_cell && some_choices);
    }
    job.certain.assign(plan_->direct_words, 0);
    job.possible.assign(plan_->direct_words, 0);
    for (std::size_t bit = 0; bit < plan_->direct.size(); ++bit) {
        const DirectSignal& direct = plan_->direct[bit];
        TwoBits truth;
        switch (direct.kind) {
            case DirectSignal::Kind::set: {
                const Atom& atom = version.atoms[direct.atom];
                truth = set_truth(version.vocabulary->taxonomy_of(atom.fact), atom, situation.facts[atom.fact].set);
                break;
            }
            case DirectSignal::Kind::overlap:
                truth = overlap_truth(situation, version.atoms[direct.atom], direct.atom);
                break;
            case DirectSignal::Kind::number:
                truth = number_truth(situation, plan_->numbers[direct.number]);
                break;
        }
        set_bit(job.certain, bit, truth.certain);
        set_bit(job.possible, bit, truth.possible);
        job.fully_known = job.fully_known && truth.certain == truth.possible;
    }
    job.blocking.assign((version.norms.size() + 63) / 64, 0);
    for (std::size_t norm = 0; norm < version.norms.size(); ++norm) {
        set_bit(job.blocking, norm, situation.unseen_blocks[norm]);
    }
}

}  // namespace labourlex::decide
