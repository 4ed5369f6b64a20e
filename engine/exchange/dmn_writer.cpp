// DMN 1.3: one `inputData` an input, one `decision` a decision, with a decision table (hit policy FIRST) or a literal
// expression in FEEL. Names are the variables of expressions; titles stand as labels, sources and doubts as
// descriptions. There is no diagram: a tool that shows one lays it out itself.
#include "engine/exchange/feel_text.hpp"
#include "engine/exchange/writers.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

namespace labourlex::exchange {
namespace {

const std::string texts_type = "tTexts";
const std::string verdict_type = "tVerdict";
constexpr std::size_t most_allowed_values = 40;

std::string type_of(const Input& input) {
    switch (input.type) {
        case Input::Type::truth:
            return "boolean";
        case Input::Type::text:
            return input.values.size() <= most_allowed_values ? "t_" + input.name : "string";
        case Input::Type::time_of_day:
            return "string";
        case Input::Type::texts:
            return texts_type;
        case Input::Type::number:
            return "number";
    }
    return "Any";
}

std::string type_of(Decision::Result result) {
    switch (result) {
        case Decision::Result::truth:
            return "boolean";
        case Decision::Result::text:
            return "string";
        case Decision::Result::number:
            return "number";
        case Decision::Result::texts:
            return texts_type;
        case Decision::Result::record:
            return verdict_type;
    }
    return "Any";
}

std::string entry_text(const CellValue& value) {
    switch (value.kind) {
        case CellValue::Kind::anything:
            return "-";
        case CellValue::Kind::yes:
            return "true";
        case CellValue::Kind::no:
            return "false";
        case CellValue::Kind::text:
            return feel_quoted(value.text);
    }
    return "-";
}

class Writer {
public:
    explicit Writer(const DecisionModel& model) : model_(model) {}

    std::string write() {
        pugi::xml_node head = document_.append_child(pugi::node_declaration);
        head.append_attribute("version") = "1.0";
        head.append_attribute("encoding") = "UTF-8";
        definitions_ = document_.append_child("definitions");
        add(definitions_, "xmlns", "https://www.omg.org/spec/DMN/20191111/MODEL/");
        add(definitions_, "id", model_.name);
        add(definitions_, "name", model_.name);
        add(definitions_, "label", model_.title);
        add(definitions_, "namespace", "https://labourlex.invalid/" + model_.name);
        add(definitions_, "exporter", "labourlex");
        describe(definitions_, model_.description);
        add_types();
        for (const Input& input : model_.inputs) add_input(input);
        for (const Decision& decision : model_.decisions) add_decision(decision);
        std::ostringstream out;
        document_.save(out, "  ", pugi::format_indent, pugi::encoding_utf8);
        return out.str();
    }

private:
    static void add(pugi::xml_node node, const char* attribute, const std::string& value) {
        node.append_attribute(attribute) = value.c_str();
    }
    static void add_text(pugi::xml_node node, const std::string& text) {
        node.append_child("text").text() = text.c_str();
    }
    static void describe(pugi::xml_node node, const std::string& text) {
        if (!text.empty()) node.append_child("description").text() = text.c_str();
    }

    pugi::xml_node add_type(const std::string& name) {
        pugi::xml_node type = definitions_.append_child("itemDefinition");
        add(type, "id", "type." + name);
        add(type, "name", name);
        return type;
    }
    void add_types() {
        pugi::xml_node texts = add_type(texts_type);
        add(texts, "isCollection", "true");
        texts.append_child("typeRef").text() = "string";
        for (const Input& input : model_.inputs) {
            if (input.type != Input::Type::text || input.values.size() > most_allowed_values) continue;
            pugi::xml_node type = add_type(type_of(input));
            type.append_child("typeRef").text() = "string";
            std::vector<std::string> quoted;
            for (const std::string& value : input.values) quoted.push_back(feel_quoted(value));
            pugi::xml_node allowed = type.append_child("allowedValues");
            add(allowed, "id", "type." + type_of(input) + ".values");
            add_text(allowed, joined(quoted, ","));
        }
        pugi::xml_node verdict = add_type(verdict_type);
        const Expression& record = model_.decisions.back().value;
        for (std::size_t i = 0; i < record.list.size(); ++i) {
            pugi::xml_node component = verdict.append_child("itemComponent");
            add(component, "id", "type." + verdict_type + "." + record.list[i]);
            add(component, "name", record.list[i]);
            component.append_child("typeRef").text() = i == 0 ? "string" : texts_type.c_str();
        }
    }

