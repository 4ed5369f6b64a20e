// The text of a verdict: what stands in the first two lines, how wide it is, and that every part of a verdict is told.
#include "engine/render/verdict_text.hpp"
#include "engine/render/page.hpp"
#include "engine/render/verdict_json.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <sstream>

using namespace labourlex;

namespace {

const VerdictCitation decree{"Decree 169", "item IV-3", "https://example.org", "secondary"};

Verdict hazardous() {
    Verdict verdict;
    verdict.id = "field-1";
    verdict.jurisdiction = "tj";
    verdict.jurisdiction_title = "Tajikistan";
    verdict.as_of = "2020-05-01";
    verdict.status = VerdictStatus::decided;
    verdict.cls = "hazardous";
    verdict.cls_title = "Hazardous work";
    verdict.possible = {"hazardous"};
    verdict.possible_titles = {"Hazardous work"};
    verdict.as_far_as_read = true;
    verdict.best_evidence = "secondary";

    VerdictReason reason;
    reason.rule = "tj.hazardous-work.IV-3";
    reason.cls = "hazardous";
    reason.cls_title = "Hazardous work";
    reason.title = "Handling pesticides";
    reason.citation = decree;
    reason.applies = "certain";
    reason.facts = {{"age", "15 years", "15", "under 18 years", "stated"},
                    {"harmful", "no", "false", "no", "assumed"},
                    {"hours_per_shift", "9 hours", "9", "over 8 hours", "derived"},
                    {"load_kg", "unknown", "null", "over 15 kg", "unknown"}};
    VerdictException exception;
    exception.rule = "tj.training";
    exception.title = "Vocational practice";
    exception.cls = "permitted";
    exception.cls_title = "Permitted";
    exception.holds = "no";
    exception.citation = decree;
    exception.failed = {{"education", "general", "\"general\"", "Vocational school", "stated"}};
    VerdictRequirement inner;
    inner.title = "Consent of the parents";
    inner.status = "broken";
    inner.strength = "constitutive";
    inner.citation = decree;
    exception.requirement = inner;
    reason.exceptions = {exception};
    reason.notes = {"Only the title was seen."};
    verdict.reasons = {reason};

    verdict.requirements = {inner};
    verdict.duties = {{"tj.exam", "Yearly examination", decree}};
    verdict.missing = {{"sector", "fact", "In which branch?", true, {"farming", "trade"}}};
    verdict.unseen = {{"tj.annex", "The annex", "worst-form", "noted", decree, {"Not obtained."}, "Worst form"}};
    verdict.judgements = {{"heavy_work", "Is it heavy?", "no", "assumed"}};
    verdict.assumptions = {{"night_work", "no", "false", false}, {"tasks", "loading", "[\"loading\"]", true}};
    verdict.notes = {"A note."};
    return verdict;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

}  // namespace

TEST_CASE("the class and the reason stand in the first two lines") {
    const auto lines = lines_of(verdict_text(hazardous()));
    REQUIRE(lines.size() > 2);
    CHECK(lines[0] == "Hazardous work, as far as the law was read (law of Tajikistan on 2020-05-01).");
    CHECK(lines[1] == "Because: Handling pesticides - Decree 169, item IV-3.");
}

TEST_CASE("every part of a verdict is told") {
    const std::string text = verdict_text(hazardous());
    for (const std::string said :
         {"known only from a secondary source", "1. Hazardous work: Handling pesticides [tj.hazardous-work.IV-3]",
          "age is 15 years; the law says under 18 years.", "harmful is assumed to be no",
          "hours_per_shift comes to 9 hours", "load_kg is not known",
          "An exception does not apply: Vocational practice - Decree 169, item IV-3.", "education is general",
          "What it requires is missing: Consent of the parents.", "Note: Only the title was seen.",
          "Broken: Consent of the parents", "1. In which branch? (sector: farming or trade)",
          "An answer to this alone can decide it.", "heavy_work: no", "night_work is no; tasks names all there is.",
          "The annex - Decree 169, item IV-3. It could make this job worst form", "\nDuties\n- Yearly examination",
          "- A note."}) {
        CAPTURE(said, text);
        CHECK(text.find(said) != std::string::npos);
    }
}

TEST_CASE("the ground that decides is named, and the others stand beside it") {
    Verdict verdict = hazardous();
    CHECK(verdict_text(verdict).find("decides") == std::string::npos);
    VerdictReason milder = verdict.reasons.front();
    milder.cls = "prohibited";
    milder.cls_title = "Prohibited";
    milder.applies = "possible";
    verdict.reasons.push_back(milder);
    milder.applies = "certain";
    milder.cls_title.clear();
    verdict.reasons.push_back(milder);
    const std::string text = verdict_text(verdict);
    CAPTURE(text);
    CHECK(text.find("1. Hazardous work: Handling") != std::string::npos);
    CHECK(text.find("   This ground decides the class.\n") != std::string::npos);
    CHECK(text.find("2. Also prohibited, if what is unknown turns out so: Handling") != std::string::npos);
    CHECK(text.find("3. Also prohibited: Handling") != std::string::npos);
    CHECK(text.find("decides", text.find("decides") + 1) == std::string::npos);
    // While the class is open, a graver ground that is only possible does not stand beside the certain one.
    verdict.status = VerdictStatus::undetermined;
    std::swap(verdict.reasons[0].applies, verdict.reasons[2].applies);
    verdict.reasons[0].applies = "possible";
    const std::string open = verdict_text(verdict);
    CAPTURE(open);
    CHECK(open.find("1. Hazardous work, if what is unknown turns out so") != std::string::npos);
    CHECK(open.find("decides the class") == std::string::npos);
}

TEST_CASE("alternatives are told as alternatives") {
    Verdict verdict = hazardous();
    VerdictReason& reason = verdict.reasons.front();
    reason.exceptions.clear();
    reason.facts = {{"age", "15 years", "15", "under 18 years", "stated", {}},
                    {"tasks", "unknown", "null", "loading", "unknown", {{1, 1}}},
                    {"exposures", "unknown", "null", "dust", "unknown", {{1, 2}}},
                    {"sector", "unknown", "null", "01", "unknown", {{1, 2}, {2, 1}}},
                    {"sector", "unknown", "null", "02", "unknown", {{1, 2}, {2, 2}}},
                    {"sex", "female", "\"female\"", "female", "stated", {}}};
    const std::string text = verdict_text(verdict);
    CAPTURE(text);
    CHECK(text.find("   - age is 15 years; the law says under 18 years.\n"
                    "   - one of these:\n"
                    "     - tasks is not known; the law says loading.\n"
                    "     - together:\n"
                    "       - exposures is not known; the law says dust.\n"
                    "       - one of these:\n"
                    "         - sector is not known; the law says 01.\n"
                    "         - sector is not known; the law says 02.\n"
                    "   - sex is female; the law says female.\n") != std::string::npos);
    const auto json = nlohmann::json::parse(verdicts_json({verdict}));
    const auto& facts = json.at("reasons")[0].at("facts");
    CHECK(facts[0].at("one_of").empty());
    CHECK(facts[4].at("one_of")[1].at("branch") == 2);
}

TEST_CASE("an exemption is called one") {
    Verdict verdict = hazardous();
    VerdictReason& reason = verdict.reasons.front();
    reason.exceptions.front().exemption = true;
    reason.exceptions.front().notes = {"The list of schools was not read."};
    reason.exception_to = "tj.minimum-age";
    reason.exemption = true;
    const std::string text = verdict_text(verdict);
    CAPTURE(text);
    CHECK(text.find("An exemption does not apply: Vocational practice - Decree 169, item IV-3.") != std::string::npos);
    CHECK(text.find("Note: The list of schools was not read.") != std::string::npos);
    CHECK(text.find("It exempts from tj.minimum-age.") != std::string::npos);
    CHECK(text.find("exception") == std::string::npos);
    const auto json = nlohmann::json::parse(verdicts_json({verdict}));
    CHECK(json.at("reasons")[0].at("exemption") == true);
    CHECK(json.at("reasons")[0].at("exceptions")[0].at("exemption") == true);
    CHECK(json.at("reasons")[0].at("exceptions")[0].at("notes").size() == 1);
}

TEST_CASE("what an act reaches is said once an act") {
    Verdict verdict = hazardous();
    verdict.reasons.front().facts.front().of_reach = true;
    verdict.reasons.push_back(verdict.reasons.front());
    verdict.reasons.back().rule = "tj.hazardous-work.IV-4";
    const std::string text = verdict_text(verdict);
    CAPTURE(text);
    const std::string said = "   Decree 169 reaches this job:\n     - age is 15 years; the law says under 18 years.\n";
    CHECK(text.find(said) != std::string::npos);
    CHECK(text.find("age is 15 years") == text.rfind("age is 15 years"));
    CHECK(text.find("hours_per_shift comes") != text.rfind("hours_per_shift comes"));
    // Another act says its own.
    verdict.reasons.back().citation.instrument = "Code";
    CHECK(verdict_text(verdict).find("Code reaches this job:") != std::string::npos);
}

TEST_CASE("a bar that an exception took away is told with it") {
    Verdict verdict = hazardous();
    VerdictException training = verdict.reasons.front().exceptions.front();
    training.cls.clear();
    training.holds = "yes";
    training.failed.clear();
    VerdictLifted bar{"tj.night", "prohibited", "Night work", decree, "certain", {training}, "Prohibited"};
    verdict.reasons.front().lifted = {bar};
    const std::string text = verdict_text(verdict);
    CAPTURE(text);
    CHECK(text.find("   It would be prohibited but for what follows: Night work [tj.night]\n"
                    "     Decree 169, item IV-3 (known from a secondary source).\n"
                    "     An exception takes it away: Vocational practice - Decree 169, item IV-3.\n") !=
          std::string::npos);
    const auto json = nlohmann::json::parse(verdicts_json({verdict}));
    const auto& lifted = json.at("reasons")[0].at("lifted")[0];
    CHECK(lifted.at("rule") == "tj.night");
    CHECK(lifted.at("lifted") == "certain");
    CHECK(lifted.at("exceptions")[0].at("holds") == "yes");
}

TEST_CASE("out of scope names the acts that still forbid") {
    Verdict verdict = hazardous();
    verdict.status = VerdictStatus::out_of_scope;
    verdict.reasons.clear();
    CHECK(lines_of(verdict_text(verdict))[1] ==
          "Because: no act in force on that day that says who may work reaches the person or the work.");
    verdict.forbidding = {"Criminal Code", "Convention 182"};
    const std::string text = verdict_text(verdict);
    CAPTURE(text);
    CHECK(text.find("applies: Criminal Code;\nConvention 182.\n") != std::string::npos);
}

TEST_CASE("an open verdict asks its first question in the second line") {
    Verdict verdict = hazardous();
    verdict.status = VerdictStatus::undetermined;
    verdict.cls.clear();
    verdict.as_far_as_read = false;
    verdict.possible = {"permitted", "prohibited", "hazardous"};
    verdict.possible_titles = {"Permitted", "Prohibited", "Hazardous work"};
    const auto lines = lines_of(verdict_text(verdict));
    CHECK(lines[0] == "Undetermined: Permitted, Prohibited or Hazardous work (law of Tajikistan on 2020-05-01).");
    CHECK(lines[1] == "Because: it depends on the answer to: In which branch?");
    verdict.missing.clear();
    verdict.unseen.front().strength = "blocking";
    CHECK(lines_of(verdict_text(verdict))[1] ==
          "Because: a part of the law that was not read could decide it: The annex.");
}

TEST_CASE("no line is wider than a hundred columns, and no control character gets through") {
    Verdict verdict = hazardous();
    verdict.reasons.front().title = "много слов " + std::string(30, 'a') + " \x1b[31m red " + std::string(300, 'b');
    for (int i = 0; i < 40; ++i) verdict.reasons.front().notes.front() += " долгое сомнение";
    const std::string text = verdict_text(verdict);
    CHECK(text.find('\x1b') == std::string::npos);
    std::size_t lines = 0;
    for (const std::string& line : lines_of(text)) {
        if (line.find("bbb") != std::string::npos) continue;  // one word that long stands alone
        CAPTURE(line);
        CHECK(columns_of(line) <= 100);
        ++lines;
    }
    CHECK(lines > 10);
    CHECK(verdict_text(verdict, true).find("\x1b[1m") != std::string::npos);
}

TEST_CASE("the JSON holds values of their own kind") {
    const auto json = nlohmann::json::parse(verdicts_json({hazardous()}));
    const auto& facts = json.at("reasons")[0].at("facts");
    CHECK(facts[0].at("value") == 15);
    CHECK(facts[1].at("value") == false);
    CHECK(facts[3].at("value").is_null());
    CHECK(json.at("assumptions")[1].at("value") == nlohmann::json::array({"loading"}));
    CHECK(json.at("reasons")[0].at("exceptions")[0].at("requirement").at("status") == "broken");
    CHECK(json.at("reasons")[0].at("exception_to").is_null());
    CHECK(nlohmann::json::parse(verdicts_json({hazardous(), hazardous()})).size() == 2);
}

TEST_CASE("patterns are filled by number, and lists read as in a sentence") {
    CHECK(fill("{1} after {0}, {7}{x}", {"a", "b"}) == "b after a, {x}");
    CHECK(join_or({}, english()).empty());
    CHECK(join_or({"A"}, english()) == "A");
    CHECK(join_or({"A", "B", "C"}, english()) == "A, B or C");
}
