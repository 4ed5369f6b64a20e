#include "engine/cases/happening.hpp"

#include <algorithm>

namespace labourlex {

namespace {

Diagram gives_own_class(decide::Outcomes& outcomes, NormIndex index) {
    const Version& law = *outcomes.space().situation().version;
    Diagrams& all = outcomes.diagrams();
    Diagram own = outcomes.norm(index).speaks;
    for (const NormIndex exception : law.norms[index].exceptions) {
        if (law.norms[exception].kind != NormKind::exception) continue;
        own = all.choose(outcomes.norm(exception).holds, all.no(), own);
    }
    return own;
}

Diagram exception_holds(decide::Outcomes& outcomes, NormIndex index) {
    return outcomes.diagrams().both(outcomes.norm(index).holds, outcomes.speaks_with_parents(index));
}

Diagram permitted_by_list(decide::Outcomes& outcomes, NormIndex item) {
    const Version& law = *outcomes.space().situation().version;
    Diagrams& all = outcomes.diagrams();
    Diagram list_holds = all.no();
    for (NormIndex list = 0; list < law.norms.size(); ++list) {
        const auto& items = law.norms[list].permits;
        if (std::find(items.begin(), items.end(), item) == items.end()) continue;
        list_holds = all.either(exception_holds(outcomes, list), list_holds);
    }
    return all.both(outcomes.norm(item).speaks, list_holds);
}

}  // namespace

Diagram happening(decide::Outcomes& outcomes, NormIndex norm) {
    switch (outcomes.space().situation().version->norms[norm].kind) {
        case NormKind::rule:
        case NormKind::item:
            return gives_own_class(outcomes, norm);
        case NormKind::exception:
            return exception_holds(outcomes, norm);
        case NormKind::permission:
            return permitted_by_list(outcomes, norm);
        case NormKind::requirement:
        case NormKind::duty:
        case NormKind::unseen:
            break;
    }
    return outcomes.norm(norm).holds;
}

}  // namespace labourlex
