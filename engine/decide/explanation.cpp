#include "engine/decide/explanation.hpp"

#include "engine/decide/shown_value.hpp"
#include "engine/decide/texts.hpp"
#include "engine/tables/describe.hpp"

#include <algorithm>

namespace labourlex::decide {

namespace {

std::string evidence_name(Evidence evidence) {
    switch (evidence) {
        case Evidence::official:
            return "official";
        case Evidence::translation:
            return "translation";
        case Evidence::secondary:
            return "secondary";
        case Evidence::unverified:
            return "unverified";
    }
    return {};
}

bool same_fact(const VerdictFact& a, const VerdictFact& b) {
    return a.fact == b.fact && a.condition == b.condition;
}

/// Whether the list names the fact outside all its alternatives.
bool says(const std::vector<VerdictFact>& facts, const VerdictFact& fact) {
    return std::any_of(facts.begin(), facts.end(),
                       [&](const VerdictFact& other) { return other.one_of.empty() && same_fact(other, fact); });
}

/// The same fact and condition said once.
void add_fact(std::vector<VerdictFact>& facts, VerdictFact fact) {
    if (!says(facts, fact)) {
        facts.push_back(std::move(fact));
    }
}

/// Adds alternatives of which one is enough. What is said already is not said again; where that leaves nothing of one
/// alternative, the others need not be told.
void add_alternatives(std::vector<VerdictFact>& facts, std::vector<std::vector<VerdictFact>> branches, unsigned group) {
    std::vector<std::vector<VerdictFact>> kept;
    for (std::vector<VerdictFact>& branch : branches) {
        std::erase_if(branch, [&](const VerdictFact& fact) { return says(facts, fact); });
        if (branch.empty()) {
            return;
        }
        const bool known = std::any_of(kept.begin(), kept.end(), [&](const std::vector<VerdictFact>& other) {
            return std::equal(branch.begin(), branch.end(), other.begin(), other.end(), same_fact);
        });
        if (!known) {
            kept.push_back(std::move(branch));
        }
    }
    for (std::size_t number = 0; number < kept.size(); ++number) {
        for (VerdictFact& fact : kept[number]) {
            if (kept.size() > 1) {
                fact.one_of.insert(fact.one_of.begin(), {group, static_cast<unsigned>(number) + 1});
            }
            facts.push_back(std::move(fact));
        }
    }
}

}  // namespace

Explanation::Explanation(Outcomes& outcomes, const Job& job)
    : outcomes_(outcomes),
      job_(job),
      version_(*outcomes.space().situation().version),
      situation_(outcomes.space().situation()),
      all_(outcomes.diagrams()) {}

VerdictCitation Explanation::citation(const Citation& citation) const {
    VerdictCitation result;
    if (citation.instrument < version_.instruments.size()) {
        result.instrument = version_.instruments[citation.instrument].title;
        result.url = version_.instruments[citation.instrument].url;
    }
    if (!citation.url.empty()) {
        result.url = citation.url;
    }
    result.provision = citation.provision;
    result.evidence = evidence_name(citation.evidence);
    return result;
}

/// A clock term's atom on its fact is the term's table; every other atom is itself.
Diagram Explanation::diagram(AtomIndex index) {
    const Atom& atom = version_.atoms[index];
    if (atom.kind == Atom::Kind::choice && version_.clock_terms[atom.fact]) {
        const TableIndex table = outcomes_.space().tables().clock_terms[atom.fact];
        const Diagram term = table == none_index ? all_.no() : outcomes_.space().table(table);
        const bool for_yes = atom.choices[1];
        const bool for_no = atom.choices[0];
        return for_yes && for_no ? all_.yes() : for_yes ? term : for_no ? all_.negate(term) : all_.no();
    }
    return outcomes_.space().atom(index);
}

Diagram Explanation::diagram(const Condition& condition) {
    switch (condition.kind) {
        case Condition::Kind::atom:
            return diagram(condition.atom);
        case Condition::Kind::definition:
            return diagram(version_.definitions[condition.definition].when);
        case Condition::Kind::negation:
            return all_.negate(diagram(condition.children.front()));
        case Condition::Kind::all: {
            Diagram result = all_.yes();
            for (const Condition& child : condition.children) {
                result = all_.both(diagram(child), result);
            }
            return result;
        }
        case Condition::Kind::any:
            break;
    }
    Diagram result = all_.no();
    for (const Condition& child : condition.children) {
        result = all_.either(diagram(child), result);
    }
    return result;
}

VerdictFact Explanation::fact(AtomIndex index, bool negated) {
    const Atom& atom = version_.atoms[index];
    VerdictFact result;
    result.condition = condition_text(version_, atom, negated);
    if (atom.kind == Atom::Kind::overlap) {
        result.fact = atom.term == no_fact ? subject(version_, atom) : version_.vocabulary->facts[atom.term].name;
    } else if (atom.kind == Atom::Kind::number || atom.kind == Atom::Kind::limit) {
        return number_fact(index, negated);
    } else {
        result.fact = version_.vocabulary->facts[atom.fact].name;
        if (!version_.clock_terms[atom.fact]) {
            const ShownValue shown = shown_value(version_, situation_, atom.fact);
            result.value = shown.text;
            result.json_value = shown.json;
            result.origin = origin_of(atom.fact, shown.unknown);
            return result;
        }
    }
    // A clock term: its value follows from the shift.
    Diagram holds = diagram(index);
    if (atom.kind == Atom::Kind::choice && !atom.choices[1]) {
        holds = all_.negate(holds);
    }
    const bool yes = outcomes_.must_be(holds);
    const bool no = !outcomes_.can_be(holds);
    result.value = with_shift(yes ? texts.yes : no ? texts.no : texts.unknown);
    result.json_value = yes ? "true" : no ? "false" : "null";
    if (atom.kind == Atom::Kind::choice) {
        result.condition = with_window(atom, negated, result.condition);
    }
    const bool assumed = situation_.shift.kind == ShiftSituation::Kind::fixed && !situation_.shift.assumed_no.empty();
    const bool stated = situation_.shift.kind == ShiftSituation::Kind::fixed && atom.kind == Atom::Kind::choice &&
                        job_.find(atom.fact) != nullptr;
    result.origin = !yes && !no ? "unknown" : stated ? "stated" : assumed ? "assumed" : "derived";
    return result;
}

/// The facts by which a condition holds (or, not wanted, fails to hold) somewhere in the region.
void Explanation::supporting(const Condition& condition, bool wanted, Diagram region, std::vector<VerdictFact>& facts) {
    switch (condition.kind) {
        case Condition::Kind::atom:
            add_fact(facts, fact(condition.atom, !wanted));
            return;
        case Condition::Kind::definition:
            supporting(version_.definitions[condition.definition].when, wanted, region, facts);
            return;
        case Condition::Kind::negation:
            supporting(condition.children.front(), !wanted, region, facts);
            return;
        case Condition::Kind::all:
        case Condition::Kind::any:
            break;
    }
    const bool every = (condition.kind == Condition::Kind::all) == wanted;
    if (every) {
        for (const Condition& child : condition.children) {
            supporting(child, wanted, region, facts);
        }
        return;
    }
    // One branch is enough: those that hold throughout if there are any, else those that can.
    std::vector<const Condition*> certain;
    std::vector<const Condition*> maybe;
    for (const Condition& child : condition.children) {
        Diagram holds = diagram(child);
        holds = wanted ? holds : all_.negate(holds);
        if (all_.choose(holds, all_.no(), region) == all_.no()) {
            certain.push_back(&child);
        } else if (all_.both(holds, region) != all_.no()) {
            maybe.push_back(&child);
        }
    }
    const unsigned group = ++groups_;
    std::vector<std::vector<VerdictFact>> branches;
    for (const Condition* child : certain.empty() ? maybe : certain) {
        supporting(*child, wanted, region, branches.emplace_back());
    }
    add_alternatives(facts, std::move(branches), group);
}

/// The conditions that do not hold throughout the region.
void Explanation::failing(const Condition& condition, bool wanted, Diagram region, std::vector<VerdictFact>& facts) {
    Diagram holds = diagram(condition);
    holds = wanted ? holds : all_.negate(holds);
    if (all_.choose(holds, all_.no(), region) == all_.no()) {
        return;
    }
    switch (condition.kind) {
        case Condition::Kind::atom:
            add_fact(facts, fact(condition.atom, !wanted));
            return;
        case Condition::Kind::definition:
            failing(version_.definitions[condition.definition].when, wanted, region, facts);
            return;
        case Condition::Kind::negation:
            failing(condition.children.front(), !wanted, region, facts);
            return;
        case Condition::Kind::all:
        case Condition::Kind::any:
            break;
    }
    if ((condition.kind == Condition::Kind::all) == wanted) {
        for (const Condition& child : condition.children) {
            failing(child, wanted, region, facts);
        }
        return;
    }
    // Any of the parts would have been enough.
    const unsigned group = ++groups_;
    std::vector<std::vector<VerdictFact>> branches;
    for (const Condition& child : condition.children) {
        failing(child, wanted, region, branches.emplace_back());
    }
    add_alternatives(facts, std::move(branches), group);
}

/// The facts by which the act reaches, known as such.
void Explanation::reach(const Condition& reaches, Diagram region, std::vector<VerdictFact>& facts) {
    const std::size_t before = facts.size();
    supporting(reaches, true, region, facts);
    for (std::size_t index = before; index < facts.size(); ++index) {
        facts[index].of_reach = true;
    }
}

VerdictException Explanation::exception(NormIndex index, Diagram parent_region) {
    const Norm& norm = version_.norms[index];
    const NormDiagrams& made = outcomes_.norm(index);
    VerdictException result;
    result.rule = norm.name;
    result.title = norm.title;
    result.cls = norm.does_not_apply ? std::string() : version_.classes[norm.cls].name;
    result.citation = citation(norm.citation);
    const bool never = all_.both(made.holds, parent_region) == all_.no();
    const bool always = all_.choose(made.holds, all_.no(), parent_region) == all_.no();
    result.holds = never ? "no" : always ? "yes" : "unknown";
    result.cls_title = norm.does_not_apply ? std::string() : version_.classes[norm.cls].title;
    result.exemption = norm.exemption;
    result.notes = norm.notes;
    groups_ = 0;
    if (!always) {
        for (const Condition* condition : {&norm.in_force, &norm.reaches, &norm.shared, &norm.when}) {
            failing(*condition, true, parent_region, result.failed);
        }
        if (norm.needs) {
            const Diagram spoken = all_.both(parent_region, made.speaks);
            if (spoken != all_.no() && all_.choose(made.needs_enough, all_.no(), spoken) != all_.no()) {
                failing(*norm.needs, true, spoken, result.failed);
            }
        }
    }
    if (norm.needs && all_.both(parent_region, made.speaks) != all_.no()) {
        result.requirement = requirement(index);
    }
    for (const NormIndex other : norm.exceptions) {
        if (version_.norms[other].kind == NormKind::exception) {
            const Diagram region = all_.both(parent_region, made.speaks);
            if (region != all_.no()) {
                result.exceptions.push_back(exception(other, region));
            }
        }
    }
    return result;
}

/// A permitted list holds by its items: each that holds somewhere in the region is a ground, with its own citation.
bool Explanation::add_permissions(const Norm& list, ClassIndex cls, Diagram region, const std::string& exception_to,
                                  std::vector<Ground>& grounds) {
    bool any = false;
    for (const NormIndex index : list.permits) {
        const Norm& item = version_.norms[index];
        const Diagram fits = all_.both(outcomes_.norm(index).holds, region);
        if (fits == all_.no()) {
            continue;
        }
        any = true;
        const bool known = std::any_of(grounds.begin(), grounds.end(), [&](const Ground& other) {
            return other.reason.rule == item.name && other.cls == cls;
        });
        if (known) {
            continue;
        }
        Ground ground;
        ground.cls = cls;
        ground.evidence = item.citation.evidence;
        VerdictReason& reason = ground.reason;
        reason.rule = item.name;
        reason.cls = version_.classes[cls].name;
        reason.cls_title = version_.classes[cls].title;
        reason.title = item.title;
        reason.citation = citation(item.citation);
        reason.exception_to = exception_to;
        reason.applies = all_.choose(fits, all_.no(), outcomes_.feasible()) == all_.no() ? "certain" : "possible";
        reason.notes = item.notes;
        for (const Condition* condition : {&item.when, &item.shared}) {
            supporting(*condition, true, fits, reason.facts);
        }
        grounds.push_back(std::move(ground));
    }
    return any;
}

/// Grounds that norm `index` gives within `region`: itself, or the exceptions that hold in its place.
void Explanation::collect(NormIndex index, Diagram region, const std::string& exception_to,
                          std::vector<Ground>& grounds) {
    const Norm& norm = version_.norms[index];
    const NormDiagrams& made = outcomes_.norm(index);
    Diagram replaced = all_.no();
    Diagram removed = all_.no();
    for (const NormIndex other : norm.exceptions) {
        if (version_.norms[other].kind != NormKind::exception) {
            continue;
        }
        const NormDiagrams& exception = outcomes_.norm(other);
        removed = all_.either(exception.removes, removed);
        for (const Diagram given : exception.by_class) {
            replaced = all_.either(given, replaced);
        }
    }
    const Diagram standing = all_.choose(removed, all_.no(), region);
    for (ClassIndex cls = 0; cls < made.by_class.size(); ++cls) {
        const Diagram given = all_.both(made.by_class[cls], standing);
        if (given == all_.no()) {
            continue;
        }
        const Diagram own = all_.choose(replaced, all_.no(), given);
        if (own != all_.no()) {
            Ground ground;
            ground.cls = cls;
            ground.evidence = norm.citation.evidence;
            VerdictReason& reason = ground.reason;
            reason.rule = norm.name;
            reason.cls = version_.classes[cls].name;
            reason.cls_title = version_.classes[cls].title;
            reason.title = norm.title;
            reason.citation = citation(norm.citation);
            reason.exception_to = exception_to;
            reason.applies = all_.choose(own, all_.no(), outcomes_.feasible()) == all_.no() ? "certain" : "possible";
            reason.notes = norm.notes;
            groups_ = 0;
            const bool by_items = norm.permitted_list && add_permissions(norm, cls, own, exception_to, grounds);
            for (const Condition* condition : {&norm.when, &norm.shared, &norm.in_force}) {
                if (condition != &norm.when || !by_items) {
                    supporting(*condition, true, own, reason.facts);
                }
            }
            reach(norm.reaches, own, reason.facts);
            if (norm.kind == NormKind::requirement) {
                supporting(*norm.needs, false, own, reason.facts);
            }
            for (const NormIndex other : norm.exceptions) {
                if (version_.norms[other].kind == NormKind::exception) {
                    reason.exceptions.push_back(exception(other, all_.both(made.speaks, outcomes_.feasible())));
                }
            }
            const auto same = std::find_if(grounds.begin(), grounds.end(), [&](const Ground& other) {
                return other.reason.rule == reason.rule && other.cls == cls;
            });
            if (same == grounds.end()) {
                grounds.push_back(std::move(ground));
            } else if (reason.applies == "certain") {
                same->reason.applies = "certain";
            }
        }
        for (const NormIndex other : norm.exceptions) {
            if (version_.norms[other].kind == NormKind::exception) {
                const Diagram inside = all_.both(outcomes_.norm(other).by_class[cls], given);
                if (inside != all_.no()) {
                    collect(other, inside, norm.name, grounds);
                }
            }
        }
    }
}

std::vector<VerdictReason> Explanation::reasons() {
    std::vector<Ground> grounds;
    for (NormIndex norm = 0; norm < version_.norms.size(); ++norm) {
        const NormKind kind = version_.norms[norm].kind;
        if (kind == NormKind::rule || kind == NormKind::item || kind == NormKind::requirement) {
            collect(norm, outcomes_.feasible(), {}, grounds);
        }
    }
    // An exemption that took a ground away leaves the default, and is what it rests on.
    add_exemptions(grounds);
    // A default outcome rests on the acts that regulate work and reach the job without forbidding it.
    const std::uint32_t standard = version_.default_class();
    Diagram by_default =
        all_.map(outcomes_.outcome(), [&](std::uint32_t value) { return value == standard ? 1U : 0U; });
    for (NormIndex norm = 0; norm < version_.norms.size(); ++norm) {
        if (version_.norms[norm].kind != NormKind::exception) {
            by_default = all_.choose(outcomes_.norm(norm).by_class[standard], all_.no(), by_default);
        }
    }
    for (InstrumentIndex index = 0; index < version_.instruments.size() && by_default != all_.no(); ++index) {
        const Instrument& instrument = version_.instruments[index];
        const Diagram region = instrument.regulating ? all_.both(by_default, outcomes_.reaches(index)) : all_.no();
        if (region == all_.no()) {
            continue;
        }
        Ground ground;
        ground.cls = standard;
        ground.evidence = instrument.evidence;
        VerdictReason& reason = ground.reason;
        reason.rule = instrument.name;
        reason.cls = version_.classes[standard].name;
        reason.cls_title = version_.classes[standard].title;
        reason.title = instrument.title;
        reason.citation = {instrument.title, instrument.reach_provision, instrument.url,
                           evidence_name(instrument.evidence)};
        reason.applies = all_.choose(region, all_.no(), outcomes_.feasible()) == all_.no() ? "certain" : "possible";
        reason.notes = instrument.notes;
        groups_ = 0;
        reach(instrument.reaches, region, reason.facts);
        supporting(instrument.in_force, true, region, reason.facts);
        grounds.push_back(std::move(ground));
    }
    std::stable_sort(grounds.begin(), grounds.end(), [](const Ground& a, const Ground& b) {
        if (a.cls != b.cls) {
            return a.cls > b.cls;
        }
        const bool a_certain = a.reason.applies == "certain";
        const bool b_certain = b.reason.applies == "certain";
        // Of two equally telling grounds the better evidenced one leads.
        return a_certain != b_certain ? a_certain : a.evidence < b.evidence;
    });
    add_lifted(grounds);
    std::vector<VerdictReason> result;
    for (Ground& ground : grounds) {
        result.push_back(std::move(ground.reason));
    }
    return result;
}

}  // namespace labourlex::decide
