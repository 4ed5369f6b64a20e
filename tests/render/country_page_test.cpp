// The page of a jurisdiction, made for a small law that has one of everything the page tells, against a file that a
// person has read.
//
// To accept a changed page, run with LABOURLEX_UPDATE_GOLDEN=1 and read the difference before committing it.
#include "engine/render/country_page.hpp"
#include "engine/render/country_count.hpp"
#include "engine/render/markdown.hpp"
#include "tests/support/inline_law.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>

using namespace labourlex;
using namespace labourlex::test;

namespace {

const char* const law_text = R"(
applies treaty from 2001-01-01 per code "art. 1"

instrument code "Labour Code"
  regulating
  number "7"
  in force from about 2010-05-11 within 10 days
  reaches arrangement is employment and bound per "art. 1"
  evidence official
  note "Read in one copy."

instrument decree "Decree | harmful work"
  forbids only
  in force from 2012-01-01 to 2020-12-31
  evidence secondary

instrument later-act "Act that waits"
  forbids only
  in force when commenced
  evidence official

instrument old-code "Code before 2010"
  regulating
  in force until code begins
  evidence unverified

unseen law "Code before 2010"
  per old-code "whole"
  note "Nothing of it was obtained."
  in force until code begins
  reaches age under 18

parameter declared_age "Declared age"
  whole number of years from 14 to 18
  asks "Which age was declared?"

parameter declared_age is 16
  per code "art. 2"

parameter bound "Bound by the treaty"
  yes or no
  asks "Is the State bound?"
  taken as yes

season summer "Summer" from 1 june to first monday of september
  per code "art. 7"

question holidays "Work in the holidays"
  asks "Does the bar of the code hold in the holidays?"
  alternative stays "It holds" per code "art. 3"
  alternative lapses "It lapses" per code "art. 4"
  note "The article is not clear."

question own_firm "Work for oneself"
  asks "Does the code reach work for oneself?"
  alternative outside "Outside" per code "art. 1"
  alternative inside "Inside" per code "art. 1"
  taken as outside

limit greatest-load "Greatest load" for load_kg
  per code "art. 8"
  evidence unverified
  note "Remembered."
  by age
  | under 16  | 5 kg |
  | otherwise | 10 kg |

rule minimum-age "Minimum age"
  per code "art. 2"
  row xx-1
  note "Pupils are not named."
  when all of:
    - age under declared_age
    - any of:
        - not summer
        - holidays is stays
  then prohibited

rule too-heavy "Load over the limit"
  per code "art. 8"
  when load_kg over greatest-load
  then hazardous

rule waiting "What waits"
  per later-act "s. 1"
  when age under 12
  then hazardous

exception trade-help "Helping in trade"
  to minimum-age
  per code "art. 3"
  evidence translation
  note "Pupils are not named."
  when tasks include trade and own_firm is outside
  then light-work

requirement parents "Consent of the parents"
  per code "art. 6"
  when age under 16
  needs consent
  constitutive

unseen rest "What the code says of rest"
  per code "art. 9"
  evidence unverified
  noted
  when age under 18
  could be prohibited

unseen lifted "Leave of the inspector"
  per code "art. 5"
  noted
  when age at least 14
  could lift minimum-age to permitted

list harmful "Harmful work"
  per decree "list"
  when age under 18
  then hazardous

item 1 "Weeding"
  when tasks include weeding

item 2 "Picking cotton"
  evidence official
  when tasks include cotton-picking

unseen item-3 "Items that were cut off"
  in harmful
  per decree "items 3 to 9"
  blocking
  when tasks include trade
  could be hazardous
)";

CountryRecords small_records(const CompiledLaw& law) {
    CountryRecords records;
    records.name = "xx";
    records.has_rows = true;
    records.rows_encoded = 1;
    records.rows_left_out = {{"xx-2", "Penalty; changes no class"}};
    records.cases = {{"blind", 3}, {"judged", 20}, {"more", 1}, {"thresholds", 7}};
    Ratification ratification;
    ratification.country = "xx";
    ratification.convention = "treaty";
    ratification.date = *Date::parse("2000-06-01");
    ratification.parameters = {{"declared_age", "16"}};
    ratification.evidence = Evidence::secondary;
    ratification.notes = {"The day is from memory."};
    records.conventions = {{"Treaty", ratification}};
    records.check_first = "- Whether article 3 holds in the holidays.";
    REQUIRE(law.instruments().size() == 5);
    return records;
}

