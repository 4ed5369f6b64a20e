#include "tests/facts/job_fixture.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace labourlex;
using labourlex::testing::report_of;
using labourlex::testing::small_vocabulary;

namespace {

bool climbs_to(const Taxonomy& taxonomy, CodeIndex code, CodeIndex ancestor) {
    for (; code != no_code; code = taxonomy.node(code).parent) {
        if (code == ancestor) return true;
    }
    return false;
}

struct ReadCsv {
    Sources sources;
    Diagnostics diagnostics;
    std::optional<Taxonomy> taxonomy;
};

ReadCsv read(const std::string& text) {
    ReadCsv result;
    const auto source = result.sources.add("codes.csv", text);
    result.taxonomy = read_classification("codes", "Codes", result.sources, source, result.diagnostics);
    return result;
}

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) result += c == '"' ? std::string("\"\"") : std::string(1, c);
    return result + '"';
}

}  // namespace

TEST_CASE("at or below agrees with climbing the tree") {
    CHECK(rc::check("random trees", [] {
        Taxonomy taxonomy("tree", "tree", false);
        const auto size = *rc::gen::inRange<CodeIndex>(1, 40);
        for (CodeIndex i = 0; i < size; ++i) {
            const auto parent = *rc::gen::inRange<CodeIndex>(0, i + 1);
            RC_ASSERT(taxonomy.add("c" + std::to_string(i), "", parent == i ? no_code : parent) == i);
        }
        taxonomy.finish();
        for (CodeIndex a = 0; a < size; ++a) {
            for (CodeIndex b = 0; b < size; ++b) {
                RC_ASSERT(taxonomy.at_or_below(a, b) == climbs_to(taxonomy, a, b));
            }
        }
    }));
}

TEST_CASE("a code is added once") {
    Taxonomy taxonomy("tree", "tree", false);
    CHECK(taxonomy.add("a", "first", no_code) == CodeIndex{0});
    CHECK_FALSE(taxonomy.add("a", "second", no_code));
    taxonomy.finish();
    CHECK(taxonomy.size() == 1);
    CHECK(taxonomy.node(0).title == "first");
}

TEST_CASE("ISIC and ISCO are complete") {
    const Taxonomy& isic = small_vocabulary().taxonomies[0];
    const Taxonomy& isco = small_vocabulary().taxonomies[1];
    CHECK(isic.size() == 766);
    CHECK(isco.size() == 619);
    CHECK(isic.exhaustive());
    const auto at_or_below = [](const Taxonomy& taxonomy, const char* code, const char* ancestor) {
        return taxonomy.at_or_below(taxonomy.find(code).value(), taxonomy.find(ancestor).value());
    };
    CHECK(at_or_below(isic, "0116", "01"));
    CHECK(at_or_below(isic, "0116", "A"));
    CHECK_FALSE(at_or_below(isic, "0116", "B"));
    CHECK_FALSE(isic.find("116"));
    CHECK(at_or_below(isco, "0110", "0"));
    CHECK(isic.node(isic.find("01").value()).title ==
          "Crop and animal production, hunting and related service activities");
    std::size_t tops = 0;
    for (CodeIndex i = 0; i < isic.size(); ++i) tops += isic.node(i).parent == no_code ? 1 : 0;
    CHECK(tops == 21);
    for (CodeIndex i = 0; i < isco.size(); ++i) {
        const auto& node = isco.node(i);
        CHECK((node.parent == no_code) == (node.code.size() == 1));
        CHECK(node.children.empty() == (node.code.size() == 4));
    }
}

TEST_CASE("columns may be quoted") {
    const auto result = read("code,level,title_en\r\n\"1\",1,\"a, \"\"b\"\"\r\nc\"\r\n\r\n11,2,plain");
    CHECK(report_of(result.diagnostics, result.sources).empty());
    REQUIRE(result.taxonomy->size() == 2);
    CHECK(result.taxonomy->node(0).title == "a, \"b\"\r\nc");
    CHECK(result.taxonomy->node(1).parent == 0);
    CHECK(result.sources.slice(result.taxonomy->node(1).span) == "11");
}

TEST_CASE("any title survives its quotes") {
    CHECK(rc::check("titles", [] {
        const auto title =
            *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab\",\n\r ;"))));
        const auto result = read("code,level,title_en\n1,1," + quoted(title) + "\n");
        RC_ASSERT(result.diagnostics.empty());
        RC_ASSERT(result.taxonomy->node(0).title == title);
    }));
}

TEST_CASE("parents may come after their children") {
    const auto result = read("code,level,title_en,section\n011,3,x,A\n01,2,y,A\nA,1,z,A\n");
    CHECK(result.diagnostics.empty());
    CHECK(result.taxonomy->size() == 3);
    CHECK(result.taxonomy->at_or_below(*result.taxonomy->find("011"), *result.taxonomy->find("A")));
}

TEST_CASE("a classification that is not well-formed is refused with its line") {
    const auto first = [](const std::string& text) {
        const auto result = read(text);
        REQUIRE_FALSE(result.diagnostics.empty());
        const auto& diagnostic = result.diagnostics.all().front();
        return std::string(entry_of(diagnostic.code).name) + " line " +
               std::to_string(result.sources.place(diagnostic.span.source, diagnostic.span.begin).line);
    };
    CHECK(first("") == "L0580 line 1");
    CHECK(first("code;level;title_en\n") == "L0580 line 1");
    CHECK(first("code,level,title\n1,1,a\n") == "L0580 line 1");
    CHECK(first("code,level,title_en\n1,1\n") == "L0581 line 2");
    CHECK(first("code,level,title_en\n1,1,a\n1,1,b\n") == "L0582 line 3");
    CHECK(first("code,level,title_en\n1,1,a\n0111,4,b\n") == "L0583 line 3");
    CHECK(first("code,level,title_en\n1,1,a\n111,3,b\n") == "L0583 line 3");
    CHECK(first("code,level,title_en,section\n01,2,a,A\n") == "L0583 line 2");
    CHECK(first("code,level,title_en\n1,1,\"a\n") == "L0584 line 2");
    CHECK(first("code,level,title_en\n1,1,\"a\"b\n") == "L0585 line 2");
    CHECK(first("code,level,title_en\n1,1,a\"b\n") == "L0585 line 2");
    CHECK(first("code,level,title_en\n1,1,\n") == "L0586 line 2");
    CHECK(first("code,level,title_en\n1,one,a\n") == "L0587 line 2");
    CHECK(first("code,level,title_en\n1,0,a\n") == "L0587 line 2");
    CHECK(first("code,level,title_en\n1,1,a\xFF\n") == "L0003 line 2");
    CHECK(first(std::string("code,level,title_en\n1,1,a\0b\n", 28)) == "L0002 line 2");
}
