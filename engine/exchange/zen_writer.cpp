// A JDM graph. What the request states goes through one node that puts a stand-in where no fit value was given, so that
// no later node meets a value that it cannot compute with; `not_given` looks at the request itself. Every decision is a
// node of its own, fed by the nodes whose results it uses.
#include "engine/exchange/writers.hpp"
#include "engine/exchange/zen_text.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace labourlex::exchange {
namespace {

using Json = nlohmann::ordered_json;

const std::string request = "request";
const std::string facts = "facts";

std::string node_id(const std::string& decision) {
    return "decision." + decision;
}

std::string asked_text(const CellValue& value) {
    switch (value.kind) {
        case CellValue::Kind::anything:
            return "";
        case CellValue::Kind::yes:
            return "true";
        case CellValue::Kind::no:
            return "false";
        case CellValue::Kind::text:
            return zen_quoted(value.text);
    }
    return "";
}

class Writer {
public:
    explicit Writer(const DecisionModel& model) : model_(model) {}

    std::string write() {
        Json document;
        document["contentType"] = "application/vnd.gorules.decision";
        document["name"] = model_.name;
        document["title"] = model_.title;
        document["description"] = model_.description;
        add_node(request, "inputNode", request, model_.description, 0, Json::object());
        nodes_.back()["inputs"] = inputs();
        add_facts();
        for (const Decision& decision : model_.decisions) add_decision(decision);
        const std::string& last = model_.decisions.back().name;
        add_node("response", "outputNode", "response", "", depth_[last] + 1, Json::object());
        add_edge(node_id(last), "response");
        document["nodes"] = std::move(nodes_);
        document["edges"] = std::move(edges_);
        return document.dump(1) + "\n";
    }

private:
    void add_node(const std::string& id, const std::string& type, const std::string& name,
                  const std::string& description, std::size_t depth, Json content) {
        Json node;
        node["id"] = id;
        node["type"] = type;
        node["name"] = name;
        if (!description.empty()) node["description"] = description;
        node["position"] = {{"x", 360 * depth}, {"y", 120 * nodes_at_[depth]++}};
        node["content"] = std::move(content);
        nodes_.push_back(std::move(node));
    }

    void add_edge(const std::string& from, const std::string& to) {
        edges_.push_back(
            {{"id", fmt::format("edge.{}.{}", from, to)}, {"type", "edge"}, {"sourceId", from}, {"targetId", to}});
    }

    static Json expression(const std::string& id, const std::string& key, const std::string& value) {
        return {{"id", id}, {"key", key}, {"value", value}};
    }

    /// For who builds a request: the engine does not read it.
    [[nodiscard]] Json inputs() const {
        Json all = Json::array();
        for (const Input& input : model_.inputs) {
            all.push_back({{"name", input.name}, {"title", input.title}, {"description", input.description}});
        }
        return all;
    }

    void add_facts() {
        Json expressions = Json::array();
        for (const Input& input : model_.inputs) {
            expressions.push_back(
                expression("fact." + input.name, input.name,
                           fmt::format("{} ? {} : {}", zen_check(input), input.name, zen_stand_in(input))));
        }
        add_node(facts, "expressionNode", facts, "", 1,
                 {{"expressions", std::move(expressions)}, {"passThrough", false}});
        add_edge(request, facts);
    }

    void add_decision(const Decision& decision) {
        const std::string id = node_id(decision.name);
        const std::vector<std::string> used = names_used(decision);
        std::size_t depth = 1;
        bool asks_facts = false;
        for (const std::string& name : used) {
            const auto found = depth_.find(name);
            if (found == depth_.end()) {
                asks_facts = true;
            } else {
                depth = std::max(depth, found->second);
                add_edge(node_id(name), id);
            }
        }
        if (asks_how_given(decision.value)) {
            add_edge(request, id);
        } else if (asks_facts || used.empty()) {
            add_edge(facts, id);
        }
        depth_[decision.name] = depth + 1;
        const std::string title = fmt::format("{} [{}]", decision.title, decision.name);
        if (decision.rows.empty()) {
            Json content = {{"expressions", values(decision, id)}, {"passThrough", false}};
            add_node(id, "expressionNode", title, decision.description, depth + 1, std::move(content));
        } else {
            add_node(id, "decisionTableNode", title, decision.description, depth + 1, table(decision));
        }
    }

    [[nodiscard]] Json values(const Decision& decision, const std::string& id) const {
        Json expressions = Json::array();
        if (decision.value.kind == Expression::Kind::record) {
            // The last decision: its fields are the answer.
            for (std::size_t i = 0; i < decision.value.parts.size(); ++i) {
                expressions.push_back(expression(id + "." + decision.value.list[i], decision.value.list[i],
                                                 zen_text(decision.value.parts[i])));
            }
        } else {
            expressions.push_back(expression(id + ".value", decision.name, zen_text(decision.value)));
        }
        return expressions;
    }

    static Json table(const Decision& decision) {
        Json inputs = Json::array();
        for (std::size_t i = 0; i < decision.columns.size(); ++i) {
            inputs.push_back({{"id", fmt::format("in{}", i + 1)},
                              {"name", decision.columns[i].label},
                              {"field", zen_text(decision.columns[i].asks)}});
        }
        Json rules = Json::array();
        for (std::size_t row = 0; row < decision.rows.size(); ++row) {
            Json rule;
            rule["_id"] = fmt::format("r{}", row + 1);
            for (std::size_t i = 0; i < decision.rows[row].cells.size(); ++i) {
                rule[fmt::format("in{}", i + 1)] = asked_text(decision.rows[row].cells[i]);
            }
            rule["out"] = asked_text(decision.rows[row].gives);
            rules.push_back(std::move(rule));
        }
        return {{"hitPolicy", "first"},
                {"inputs", std::move(inputs)},
                {"outputs", Json::array({{{"id", "out"}, {"name", decision.title}, {"field", decision.name}}})},
                {"rules", std::move(rules)},
                {"passThrough", false}};
    }

    const DecisionModel& model_;
    Json nodes_ = Json::array();
    Json edges_ = Json::array();
    std::map<std::string, std::size_t> depth_;     ///< of the nodes of decisions
    std::map<std::size_t, std::size_t> nodes_at_;  ///< by depth, for their places on a canvas
};

}  // namespace

std::string write_zen(const DecisionModel& model) {
    return Writer(model).write();
}

}  // namespace labourlex::exchange
