// What an exported decision computes, in no language yet.
//
// The tables of a law are exported to engines whose languages differ in words and agree in meaning on a small common
// ground: numbers, texts, yes and no, lists of texts, and a handful of functions. An `Expression` holds nothing beyond
// that ground; feel_text.hpp and zen_text.hpp write it down. What has no place here cannot be exported.
#pragma once

#include "engine/facts/rational.hpp"
#include "engine/law/model.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace labourlex::exchange {

struct Input;

struct Expression {
    enum class Kind {
        name,           ///< an input or the result of another decision: `text`
        text,           ///< `text` itself
        number,         ///< `number`, a finite decimal
        truth,          ///< `yes`
        all,            ///< every part holds
        any,            ///< some part holds
        negation,       ///< the part does not hold
        compared,       ///< part 0 `comparison` part 1
        equal,          ///< part 0 equals part 1
        sum,            ///< of all parts
        difference,     ///< part 0 less part 1
        product,        ///< of both parts
        billionths,     ///< the part in billionths, as a whole number (see number_expression.hpp)
        one_of,         ///< the part, a text, is one of `list`
        begins_with,    ///< the part, a text, begins with `text`
        first_letters,  ///< the first `count` letters of the part
        includes,       ///< some entry of the part, a list of texts, is one of `list`
        holds_only,     ///< every entry of the part is one of `list`; true of the empty list
        not_empty,      ///< the part, a list, has an entry
        minutes,        ///< the part, "HH:MM", in minutes since midnight
        absent,         ///< the part has no value
        fits,           ///< the part, an input, has a value that it can have; each language tests that in its own way
        chosen,         ///< part 1 where part 0 holds, else part 2
        named,          ///< the names in `list` whose part, in the same place, holds
        record          ///< fields called as in `list`, with the parts as values
    };
    Kind kind = Kind::truth;
    bool yes = true;
    std::size_t count = 0;
    Comparison comparison = Comparison::under;
    Rational number;
    std::string text;
    std::vector<std::string> list;
    std::vector<Expression> parts;
    std::shared_ptr<const Input> input;  ///< fits
};

// What is settled already leaves no trace: `all`, `any`, `negation`, `equal`, `chosen` and `named` drop constants.

[[nodiscard]] bool is_truth(const Expression& expression, bool yes);
[[nodiscard]] Expression name(std::string text);
[[nodiscard]] Expression text(std::string text);
[[nodiscard]] Expression number(const Rational& value);
[[nodiscard]] Expression truth(bool yes);
[[nodiscard]] Expression all(std::vector<Expression> parts);
[[nodiscard]] Expression any(std::vector<Expression> parts);
[[nodiscard]] Expression negation(Expression part);
[[nodiscard]] Expression equal(Expression left, Expression right);
[[nodiscard]] Expression compared(Expression left, Comparison comparison, Expression right);
/// `then` where `condition` holds, else `otherwise`.
[[nodiscard]] Expression chosen(Expression condition, Expression then, Expression otherwise);
/// The names whose condition, in the same place, may hold.
[[nodiscard]] Expression named(std::vector<Expression> conditions, std::vector<std::string> names);
[[nodiscard]] Expression with_parts(Expression::Kind kind, std::vector<Expression> parts);
[[nodiscard]] Expression with_list(Expression::Kind kind, std::vector<Expression> parts, std::vector<std::string> list);

/// `<`, `>`, `>=`, `<=`: the same in all languages written here.
[[nodiscard]] std::string sign_of(Comparison comparison);

/// The texts put between `separator`s.
[[nodiscard]] std::string joined(const std::vector<std::string>& texts, const std::string& separator);

}  // namespace labourlex::exchange
