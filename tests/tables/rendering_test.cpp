// Pages of tables, each format against a file that a person has read.
//
// To accept a changed page, run with LABOURLEX_UPDATE_GOLDEN=1 and read the difference before committing it.
#include "engine/tables/render.hpp"
#include "engine/tables/text_grid.hpp"
#include "tests/tables/small_law.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace labourlex;
using namespace labourlex::test;

namespace {

void check_golden(const std::string& name, const std::string& text) {
    const auto path = std::filesystem::path(LABOURLEX_SOURCE_DIR) / "tests/golden/tables" / name;
    if (std::getenv("LABOURLEX_UPDATE_GOLDEN") != nullptr) {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
        return;
    }
    std::ifstream file(path, std::ios::binary);
    std::ostringstream expected;
    expected << file.rdbuf();
    INFO(path);
    CHECK(text == expected.str());
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

}  // namespace

TEST_CASE("a small law in every format") {
    const CompiledTables tables = lower(small_law());
    check_golden("small.txt", render_tables(tables, TableFormat::text));
    check_golden("small.md", render_tables(tables, TableFormat::markdown));
    check_golden("small.html", render_tables(tables, TableFormat::html));
    check_golden("small.csv", render_tables(tables, TableFormat::csv));
    check_golden("small.json", render_tables(tables, TableFormat::json));
    CHECK(row_count(tables) <= tables.source_size);
}

TEST_CASE("text pages fit 120 columns") {
    std::istringstream page(render_tables(lower(small_law()), TableFormat::text));
    for (std::string line; std::getline(page, line);) {
        INFO(line);
        CHECK(text_width(line) <= 120);
        CHECK((line.empty() || line.back() != ' '));
    }
}

TEST_CASE("every link of an HTML page has its target, and no text becomes markup") {
    const std::string page = render_tables(lower(small_law()), TableFormat::html);
    for (std::size_t at = page.find("href=\"#"); at != std::string::npos; at = page.find("href=\"#", at + 1)) {
        const std::size_t start = at + 7;
        const std::string anchor = page.substr(start, page.find('"', start) - start);
        INFO(anchor);
        CHECK(count(page, "id=\"" + anchor + "\"") == 1);
    }
    CHECK(count(page, "<by hand>") == 0);
    CHECK(count(page, "&lt;by hand&gt;") > 0);
    CHECK(count(page, "<table") == count(page, "</table>"));
}

TEST_CASE("lines of the CSV have as many fields as its head") {
    const std::string page = render_tables(lower(small_law()), TableFormat::csv);
    std::size_t fields = 1;
    std::size_t first = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < page.size(); ++i) {
        if (page[i] == '"') quoted = !quoted;
        if (quoted) continue;
        if (page[i] == ',') ++fields;
        if (page[i] != '\r') continue;
        REQUIRE(page.at(i + 1) == '\n');
        if (first == 0) first = fields;
        CHECK(fields == first);
        fields = 1;
    }
    CHECK_FALSE(quoted);
    CHECK(first == 17);
}

TEST_CASE("the JSON holds every table, and its indexes are good") {
    const CompiledTables tables = lower(small_law());
    const auto json = nlohmann::json::parse(render_tables(tables, TableFormat::json));
    CHECK(json["tables"].size() == tables.tables.size());
    CHECK(json["norms"].size() == tables.version->norms.size());
    CHECK(json["row_count"] == row_count(tables));
    std::size_t rows = 0;
    for (const auto& table : json["tables"]) {
        rows += table["rows"].size();
        for (const auto& row : table["rows"]) CHECK(row["cells"].size() == table["columns"].size());
        for (const auto& column : table["columns"]) {
            if (column.contains("atom")) CHECK(column["atom"] < json["atoms"].size());
            if (column.contains("table")) CHECK(column["table"] < table["index"]);
        }
    }
    CHECK(rows == row_count(tables));
}

TEST_CASE("names of formats") {
    CHECK(table_format("markdown") == TableFormat::markdown);
    CHECK_FALSE(table_format("xml").has_value());
}
