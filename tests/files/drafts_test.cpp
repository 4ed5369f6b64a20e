// Drafts: files that count as if they stood in the folder of the law, and never touch it.
#include "engine/files/ruleset_folder.hpp"

#include "engine/consolidate/consolidated_text.hpp"
#include "engine/consolidate/version_text.hpp"
#include "engine/render/law_document.hpp"
#include "tests/support/inline_law.hpp"

#include <catch2/catch.hpp>

#include <unistd.h>

using namespace labourlex;
using labourlex::test::mini_pack;
namespace fs = std::filesystem;

namespace {

const char* const law_in_force = R"(jurisdiction xx "Testland"

use mini

instrument code "Labour Code"
  regulating
  in force from 2000-01-01
  evidence official

instrument act-5 "Act No. 5"
  forbids only
  in force from 2010-01-01
  evidence official

rule minimum-age "Minimum age"
  per code "art. 1"
  when age under 15
  then prohibited

exception light "Light work"
  to minimum-age, items 1 to 3 of works
  per code "art. 2"
  when age at least 13
  then light-work

limit max-load "Greatest load" for load_kg
  per code "art. 3"
  by sex
  | female | 5 kg |
  | male   | 8 kg |

rule overload "Overload"
  per code "art. 3"
  when load_kg over max-load
  then hazardous

# Kept with the list.
list works "Hazardous works"
  per code "art. 4"
  when age under 18
  then hazardous

item 1 "Weeding"
  when tasks include weeding

item 2 "Cotton"
  when tasks include cotton-picking

item 3 "Selling"
  when tasks include selling

rule retired "Retired when Act No. 5 came"
  per code "art. 9"
  in force until act-5 begins
  when age under 10
  then hazardous

amendment fifth "Fifth amendment"
  in force from 2010-01-01
  per act-5 "s. 1"

replace rule minimum-age "Minimum age"
  per code "art. 1"
  when age under 16
  then prohibited

insert item 2a "Mining"
  in works after 2
  when sector in branch B

repeal item 3 of works

replace limit max-load "Greatest load" for load_kg
  per code "art. 3"
  by sex
  | female | 4 kg |
  | male   | 7 kg |
)";

const char* const draft_of_2030 = R"(instrument bill "Bill of 2029"
  forbids only
  in force from 2030-01-01
  evidence unverified

amendment bill-changes "Bill of 2029"
  in force from 2030-01-01
  per bill "cl. 1"

replace rule minimum-age "Minimum age"
  per code "art. 1"
  evidence unverified
  when age under 17
  then prohibited
)";

class Rulesets {
public:
    Rulesets() {
        std::string pattern = (fs::temp_directory_path() / "labourlex-drafts-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        path_ = pattern;
        write("rulesets/mini/mini.law", mini_pack);
        write("rulesets/xx/xx.law", law_in_force);
    }
    ~Rulesets() {
        std::error_code error;
        fs::remove_all(path_, error);
    }
    Rulesets(const Rulesets&) = delete;
    Rulesets& operator=(const Rulesets&) = delete;

    fs::path write(const std::string& name, const std::string& text) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << text;
        return path_ / name;
    }
    /// Every file below the folder of rulesets, with what is in it and when it was written.
    [[nodiscard]] std::map<std::string, std::pair<std::string, fs::file_time_type>> state() const {
        std::map<std::string, std::pair<std::string, fs::file_time_type>> found;
        for (const auto& entry : fs::recursive_directory_iterator(rulesets())) {
            if (!entry.is_regular_file()) continue;
            std::ifstream file(entry.path(), std::ios::binary);
            std::stringstream text;
            text << file.rdbuf();
            found[entry.path().string()] = {text.str(), entry.last_write_time()};
        }
        return found;
    }
    [[nodiscard]] fs::path rulesets() const { return path_ / "rulesets"; }

private:
    fs::path path_;
};

struct Bench {
    Rulesets files;
    Sources sources;
    Diagnostics diagnostics;
    RulesetFolder folder{files.rulesets(), sources};

