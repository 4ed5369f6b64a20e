#include "engine/find/code_search.hpp"

#include "engine/facts/csv.hpp"

#include <algorithm>

namespace labourlex::find {

namespace {

/// An entry of a published index says more by the way than a title does.
constexpr double weight_of_further_names = 0.95;
/// What usually goes with a code that was met well is worth showing, behind what was met itself.
constexpr double share_of_usual = 0.5;
constexpr double least_share_of_usual = 0.15;

/// The lines below the header; nothing, with a diagnostic, when the header or the number of columns is another.
std::vector<CsvLine> lines_below(const std::vector<std::string_view>& header, std::string_view shown_header,
                                 const Sources& sources, std::uint32_t source, Diagnostics& diagnostics) {
    auto lines = read_csv(sources, source, diagnostics);
    if (!lines) {
        return {};
    }
    const bool headed = !lines->empty() && lines->front().size() == header.size() &&
                        std::equal(header.begin(), header.end(), lines->front().begin(),
                                   [](std::string_view name, const CsvColumn& column) { return column.text == name; });
    if (!headed) {
        diagnostics.report(Code::L0588, lines->empty() ? Span{source, 0, 0} : lines->front().front().span,
                           {std::string(shown_header)});
        return {};
    }
    lines->erase(lines->begin());
    std::erase_if(*lines, [&](const CsvLine& line) {
        const bool wrong = line.size() != header.size();
        if (wrong) {
            diagnostics.report(Code::L0581, line.front().span,
                               {std::to_string(line.size()), std::to_string(header.size())});
        }
        return wrong;
    });
    return std::move(*lines);
}

}  // namespace

CodeSearch::CodeSearch(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {
    for (TaxonomyIndex index = 0; index < vocabulary.taxonomies.size(); ++index) {
        const Taxonomy& taxonomy = vocabulary.taxonomies[index];
        first_thing_.push_back(static_cast<ThingIndex>(places_.size()));
        for (CodeIndex code = 0; code < taxonomy.size(); ++code) {
            const auto thing = static_cast<ThingIndex>(places_.size());
            places_.push_back({index, code});
            names_.add(thing, taxonomy.node(code).title, 1);
            names_.add(thing, taxonomy.node(code).code, 1);
            for (const std::string& synonym : taxonomy.node(code).synonyms) {
                names_.add(thing, synonym, 1);
            }
        }
    }
}

std::optional<TaxonomyIndex> CodeSearch::taxonomy(std::string_view name) const {
    for (TaxonomyIndex index = 0; index < vocabulary_.taxonomies.size(); ++index) {
        if (vocabulary_.taxonomies[index].name() == name) {
            return index;
        }
    }
    return std::nullopt;
}

void CodeSearch::add_names(const std::string& name, const Sources& sources, std::uint32_t source,
                           Diagnostics& diagnostics) {
    const auto index = taxonomy(name);
    if (!index) {
        return;  // names of a taxonomy that this law does not use
    }
    for (const CsvLine& line :
         lines_below({"code", "language", "name"}, "code,language,name", sources, source, diagnostics)) {
        const auto code = vocabulary_.taxonomies[*index].find(line[0].text);
        if (!code) {
            diagnostics.report(Code::L0589, line[0].span, {line[0].text, name});
            continue;
        }
        names_.add(first_thing_[*index] + *code, line[2].text, weight_of_further_names);
    }
}

void CodeSearch::add_usual_codes(const Sources& sources, std::uint32_t source, Diagnostics& diagnostics) {
    const auto lines = lines_below({"taxonomy", "code", "usual_taxonomy", "usual_code"},
                                   "taxonomy,code,usual_taxonomy,usual_code", sources, source, diagnostics);
    for (const CsvLine& line : lines) {
        const auto place = [&](std::size_t column) -> std::optional<Place> {
            const auto index = taxonomy(line[column].text);
            const auto code =
                index ? vocabulary_.taxonomies[*index].find(line[column + 1].text) : std::optional<CodeIndex>();
            if (!code) {
                diagnostics.report(Code::L0589, line[column + 1].span, {line[column + 1].text, line[column].text});
                return std::nullopt;
            }
            return Place{*index, *code};
        };
        const auto of = place(0);
        const auto usual = place(2);
        if (of && usual) {
            usual_[*of].push_back(*usual);
        }
    }
}

std::vector<FoundInTaxonomy> CodeSearch::search(std::string_view query, std::size_t most) const {
    struct Scored {
        double score = 0;
        std::string name;
        bool by_usual_code = false;
    };
    std::map<Place, Scored> found;
    for (const Hit& hit : names_.search(query, places_.size())) {
        found[places_[hit.thing]] = {hit.score, hit.name, false};
    }
    // A task whose usual occupation was met is worth showing too, even if its own name says something else.
    for (const auto& [of, codes] : usual_) {
        for (const Place& usual : codes) {
            const auto met = found.find(usual);
            if (met == found.end()) {
                continue;
            }
            const double share = met->second.score * share_of_usual / static_cast<double>(codes.size());
            const std::string name = met->second.name;
            if (met->second.by_usual_code || share < least_share_of_usual) {
                continue;
            }
            Scored& entry = found[of];
            if (share > entry.score) {
                entry = {share, name, true};
            }
        }
    }
    std::vector<FoundInTaxonomy> result;
    for (TaxonomyIndex index = 0; index < vocabulary_.taxonomies.size(); ++index) {
        const Taxonomy& taxonomy = vocabulary_.taxonomies[index];
        FoundInTaxonomy group{taxonomy.name(), taxonomy.title(), {}, {}};
        for (const FactDeclaration& fact : vocabulary_.facts) {
            if ((fact.type == FactType::code || fact.type == FactType::code_set) && fact.taxonomy == index) {
                group.facts.push_back(fact.name);
            }
        }
        for (const auto& [place, scored] : found) {
            if (place.taxonomy != index) {
                continue;
            }
            const Taxonomy::Node& node = taxonomy.node(place.code);
            FoundCode code{node.code,
                           node.title,
                           scored.name == node.title || scored.name == node.code ? "" : scored.name,
                           scored.score,
                           scored.by_usual_code,
                           {}};
            if (const auto usual = usual_.find(place); usual != usual_.end()) {
                for (const Place& other : usual->second) {
                    const Taxonomy& of = vocabulary_.taxonomies[other.taxonomy];
                    code.usually.push_back({of.name(), of.node(other.code).code, of.node(other.code).title});
                }
            }
            group.codes.push_back(std::move(code));
        }
        std::stable_sort(group.codes.begin(), group.codes.end(),
                         [](const FoundCode& a, const FoundCode& b) { return a.score > b.score; });
        if (group.codes.size() > most) {
            group.codes.resize(most);
        }
        if (!group.codes.empty()) {
            result.push_back(std::move(group));
        }
    }
    std::stable_sort(result.begin(), result.end(), [](const FoundInTaxonomy& a, const FoundInTaxonomy& b) {
        return a.codes.front().score > b.codes.front().score;
    });
    return result;
}

std::vector<std::string> CodeSearch::without_usual_codes(const std::string& name) const {
    std::vector<std::string> result;
    const auto index = taxonomy(name);
    for (CodeIndex code = 0; index && code < vocabulary_.taxonomies[*index].size(); ++code) {
        const Taxonomy::Node& node = vocabulary_.taxonomies[*index].node(code);
        if (node.children.empty() && !usual_.contains({*index, code})) {
            result.push_back(node.code);
        }
    }
    return result;
}

}  // namespace labourlex::find
