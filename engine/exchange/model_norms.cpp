// What each norm gives: its class, or that its parent does not apply, once its exceptions are heard.
//
// One decision a norm. A norm that speaks and is left alone gives its own class. Where exceptions to it may hold, its
// table asks theirs first: one that gives "removed" leaves nothing, else the gravest class among theirs stands in place
// of its own. An exception hears its own exceptions the same way, so that the graph follows the law's own order.
#include "engine/exchange/model_builder.hpp"

#include <algorithm>

namespace labourlex::exchange {
namespace {

const std::string none = "none";
const std::string removed = "removed";

bool gives_something(const Norm& norm, const Version& law) {
    switch (norm.kind) {
        case NormKind::rule:
        case NormKind::item:
        case NormKind::exception:
            return true;
        case NormKind::requirement:
            return law.breach_class() && norm.needs && norm.strength != Strength::noted;
        case NormKind::unseen:
            return !norm.could_lift && (norm.blocking || norm.blocking_when);
        case NormKind::duty:
        case NormKind::permission:
            return false;
    }
    return false;
}

std::string own_gift(const Norm& norm, const Version& law) {
    if (norm.kind == NormKind::requirement) return law.classes.at(*law.breach_class()).name;
    if (norm.kind == NormKind::exception && norm.does_not_apply) return removed;
    return law.classes.at(norm.cls).name;
}

}  // namespace

const ModelBuilder::Effect& ModelBuilder::effect(NormIndex norm) {
    if (const auto found = effects_.find(norm); found != effects_.end()) return found->second;
    Effect made = make_effect(norm);
    return effects_[norm] = std::move(made);
}

Expression ModelBuilder::speaks(NormIndex norm) {
    const TableIndex index = tables_.norms.at(norm).speaks;
    const std::string key = "table " + std::to_string(index);
    if (const auto found = made_.find(key); found != made_.end()) return found->second;
    const DecisionTable& table = tables_.tables.at(index);
    return made_[key] = add_table(table, table.name + ".speaks", title_of(table), description_of(table),
                                  CellValue::truth(true), CellValue::truth(false));
}

/// Whether the unread part decides the class of a job that states everything.
Expression ModelBuilder::blocks(const Norm& norm) {
    if (norm.kind != NormKind::unseen || norm.could_lift) return truth(false);
    return norm.blocking_when ? condition(*norm.blocking_when) : truth(norm.blocking);
}

/// What else must be so or not be so for the norm to give anything.
std::vector<std::pair<Expression, bool>> ModelBuilder::preconditions(NormIndex index) {
    const Norm& norm = law_.norms.at(index);
    std::vector<std::pair<Expression, bool>> result;
    if (norm.needs && norm.strength != Strength::noted && norm.kind != NormKind::unseen) {
        if (norm.kind == NormKind::requirement || norm.kind == NormKind::exception) {
            result.emplace_back(table(tables_.norms.at(index).needs), norm.kind == NormKind::exception);
        }
    }
    if (norm.kind == NormKind::unseen) {
        result.emplace_back(unseen_input(index), true);
        result.emplace_back(blocks(norm), true);
    }
    return result;
}

ModelBuilder::Effect ModelBuilder::make_effect(NormIndex index) {
    const Norm& norm = law_.norms.at(index);
    const DecisionTable& speaks_table = tables_.tables.at(tables_.norms.at(index).speaks);
    if (!gives_something(norm, law_) || speaks_table.rows.empty()) return {};

    std::vector<Effect> exceptions;
    for (const NormIndex exception : norm.exceptions) {
        if (law_.norms.at(exception).kind != NormKind::exception) continue;
        const Effect& one = effect(exception);
        if (!one.gives.empty()) exceptions.push_back(one);
    }
    const std::string own = own_gift(norm, law_);
    const auto conditions = preconditions(index);

    Effect made;
    made.title = norm.title;
    made.gives.insert(own);
    if (exceptions.empty() && conditions.empty()) {
        made.decision =
            add_table(speaks_table, norm.name, norm.title, provenance(norm), CellValue::of(own), CellValue::of(none));
        return settled(std::move(made));
    }

    Decision decision;
    decision.title = norm.title;
    decision.description = provenance(norm);
    decision.result = Decision::Result::text;
    decision.columns.push_back({speaks(index), say(ExchangeWord::speaks_title, {norm.title}), true});
    for (const auto& [condition, wanted] : conditions) {
        decision.columns.push_back(
            {condition, norm.needs ? say(ExchangeWord::needs_title, {norm.title}) : norm.title, true});
    }
    const std::size_t first_exception = decision.columns.size();
    for (const Effect& exception : exceptions) {
        decision.columns.push_back({exception.decision, exception.title, false});
    }
    const auto add_row = [&](std::size_t column, CellValue asked, const std::string& gives) {
        DecisionRow row;
        row.cells.resize(decision.columns.size());
        if (column < row.cells.size()) row.cells[column] = std::move(asked);
        row.gives = CellValue::of(gives);
        decision.rows.push_back(std::move(row));
    };
    add_row(0, CellValue::truth(false), none);
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        add_row(i + 1, CellValue::truth(!conditions[i].second), none);
    }
    const auto add_exceptions = [&](const std::string& gift, const std::string& gives) {
        for (std::size_t i = 0; i < exceptions.size(); ++i) {
            if (exceptions[i].gives.count(gift) == 0) continue;
            add_row(first_exception + i, CellValue::of(gift), gives);
            if (gives != none) made.gives.insert(gives);
        }
    };
    add_exceptions(removed, none);
    for (auto cls = law_.classes.rbegin(); cls != law_.classes.rend(); ++cls) add_exceptions(cls->name, cls->name);
    add_row(decision.columns.size(), {}, own);
    decision.name = norm.name;
    made.decision = add_decision(std::move(decision));
    return settled(std::move(made));
}

/// What is always the same is known.
ModelBuilder::Effect ModelBuilder::settled(Effect effect) {
    if (effect.decision.kind == Expression::Kind::text) {
        effect.gives.clear();
        if (effect.decision.text != none) effect.gives.insert(effect.decision.text);
    }
    return effect;
}

}  // namespace labourlex::exchange
