// Mistakes: each costs one message and one statement, and no text can do harm.
#include "tests/grammar/support.hpp"

#include <catch2/catch.hpp>

using namespace labourlex;
using labourlex::testing::read;
using labourlex::testing::rule_with;
using Strings = std::vector<std::string>;

namespace {

std::string repeat(const std::string& text, std::size_t count) {
    std::string result;
    result.reserve(text.size() * count);
    for (std::size_t i = 0; i < count; ++i) result += text;
    return result;
}

/// Lists nested to a depth, with one dash a level.
std::string nested_lists(int depth) {
    std::string result = "any of:";
    for (int i = 1; i <= depth; ++i) {
        result += "\n" + std::string(2 * static_cast<std::size_t>(i) + 2, ' ') + (i < depth ? "- any of:" : "- a");
    }
    return result;
}

}  // namespace

TEST_CASE("ten mistakes in ten statements give ten messages") {
    auto reading =
        read(labourlex::testing::file_text(LABOURLEX_SOURCE_DIR "/tests/golden/diagnostics/ten-mistakes.law"));
    CHECK(reading.codes() == Strings{"L0121@2:16", "L0101@6:1", "L0105@17:12", "L0130@23:24", "L0140@28:31",
                                     "L0113@31:11", "L0151@42:3", "L0127@45:17", "L0110@51:3", "L0143@59:6"});
    CHECK_FALSE(reading.file.complete);
    CHECK(reading.file.statements.size() == 3);
}

TEST_CASE("lines that were not indented are one mistake, and no clause is missed because of them") {
    auto reading = read("rule r \"R\"\nper code \"1\"\nwhen any of:\n- a\n- b\nthen prohibited\nuse common\n");
    CHECK(reading.codes() == Strings{"L0103@2:1"});
    CHECK(reading.file.statements.size() == 1);
}

TEST_CASE("a statement with several clauses amiss names each") {
    auto reading = read("rule r \"R\"\n  needs a\n  when b\n  when c\n");
    CHECK(reading.codes() == Strings{"L0111@2:3", "L0112@4:3", "L0115@1:6", "L0113@1:6"});
}

TEST_CASE("misspelt keywords are met with the nearest one") {
    CHECK(read("exeption e \"E\"\n").diagnostics.all()[0].advice() == "write `exception`");
    CHECK(read("rule r \"R\"\n  evidnce official\n").diagnostics.all()[0].advice() == "write `evidence`");
    CHECK(read(rule_with("load_kg over 15 hour")).diagnostics.all()[0].advice() == "write `hours`");
    CHECK(read(rule_with("age undr 15")).diagnostics.all()[0].advice() == "write `under`");
}

TEST_CASE("a text that was not closed is reported where it opened") {
    auto reading = read("rule r \"Title\n  per code \"art. 1\"\n  when a\n  then prohibited\n");
    CHECK(reading.codes() == Strings{"L0105@1:8"});
    CHECK(reading.diagnostics.all()[0].related.size() == 1);
    CHECK(read("rule r \"R\"\n  per code \"art. 1\n  when a\n  then prohibited\n  note \"x y\"\n").codes() ==
          Strings{"L0105@2:12"});
    // A text may run over lines; what follows it after a blank is a mistake of its own.
    CHECK(read("rule r \"Title\n  of two lines\" x\n  per code \"1\"\n").codes() == Strings{"L0139@2:17"});
}

TEST_CASE("a tab in the indentation has no follow-on messages") {
    auto reading = read("rule r \"R\"\n\tper code \"1\"\n  when all of:\n\t- a\n    - b\n  then prohibited\n\nuse common\n");
    CHECK(reading.codes() == Strings{"L0006@2:1", "L0006@4:1"});
    CHECK_FALSE(reading.file.complete);
    CHECK(reading.file.statements.size() == 1);
}

