#include "engine/analyse/obligations.hpp"

#include "engine/analyse/cell_tests.hpp"
#include "engine/analyse/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace labourlex::analyse {

namespace {

/// A State is bound from twelve months after its ratification was registered.
Date one_year_after(Date day) {
    const std::string text = day.text();
    const int year = std::stoi(text.substr(0, 4)) + 1;
    const auto same_day = Date::parse(fmt::format("{:04}{}", year, text.substr(4)));
    return same_day ? *same_day : day.plus(366);  // 29 February
}

std::optional<AssumedFactValue> value_of(const FactDeclaration& declaration, const std::string& written) {
    AssumedFactValue value;
    if (declaration.type == FactType::number) {
        const auto number = Rational::parse_decimal(written.substr(0, written.find(' ')));
        if (!number) {
            return std::nullopt;
        }
        value.number = *number;
        return value;
    }
    for (std::size_t i = 0; i < declaration.choices.size(); ++i) {
        if (declaration.choices[i].name == written) {
            value.choice = i;
            return value;
        }
    }
    return std::nullopt;
}

std::string shown(const FactDeclaration& declaration, const AssumedFactValue& value) {
    return declaration.type == FactType::number ? value.number.text() : declaration.choices[value.choice].name;
}

/// Some norm of the law can give a lawful class other than the default: it knows light work.
bool knows_light_work(const Version& national) {
    return std::any_of(national.norms.begin(), national.norms.end(), [&](const Norm& norm) {
        const bool gives = norm.kind == NormKind::rule || norm.kind == NormKind::item ||
                           (norm.kind == NormKind::exception && !norm.does_not_apply);
        return gives && national.classes[norm.cls].lawful() && norm.cls != national.default_class();
    });
}

}  // namespace

Obligations obligations_of(const Version& national, const Version& baseline,
                           const std::vector<Ratification>& ratifications) {
    Obligations result;
    auto version = std::make_shared<Version>(baseline);
    const Vocabulary& vocabulary = *version->vocabulary;
    version->given.resize(vocabulary.facts.size());
    const auto set = [&](FactIndex fact, const AssumedFactValue& value) { version->given[fact] = value; };

    std::set<std::string> bound;
    for (const Ratification& ratification : ratifications) {
        const Date since = one_year_after(ratification.date);
        if (ratification.country != national.jurisdiction || national.date < since) {
            continue;
        }
        BoundConvention convention;
        convention.name = ratification.convention;
        convention.since = since;
        convention.ratified = ratification.date;
        convention.evidence = ratification.evidence;
        for (const Instrument& instrument : version->instruments) {
            if (instrument.name == ratification.convention) {
                convention.title = instrument.title;
            }
        }
        bound.insert(ratification.convention);
        for (const auto& [name, written] : ratification.parameters) {
            const auto fact = vocabulary.find(name);
            const auto value = fact ? value_of(vocabulary.facts[*fact], written) : std::nullopt;
            if (value) {
                set(*fact, *value);
                convention.choices.push_back(
                    fmt::format(fmt::runtime(texts.parameter_value), vocabulary.facts[*fact].title, written));
            }
        }
        result.conventions.push_back(std::move(convention));
    }

    // Acts by which the country is not bound speak nowhere.
    for (Instrument& instrument : version->instruments) {
        if (!bound.contains(instrument.name)) {
            const InstrumentIndex index = static_cast<InstrumentIndex>(&instrument - version->instruments.data());
            const bool cited = std::any_of(version->norms.begin(), version->norms.end(),
                                           [&](const Norm& norm) { return norm.citation.instrument == index; });
            if (cited) {
                result.not_bound.push_back(instrument.title);
            }
            instrument.in_force.kind = Condition::Kind::any;  // never
            instrument.in_force.children.clear();
            for (Norm& norm : version->norms) {
                if (norm.citation.instrument == index) {
                    norm.in_force = instrument.in_force;
                }
            }
            for (UnseenLaw& law : version->unseen_laws) {
                if (law.citation.instrument == index) {
                    law.in_force = instrument.in_force;
                }
            }
        }
    }

    // A text that nobody has read is no yardstick.
    for (Norm& norm : version->norms) {
        if (norm.kind == NormKind::unseen && !norm.in_force.never()) {
            norm.in_force.kind = Condition::Kind::any;  // never
            norm.in_force.children.clear();
            result.left_open.push_back(
                fmt::format(fmt::runtime(texts.unread_part), norm.title, citation_text(*version, norm.citation)));
        }
    }

    for (FactIndex fact = 0; fact < vocabulary.facts.size(); ++fact) {
        const FactDeclaration& declaration = vocabulary.facts[fact];
        if (declaration.role != FactRole::parameter || version->given[fact]) {
            continue;
        }
        if (declaration.name == "light_work_allowed") {
            AssumedFactValue value;
            value.choice = knows_light_work(national) ? 1 : 0;
            set(fact, value);
            result.supposed.push_back(fmt::format(fmt::runtime(texts.parameter_of_national_law), declaration.title,
                                                  declaration.choices[value.choice].name));
        } else if (declaration.name == "light_work_limit_week") {
            AssumedFactValue value;
            value.number = declaration.high;
            set(fact, value);
            result.supposed.push_back(fmt::format(fmt::runtime(texts.parameter_left_to_state), declaration.title));
        } else if (declaration.assumed) {
            set(fact, *declaration.assumed);
            result.supposed.push_back(fmt::format(fmt::runtime(texts.parameter_taken), declaration.title,
                                                  shown(declaration, *declaration.assumed)));
        } else {
            result.left_open.push_back(declaration.title);
        }
    }
    result.version = version;
    return result;
}

}  // namespace labourlex::analyse