    [[nodiscard]] bool said(Code code) const {
        return std::any_of(diagnostics.all().begin(), diagnostics.all().end(),
                           [&](const Diagnostic& diagnostic) { return diagnostic.code == code; });
    }
    [[nodiscard]] std::string shown() const { return render(diagnostics, sources, DiagnosticFormat::plain); }

    [[nodiscard]] std::string text_on(const LawName& name, const char* day) {
        const LawAndTexts found = folder.named_law(name, {}, diagnostics);
        INFO(shown());
        REQUIRE(found.law != nullptr);
        const auto text = consolidated_text(*found.law, *found.texts, *Date::parse(day), sources, {}, diagnostics);
        INFO(shown());
        REQUIRE(text);
        return *text;
    }
};

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a draft changes the law it is named with, from its day on, and no file") {
    Bench bench;
    const auto before = bench.files.state();
    const fs::path draft = bench.files.write("draft.law", draft_of_2030);
    const auto in_force = bench.folder.law("xx", {}, bench.diagnostics);
    REQUIRE(in_force != nullptr);
    const auto drafted = bench.folder.law_with_drafts("xx", {draft}, {}, bench.diagnostics);
    INFO(bench.shown());
    REQUIRE(drafted != nullptr);

    const Date early = *Date::parse("2029-12-31");
    const Date late = *Date::parse("2030-01-01");
    const auto differs = [&](Date day) { return all_that_is_said(*in_force, day) != all_that_is_said(*drafted, day); };
    CHECK_FALSE(differs(early));
    CHECK(differs(late));
    CHECK(bench.files.state() == before);
    // Asked again, the law without the draft is what it was.
    const auto again = bench.folder.law("xx", {}, bench.diagnostics);
    CHECK(again == in_force);
    RulesetFolder fresh(bench.files.rulesets(), bench.sources);
    const auto untouched = fresh.law("xx", {}, bench.diagnostics);
    REQUIRE(untouched != nullptr);
    CHECK(all_that_is_said(*untouched, late) == all_that_is_said(*in_force, late));
}

TEST_CASE("drafts stand behind the law in force, in the order given") {
    Bench bench;
    const fs::path first = bench.files.write("first.law", draft_of_2030);
    const fs::path second = bench.files.write("second.law", R"(amendment second-changes "Second bill"
  in force from 2031-01-01
  per bill "cl. 2"

repeal minimum-age
)");
    // The second speaks of the first one's bill.
    CHECK(bench.folder.law_with_drafts("xx", {first, second}, {}, bench.diagnostics) != nullptr);
    CHECK(bench.folder.law_with_drafts("xx", {second}, {}, bench.diagnostics) == nullptr);
    CHECK(bench.said(Code::L0206));
}

TEST_CASE("messages about a draft point into it") {
    Bench bench;
    const fs::path draft = bench.files.write("draft.law",
                                             "amendment x \"X\"\n  in force from 2030-01-01\n"
                                             "  per code \"art. 1\"\n\nrepeal minimum-agee\n");
    CHECK(bench.folder.law_with_drafts("xx", {draft}, {}, bench.diagnostics) == nullptr);
    REQUIRE(bench.diagnostics.all().size() == 1);
    const Diagnostic& problem = bench.diagnostics.all().front();
    CHECK(problem.code == Code::L0207);
    CHECK(bench.sources.name(problem.span.source) == draft.string());
    CHECK(bench.sources.place(problem.span.source, problem.span.begin).line == 5);
}

TEST_CASE("a draft that is not there, or part of the law already, is refused") {
    Bench bench;
    CHECK(bench.folder.law_with_drafts("xx", {"nowhere.law"}, {}, bench.diagnostics) == nullptr);
    CHECK(bench.said(Code::L0701));
    CHECK(bench.folder.law_with_drafts("xx", {bench.files.rulesets() / "xx" / "xx.law"}, {}, bench.diagnostics) ==
          nullptr);
    CHECK(bench.said(Code::L0754));
    CHECK(bench.folder.law_with_drafts("yy", {}, {}, bench.diagnostics) == nullptr);
    CHECK(bench.said(Code::L0711));
}

