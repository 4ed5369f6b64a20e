#include "engine/exchange/feel_text.hpp"

#include <fmt/format.h>

namespace labourlex::exchange {
namespace {

std::vector<std::string> texts_of(const std::vector<Expression>& parts) {
    std::vector<std::string> texts;
    for (const Expression& part : parts) texts.push_back(feel_text(part));
    return texts;
}

std::string list_text(const std::vector<std::string>& list) {
    std::vector<std::string> quoted;
    for (const std::string& text : list) quoted.push_back(feel_quoted(text));
    return "[" + joined(quoted, ", ") + "]";
}

/// Names whose condition holds: `if` in a list leaves nulls, which the filter drops. Not every engine knows `[]`.
std::string named_text(const Expression& expression) {
    std::vector<std::string> entries;
    for (std::size_t i = 0; i < expression.parts.size(); ++i) {
        entries.push_back(
            fmt::format("if {} then {} else null", feel_text(expression.parts[i]), feel_quoted(expression.list[i])));
    }
    return "([" + (entries.empty() ? "null" : joined(entries, ", ")) + "][item != null])";
}

std::string record_text(const Expression& expression) {
    std::vector<std::string> fields;
    for (std::size_t i = 0; i < expression.parts.size(); ++i) {
        fields.push_back(fmt::format("{}: {}", expression.list[i], feel_text(expression.parts[i])));
    }
    return "{" + joined(fields, ", ") + "}";
}

}  // namespace

std::string feel_quoted(const std::string& text) {
    std::string result = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') result += '\\';
        result += letter;
    }
    return result + "\"";
}

std::string feel_text(const Expression& expression) {
    using Kind = Expression::Kind;
    const std::vector<std::string> parts = expression.kind == Kind::named || expression.kind == Kind::record
                                               ? std::vector<std::string>{}
                                               : texts_of(expression.parts);
    switch (expression.kind) {
        case Kind::name:
            return expression.text;
        case Kind::text:
            return feel_quoted(expression.text);
        case Kind::number:
            return expression.number.text();
        case Kind::truth:
            return expression.yes ? "true" : "false";
        case Kind::all:
            return "(" + joined(parts, " and ") + ")";
        case Kind::any:
            return "(" + joined(parts, " or ") + ")";
        case Kind::negation:
            return fmt::format("not({})", parts[0]);
        case Kind::compared:
            return fmt::format("({} {} {})", parts[0], sign_of(expression.comparison), parts[1]);
        case Kind::equal:
            return fmt::format("({} = {})", parts[0], parts[1]);
        case Kind::sum:
            return "(" + joined(parts, " + ") + ")";
        case Kind::difference:
            return fmt::format("({} - {})", parts[0], parts[1]);
        case Kind::product:
            return fmt::format("({} * {})", parts[0], parts[1]);
        case Kind::billionths:
            return fmt::format("floor({} * 1000000000 + 0.5)", parts[0]);
        case Kind::one_of:
            return fmt::format("list contains({}, {})", list_text(expression.list), parts[0]);
        case Kind::begins_with:
            return fmt::format("starts with({}, {})", parts[0], feel_quoted(expression.text));
        case Kind::first_letters:
            return fmt::format("substring({}, 1, {})", parts[0], expression.count);
        case Kind::includes:
            return fmt::format("(count({}[list contains({}, item)]) > 0)", parts[0], list_text(expression.list));
        case Kind::holds_only:
            return fmt::format("(count({}[not(list contains({}, item))]) = 0)", parts[0], list_text(expression.list));
        case Kind::not_empty:
            return fmt::format("(count({}) > 0)", parts[0]);
        case Kind::minutes:
            return fmt::format("(number(substring({0}, 1, 2)) * 60 + number(substring({0}, 4, 2)))", parts[0]);
        case Kind::absent:
            return fmt::format("({} = null)", parts[0]);
        case Kind::fits:
            return feel_check(*expression.input);
        case Kind::chosen:
            return fmt::format("(if {} then {} else {})", parts[0], parts[1], parts[2]);
        case Kind::named:
            return named_text(expression);
        case Kind::record:
            return record_text(expression);
    }
    return {};
}

std::string feel_check(const Input& input) {
    std::string check;
    switch (input.type) {
        case Input::Type::truth:
            check = fmt::format("({0} = true or {0} = false)", input.name);
            break;
        case Input::Type::text:
            check = fmt::format("list contains({}, {})", list_text(input.values), input.name);
            break;
        case Input::Type::texts:
            check = fmt::format("(count({0}[not(list contains({1}, item))]) = 0)", input.name, list_text(input.values));
            break;
        case Input::Type::number:
            check = fmt::format("({0} >= {1} and {0} {2} {3}{4})", input.name, input.low.text(),
                                input.high_excluded ? "<" : "<=", input.high.text(),
                                input.whole ? fmt::format(" and floor({0}) = {0}", input.name) : "");
            break;
        case Input::Type::time_of_day:
            check = fmt::format("(if {} = null then false else matches({}, \"^([01][0-9]|2[0-3]):[0-5][0-9]$\"))",
                                input.goes_with, input.name);
            return fmt::format("(if {} = null then {} = null else {})", input.name, input.goes_with, check);
    }
    return fmt::format("(if {} = null then {} else {})", input.name, input.may_be_absent ? "true" : "false", check);
}

}  // namespace labourlex::exchange
