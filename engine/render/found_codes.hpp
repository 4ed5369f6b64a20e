// Codes that were found for a query, as text and JSON.
#pragma once

#include "engine/find/code_search.hpp"
#include "engine/render/words.hpp"

#include <string>
#include <vector>

namespace labourlex {

[[nodiscard]] std::string found_codes_text(const std::string& query, const std::vector<find::FoundInTaxonomy>& found,
                                           bool colour = false, const Words& words = english());

/// `{"query": ..., "found": [{"taxonomy", "facts", "codes": [{"code", "title", "met", "score", "usually": [...]}]}]}`;
/// `score` in hundredths.
[[nodiscard]] std::string found_codes_json(const std::string& query, const std::vector<find::FoundInTaxonomy>& found);

}  // namespace labourlex
