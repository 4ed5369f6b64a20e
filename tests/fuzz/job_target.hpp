// What both job targets do with bytes: read them, bind them to a vocabulary with a fact of every type, and hold the
// result against what is promised of every text.
#pragma once

#include "engine/facts/job_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace labourlex::fuzzing {

inline void require(bool holds, const char* promise) {
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

inline FactDeclaration fact(std::string name, FactType type, TaxonomyIndex taxonomy = 0) {
    FactDeclaration declaration;
    declaration.name = std::move(name);
    declaration.type = type;
    declaration.taxonomy = taxonomy;
    return declaration;
}

inline Vocabulary small_vocabulary() {
    Vocabulary vocabulary;
    Taxonomy sectors("sectors", "sectors", true);
    const auto section = sectors.add("A", "a", no_code);
    const auto division = sectors.add("01", "b", *section);
    sectors.add("011", "c", *division);
    sectors.add("012", "d", *division);
    sectors.finish();
    Taxonomy tasks("tasks", "tasks", false);
    const auto selling = tasks.add("selling", "selling", no_code);
    tasks.add("kiosk", "kiosk", *selling);
    tasks.add("load", "load", no_code);
    tasks.finish();
    vocabulary.taxonomies = {sectors, tasks};

    FactDeclaration age = fact("age", FactType::number);
    age.whole = true;
    age.unit = "years";
    age.high = 120;
    FactDeclaration load = fact("load_kg", FactType::number);
    load.unit = "kg";
    load.high = 500;
    FactDeclaration sex = fact("sex", FactType::choice);
    sex.choices = {{"female", "female", {}}, {"male", "male", {}}};
    FactDeclaration paid = fact("paid", FactType::yes_no);
    paid.choices = {{"no", "no", {}}, {"yes", "yes", {}}};
    vocabulary.facts = {age,
                        load,
                        sex,
                        paid,
                        fact("sector", FactType::code, 0),
                        fact("tasks", FactType::code_set, 1),
                        fact("sectors", FactType::code_set, 0),
                        fact("start_time", FactType::time_of_day)};
    return vocabulary;
}

inline void check_knowledge(const Knowledge& knowledge, const Vocabulary& vocabulary) {
    const FactDeclaration& declaration = vocabulary.facts.at(knowledge.fact);
    require(!knowledge.written.empty(), "what is known can be shown");
    for (std::size_t i = 0; i < knowledge.numbers.size(); ++i) {
        const NumberInterval& interval = knowledge.numbers[i];
        require(declaration.low <= interval.low && interval.high <= declaration.high, "numbers lie in their range");
        require(interval.low <= interval.high, "intervals are not empty");
        require(i == 0 || knowledge.numbers[i - 1].high < interval.low, "intervals are sorted and disjoint");
    }
    for (const MinuteInterval& interval : knowledge.minutes) {
        require(0 <= interval.first && interval.first <= interval.last && interval.last < 1440, "minutes are of a day");
    }
    require(declaration.type != FactType::number || !knowledge.numbers.empty(), "some number is possible");
    require(declaration.type != FactType::code || !knowledge.codes.empty(), "some code is possible");
    require(!knowledge.stated_unknown || !knowledge.exact(declaration, vocabulary), "what is unknown is not exact");
}

inline void read(const std::uint8_t* data, std::size_t size, JobTextFormat format) {
    static const Vocabulary vocabulary = small_vocabulary();
    Sources sources;
    Diagnostics diagnostics;
    const auto source = sources.add("job", std::string(reinterpret_cast<const char*>(data), size));
    const auto tree = read_job_text(sources, source, format, diagnostics);
    require(tree.has_value() != diagnostics.has_errors(), "a text is read, or it is said why not");
    if (tree) {
        const auto heading = read_heading(*tree, diagnostics);
        require(heading.has_value() != diagnostics.has_errors(), "a heading is read, or it is said why not");
        const bool heading_is_bad = diagnostics.has_errors();
        const auto job = bind_job(*tree, heading.value_or(JobHeading{}), vocabulary, {"depth_m"}, diagnostics);
        require(job.has_value() || diagnostics.has_errors(), "a job is bound, or it is said why not");
        require(heading_is_bad || job.has_value() != diagnostics.has_errors(), "a bound job has no errors");
        if (job) {
            for (const Knowledge& knowledge : job->stated) check_knowledge(knowledge, vocabulary);
        }
    }
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        require(diagnostic.span.begin <= diagnostic.span.end && diagnostic.span.end <= size, "places lie in the text");
        require(!diagnostic.message().empty(), "messages say something");
        (void)sources.place(diagnostic.span.source, diagnostic.span.begin);
    }
}

}  // namespace labourlex::fuzzing
