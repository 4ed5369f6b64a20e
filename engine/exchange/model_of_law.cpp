#include "engine/exchange/model_of_law.hpp"

#include "engine/exchange/model_builder.hpp"

namespace labourlex::exchange {

ModelBuilder::ModelBuilder(const CompiledTables& tables) : tables_(tables), law_(*tables.version) {
    // Inputs keep the names that jobs know them by.
    for (const FactDeclaration& fact : law_.vocabulary->facts) names_.keep(fact.name);
    names_.keep("verdict");
}

DecisionModel ModelBuilder::build() {
    model_.name = NameGiver().give(law_.jurisdiction + "." + law_.date.text());
    model_.title = say(ExchangeWord::model_title, {law_.title, law_.date.text()});
    model_.description =
        say(ExchangeWord::model_description, {law_.ruleset_version, law_.jurisdiction, law_.date.text()});
    add_contradictions();
    add_grounds();
    add_encoded_outcome();
    add_unseen_laws();
    add_unread();
    add_not_given();
    add_outcome();
    add_verdict();
    keep_what_is_used(model_);
    return std::move(model_);
}

DecisionModel model_of_law(const CompiledTables& tables) {
    return ModelBuilder(tables).build();
}

}  // namespace labourlex::exchange
