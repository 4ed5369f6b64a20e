// Makes the graph of decisions of a law, part after part; model_of_law.hpp gives the whole.
//
// One builder makes one model. Each function gives the expression by which others use a thing - an input, a condition,
// a table, what a norm gives - and adds the inputs and decisions that this needs, each once, before it returns. So the
// decisions come to stand in an order in which they can be computed.
#pragma once

#include "engine/exchange/decision_model.hpp"
#include "engine/exchange/names.hpp"
#include "engine/exchange/number_expression.hpp"
#include "engine/exchange/words.hpp"
#include "engine/tables/decision_table.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace labourlex::exchange {

class ModelBuilder {
public:
    explicit ModelBuilder(const CompiledTables& tables);

    /// Throws Refusal where something cannot be written exactly.
    [[nodiscard]] DecisionModel build();

private:
    /// The class, or "removed", that a norm makes of a job; in words of the model.
    struct Effect {
        Expression decision;          ///< one of `gives`, or "none"
        std::set<std::string> gives;  ///< empty: it never gives anything
        std::string title;
    };

    // model_inputs.cpp
    [[nodiscard]] Expression input(FactIndex fact);
    [[nodiscard]] Expression stated_term(FactIndex term);
    [[nodiscard]] Expression open_figure(LimitIndex limit, std::size_t text, std::size_t row);
    [[nodiscard]] Expression unseen_input(NormIndex norm);
    [[nodiscard]] Expression unseen_law_input(std::size_t law);
    Expression add_input(Input input, Span span);
    [[nodiscard]] std::vector<std::string> class_names() const;

    // model_conditions.cpp
    [[nodiscard]] Expression atom(AtomIndex index);
    [[nodiscard]] Expression condition(const Condition& condition);
    [[nodiscard]] Expression choice(const Atom& atom);
    [[nodiscard]] Expression codes(const Atom& atom);
    [[nodiscard]] Expression number(const LinearForm& form, Comparison comparison, const std::string& what, Span span,
                                    const std::optional<NumberTerm>& also = std::nullopt);
    [[nodiscard]] Expression limit(const Atom& atom);
    [[nodiscard]] Expression overlap(const Atom& atom);
    [[nodiscard]] bool has_times() const;
    [[nodiscard]] Expression times_given();
    [[nodiscard]] Expression shift_begins();
    [[nodiscard]] Expression shift_ends();
    [[nodiscard]] std::string label(AtomIndex index) const;

    // model_tables.cpp
    [[nodiscard]] Expression table(TableIndex index);
    /// A decision of the table's rows that gives `yes` where one holds, else `no`.
    Expression add_table(const DecisionTable& table, std::string decision, std::string title, std::string description,
                         const CellValue& yes, const CellValue& no);
    void add_rows(Decision& decision, const DecisionTable& table, const CellValue& yes);
    [[nodiscard]] std::string title_of(const DecisionTable& table) const;
    [[nodiscard]] std::string description_of(const DecisionTable& table) const;
    [[nodiscard]] std::string provenance(const Norm& norm) const;

    // model_norms.cpp
    [[nodiscard]] const Effect& effect(NormIndex norm);
    [[nodiscard]] Effect make_effect(NormIndex index);
    [[nodiscard]] static Effect settled(Effect effect);
    [[nodiscard]] std::vector<std::pair<Expression, bool>> preconditions(NormIndex index);
    [[nodiscard]] Expression blocks(const Norm& norm);
    [[nodiscard]] Expression speaks(NormIndex norm);

    // model_outcome.cpp
    void add_contradictions();
    void add_grounds();
    void add_encoded_outcome();
    void add_unseen_laws();
    void add_unread();
    void add_not_given();
    void add_outcome();
    void add_verdict();
    [[nodiscard]] bool speaks_of_shift_length(TableIndex index) const;

    /// Adds a decision by a table, under a name made of its own, unless what is settled already settles it.
    Expression add_decision(Decision decision);
    /// Adds a decision by an expression, unless that is a constant.
    Expression add_value(std::string decision, std::string title, Decision::Result result, Expression value);

    Expression add_names(std::string decision, std::string title, std::vector<Expression> conditions,
                         std::vector<std::string> names);

    const CompiledTables& tables_;
    const Version& law_;
    DecisionModel model_;
    NameGiver names_;
    std::map<std::string, Expression> made_;  ///< what was made already, by a key of its own
    std::map<NormIndex, Effect> effects_;
    Expression contradictions_, regulated_, encoded_outcome_, unread_, not_given_, outcome_;
    std::vector<Expression> unseen_laws_;  ///< the class that each gives, or "none"
    std::vector<Expression> grounds_;      ///< by class: the list of norms that give it
};

}  // namespace labourlex::exchange
