// Finding codes by what they are called, in the vocabulary and the data files of the rulesets.
#include "engine/find/code_search.hpp"
#include "engine/files/ruleset_folder.hpp"
#include "engine/files/text_file.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace labourlex;
using namespace labourlex::find;

namespace {

struct Rulesets {
    Sources sources;
    Diagnostics diagnostics;
    RulesetFolder folder{std::filesystem::path(LABOURLEX_SOURCE_DIR) / "rulesets", sources};
    std::shared_ptr<const CompiledLaw> law = folder.law("tj", {}, diagnostics);
    std::optional<CodeSearch> search;

    Rulesets() {
        REQUIRE(law);
        search.emplace(law->vocabulary());
        for (const char* taxonomy : {"isco", "isic"}) {
            search->add_names(taxonomy, sources, data(std::string(taxonomy) + "-names.csv"), diagnostics);
        }
        REQUIRE_FALSE(diagnostics.has_errors());
    }

    std::uint32_t data(const std::string& file) {
        const auto path = std::filesystem::path(LABOURLEX_SOURCE_DIR) / "rulesets/common/data" / file;
        const auto source = read_text_file(path, max_data_file_bytes, sources, diagnostics);
        REQUIRE(source);
        return *source;
    }

    /// The codes of one taxonomy that a query finds, best first.
    std::vector<std::string> codes(const std::string& query, const std::string& taxonomy) {
        std::vector<std::string> result;
        for (const FoundInTaxonomy& group : search->search(query, 8)) {
            for (const FoundCode& code : group.codes) {
                if (group.taxonomy == taxonomy) {
                    result.push_back(code.code);
                }
            }
        }
        return result;
    }

    bool first(const std::string& query, const std::string& taxonomy, const std::string& code) {
        const auto found = codes(query, taxonomy);
        INFO(query);
        return !found.empty() && found.front() == code;
    }
};

}  // namespace

TEST_CASE("a common word for a job finds its task, occupation and branch") {
    Rulesets rulesets;
    CHECK(rulesets.first("cotton picker", "task", "cotton-picking"));
    CHECK(rulesets.first("cotton picker", "isco", "9211"));
    CHECK(rulesets.first("shoe shiner", "isco", "9510"));
    CHECK(rulesets.first("growing of fibre crops", "isic", "0116"));
    CHECK(rulesets.first("0116", "isic", "0116"));
    CHECK(rulesets.codes("0116", "isic").size() == 1);
}

TEST_CASE("a slip of the pen is forgiven, and a word that nothing is called is left out of account") {
    Rulesets rulesets;
    CHECK(rulesets.first("coton pikcing", "task", "cotton-picking"));
    CHECK(rulesets.first("weldr", "task", "welding"));
    CHECK(rulesets.first("xyzzyx welder", "isco", "7212"));
    CHECK(rulesets.search->search("xyzzyx", 8).empty());
    CHECK(rulesets.search->search("", 8).empty());
}

TEST_CASE("titles in Russian are found in any of their forms") {
    Rulesets rulesets;
    CHECK_FALSE(rulesets.codes("сварщик", "isco").empty());
    CHECK(rulesets.codes("лесоводство", "isic") == rulesets.codes("Лесоводства", "isic"));
    CHECK(rulesets.first("лесозаготовки", "isic", "02"));
}

TEST_CASE("what is wrong with a file of names is said with its place") {
    Rulesets rulesets;
    const auto wrong_header = rulesets.sources.add("names.csv", "isco,name\n9211,Picker\n");
    rulesets.search->add_names("isco", rulesets.sources, wrong_header, rulesets.diagnostics);
    REQUIRE(rulesets.diagnostics.all().size() == 1);
    CHECK(rulesets.diagnostics.all()[0].code == Code::L0588);
    const auto wrong_code = rulesets.sources.add("names.csv", "code,language,name\n9999,en,Nobody\n9211,en\n");
    rulesets.search->add_names("isco", rulesets.sources, wrong_code, rulesets.diagnostics);
    REQUIRE(rulesets.diagnostics.all().size() == 3);
    const auto usual = rulesets.sources.add("usual-codes.csv",
                                            "taxonomy,code,usual_taxonomy,usual_code\ntask,cotton-piking,isic,0116\n");
    rulesets.search->add_usual_codes(rulesets.sources, usual, rulesets.diagnostics);
    REQUIRE(rulesets.diagnostics.all().size() == 4);
    CHECK(rulesets.diagnostics.all()[3].code == Code::L0589);
}

TEST_CASE("a task is found by the occupation that it usually goes with") {
    Rulesets rulesets;
    const auto usual =
        rulesets.sources.add("usual-codes.csv", "taxonomy,code,usual_taxonomy,usual_code\ntask,digging,isco,9312\n");
    rulesets.search->add_usual_codes(rulesets.sources, usual, rulesets.diagnostics);
    REQUIRE_FALSE(rulesets.diagnostics.has_errors());
    const auto found = rulesets.codes("civil engineering labourers", "task");
    CHECK(std::find(found.begin(), found.end(), "digging") != found.end());
}

TEST_CASE("every task but those that are no trade says with which occupations and branches it usually goes") {
    Rulesets rulesets;
    rulesets.search->add_usual_codes(rulesets.sources, rulesets.data("usual-codes.csv"), rulesets.diagnostics);
    REQUIRE_FALSE(rulesets.diagnostics.has_errors());
    auto without = rulesets.search->without_usual_codes("task");
    std::sort(without.begin(), without.end());
    CHECK(without == std::vector<std::string>{"begging", "combat", "drug-courier", "drug-delivery"});
}
