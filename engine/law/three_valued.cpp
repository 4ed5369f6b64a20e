#include "engine/law/three_valued.hpp"

#include <algorithm>

namespace labourlex {

namespace {

/// Collects whether some possible value makes the atom true and some makes it false.
struct Seen {
    bool yes = false;
    bool no = false;

    void add(Truth truth) {
        yes = yes || truth != Truth::no;
        no = no || truth != Truth::yes;
    }
    [[nodiscard]] Truth truth() const { return yes && no ? Truth::unknown : yes ? Truth::yes : Truth::no; }
};

bool below_any(const Taxonomy& taxonomy, CodeIndex code, const std::vector<CodeIndex>& codes) {
    return std::any_of(codes.begin(), codes.end(),
                       [&](CodeIndex ancestor) { return taxonomy.at_or_below(code, ancestor); });
}

bool above_any(const Taxonomy& taxonomy, CodeIndex code, const std::vector<CodeIndex>& codes) {
    return std::any_of(codes.begin(), codes.end(),
                       [&](CodeIndex descendant) { return taxonomy.at_or_below(descendant, code); });
}

Truth choice_truth(const FactSituation& fact, const Atom& atom) {
    Seen seen;
    for (std::size_t value = 0; value < fact.choices.size(); ++value) {
        if (fact.choices[value]) {
            seen.add(atom.choices[value] ? Truth::yes : Truth::no);
        }
    }
    return seen.truth();
}

Truth code_truth(const Taxonomy& taxonomy, const FactSituation& fact, const Atom& atom) {
    Seen seen;
    if (fact.unnamed_code) {
        seen.add(Truth::no);
    }
    for (const CodeIndex code : fact.codes) {
        seen.add(below_any(taxonomy, code, atom.codes)   ? Truth::yes
                 : above_any(taxonomy, code, atom.codes) ? Truth::unknown
                                                         : Truth::no);
    }
    return seen.truth();
}

Truth includes_truth(const Taxonomy& taxonomy, const SetKnowledge& set, const Atom& atom) {
    for (const CodeIndex code : set.has) {
        if (below_any(taxonomy, code, atom.codes)) {
            return Truth::yes;
        }
    }
    if (set.listed) {
        return Truth::no;
    }
    const bool excluded = std::all_of(atom.codes.begin(), atom.codes.end(),
                                      [&](CodeIndex code) { return below_any(taxonomy, code, set.has_not); });
    return excluded ? Truth::no : Truth::unknown;
}

/// Only a list settles which regions hold something.
Truth region_truth(const Taxonomy& taxonomy, const SetKnowledge& set, const Atom& atom) {
    const bool some = std::any_of(set.has.begin(), set.has.end(), [&](CodeIndex code) {
        return atom.choices[region_among(taxonomy, atom.codes, code)];
    });
    return !set.listed ? Truth::unknown : some ? Truth::yes : Truth::no;
}

Truth only_truth(const Taxonomy& taxonomy, const SetKnowledge& set, const Atom& atom) {
    bool all_inside = true;
    for (const CodeIndex code : set.has) {
        const bool inside = below_any(taxonomy, code, atom.codes);
        if (!inside && (set.listed || !above_any(taxonomy, code, atom.codes))) {
            return Truth::no;
        }
        all_inside = all_inside && inside;
    }
    if (set.listed) {
        return set.has.empty() ? Truth::no : Truth::yes;
    }
    return Truth::unknown;
}

bool satisfies(const Rational& value, Comparison comparison) {
    switch (comparison) {
        case Comparison::under:
            return value.sign() < 0;
        case Comparison::over:
            return value.sign() > 0;
        case Comparison::at_least:
            return value.sign() >= 0;
        case Comparison::at_most:
            return value.sign() <= 0;
    }
    return false;
}

/// The form's value over a box of intervals: both ends of the range it can take.
Truth range_truth(const Rational& low, const Rational& high, Comparison comparison) {
    const bool at_low = satisfies(low, comparison);
    const bool at_high = satisfies(high, comparison);
    return at_low && at_high ? Truth::yes : !at_low && !at_high ? Truth::no : Truth::unknown;
}

Truth number_truth(const std::vector<FactSituation>& facts, const Atom& atom) {
    const auto& terms = atom.form.terms;
    if (terms.size() == 1 && terms[0].fact < facts.size() && terms[0].whole_fact == no_fact) {
        Seen seen;
        for (const NumberInterval& interval : facts[terms[0].fact].numbers) {
            seen.add(range_truth(terms[0].factor * interval.low + atom.form.constant,
                                 terms[0].factor * interval.high + atom.form.constant, atom.comparison));
        }
        return seen.truth();
    }
    Rational low = atom.form.constant;
    Rational high = atom.form.constant;
    for (const LinearTerm& term : terms) {
        if (term.fact >= facts.size() || term.whole_fact != no_fact) {
            return Truth::unknown;
        }
        const Rational first = term.factor * facts[term.fact].numbers.front().low;
        const Rational last = term.factor * facts[term.fact].numbers.back().high;
        low = low + std::min(first, last);
        high = high + std::max(first, last);
    }
    return range_truth(low, high, atom.comparison);
}

}  // namespace

Truth negate(Truth truth) {
    return truth == Truth::yes ? Truth::no : truth == Truth::no ? Truth::yes : Truth::unknown;
}

namespace {

Truth overlap_truth(const Version& version, const std::vector<FactSituation>& facts, const Atom& atom) {
    if (version.shift_start == no_fact || version.shift_end == no_fact) {
        return Truth::unknown;
    }
    const FactSituation& start = facts[version.shift_start];
    const FactSituation& end = facts[version.shift_end];
    if (!start.fixed || !end.fixed) {
        return Truth::unknown;
    }
    return shift_overlaps(start.minutes[0].first, end.minutes[0].first, atom.window_from, atom.window_to) ? Truth::yes
                                                                                                         : Truth::no;
}

}  // namespace

Truth truth_of(const Version& version, const std::vector<FactSituation>& facts, const Job& job, const Atom& atom) {
    switch (atom.kind) {
        case Atom::Kind::stated:
            return job.find(atom.fact) != nullptr ? Truth::yes : Truth::no;
        case Atom::Kind::choice:
            return version.clock_terms[atom.fact] ? Truth::unknown : choice_truth(facts[atom.fact], atom);
        case Atom::Kind::code:
            return code_truth(version.vocabulary->taxonomy_of(atom.fact), facts[atom.fact], atom);
        case Atom::Kind::set_includes:
            return includes_truth(version.vocabulary->taxonomy_of(atom.fact), facts[atom.fact].set, atom);
        case Atom::Kind::set_region:
            return region_truth(version.vocabulary->taxonomy_of(atom.fact), facts[atom.fact].set, atom);
        case Atom::Kind::set_only:
            return only_truth(version.vocabulary->taxonomy_of(atom.fact), facts[atom.fact].set, atom);
        case Atom::Kind::number:
            return number_truth(facts, atom);
        case Atom::Kind::overlap:
            return overlap_truth(version, facts, atom);
        case Atom::Kind::limit:
            return Truth::unknown;
    }
    return Truth::unknown;
}

Truth truth_of(const Version& version, const std::vector<FactSituation>& facts, const Job& job,
               const Condition& condition) {
    switch (condition.kind) {
        case Condition::Kind::atom:
            return truth_of(version, facts, job, version.atoms[condition.atom]);
        case Condition::Kind::definition:
            return truth_of(version, facts, job, version.definitions[condition.definition].when);
        case Condition::Kind::negation:
            return negate(truth_of(version, facts, job, condition.children.front()));
        case Condition::Kind::all:
        case Condition::Kind::any:
            break;
    }
    const Truth decisive = condition.kind == Condition::Kind::all ? Truth::no : Truth::yes;
    Truth result = negate(decisive);
    for (const Condition& child : condition.children) {
        const Truth truth = truth_of(version, facts, job, child);
        if (truth == decisive) {
            return decisive;
        }
        if (truth == Truth::unknown) {
            result = Truth::unknown;
        }
    }
    return result;
}

}  // namespace labourlex
