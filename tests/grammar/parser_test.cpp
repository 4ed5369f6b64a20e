// What the parser makes of each construct, with its places.
#include "tests/grammar/support.hpp"

#include <catch2/catch.hpp>

using namespace labourlex;
using namespace labourlex::syntax;
using labourlex::testing::clause_of;
using labourlex::testing::read;
using labourlex::testing::rule_with;

namespace {

/// The condition of a rule; the text must be without fault.
Condition condition_of(const std::string& text) {
    auto reading = read(rule_with(text));
    INFO(text << "\n" << render(reading.diagnostics, reading.sources, DiagnosticFormat::plain));
    REQUIRE(reading.file.complete);
    REQUIRE(reading.file.statements.size() == 1);
    return clause_of(reading.file.statements[0], ClauseKind::when).condition.at(0);
}

std::vector<std::string> texts(const std::vector<Word>& words) {
    std::vector<std::string> result;
    for (const Word& word : words) result.push_back(word.text);
    return result;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a statement keeps its keyword, name, title and clauses with their places") {
    auto reading = read(
        "# before\nrule minimum-age \"General minimum age\"\n  per code \"art. 21(2)\"  row tj16-01\n"
        "  when age under 15\n  then prohibited\n");
    REQUIRE(reading.diagnostics.empty());
    const Statement& rule = reading.file.statements.at(0);
    CHECK(rule.kind == StatementKind::rule);
    CHECK(rule.name.text == "minimum-age");
    CHECK(rule.title.text == "General minimum age");
    CHECK(reading.sources.slice(rule.name.span) == "minimum-age");
    CHECK(reading.sources.slice(rule.title.span) == "\"General minimum age\"");
    REQUIRE(rule.clauses.size() == 4);
    CHECK(reading.sources.slice(rule.clauses[0].span) == "per code \"art. 21(2)\"");
    CHECK(reading.sources.slice(rule.clauses[1].span) == "row tj16-01");
    CHECK(reading.sources.slice(rule.clauses[2].span) == "when age under 15");
    CHECK(reading.sources.slice(rule.clauses[2].condition.at(0).span) == "age under 15");
    REQUIRE(rule.comments.size() == 1);
    CHECK(rule.comments[0].text == "# before");
}

TEST_CASE("comparisons, ranges, shares, products and the length of a shift") {
    Condition c = condition_of("load_kg at least 4.1 kg");
    CHECK(c.kind == Condition::Kind::comparison);
    CHECK(c.relation == Relation::at_least);
    CHECK(c.left.name.text == "load_kg");
    CHECK(c.right.number.text == "4.1");
    CHECK(c.right.unit.text == "kg");

    c = condition_of("hours_per_week over half of week-cap");
    CHECK(c.right.kind == Quantity::Kind::share);
    CHECK(c.right.number.text == "half");
    CHECK(c.right.name.text == "week-cap");
    CHECK(condition_of("x over 1/3 of y").right.number.text == "1/3");
    CHECK(condition_of("x over 20% of y").right.number.text == "20 %");

    c = condition_of("days_per_week times hours_per_day at most 36 hours");
    CHECK(c.left.kind == Quantity::Kind::product);
    CHECK(c.left.second.text == "hours_per_day");
    CHECK(condition_of("length of shift over 8 hours").left.kind == Quantity::Kind::shift);

    c = condition_of("age from 14 to 17 years");
    CHECK(c.kind == Condition::Kind::between);
    CHECK(c.right.number.text == "14");
    CHECK(c.high.number.text == "17");
    CHECK(c.right.unit.text == "years");
    CHECK(c.high.unit.text == "years");
}

TEST_CASE("codes, sets and the clock") {
    Condition c = condition_of("sector in isic 0116, \"C\"");
    CHECK(c.kind == Condition::Kind::within);
    CHECK(c.taxonomy.text == "isic");
    CHECK(texts(c.values) == Strings{"0116", "C"});
    CHECK(c.values[1].quoted);
    CHECK(condition_of("tasks include welding").kind == Condition::Kind::includes);
    CHECK(texts(condition_of("tasks include any of a, b").values) == Strings{"a", "b"});
    CHECK(condition_of("tasks include none of a, b").kind == Condition::Kind::includes_none);
    CHECK(condition_of("tasks only a, b").kind == Condition::Kind::only);
    CHECK(condition_of("education any of general, vocational").kind == Condition::Kind::one_of);
    CHECK(condition_of("education is general").kind == Condition::Kind::equals);
    CHECK(condition_of("load_frequency is stated").kind == Condition::Kind::stated);
    CHECK(texts(condition_of("working time overlaps 22:00 to 06:00").values) == Strings{"22:00", "06:00"});
}

TEST_CASE("a comma list of codes ends at `and`") {
    const Condition c = condition_of("education any of general, vocational and school_term and not paid");
    CHECK(c.kind == Condition::Kind::all_of);
    CHECK(c.inline_form);
    REQUIRE(c.children.size() == 3);
    CHECK(c.children[0].values.size() == 2);
    CHECK(c.children[2].kind == Condition::Kind::negation);
}

TEST_CASE("lists nest by the column of their dashes") {
    const Condition c = condition_of(
        "all of:\n    - age at least 14\n    - any of:\n      - a\n      - b and c\n"
        "    - none of: d, e");
    CHECK(c.dashed);
    REQUIRE(c.children.size() == 3);
    CHECK(c.children[1].kind == Condition::Kind::any_of);
    REQUIRE(c.children[1].children.size() == 2);
    CHECK(c.children[1].children[1].inline_form);
    CHECK(c.children[2].kind == Condition::Kind::none_of);
    CHECK_FALSE(c.children[2].dashed);
}

TEST_CASE("words that look like keywords are codes where no keyword can stand") {
    CHECK(condition_of("arrangement is formal").values[0].text == "formal");
    CHECK(condition_of("arrangement any of number, none, noting").values.size() == 3);
    CHECK(condition_of("to-and-fro").name.text == "to-and-fro");
    CHECK(condition_of("x is \"and\"").values[0].text == "and");
}

TEST_CASE("a condition that ends with a name does not swallow the clause behind it") {
    auto reading = read(
        "exception e \"E\"\n  when harmful in force from 2000-01-01 to 2001-01-01 to r, list L\n"
        "  per code \"1\" then does not apply");
    REQUIRE(reading.file.complete);
    const Statement& e = reading.file.statements[0];
    CHECK(clause_of(e, ClauseKind::in_force).to->date.text == "2001-01-01");
    CHECK(clause_of(e, ClauseKind::to).parents.size() == 2);
    CHECK(clause_of(e, ClauseKind::then).words.empty());
}

TEST_CASE("`blocking when` is one clause only beside a `when` of its own") {
    auto reading = read(
        "unseen u \"U\" per c \"1\" blocking when a when b could be hazardous\n"
        "unseen v \"V\" per c \"1\" blocking\n  when b could be hazardous\n");
    REQUIRE(reading.file.complete);
    CHECK(clause_of(reading.file.statements[0], ClauseKind::blocking_when).condition[0].name.text == "a");
    CHECK(clause_of(reading.file.statements[1], ClauseKind::strength).keyword.text == "blocking");
    CHECK(clause_of(reading.file.statements[1], ClauseKind::when).condition[0].name.text == "b");
}

TEST_CASE("references name norms, lists, sections and runs of items") {
    auto reading = read("repeal r, list L, section IV of L, item 3 of L, items 5, 8 to 10, 12 of L\n");
    REQUIRE(reading.file.complete);
    const auto& targets = reading.file.statements[0].targets;
    REQUIRE(targets.size() == 5);
    CHECK(targets[1].kind == NormReference::Kind::list);
    CHECK(targets[2].section.text == "IV");
    CHECK(targets[2].name.text == "L");
    REQUIRE(targets[4].items.size() == 3);
    CHECK(targets[4].items[1].last.text == "10");
    CHECK(targets[4].items[2].last.empty());
}

TEST_CASE("cells of tables") {
    auto reading = read(
        "limit m \"M\" for load_kg per c \"1\" by age, sex\n"
        "  | | male occasional | female |\n"
        "  | 14 to 15 years | unseen above 4 kg | from 16.0 to under 17.0 kg |\n"
        "  | at least 16 | none | not allowed |\n  | general, vocational | 12 kg | 3 |\n"
        "  | otherwise | | none |\n");
    INFO(render(reading.diagnostics, reading.sources, DiagnosticFormat::plain));
    REQUIRE(reading.file.complete);
    using Kind = TableCell::Kind;
    const auto& rows = clause_of(reading.file.statements[0], ClauseKind::table).rows;
    REQUIRE(rows.size() == 5);
    CHECK(rows[0].cells[0].kind == Kind::blank);
    CHECK(texts(rows[0].cells[1].words) == Strings{"male", "occasional"});
    CHECK_FALSE(rows[0].cells[1].listed);
    CHECK(rows[1].cells[0].kind == Kind::band_between);
    CHECK(rows[1].cells[0].high.text == "15");
    CHECK(rows[1].cells[1].kind == Kind::unseen_above);
    CHECK(rows[1].cells[2].kind == Kind::known_between);
    CHECK(rows[1].cells[2].number.text == "16.0");
    CHECK(rows[1].cells[2].high.text == "17.0");
    CHECK(rows[2].cells[0].kind == Kind::band_relation);
    CHECK(rows[2].cells[1].kind == Kind::none);
    CHECK(rows[2].cells[2].kind == Kind::not_allowed);
    CHECK(rows[3].cells[0].listed);
    CHECK(rows[3].cells[1].unit.text == "kg");
    CHECK(rows[4].cells[0].kind == Kind::otherwise);
}

TEST_CASE("a clock table is kept without its heading") {
    auto reading = read(
        "define n \"N\" for night_work per c \"1\"\n  | when | from | to |\n"
        "  | age under 16 and paid | 20:00 | 07:00 |\n  | otherwise | none | none |\n");
    REQUIRE(reading.file.complete);
    const auto& rows = clause_of(reading.file.statements[0], ClauseKind::table).rows;
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].cells[0].condition.at(0).children.size() == 2);
    CHECK(rows[0].cells[1].number.text == "20:00");
    CHECK(rows[1].cells[2].kind == TableCell::Kind::none);
}

