// No text brings the compiler down: law files with words exchanged, statements dropped or repeated.
#include "tests/support/inline_law.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace labourlex;
using namespace labourlex::test;

namespace {

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    std::string word;
    for (const char letter : text) {
        if (letter == ' ' || letter == '\n') {
            if (!word.empty()) words.push_back(word);
            words.emplace_back(1, letter);
            word.clear();
        } else {
            word += letter;
        }
    }
    if (!word.empty()) words.push_back(word);
    return words;
}

const std::string sample = R"(
instrument act "Act"
  regulating
  in force from about 2010-01-01 within 20 days until change begins
  reaches age under 18 per "s. 0"
  evidence official
instrument order "Order"
  forbids only
  reaches age under 18
  evidence secondary
define young "Young"
  when age under 14 or not paid
define night "Night" for night_work
  per order "s. 3"
  | when | from | to |
  | age under 16 | 20:00 | 07:00 |
  | otherwise | 22:00 | 06:00 |
question doubt "Doubt"
  asks "Which?"
  alternative one "One" per act "s. 1"
  alternative two "Two" per act "s. 2"
  taken as one
list works "Works"
  per order "annex"
  when age under 18
  then hazardous
section I "Farms"
item 1 "Weeding"
  when tasks include weeding
item 2 "Cotton"
  when tasks only cotton-picking
section II "Trade"
item 3 "Selling"
  when sector in branch A1 and doubt is two
limit most "Most" for load_kg
  per order "s. 5"
  by age, sex
  | | female | male |
  | under 16 | 4 kg | 8 lb |
  | 16 to 17 | unseen above 4 kg | from 8 to under 9 kg |
  | otherwise | none | not allowed |
rule overload "Overload"
  per order "s. 5"
  when load_kg over half of most
  then hazardous
rule late "Late"
  per act "s. 6"
  when working time overlaps 22:00 to 06:00 and young
  then prohibited
exception trained "Trained" to items 1 to 3 of works, late
  per order "s. 3"
  when consent
  then permitted
requirement agreed "Agreed"
  per act "s. 7"
  when young
  needs consent
  formal
unseen rest "Rest" in works
  per order "rest"
  blocking when sector is stated
  when tasks include trade
  could be hazardous
impossible "too long"
  when hours_per_week over days_per_week times hours_per_day
amendment change "Change"
  in force from about 2012-01-01 within 10 days
  per order "s. 9"
rebase works per order "s. 208"
insert item 2a "Weeding by night" in works after 2
  when night_work
replace rule late "Later"
  per order "s. 6"
  when age under 16
  then prohibited
repeal item 3 of works
)";

}  // namespace

TEST_CASE("the sample compiles", "[robust]") {
    const InlineLaw law = compile_inline(sample);
    INFO(law.shown());
    REQUIRE(law.law);
    for (const Date date : law.law->change_dates()) CHECK(law.law->consolidate(date)->date == date);
}

TEST_CASE("exchanged, dropped and repeated words never bring the compiler down", "[robust]") {
    const std::vector<std::string> words = words_of(sample);
    std::mt19937 random(20240611);
    const auto pick = [&](std::size_t count) { return static_cast<std::size_t>(random() % count); };
    std::size_t compiled = 0;
    for (int round = 0; round < 400; ++round) {
        std::vector<std::string> changed = words;
        const std::size_t changes = 1 + pick(4);
        for (std::size_t change = 0; change < changes; ++change) {
            const std::size_t place = pick(changed.size());
            switch (pick(3)) {
                case 0:
                    changed[place] = words[pick(words.size())];
                    break;
                case 1:
                    changed[place].clear();
                    break;
                default: {
                    const std::size_t from = pick(words.size());
                    const std::size_t count = std::min<std::size_t>(pick(60), words.size() - from);
                    changed.insert(changed.begin() + static_cast<std::ptrdiff_t>(place),
                                   words.begin() + static_cast<std::ptrdiff_t>(from),
                                   words.begin() + static_cast<std::ptrdiff_t>(from + count));
                    break;
                }
            }
        }
        std::string text;
        for (const std::string& word : changed) text += word;
        INFO(text);
        const InlineLaw law = compile_inline(text);
        // Either a law, or an error that says why not.
        REQUIRE((law.law != nullptr) == !law.diagnostics.has_errors());
        if (!law.law) continue;
        ++compiled;
        for (const Date date : law.law->change_dates()) REQUIRE(law.law->consolidate(date) != nullptr);
    }
    CHECK(compiled > 10);
}

TEST_CASE("long chains of definitions are refused or followed without deep recursion", "[robust]") {
    std::string text = "instrument act \"Act\"\n  regulating\n  evidence official\ndefine d0 \"D\"\n  when paid\n";
    for (int index = 1; index < 5000; ++index) {
        const std::string before = "d" + std::to_string(index - 1);
        text += "define d" + std::to_string(index) + " \"D\"\n  when " + before + " and not " + before + "\n";
    }
    const InlineLaw law = compile_inline(text);
    CHECK_FALSE(law.law);
    CHECK(law.codes() == std::vector<std::string>{"L0323"});
}
