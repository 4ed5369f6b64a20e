// What stands beside the law in a jurisdiction's folder, for its page: rows.csv, the cases, check-first.md.
// Ratifications are told by the `ilo` law, if the rulesets hold one, and by the jurisdiction itself.
#pragma once

#include "engine/files/ruleset_folder.hpp"
#include "engine/render/country_page.hpp"

namespace labourlex {

/// `name` is that of the folder. Nothing, with diagnostics, when one of the files is there and cannot be read. A file
/// that is not there is left out.
[[nodiscard]] std::optional<CountryRecords> read_country_records(RulesetFolder& folder, const std::string& name,
                                                                 const CompiledLaw& law, Sources& sources,
                                                                 Diagnostics& diagnostics);

}  // namespace labourlex
