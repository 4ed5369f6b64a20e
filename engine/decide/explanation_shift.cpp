// What a ground says of the clock: between which hours the law's time lies, and from when to when the shift goes. "Night work:
// yes" tells an inspector nothing that can be checked; the two pairs of times do.
#include "engine/decide/explanation.hpp"

#include "engine/decide/texts.hpp"
#include "engine/tables/describe.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace labourlex::decide {

namespace {

/// Whether the condition tests the term's window anywhere.
bool tests_window(const Version& version, const Condition& condition, FactIndex term) {
    if (condition.kind == Condition::Kind::atom) {
        const Atom& atom = version.atoms[condition.atom];
        return atom.kind == Atom::Kind::overlap && atom.term == term;
    }
    return std::any_of(condition.children.begin(), condition.children.end(),
                       [&](const Condition& child) { return tests_window(version, child, term); });
}

}  // namespace

/// The windows of a clock term that may be those of this job: the rows of its table whose cases can hold.
void Explanation::gather_windows(const Condition& condition, FactIndex term, std::vector<AtomIndex>& windows) {
    if (!tests_window(version_, condition, term)) {
        return;
    }
    if (condition.kind == Condition::Kind::atom) {
        if (std::find(windows.begin(), windows.end(), condition.atom) == windows.end()) {
            windows.push_back(condition.atom);
        }
        return;
    }
    if (condition.kind == Condition::Kind::all) {
        Diagram row_applies = all_.yes();
        for (const Condition& child : condition.children) {
            if (!tests_window(version_, child, term)) {
                row_applies = all_.both(diagram(child), row_applies);
            }
        }
        if (!outcomes_.can_be(row_applies)) {
            return;
        }
    }
    for (const Condition& child : condition.children) {
        gather_windows(child, term, windows);
    }
}

/// The window beside what the law says of a clock term, where only one can be that of this job.
std::string Explanation::with_window(const Atom& atom, bool negated, const std::string& condition) {
    const auto& term = version_.clock_terms[atom.fact];
    if (!term) {
        return condition;
    }
    std::vector<AtomIndex> windows;
    gather_windows(*term, atom.fact, windows);
    if (windows.size() != 1) {
        return condition;
    }
    const bool wants_no = !atom.choices[1];
    return fmt::format(fmt::runtime(texts.clock_with_window), condition,
                       condition_text(version_, version_.atoms[windows.front()], negated != wants_no));
}

/// The shift beside a value that follows from it.
std::string Explanation::with_shift(std::string_view value) const {
    const ShiftSituation& shift = situation_.shift;
    if (shift.kind != ShiftSituation::Kind::known) {
        return std::string(value);
    }
    return fmt::format(fmt::runtime(texts.value_with_shift), value, time_of_day_text(shift.start),
                       time_of_day_text(shift.end));
}

}  // namespace labourlex::decide
