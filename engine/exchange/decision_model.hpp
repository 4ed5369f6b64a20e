// A law of one day as a graph of decisions that other engines can run: what goes in, what is decided, and from what.
//
// The job that goes in is complete: every input has a value, but for the few that may be left out. Decisions stand in
// an order in which each uses only inputs and decisions before it. The last one, `verdict`, is what the graph is for:
//
//     outcome    a class, `out-of-scope`, or `incomplete` / `contradictory` for what is no complete, possible job
//     norms      the norms that give this outcome; none for the default class and for out of scope
//     unread     parts of the law that were not read, would speak of this job, and do not change its class here
//     not_given  inputs that are missing or have a value that the input cannot have
//
// Every decision table is read first row first (hit policy FIRST), its last row holds always, and a cell says yes, no,
// one text, or nothing. That is as little as any engine for decision tables can do.
#pragma once

#include "engine/exchange/expression.hpp"

#include <set>
#include <string>
#include <vector>

namespace labourlex::exchange {

struct Input {
    enum class Type {
        truth,       ///< true or false
        text,        ///< one of `values`
        texts,       ///< a list of some of `values`
        number,      ///< from `low` to `high`
        time_of_day  ///< "HH:MM"
    };
    std::string name;
    std::string title;
    std::string description;  ///< what is asked, unit, what it stands for
    Type type = Type::truth;
    bool may_be_absent = false;
    std::string goes_with;  ///< time of day: the other time; both are given or neither
    std::vector<std::string> values;
    bool whole = false;
    Rational low;
    Rational high;
    bool high_excluded = false;

    /// Where its value comes from, for who makes jobs of the law into inputs.
    enum class Origin { fact, stated_term, figure, unseen, unseen_law };
    Origin origin = Origin::fact;
    FactIndex fact = no_fact;    ///< fact, stated term
    std::uint32_t index = 0;     ///< figure: LimitIndex; unseen: NormIndex; unseen law: its place
    std::size_t limit_text = 0;  ///< figure
    std::size_t limit_row = 0;   ///< figure
};

/// What a cell asks for, or a row gives.
struct CellValue {
    enum class Kind { anything, yes, no, text };
    Kind kind = Kind::anything;
    std::string text;
    [[nodiscard]] static CellValue truth(bool yes) { return {yes ? Kind::yes : Kind::no, {}}; }
    [[nodiscard]] static CellValue of(std::string text) { return {Kind::text, std::move(text)}; }
    friend bool operator==(const CellValue&, const CellValue&) = default;
};

struct DecisionColumn {
    Expression asks;
    std::string label;
    bool truth = true;  ///< asks yes or no; else a text
};

struct DecisionRow {
    std::vector<CellValue> cells;
    CellValue gives;
};

/// A table, or (without rows) an expression.
struct Decision {
    enum class Result { truth, text, texts, number, record };
    std::string name;
    std::string title;
    std::string description;
    Result result = Result::truth;
    std::vector<DecisionColumn> columns;
    std::vector<DecisionRow> rows;
    Expression value;
};

struct DecisionModel {
    std::string name;  ///< "kz_2026_11_22"
    std::string title;
    std::string description;
    std::vector<Input> inputs;
    std::vector<Decision> decisions;
};

/// The names that an expression, or a decision, uses; each once, in order of first use.
[[nodiscard]] std::vector<std::string> names_used(const Expression& expression);
[[nodiscard]] std::vector<std::string> names_used(const Decision& decision);

/// Whether the expression asks how an input was given (`fits`).
[[nodiscard]] bool asks_how_given(const Expression& expression);

/// The inputs and decisions that these expressions rest on.
[[nodiscard]] std::set<std::string> names_behind(const DecisionModel& model,
                                                 const std::vector<Expression>& expressions);

/// Leaves out the decisions and inputs that the last decision does not rest on.
void keep_what_is_used(DecisionModel& model);

}  // namespace labourlex::exchange
