// The pages in docs/countries are what the rulesets say: each is made again, for the day that its first line names, and
// compared. A page that differs is written again by tools/write-country-pages.
#include "engine/files/country_records.hpp"

#include <catch2/catch.hpp>

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

using namespace labourlex;

namespace {

namespace fs = std::filesystem;

const fs::path pages = fs::path(LABOURLEX_SOURCE_DIR) / "docs/countries";

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The day at the end of a page's first line.
std::optional<Date> day_of(const std::string& page) {
    constexpr std::size_t length = 10;  // YYYY-MM-DD
    const std::string first = page.substr(0, page.find('\n'));
    return first.size() < length ? std::nullopt : Date::parse(std::string_view(first).substr(first.size() - length));
}

/// The first line in which two texts differ, for a short message.
std::string difference(const std::string& a, const std::string& b) {
    std::istringstream first(a);
    std::istringstream second(b);
    for (int number = 1;; ++number) {
        std::string left;
        std::string right;
        const bool more_left = static_cast<bool>(std::getline(first, left));
        const bool more_right = static_cast<bool>(std::getline(second, right));
        if (!more_left && !more_right) return "";
        if (left != right || more_left != more_right)
            return "line " + std::to_string(number) + "\n  page: " + left + "\n  now:  " + right;
    }
}

}  // namespace

TEST_CASE("the pages of the jurisdictions are what the rulesets say") {
    Sources sources;
    Diagnostics diagnostics;
    RulesetFolder folder(fs::path(LABOURLEX_SOURCE_DIR) / "rulesets", sources);
    std::set<std::string> expected;
    for (const std::string& name : folder.jurisdictions(diagnostics)) {
        CAPTURE(name);
        expected.insert(name + ".md");
        const std::string page = content(pages / (name + ".md"));
        const auto day = day_of(page);
        INFO("write the pages with tools/write-country-pages");
        REQUIRE(day);
        const auto law = folder.law(name, {}, diagnostics);
        INFO(render(diagnostics, sources, DiagnosticFormat::plain));
        REQUIRE(law != nullptr);
        const auto records = read_country_records(folder, name, *law, sources, diagnostics);
        REQUIRE(records);
        CHECK(!records->check_first.empty());
        CHECK(difference(page, country_page(*law, *day, *records)) == "");
    }
    std::set<std::string> found;
    for (const auto& entry : fs::directory_iterator(pages)) found.insert(entry.path().filename().string());
    CHECK(found == expected);
}

TEST_CASE("a page that differs is told by its line") {
    CHECK(difference("a\nb\n", "a\nb\n").empty());
    CHECK(difference("a\nb\n", "a\nc\n") == "line 2\n  page: b\n  now:  c");
    CHECK(difference("a\n", "a\nc\n") == "line 2\n  page: \n  now:  c");
    CHECK(day_of("# Land, law as on 2026-11-22\n") == Date::parse("2026-11-22"));
    CHECK_FALSE(day_of("# Land\n"));
}

TEST_CASE("what stands beside a law is read, and what is not there is left out") {
    const fs::path base = fs::temp_directory_path() / ("labourlex-records-" + std::to_string(::getpid()));
    fs::remove_all(base);
    fs::create_directories(base / "xx/cases");
    std::ofstream(base / "xx/a.law") << "jurisdiction xx \"Testland\"\n\nclass permitted \"Permitted\" lawful default\n"
                                        "class prohibited \"Prohibited\" breach\n";
    Sources sources;
    Diagnostics diagnostics;
    const auto read = [&] {
        RulesetFolder folder(base, sources);
        const auto law = folder.law("xx", {}, diagnostics);
        INFO(render(diagnostics, sources, DiagnosticFormat::plain));
        REQUIRE(law != nullptr);
        return read_country_records(folder, "xx", *law, sources, diagnostics);
    };
    const auto nothing = read();
    REQUIRE(nothing);
    CHECK_FALSE(nothing->has_rows);
    CHECK(nothing->cases.empty());
    CHECK(nothing->check_first.empty());

    std::ofstream(base / "xx/rows.csv") << "row,status,reason\nxx-1,encoded,\nxx-2,left-out,\"A fine, no rule\"\n";
    std::ofstream(base / "xx/check-first.md") << "- One.\n- Two.\n\n";
    std::ofstream(base / "xx/cases/judged.yaml") << "- {id: a, date: '2020-01-01', country: xx, facts: {}, expect: "
                                                    "permitted, basis: [s], why: w, confidence: high}\n";
    const auto records = read();
    INFO(render(diagnostics, sources, DiagnosticFormat::plain));
    REQUIRE(records);
    CHECK(records->rows_encoded == 1);
    REQUIRE(records->rows_left_out.size() == 1);
    CHECK(records->rows_left_out.front().reason == "A fine, no rule");
    REQUIRE(records->cases.size() == 1);
    CHECK(records->cases.front().name == "judged");
    CHECK(records->cases.front().cases == 1);
    CHECK(records->check_first == "- One.\n- Two.");

    std::ofstream(base / "xx/cases/judged.yaml") << "no list\n";
    CHECK_FALSE(read());
    CHECK(diagnostics.has_errors());
    fs::remove_all(base);
}
