// Comma-separated values as RFC 4180 has them: quoted columns may hold commas, line breaks and doubled quotes.
#pragma once

#include "dsl-grammar/diagnostic.hpp"

#include <optional>
#include <string>
#include <vector>

namespace labourlex {

struct CsvColumn {
    std::string text;
    Span span;
};

using CsvLine = std::vector<CsvColumn>;

/// All lines of a source, empty lines left out. Nothing, with diagnostics, where a quote is not well-formed.
[[nodiscard]] std::optional<std::vector<CsvLine>> read_csv(const Sources& sources, std::uint32_t source,
                                                           Diagnostics& diagnostics);

}  // namespace labourlex
