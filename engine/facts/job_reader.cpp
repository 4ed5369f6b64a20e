#include "engine/facts/job_reader.hpp"

#include "engine/facts/report.hpp"
#include "engine/facts/value_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace labourlex {

namespace {

using Kind = TextNode::Kind;

constexpr std::array<std::string_view, 4> heading_names = {"id", "text", "country", "date"};

bool is_heading_name(std::string_view name) {
    return std::find(heading_names.begin(), heading_names.end(), name) != heading_names.end();
}

bool check_mapping(const TextNode& node, Diagnostics& diagnostics) {
    if (node.kind == Kind::mapping) return true;
    if (node.kind == Kind::sequence) {
        diagnostics.report(Code::L0511, node.span);
    } else {
        diagnostics.report(Code::L0512, node.span, {shown(node.scalar)});
    }
    return false;
}

/// The text of a heading entry. An identifier may be a number, and unquoted YAML is its spelling whatever it looks
/// like.
std::optional<std::string> heading_text(const TextNode& name, const TextNode& value, Diagnostics& diagnostics) {
    if (value.kind == Kind::text || value.kind == Kind::number || (value.kind == Kind::boolean && value.unquoted)) {
        return value.scalar;
    }
    diagnostics.report(Code::L0520, value.span, {name.scalar});
    return std::nullopt;
}

void report_unknown_fact(const TextNode& name, const TextNode& value, const Vocabulary& vocabulary,
                         const std::set<std::string>& known_elsewhere, FactsForm form, Diagnostics& diagnostics) {
    if (form == FactsForm::beside_heading && name.scalar == "facts" && value.kind == Kind::mapping) {
        diagnostics.report(Code::L0522, name.span);
        return;
    }
    std::vector<std::string> candidates;
    for (const FactDeclaration& fact : vocabulary.facts) candidates.push_back(fact.name);
    candidates.insert(candidates.end(), known_elsewhere.begin(), known_elsewhere.end());
    suggest_nearest(diagnostics.report(Code::L0530, name.span, {shown(name.scalar)}), name.scalar, candidates);
}

}  // namespace

std::optional<JobHeading> read_heading(const TextNode& job, Diagnostics& diagnostics) {
    if (!check_mapping(job, diagnostics)) return std::nullopt;
    JobHeading heading;
    bool good = true;
    for (const auto& [name, value] : job.entries) {
        if (!is_heading_name(name.scalar) || value.kind == Kind::null) continue;  // null: as if it were not there
        auto text = heading_text(name, value, diagnostics);
        if (!text) {
            good = false;
        } else if (name.scalar == "id") {
            heading.id = std::move(*text);
        } else if (name.scalar == "text") {
            heading.text = std::move(*text);
        } else if (name.scalar == "country") {
            heading.country = std::move(*text);
        } else {
            heading.date = Date::parse(*text);
            if (heading.date) continue;
            diagnostics.report(Code::L0521, value.span, {shown(*text)});
            good = false;
        }
    }
    return good ? std::optional(std::move(heading)) : std::nullopt;
}

std::optional<Job> bind_job(const TextNode& facts, JobHeading heading, const Vocabulary& vocabulary,
                            const std::set<std::string>& known_elsewhere, Diagnostics& diagnostics, FactsForm form) {
    Job job;
    job.id = std::move(heading.id);
    job.text = std::move(heading.text);
    job.country = std::move(heading.country);
    job.date = heading.date;
    if (facts.kind == Kind::null) return job;  // `facts:` with nothing below it
    if (!check_mapping(facts, diagnostics)) return std::nullopt;

    Diagnostics found;
    for (const auto& [name, value] : facts.entries) {
        if (form == FactsForm::beside_heading && is_heading_name(name.scalar)) continue;
        // One more than is shown, so that it is known that there are more.
        if (found.all().size() > most_mistakes) break;
        const auto fact = vocabulary.find(name.scalar);
        if (!fact && known_elsewhere.contains(name.scalar)) {
            job.not_used.push_back(name.scalar);
        } else if (!fact) {
            report_unknown_fact(name, value, vocabulary, known_elsewhere, form, found);
        } else if (auto knowledge = read_value(value, {vocabulary, vocabulary.facts[*fact], *fact, found})) {
            job.stated.push_back(std::move(*knowledge));
        }
    }
    found.sort();
    append_first_mistakes(found, diagnostics);
    if (found.has_errors()) return std::nullopt;
    std::sort(job.stated.begin(), job.stated.end(),
              [](const Knowledge& a, const Knowledge& b) { return a.fact < b.fact; });
    return job;
}

}  // namespace labourlex
