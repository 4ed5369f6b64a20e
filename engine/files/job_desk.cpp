#include "engine/files/job_desk.hpp"

#include "engine/decide/classify.hpp"
#include "engine/diagrams/diagram.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace labourlex {

namespace {

/// Other laws are parsed only when the job names a fact that this law does not have.
std::set<std::string> names_elsewhere(LawShelf& shelf, const TextNode& facts, const Vocabulary& vocabulary,
                                      const std::string& jurisdiction, std::set<std::string> known = {}) {
    const bool all_known = std::all_of(facts.entries.begin(), facts.entries.end(), [&](const auto& entry) {
        const std::string& name = entry.first.scalar;
        return vocabulary.find(name).has_value() || known.contains(name) || name == "id" || name == "text" ||
               name == "country" || name == "date";
    });
    if (!all_known) known.merge(shelf.folder().facts_elsewhere(jurisdiction));
    return known;
}

}  // namespace

std::optional<JobText> read_job(TextNode job, Diagnostics& diagnostics) {
    auto heading = read_heading(job, diagnostics);
    if (!heading) return std::nullopt;
    JobText result;
    result.heading = std::move(*heading);
    result.place = Span{job.span.source, job.span.begin, job.span.begin};
    result.country_place = result.place;
    for (const auto& [name, value] : job.entries) {
        if (name.scalar == "country") result.country_place = value.span;
    }
    result.facts = std::move(job);
    return result;
}

std::optional<PlacedJob> place_job(LawShelf& shelf, const JobText& job, const JudgeOptions& options,
                                   Diagnostics& diagnostics) {
    const auto& named = options.law ? options.law : job.heading.country;
    if (!named) {
        Diagnostics ignored;
        const auto& known = shelf.folder().jurisdictions(ignored);
        diagnostics.report(Code::L0714, job.place, {fmt::format("{}", fmt::join(known, ", "))});
        return std::nullopt;
    }
    const std::optional<Date> stated = options.on ? options.on : job.heading.date;
    const Date date = stated.value_or(Date::today());
    const Span named_at = options.law ? options.law_place : job.country_place;
    const auto tables = shelf.tables(*named, date, named_at, diagnostics);
    if (tables == nullptr) return std::nullopt;

    const Vocabulary& vocabulary = *tables->version->vocabulary;
    auto bound = bind_job(job.facts, job.heading, vocabulary, names_elsewhere(shelf, job.facts, vocabulary, *named),
                          diagnostics, job.form);
    if (!bound || !check_possible(*tables, *bound, diagnostics)) return std::nullopt;
    return PlacedJob{tables, std::move(*bound), !stated};
}

std::optional<PlacedJob> place_job(LawShelf& shelf, std::shared_ptr<const CompiledTables> tables, const JobText& job,
                                   const Vocabulary& also_known, Diagnostics& diagnostics) {
    const Vocabulary& vocabulary = *tables->version->vocabulary;
    std::set<std::string> known;
    for (const FactDeclaration& fact : also_known.facts) known.insert(fact.name);
    const auto elsewhere =
        names_elsewhere(shelf, job.facts, vocabulary, tables->version->jurisdiction, std::move(known));
    auto bound = bind_job(job.facts, job.heading, vocabulary, elsewhere, diagnostics, job.form);
    if (!bound || !check_possible(*tables, *bound, diagnostics)) return std::nullopt;
    return PlacedJob{std::move(tables), std::move(*bound), false};
}

std::optional<Verdict> judge(const PlacedJob& placed, Span place, bool strict, Diagnostics& diagnostics) {
    ClassifyOptions how;
    how.strict = strict;
    how.date_was_default = placed.date_was_default;
    try {
        return classify(*placed.tables, placed.job, how);
    } catch (const DiagramBudgetExceeded&) {
        // Nothing less than the exact answer is given: what cannot be worked out is said to be so.
        const std::string& id = placed.job.id;
        diagnostics.report(Code::L0728, place, {id.empty() ? placed.tables->version->jurisdiction : id});
        return std::nullopt;
    }
}

std::optional<Verdict> judge(LawShelf& shelf, const JobText& job, const JudgeOptions& options,
                             Diagnostics& diagnostics) {
    const auto placed = place_job(shelf, job, options, diagnostics);
    return placed ? judge(*placed, job.place, options.strict, diagnostics) : std::nullopt;
}

}  // namespace labourlex
