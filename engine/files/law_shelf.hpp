// Compiled decision tables, made when first asked for: one set a jurisdiction and day.
#pragma once

#include "engine/files/ruleset_folder.hpp"
#include "engine/tables/decision_table.hpp"

#include <map>
#include <memory>

namespace labourlex {

class LawShelf {
public:
    explicit LawShelf(RulesetFolder& folder) : folder_(folder) {}

    /// The tables of a jurisdiction on a day. Null, with diagnostics, when the law does not compile.
    [[nodiscard]] std::shared_ptr<const CompiledTables> tables(const std::string& jurisdiction, Date date,
                                                               Span asked_at, Diagnostics& diagnostics);

    [[nodiscard]] RulesetFolder& folder() { return folder_; }

private:
    RulesetFolder& folder_;
    std::map<std::pair<std::string, Date>, std::shared_ptr<const CompiledTables>> tables_;
};

}  // namespace labourlex