    void add_input(const Input& input) {
        pugi::xml_node data = definitions_.append_child("inputData");
        add(data, "id", "input." + input.name);
        add(data, "name", input.name);
        add(data, "label", input.title);
        describe(data, input.description);
        add_variable(data, "input." + input.name, input.name, type_of(input));
    }

    static void add_variable(pugi::xml_node node, const std::string& id, const std::string& name,
                             const std::string& type) {
        pugi::xml_node variable = node.append_child("variable");
        add(variable, "id", id + ".variable");
        add(variable, "name", name);
        add(variable, "typeRef", type);
    }

    [[nodiscard]] bool is_input(const std::string& name) const {
        return std::any_of(model_.inputs.begin(), model_.inputs.end(),
                           [&](const Input& input) { return input.name == name; });
    }

    void add_decision(const Decision& decision) {
        const std::string id = "decision." + decision.name;
        pugi::xml_node node = definitions_.append_child("decision");
        add(node, "id", id);
        add(node, "name", decision.name);
        add(node, "label", decision.title);
        describe(node, decision.description);
        add_variable(node, id, decision.name, type_of(decision.result));
        for (const std::string& used : names_used(decision)) {
            pugi::xml_node requirement = node.append_child("informationRequirement");
            add(requirement, "id", id + ".requires." + used);
            const bool input = is_input(used);
            pugi::xml_node required = requirement.append_child(input ? "requiredInput" : "requiredDecision");
            add(required, "href", (input ? "#input." : "#decision.") + used);
        }
        if (decision.rows.empty()) {
            pugi::xml_node literal = node.append_child("literalExpression");
            add(literal, "id", id + ".expression");
            add(literal, "typeRef", type_of(decision.result));
            add_text(literal, feel_text(decision.value));
        } else {
            add_table(node, id, decision);
        }
    }

    static void add_table(pugi::xml_node node, const std::string& id, const Decision& decision) {
        pugi::xml_node table = node.append_child("decisionTable");
        add(table, "id", id + ".table");
        add(table, "hitPolicy", "FIRST");
        for (std::size_t i = 0; i < decision.columns.size(); ++i) {
            const DecisionColumn& column = decision.columns[i];
            const std::string column_id = fmt::format("{}.in{}", id, i + 1);
            pugi::xml_node input = table.append_child("input");
            add(input, "id", column_id);
            add(input, "label", column.label);
            pugi::xml_node expression = input.append_child("inputExpression");
            add(expression, "id", column_id + ".expression");
            add(expression, "typeRef", column.truth ? "boolean" : "string");
            add_text(expression, feel_text(column.asks));
        }
        pugi::xml_node output = table.append_child("output");
        add(output, "id", id + ".out");
        add(output, "label", decision.title);
        add(output, "name", decision.name);
        add(output, "typeRef", type_of(decision.result));
        for (std::size_t row = 0; row < decision.rows.size(); ++row) {
            const std::string row_id = fmt::format("{}.r{}", id, row + 1);
            pugi::xml_node rule = table.append_child("rule");
            add(rule, "id", row_id);
            for (std::size_t i = 0; i < decision.rows[row].cells.size(); ++i) {
                pugi::xml_node entry = rule.append_child("inputEntry");
                add(entry, "id", fmt::format("{}.c{}", row_id, i + 1));
                add_text(entry, entry_text(decision.rows[row].cells[i]));
            }
            pugi::xml_node entry = rule.append_child("outputEntry");
            add(entry, "id", row_id + ".out");
            add_text(entry, entry_text(decision.rows[row].gives));
        }
    }

    const DecisionModel& model_;
    pugi::xml_document document_;
    pugi::xml_node definitions_;
};

}  // namespace

std::string write_dmn(const DecisionModel& model) {
    return Writer(model).write();
}

}  // namespace labourlex::exchange
