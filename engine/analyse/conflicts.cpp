// Exceptions to one norm that hold for the same job and say different things, and norms of one list that do.
//
// The language decides every such case (an exception that takes the norm away wins, else the graver class), so nothing
// is undefined. But a text that gives a job two classes may not know of it. A pair is reported where some possible job
// has both exceptions in effect on a norm that stands, one gives an unlawful class there, the other takes the norm away
// or gives another class, and neither speaks to the other. Two exceptions that both lift a bar do not contradict each
// other, whatever each calls the work; and exemptions are left out, because the law itself says that they go first. The
// example is such a job, of which the reference reading has found that both exceptions and the norm speak.
#include "engine/analyse/finding_words.hpp"
#include "engine/analyse/inspection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace labourlex::analyse {

namespace {

bool speaks_to(const Version& version, NormIndex below, NormIndex above) {
    const auto& parents = version.norms[below].parents;
    return std::any_of(parents.begin(), parents.end(), [&](NormIndex parent) {
        return parent == above ||
               (version.norms[parent].kind == NormKind::exception && speaks_to(version, parent, above));
    });
}

struct Clash {
    Diagram where = 0;       ///< they do different things
    ClassIndex gravest = 0;  ///< of the classes that they give there
    bool removal = false;    ///< one takes the norm away there
};

Clash clash_of(SingleLaw& law, NormIndex first, NormIndex second, Diagram where) {
    Diagrams& all = law.diagrams();
    Clash clash{all.no(), 0, false};
    const auto& one = law.by_class(first);
    const auto& other = law.by_class(second);
    const auto add = [&](Diagram both) {
        both = all.both(both, where);
        clash.where = all.either(both, clash.where);
        return both != all.no();
    };
    for (ClassIndex a = 0; a < one.size(); ++a) {
        for (ClassIndex b = 0; b < other.size(); ++b) {
            if (a != b && !(law.version().classes[a].lawful() && law.version().classes[b].lawful()) &&
                one[a] != all.no() && other[b] != all.no() && add(all.both(one[a], other[b]))) {
                clash.gravest = std::max({clash.gravest, a, b});
            }
        }
        if (!law.version().classes[a].lawful()) {
            clash.removal = add(all.both(one[a], law.removes(second))) || clash.removal;
            clash.removal = add(all.both(other[a], law.removes(first))) || clash.removal;
        }
    }
    return clash;
}

}  // namespace

void find_conflicts(Inspection& inspection) {
    SingleLaw& law = inspection.law;
    Diagrams& all = law.diagrams();
    const Version& version = inspection.version();
    std::map<std::pair<NormIndex, NormIndex>, std::vector<NormIndex>> parents_of;
    for (NormIndex parent = 0; parent < version.norms.size(); ++parent) {
        const auto& exceptions = version.norms[parent].exceptions;
        for (std::size_t i = 0; i < exceptions.size(); ++i) {
            for (std::size_t j = i + 1; j < exceptions.size(); ++j) {
                parents_of[{exceptions[i], exceptions[j]}].push_back(parent);
            }
        }
    }
    const auto wanted = [&](NormIndex index) { return inspection.wanted(version.norms[index].span); };
    for (const auto& [pair, parents] : parents_of) {
        const auto [first, second] = pair;
        const bool both_known = version.norms[first].kind == NormKind::exception &&
                                version.norms[second].kind == NormKind::exception && !version.norms[first].exemption &&
                                !version.norms[second].exemption;
        if (!both_known || (!wanted(first) && !wanted(second)) || speaks_to(version, first, second) ||
            speaks_to(version, second, first)) {
            continue;
        }
        Diagram standing = all.no();
        for (const NormIndex parent : parents) {
            standing = all.either(law.stands(parent), standing);
        }
        const Clash clash = clash_of(law, first, second, all.both(standing, law.feasible()));
        if (clash.where == all.no()) {
            continue;
        }
        const NormIndex removing = law.removes(first) != all.no() ? first : second;
        const std::string decides =
            clash.removal
                ? fmt::format(fmt::runtime(finding_texts.removal_decides), version.norms[removing].name)
                : fmt::format(fmt::runtime(finding_texts.graver_decides), version.classes[clash.gravest].title);
        const NormIndex told = wanted(second) ? second : first;
        const NormIndex other = told == second ? first : second;
        Diagnostic& finding = inspection.report(
            Code::L0625, told,
            {version.norms[told].name, version.norms[other].name, inspection.named(parents), decides});
        finding.related.push_back({version.norms[other].span, std::string(finding_texts.other_exception)});
        inspection.add_example(
            finding, clash.where,
            [first = first, second = second](const Situation&, const Completion&, const reference::Reading& reading) {
                return reading.speaks[first] && reading.speaks[second];
            });
    }
}

}  // namespace labourlex::analyse
