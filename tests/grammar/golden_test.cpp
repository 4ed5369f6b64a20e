// Every code of the grammar has a text that provokes it and the message that answers it, in all forms of output; and
// every code has its page.
//
// To accept changed messages, run with LABOURLEX_UPDATE_GOLDEN=1 and read the difference before committing it.
#include "tests/grammar/support.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <set>

using namespace labourlex;
using labourlex::testing::file_text;
using labourlex::testing::law_files;
using labourlex::testing::read;

namespace {

const std::filesystem::path root = LABOURLEX_SOURCE_DIR;

bool updating() {
    return std::getenv("LABOURLEX_UPDATE_GOLDEN") != nullptr;
}

void check_golden(const std::filesystem::path& path, const std::string& text) {
    if (updating()) {
        std::ofstream(path, std::ios::binary) << text;
        return;
    }
    INFO(path.string());
    CHECK(file_text(path) == text);
}

bool belongs_to_grammar(const CodeEntry& entry) {
    return entry.name.starts_with("L00") || entry.name.starts_with("L01");
}

}  // namespace

TEST_CASE("messages about texts") {
    for (const auto& path : law_files("tests/golden/diagnostics")) {
        const std::string name = path.stem().string();
        // Other parts of the work keep their own codes here; what only the parser sees is judged here.
        if (!name.starts_with("L00") && !name.starts_with("L01") && name != "ten-mistakes") continue;
        auto reading = read(file_text(path), path.filename().string());
        reading.diagnostics.sort();
        check_golden(std::filesystem::path(path).replace_extension("txt"),
                     render(reading.diagnostics, reading.sources, DiagnosticFormat::text) + "\n" +
                         render(reading.diagnostics, reading.sources, DiagnosticFormat::plain));
        if (name == "ten-mistakes") {
            check_golden(std::filesystem::path(path).replace_extension("json"),
                         render(reading.diagnostics, reading.sources, DiagnosticFormat::json));
            check_golden(std::filesystem::path(path).replace_extension("sarif"),
                         render(reading.diagnostics, reading.sources, DiagnosticFormat::sarif));
            continue;
        }
        std::set<std::string> codes;
        for (const Diagnostic& each : reading.diagnostics.all()) codes.emplace(entry_of(each.code).name);
        INFO(name);
        CHECK(codes == std::set<std::string>{name});
    }
}

TEST_CASE("every code of the grammar has its golden text") {
    for (const CodeEntry& entry : code_table()) {
        // L0001 needs a text of 16 MiB; recovery_test.cpp makes one.
        if (!belongs_to_grammar(entry) || entry.name == "L0001") continue;
        INFO(entry.name);
        CHECK(std::filesystem::exists(root / "tests/golden/diagnostics" / (std::string(entry.name) + ".law")));
    }
}

TEST_CASE("every code has its page and its line in the index") {
    const std::string index = file_text(root / "docs/diagnostics/README.md");
    for (const CodeEntry& entry : code_table()) {
        const std::string name(entry.name);
        const auto page = root / "docs/diagnostics" / (name + ".md");
        INFO(name);
        CHECK(std::filesystem::exists(page));
        CHECK(file_text(page).starts_with("# " + name + ": " + std::string(entry.title)));
        CHECK(index.find("[" + name + "](" + name + ".md)") != std::string::npos);
    }
}

TEST_CASE("codes are written once, and messages are sentences in the house's style") {
    std::set<std::string_view> names;
    for (const CodeEntry& entry : code_table()) {
        INFO(entry.name);
        CHECK(names.insert(entry.name).second);
        CHECK_FALSE(entry.title.empty());
        CHECK_FALSE(entry.message.empty());
        CHECK_FALSE(entry.message.ends_with("."));
        CHECK(entry.message.find("illegal") == std::string_view::npos);
        CHECK(entry.remedy.find("did you mean") == std::string_view::npos);
        // A sentence in lower case; it may open with an abbreviation, and a note may be a question.
        const char first = entry.message.front();
        const bool capital = first >= 'A' && first <= 'Z' && !(entry.message[1] >= 'A' && entry.message[1] <= 'Z');
        CHECK_FALSE((capital && entry.severity != Severity::note));
        CHECK(&entry_of(entry.code) == &entry);
    }
}

