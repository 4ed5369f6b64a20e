#include "engine/render/analysis_parts.hpp"

#include "engine/render/analysis_words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace labourlex {

namespace {

using Json = nlohmann::ordered_json;
constexpr const AnalysisWords& words = analysis_words;

}  // namespace

std::string grounds_text(const std::vector<analyse::GroundOfOutcome>& norms, bool out_of_scope) {
    if (norms.empty()) {
        return std::string(out_of_scope ? words.no_reach : words.no_ground);
    }
    std::vector<std::string> texts;
    for (const analyse::GroundOfOutcome& norm : norms) {
        texts.push_back(fmt::format(fmt::runtime(words.ground_of_norm), norm.title, norm.citation));
    }
    return fmt::format("{}", fmt::join(texts, words.list_separator));
}

std::string numbered(std::size_t number, const std::string& text) {
    return fmt::format(fmt::runtime(words.numbered), number, text);
}

void add_detail(Document& report, std::string text) {
    report.bullet(std::move(text), 1);
}

std::string group_text(const analyse::SaidTests& says) {
    if (says.empty()) {
        return std::string(words.every_job);
    }
    std::vector<std::string> texts;
    for (const auto& [subject, value] : says) {
        texts.push_back(fmt::format(fmt::runtime(words.subject_and_value), subject, value));
    }
    return fmt::format("{}", fmt::join(texts, words.group_separator));
}

void add_example(Document& report, const std::optional<analyse::Witness>& witness,
                 const std::array<std::string, 2>& laws, const std::array<bool, 2>& out_of_scope) {
    if (!witness) {
        add_detail(report, std::string(words.no_example));
        return;
    }
    std::vector<std::string> facts;
    for (const analyse::WitnessFact& fact : witness->facts) {
        facts.push_back(fmt::format(fmt::runtime(words.subject_and_value), fact.title, fact.text));
    }
    if (!facts.empty()) {
        add_detail(report, fmt::format(fmt::runtime(words.example), fmt::join(facts, words.list_separator)));
    }
    if (!witness->law_open.empty()) {
        add_detail(report,
                   fmt::format(fmt::runtime(words.supposing), fmt::join(witness->law_open, words.list_separator)));
    }
    for (std::size_t side = 0; side < 2; ++side) {
        if (!laws[side].empty()) {
            add_detail(report, fmt::format(fmt::runtime(words.ground), laws[side],
                                           grounds_text(witness->norms[side], out_of_scope[side])));
        }
    }
}

Json json_of_group(const analyse::SaidTests& says, const std::optional<analyse::Witness>& witness) {
    Json group;
    group["conditions"] = Json::array();
    for (const auto& [subject, value] : says) {
        group["conditions"].push_back({{"subject", subject}, {"value", value}});
    }
    if (!witness) {
        group["witness"] = nullptr;
        return group;
    }
    Json job = Json::object();
    for (const analyse::WitnessFact& fact : witness->facts) {
        job[fact.name] = Json::parse(fact.json);
    }
    Json norms = Json::array();
    for (const auto& side : witness->norms) {
        Json of_side = Json::array();
        for (const analyse::GroundOfOutcome& norm : side) {
            of_side.push_back({{"rule", norm.name}, {"title", norm.title}, {"citation", norm.citation}});
        }
        norms.push_back(std::move(of_side));
    }
    group["witness"] = {{"job", job}, {"supposing", witness->law_open}, {"first", norms[0]}, {"second", norms[1]}};
    return group;
}

}  // namespace labourlex
