// Conditions, limits, clock terms and norms as the version holds them.
#include "tests/support/inline_law.hpp"

#include <catch2/catch.hpp>

using namespace labourlex;
using namespace labourlex::test;

namespace {

const std::string act = R"(
instrument act "Act"
  regulating
  reaches age under 18 per "s. 0"
  evidence official
)";

std::string rule(const std::string& condition, const std::string& name = "sample") {
    return act + "\nrule " + name + " \"Rule\"\n  per act \"s. 1\"\n  when " + condition + "\n  then prohibited\n";
}

/// The condition of the rule `sample`.
struct Built {
    InlineLaw law;
    std::shared_ptr<const Version> version;
    Condition when;

    explicit Built(const std::string& text) : law(compile_inline(text)) {
        INFO(law.shown());
        REQUIRE(law.law);
        version = law.on("2020-01-01");
        const Norm* norm = find_norm(*version, "xx.sample");
        REQUIRE(norm != nullptr);
        when = norm->when;
    }
    [[nodiscard]] const Atom& atom() const {
        REQUIRE(when.kind == Condition::Kind::atom);
        return version->atoms[when.atom];
    }
    [[nodiscard]] const std::string& fact(FactIndex index) const { return version->vocabulary->facts[index].name; }
};

}  // namespace

TEST_CASE("constants are converted exactly to the unit of the fact", "[conditions]") {
    const Built pounds(rule("load_kg over 10 lb"));
    CHECK(pounds.atom().form.constant == Rational(-45359237, 10000000));
    CHECK(pounds.atom().comparison == Comparison::over);
    const Built minutes(rule("hours_per_day at least 90 minutes"));
    CHECK(minutes.atom().form.constant == Rational(-3, 2));
    const Built bare(rule("load_kg over 4.1"));
    CHECK(bare.atom().form.constant == Rational(-41, 10));
}

TEST_CASE("the same test written either way round is one atom", "[conditions]") {
    const Built built(rule("age under 15 or 15 over age"));
    REQUIRE(built.when.children.size() == 2);
    CHECK(built.when.children[0].atom == built.when.children[1].atom);
}

TEST_CASE("two facts of one quantity are compared in one unit", "[conditions]") {
    const Built built(rule("break_minutes over length of shift"));
    REQUIRE(built.atom().form.terms.size() == 2);
    CHECK(built.atom().form.terms[0].factor == Rational(1));
    CHECK(built.atom().form.terms[1].fact == shift_length);
    CHECK(built.atom().form.terms[1].factor == Rational(-60));
    const Built share(rule("hours_per_day over 1/3 of hours_per_week"));
    CHECK(share.atom().form.terms[1].factor == Rational(-1, 3));
}

TEST_CASE("a range includes both ends", "[conditions]") {
    const Built built(rule("age from 14 to 15"));
    REQUIRE(built.when.kind == Condition::Kind::all);
    REQUIRE(built.when.children.size() == 2);
    CHECK(built.version->atoms[built.when.children[0].atom].comparison == Comparison::at_least);
    CHECK(built.version->atoms[built.when.children[1].atom].comparison == Comparison::at_most);
}

TEST_CASE("codes, sets and choices", "[conditions]") {
    const Built code(rule("sector in branch A"));
    CHECK(code.atom().kind == Atom::Kind::code);
    REQUIRE(code.atom().codes.size() == 1);
    const Built only(rule("tasks only weeding, selling"));
    CHECK(only.atom().kind == Atom::Kind::set_only);
    CHECK(only.atom().codes.size() == 2);
    const Built none(rule("tasks include none of weeding, selling"));
    REQUIRE(none.when.kind == Condition::Kind::negation);
    CHECK(none.version->atoms[none.when.children[0].atom].kind == Atom::Kind::set_includes);
    const Built choice(rule("arrangement any of employment, school"));
    CHECK(choice.atom().choices == std::vector<bool>{true, false, true});
    const Built yes(rule("paid"));
    CHECK(yes.atom().choices == std::vector<bool>{false, true});
}

TEST_CASE("products stand in constraints", "[conditions]") {
    const Built built(rule("paid") +
                      "\nimpossible \"too many\"\n  when hours_per_week over days_per_week times hours_per_day\n");
    REQUIRE(built.version->impossible.size() == 1);
    const Atom& atom = built.version->atoms[built.version->impossible[0].when.atom];
    REQUIRE(atom.form.terms.size() == 2);
    CHECK(built.fact(atom.form.terms[1].fact) == "hours_per_day");
    CHECK(built.fact(atom.form.terms[1].whole_fact) == "days_per_week");
}