TEST_CASE("taxonomies nest by indentation") {
    auto reading = read(
        "taxonomy hazard \"Hazards\"\n  a \"A\"\n    b \"B\" also \"bee\", \"be\"\n      c \"C\"\n    d \"D\"\n"
        "  \"47\" \"E\"\n");
    REQUIRE(reading.file.complete);
    const auto& nodes = clause_of(reading.file.statements[0], ClauseKind::nodes).nodes;
    REQUIRE(nodes.size() == 2);
    REQUIRE(nodes[0].children.size() == 2);
    CHECK(nodes[0].children[0].synonyms.size() == 2);
    CHECK(nodes[0].children[0].children[0].code.text == "c");
    CHECK(nodes[1].code.quoted);
}

TEST_CASE("a text that runs over lines reads with single spaces") {
    auto reading = read("rule r \"one \\\"two\\\"\n      three\\\\ \n\n   four\" per c \"1\" when a then b\n");
    REQUIRE(reading.file.complete);
    CHECK(reading.file.statements[0].title.text == "one \"two\" three\\ four");
}

TEST_CASE("changes hold the statement they insert or replace") {
    auto reading =
        read("insert item IV-3a \"X\" in L after IV-3 when a\nreplace rule r \"R\" per c \"1\" when a then b\n");
    REQUIRE(reading.file.complete);
    const Statement& insert = reading.file.statements[0];
    CHECK(insert.kind == StatementKind::insert);
    REQUIRE(insert.body.size() == 1);
    CHECK(insert.body[0].name.text == "IV-3a");
    CHECK(texts(clause_of(insert.body[0], ClauseKind::in_list).words) == Strings{"L", "IV-3"});
    CHECK(reading.file.statements[1].body.at(0).kind == StatementKind::rule);
}

