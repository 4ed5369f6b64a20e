// Diagnostics as one SARIF 2.1.0 log, for code review and continuous integration.
#include "dsl-grammar/diagnostic_rendering.hpp"

#include <map>
#include <nlohmann/json.hpp>

namespace labourlex::rendering {

namespace {

using Json = nlohmann::ordered_json;

Json location(Span span, const Sources& sources) {
    const Place begin = sources.place(span.source, span.begin);
    const Place end = sources.place(span.source, span.end);
    return {{"physicalLocation",
             {{"artifactLocation", {{"uri", sources.name(span.source)}}},
              {"region",
               {{"startLine", begin.line},
                {"startColumn", begin.column},
                {"endLine", end.line},
                {"endColumn", end.column}}}}}};
}

/// The standard's names of severities are ours, but they are not words to translate.
std::string level_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::note:
            return "note";
    }
    return "none";
}

Json rule(Code code) {
    const CodeEntry& entry = entry_of(code);
    return {{"id", entry.name},
            {"shortDescription", {{"text", entry.title}}},
            {"helpUri", page_of(code)},
            {"defaultConfiguration", {{"level", level_of(entry.severity)}}}};
}

std::string whole_message(const Diagnostic& diagnostic) {
    const std::string advice = diagnostic.advice();
    return advice.empty() ? diagnostic.message() : diagnostic.message() + "; " + advice;
}

}  // namespace

std::string as_sarif(const Diagnostics& diagnostics, const Sources& sources) {
    Json rules = Json::array();
    Json results = Json::array();
    std::map<Code, std::size_t> index_of;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        const auto [place, added] = index_of.emplace(diagnostic.code, index_of.size());
        if (added) rules.push_back(rule(diagnostic.code));
        Json result{{"ruleId", entry_of(diagnostic.code).name},
                    {"ruleIndex", place->second},
                    {"level", level_of(diagnostic.severity)},
                    {"message", {{"text", whole_message(diagnostic)}}}};
        if (has_place(diagnostic.span, sources)) {
            Json where = location(diagnostic.span, sources);
            if (!diagnostic.norm.empty()) {
                where["logicalLocations"] = Json::array({Json{{"fullyQualifiedName", diagnostic.norm}}});
            }
            result["locations"] = Json::array({std::move(where)});
        }
        Json related = Json::array();
        for (const RelatedPlace& other : diagnostic.related) {
            if (!has_place(other.span, sources)) continue;
            Json where = location(other.span, sources);
            where["message"] = {{"text", other.text}};
            related.push_back(std::move(where));
        }
        if (!related.empty()) result["relatedLocations"] = std::move(related);
        results.push_back(std::move(result));
    }
    const Json log{
        {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
        {"version", "2.1.0"},
        {"runs", Json::array({Json{{"tool", {{"driver", {{"name", "labourlex"}, {"rules", std::move(rules)}}}}},
                                   {"columnKind", "unicodeCodePoints"},
                                   {"results", std::move(results)}}})}};
    return log.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace labourlex::rendering