TEST_CASE("a share of a limit keeps the limit and its factor", "[limits]") {
    const Built built(act + R"(
limit week "Week" for hours_per_week
  per act "s. 2"
  by age, sex
  | | female | male |
  | under 16 | 20 hours | 24 hours |
  | 16 to 17 | 1200 minutes | from 30 to under 36 hours |
  | otherwise | none | not allowed |
rule sample "Rule" per act "s. 2" when hours_per_week over half of week then prohibited
)");
    CHECK(built.atom().kind == Atom::Kind::limit);
    CHECK(built.atom().factor == Rational(1, 2));
    REQUIRE(built.version->limits.size() == 1);
    const Limit& limit = built.version->limits[0].at(0);
    CHECK(limit.name == "xx.week");
    REQUIRE(limit.rows.size() == 6);
    CHECK(limit.rows[0].labels == std::vector<std::string>{"under 16", "female"});
    CHECK(limit.rows[2].cell.low == Rational(20));
    CHECK(limit.rows[3].cell.kind == LimitCell::Kind::open);
    CHECK(limit.rows[3].cell.high == Rational(36));
    CHECK(limit.rows[4].cell.kind == LimitCell::Kind::none);
    CHECK(limit.rows[5].cell.not_allowed);
    CHECK(limit.rows[4].when.kind == Condition::Kind::atom);
}

TEST_CASE("a missing combination is named", "[limits]") {
    const auto missing = [](const std::string& table) {
        const InlineLaw law =
            compile_inline(act + "\nlimit most \"Most\" for load_kg\n  per act \"s. 2\"\n" + table +
                           "\nrule sample \"Rule\" per act \"s. 2\" when load_kg over most then hazardous\n");
        CHECK(law.codes() == std::vector<std::string>{"L0402"});
        return law.diagnostics.all().empty() ? std::string() : law.diagnostics.all()[0].words.at(1);
    };
    CHECK(missing("  by age\n  | under 14 | 4 kg |\n  | 16 to 17 | 4 kg |\n  | over 18 | 5 kg |\n") ==
          "age 14, age 15, age 18");
    CHECK(missing("  by hours_per_day\n  | under 4 | 4 kg |\n  | at least 5 | 4 kg |\n") ==
          "hours_per_day 4, hours_per_day over 4 and under 5");
    CHECK(missing(
              "  by age, sex, paid\n  | | female yes | male yes | male no |\n  | otherwise | 1 kg | 2 kg | 3 kg |\n") ==
          "sex female paid no");
}

TEST_CASE("a clock table gives its term a condition over windows", "[clock]") {
    const Built built(rule("night_work") + R"(
define night "Night" for night_work
  per act "s. 3"
  | when | from | to |
  | age under 16 | 20:00 | 07:00 |
  | paid | none | none |
  | otherwise | 22:00 | 00:00 |
)");
    const auto& facts = built.version->vocabulary->facts;
    const FactIndex night = *built.version->vocabulary->find("night_work");
    REQUIRE(built.version->clock_terms.size() == facts.size());
    REQUIRE(built.version->clock_terms[night]);
    // The act's reach, and one of two rows: the row without times gives no window.
    const Condition& term = *built.version->clock_terms[night];
    REQUIRE(term.kind == Condition::Kind::all);
    REQUIRE(term.children.size() == 2);
    REQUIRE(term.children[1].kind == Condition::Kind::any);
    REQUIRE(term.children[1].children.size() == 2);
    const Condition& last = term.children[1].children[1];
    REQUIRE(last.children.size() == 3);
    const Atom& window = built.version->atoms[last.children[2].atom];
    CHECK(window.kind == Atom::Kind::overlap);
    CHECK(window.window_from == 1320);
    CHECK(window.window_to == 0);
    CHECK(window.term == night);
    // A term that is no matter of the law alone stays an ordinary fact without a table.
    CHECK_FALSE(built.version->clock_terms[*built.version->vocabulary->find("school_hours")]);
    const Built without(rule("night_work"));
    CHECK(without.version->clock_terms[night]->never());
}

TEST_CASE("absence rules are read after what they depend on", "[absence]") {
    const Built built(rule("paid"));
    const auto& order = built.version->absence_order;
    const auto place = [&](const char* name) {
        return std::find(order.begin(), order.end(), *built.version->vocabulary->find(name)) - order.begin();
    };
    CHECK(order.size() == built.version->vocabulary->facts.size());
    CHECK(place("tasks") < place("load_kg"));
    CHECK(built.version->absence_conditions[*built.version->vocabulary->find("load_kg")]);
}