TEST_CASE("JSON and SARIF are well formed, whatever bytes the text holds") {
    auto reading = read("use \xFF\n");
    const auto json = nlohmann::json::parse(render(reading.diagnostics, reading.sources, DiagnosticFormat::json));
    REQUIRE(json.size() == 1);
    CHECK(json[0]["code"] == "L0003");
    CHECK(json[0]["offset"] == 4);
    CHECK(json[0]["length"] == 1);
    const auto sarif = nlohmann::json::parse(render(reading.diagnostics, reading.sources, DiagnosticFormat::sarif));
    CHECK(sarif["version"] == "2.1.0");
    CHECK(sarif["runs"][0]["results"][0]["ruleId"] == "L0003");
    CHECK(sarif["runs"][0]["tool"]["driver"]["rules"][0]["id"] == "L0003");
}

TEST_CASE("nothing to say is said in every form") {
    const Diagnostics none;
    const Sources sources;
    CHECK(render(none, sources, DiagnosticFormat::text).empty());
    CHECK(render(none, sources, DiagnosticFormat::plain).empty());
    CHECK(nlohmann::json::parse(render(none, sources, DiagnosticFormat::json)).empty());
    CHECK(nlohmann::json::parse(render(none, sources, DiagnosticFormat::sarif))["runs"][0]["results"].empty());
}

TEST_CASE("a terminal is sent no control characters from the text") {
    auto reading = read("rule r \"\x1b[31m\u202E\" x\n");
    const std::string text = render(reading.diagnostics, reading.sources, DiagnosticFormat::text);
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find("\u202E") == std::string::npos);
    CHECK(render(reading.diagnostics, reading.sources, DiagnosticFormat::text, true).find('\x1b') != std::string::npos);
}

TEST_CASE("a long line is shown around the place, and the mark stands under it") {
    auto reading = read("use " + std::string(500, 'a') + ", $\n");
    const std::string text = render(reading.diagnostics, reading.sources, DiagnosticFormat::text);
    std::istringstream lines(text);
    std::string line;
    std::string previous;
    while (std::getline(lines, line) && line.find('^') == std::string::npos) previous = line;
    CHECK(line.size() < 200);
    REQUIRE(line.find('^') < previous.size());
    CHECK(previous[line.find('^')] == '$');
}

TEST_CASE("columns count characters, and a diagnostic without a place is said without one") {
    auto reading = read("jurisdiction kz \"Қазақстан\" x\n");
    CHECK(reading.codes() == std::vector<std::string>{"L0139@1:29"});
    Diagnostics diagnostics;
    diagnostics.report(Code::L0001, {99, 0, 0}, {"5", "4"});
    CHECK(render(diagnostics, reading.sources, DiagnosticFormat::plain)
              .starts_with("error[L0001]: the text has 5 bytes"));
}

TEST_CASE("diagnostics are sorted by place, and said once") {
    Diagnostics diagnostics;
    diagnostics.report(Code::L0107, {0, 5, 6}, {"b"});
    diagnostics.report(Code::L0107, {0, 1, 2}, {"a"});
    diagnostics.report(Code::L0107, {0, 5, 6}, {"b"});
    diagnostics.sort();
    REQUIRE(diagnostics.all().size() == 2);
    CHECK(diagnostics.all()[0].words[0] == "a");
}

namespace {

/// The passages between ```law and ``` of a page, from a heading on.
std::vector<std::string> examples(const std::string& page, std::string_view from = {}) {
    std::vector<std::string> result;
    std::size_t at = from.empty() ? 0 : page.find(from);
    while (at != std::string::npos && (at = page.find("```law\n", at)) != std::string::npos) {
        const std::size_t end = page.find("```", at + 7);
        result.push_back(page.substr(at + 7, end - at - 7));
        at = end + 3;
    }
    return result;
}

}  // namespace

TEST_CASE("the examples of the language reference are read, and stand in the one layout") {
    const auto found = examples(file_text(root / "docs/language.md"));
    CHECK(found.size() >= 9);
    for (const std::string& text : found) {
        auto reading = read(text);
        INFO(text << render(reading.diagnostics, reading.sources, DiagnosticFormat::plain));
        REQUIRE(reading.file.complete);
        CHECK(format(reading.file) == text);
    }
}

TEST_CASE("the mended example of every page is read") {
    for (const CodeEntry& entry : code_table()) {
        if (!belongs_to_grammar(entry)) continue;
        const auto mended =
            examples(file_text(root / "docs/diagnostics" / (std::string(entry.name) + ".md")), "## Remedy");
        for (const std::string& text : mended) {
            auto reading = read(text);
            INFO(entry.name << "\n" << text << render(reading.diagnostics, reading.sources, DiagnosticFormat::plain));
            CHECK(reading.file.complete);
        }
    }
}
