// Conditions that leave out no job, alternatives that no job takes, comparisons that are always or never true.
//
// A condition is a tree. For each part there are jobs for which it matters whether the part is true: inside an `all of`
// those for which everything beside it is true, inside an `any of` those for which nothing beside it is. Over these
// jobs a part of an `all of` that is always true can be left out, and a part of an `any of` that is never true as well;
// and only then, since for any other job its value would be the value of the whole. So the question about each part is
// one inclusion of diagrams.
//
// Parts are asked from the last to the first, and a part found idle counts as gone when the others are asked: of two
// parts that say the same only the second is reported, and all that is reported could go together.
//
// What a part is held against:
//
// - always true, or always true beside the others: only against the declared ranges and constraints and against the
//   other parts of the same condition. That an act says "persons under 18" once more although its reach says so is how
//   acts are written, and helps who reads one article; it is no finding.
// - never true: also against what its list or section asks and what the act reaches. An alternative for adults in a
// list
//   for minors is no style, it is a slip.
//
// Each condition is looked at where it stands, once: a norm's own words, a definition, the reach of an act. A whole
// condition that no job meets is told as that (L0620).
#include "engine/analyse/finding_words.hpp"
#include "engine/analyse/inspection.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace labourlex::analyse {

namespace {

/// What a condition belongs to.
struct Owner {
    std::string name;
    std::string act;
    Diagram shared = 0;
    Diagram reach = 0;
};

class Idle {
public:
    Idle(Inspection& inspection, Owner owner)
        : inspection_(inspection), law_(inspection.law), all_(law_.diagrams()), owner_(std::move(owner)) {}

    /// `care`: the possible jobs for which the value of the condition matters.
    void walk(const Condition& condition, Diagram care) {
        switch (condition.kind) {
            case Condition::Kind::negation:
                walk(condition.children.front(), care);
                break;
            case Condition::Kind::all:
            case Condition::Kind::any:
                walk_parts(condition, care);
                break;
            case Condition::Kind::atom:
            case Condition::Kind::definition:
                break;
        }
    }

    /// A condition that consists of one comparison has nothing beside it.
    void single(const Condition& condition) {
        if (condition.kind == Condition::Kind::atom && law_.inside(all_.yes(), law_.condition(condition))) {
            report(Code::L0627, condition, std::string(finding_texts.always_of_itself));
        }
    }

private:
    /// What the other parts must be for a part to matter: all true, or none true.
    Diagram others(const std::vector<std::optional<Diagram>>& parts, std::size_t but, bool conjunction) {
        Diagram result = all_.yes();
        for (std::size_t i = parts.size(); i-- > 0;) {
            if (i != but && parts[i]) {
                result = conjunction ? all_.both(*parts[i], result) : all_.choose(*parts[i], all_.no(), result);
            }
        }
        return result;
    }

    void walk_parts(const Condition& condition, Diagram care) {
        const bool conjunction = condition.kind == Condition::Kind::all;
        std::vector<std::optional<Diagram>> parts;
        for (const Condition& child : condition.children) {
            parts.emplace_back(law_.condition(child));
        }
        for (std::size_t i = parts.size(); i-- > 0;) {
            const Condition& child = condition.children[i];
            const Diagram matters = all_.both(care, others(parts, i, conjunction));
            const bool written = child.span.end > child.span.begin;
            // A range "from A to B" is written as one and made of two comparisons at one place.
            const bool one_writing = condition.children.size() > 1 && child.span == condition.span;
            if (!written || one_writing) {
                continue;
            }
            if (conjunction ? all_.choose(*parts[i], all_.no(), matters) == all_.no()
                            : all_.both(*parts[i], matters) == all_.no()) {
                if (conjunction) {
                    const bool alone = law_.inside(all_.yes(), *parts[i]);
                    report(alone ? Code::L0627 : Code::L0622, child, std::string(finding_texts.always_of_itself));
                } else {
                    never_or_said_already(child, *parts[i], care);
                }
                parts[i].reset();
            } else if (!conjunction && never_around(child, *parts[i])) {
                parts[i].reset();
            }
        }
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (parts[i]) {
                walk(condition.children[i], all_.both(care, others(parts, i, conjunction)));
            }
        }
    }

    /// An alternative that adds no job: because no job takes it, or because the other alternatives have them all.
    void never_or_said_already(const Condition& part, Diagram holds, Diagram care) {
        if (law_.never(holds)) {
            report(Code::L0626, part, why_never(part));
        } else if (all_.both(holds, care) == all_.no()) {
            report(Code::L0626, part, std::string(finding_texts.never_beside));
        } else {
            report(Code::L0622, part, {});
        }
    }

    bool never_around(const Condition& part, Diagram holds) {
        const Diagram in_list = all_.both(all_.both(holds, owner_.shared), law_.feasible());
        if (in_list == all_.no()) {
            report(Code::L0626, part, std::string(finding_texts.never_with_shared));
            return true;
        }
        if (all_.both(in_list, owner_.reach) == all_.no()) {
            report(Code::L0626, part, fmt::format(fmt::runtime(finding_texts.never_with_reach), owner_.act));
            return true;
        }
        return false;
    }

    /// A comparison with a limit that has no text in force is never true, whatever the ranges.
    std::string why_never(const Condition& part) {
        const Version& version = inspection_.version();
        if (part.kind == Condition::Kind::atom && version.atoms[part.atom].kind == Atom::Kind::limit &&
            version.limits[version.atoms[part.atom].limit].empty()) {
            return fmt::format(fmt::runtime(finding_texts.no_limit_in_force),
                               inspection_.name_of(version.atoms[part.atom].limit));
        }
        return std::string(finding_texts.never_of_itself);
    }

    void report(Code code, const Condition& part, std::string why) {
        std::vector<std::string> words{owner_.name, inspection_.quoted(part.span)};
        if (code != Code::L0622) {
            words.push_back(std::move(why));
        }
        inspection_.report(code, part.span, std::move(words));
    }

    Inspection& inspection_;
    SingleLaw& law_;
    Diagrams& all_;
    Owner owner_;
};

void look_at(Inspection& inspection, const Condition& condition, Owner owner) {
    if (inspection.law.never(inspection.law.condition(condition))) {
        return;
    }
    Idle idle(inspection, std::move(owner));
    idle.single(condition);
    idle.walk(condition, inspection.law.feasible());
}

}  // namespace

void find_idle_conditions(Inspection& inspection) {
    SingleLaw& law = inspection.law;
    const Version& version = inspection.version();
    const Diagram yes = law.diagrams().yes();
    for (const NormIndex index : inspection.norms()) {
        const Norm& norm = version.norms[index];
        if (norm.permitted_list || norm.kind == NormKind::unseen || law.never(law.speaks(index))) {
            continue;
        }
        const Owner owner{norm.name, inspection.act_of(norm.citation), law.condition(norm.shared),
                          law.condition(norm.reaches)};
        look_at(inspection, norm.when, owner);
        if (norm.needs) {
            look_at(inspection, *norm.needs, {norm.name, "", yes, yes});
        }
    }
    for (const Definition& definition : version.definitions) {
        if (inspection.wanted(definition.span)) {
            look_at(inspection, definition.when, {definition.name, "", yes, yes});
        }
    }
    for (const Instrument& instrument : version.instruments) {
        if (inspection.wanted(instrument.span)) {
            look_at(inspection, instrument.reaches, {instrument.name, "", yes, yes});
        }
    }
}

}  // namespace labourlex::analyse
