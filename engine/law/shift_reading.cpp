#include "engine/law/shift_reading.hpp"

#include "engine/facts/arithmetic.hpp"
#include "engine/law/shift_lengths.hpp"
#include "engine/law/three_valued.hpp"

#include <algorithm>

namespace labourlex {

int shift_minutes(int start, int end) {
    const int length = (end - start + minutes_of_day) % minutes_of_day;
    return length == 0 ? minutes_of_day : length;
}

bool shift_overlaps(int start, int end, int from, int to) {
    // Both are arcs of the clock. They overlap when one of them starts inside the other; a start that touches the other's
    // end is outside.
    const int shift = shift_minutes(start, end);
    const int window = shift_minutes(from, to);
    return (from - start + minutes_of_day) % minutes_of_day < shift ||
           (start - from + minutes_of_day) % minutes_of_day < window;
}

namespace {

/// Truth of a condition over overlap atoms when some of them are settled by the times; three-valued in the other facts.
Truth clock_truth(const Situation& situation, const Job& job, const Condition& condition,
                  const std::vector<Truth>& overlaps) {
    const Version& version = *situation.version;
    switch (condition.kind) {
        case Condition::Kind::atom:
            return version.atoms[condition.atom].kind == Atom::Kind::overlap
                       ? overlaps[condition.atom]
                       : truth_of(version, situation.facts, job, version.atoms[condition.atom]);
        case Condition::Kind::definition:
            return clock_truth(situation, job, version.definitions[condition.definition].when, overlaps);
        case Condition::Kind::negation:
            return negate(clock_truth(situation, job, condition.children.front(), overlaps));
        case Condition::Kind::all:
        case Condition::Kind::any: break;
    }
    const Truth decisive = condition.kind == Condition::Kind::all ? Truth::no : Truth::yes;
    Truth result = negate(decisive);
    for (const Condition& child : condition.children) {
        const Truth truth = clock_truth(situation, job, child, overlaps);
        if (truth == decisive) {
            return decisive;
        }
        if (truth == Truth::unknown) {
            result = Truth::unknown;
        }
    }
    return result;
}

/// The stated value of a clock term: yes, no, or unknown when it is absent, unknown or both values are possible.
Truth stated_term(const Situation& situation, const Job& job, FactIndex term) {
    const Knowledge* knowledge = term == no_fact ? nullptr : job.find(term);
    if (knowledge == nullptr || knowledge->stated_unknown || situation.options.frees(term)) {
        return Truth::unknown;
    }
    const bool maybe_no = knowledge->choices[0];
    const bool maybe_yes = knowledge->choices[1];
    return maybe_no && maybe_yes ? Truth::unknown : maybe_yes ? Truth::yes : Truth::no;
}

bool known(const Situation& situation, const Job& job, FactIndex time) {
    return time != no_fact && job.find(time) != nullptr && situation.facts[time].fixed;
}

/// Every pair that one known time allows gives the same answer: that answer. Else unknown.
Truth from_one_time(const Situation& situation, const Atom& atom, bool start_known, int minute,
                    const ShiftLengths& lengths) {
    bool some_in = false;
    bool some_out = false;
    const FactIndex other = start_known ? situation.version->shift_end : situation.version->shift_start;
    for (const MinuteInterval& interval : situation.facts[other].minutes) {
        for (int second = interval.first; second <= interval.last; ++second) {
            const int start = start_known ? minute : second;
            const int end = start_known ? second : minute;
            if (lengths.allow(shift_minutes(start, end))) {
                const bool in = shift_overlaps(start, end, atom.window_from, atom.window_to);
                some_in = some_in || in;
                some_out = some_out || !in;
            }
        }
    }
    return some_in == some_out ? Truth::unknown : some_in ? Truth::yes : Truth::no;
}

/// Some clock term or time was stated `unknown` or only in part, or its assumption was freed.
bool times_are_open(const Situation& situation, const Job& job) {
    const Version& version = *situation.version;
    for (const FactIndex time : {version.shift_start, version.shift_end}) {
        if (situation.options.frees(time) || (job.find(time) != nullptr && !situation.facts[time].fixed)) {
            return true;
        }
    }
    for (FactIndex term = 0; term < version.clock_terms.size(); ++term) {
        if (!version.clock_terms[term]) {
            continue;
        }
        const Knowledge* knowledge = job.find(term);
        if (situation.options.frees(term) ||
            (knowledge != nullptr && (knowledge->stated_unknown || (knowledge->choices[0] && knowledge->choices[1])))) {
            return true;
        }
    }
    return false;
}

void note_overridden(Situation& situation, const Job& job) {
    const Version& version = *situation.version;
    std::vector<Truth> overlaps(version.atoms.size(), Truth::unknown);
    for (AtomIndex atom = 0; atom < version.atoms.size(); ++atom) {
        if (version.atoms[atom].kind == Atom::Kind::overlap) {
            overlaps[atom] = shift_overlaps(situation.shift.start, situation.shift.end, version.atoms[atom].window_from,
                                            version.atoms[atom].window_to)
                                 ? Truth::yes
                                 : Truth::no;
        }
    }
    for (FactIndex term = 0; term < version.clock_terms.size(); ++term) {
        const Truth stated = version.clock_terms[term] ? stated_term(situation, job, term) : Truth::unknown;
        if (stated != Truth::unknown) {
            const Truth computed = clock_truth(situation, job, *version.clock_terms[term], overlaps);
            if (computed != Truth::unknown && computed != stated) {
                situation.overridden.push_back(term);
            }
        }
    }
}

void set_free(Situation& situation, const Job& job) {
    const Version& version = *situation.version;
    situation.shift.kind = ShiftSituation::Kind::free;
    situation.shift.overlaps.clear();
    situation.shift.assumed_no.clear();
    for (FactIndex term = 0; term < version.clock_terms.size(); ++term) {
        const Truth stated = version.clock_terms[term] ? stated_term(situation, job, term) : Truth::unknown;
        if (stated != Truth::unknown && !version.clock_terms[term]->never()) {
            situation.shift.stated_terms.emplace_back(term, stated == Truth::yes);
        }
    }
}

}  // namespace

void read_shift(Situation& situation, const Job& job) {
    const Version& version = *situation.version;
    const bool start_known = known(situation, job, version.shift_start);
    const bool end_known = known(situation, job, version.shift_end);
    const bool has_times = version.shift_start != no_fact && version.shift_end != no_fact;
    ShiftSituation& shift = situation.shift;
    const bool freed_time =
        situation.options.frees(version.shift_start) || situation.options.frees(version.shift_end);
    if (has_times && start_known && end_known && !freed_time) {
        shift.kind = ShiftSituation::Kind::known;
        shift.start = situation.facts[version.shift_start].minutes[0].first;
        shift.end = situation.facts[version.shift_end].minutes[0].first;
        note_overridden(situation, job);
        return;
    }
    if (has_times && times_are_open(situation, job)) {
        set_free(situation, job);
        return;
    }
    shift.kind = ShiftSituation::Kind::fixed;
    shift.overlaps.assign(version.atoms.size(), false);
    std::optional<ShiftLengths> lengths;
    for (AtomIndex index = 0; index < version.atoms.size(); ++index) {
        const Atom& atom = version.atoms[index];
        if (atom.kind != Atom::Kind::overlap) {
            continue;
        }
        Truth truth = Truth::unknown;
        if (start_known || end_known) {
            if (!lengths) {
                lengths.emplace(situation);
            }
            const FactIndex time = start_known ? version.shift_start : version.shift_end;
            truth = from_one_time(situation, atom, start_known, situation.facts[time].minutes[0].first, *lengths);
        }
        const Truth stated = stated_term(situation, job, atom.term);
        if (truth == Truth::unknown) {
            truth = stated;
        } else if (stated != Truth::unknown && stated != truth &&
                   std::find(situation.overridden.begin(), situation.overridden.end(), atom.term) ==
                       situation.overridden.end()) {
            situation.overridden.push_back(atom.term);
        }
        if (truth == Truth::unknown) {
            shift.assumed_no.push_back(index);
        }
        shift.overlaps[index] = truth == Truth::yes;
    }
    if (has_times && situation.options.strict && !shift.assumed_no.empty()) {
        set_free(situation, job);
    }
}

}  // namespace labourlex
