// The tables of the library's own laws, on every day on which their text changes.
#include "engine/tables/render.hpp"
#include "engine/tables/text_grid.hpp"
#include "tests/support/inline_law.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <sstream>

using namespace labourlex;
using namespace labourlex::test;

TEST_CASE("tables of the library's laws never outgrow their text, and hold every norm", "[rulesets]") {
    const std::string name = GENERATE("tj", "kz");
    Sources sources;
    Diagnostics diagnostics;
    std::map<std::string, ParsedFolder> packs;
    packs.emplace("common", read_ruleset("common", sources, diagnostics));
    const ParsedFolder folder = read_ruleset(name, sources, diagnostics);
    const auto law = compile(folder, packs, sources, diagnostics);
    INFO(render(diagnostics, sources, DiagnosticFormat::plain));
    REQUIRE(law != nullptr);
    REQUIRE_FALSE(law->change_dates().empty());
    for (const Date date : law->change_dates()) {
        INFO(name << " " << date.text());
        const CompiledTables tables = lower(law->consolidate(date));
        CHECK(row_count(tables) <= tables.source_size);
        REQUIRE(tables.norms.size() == tables.version->norms.size());

        const std::string page = render_tables(tables, TableFormat::html);
        const std::string text = render_tables(tables, TableFormat::text);
        for (const Norm& norm : tables.version->norms) {
            INFO(norm.name);
            CHECK(page.find("<code>" + norm.name + "</code>") != std::string::npos);
            CHECK(text.find(": " + norm.name + "\n") != std::string::npos);
        }
        std::set<std::string> anchors;
        for (std::size_t at = page.find(" id=\""); at != std::string::npos; at = page.find(" id=\"", at + 1)) {
            const std::string anchor = page.substr(at + 5, page.find('"', at + 5) - at - 5);
            INFO(anchor);
            CHECK(anchors.insert(anchor).second);
        }
        for (std::size_t at = page.find("href=\"#"); at != std::string::npos; at = page.find("href=\"#", at + 1)) {
            const std::string anchor = page.substr(at + 7, page.find('"', at + 7) - at - 7);
            INFO(anchor);
            CHECK(anchors.count(anchor) == 1);
        }
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line);) {
            INFO(line);
            CHECK(text_width(line) <= 120);
        }
    }
}
