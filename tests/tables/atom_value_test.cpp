// Atoms in one completion: the edges of each kind.
#include "engine/tables/row_by_row.hpp"
#include "tests/support/version_builder.hpp"

#include <catch2/catch.hpp>

using namespace labourlex;
using namespace labourlex::test;

namespace {

/// Whether a rule with this condition speaks to the job.
bool speaks(VersionBuilder law, const Condition& when, const std::function<void(Situation&, Completion&)>& set) {
    const NormIndex norm = law.rule("r", "R", when, "prohibited");
    const auto version = law.build();
    Situation situation = blank_situation(version);
    Completion completion = blank_completion(*version);
    set(situation, completion);
    const std::vector<reference::RequirementStatus> statuses(version->norms.size());
    return read_rows(lower(version), situation, completion, statuses).speaks.at(norm);
}

}  // namespace

TEST_CASE("codes: at or below one that is named") {
    VersionBuilder law;
    Taxonomy tree("isic", "ISIC", true);
    const CodeIndex section = *tree.add("A", "Agriculture", no_code);
    const CodeIndex division = *tree.add("01", "Crops", section);
    const CodeIndex leaf = *tree.add("0116", "Fibre crops", division);
    const CodeIndex other = *tree.add("B", "Mining", no_code);
    const FactIndex sector = law.code_fact("sector", "Sector", FactType::code, law.taxonomy(tree));
    const Condition crops = law.codes(Atom::Kind::code, sector, {"01"});
    const auto with = [&](CodeIndex code) {
        return speaks(law, crops, [&](Situation&, Completion& job) { job.facts[sector].code = code; });
    };
    CHECK(with(division));
    CHECK(with(leaf));
    CHECK_FALSE(with(section));
    CHECK_FALSE(with(other));
    CHECK_FALSE(with(no_code));
}

TEST_CASE("sets: include one, only these") {
    VersionBuilder law;
    Taxonomy tree("task", "Tasks", false);
    const CodeIndex field = *tree.add("field-work", "Field work", no_code);
    const CodeIndex cotton = *tree.add("cotton-picking", "Cotton picking", field);
    const CodeIndex selling = *tree.add("selling", "Selling", no_code);
    const FactIndex tasks = law.code_fact("tasks", "Tasks", FactType::code_set, law.taxonomy(tree));
    const auto with = [&](const Condition& when, std::vector<CodeIndex> set) {
        return speaks(law, when, [&](Situation&, Completion& job) { job.facts[tasks].set = set; });
    };
    const Condition includes = law.codes(Atom::Kind::set_includes, tasks, {"cotton-picking"});
    CHECK(with(includes, {selling, cotton}));
    CHECK_FALSE(with(includes, {field}));  // the unnamed "other" of field work
    CHECK_FALSE(with(includes, {}));
    const Condition only = law.codes(Atom::Kind::set_only, tasks, {"field-work"});
    CHECK(with(only, {field, cotton}));
    CHECK_FALSE(with(only, {cotton, selling}));
    CHECK_FALSE(with(only, {}));
}

TEST_CASE("numbers are exact, and sums of hours may use the length of the shift") {
    VersionBuilder law;
    const FactIndex load = law.number("load_kg", "Load", "kg", 0, 500);
    const FactIndex hours = law.number("hours_per_day", "Hours a day", "hours", 0, 24);
    const Condition over = law.compare(load, Comparison::over, Rational(41, 10));
    const auto with = [&](Rational value) {
        return speaks(law, over, [&](Situation&, Completion& job) { job.facts[load].number = value; });
    };
    CHECK_FALSE(with(Rational(41, 10)));
    CHECK(with(Rational(4100000001, 1000000000)));

    Atom longer;
    longer.kind = Atom::Kind::number;
    longer.form.terms = {{hours, 1, no_fact}, {shift_length, -1, no_fact}};
    longer.comparison = Comparison::over;
    const Condition longer_than_shift = law.atom(longer);
    const auto with_shift = [&](ShiftSituation::Kind kind, int start, int end) {
        return speaks(law, longer_than_shift, [&](Situation& situation, Completion& job) {
            situation.shift.kind = kind;
            situation.shift.start = job.start = start;
            situation.shift.end = job.end = end;
            job.facts[hours].number = Rational(17, 2);
        });
    };
    CHECK(with_shift(ShiftSituation::Kind::known, 540, 1020));        // 8 hours
    CHECK_FALSE(with_shift(ShiftSituation::Kind::free, 1320, 420));   // 9 hours, over midnight
    CHECK_FALSE(with_shift(ShiftSituation::Kind::known, 540, 540));   // a whole day
    CHECK_FALSE(with_shift(ShiftSituation::Kind::fixed, 540, 1020));  // times not known
}