TEST_CASE("a law with drafts counts on the day on which they have all begun, unless a day is named") {
    Bench bench;
    const fs::path draft = bench.files.write("draft.law", draft_of_2030);
    const Date today = *Date::parse("2026-05-05");
    const auto day = [&](const LawName& name, Date now) {
        const LawAndTexts found = bench.folder.named_law(name, {}, bench.diagnostics);
        REQUIRE(found.texts != nullptr);
        return day_of(name, *found.texts, now, bench.sources, {}, bench.diagnostics).text();
    };
    CHECK(day({"xx", {}, {}, false}, today) == "2026-05-05");
    CHECK(day({"xx", {draft}, {}, false}, today) == "2030-01-01");
    CHECK(day({"xx", {draft}, {}, false}, *Date::parse("2031-05-05")) == "2031-05-05");
    CHECK_FALSE(bench.said(Code::L0755));
    CHECK(day({"xx", {draft}, Date::parse("2029-12-31"), false}, today) == "2029-12-31");
    CHECK(bench.said(Code::L0755));
    // Of a day in doubt, the last.
    const fs::path vague = bench.files.write("vague.law", R"(amendment vague "Vague bill"
  in force from about 2030-01-10 within 10 days
  per code "art. 1"

repeal minimum-age
)");
    CHECK(day({"xx", {vague}, {}, false}, today) == "2030-01-20");
}

TEST_CASE("a draft that waits for its commencement is said to change nothing") {
    Bench bench;
    const fs::path draft = bench.files.write("draft.law", R"(amendment bill "Bill"
  in force when commenced
  per code "art. 1"

repeal minimum-age
)");
    const LawName name{"xx", {draft}, {}, false};
    const LawAndTexts found = bench.folder.named_law(name, {}, bench.diagnostics);
    REQUIRE(found.texts != nullptr);
    const Date today = *Date::parse("2026-05-05");
    CHECK(day_of(name, *found.texts, today, bench.sources, {}, bench.diagnostics) == today);
    CHECK(bench.said(Code::L0755));
}

TEST_CASE("a folder is named by its path, for a second encoding of one law") {
    Bench bench;
    const LawName name{(bench.files.rulesets() / "xx").string(), {}, {}, true};
    const LawAndTexts found = bench.folder.named_law(name, {}, bench.diagnostics);
    REQUIRE(found.law != nullptr);
    CHECK(found.law->jurisdiction() == "xx");
    CHECK(bench.folder.named_law({"no/such", {}, {}, true}, {}, bench.diagnostics).law == nullptr);
}

TEST_CASE("a consolidated text carries out every kind of change, and says who changed what") {
    Bench bench;
    const std::string before = bench.text_on({"xx", {}, {}, false}, "2009-12-31");
    CHECK(holds(before, "when age under 15"));
    CHECK(holds(before, "item 3 "));
    CHECK_FALSE(holds(before, "item 2a"));
    CHECK_FALSE(holds(before, "Act No. 5,"));
    // The act to come is not there, so the day on which it begins stands in its place.
    CHECK(holds(before, "in force to 2009-12-31"));
    CHECK_FALSE(holds(before, "instrument act-5"));

    const std::string after = bench.text_on({"xx", {}, {}, false}, "2010-01-01");
    for (const char* word : {"\namendment", "\ninsert", "\nreplace", "\nrepeal", "\nrebase", "until", "retired"}) {
        INFO(word);
        CHECK_FALSE(holds(after, word));
    }
    CHECK(holds(after, "# Kept with the list.\nlist works"));
    CHECK(holds(after, "# replaced from 2010-01-01 by Fifth amendment (Act No. 5, s. 1)\nrule minimum-age"));
    CHECK(holds(after,
                "rule minimum-age \"Minimum age\"\n  per code \"art. 1\"\n  in force from 2010-01-01\n"
                "  when age under 16\n"));
    CHECK(holds(after, "# inserted from 2010-01-01 by Fifth amendment (Act No. 5, s. 1)\nitem 2a \"Mining\""));
    CHECK(after.find("item 2a") > after.find("item 2 "));
    CHECK(holds(after, "# item 3 \"Selling\": repealed from 2010-01-01 by Fifth amendment (Act No. 5, s. 1)\n"));
    CHECK_FALSE(holds(after, "\nitem 3"));
    // What named the repealed item by its place in the list names what is left.
    CHECK(holds(after, "to minimum-age, items 1 to 2a of works"));
    CHECK(holds(after, "limit max-load \"Greatest load\" for load_kg"));
    CHECK(holds(after, "4 kg"));
    CHECK_FALSE(holds(after, "5 kg"));
}

