#include "engine/tables/render.hpp"

#include "engine/tables/formats.hpp"

namespace labourlex {

std::optional<TableFormat> table_format(std::string_view name) {
    if (name == "text") return TableFormat::text;
    if (name == "markdown") return TableFormat::markdown;
    if (name == "html") return TableFormat::html;
    if (name == "csv") return TableFormat::csv;
    if (name == "json") return TableFormat::json;
    return std::nullopt;
}

std::string render_tables(const CompiledTables& tables, TableFormat format) {
    switch (format) {
        case TableFormat::text:
            return render_text(make_view(tables));
        case TableFormat::markdown:
            return render_markdown(make_view(tables));
        case TableFormat::html:
            return render_html(make_view(tables));
        case TableFormat::csv:
            return render_csv(make_view(tables));
        case TableFormat::json:
            return render_json(tables);
    }
    return {};
}

}  // namespace labourlex
