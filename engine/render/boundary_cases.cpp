#include "engine/render/boundary_cases.hpp"

#include "engine/render/verdict_json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace labourlex {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view to_judge = "to-judge";

/// JSON strings are YAML strings.
std::string quoted(const std::string& text) {
    return Json(text).dump();
}

std::string value_of(const BoundaryJob& job, const std::string& fact, const Words& words) {
    for (const auto& [name, value] : job.facts) {
        if (name == fact) return value;
    }
    return std::string(words.boundary_not_said);
}

std::string text_of(const Version& law, const BoundaryPair& pair, bool inside, const Words& words) {
    const BoundaryJob& job = inside ? pair.inside : pair.outside;
    const BoundaryJob& other = inside ? pair.outside : pair.inside;
    const Norm& norm = law.norms[pair.norm];
    return fill(inside ? words.boundary_inside : words.boundary_outside,
                {norm.name, norm.title, pair.crossed, value_of(job, pair.crossed, words),
                 value_of(other, pair.crossed, words)});
}

std::string basis_of(const Version& law, const Norm& norm, const Words& words) {
    const std::string instrument =
        norm.citation.instrument < law.instruments.size() ? law.instruments[norm.citation.instrument].title : "";
    return norm.citation.provision.empty() ? instrument
                                           : fill(words.part_provision, {instrument, norm.citation.provision});
}

constexpr std::string_view undetermined = "undetermined";

std::string reading_of(const BoundaryJob& job) {
    return job.possible.size() == 1 ? job.possible.front()
                                    : fmt::format("{} ({})", undetermined, fmt::join(job.possible, ", "));
}

std::string reason_of(const BoundaryNotFound& entry, const Words& words) {
    switch (entry.reason) {
        case BoundaryNotFound::Reason::asks_nothing:
            return std::string(words.boundary_asks_nothing);
        case BoundaryNotFound::Reason::never_happens:
            return std::string(words.boundary_never_happens);
        case BoundaryNotFound::Reason::open_figure:
            return entry.threshold.empty() ? std::string(words.boundary_open_figure)
                                           : fill(words.boundary_open_figure_at, {entry.threshold});
        case BoundaryNotFound::Reason::nothing_crossed:
            break;
    }
    return entry.threshold.empty() ? fill(words.boundary_nothing_crossed, {std::to_string(entry.tried)})
                                   : fill(words.boundary_threshold_not_crossed, {entry.threshold});
}

std::string where(const Norm& norm, const Sources& sources) {
    return fmt::format("{}:{}", sources.name(norm.span.source), sources.place(norm.span.source, norm.span.begin).line);
}

void add_case(std::string& text, const CompiledTables& tables, const BoundaryPair& pair, bool inside,
              const Words& words) {
    const Version& law = *tables.version;
    const BoundaryJob& job = inside ? pair.inside : pair.outside;
    text += fmt::format("- id: {}\n  country: {}\n  date: {}\n  text: {}\n  facts:\n", quoted(job.id),
                        quoted(law.jurisdiction), law.date.text(), quoted(text_of(law, pair, inside, words)));
    for (const auto& [name, value] : job.facts) text += fmt::format("    {}: {}\n", name, value);
    if (job.facts.empty()) text += "    {}\n";
    text += fmt::format("  # {}\n  expect: {}\n  basis: [{}]\n\n", fill(words.boundary_reading, {reading_of(job)}),
                        to_judge, quoted(basis_of(law, law.norms[pair.norm], words)));
}

Json case_json(const CompiledTables& tables, const BoundaryPair& pair, bool inside, const Words& words) {
    const Version& law = *tables.version;
    const BoundaryJob& job = inside ? pair.inside : pair.outside;
    Json facts = Json::object();
    for (const auto& [name, value] : job.facts) facts[name] = value;
    return {{"id", job.id},
            {"country", law.jurisdiction},
            {"date", law.date.text()},
            {"norm", law.norms[pair.norm].name},
            {"side", inside ? "inside" : "outside"},
            {"differs_in", pair.crossed},
            {"text", text_of(law, pair, inside, words)},
            {"facts_as_written", std::move(facts)},
            {"expect", to_judge},
            {"basis", {basis_of(law, law.norms[pair.norm], words)}},
            {"own_reading", job.possible.size() == 1 ? job.possible.front() : std::string(undetermined)},
            {"own_reading_possible", job.possible}};
}

}  // namespace

std::string boundary_cases_yaml(const CompiledTables& tables, const BoundaryJobs& jobs, const Sources& sources,
                                const Words& words) {
    const Version& law = *tables.version;
    std::string text;
    for (const std::string_view line : words.boundary_head) {
        text += fmt::format("# {}\n", fill(line, {law.title, law.date.text(), std::to_string(2 * jobs.pairs.size()),
                                                  std::to_string(jobs.not_found.size())}));
    }
    text += '\n';
    for (const BoundaryPair& pair : jobs.pairs) {
        add_case(text, tables, pair, true, words);
        add_case(text, tables, pair, false, words);
    }
    if (jobs.pairs.empty()) text += "[]\n";
    if (!jobs.not_found.empty()) text += fmt::format("# {}\n", words.boundary_not_generated);
    for (const BoundaryNotFound& entry : jobs.not_found) {
        const Norm& norm = law.norms[entry.norm];
        text += fmt::format("# - {}\n", fill(words.boundary_not_generated_line,
                                             {norm.name, where(norm, sources), reason_of(entry, words)}));
    }
    return text;
}

std::string boundary_cases_json(const CompiledTables& tables, const BoundaryJobs& jobs, const Sources& sources,
                                const Words& words) {
    const Version& law = *tables.version;
    Json cases = Json::array();
    for (const BoundaryPair& pair : jobs.pairs) {
        cases.push_back(case_json(tables, pair, true, words));
        cases.push_back(case_json(tables, pair, false, words));
    }
    Json not_generated = Json::array();
    for (const BoundaryNotFound& entry : jobs.not_found) {
        const Norm& norm = law.norms[entry.norm];
        not_generated.push_back({{"norm", norm.name},
                                 {"file", sources.name(norm.span.source)},
                                 {"line", sources.place(norm.span.source, norm.span.begin).line},
                                 {"threshold", entry.threshold.empty() ? Json(nullptr) : Json(entry.threshold)},
                                 {"reason", reason_of(entry, words)}});
    }
    return json_text({{"cases", std::move(cases)}, {"not_generated", std::move(not_generated)}});
}

}  // namespace labourlex
