// What conditions become: rows, cells and parts.
#include "engine/tables/decision_table.hpp"
#include "engine/tables/render.hpp"
#include "engine/tables/source_size.hpp"
#include "tests/support/version_builder.hpp"

#include <catch2/catch.hpp>

using namespace labourlex;
using namespace labourlex::test;

namespace {

/// A table as one line a row: "a b" for yes, "-a" for no, "." for a blank; parts in brackets.
std::string show(const CompiledTables& tables, TableIndex index) {
    const DecisionTable& table = tables.tables.at(index);
    std::string text;
    for (const Row& row : table.rows) {
        if (!text.empty()) text += " | ";
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (i > 0) text += ' ';
            if (row.cells[i] == Cell::blank) {
                text += '.';
                continue;
            }
            if (row.cells[i] == Cell::no) text += '-';
            const Column& column = table.columns[i];
            text += column.kind == Column::Kind::table
                        ? "[" + show(tables, column.table) + "]"
                        : tables.version->vocabulary->facts[tables.version->atoms[column.atom].fact].name;
        }
        if (table.columns.empty()) text += "always";
    }
    return text;
}

struct Letters {
    VersionBuilder law;
    Condition a = law.yes(law.yes_no("a", "A"));
    Condition b = law.yes(law.yes_no("b", "B"));
    Condition c = law.yes(law.yes_no("c", "C"));
    Condition d = law.yes(law.yes_no("d", "D"));

    /// The `speaks` table of one rule with this condition.
    std::string rule(const Condition& when) {
        const NormIndex norm = law.rule("r", "R", when, "prohibited");
        const CompiledTables tables = lower(law.build());
        CHECK(row_count(tables) <= tables.source_size);
        return show(tables, tables.norms.at(norm).speaks);
    }
};

}  // namespace

TEST_CASE_METHOD(Letters, "alternatives at the top are rows") {
    CHECK(rule(any({a, b, c})) == "a . . | . b . | . . c");
    CHECK(rule(any({a, any({b, c})})) == "a . . | . b . | . . c");
    CHECK(rule(any({all({a, b}), all({b, c})})) == "a b . | . b c");
}

TEST_CASE_METHOD(Letters, "what must hold together is one row") {
    CHECK(rule(all({a, b})) == "a b");
    CHECK(rule(all({a, all({b, c})})) == "a b c");
    CHECK(rule(all({a, none_of({b, c})})) == "a -b -c");
    CHECK(rule(negation(a)) == "-a");
    CHECK(rule(negation(negation(a))) == "a");
    CHECK(rule(all({a, a})) == "a");
}

TEST_CASE_METHOD(Letters, "alternatives among what must hold together are a part") {
    CHECK(rule(all({a, any({b, c})})) == "a [b . | . c]");
    CHECK(rule(all({a, negation(all({b, c}))})) == "a -[b c]");
    CHECK(rule(all({a, any({b, all({c, any({a, d})})})})) == "a [b . . | . c [a . | . d]]");
    CHECK(rule(all({a, none_of({b, all({c, d})})})) == "a -b -[c d]");
    CHECK(rule(all({any({a, b}), any({c, d})})) == "[a . | . b] [c . | . d]");
}

TEST_CASE_METHOD(Letters, "the negation of an all of at the top is alternatives") {
    CHECK(rule(negation(all({a, b}))) == "-a . | . -b");
}

TEST_CASE_METHOD(Letters, "lists of one are what they hold") {
    CHECK(rule(all({a, any({b})})) == "a b");
    CHECK(rule(all({any({a, b})})) == "a . | . b");
    CHECK(rule(all({a, negation(all({b}))})) == "a -b");
}

TEST_CASE_METHOD(Letters, "always and never") {
    CHECK(rule(always()) == "always");
    CHECK(rule(never()).empty());
    CHECK(rule(all({a, always()})) == "a");
    CHECK(rule(all({a, never()})).empty());
    CHECK(rule(all({a, any({b, always()})})) == "a");
    CHECK(rule(all({a, negation(any({b, always()}))})).empty());
    CHECK(rule(any({a, never()})) == "a");
}

TEST_CASE_METHOD(Letters, "a row that contradicts itself is left out and the others keep their place in the text") {
    Condition second = all({b, c});
    second.span = {0, 20, 25};
    Condition first = all({a, negation(a)});
    first.span = {0, 10, 15};
    const NormIndex norm = law.rule("r", "R", any({first, second}), "prohibited");
    const CompiledTables tables = lower(law.build());
    const DecisionTable& table = tables.tables[tables.norms[norm].speaks];
    CHECK(show(tables, tables.norms[norm].speaks) == "b c");
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0].span == second.span);
    CHECK(table.rows[0].norm == norm);
    CHECK(table.rows[0].cls == law.class_named("prohibited"));
}

TEST_CASE_METHOD(Letters, "equal parts are one table, however they are ordered") {
    law.rule("r", "R", all({a, any({b, c})}), "prohibited");
    const std::size_t one = lower(law.build()).tables.size();
    law.rule("s", "S", all({d, any({c, b})}), "hazardous");
    CHECK(lower(law.build()).tables.size() == one + 1);
}

TEST_CASE_METHOD(Letters, "reach, list and own condition stand in one table") {
    const NormIndex norm = law.rule("r", "R", any({c, d}), "prohibited");
    law.version.norms[norm].reaches = a;
    law.version.norms[norm].shared = b;
    const CompiledTables tables = lower(law.build());
    CHECK(show(tables, tables.norms[norm].speaks) == "a b c . | a b . d");
}

