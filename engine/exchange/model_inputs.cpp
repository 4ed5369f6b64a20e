// What a job must state: each fact, question and parameter that some decision asks, and what the law leaves unknown.
#include "engine/exchange/code_expression.hpp"
#include "engine/exchange/model_builder.hpp"
#include "engine/exchange/refusal.hpp"
#include "engine/tables/describe.hpp"

#include <algorithm>

namespace labourlex::exchange {
namespace {

/// Limits without an upper bound are asked up to here: more than any fact that is held against them.
const Rational greatest_figure = 1'000'000;

Input::Type type_of(FactType type) {
    switch (type) {
        case FactType::yes_no:
            return Input::Type::truth;
        case FactType::choice:
        case FactType::code:
            return Input::Type::text;
        case FactType::number:
            return Input::Type::number;
        case FactType::code_set:
            return Input::Type::texts;
        case FactType::time_of_day:
            return Input::Type::time_of_day;
    }
    return Input::Type::truth;
}

void add_sentence(std::string& text, const std::string& sentence) {
    if (sentence.empty()) return;
    text += (text.empty() ? "" : " ") + sentence;
}

}  // namespace

Expression ModelBuilder::add_input(Input input, Span span) {
    if (!is_plain_name(input.name)) {
        throw Refusal{input.name, say(ExchangeWord::no_name, {input.name}), say(ExchangeWord::no_name_remedy), span};
    }
    if (!std::all_of(input.values.begin(), input.values.end(), is_plain_text)) {
        throw Refusal{input.name, say(ExchangeWord::no_text), say(ExchangeWord::no_text_remedy), span};
    }
    for (const Rational& bound : {input.low, input.high}) {
        if (!is_plain_number(bound)) {
            throw Refusal{input.name, say(ExchangeWord::no_number, {bound.text()}), say(ExchangeWord::no_number_remedy),
                          span};
        }
    }
    model_.inputs.push_back(input);
    return name(input.name);
}

Expression ModelBuilder::input(FactIndex fact) {
    const FactDeclaration& declaration = law_.vocabulary->facts.at(fact);
    const auto [place, is_new] = made_.try_emplace("fact " + std::to_string(fact));
    if (!is_new) return place->second;

    Input input;
    // A season is never stated in a job, so that it has no name to keep.
    const bool season = declaration.role == FactRole::season;
    input.name = season ? names_.give(declaration.name + ".season") : declaration.name;
    input.title = declaration.title;
    input.type = type_of(declaration.type);
    input.fact = fact;
    add_sentence(input.description, declaration.question);
    switch (declaration.type) {
        case FactType::choice:
            for (const Choice& choice : declaration.choices) input.values.push_back(choice.name);
            break;
        case FactType::number:
            input.whole = declaration.whole;
            input.low = declaration.low;
            input.high = declaration.high;
            if (!declaration.unit.empty()) {
                add_sentence(input.description, say(ExchangeWord::input_unit, {declaration.unit}));
            }
            break;
        case FactType::code:
        case FactType::code_set: {
            const Taxonomy& taxonomy = law_.vocabulary->taxonomy_of(fact);
            if (!taxonomy.exhaustive() && taxonomy.find(unlisted_code())) {
                throw Refusal{declaration.name, say(ExchangeWord::no_unlisted, {unlisted_code()}),
                              say(ExchangeWord::no_unlisted_remedy), declaration.span};
            }
            input.values = possible_codes(taxonomy);
            add_sentence(input.description, say(ExchangeWord::input_codes, {taxonomy.title()}));
            if (!taxonomy.exhaustive()) {
                add_sentence(input.description, say(ExchangeWord::input_code_not_listed, {unlisted_code()}));
            }
            break;
        }
        case FactType::time_of_day: {
            input.may_be_absent = true;
            const FactIndex other = fact == law_.shift_start ? law_.shift_end : law_.shift_start;
            input.goes_with = law_.vocabulary->facts.at(other).name;
            add_sentence(input.description, say(ExchangeWord::input_times));
            break;
        }
        case FactType::yes_no:
            break;
    }
    if (declaration.role == FactRole::question) {
        add_sentence(input.description, say(ExchangeWord::input_question));
    }
    if (declaration.role == FactRole::parameter) {
        add_sentence(input.description, say(ExchangeWord::input_parameter));
    }
    for (const Season& season : law_.seasons) {
        if (season.fact == fact) add_sentence(input.description, say(ExchangeWord::input_season, {season.days}));
    }
    const Expression made = add_input(std::move(input), declaration.span);
    made_["fact " + std::to_string(fact)] = made;
    return made;
}

/// The stated value of a clock term that the law computes: it counts where the times are not given.
Expression ModelBuilder::stated_term(FactIndex term) {
    const auto [place, is_new] = made_.try_emplace("term " + std::to_string(term));
    if (is_new) {
        const FactDeclaration& declaration = law_.vocabulary->facts.at(term);
        Input input;
        input.name = declaration.name;
        input.title = declaration.title;
        input.may_be_absent = true;
        input.origin = Input::Origin::stated_term;
        input.fact = term;
        add_sentence(input.description, declaration.question);
        add_sentence(input.description, say(ExchangeWord::input_stated_term));
        const Expression made = add_input(std::move(input), declaration.span);
        made_["term " + std::to_string(term)] = made;
        return made;
    }
    return place->second;
}

Expression ModelBuilder::open_figure(LimitIndex index, std::size_t text, std::size_t row) {
    const std::string key = "figure " + std::to_string(index) + " " + std::to_string(text) + " " + std::to_string(row);
    if (const auto found = made_.find(key); found != made_.end()) return found->second;
    const Limit& limit = law_.limits.at(index).at(text);
    const LimitCell& cell = limit.rows.at(row).cell;
    const std::string& unit = law_.vocabulary->facts.at(limit.fact).unit;
    const std::string labels = joined(limit.rows[row].labels, ", ");
    Input input;
    input.name = names_.give(limit.name + ".figure-" + std::to_string(row + 1));
    input.title = say(ExchangeWord::open_figure_title, {limit.title, labels});
    input.description = say(ExchangeWord::input_open_figure, {limit.title, labels, limit_cell_text(cell, unit)});
    input.type = Input::Type::number;
    input.low = cell.low;
    input.high = cell.high.value_or(greatest_figure);
    input.high_excluded = cell.high.has_value();
    input.origin = Input::Origin::figure;
    input.index = index;
    input.limit_text = text;
    input.limit_row = row;
    return made_[key] = add_input(std::move(input), cell.span);
}

Expression ModelBuilder::unseen_input(NormIndex index) {
    const Norm& norm = law_.norms.at(index);
    Input input;
    input.name = names_.give("unseen." + norm.name);
    input.title = say(ExchangeWord::unseen_title, {norm.title});
    input.description = say(ExchangeWord::input_unseen, {law_.classes.at(norm.cls).title, provenance(norm)});
    input.origin = Input::Origin::unseen;
    input.index = index;
    return add_input(std::move(input), norm.span);
}

Expression ModelBuilder::unseen_law_input(std::size_t index) {
    const UnseenLaw& unseen = law_.unseen_laws.at(index);
    Input input;
    input.name = names_.give("unseen." + unseen.name);
    input.title = say(ExchangeWord::unseen_law_title, {unseen.title});
    input.description = say(ExchangeWord::input_unseen_law, {unseen.title});
    input.type = Input::Type::text;
    input.values = class_names();
    input.origin = Input::Origin::unseen_law;
    input.index = static_cast<std::uint32_t>(index);
    return add_input(std::move(input), unseen.span);
}

std::vector<std::string> ModelBuilder::class_names() const {
    std::vector<std::string> names;
    for (const ClassDeclaration& declaration : law_.classes) names.push_back(declaration.name);
    return names;
}

}  // namespace labourlex::exchange