TEST_CASE("items take the list's condition, class, citation and number", "[norms]") {
    const InlineLaw law = compile_inline(act + R"(
list works "Works"
  per act "annex"
  when age under 18
  then hazardous
section I "Farms" when sector in branch A
item I-1 "Weeding"
  evidence secondary at "https://example.org"
  row a-1, a-2
  note "Doubtful"
  when tasks include weeding
item I-2 "Cotton"
  per act "s. 9"
  when tasks include cotton-picking
  then prohibited
)");
    INFO(law.shown());
    REQUIRE(law.law);
    const auto version = law.on("2020-01-01");
    const Norm* first = find_norm(*version, "xx.works.I-1");
    const Norm* second = find_norm(*version, "xx.works.I-2");
    REQUIRE((first && second));
    CHECK(first->citation.provision == "annex, item I-1");
    CHECK(first->citation.evidence == Evidence::secondary);
    CHECK(first->citation.url == "https://example.org");
    CHECK(first->rows == std::vector<std::string>{"a-1", "a-2"});
    CHECK(first->notes == std::vector<std::string>{"Doubtful"});
    CHECK(first->section == "I Farms");
    CHECK(first->list == "xx.works");
    CHECK(first->shared.children.size() == 2);
    CHECK(version->classes[first->cls].name == "hazardous");
    CHECK(version->classes[second->cls].name == "prohibited");
    CHECK(second->citation.provision == "s. 9");
    CHECK(second->citation.evidence == Evidence::official);
    CHECK(law.law->rows() == std::vector<std::string>{"a-1", "a-2"});
}

TEST_CASE("requirements, exceptions that ask for something, unseen parts", "[norms]") {
    const InlineLaw law = compile_inline(rule("age under 15") + R"(
requirement consent-given "Consent" per act "s. 4" when age under 16 needs consent formal
exception pupils "Pupils" to sample per act "s. 5" when paid then light-work requires consent
exception gone "Gone" to consent-given per act "s. 6" when not paid then does not apply
unseen more "More" per act "s. 7" could lift sample to permitted noted when paid
unseen heading "Heading" per act "s. 8" blocking when sector is stated when tasks include trade could be hazardous
)");
    INFO(law.shown());
    REQUIRE(law.law);
    const auto version = law.on("2020-01-01");
    CHECK(find_norm(*version, "xx.consent-given")->strength == Strength::formal);
    CHECK(find_norm(*version, "xx.pupils")->strength == Strength::constitutive);
    CHECK(find_norm(*version, "xx.pupils")->needs);
    CHECK(find_norm(*version, "xx.gone")->does_not_apply);
    CHECK(find_norm(*version, "xx.more")->could_lift);
    CHECK_FALSE(find_norm(*version, "xx.more")->blocking);
    CHECK(find_norm(*version, "xx.more")->parents.size() == 1);
    CHECK(find_norm(*version, "xx.heading")->blocking_when);
    // An unseen exception lifts nothing for certain.
    CHECK(find_norm(*version, "xx.sample")->exceptions.size() == 1);
}

TEST_CASE("questions are facts, with the assumed alternative", "[norms]") {
    const InlineLaw law = compile_inline(rule("doubt is two") + R"(
question doubt "Doubt"
  asks "Which?"
  alternative one "One" per act "s. 1"
  alternative two "Two" per act "s. 2"
  taken as two
)");
    INFO(law.shown());
    REQUIRE(law.law);
    const auto version = law.on("2020-01-01");
    const FactDeclaration& fact = version->vocabulary->facts[*version->vocabulary->find("doubt")];
    CHECK(fact.role == FactRole::question);
    REQUIRE(fact.assumed);
    CHECK(fact.assumed->choice == 1);
    REQUIRE(version->questions.size() == 1);
    CHECK(version->questions[0].alternatives[1].citation.provision == "s. 2");
}

TEST_CASE("several mistakes are all reported, and nothing follows from them", "[messages]") {
    const InlineLaw law = compile_inline(act + R"(
rule first "First" per act "s. 1" when agee under 15 then prohibited
rule second "Second" per act "s. 1" when agee under 14 and load_kg over 3 hours then prohibted
exception third "Third" to first, secnd per act "s. 2" when consent then permitted
)");
    INFO(law.shown());
    CHECK_FALSE(law.law);
    CHECK(law.codes() == std::vector<std::string>{"L0201", "L0226", "L0202", "L0207"});
    const std::string shown = law.shown();
    CHECK(shown.find("write `age`") != std::string::npos);
    CHECK(shown.find("write `second`") != std::string::npos);
}

TEST_CASE("a definition that asks what is stated is used only where that may be asked", "[conditions]") {
    const std::string definition = "\ndefine told \"Told\" when sector is stated\n";
    CHECK(compile_inline(rule("told") + definition).codes() == std::vector<std::string>{"L0231"});
    CHECK(compile_inline(rule("paid") + definition +
                         "unseen part \"Part\" per act \"s. 2\" blocking when told when paid could be hazardous\n")
              .codes()
              .empty());
}
