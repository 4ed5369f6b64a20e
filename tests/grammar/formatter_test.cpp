// The one layout: what it looks like, that it is stable, and that it loses nothing.
#include "tests/grammar/support.hpp"

#include <catch2/catch.hpp>

using namespace labourlex;
using labourlex::testing::read;
using labourlex::testing::rule_with;

namespace {

std::string formatted(const std::string& text) {
    auto reading = read(text);
    INFO(text << render(reading.diagnostics, reading.sources, DiagnosticFormat::plain));
    REQUIRE(reading.file.complete);
    return format(reading.file);
}

/// Formatting keeps the tree and, once done, changes nothing.
void check_round_trip(const std::string& text) {
    auto reading = read(text);
    REQUIRE(reading.file.complete);
    const std::string once = format(reading.file);
    auto again = read(once);
    INFO(text << "\n---\n" << once << render(again.diagnostics, again.sources, DiagnosticFormat::plain));
    REQUIRE(again.file.complete);
    CHECK(same_tree(reading.file, again.file));
    CHECK(format(again.file) == once);
}

}  // namespace

TEST_CASE("clauses are written one a line in one order") {
    CHECK(formatted("rule  r   \"R\" then prohibited when  a   and b in force from 2000-01-01 per c \"1\" row x,y note "
                    "\"n\"") ==
          "rule r \"R\"\n  per c \"1\"\n  row x, y\n  note \"n\"\n  in force from 2000-01-01\n  when a and b\n  then "
          "prohibited\n");
    CHECK(formatted("class a \"A\" default lawful\nclass b \"B\"\nuse c") ==
          "class a \"A\" lawful default\nclass b \"B\"\n\nuse c\n");
}

TEST_CASE("dashes are indented by their level") {
    CHECK(formatted(rule_with(
              "all of:\n     - a\n     - any of:\n             - b\n             - c and d\n     - none of: e, f")) ==
          "rule r \"R\"\n  per code \"art. 1\"\n  when all of:\n    - a\n    - any of:\n      - b\n      - c and d\n"
          "    - none of: e, f\n  then prohibited\n");
}

TEST_CASE("tables are aligned by characters, not bytes") {
    CHECK(formatted("limit m \"M\" for x per c \"1\" by a, b\n | | жен | ab |\n | 1 | 2 | 30 kg |\n") ==
          "limit m \"M\" for x\n  per c \"1\"\n  by a, b\n  |   | жен | ab    |\n  | 1 | 2   | 30 kg |\n");
}

TEST_CASE("what does not fit is broken at commas, joints and spaces of texts, and nowhere else") {
    std::string codes = "code-0";
    for (int i = 1; i < 40; ++i) codes += ", code-" + std::to_string(i);
    const std::string text =
        formatted("rule r \"R\" per c \"1\" note \"" + std::string("word ") + std::string(200, 'x') +
                  " and many more words that do not fit on a single line of text, so that it is broken somewhere\""
                  " when tasks include any of " +
                  codes + " then prohibited\n");
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line.find("xxx") == std::string::npos) CHECK(line.size() <= 110);
    }
    check_round_trip(text);
}

TEST_CASE("texts keep their double spaces, quotation marks and backslashes") {
    std::string title = "a  b \\\"c\\\" \\\\ ";
    for (int i = 0; i < 60; ++i) title += " word" + std::string(static_cast<std::size_t>(i % 4), ' ');
    const std::string text = "rule r \"" + title + "\" per c \"1\" when a then b\n";
    auto before = read(text);
    auto after = read(format(before.file));
    CHECK(before.file.statements.at(0).title.text == after.file.statements.at(0).title.text);
    check_round_trip(text);
}

TEST_CASE("comments stay at the line they stood at") {
    const std::string text =
        "# file\n"
        "\n"
        "# of the rule\n"
        "rule r \"R\"   # head\n"
        "  # before per\n"
        "  per c \"1\"   # behind per\n"
        "  when all of:   # list\n"
        "    # first\n"
        "    - a   # behind a\n"
        "    - any of:\n"
        "      # inner\n"
        "      - b\n"
        "  # before then\n"
        "  then prohibited\n"
        "  # after all\n"
        "\n"
        "# at the end\n";
    CHECK(formatted(text) == text);
    CHECK(formatted("limit m \"M\" for x per c \"1\" by age\n  # one\n  | 1 | 2 | # two\n  # three\n  | otherwise | "
                    "none |\n") ==
          "limit m \"M\" for x\n  per c \"1\"\n  by age\n  # one\n  | 1         | 2    |   # two\n  # three\n  | "
          "otherwise | none |\n");
}

TEST_CASE("two comments never become one") {
    check_round_trip("rule r \"R\" per c \"1\" when a # one\n  and b # two\n  and c # three\n  then d\n");
    check_round_trip("use a, # one\n  b # two\n");
    check_round_trip(
        "exception e \"E\" # a\n  to x, # b\n  # c\n  y # d\n  per c \"1\" # e\n  when all of: # f\n    - a # g\n"
        "  then b # h\n  requires c # i\n  formal # j\n");
}

TEST_CASE("the examples and the rulesets of the project come back the same") {
    for (const char* folder : {"tests/golden/grammar", "rulesets"}) {
        for (const auto& path : labourlex::testing::law_files(folder)) {
            INFO(path.string());
            check_round_trip(labourlex::testing::file_text(path));
        }
    }
}

TEST_CASE("trees that say different things differ") {
    auto same = [](const std::string& a, const std::string& b) { return same_tree(read(a).file, read(b).file); };
    CHECK(same(rule_with("a and b"), rule_with("a\n    and b")));
    CHECK_FALSE(same(rule_with("a and b"), rule_with("b and a")));
    CHECK_FALSE(same(rule_with("a and b"), rule_with("a or b")));
    CHECK_FALSE(same(rule_with("x under 5"), rule_with("x under 5 kg")));
    CHECK_FALSE(same(rule_with("x is a"), rule_with("x is b")));
    CHECK_FALSE(same("use a\n", "use a # c\n"));
    CHECK_FALSE(same("use a\n", "use b\n"));
}
