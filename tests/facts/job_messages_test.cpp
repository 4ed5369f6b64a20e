// Every message about a job or a classification, held against tests/golden/facts/messages.txt. The file is a list of
// cases: `=== NAME` (a name that begins with csv: is read as a classification, one with names: as further names of its codes), the text, `--- says`, and what is said
// of it. After a deliberate change of wording, run the test with LABOURLEX_UPDATE_GOLDEN=1 and read the difference.
#include "engine/find/code_search.hpp"
#include "tests/facts/job_fixture.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace labourlex;
using labourlex::testing::contents_of;
using labourlex::testing::read_job;
using labourlex::testing::report_of;

namespace {

const std::string path = LABOURLEX_SOURCE_DIR "/tests/golden/facts/messages.txt";

struct GoldenCase {
    std::string name;
    std::string text;
    std::string expected;
};

std::vector<GoldenCase> golden_cases() {
    std::vector<GoldenCase> cases;
    std::istringstream lines(contents_of(path));
    bool in_text = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind("=== ", 0) == 0) {
            cases.push_back({line.substr(4), {}, {}});
            in_text = true;
        } else if (line == "--- says") {
            in_text = false;
        } else {
            (in_text ? cases.back().text : cases.back().expected) += line + '\n';
        }
    }
    return cases;
}

/// Further names for a classification of one code, 9211.
std::string said_of_names(const std::string& text) {
    Sources sources;
    Diagnostics diagnostics;
    Vocabulary vocabulary;
    vocabulary.taxonomies.push_back(read_classification(
        "isco", "Occupations", sources, sources.add("isco.csv", "code,level,title_en\n9211,1,Crop Farm Labourers\n"),
        diagnostics));
    find::CodeSearch(vocabulary).add_names("isco", sources, sources.add("isco-names.csv", text), diagnostics);
    return report_of(diagnostics, sources);
}

std::string said_of(const GoldenCase& each) {
    if (each.name.rfind("names: ", 0) == 0) return said_of_names(each.text);
    if (each.name.rfind("csv: ", 0) != 0) return read_job(each.text).report();
    Sources sources;
    Diagnostics diagnostics;
    const auto taxonomy =
        read_classification("codes", "Codes", sources, sources.add("codes.csv", each.text), diagnostics);
    CHECK(taxonomy.exhaustive());
    return report_of(diagnostics, sources);
}

}  // namespace

TEST_CASE("messages about jobs and classifications are as written down") {
    auto cases = golden_cases();
    CHECK(cases.size() > 50);
    const bool update = std::getenv("LABOURLEX_UPDATE_GOLDEN") != nullptr;
    std::ostringstream updated;
    for (const GoldenCase& each : cases) {
        const std::string said = said_of(each);
        if (update) {
            updated << "=== " << each.name << '\n' << each.text << "--- says\n" << said;
        } else {
            INFO(each.name << '\n' << each.text);
            CHECK(said == each.expected);
        }
    }
    if (update) std::ofstream(path, std::ios::binary) << updated.str();
}

TEST_CASE("every code about jobs and classifications has a golden message") {
    const std::string golden = contents_of(path);
    for (const CodeEntry& entry : code_table()) {
        if (entry.name.substr(0, 3) != "L05") continue;
        // Constraints belong to the law; a hundred mistakes make no good reading, and have a test of their own.
        if (entry.code == Code::L0558 || entry.code == Code::L0559) continue;
        INFO(entry.name);
        CHECK(golden.find(' ' + std::string(entry.name) + ' ') != std::string::npos);
    }
}

TEST_CASE("every code about jobs and classifications has its page") {
    for (const CodeEntry& entry : code_table()) {
        if (entry.name.substr(0, 3) != "L05") continue;
        const std::string page =
            contents_of(LABOURLEX_SOURCE_DIR "/docs/diagnostics/" + std::string(entry.name) + ".md");
        INFO(entry.name);
        CHECK(page.find("# " + std::string(entry.name) + ": " + std::string(entry.title)) == 0);
    }
}
