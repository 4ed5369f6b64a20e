// Exceptions that never take effect, and exceptions that leave nothing of their norm.
//
// An exception takes effect for a job where a norm that it speaks to stands (it speaks, and no other exemption has
// taken it away) and the exception holds: its condition, what it requires, and no exception to itself that takes it
// away. Both are diagrams, so "never" is that their conjunction is empty, and "always" that the first lies inside the
// second.
//
// An exception whose own condition no job meets is told as that (L0620), and one whose requirement nobody can meet as
// that (L0638); not once more here.
#include "engine/analyse/finding_words.hpp"
#include "engine/analyse/inspection.hpp"

#include <fmt/format.h>

namespace labourlex::analyse {

namespace {

/// Why the exception never takes effect; nothing where another finding says it.
std::optional<std::string> why_never(Inspection& inspection, NormIndex index) {
    SingleLaw& law = inspection.law;
    Diagrams& all = law.diagrams();
    const Norm& norm = inspection.norm(index);
    Diagram some_parent = all.no();
    Diagram some_standing = all.no();
    std::vector<NormIndex> exemptions;
    for (const NormIndex parent : norm.parents) {
        some_parent = all.either(law.speaks(parent), some_parent);
        some_standing = all.either(law.stands(parent, index), some_standing);
        for (const NormIndex other : inspection.norm(parent).exceptions) {
            if (inspection.norm(other).exemption && other != index) {
                exemptions.push_back(other);
            }
        }
    }
    const Diagram speaks = law.speaks(index);
    if (law.never(all.both(speaks, some_parent))) {
        return fmt::format(fmt::runtime(finding_texts.never_with_parent), inspection.named(norm.parents));
    }
    const Diagram would = all.both(speaks, some_standing);
    if (law.never(would)) {
        return exemptions.empty()
                   ? fmt::format(fmt::runtime(finding_texts.never_with_parent), inspection.named(norm.parents))
                   : fmt::format(fmt::runtime(finding_texts.always_taken_before), inspection.named(exemptions));
    }
    if (norm.needs && norm.strength != Strength::noted && law.never(all.both(law.condition(*norm.needs), would))) {
        return std::nullopt;  // L0638
    }
    std::vector<NormIndex> removing;
    for (const NormIndex other : norm.exceptions) {
        if (!law.never(all.both(law.removes(other), would))) {
            removing.push_back(other);
        }
    }
    return fmt::format(fmt::runtime(finding_texts.always_taken_before), inspection.named(removing));
}

}  // namespace

void find_idle_exceptions(Inspection& inspection) {
    SingleLaw& law = inspection.law;
    Diagrams& all = law.diagrams();
    for (const NormIndex index : inspection.norms()) {
        const Norm& norm = inspection.norm(index);
        if (norm.kind != NormKind::exception || norm.parents.empty() || law.never(law.speaks(index))) {
            continue;
        }
        bool ever = false;
        for (const NormIndex parent : norm.parents) {
            const Diagram stands = law.stands(parent, index);
            ever = ever || !law.never(all.both(stands, law.holds(index)));
            if (law.never(stands) || !law.inside(stands, law.holds(index))) {
                continue;
            }
            Diagnostic& finding = inspection.report(Code::L0624, index, {norm.name, inspection.norm(parent).name});
            finding.related.push_back({inspection.norm(parent).span, std::string(finding_texts.exception_to)});
            inspection.add_example(finding, stands,
                                   [&](const Situation&, const Completion&, const reference::Reading& reading) {
                                       return reading.speaks[parent] && reading.speaks[index];
                                   });
        }
        if (!ever) {
            if (const auto why = why_never(inspection, index)) {
                inspection.report(Code::L0623, index, {norm.name, *why});
            }
        }
    }
}

}  // namespace labourlex::analyse
