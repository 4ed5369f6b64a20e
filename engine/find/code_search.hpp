// From words to codes: which task, hazard, occupation or branch is called something like this?
//
// The names are the titles and synonyms of the vocabulary's taxonomies, and further names from data files (the ILO's
// index of occupational titles, Russian titles). A third file says with which occupations and branches a task usually
// goes: it helps who describes a job, and no verdict rests on it.
#pragma once

#include "engine/facts/fact.hpp"
#include "engine/find/name_index.hpp"

#include <map>
#include <optional>

#include <string>
#include <vector>

namespace labourlex::find {

struct UsualCode {
    std::string taxonomy;
    std::string code;
    std::string title;
};

struct FoundCode {
    std::string code;
    std::string title;
    std::string met;                 ///< the name that was met, when it is not the title
    double score = 0;                ///< 0 to 1
    bool by_usual_code = false;      ///< not it was met, but a code that it usually goes with, under the name `met`
    std::vector<UsualCode> usually;  ///< what it usually goes with
};

/// The best codes of one taxonomy, best first.
struct FoundInTaxonomy {
    std::string taxonomy;
    std::string title;
    std::vector<std::string> facts;  ///< the facts that take its codes
    std::vector<FoundCode> codes;
};

class CodeSearch {
public:
    /// `vocabulary` must outlive the search.
    explicit CodeSearch(const Vocabulary& vocabulary);

    /// Further names of a taxonomy: CSV with the header `code,language,name`. Reports what is wrong with it.
    void add_names(const std::string& taxonomy, const Sources& sources, std::uint32_t source, Diagnostics& diagnostics);
    /// What codes usually go with: CSV with the header `taxonomy,code,usual_taxonomy,usual_code`.
    void add_usual_codes(const Sources& sources, std::uint32_t source, Diagnostics& diagnostics);

    /// At most `most` codes a taxonomy; taxonomies without any are left out.
    [[nodiscard]] std::vector<FoundInTaxonomy> search(std::string_view query, std::size_t most) const;

    /// Codes without children that no line of the usual codes names.
    [[nodiscard]] std::vector<std::string> without_usual_codes(const std::string& taxonomy) const;

private:
    struct Place {
        TaxonomyIndex taxonomy = 0;
        CodeIndex code = no_code;
        friend auto operator<=>(const Place&, const Place&) = default;
    };

    [[nodiscard]] std::optional<TaxonomyIndex> taxonomy(std::string_view name) const;

    const Vocabulary& vocabulary_;
    NameIndex names_;
    std::vector<Place> places_;            ///< by ThingIndex
    std::vector<ThingIndex> first_thing_;  ///< by taxonomy
    std::map<Place, std::vector<Place>> usual_;
};

}  // namespace labourlex::find
