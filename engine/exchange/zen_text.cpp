#include "engine/exchange/zen_text.hpp"

#include <fmt/format.h>

namespace labourlex::exchange {
namespace {

std::vector<std::string> texts_of(const std::vector<Expression>& parts) {
    std::vector<std::string> texts;
    for (const Expression& part : parts) texts.push_back(zen_text(part));
    return texts;
}

std::string list_text(const std::vector<std::string>& list) {
    std::vector<std::string> quoted;
    for (const std::string& text : list) quoted.push_back(zen_quoted(text));
    return "[" + joined(quoted, ", ") + "]";
}

std::string named_text(const Expression& expression) {
    std::vector<std::string> entries;
    for (std::size_t i = 0; i < expression.parts.size(); ++i) {
        entries.push_back(fmt::format("{} ? {} : \"\"", zen_text(expression.parts[i]), zen_quoted(expression.list[i])));
    }
    return entries.empty() ? "[]" : "filter([" + joined(entries, ", ") + "], # != \"\")";
}

std::string record_text(const Expression& expression) {
    std::vector<std::string> fields;
    for (std::size_t i = 0; i < expression.parts.size(); ++i) {
        fields.push_back(fmt::format("{}: {}", expression.list[i], zen_text(expression.parts[i])));
    }
    return "{" + joined(fields, ", ") + "}";
}

}  // namespace

/// ZEN knows no escapes in a text; exchange/names.cpp keeps quotes and backslashes out of what is compared.
std::string zen_quoted(const std::string& text) {
    return "\"" + text + "\"";
}

std::string zen_text(const Expression& expression) {
    using Kind = Expression::Kind;
    const std::vector<std::string> parts = expression.kind == Kind::named || expression.kind == Kind::record
                                               ? std::vector<std::string>{}
                                               : texts_of(expression.parts);
    switch (expression.kind) {
        case Kind::name:
            return expression.text;
        case Kind::text:
            return zen_quoted(expression.text);
        case Kind::number:
            return expression.number.text();
        case Kind::truth:
            return expression.yes ? "true" : "false";
        case Kind::all:
            return "(" + joined(parts, " and ") + ")";
        case Kind::any:
            return "(" + joined(parts, " or ") + ")";
        case Kind::negation:
            return fmt::format("(not ({}))", parts[0]);
        case Kind::compared:
            return fmt::format("({} {} {})", parts[0], sign_of(expression.comparison), parts[1]);
        case Kind::equal:
            return fmt::format("({} == {})", parts[0], parts[1]);
        case Kind::sum:
            return "(" + joined(parts, " + ") + ")";
        case Kind::difference:
            return fmt::format("({} - {})", parts[0], parts[1]);
        case Kind::product:
            return fmt::format("({} * {})", parts[0], parts[1]);
        case Kind::billionths:
            return fmt::format("floor({} * 1000000000 + 0.5)", parts[0]);
        case Kind::one_of:
            return fmt::format("({} in {})", parts[0], list_text(expression.list));
        case Kind::begins_with:
            return fmt::format("startsWith({}, {})", parts[0], zen_quoted(expression.text));
        case Kind::first_letters:
            return fmt::format("{}[0:{}]", parts[0], expression.count - 1);
        case Kind::includes:
            return fmt::format("some({}, # in {})", parts[0], list_text(expression.list));
        case Kind::holds_only:
            return fmt::format("all({}, # in {})", parts[0], list_text(expression.list));
        case Kind::not_empty:
            return fmt::format("(len({}) > 0)", parts[0]);
        case Kind::minutes:
            return fmt::format("(number({0}[0:1]) * 60 + number({0}[3:4]))", parts[0]);
        case Kind::absent:
            return fmt::format("({} == null)", parts[0]);
        case Kind::fits:
            return zen_check(*expression.input);
        case Kind::chosen:
            return fmt::format("({} ? {} : {})", parts[0], parts[1], parts[2]);
        case Kind::named:
            return named_text(expression);
        case Kind::record:
            return record_text(expression);
    }
    return {};
}

std::string zen_check(const Input& input) {
    std::string check;
    switch (input.type) {
        case Input::Type::truth:
            check = fmt::format("(type({}) == \"bool\")", input.name);
            break;
        case Input::Type::text:
            check = fmt::format("(type({0}) == \"string\" and {0} in {1})", input.name, list_text(input.values));
            break;
        case Input::Type::texts:
            check = fmt::format("(type({0}) == \"array\" and all({0}, # in {1}))", input.name, list_text(input.values));
            break;
        case Input::Type::number:
            check = fmt::format("(type({0}) == \"number\" and {0} >= {1} and {0} {2} {3}{4})", input.name,
                                input.low.text(), input.high_excluded ? "<" : "<=", input.high.text(),
                                input.whole ? fmt::format(" and floor({0}) == {0}", input.name) : "");
            break;
        case Input::Type::time_of_day:
            check = fmt::format(
                "(type({0}) == \"string\" and type({1}) == \"string\" and "
                "matches({0}, \"^([01][0-9]|2[0-3]):[0-5][0-9]$\"))",
                input.name, input.goes_with);
            return fmt::format("({0} == null ? {1} == null : {2})", input.name, input.goes_with, check);
    }
    return input.may_be_absent ? fmt::format("({} == null or {})", input.name, check) : check;
}

std::string zen_stand_in(const Input& input) {
    if (input.may_be_absent) return "null";
    switch (input.type) {
        case Input::Type::truth:
            return "false";
        case Input::Type::text:
            return zen_quoted(input.values.front());
        case Input::Type::texts:
            return "[]";
        case Input::Type::number:
            return input.low.text();
        case Input::Type::time_of_day:
            return "null";
    }
    return "null";
}

}  // namespace labourlex::exchange
