#include "engine/decide/short_day.hpp"

#include "engine/decide/shown_value.hpp"
#include "engine/decide/texts.hpp"
#include "engine/tables/describe.hpp"

#include <fmt/format.h>

namespace labourlex::decide {

namespace {

/// Facts that the vocabulary's constraints hold to the length of the shift ("no more hours on a day than the shift is
/// long") are the hours of a day; no name of a fact is known to the program.
FactIndex hours_within_shift(const Version& version, const Condition& condition) {
    if (condition.kind == Condition::Kind::atom) {
        const Atom& atom = version.atoms[condition.atom];
        const auto& terms = atom.form.terms;
        if (atom.kind != Atom::Kind::number || terms.size() != 2) {
            return no_fact;
        }
        const std::size_t shift = terms[0].fact == shift_length ? 0 : 1;
        const LinearTerm& hours = terms[1 - shift];
        const bool compared = terms[shift].fact == shift_length && hours.whole_fact == no_fact &&
                              hours.fact < version.vocabulary->facts.size() && hours.factor == -terms[shift].factor;
        return compared ? hours.fact : no_fact;
    }
    for (const Condition& child : condition.children) {
        const FactIndex found = hours_within_shift(version, child);
        if (found != no_fact) {
            return found;
        }
    }
    return no_fact;
}

}  // namespace

std::optional<std::string> note_on_short_day(const Situation& situation) {
    const ShiftSituation& shift = situation.shift;
    if (shift.kind != ShiftSituation::Kind::known) {
        return std::nullopt;
    }
    const Version& version = *situation.version;
    const Rational length(shift_minutes(shift.start, shift.end), 60);
    for (const Impossible& impossible : version.impossible) {
        const FactIndex fact = hours_within_shift(version, impossible.when);
        if (fact == no_fact || situation.facts[fact].origin != Origin::stated || situation.facts[fact].numbers.empty()) {
            continue;
        }
        const Rational most = situation.facts[fact].numbers.back().high;
        if (Rational(2) * most < length) {
            const FactDeclaration& declaration = version.vocabulary->facts[fact];
            return fmt::format(fmt::runtime(texts.short_day), declaration.name, shown_value(version, situation, fact).text,
                               time_of_day_text(shift.start), time_of_day_text(shift.end));
        }
    }
    return std::nullopt;
}

}  // namespace labourlex::decide