TEST_CASE("the consolidated text of a draft names it and what it does") {
    Bench bench;
    const fs::path draft = bench.files.write("draft.law", draft_of_2030);
    const std::string text = bench.text_on({"xx", {draft}, {}, false}, "2030-01-01");
    CHECK(text.starts_with("# Testland: the law as in force on 2030-01-01.\n# With the drafts draft.law, "));
    CHECK(holds(text, "when age under 17"));
    // The history of a place, oldest first.
    CHECK(holds(text,
                "# replaced from 2010-01-01 by Fifth amendment (Act No. 5, s. 1)\n"
                "# replaced from 2030-01-01 by Bill of 2029, cl. 1\nrule minimum-age"));
}

TEST_CASE("a law with every kind of change can be written without them on every day that is not in doubt") {
    Bench bench;
    const auto text_of = [](const std::string& name) {
        std::ifstream file(fs::path(LABOURLEX_SOURCE_DIR) / "tests/golden/consolidated" / name, std::ios::binary);
        std::stringstream text;
        text << file.rdbuf();
        return text.str();
    };
    bench.files.write("rulesets/xx/xx.law", text_of("every-change.law"));
    bench.files.write("rulesets/oo/oo.law", text_of("outer-law.law"));
    RulesetFolder folder(bench.files.rulesets(), bench.sources);
    const LawAndTexts found = folder.named_law({"xx", {}, {}, false}, {}, bench.diagnostics);
    INFO(bench.shown());
    REQUIRE(found.law != nullptr);
    std::set<Date> days;
    for (const Date day : found.law->change_dates()) days.insert({day.plus(-1), day});
    CHECK(days.size() > 20);
    std::size_t refused = 0;
    for (const Date day : days) {
        Diagnostics problems;
        const auto text = consolidated_text(*found.law, *found.texts, day, bench.sources, {}, problems);
        INFO(day.text() << render(problems, bench.sources, DiagnosticFormat::plain));
        const bool in_doubt = day >= *Date::parse("2014-12-27") && day < *Date::parse("2015-01-06");
        // The amendment in doubt adds to the end of a section whose items are all repealed, which no text can show.
        CHECK((text || in_doubt));
        if (!text) ++refused;
        CHECK(problems.all().size() == (text ? 0 : 1));
        // The outer law's norms are the law's own.
        if (text && day >= *Date::parse("1990-01-01")) CHECK(holds(*text, "rule outer-age"));
        if (text) CHECK_FALSE(holds(*text, " within oo"));
    }
    CHECK(refused >= 1);
}

TEST_CASE("an amendment whose day is in doubt stands as it was written on the days of the doubt") {
    Bench bench;
    const fs::path draft = bench.files.write("draft.law", R"(amendment vague "Vague bill"
  in force from about 2030-01-10 within 5 days
  per code "art. 1"

replace rule minimum-age "Minimum age"
  per code "art. 1"
  when age under 19
  then prohibited
)");
    const LawName name{"xx", {draft}, {}, false};
    const std::string doubt = bench.text_on(name, "2030-01-10");
    CHECK(holds(doubt, "\namendment vague \"Vague bill\"\n  in force from about 2030-01-10 within 5 days\n"));
    CHECK(holds(doubt, "when age under 16"));
    CHECK(holds(doubt, "when age under 19"));
    CHECK_FALSE(holds(bench.text_on(name, "2030-01-04"), "when age under 19"));
    const std::string sure = bench.text_on(name, "2030-01-15");
    CHECK_FALSE(holds(sure, "\namendment"));
    CHECK_FALSE(holds(sure, "when age under 16"));
}

