// Diagnostics as a JSON array, for programs.
#include "dsl-grammar/diagnostic_rendering.hpp"

#include <nlohmann/json.hpp>

namespace labourlex::rendering {

namespace {

using Json = nlohmann::ordered_json;

void put_place(Json& object, Span span, const Sources& sources) {
    if (!has_place(span, sources)) return;
    const Place begin = sources.place(span.source, span.begin);
    const Place end = sources.place(span.source, span.end);
    object["file"] = sources.name(span.source);
    object["line"] = begin.line;
    object["column"] = begin.column;
    object["end_line"] = end.line;
    object["end_column"] = end.column;
    object["offset"] = span.begin;
    object["length"] = span.end - span.begin;
}

}  // namespace

std::string as_json(const Diagnostics& diagnostics, const Sources& sources) {
    Json list = Json::array();
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        const CodeEntry& entry = entry_of(diagnostic.code);
        Json object{{"code", entry.name},
                    {"severity", word_of(diagnostic.severity)},
                    {"title", entry.title},
                    {"message", diagnostic.message()},
                    {"remedy", diagnostic.advice()}};
        put_place(object, diagnostic.span, sources);
        if (!diagnostic.norm.empty()) object["norm"] = diagnostic.norm;
        if (!diagnostic.related.empty()) {
            Json& related = object["related"] = Json::array();
            for (const RelatedPlace& place : diagnostic.related) {
                Json entry_object{{"text", place.text}};
                put_place(entry_object, place.span, sources);
                related.push_back(std::move(entry_object));
            }
        }
        object["page"] = page_of(diagnostic.code);
        list.push_back(std::move(object));
    }
    return list.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace labourlex::rendering
