#include "engine/render/found_codes.hpp"

#include "engine/render/page.hpp"

#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace labourlex {

std::string found_codes_text(const std::string& query, const std::vector<find::FoundInTaxonomy>& found, bool colour,
                             const Words& words) {
    Page page(colour);
    if (found.empty()) {
        page.paragraph(fill(words.found_nothing, {query}));
        return page.text();
    }
    for (const find::FoundInTaxonomy& group : found) {
        page.heading(group.facts.empty()
                         ? group.title
                         : fill(words.found_heading, {group.title, fmt::format("{}", fmt::join(group.facts, ", "))}));
        for (const find::FoundCode& code : group.codes) {
            const std::string_view pattern = code.met.empty()     ? words.found_code
                                             : code.by_usual_code ? words.found_code_by_usual
                                                                  : words.found_code_by_name;
            page.paragraph(fill(pattern, {code.code, code.title, code.met}), 2);
            if (!code.usually.empty()) {
                std::string codes;
                for (const find::UsualCode& usual : code.usually) {
                    codes += (codes.empty() ? "" : "; ") +
                             fill(words.found_usual_code, {usual.taxonomy, usual.code, usual.title});
                }
                page.paragraph(fill(words.found_usually, {codes}), 6);
            }
        }
    }
    return page.text();
}

std::string found_codes_json(const std::string& query, const std::vector<find::FoundInTaxonomy>& found) {
    using Json = nlohmann::ordered_json;
    Json result = {{"query", query}, {"found", Json::array()}};
    for (const find::FoundInTaxonomy& group : found) {
        Json shown = {
            {"taxonomy", group.taxonomy}, {"title", group.title}, {"facts", group.facts}, {"codes", Json::array()}};
        for (const find::FoundCode& code : group.codes) {
            Json entry = {{"code", code.code}, {"title", code.title}};
            if (!code.met.empty()) {
                entry[code.by_usual_code ? "met_usual" : "met"] = code.met;
            }
            entry["score"] = std::lround(code.score * 100);
            entry["usually"] = Json::array();
            for (const find::UsualCode& usual : code.usually) {
                entry["usually"].push_back(
                    {{"taxonomy", usual.taxonomy}, {"code", usual.code}, {"title", usual.title}});
            }
            shown["codes"].push_back(std::move(entry));
        }
        result["found"].push_back(std::move(shown));
    }
    return result.dump(2) + "\n";
}

}  // namespace labourlex