TEST_CASE("a shift that touches a window does not work in it") {
    VersionBuilder law;
    const Condition night = law.overlaps(22 * 60, 6 * 60);
    const auto with = [&](int start, int end) {
        return speaks(law, night, [&](Situation& situation, Completion& job) {
            situation.shift.kind = ShiftSituation::Kind::free;
            job.start = start;
            job.end = end;
        });
    };
    CHECK_FALSE(with(6 * 60, 22 * 60));
    CHECK(with(6 * 60, 22 * 60 + 1));
    CHECK(with(5 * 60 + 59, 22 * 60));
    CHECK(with(23 * 60, 1 * 60));
    CHECK(with(1 * 60, 2 * 60));
    CHECK(with(12 * 60, 12 * 60));
    CHECK(with(21 * 60, 7 * 60));
}

TEST_CASE("without times an overlap is what the situation says") {
    VersionBuilder law;
    const Condition night = law.overlaps(22 * 60, 6 * 60);
    const auto with = [&](bool value) {
        return speaks(law, night, [&](Situation& situation, Completion&) { situation.shift.overlaps[0] = value; });
    };
    CHECK(with(true));
    CHECK_FALSE(with(false));
}

TEST_CASE("limits: numbers, none, not allowed, cells not seen") {
    VersionBuilder law;
    const FactIndex age = law.number("age", "Age", "years", 0, 120, true);
    const FactIndex load = law.number("load_kg", "Load", "kg", 0, 500);
    Limit limit;
    limit.name = "xx.max-load";
    limit.fact = load;
    limit.axes = {age};
    LimitCell not_allowed;
    not_allowed.not_allowed = true;
    LimitCell open;
    open.kind = LimitCell::Kind::open;
    open.low = 4;
    LimitCell ten;
    ten.low = 10;
    LimitCell none;
    none.kind = LimitCell::Kind::none;
    limit.rows = {{law.under(age, 14), not_allowed, {"under 14"}},
                  {all({law.at_least(age, 14), law.under(age, 16)}), open, {"14 to 15"}},
                  {all({law.at_least(age, 16), law.under(age, 18)}), ten, {"16 to 17"}},
                  {always(), none, {"otherwise"}}};
    limit.in_force = law.yes(law.yes_no("in_force", "In force"));
    law.version.limits.push_back({limit});
    const auto with = [&](Comparison comparison, Rational factor, int years, Rational kilograms, bool in_force = true) {
        return speaks(law, law.limit(load, comparison, 0, factor), [&](Situation&, Completion& job) {
            job.facts[age].number = years;
            job.facts[load].number = kilograms;
            job.facts[2].choice = in_force ? 1 : 0;
            job.open_cells[0][0][1] = 5;
        });
    };
    CHECK_FALSE(with(Comparison::over, 1, 13, 0));
    CHECK(with(Comparison::over, 1, 13, Rational(1, 100)));
    CHECK_FALSE(with(Comparison::over, 1, 15, 5));
    CHECK(with(Comparison::over, 1, 15, 6));
    CHECK(with(Comparison::over, Rational(1, 2), 17, 6));
    CHECK_FALSE(with(Comparison::over, 1, 17, 6));
    CHECK_FALSE(with(Comparison::over, 1, 30, 500));
    CHECK(with(Comparison::at_most, 1, 30, 500));
    CHECK_FALSE(with(Comparison::over, 1, 17, 60, false));
    CHECK_FALSE(with(Comparison::under, 1, 17, 1, false));
}
