// Writing a job as a file, so that a disagreement found at random can be replayed by hand.
#include "tests/support/random_jobs.hpp"

#include <fmt/format.h>

namespace labourlex::testing {

namespace {

std::string codes_text(const Taxonomy& taxonomy, const std::vector<CodeIndex>& codes) {
    std::string text = "[";
    for (const CodeIndex code : codes) {
        text += (text.size() > 1 ? ", \"" : "\"") + taxonomy.node(code).code + "\"";
    }
    return text + "]";
}

std::string minutes_text(int minutes) {
    return "\"" + time_of_day_text(minutes) + "\"";
}

/// Several alternatives are `any_of`, one stands alone.
std::string alternatives(const std::vector<std::string>& values) {
    return values.size() == 1 ? values.front() : fmt::format("{{any_of: [{}]}}", fmt::join(values, ", "));
}

std::string value_text(const Knowledge& known, const FactDeclaration& declaration, const Vocabulary& vocabulary) {
    if (known.stated_unknown) {
        return "unknown";
    }
    std::vector<std::string> values;
    switch (declaration.type) {
        case FactType::yes_no:
        case FactType::choice:
            for (std::size_t choice = 0; choice < known.choices.size(); ++choice) {
                if (known.choices[choice]) {
                    values.push_back(declaration.choices[choice].name);
                }
            }
            break;
        case FactType::number:
            for (const NumberInterval& interval : known.numbers) {
                values.push_back(interval.low == interval.high
                                     ? interval.low.text()
                                     : fmt::format("{{from: {}, to: {}}}", interval.low.text(), interval.high.text()));
            }
            break;
        case FactType::code:
            for (const CodeIndex code : known.codes) {
                values.push_back("\"" + vocabulary.taxonomy_of(known.fact).node(code).code + "\"");
            }
            break;
        case FactType::code_set: {
            const Taxonomy& taxonomy = vocabulary.taxonomy_of(known.fact);
            return known.set.listed ? codes_text(taxonomy, known.set.has)
                                    : fmt::format("{{has: {}, not: {}}}", codes_text(taxonomy, known.set.has),
                                                  codes_text(taxonomy, known.set.has_not));
        }
        case FactType::time_of_day:
            for (const MinuteInterval& interval : known.minutes) {
                values.push_back(interval.first == interval.last
                                     ? minutes_text(interval.first)
                                     : fmt::format("{{from: {}, to: {}}}", minutes_text(interval.first),
                                                   minutes_text(interval.last)));
            }
            break;
    }
    return alternatives(values);
}

}  // namespace

std::string job_as_yaml(const Job& job, const Version& version) {
    std::string text =
        fmt::format("id: {}\ncountry: {}\ndate: {}\n", job.id, version.jurisdiction, version.date.text());
    for (const Knowledge& known : job.stated) {
        const FactDeclaration& declaration = version.vocabulary->facts.at(known.fact);
        text += fmt::format("{}: {}\n", declaration.name, value_text(known, declaration, *version.vocabulary));
    }
    return text;
}

}  // namespace labourlex::testing
