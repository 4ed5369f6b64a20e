// What a reader meets on a page of tables: headings that say something, lists by their items, nothing said twice.
#include "engine/tables/render.hpp"
#include "tests/support/inline_law.hpp"

#include <catch2/catch.hpp>

using namespace labourlex;
using namespace labourlex::test;

namespace {

std::string page_of(const std::string& text, TableFormat format = TableFormat::text) {
    const InlineLaw law = compile_inline(text);
    INFO(law.shown());
    REQUIRE(law.law);
    return render_tables(lower(law.on("2020-01-01")), format);
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

const std::string code = R"(
instrument code "Code"
  regulating
  reaches age under 18 per "art. 1"
  evidence official

)";

}  // namespace

TEST_CASE("a part of a few words is the heading of its column") {
    const std::string page = page_of(code + R"(
rule pay "Unpaid or without consent"
  per code "art. 2"
  when all of:
    - age under 16
    - any of: paid, consent
  then prohibited
)");
    CHECK(page.find("| Paid or Consent |") != std::string::npos);
    CHECK(page.find("P1") == std::string::npos);
}

TEST_CASE("a longer part has a number and begins to say what it asks") {
    const std::string text = code + R"(
rule work "Work"
  per code "art. 2"
  when all of:
    - age under 16
    - any of:
      - all of: paid, consent
      - all of: sex is male, hours_per_day over 4 hours
  then prohibited
)";
    const std::string page = page_of(text);
    CHECK(page.find("P1: (Paid and Consent) or (Sex: Male") != std::string::npos);
    CHECK(page.find("P1: any of these rows") != std::string::npos);
    const std::string html = page_of(text, TableFormat::html);
    CHECK(count(html, "href=\"#part-P1\"") == 1);
    CHECK(count(html, "id=\"part-P1\"") == 1);
}

TEST_CASE("a permitted list shows its items, and how they work together") {
    const std::string page = page_of(code + R"(
rule minimum-age "Minimum age"
  per code "art. 2"
  when age under 15
  then prohibited

list allowed "Allowed at 14" is exception to minimum-age
  per code "art. 3"
  when age at least 14 and consent
  then light-work

item a "Selling"
  when tasks include selling

item b "Field work in the family"
  when tasks include farm-work and arrangement is family
)");
    INFO(page);
    CHECK(page.find("permitted list: xx.allowed") != std::string::npos);
    CHECK(page.find("each of “Tasks” that the job names, read as the only one, falls under some item") !=
          std::string::npos);
    CHECK(page.find("In every case also: Age: at least 14 years and Consent.") != std::string::npos);
    CHECK(page.find("a    | Selling ") != std::string::npos);
    CHECK(page.find("| Tasks: Farm work and Arrangement: Family") != std::string::npos);
    CHECK(page.find("something") == std::string::npos);
    CHECK(page.find("any of these rows") == std::string::npos);
}

TEST_CASE("exceptions to every item of a list stand once, at its head") {
    const std::string text = code + R"(
list closed "Closed work"
  per code "art. 4"
  then hazardous

item 1 "Weeding"
  when tasks include weeding

item 2 "Cotton"
  when tasks include cotton-picking

exemption own-child "Own child" from list closed
  per code "art. 5"
  when arrangement is family

exception with-consent "With consent" to items 2 of closed
  per code "art. 6"
  when consent
  then does not apply
)";
    for (const TableFormat format : {TableFormat::text, TableFormat::markdown, TableFormat::html}) {
        const std::string page = page_of(text, format);
        INFO(page);
        CHECK(count(page, "To every item of this list:") == 1);
        CHECK(count(page, "Exempt under own-child") == 1);
        CHECK(count(page, "Unless with-consent") == 1);
        CHECK(page.find("Exempts from every item of") != std::string::npos);
        CHECK(page.find("those norms do not apply") != std::string::npos);
    }
}
