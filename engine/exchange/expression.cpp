#include "engine/exchange/expression.hpp"

namespace labourlex::exchange {

Expression name(std::string text) {
    Expression result;
    result.kind = Expression::Kind::name;
    result.text = std::move(text);
    return result;
}

Expression text(std::string text) {
    Expression result;
    result.kind = Expression::Kind::text;
    result.text = std::move(text);
    return result;
}

Expression number(const Rational& value) {
    Expression result;
    result.kind = Expression::Kind::number;
    result.number = value;
    return result;
}

Expression truth(bool yes) {
    Expression result;
    result.yes = yes;
    return result;
}

namespace {

/// `all` (deciding: false) or `any` (deciding: true).
Expression together(Expression::Kind kind, bool deciding, std::vector<Expression> parts) {
    std::vector<Expression> open;
    for (Expression& part : parts) {
        if (is_truth(part, deciding)) return truth(deciding);
        if (!is_truth(part, !deciding)) open.push_back(std::move(part));
    }
    if (open.empty()) return truth(!deciding);
    if (open.size() == 1) return std::move(open.front());
    return with_parts(kind, std::move(open));
}

}  // namespace

bool is_truth(const Expression& expression, bool yes) {
    return expression.kind == Expression::Kind::truth && expression.yes == yes;
}

Expression all(std::vector<Expression> parts) {
    return together(Expression::Kind::all, false, std::move(parts));
}

Expression any(std::vector<Expression> parts) {
    return together(Expression::Kind::any, true, std::move(parts));
}

Expression negation(Expression part) {
    if (part.kind == Expression::Kind::truth) return truth(!part.yes);
    return with_parts(Expression::Kind::negation, {std::move(part)});
}

Expression chosen(Expression condition, Expression then, Expression otherwise) {
    if (condition.kind == Expression::Kind::truth) return condition.yes ? std::move(then) : std::move(otherwise);
    return with_parts(Expression::Kind::chosen, {std::move(condition), std::move(then), std::move(otherwise)});
}

Expression named(std::vector<Expression> conditions, std::vector<std::string> names) {
    Expression result;
    result.kind = Expression::Kind::named;
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        if (is_truth(conditions[i], false)) continue;
        result.parts.push_back(std::move(conditions[i]));
        result.list.push_back(std::move(names[i]));
    }
    return result;
}

Expression equal(Expression left, Expression right) {
    if (left.kind == Expression::Kind::text && right.kind == Expression::Kind::text) {
        return truth(left.text == right.text);
    }
    return with_parts(Expression::Kind::equal, {std::move(left), std::move(right)});
}

Expression compared(Expression left, Comparison comparison, Expression right) {
    Expression result = with_parts(Expression::Kind::compared, {std::move(left), std::move(right)});
    result.comparison = comparison;
    return result;
}

Expression with_parts(Expression::Kind kind, std::vector<Expression> parts) {
    Expression result;
    result.kind = kind;
    result.parts = std::move(parts);
    return result;
}

Expression with_list(Expression::Kind kind, std::vector<Expression> parts, std::vector<std::string> list) {
    Expression result;
    result.kind = kind;
    result.parts = std::move(parts);
    result.list = std::move(list);
    return result;
}

std::string sign_of(Comparison comparison) {
    switch (comparison) {
        case Comparison::under:
            return "<";
        case Comparison::over:
            return ">";
        case Comparison::at_least:
            return ">=";
        case Comparison::at_most:
            return "<=";
    }
    return {};
}

std::string joined(const std::vector<std::string>& texts, const std::string& separator) {
    std::string result;
    for (std::size_t i = 0; i < texts.size(); ++i) result += (i == 0 ? "" : separator) + texts[i];
    return result;
}

}  // namespace labourlex::exchange
