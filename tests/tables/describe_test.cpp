#include "engine/tables/describe.hpp"
#include "tests/tables/small_law.hpp"

#include <catch2/catch.hpp>

using namespace labourlex;
using namespace labourlex::test;

namespace {

struct Words {
    VersionBuilder law;
    std::string said(const Condition& condition, bool negated = false, Wording wording = Wording::titles) {
        const auto version = law.build();
        const Atom& atom = version->atoms.at(condition.atom);
        return subject(*version, atom, wording) + ": " + condition_text(*version, atom, negated, wording);
    }
};

}  // namespace

TEST_CASE_METHOD(Words, "numbers with their units") {
    const FactIndex age = law.number("age", "Age", "years", 0, 120, true);
    const FactIndex hours = law.number("hours_per_day", "Hours a day", "hours", 0, 24);
    const FactIndex week = law.number("hours_per_week", "Hours a week", "hours", 0, 168);
    CHECK(said(law.under(age, 15)) == "Age: under 15 years");
    CHECK(said(law.under(age, 15), true) == "Age: at least 15 years");
    CHECK(said(law.under(age, 15), false, Wording::names) == "age: under 15 years");
    CHECK(said(law.compare(hours, Comparison::over, Rational(5, 2))) == "Hours a day: over 2.5 hours");
    CHECK(said(law.compare(hours, Comparison::at_most, 1)) == "Hours a day: at most 1 hour");

    Atom sum;
    sum.kind = Atom::Kind::number;
    sum.form.terms = {{hours, 1, no_fact}, {week, -1, no_fact}};
    sum.form.constant = -2;
    sum.comparison = Comparison::over;
    CHECK(said(law.atom(sum)) == "Hours a day: over “Hours a week” plus 2 hours");
    sum.form.terms = {{hours, Rational(1, 2), no_fact}, {week, -1, no_fact}};
    sum.form.constant = 0;
    sum.comparison = Comparison::at_least;
    CHECK(said(law.atom(sum)) == "Hours a day: at least 2 times “Hours a week”");
    sum.comparison = Comparison::over;
    sum.form.terms = {{hours, -2, no_fact}};
    sum.form.constant = 6;
    CHECK(said(law.atom(sum)) == "Hours a day: under 3 hours");
    sum.form.terms = {{hours, 1, no_fact}, {shift_length, -1, no_fact}};
    sum.form.constant = 0;
    CHECK(said(law.atom(sum)) == "Hours a day: over “Length of the shift”");
    CHECK(said(law.atom(sum), true) == "Hours a day: not over “Length of the shift”");
}

TEST_CASE_METHOD(Words, "choices, codes and sets") {
    const FactIndex sex = law.choice("sex", "Sex", {{"female", "Female"}, {"male", "Male"}, {"other", "Other"}});
    const FactIndex harmful = law.yes_no("harmful", "Harmful");
    CHECK(said(law.is(sex, {0})) == "Sex: Female");
    CHECK(said(law.is(sex, {0}), true) == "Sex: not Female");
    CHECK(said(law.is(sex, {0, 1})) == "Sex: any of Female, Male");
    CHECK(said(law.is(sex, {0, 1}), true, Wording::names) == "sex: none of female, male");
    CHECK(said(law.yes(harmful)) == "Harmful: yes");
    CHECK(said(law.yes(harmful), true) == "Harmful: no");
    CHECK(said(law.is(harmful, {0})) == "Harmful: no");
    Taxonomy tree("isic", "ISIC", true);
    tree.add("01", "Crops", no_code);
    tree.add("05", "Coal", no_code);
    const FactIndex sector = law.code_fact("sector", "Branch", FactType::code, law.taxonomy(tree));
    CHECK(said(law.codes(Atom::Kind::code, sector, {"01", "05"})) == "Branch: any of 01 Crops, 05 Coal");
    CHECK(said(law.codes(Atom::Kind::code, sector, {"01"}), true, Wording::names) == "sector: not 01");
    Taxonomy task("task", "Tasks", false);
    task.add("weeding", "Weeding", no_code);
    const FactIndex tasks = law.code_fact("tasks", "Tasks", FactType::code_set, law.taxonomy(task));
    CHECK(said(law.codes(Atom::Kind::set_only, tasks, {"weeding"})) == "Tasks: only Weeding");
    CHECK(said(law.codes(Atom::Kind::set_only, tasks, {"weeding"}), true) == "Tasks: not only Weeding");
}

TEST_CASE_METHOD(Words, "limits and windows") {
    const FactIndex load = law.number("load_kg", "Load", "kg", 0, 500);
    Limit limit;
    limit.name = "xx.max-load";
    limit.title = "Greatest load";
    limit.fact = load;
    law.version.limits.push_back({limit});
    CHECK(said(law.limit(load, Comparison::over, 0)) == "Load: over the limit “Greatest load”");
    CHECK(said(law.limit(load, Comparison::over, 0, Rational(1, 2)), false, Wording::names) ==
          "load_kg: over half of max-load");
    // Where the limit is not in force the comparison is false: its denial is not "at most".
    CHECK(said(law.limit(load, Comparison::over, 0), true) == "Load: not over the limit “Greatest load”");
    CHECK(said(law.overlaps(22 * 60, 6 * 60)) == "Working time: within 22:00 to 06:00");
}

TEST_CASE_METHOD(Words, "comparisons of one number are said as one range") {
    const FactIndex age = law.number("age", "Age", "years", 0, 120, true);
    const FactIndex hours = law.number("hours", "Hours", "hours", 0, 24);
    const AtomIndex at_least_14 = law.at_least(age, 14).atom;
    const AtomIndex at_most_15 = law.compare(age, Comparison::at_most, 15).atom;
    const AtomIndex under_16 = law.under(age, 16).atom;
    const AtomIndex under_18 = law.under(age, 18).atom;
    const AtomIndex over_2 = law.compare(hours, Comparison::over, 2).atom;
    const auto version = law.build();
    const auto said = [&](const std::vector<AtomAnswer>& answers) { return conditions_text(*version, answers); };
    CHECK(said({{at_least_14, false}, {at_most_15, false}}) == "14 to 15 years");
    CHECK(said({{at_least_14, false}, {under_16, false}}) == "14 to under 16 years");
    CHECK(said({{under_18, false}, {under_16, false}}) == "under 16 years");
    CHECK(said({{under_18, false}, {under_16, true}}) == "16 to under 18 years");
    CHECK(said({{over_2, false}}) == "over 2 hours");
}

TEST_CASE("cells of limits") {
    LimitCell cell;
    cell.low = Rational(41, 10);
    CHECK(limit_cell_text(cell, "kg") == "4.1 kg");
    cell.kind = LimitCell::Kind::open;
    CHECK(limit_cell_text(cell, "kg") == "not seen, above 4.1 kg");
    cell.high = Rational(5);
    CHECK(limit_cell_text(cell, "kg") == "not seen, from 4.1 to under 5 kg");
    cell = {};
    cell.kind = LimitCell::Kind::none;
    CHECK(limit_cell_text(cell, "kg") == "no limit");
    cell = {};
    cell.not_allowed = true;
    CHECK(limit_cell_text(cell, "kg") == "not allowed");
}
