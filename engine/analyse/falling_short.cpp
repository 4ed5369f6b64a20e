#include "engine/analyse/falling_short.hpp"

#include "engine/analyse/elimination.hpp"

namespace labourlex::analyse {

std::vector<Diagram> forbidding(JointDiagrams& joint, std::size_t side, ClassIndex least) {
    Diagrams& all = joint.diagrams();
    const auto& classes = joint.version().classes;
    std::vector<Diagram> result;
    const Version& version = *joint.law().sides[side].version;
    for (NormIndex norm = 0; norm < version.norms.size(); ++norm) {
        if (version.norms[norm].kind == NormKind::exception) {
            continue;  // it speaks through its parents
        }
        Diagram forbids = all.no();
        for (ClassIndex cls = least; cls < classes.size(); ++cls) {
            if (!classes[cls].lawful()) {
                forbids = all.either(joint.given_by(side, norm)[cls], forbids);
            }
        }
        result.push_back(forbids);
    }
    while (least < classes.size() && classes[least].lawful()) {
        ++least;
    }
    result.push_back(joint.unread_law_gives(side, least));
    std::erase(result, all.no());
    return result;
}

JointConditions milder_than(JointDiagrams& joint, std::size_t side, ClassIndex least) {
    JointConditions result;
    result.certain.push_back(joint.feasible());
    result.some.push_back(joint.feasible());
    for (const Diagram forbids : forbidding(joint, side, least)) {
        result.some.push_back(joint.diagrams().negate(forbids));
        result.certain.push_back(joint.whatever_the_answer(joint.diagrams().negate(forbids)));
    }
    return result;
}

std::vector<JointConditions> falling_short(JointDiagrams& joint, NormIndex norm) {
    Diagrams& all = joint.diagrams();
    const auto& classes = joint.version().classes;
    const auto breach = joint.version().breach_class();
    std::vector<JointConditions> result;
    for (ClassIndex cls = 0; cls < classes.size(); ++cls) {
        const Diagram given = joint.given_by(baseline_side, norm)[cls];
        if (classes[cls].lawful() || all.both(given, joint.feasible()) == all.no()) {
            continue;
        }
        JointConditions conditions = milder_than(joint, national_side, breach && cls == *breach ? 0 : cls);
        conditions.certain.push_back(joint.whatever_the_answer(given));
        conditions.some.push_back(given);
        result.push_back(std::move(conditions));
    }
    return result;
}

std::set<Level> words_of(JointDiagrams& joint, std::size_t side, NormIndex norm) {
    std::set<Level> result = levels_read(joint.diagrams(), joint.speaks(side, norm));
    for (const char* always : {"age", "arrangement"}) {
        if (const auto fact = joint.version().vocabulary->find(always)) {
            const std::vector<Level> levels = joint.space().levels_of(*fact);
            result.insert(levels.begin(), levels.end());
        }
    }
    std::erase_if(result, [&](Level level) { return joint.is_of_law(level); });
    return result;
}

Box without_absent_codes(JointDiagrams& joint, Box box) {
    const auto& variables = joint.space().variables();
    std::erase_if(box.literals, [&](const Literal& literal) {
        return variables[literal.level].kind == decide::SpaceVariable::Kind::set_region && !literal.cells[1];
    });
    return box;
}

}  // namespace labourlex::analyse
