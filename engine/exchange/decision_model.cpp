#include "engine/exchange/decision_model.hpp"

#include <algorithm>
#include <set>

namespace labourlex::exchange {
namespace {

void collect(const Expression& expression, std::vector<std::string>& names) {
    if (expression.kind == Expression::Kind::name &&
        std::find(names.begin(), names.end(), expression.text) == names.end()) {
        names.push_back(expression.text);
    }
    for (const Expression& part : expression.parts) collect(part, names);
}

}  // namespace

std::vector<std::string> names_used(const Expression& expression) {
    std::vector<std::string> names;
    collect(expression, names);
    return names;
}

std::vector<std::string> names_used(const Decision& decision) {
    std::vector<std::string> names;
    if (decision.rows.empty()) {
        collect(decision.value, names);
    }
    for (const DecisionColumn& column : decision.columns) collect(column.asks, names);
    return names;
}

bool asks_how_given(const Expression& expression) {
    return expression.kind == Expression::Kind::fits ||
           std::any_of(expression.parts.begin(), expression.parts.end(), asks_how_given);
}

std::set<std::string> names_behind(const DecisionModel& model, const std::vector<Expression>& expressions) {
    std::set<std::string> used;
    for (const Expression& expression : expressions) {
        for (std::string& name : names_used(expression)) used.insert(std::move(name));
    }
    for (auto decision = model.decisions.rbegin(); decision != model.decisions.rend(); ++decision) {
        if (used.count(decision->name) == 0) continue;
        for (std::string& name : names_used(*decision)) used.insert(std::move(name));
    }
    return used;
}

void keep_what_is_used(DecisionModel& model) {
    Expression last;
    last.kind = Expression::Kind::name;
    last.text = model.decisions.back().name;
    const std::set<std::string> used = names_behind(model, {last});
    const auto unused = [&](const auto& one) { return used.count(one.name) == 0; };
    std::erase_if(model.decisions, unused);
    std::erase_if(model.inputs, unused);
}

}  // namespace labourlex::exchange