void check_golden(const std::string& name, const std::string& text) {
    const auto path = std::filesystem::path(LABOURLEX_SOURCE_DIR) / "tests/golden/render" / name;
    if (std::getenv("LABOURLEX_UPDATE_GOLDEN") != nullptr) {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
        return;
    }
    std::ifstream file(path, std::ios::binary);
    std::ostringstream expected;
    expected << file.rdbuf();
    INFO(path);
    CHECK(text == expected.str());
}

}  // namespace

TEST_CASE("the page of a small law tells everything there is to tell") {
    const InlineLaw law = compile_inline(law_text);
    INFO(law.shown());
    REQUIRE(law.law != nullptr);
    const CountryRecords records = small_records(*law.law);
    check_golden("small-page.md", country_page(*law.law, *Date::parse("2015-01-15"), records));
}

TEST_CASE("texts are counted ever and on a day") {
    const InlineLaw law = compile_inline(law_text);
    REQUIRE(law.law != nullptr);
    const EvidenceCount ever = count_ever(*law.law);
    CHECK(ever.of_kind(CountedKind::rule) == 4);  // one of the treaty, one that waits
    CHECK(ever.of_kind(CountedKind::item) == 2);
    CHECK(ever.of_kind(CountedKind::exception) == 1);
    CHECK(ever.of_kind(CountedKind::limit) == 1);
    CHECK(ever.of_kind(CountedKind::requirement) == 1);
    CHECK(ever.of_kind(CountedKind::duty) == 0);
    CHECK(ever.of_evidence(Evidence::translation) == 1);
    CHECK(ever.of_evidence(Evidence::unverified) == 1);
    CHECK(ever.all() == 9);
    CHECK(ever.unseen == 4);

    const EvidenceCount later = count_in_force(*law.on("2021-01-01"));  // the decree has ended, one act still waits
    CHECK(later.of_kind(CountedKind::item) == 0);
    CHECK(later.of_kind(CountedKind::rule) == 3);
    CHECK(later.unseen == 2);
    const EvidenceCount before = count_in_force(*law.on("1999-01-01"));
    CHECK(before.all() == 0);
    CHECK(before.unseen == 1);
    CHECK(instruments_in_force(*law.on("1999-01-01")) == 1);

    const auto shares = list_shares(*law.law, *law.on("2015-01-15"));
    REQUIRE(shares.size() == 1);
    CHECK(shares.front().items_on == 2);
    CHECK(shares.front().unseen_on == 1);
    CHECK(list_shares(*law.law, *law.on("2021-01-01")).front().items_on == 0);
}

TEST_CASE("sections without anything to tell are left out") {
    const InlineLaw law = compile_inline("instrument act \"Act\"\n  regulating\n  evidence official\n");
    INFO(law.shown());
    REQUIRE(law.law != nullptr);
    CountryRecords records;
    records.name = "xx";
    const std::string page = country_page(*law.law, *Date::parse("2015-01-15"), records);
    for (const std::string_view title :
         {english().page_unseen, english().page_questions, english().page_edges, english().page_parameters,
          english().page_seasons, english().page_notes, english().page_conventions, english().page_ratifications,
          english().page_rows, english().page_cases, english().page_check_first, english().page_lists}) {
        CAPTURE(title);
        CHECK(page.find(std::string("## ") + std::string(title)) == std::string::npos);
    }
    CHECK(page.find(std::string("## ") + std::string(english().page_evidence)) != std::string::npos);
}

TEST_CASE("a law that records ratifications names the countries by convention") {
    const InlineLaw law = compile_inline(
        "ratification kg of treaty on 1992-03-31\n  evidence secondary\n"
        "ratification \"in\" of treaty on 2017-06-13\n");
    INFO(law.shown());
    REQUIRE(law.law != nullptr);
    const std::string page = country_page(*law.law, *Date::parse("2020-01-01"), {});
    CHECK(page.find("| Treaty | `kg`, `in` | 2 |") != std::string::npos);
}

TEST_CASE("Markdown shows signs of its own as they stand") {
    CHECK(markdown_plain("a|b *c* <d> [e] #f\ng") == "a\\|b \\*c\\* \\<d\\> \\[e\\] \\#f g");
    MarkdownText page;
    page.bullet("one");
    page.bullet("under it", 1);
    page.table({"A", "B"}, {{"x", ""}}, 1);
    CHECK(page.text() == "- one\n  - under it\n\n| A | B |\n|---|---:|\n| x | |\n");
}
