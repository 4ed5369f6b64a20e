#include "engine/tables/atom_value.hpp"

#include <algorithm>
#include <optional>

namespace labourlex {
namespace {

struct Reader {
    const CompiledTables& tables;
    const Situation& situation;
    const Completion& completion;
    const TableTruth& truth;

    [[nodiscard]] bool times_known() const { return situation.shift.kind != ShiftSituation::Kind::fixed; }

    [[nodiscard]] bool under_one_of(const Atom& atom, CodeIndex code) const {
        if (code == no_code) return false;
        const Taxonomy& taxonomy = tables.version->vocabulary->taxonomy_of(atom.fact);
        return std::any_of(atom.codes.begin(), atom.codes.end(),
                           [&](CodeIndex named) { return taxonomy.at_or_below(code, named); });
    }

    [[nodiscard]] int work_begins() const {
        return situation.shift.kind == ShiftSituation::Kind::known ? situation.shift.start : completion.start;
    }
    /// In minutes from the midnight before the shift begins: an end not after the start is on the next day.
    [[nodiscard]] int work_ends() const {
        const int end = situation.shift.kind == ShiftSituation::Kind::known ? situation.shift.end : completion.end;
        return end > work_begins() ? end : end + minutes_of_day;
    }

    /// The sum that a form stands for; nothing when it needs the length of a shift whose times are not known.
    [[nodiscard]] std::optional<Rational> sum(const LinearForm& form) const {
        Rational total = form.constant;
        for (const LinearTerm& term : form.terms) {
            if (term.fact == shift_length && !times_known()) return std::nullopt;
            Rational value = term.fact == shift_length ? Rational(work_ends() - work_begins(), 60)
                                                       : completion.facts.at(term.fact).number;
            if (term.whole_fact != no_fact) value = value * completion.facts.at(term.whole_fact).number;
            total = total + term.factor * value;
        }
        return total;
    }

    /// Lays the shift and the window on one line of time and looks at the window of the day before, of the day and of the
    /// day after: a shift lasts a day at most.
    [[nodiscard]] bool works_in(int from, int to) const {
        const int length = to > from ? to - from : to + minutes_of_day - from;
        for (const int day : {-1, 0, 1}) {
            const int window_begins = from + day * minutes_of_day;
            if (work_begins() < window_begins + length && window_begins < work_ends()) return true;
        }
        return false;
    }

    [[nodiscard]] bool against_limit(const Atom& atom) const;
    [[nodiscard]] bool against_cell(const Atom& atom, const Rational& value, std::size_t text, std::size_t row) const;
};

bool compare(const Rational& value, Comparison comparison, const Rational& with) {
    switch (comparison) {
        case Comparison::under: return value < with;
        case Comparison::over: return value > with;
        case Comparison::at_least: return value >= with;
        case Comparison::at_most: return value <= with;
    }
    return false;
}

/// `none` is above every number; an open cell is one number that the completion knows.
bool Reader::against_cell(const Atom& atom, const Rational& value, std::size_t text, std::size_t row) const {
    const LimitCell& cell = tables.version->limits[atom.limit][text].rows[row].cell;
    switch (cell.kind) {
        case LimitCell::Kind::none:
            return atom.comparison == Comparison::under || atom.comparison == Comparison::at_most;
        case LimitCell::Kind::number:
            return compare(value, atom.comparison, atom.factor * cell.low);
        case LimitCell::Kind::open:
            return compare(value, atom.comparison, atom.factor * completion.open_cells.at(atom.limit).at(text).at(row));
    }
    return false;
}

/// A comparison with a limit that gives no value (not in force, out of reach) is false. Under an edge in doubt two texts of
/// a limit may be in force together; then each is a limit.
bool Reader::against_limit(const Atom& atom) const {
    const std::optional<Rational> value = sum(atom.form);
    if (!value) return false;
    const auto& texts = tables.limit_rows.at(atom.limit);
    for (std::size_t text = 0; text < texts.size(); ++text) {
        for (std::size_t row = 0; row < texts[text].size(); ++row) {
            if (truth(texts[text][row]) && against_cell(atom, *value, text, row)) return true;
        }
    }
    return false;
}

}  // namespace

bool atom_value(const CompiledTables& tables, const Situation& situation, const Completion& completion,
                const Atom& atom, AtomIndex index, const TableTruth& truth) {
    const Reader reader{tables, situation, completion, truth};
    switch (atom.kind) {
        case Atom::Kind::choice:
            return atom.choices.at(completion.facts.at(atom.fact).choice);
        case Atom::Kind::code:
            return reader.under_one_of(atom, completion.facts.at(atom.fact).code);
        case Atom::Kind::set_includes: {
            const auto& set = completion.facts.at(atom.fact).set;
            return std::any_of(set.begin(), set.end(), [&](CodeIndex code) { return reader.under_one_of(atom, code); });
        }
        case Atom::Kind::set_only: {
            const auto& set = completion.facts.at(atom.fact).set;
            return !set.empty() && std::all_of(set.begin(), set.end(),
                                               [&](CodeIndex code) { return reader.under_one_of(atom, code); });
        }
        case Atom::Kind::set_region: {
            const Taxonomy& taxonomy = situation.version->vocabulary->taxonomy_of(atom.fact);
            const auto& set = completion.facts.at(atom.fact).set;
            return std::any_of(set.begin(), set.end(), [&](CodeIndex code) {
                return atom.choices.at(region_among(taxonomy, atom.codes, code));
            });
        }
        case Atom::Kind::number: {
            const std::optional<Rational> value = reader.sum(atom.form);
            return value && compare(*value, atom.comparison, 0);
        }
        case Atom::Kind::limit:
            return reader.against_limit(atom);
        case Atom::Kind::overlap:
            return reader.times_known() ? reader.works_in(atom.window_from, atom.window_to)
                                        : index < situation.shift.overlaps.size() && situation.shift.overlaps[index];
        case Atom::Kind::stated:
            return situation.facts.at(atom.fact).origin == Origin::stated;
    }
    return false;
}

}  // namespace labourlex