TEST_CASE("a time where no time can stand is read as one") {
    CHECK(read(rule_with("end_time over 24:00")).codes() == Strings{"L0158@3:22"});
    CHECK(read(rule_with("age under 15 8:30")).codes() == Strings{"L0158@3:21"});
    CHECK(read(rule_with("age : 15")).codes() == Strings{"L0107@3:12"});
}

TEST_CASE("reserved words say that they are reserved") {
    CHECK(read(rule_with("higher of a, b over 3")).codes() == Strings{"L0106@3:8"});
    CHECK(read(rule_with("a plus b over 3")).codes() == Strings{"L0106@3:10"});
}

TEST_CASE("`in LIST` belongs to inserted items and to no others") {
    CHECK(read("item 5 \"X\"\n  in L\n  when a\n").codes() == Strings{"L0111@2:3"});
    CHECK(read("insert item 5 \"X\"\n  when a\n").codes() == Strings{"L0113@1:13"});
}

TEST_CASE("a definition has a condition or a table, and a table a term and a source") {
    CHECK(read("define d \"D\"\n").codes() == Strings{"L0113@1:8"});
    CHECK(read("define d \"D\"\n  | when | from | to |\n  | otherwise | none | none |\n").codes() ==
          Strings{"L0113@1:8", "L0115@1:8"});
}

TEST_CASE("a period stands behind `in force`, and by itself in `applies` only") {
    CHECK(read("applies c in force from 2000-01-01 per d \"1\"\n").codes() == Strings{"L0111@1:11"});
    CHECK(read("rule r \"R\" per c \"1\" from 2000-01-01 when a then b\n").codes() == Strings{"L0111@1:22"});
}

TEST_CASE("the calendar and the clock are checked") {
    CHECK(read("repeal x\ninstrument i \"I\" regulating evidence official adopted 2100-02-29\n").codes() ==
          Strings{"L0127@2:55"});
    CHECK(read("instrument i \"I\" regulating evidence official adopted 2000-02-29\n").diagnostics.empty());
    CHECK(read(rule_with("working time overlaps 9:00 to 25:00")).codes() == Strings{"L0129@3:30"});
}

TEST_CASE("64 levels are read, and 65 are too many") {
    CHECK(read(rule_with(nested_lists(64))).diagnostics.empty());
    auto reading = read(rule_with(nested_lists(65)));
    REQUIRE(reading.diagnostics.all().size() == 1);
    CHECK(reading.diagnostics.all()[0].code == Code::L0108);
    auto deep_tree = [](int depth) {
        std::string text = "taxonomy t \"T\"\n";
        for (int i = 1; i <= depth; ++i) text += std::string(static_cast<std::size_t>(i), ' ') + "c" + std::to_string(i) + " \"x\"\n";
        return text;
    };
    CHECK(read(deep_tree(64)).diagnostics.empty());
    CHECK(read(deep_tree(65)).diagnostics.all().at(0).code == Code::L0108);
}

TEST_CASE("hostile texts are answered, not suffered") {
    CHECK(read(rule_with(repeat("not ", 100000) + "a")).diagnostics.all().size() == 1);
    CHECK(read(rule_with(nested_lists(3000))).diagnostics.all().size() == 1);
    CHECK(read(rule_with(repeat("a and ", 100000) + "a")).diagnostics.empty());
    CHECK(read(rule_with("x any of " + repeat("a, ", 100000) + "b")).diagnostics.empty());
    CHECK(read(repeat("\"", 100001)).diagnostics.all().size() == 1);
    CHECK(read(repeat("|", 100000)).diagnostics.all().size() == 1);
    CHECK(read("use " + repeat("a", 1000000)).diagnostics.empty());
    CHECK(read(rule_with("age under " + repeat("9", 100000))).diagnostics.empty());
}

TEST_CASE("a file over the limit is not read") {
    auto reading = read(std::string(max_law_file_bytes + 1, '\n'));
    CHECK(reading.codes() == Strings{"L0001@1:1"});
    CHECK_FALSE(reading.file.complete);
    CHECK(read(std::string(max_law_file_bytes, '\n')).file.complete);
}
