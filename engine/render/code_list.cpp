#include "engine/render/code_list.hpp"

#include "engine/render/page.hpp"
#include "engine/render/verdict_json.hpp"

#include <functional>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace labourlex {

namespace {

using Json = nlohmann::ordered_json;

bool takes_codes(const FactDeclaration& fact) { return fact.type == FactType::code || fact.type == FactType::code_set; }

}  // namespace

bool CodeList::add(const std::string& fact, const Vocabulary& vocabulary) {
    const auto index = vocabulary.find(fact);
    if (!index || !takes_codes(vocabulary.facts.at(*index))) return false;
    const Taxonomy& taxonomy = vocabulary.taxonomy_of(*index);
    if (codes_.empty()) {
        fact_ = fact;
        taxonomy_ = taxonomy.name();
        title_ = taxonomy.title();
    }
    std::map<std::string, std::size_t> known;
    for (std::size_t i = 0; i < codes_.size(); ++i) known.emplace(codes_[i].code, i);
    // A parent is always added before what stands below it.
    for (CodeIndex code = 0; code < taxonomy.size(); ++code) {
        const Taxonomy::Node& node = taxonomy.node(code);
        if (!known.emplace(node.code, codes_.size()).second) continue;
        ListedCode listed{node.code, node.title, node.synonyms};
        if (node.parent != no_code) {
            listed.parent = known.at(taxonomy.node(node.parent).code);
            codes_[listed.parent].children.push_back(codes_.size());
        }
        codes_.push_back(std::move(listed));
    }
    return true;
}

std::string CodeList::text(bool colour, const Words& words) const {
    Page page(colour);
    page.lead(fill(words.codes_heading, {fact_, title_}));
    const std::function<void(std::size_t, std::size_t)> put = [&](std::size_t index, std::size_t depth) {
        const ListedCode& listed = codes_[index];
        const std::string_view pattern = listed.synonyms.empty() ? words.code : words.code_with_synonyms;
        page.paragraph(fill(pattern, {listed.code, listed.title, fmt::format("{}", fmt::join(listed.synonyms, ", "))}),
                       2 * depth, "- ");
        for (const std::size_t child : listed.children) put(child, depth + 1);
    };
    for (std::size_t index = 0; index < codes_.size(); ++index) {
        if (codes_[index].parent == SIZE_MAX) put(index, 0);
    }
    return page.text();
}

std::string CodeList::json() const {
    Json codes = Json::array();
    for (const ListedCode& listed : codes_) {
        codes.push_back({{"code", listed.code},
                         {"title", listed.title},
                         {"synonyms", listed.synonyms},
                         {"parent", listed.parent == SIZE_MAX ? Json(nullptr) : Json(codes_[listed.parent].code)}});
    }
    return json_text({{"fact", fact_}, {"taxonomy", taxonomy_}, {"title", title_}, {"codes", std::move(codes)}});
}

std::vector<std::string> facts_with_codes(const Vocabulary& vocabulary) {
    std::vector<std::string> names;
    for (const FactDeclaration& fact : vocabulary.facts) {
        if (takes_codes(fact)) names.push_back(fact.name);
    }
    return names;
}

}  // namespace labourlex
