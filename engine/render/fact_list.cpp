#include "engine/render/fact_list.hpp"

#include "engine/facts/calendar.hpp"
#include "engine/render/page.hpp"
#include "engine/render/verdict_json.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace labourlex {

namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> choice_names(const FactDeclaration& fact) {
    std::vector<std::string> names;
    for (const Choice& choice : fact.choices) names.push_back(choice.name);
    return names;
}

std::string type_text(const ListedFact& listed, const Words& words) {
    const FactDeclaration& fact = listed.declaration;
    const std::string low = fact.low.text();
    const std::string high = fact.high.text();
    switch (fact.type) {
        case FactType::yes_no: return std::string(words.type_yes_no);
        case FactType::choice: return fill(words.type_choice, {join_or(choice_names(fact), words)});
        case FactType::number: {
            const bool plain = fact.unit.empty();
            const std::string_view whole = plain ? words.type_whole_plain : words.type_whole;
            const std::string_view any = plain ? words.type_number_plain : words.type_number;
            return fill(fact.whole ? whole : any, {fact.unit, low, high});
        }
        case FactType::code: return fill(words.type_code, {listed.taxonomy});
        case FactType::code_set: return fill(words.type_set, {listed.taxonomy});
        case FactType::time_of_day: break;
    }
    return std::string(words.type_time);
}

Json number_of(const Rational& number) {
    if (number.is_whole()) return number.numerator();
    return number.nearest_double();
}

std::string value_text(const FactDeclaration& fact, const AssumedFactValue& value) {
    switch (fact.type) {
        case FactType::yes_no:
        case FactType::choice: return fact.choices.at(value.choice).name;
        case FactType::number:
            return fact.unit.empty() ? value.number.text() : value.number.text() + " " + fact.unit;
        case FactType::code_set: return "none";
        case FactType::code: return "a code that no norm names";
        case FactType::time_of_day: break;
    }
    return "";
}

Json value_json(const FactDeclaration& fact, const std::optional<AssumedFactValue>& value) {
    if (!value) return nullptr;
    switch (fact.type) {
        case FactType::yes_no: return value->choice == 1;
        case FactType::choice: return fact.choices.at(value->choice).name;
        case FactType::number: return number_of(value->number);
        case FactType::code_set: return Json::array();
        case FactType::code:
        case FactType::time_of_day: break;
    }
    return nullptr;
}

std::string_view type_word(FactType type) {
    switch (type) {
        case FactType::yes_no: return "yes-no";
        case FactType::choice: return "choice";
        case FactType::number: return "number";
        case FactType::code: return "code";
        case FactType::code_set: return "set-of-codes";
        case FactType::time_of_day: break;
    }
    return "time-of-day";
}

std::string_view role_word(FactRole role) {
    switch (role) {
        case FactRole::fact: return "fact";
        case FactRole::parameter: return "parameter";
        case FactRole::season: return "season";
        case FactRole::question: break;
    }
    return "question";
}

std::string_view absence_word(const FactDeclaration& fact) {
    if (!fact.assumed) return "ask";
    return fact.asked_when ? "ask-when" : "assume";
}

}  // namespace

void FactList::add(const std::string& jurisdiction, const Vocabulary& vocabulary) {
    ++laws_;
    for (std::size_t index = 0; index < vocabulary.facts.size(); ++index) {
        const FactDeclaration& fact = vocabulary.facts[index];
        if (fact.role == FactRole::season) continue;   // it follows from the date
        const auto same = std::find_if(facts_.begin(), facts_.end(), [&](const ListedFact& listed) {
            return listed.declaration.name == fact.name;
        });
        if (same != facts_.end()) {
            same->laws.push_back(jurisdiction);
            // What one law has set is not said of all.
            if (!fact.fixed) same->declaration.fixed.reset();
            continue;
        }
        const bool coded = fact.type == FactType::code || fact.type == FactType::code_set;
        facts_.push_back({fact, coded ? vocabulary.taxonomies.at(fact.taxonomy).name() : "", {jurisdiction},
                          fact.linked_to == no_fact ? "" : vocabulary.facts[fact.linked_to].name});
    }
}

std::string FactList::text(bool colour, const Words& words) const {
    Page page(colour);
    bool edges = false;
    for (const ListedFact& listed : facts_) {
        const FactDeclaration& fact = listed.declaration;
        edges = edges || fact.edge;
        if (fact.edge) continue;
        page.heading(fill(words.fact_heading, {fact.name, fact.title}));
        page.paragraph(capitalised(type_text(listed, words)) + ".", 2);
        if (!fact.question.empty()) page.paragraph(fill(words.fact_question, {fact.question}), 2);
        if (fact.fixed) {
            page.paragraph(fill(words.fact_fixed, {value_text(fact, *fact.fixed)}), 2);
        } else if (!fact.assumed) {
            page.paragraph(words.fact_absent_ask, 2);
        } else {
            page.paragraph(fill(fact.asked_when ? words.fact_absent_ask_when : words.fact_absent_assume,
                                {value_text(fact, *fact.assumed)}),
                           2);
        }
        if (!listed.linked_to.empty()) page.paragraph(fill(words.fact_linked, {listed.linked_to}), 2);
        if (fact.judgement) page.paragraph(words.fact_judgement, 2);
        if (!listed.taxonomy.empty()) page.paragraph(fill(words.fact_codes, {fact.name}), 2);
        if (listed.laws.size() < laws_) {
            page.paragraph(fill(words.fact_only_in, {fmt::format("{}", fmt::join(listed.laws, ", "))}), 2);
        }
    }
    if (edges) {
        page.heading(words.heading_edges);
        page.paragraph(words.edges_lead);
        for (const ListedFact& listed : facts_) {
            const FactDeclaration& fact = listed.declaration;
            if (fact.edge) page.paragraph(fill(words.edge, {fact.name, fact.question}), 0, "- ");
        }
    }
    return page.text();
}

std::string FactList::json() const {
    Json array = Json::array();
    for (const ListedFact& listed : facts_) {
        const FactDeclaration& fact = listed.declaration;
        const bool number = fact.type == FactType::number;
        Json choices = Json::array();
        if (fact.type == FactType::choice) {
            for (const Choice& choice : fact.choices) choices.push_back({{"name", choice.name}, {"title", choice.title}});
        }
        array.push_back({{"name", fact.name},
                         {"title", fact.title},
                         {"kind", fact.edge ? "edge" : role_word(fact.role)},
                         {"type", type_word(fact.type)},
                         {"whole", number ? Json(fact.whole) : Json(nullptr)},
                         {"unit", number && !fact.unit.empty() ? Json(fact.unit) : Json(nullptr)},
                         {"low", number ? number_of(fact.low) : Json(nullptr)},
                         {"high", number ? number_of(fact.high) : Json(nullptr)},
                         {"choices", std::move(choices)},
                         {"taxonomy", listed.taxonomy.empty() ? Json(nullptr) : Json(listed.taxonomy)},
                         {"question", fact.question},
                         {"absent", absence_word(fact)},
                         {"assumed", value_json(fact, fact.assumed)},
                         {"fixed", value_json(fact, fact.fixed)},
                         {"linked_to", listed.linked_to.empty() ? Json(nullptr) : Json(listed.linked_to)},
                         {"judgement", fact.judgement},
                         {"kept_in_strict", fact.kept_in_strict},
                         {"laws", listed.laws}});
    }
    return json_text(array);
}

}  // namespace labourlex
