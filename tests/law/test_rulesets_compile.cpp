// Every jurisdiction of the library compiles, and so does each of its versions.
#include "tests/support/inline_law.hpp"

#include <catch2/catch.hpp>

using namespace labourlex;
using namespace labourlex::test;

TEST_CASE("the jurisdictions of the library compile on the common pack", "[rulesets]") {
    const std::string name = GENERATE("tj", "kz");
    Sources sources;
    Diagnostics diagnostics;
    std::map<std::string, ParsedFolder> packs;
    packs.emplace("common", read_ruleset("common", sources, diagnostics));
    const ParsedFolder folder = read_ruleset(name, sources, diagnostics);
    const auto law = compile(folder, packs, sources, diagnostics);
    INFO(render(diagnostics, sources, DiagnosticFormat::plain));
    REQUIRE(law != nullptr);
    CHECK(law->jurisdiction() == name);
    CHECK(law->norm_names().size() > 20);
    for (const Date date : law->change_dates()) {
        const auto version = law->consolidate(date);
        CHECK(version->date == date);
        for (const Norm& norm : version->norms) {
            REQUIRE(norm.citation.instrument < version->instruments.size());
            REQUIRE(norm.cls < version->classes.size());
            for (const NormIndex parent : norm.parents) REQUIRE(parent < version->norms.size());
        }
    }
}
