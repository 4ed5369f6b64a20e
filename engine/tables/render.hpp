// Decision tables as a page to read beside the law, or as data for other programs.
#pragma once

#include "engine/tables/decision_table.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace labourlex {

enum class TableFormat {
    text,  ///< for a terminal, 120 columns
    markdown,
    html,  ///< one self-contained page, also for print
    csv,   ///< one line a table row (RFC 4180)
    json   ///< everything, see docs/tables.md
};

/// "text", "markdown", "html", "csv", "json".
[[nodiscard]] std::optional<TableFormat> table_format(std::string_view name);

[[nodiscard]] std::string render_tables(const CompiledTables& tables, TableFormat format);

}  // namespace labourlex