TEST_CASE_METHOD(Letters, "alternatives of reach are the instrument's table, which its norms ask") {
    law.version.instruments[0].reaches = any({a, b});
    const NormIndex norm = law.rule("r", "R", c, "prohibited");
    law.version.norms[norm].reaches = any({a, b});
    const CompiledTables tables = lower(law.build());
    const DecisionTable& table = tables.tables[tables.norms[norm].speaks];
    REQUIRE(table.columns.size() == 2);
    CHECK(table.columns[0].table == tables.instrument_reaches.at(0));
}

TEST_CASE_METHOD(Letters, "of two acts that reach alike a norm asks its own") {
    Instrument decree;
    decree.name = "xx.decree";
    decree.title = "Decree";
    decree.evidence = Evidence::official;
    law.version.instruments[0].reaches = any({a, b});
    decree.reaches = any({b, a});
    law.version.instruments.push_back(decree);
    const NormIndex of_code = law.rule("r", "R", c, "prohibited");
    const NormIndex of_decree = law.rule("s", "S", d, "prohibited");
    for (const NormIndex norm : {of_code, of_decree}) law.version.norms[norm].reaches = any({a, b});
    law.version.norms[of_decree].citation.instrument = 1;
    const CompiledTables tables = lower(law.build());
    CHECK(tables.tables[tables.norms[of_code].speaks].columns.at(0).table == tables.instrument_reaches.at(0));
    CHECK(tables.tables[tables.norms[of_decree].speaks].columns.at(0).table == tables.instrument_reaches.at(1));
    CHECK(row_count(tables) <= tables.source_size);
    // Each reach stands above its norms, so that neither repeats one, least of all the other's.
    const std::string page = render_tables(tables, TableFormat::text);
    CHECK(page.find("Within the reach of") == std::string::npos);
}

TEST_CASE_METHOD(Letters, "definitions are columns, and an equal part is the definition") {
    const Condition either = law.define("either", "Either", any({a, b}));
    const NormIndex norm = law.rule("r", "R", all({c, negation(either)}), "prohibited");
    const NormIndex same = law.rule("s", "S", all({d, any({a, b})}), "prohibited");
    const CompiledTables tables = lower(law.build());
    CHECK(show(tables, tables.norms[norm].speaks) == "c -[a . | . b]");
    CHECK(tables.tables[tables.norms[same].speaks].columns[1].table == tables.definitions.at(0));
}

TEST_CASE_METHOD(Letters, "a clock term that the law computes is a column on its table") {
    const FactIndex night = law.yes_no("night_work", "Night work");
    law.version.clock_terms[night] = law.overlaps(22 * 60, 6 * 60, night);
    const NormIndex worked = law.rule("r", "R", law.yes(night), "prohibited");
    const NormIndex not_worked = law.rule("s", "S", law.is(night, {0}), "prohibited");
    const NormIndex either = law.rule("t", "T", law.is(night, {0, 1}), "prohibited");
    const NormIndex neither = law.rule("u", "U", law.is(night, {}), "prohibited");
    const NormIndex denied = law.rule("v", "V", negation(law.yes(night)), "prohibited");
    const CompiledTables tables = lower(law.build());
    const auto speaks = [&](NormIndex norm) -> const DecisionTable& {
        return tables.tables[tables.norms[norm].speaks];
    };
    REQUIRE(speaks(worked).columns.size() == 1);
    CHECK(speaks(worked).columns[0].table == tables.clock_terms.at(night));
    CHECK(speaks(worked).rows[0].cells[0] == Cell::yes);
    CHECK(speaks(not_worked).rows[0].cells[0] == Cell::no);
    CHECK(speaks(denied).rows[0].cells[0] == Cell::no);
    CHECK(show(tables, tables.norms[either].speaks) == "always");
    CHECK(speaks(neither).rows.empty());
}

TEST_CASE("a later row of a limit asks that earlier ones that may meet it do not hold") {
    VersionBuilder law;
    const FactIndex age = law.number("age", "Age", "years", 0, 120, true);
    const FactIndex load = law.number("load_kg", "Load", "kg", 0, 500);
    Limit limit;
    limit.name = "xx.max-load";
    limit.fact = load;
    limit.axes = {age};
    limit.rows.push_back({all({law.at_least(age, 14), law.compare(age, Comparison::at_most, 15)}), {}, {"14 to 15"}});
    limit.rows.push_back({all({law.at_least(age, 16), law.compare(age, Comparison::at_most, 17)}), {}, {"16 to 17"}});
    limit.rows.push_back({always(), {}, {"otherwise"}});
    law.version.limits.push_back({limit});
    const CompiledTables tables = lower(law.build());
    const auto& rows = tables.limit_rows.at(0).at(0);
    CHECK(tables.tables[rows[1]].columns.size() == 2);  // the bands cannot meet
    REQUIRE(tables.tables[rows[2]].columns.size() == 2);
    CHECK(tables.tables[rows[2]].rows[0].cells == std::vector<Cell>{Cell::no, Cell::no});
    CHECK(row_count(tables) <= tables.source_size);
}

TEST_CASE_METHOD(Letters, "parents count towards the size of the source") {
    const NormIndex r = law.rule("r", "R", a, "prohibited");
    const NormIndex s = law.rule("s", "S", b, "prohibited");
    const std::size_t before = source_size(*law.build());
    law.exception("e", "E", {r, s}, any({c, d}), "light-work");
    CHECK(source_size(*law.build()) == before + 2 * 3);
    CHECK(list_members(all({a, any({b, c}), negation(all({d}))})) == 6);
}