TEST_CASE("comments belong to the statement they stand before, in or behind") {
    auto reading = read("# head\n\n# first\nuse a  # behind\n  # inside\n# second\nuse b\n# last\n");
    REQUIRE(reading.file.complete);
    const auto& first = reading.file.statements[0].comments;
    REQUIRE(first.size() == 4);
    CHECK(first[0].blank_after);
    CHECK_FALSE(first[1].blank_after);
    CHECK_FALSE(first[2].own_line);
    CHECK(first[3].text == "# inside");
    CHECK(reading.file.statements[1].comments.at(0).text == "# second");
    CHECK(reading.file.trailing_comments.at(0).text == "# last");
}

TEST_CASE("a `#` inside a text is no comment") {
    auto reading = read("rule r \"No. #5\" per c \"1\" when a then b\n");
    REQUIRE(reading.file.complete);
    CHECK(reading.file.statements[0].title.text == "No. #5");
    CHECK(reading.file.statements[0].comments.empty());
}

TEST_CASE("empty files, byte order marks, CRLF and a missing last line break are no mistakes") {
    for (const std::string text : {"", "\n\n", "# only a comment", "\xEF\xBB\xBFuse common\r\n", "use a,\r\n  b"}) {
        auto reading = read(text);
        INFO(text);
        CHECK(reading.diagnostics.empty());
        CHECK(reading.file.complete);
    }
    auto reading = read("\xEF\xBB\xBFuse 'x\n");
    CHECK(reading.codes() == Strings{"L0120@1:5"});
}

TEST_CASE("every construct of the reference page is read") {
    const auto text = labourlex::testing::file_text(LABOURLEX_SOURCE_DIR "/tests/golden/grammar/every-construct.law");
    auto reading = read(text);
    INFO(render(reading.diagnostics, reading.sources, DiagnosticFormat::plain));
    CHECK(reading.file.complete);
    std::vector<bool> seen(static_cast<std::size_t>(StatementKind::rebase) + 1);
    for (const Statement& statement : reading.file.statements) {
        seen[static_cast<std::size_t>(statement.kind)] = true;
        for (const Statement& body : statement.body) seen[static_cast<std::size_t>(body.kind)] = true;
    }
    for (std::size_t i = 0; i < seen.size(); ++i) {
        INFO("statement kind " << i);
        CHECK(seen[i]);
    }
}
