// One function a format. Each lays out the view and decides nothing; JSON, being for programs, also reads the tables.
#pragma once

#include "engine/tables/view.hpp"

namespace labourlex {

[[nodiscard]] std::string render_text(const DocumentView& page);
[[nodiscard]] std::string render_markdown(const DocumentView& page);
[[nodiscard]] std::string render_html(const DocumentView& page);
[[nodiscard]] std::string render_csv(const DocumentView& page);
[[nodiscard]] std::string render_json(const CompiledTables& tables);

}  // namespace labourlex
