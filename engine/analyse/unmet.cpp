// Norms that no job meets, and requirements that ask for nothing or for what nobody can do.
//
// Why this is exact: a norm's condition is one diagram over every possible job, and no job meets it exactly where its
// conjunction with the possible jobs is the terminal `no`. Which part of it is to blame is found by the same question
// about less and less of it: its own words first, then with those of its list, then with the reach of its act.
//
// Unread parts are not reported on: what they ask is the encoder's guess at a text that nobody has seen.
#include "engine/analyse/finding_words.hpp"
#include "engine/analyse/inspection.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace labourlex::analyse {

namespace {

/// The limits without a text in force that a condition compares with.
void ended_limits(Inspection& inspection, const Condition& condition, std::vector<std::string>& names) {
    const Version& version = inspection.version();
    if (condition.kind == Condition::Kind::atom && version.atoms[condition.atom].kind == Atom::Kind::limit) {
        const LimitIndex limit = version.atoms[condition.atom].limit;
        const std::string name = fmt::format(fmt::runtime(finding_texts.name), inspection.name_of(limit));
        if (version.limits[limit].empty() && std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        }
    }
    if (condition.kind == Condition::Kind::definition) {
        ended_limits(inspection, version.definitions[condition.definition].when, names);
    }
    for (const Condition& child : condition.children) {
        ended_limits(inspection, child, names);
    }
}

std::string why_unmet(Inspection& inspection, const Norm& norm) {
    Diagrams& all = inspection.law.diagrams();
    Diagram holds = inspection.law.condition(norm.when);
    if (inspection.law.never(holds)) {
        std::vector<std::string> limits;
        ended_limits(inspection, norm.when, limits);
        if (!limits.empty()) {
            return fmt::format(fmt::runtime(finding_texts.unmet_without_limit),
                               fmt::join(limits, finding_texts.separator));
        }
        return std::string(finding_texts.unmet_itself);
    }
    holds = all.both(inspection.law.condition(norm.shared), holds);
    if (inspection.law.never(holds)) {
        return std::string(finding_texts.unmet_with_shared);
    }
    holds = all.both(inspection.law.condition(norm.reaches), holds);
    return inspection.law.never(holds)
               ? fmt::format(fmt::runtime(finding_texts.unmet_with_reach), inspection.act_of(norm.citation))
               : std::string(finding_texts.unmet_in_time);
}

void needs_of(Inspection& inspection, NormIndex index) {
    const Norm& norm = inspection.norm(index);
    if (!norm.needs) {
        return;
    }
    Diagrams& all = inspection.law.diagrams();
    Diagram applies = inspection.law.holds(index);
    if (norm.kind == NormKind::exception) {
        // What it requires is part of whether it holds; ask where it would be required.
        Diagram parents = all.no();
        for (const NormIndex parent : norm.parents) {
            parents = all.either(inspection.law.stands(parent, index), parents);
        }
        applies = all.both(inspection.law.speaks(index), parents);
    }
    if (inspection.law.never(applies)) {
        return;
    }
    const Diagram met = inspection.law.condition(*norm.needs);
    if (inspection.law.inside(applies, met)) {
        inspection.report(Code::L0637, index, {norm.name}, norm.needs->span);
    } else if (inspection.law.never(all.both(applies, met))) {
        Diagnostic& finding = inspection.report(Code::L0638, index, {norm.name}, norm.needs->span);
        inspection.add_example(
            finding, applies,
            [&](const Situation& situation, const Completion& completion, const reference::Reading& reading) {
                const Norm& own = situation.version->norms[index];
                return reading.speaks[index] && !reference::holds(situation, *own.needs, completion);
            });
    }
}

}  // namespace

void find_unmet(Inspection& inspection) {
    for (const NormIndex index : inspection.norms()) {
        const Norm& norm = inspection.norm(index);
        if (norm.kind == NormKind::unseen) {
            continue;
        }
        if (inspection.law.never(inspection.law.speaks(index))) {
            inspection.report(Code::L0620, index, {norm.name, why_unmet(inspection, norm)});
        } else {
            needs_of(inspection, index);
        }
    }
}

}  // namespace labourlex::analyse