TEST_CASE("what an amendment does to a pack cannot be told by a text of the law alone") {
    Bench bench;
    const fs::path draft = bench.files.write("draft.law", R"(applies treaty from 2001-01-01
  per code "art. 99"

amendment bold "Bold bill"
  in force from 2030-01-01
  per code "art. 1"

repeal slavery
)");
    const LawAndTexts found = bench.folder.named_law({"xx", {draft}, {}, false}, {}, bench.diagnostics);
    INFO(bench.shown());
    REQUIRE(found.law != nullptr);
    CHECK_FALSE(
        consolidated_text(*found.law, *found.texts, *Date::parse("2030-01-01"), bench.sources, {}, bench.diagnostics));
    CHECK(bench.said(Code::L0757));
    CHECK(
        consolidated_text(*found.law, *found.texts, *Date::parse("2029-12-31"), bench.sources, {}, bench.diagnostics));
}

TEST_CASE("what two versions say is compared in full") {
    Bench bench;
    const auto law = bench.folder.law("xx", {}, bench.diagnostics);
    REQUIRE(law != nullptr);
    const Date day = *Date::parse("2012-01-01");
    const auto said = all_that_is_said(*law, day);
    CHECK(first_difference(said, said).empty());
    CHECK_FALSE(first_difference(said, all_that_is_said(*law, *Date::parse("2009-01-01"))).empty());
    // One word of the text each, and the comparison sees it.
    const std::string text = bench.text_on({"xx", {}, {}, false}, "2012-01-01");
    const std::pair<std::string, std::string> slips[] = {
        {"age under 16", "age under 15"},
        {"\"art. 2\"", "\"art. 3\""},
        {"age at least 13", "age over 13"},
        {"4 kg", "3 kg"},
        {"then light-work", "then permitted"},
        {"evidence official", "evidence translation"},
        {"to minimum-age, items 1 to 2a of works", "to minimum-age, items 1 to 2 of works"},
        {"tasks include cotton-picking", "tasks include weeding"},
        {"sector in branch B", "sector in branch A1"}};
    for (const auto& [from, to] : slips) {
        INFO(from << " -> " << to);
        std::string changed = text;
        const std::size_t at = changed.find(from);
        REQUIRE(at != std::string::npos);
        changed.replace(at, from.size(), to);
        bench.files.write("rulesets/xx/xx.law", changed);
        RulesetFolder folder(bench.files.rulesets(), bench.sources);
        Diagnostics problems;
        const auto other = folder.law("xx", {}, problems);
        INFO(render(problems, bench.sources, DiagnosticFormat::plain));
        REQUIRE(other != nullptr);
        CHECK_FALSE(first_difference(said, all_that_is_said(*other, day)).empty());
    }
}

TEST_CASE("the law as a document tells its norms, their conditions and who changed them") {
    Bench bench;
    const auto law = bench.folder.law("xx", {}, bench.diagnostics);
    REQUIRE(law != nullptr);
    const Document document = law_document(*law, *Date::parse("2012-01-01"), {});
    const std::string markdown = document.as_markdown();
    CHECK(markdown.starts_with("# Testland: the law in force on 2012-01-01\n"));
    for (const char* part :
         {"\n## Labour Code\n",
          "\n### art. 1: Minimum age\n\n> Amended: replaced from 2010-01-01 by Fifth amendment "
          "(Act No. 5, s. 1).\n\nProhibited, where:\n\n- Age: under 16 years\n",
          "Exception to Minimum age (xx.minimum-age)", "| female | 4 kg |", "repealed from 2010-01-01"}) {
        INFO(part << "\n----\n" << markdown);
        CHECK(holds(markdown, part));
    }
    const std::string html = document.as_html();
    CHECK(html.starts_with("<!DOCTYPE html>"));
    CHECK(holds(html, "<h3>art. 1: Minimum age</h3>\n<p class=\"remark\">Amended: replaced from 2010-01-01"));
    for (const char* outside : {"<script", "<link", "src=", "@import"}) CHECK_FALSE(holds(html, outside));
    CHECK(holds(document.as_text(false), "Age: under 16 years"));
}
