// The decision tables of a law in the formats of other engines; docs/exchange.md says what they hold.
//
// An export is exact or refused. For every complete job the exported decisions give the outcome that the tables give;
// where something in the law cannot be written so that every engine reads it alike, nothing is exported and the reason
// is reported.
#pragma once

#include "dsl-grammar/diagnostic.hpp"
#include "engine/tables/decision_table.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace labourlex {

enum class ExchangeFormat {
    dmn,  ///< DMN 1.3, XML
    zen   ///< a graph for GoRules' ZEN engine (JDM), JSON
};

/// "dmn", "zen".
[[nodiscard]] std::optional<ExchangeFormat> exchange_format(std::string_view name);

/// Nothing, with a diagnostic (L0770, L0771), when the law cannot be exported exactly. `asked_at` is where the export
/// was asked for, for a reason that has no place in the law.
[[nodiscard]] std::optional<std::string> export_tables(const CompiledTables& tables, ExchangeFormat format,
                                                       Span asked_at, Diagnostics& diagnostics);

}  // namespace labourlex
