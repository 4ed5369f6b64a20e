#include "engine/tables/disjoint.hpp"

#include <algorithm>
#include <map>

namespace labourlex {
namespace {

/// One end of a range of a number.
struct Bound {
    Rational value;
    bool included = true;
};

struct Range {
    std::optional<Bound> low;
    std::optional<Bound> high;

    void raise(const Bound& bound) {
        if (!low || bound.value > low->value || (bound.value == low->value && !bound.included)) low = bound;
    }
    void lower(const Bound& bound) {
        if (!high || bound.value < high->value || (bound.value == high->value && !bound.included)) high = bound;
    }
    [[nodiscard]] bool empty() const {
        if (!low || !high) return false;
        return low->value > high->value || (low->value == high->value && !(low->included && high->included));
    }
};

/// What the cells of a band say of single facts.
struct Band {
    std::map<FactIndex, std::vector<bool>> choices;
    std::map<FactIndex, Range> ranges;

    [[nodiscard]] bool empty() const {
        const auto none_left = [](const auto& entry) {
            return std::none_of(entry.second.begin(), entry.second.end(), [](bool left) { return left; });
        };
        return std::any_of(choices.begin(), choices.end(), none_left) ||
               std::any_of(ranges.begin(), ranges.end(), [](const auto& entry) { return entry.second.empty(); });
    }
};

Comparison opposite(Comparison comparison) {
    switch (comparison) {
        case Comparison::under:
            return Comparison::at_least;
        case Comparison::over:
            return Comparison::at_most;
        case Comparison::at_least:
            return Comparison::under;
        case Comparison::at_most:
            return Comparison::over;
    }
    return comparison;
}

void narrow(Band& band, const Atom& atom, bool positive) {
    if (atom.kind == Atom::Kind::choice) {
        const auto [place, is_new] = band.choices.try_emplace(atom.fact, atom.choices.size(), true);
        for (std::size_t i = 0; i < atom.choices.size(); ++i) {
            if (atom.choices[i] != positive) place->second[i] = false;
        }
        return;
    }
    if (atom.kind != Atom::Kind::number || atom.form.terms.size() != 1) return;
    const LinearTerm& term = atom.form.terms.front();
    if (term.factor.sign() <= 0 || term.whole_fact != no_fact) return;
    const Rational end = -atom.form.constant / term.factor;
    Range& range = band.ranges[term.fact];
    switch (positive ? atom.comparison : opposite(atom.comparison)) {
        case Comparison::under:
            range.lower({end, false});
            break;
        case Comparison::at_most:
            range.lower({end, true});
            break;
        case Comparison::over:
            range.raise({end, false});
            break;
        case Comparison::at_least:
            range.raise({end, true});
            break;
    }
}

/// Takes in the cells that stand together; alternatives say nothing for sure and are passed over.
void narrow(Band& band, const Version& version, const Condition& condition, bool positive) {
    switch (condition.kind) {
        case Condition::Kind::atom:
            narrow(band, version.atoms.at(condition.atom), positive);
            break;
        case Condition::Kind::negation:
            narrow(band, version, condition.children.front(), !positive);
            break;
        case Condition::Kind::definition:
            break;
        case Condition::Kind::all:
        case Condition::Kind::any:
            if ((condition.kind == Condition::Kind::all) != positive && condition.children.size() != 1) break;
            for (const Condition& child : condition.children) narrow(band, version, child, positive);
            break;
    }
}

}  // namespace

bool surely_disjoint(const Version& version, const Condition& a, const Condition& b) {
    Band band;
    narrow(band, version, a, true);
    narrow(band, version, b, true);
    return band.empty();
}

}  // namespace labourlex
