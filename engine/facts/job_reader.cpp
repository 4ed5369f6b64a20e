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

/// Whether what is stated leaves the value that the law has fixed.
bool allows(const Knowledge& known, const FactDeclaration& fact) {
    if (known.stated_unknown) return true;
    if (fact.type != FactType::number) return known.choices.at(fact.fixed->choice);
    return std::any_of(known.numbers.begin(), known.numbers.end(), [&](const NumberInterval& interval) {
        return interval.low <= fact.fixed->number && fact.fixed->number <= interval.high;
    });
}

std::string fixed_text(const FactDeclaration& fact) {
    if (fact.type != FactType::number) return fact.choices.at(fact.fixed->choice).name;
    return fact.unit.empty() ? fact.fixed->number.text() : fact.fixed->number.text() + " " + fact.unit;
}

/// What is stated of a linked fact is stated of the fact it is linked to, in its unit; false where that is out of range.
bool brought_home(Knowledge& known, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
    const FactDeclaration& fact = vocabulary.facts[known.fact];
    if (fact.linked_to == no_fact) return true;
    const FactDeclaration& home = vocabulary.facts[fact.linked_to];
    known.fact = fact.linked_to;
    if (known.stated_unknown) {
        known.numbers = {{home.low, home.high}};
        return true;
    }
    try {
        for (NumberInterval& interval : known.numbers) {
            interval = {interval.low * fact.linked_factor, interval.high * fact.linked_factor};
            for (const Rational& end : {interval.low, interval.high}) {
                if (end >= home.low && end <= home.high) continue;
                diagnostics.report(Code::L0535, known.span, {home.name, home.low.text(), home.high.text(), end.text()});
                return false;
            }
        }
    } catch (const ArithmeticOverflow&) {
        diagnostics.report(Code::L0533, known.span, {known.written});
        return false;
    }
    return true;
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
    std::vector<std::string> stated_as;   // beside job.stated: the names as written
    for (const auto& [name, value] : facts.entries) {
        if (form == FactsForm::beside_heading && is_heading_name(name.scalar)) continue;
        // One more than is shown, so that it is known that there are more.
        if (found.all().size() > most_mistakes) break;
        const auto fact = vocabulary.find(name.scalar);
        if (!fact && known_elsewhere.contains(name.scalar)) {
            job.not_used.push_back(name.scalar);
        } else if (!fact) {
            report_unknown_fact(name, value, vocabulary, known_elsewhere, form, found);
        } else if (vocabulary.facts[*fact].role == FactRole::season) {
            found.report(Code::L0561, name.span, {name.scalar});
        } else if (auto knowledge = read_value(value, {vocabulary, vocabulary.facts[*fact], *fact, found})) {
            const FactDeclaration& declaration = vocabulary.facts[*fact];
            if (declaration.fixed && !allows(*knowledge, declaration)) {
                found.report(Code::L0560, value.span, {declaration.name, fixed_text(declaration)});
            }
            if (!brought_home(*knowledge, vocabulary, found)) continue;
            const auto same = std::find_if(job.stated.begin(), job.stated.end(), [&](const Knowledge& other) {
                return other.fact == knowledge->fact;
            });
            if (same == job.stated.end()) {
                job.stated.push_back(std::move(*knowledge));
                stated_as.push_back(name.scalar);
            } else if (same->numbers != knowledge->numbers) {
                found.report(Code::L0562, value.span,
                             {stated_as[static_cast<std::size_t>(same - job.stated.begin())], name.scalar})
                    .related.push_back({same->span, same->written});
            }
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
