#include "engine/decide/shown_value.hpp"

#include "engine/decide/texts.hpp"

#include <fmt/format.h>

namespace labourlex::decide {

namespace {

std::string joined(const std::vector<std::string>& parts) {
    return fmt::format("{}", fmt::join(parts, texts.separator));
}

std::string one_or_any(const std::vector<std::string>& parts) {
    return parts.size() == 1 ? parts.front() : fmt::format(fmt::runtime(texts.alternatives), joined(parts));
}

std::string with_unit(const Rational& number, const std::string& unit) {
    return unit.empty() ? number.text() : number.text() + " " + unit;
}

std::vector<std::string> names(const Taxonomy& taxonomy, const std::vector<CodeIndex>& codes) {
    std::vector<std::string> result;
    for (const CodeIndex code : codes) {
        result.push_back(taxonomy.node(code).code);
    }
    return result;
}

std::string json_list(const std::vector<std::string>& parts) {
    std::vector<std::string> quoted;
    for (const std::string& part : parts) {
        quoted.push_back(json_text(part));
    }
    return "[" + fmt::format("{}", fmt::join(quoted, ", ")) + "]";
}

ShownValue unknown() {
    return {std::string(texts.unknown), "null", true};
}

ShownValue shown_choice(const FactDeclaration& declaration, const FactSituation& fact) {
    std::vector<std::string> possible;
    for (std::size_t value = 0; value < fact.choices.size(); ++value) {
        if (fact.choices[value]) {
            possible.push_back(declaration.choices[value].name);
        }
    }
    if (possible.size() == fact.choices.size()) {
        return unknown();
    }
    if (declaration.type == FactType::yes_no) {
        const bool yes = fact.choices[1];
        return {std::string(yes ? texts.yes : texts.no), yes ? "true" : "false"};
    }
    return {one_or_any(possible), possible.size() == 1 ? json_text(possible.front()) : json_list(possible)};
}

ShownValue shown_number(const FactDeclaration& declaration, const FactSituation& fact) {
    if (fact.numbers.size() == 1 && fact.numbers[0] == NumberInterval{declaration.low, declaration.high}) {
        return unknown();
    }
    std::vector<std::string> parts;
    for (const NumberInterval& interval : fact.numbers) {
        parts.push_back(interval.low == interval.high
                            ? with_unit(interval.low, declaration.unit)
                            : fmt::format(fmt::runtime(texts.number_range), interval.low.text(),
                                          with_unit(interval.high, declaration.unit)));
    }
    ShownValue shown{one_or_any(parts), json_text(one_or_any(parts))};
    if (fact.fixed) {
        // A number that decimals cannot write exactly stays a text.
        const std::string number = fact.numbers[0].low.text();
        shown.json = number.find('/') == std::string::npos ? number : json_text(number);
    }
    return shown;
}

ShownValue shown_code(const Taxonomy& taxonomy, const FactSituation& fact) {
    if (fact.unnamed_code && fact.codes.empty()) {
        return {std::string(texts.unnamed_code), "null"};
    }
    std::size_t top = 0;
    for (CodeIndex code = 0; code < taxonomy.size(); ++code) {
        top += taxonomy.node(code).parent == no_code ? 1U : 0U;
    }
    if (fact.codes.size() == top && taxonomy.node(fact.codes.front()).parent == no_code && top > 1) {
        return unknown();
    }
    const std::vector<std::string> codes = names(taxonomy, fact.codes);
    return {one_or_any(codes), codes.size() == 1 ? json_text(codes.front()) : json_list(codes)};
}

ShownValue shown_set(const Taxonomy& taxonomy, const FactSituation& fact) {
    const std::vector<std::string> has = names(taxonomy, fact.set.has);
    const std::vector<std::string> has_not = names(taxonomy, fact.set.has_not);
    if (fact.set.listed) {
        return {has.empty() ? std::string(texts.none) : joined(has), json_list(has)};
    }
    if (has.empty() && has_not.empty()) {
        return unknown();
    }
    const std::string text = has_not.empty() ? fmt::format(fmt::runtime(texts.set_has), joined(has))
                             : has.empty()   ? fmt::format(fmt::runtime(texts.set_has_not), joined(has_not))
                                             : fmt::format(fmt::runtime(texts.set_parts), joined(has), joined(has_not));
    return {text, fmt::format("{{\"has\": {}, \"not\": {}}}", json_list(has), json_list(has_not))};
}

ShownValue shown_time(const FactSituation& fact) {
    if (fact.minutes.size() == 1 && fact.minutes[0] == MinuteInterval{0, minutes_of_day - 1}) {
        return unknown();
    }
    std::vector<std::string> parts;
    for (const MinuteInterval& interval : fact.minutes) {
        parts.push_back(interval.first == interval.last
                            ? time_of_day_text(interval.first)
                            : fmt::format(fmt::runtime(texts.number_range), time_of_day_text(interval.first),
                                          time_of_day_text(interval.last)));
    }
    return {one_or_any(parts), json_text(one_or_any(parts))};
}

}  // namespace

std::string json_text(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            result += fmt::format("\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
        } else {
            result += c;
        }
    }
    return result + "\"";
}

ShownValue shown_value(const Version& version, const Situation& situation, FactIndex fact) {
    const FactDeclaration& declaration = version.vocabulary->facts[fact];
    const FactSituation& known = situation.facts[fact];
    switch (declaration.type) {
        case FactType::yes_no:
        case FactType::choice:
            return shown_choice(declaration, known);
        case FactType::number:
            return shown_number(declaration, known);
        case FactType::code:
            return shown_code(version.vocabulary->taxonomy_of(fact), known);
        case FactType::code_set:
            return shown_set(version.vocabulary->taxonomy_of(fact), known);
        case FactType::time_of_day:
            return shown_time(known);
    }
    return unknown();
}

}  // namespace labourlex::decide
