#include "tests/facts/job_fixture.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace labourlex;
using labourlex::testing::read_job;
using labourlex::testing::small_vocabulary;

namespace {

/// The codes reported for one line of YAML.
std::string yaml(const std::string& line) {
    return read_job(line + "\n", JobTextFormat::yaml).codes();
}
std::string json(const std::string& entry) {
    return read_job("{" + entry + "}", JobTextFormat::json).codes();
}

std::string written(const std::string& fact, const std::string& value) {
    return read_job(fact + ": " + value + "\n").known(fact).written;
}

bool exact(const std::string& fact, const std::string& value) {
    const auto read = read_job(fact + ": " + value + "\n");
    const auto index = small_vocabulary().find(fact).value();
    return read.known(fact).exact(small_vocabulary().facts[index], small_vocabulary());
}

CodeIndex code(TaxonomyIndex taxonomy, const char* name) {
    return small_vocabulary().taxonomies[taxonomy].find(name).value();
}

}  // namespace

TEST_CASE("the job of the contract is read") {
    const auto read = read_job(
        "id: stall-07\ntext: 15-year-old boy sells bread from a stall after school\ncountry: tj\ndate: 2020-05-01\n"
        "age: 15\nsex: male\noccupation: \"5211\"\nhours_per_day: 3\ntasks: [street-vending]\n");
    INFO(read.report());
    REQUIRE(read.job);
    CHECK(read.job->id == "stall-07");
    CHECK(read.job->text == "15-year-old boy sells bread from a stall after school");
    CHECK(read.job->country == "tj");
    CHECK(read.job->date == Date::parse("2020-05-01"));
    CHECK(read.job->stated.size() == 5);
    CHECK(read.known("age").numbers == std::vector<NumberInterval>{{15, 15}});
    CHECK(read.known("sex").choices == std::vector<bool>{false, true});
    CHECK(read.known("occupation").codes == std::vector<CodeIndex>{code(1, "5211")});
    CHECK(read.known("tasks").set.listed);
    CHECK(read.known("tasks").set.has == std::vector<CodeIndex>{code(2, "street-vending")});
    CHECK(read.sources.slice(read.known("age").span) == "15");
}

TEST_CASE("YAML and JSON say the same") {
    const auto from_yaml = read_job(
        "age: {from: 14, to: 15}\nload_kg: 4.1\npaid: yes\ntasks: {has: [selling], not: [load-carrying]}\n"
        "start_time: 08:30\nsector: '0116'\nsex: null\n");
    const auto from_json = read_job(
        R"({"age": {"from": 14, "to": 15}, "load_kg": 4.1, "paid": true, "tasks": {"has": ["selling"], "not": ["load-carrying"]},
            "start_time": "08:30", "sector": "0116", "sex": null})");
    REQUIRE(from_yaml.job);
    REQUIRE(from_json.job);
    REQUIRE(from_yaml.job->stated.size() == from_json.job->stated.size());
    for (std::size_t i = 0; i < from_yaml.job->stated.size(); ++i) {
        const Knowledge& a = from_yaml.job->stated[i];
        const Knowledge& b = from_json.job->stated[i];
        CHECK(a.fact == b.fact);
        CHECK(a.written == b.written);
        CHECK(a.stated_unknown == b.stated_unknown);
        CHECK(a.numbers == b.numbers);
        CHECK(a.choices == b.choices);
        CHECK(a.codes == b.codes);
        CHECK(a.minutes == b.minutes);
        CHECK(a.set.has == b.set.has);
        CHECK(a.set.has_not == b.set.has_not);
    }
}

TEST_CASE("the order of facts in the text is free") {
    const auto read = read_job("start_time: 08:30\nsex: male\nage: 15\n");
    REQUIRE(read.job);
    REQUIRE(read.job->stated.size() == 3);
    CHECK(read.job->stated[0].fact < read.job->stated[1].fact);
    CHECK(read.job->stated[1].fact < read.job->stated[2].fact);
    CHECK(read.job->find(small_vocabulary().find("paid").value()) == nullptr);
}

TEST_CASE("numbers are exact") {
    CHECK(read_job("load_kg: 4.1\n").known("load_kg").numbers == std::vector<NumberInterval>{{{41, 10}, {41, 10}}});
    CHECK(read_job("load_kg: 10 lb\n").known("load_kg").numbers[0].low == Rational(45359237, 10000000));
    CHECK(read_job("load_kg: '4100g'\n").known("load_kg").numbers[0].low == Rational(41, 10));
    CHECK(read_job("hours_per_day: 90 minutes\n").known("hours_per_day").numbers[0].low == Rational(3, 2));
    CHECK(read_job("age: 15 years\n").known("age").numbers[0].low == Rational(15));
    CHECK(yaml("age: 15.0").empty());
    CHECK(yaml("age: 15.5") == "L0534");
    CHECK(yaml("age: '15'") == "L0532");
    CHECK(json(R"("age": "15")") == "L0532");
    CHECK(yaml("age: fifteen") == "L0532");
    CHECK(yaml("age: true") == "L0532");
    CHECK(yaml("age: 4,1") == "L0532");
    CHECK(yaml("age: 1_0") == "L0532");
    CHECK(yaml("age: [15]") == "L0544");
    CHECK(yaml("age: []") == "L0544");
    CHECK(yaml("age: {}") == "L0554");
    CHECK(yaml("age: -1") == "L0535");
    CHECK(yaml("age: 121") == "L0535");
    CHECK(yaml("age: 120").empty());
    CHECK(yaml("age: 0").empty());
    CHECK(yaml("load_kg: 500.000000001") == "L0535");
    for (const char* bad : {"1e1", "0x10", "010", "+5", ".5", "5.", "1e999", "100000000000000000000000000000000",
                            ".inf", ".nan", "0.1234567890", "-.inf"}) {
        INFO(bad);
        CHECK(yaml(std::string("load_kg: ") + bad) == "L0533");
    }
    CHECK(json(R"("load_kg": 1e1)") == "L0533");
    CHECK(json(R"("load_kg": 1E400)") == "L0533");
    CHECK(json("\"load_kg\": " + std::string(100, '9')) == "L0533");
    CHECK(yaml("load_kg: 123456.123456789 lb") == "L0533");
    CHECK(yaml("load_kg: 4.1 m") == "L0537");
    CHECK(yaml("load_kg: 4.1 stone") == "L0536");
    CHECK(yaml("passengers: 3 people") == "L0538");
    CHECK(yaml("load_kg: 2000 lb") == "L0535");
}

TEST_CASE("a decimal keeps its value whatever it is") {
    CHECK(rc::check("loads", [] {
        const Rational load(*rc::gen::inRange(0, 500000), 1000);
        const auto read = read_job("load_kg: " + load.text() + "\n");
        RC_ASSERT(read.job.has_value());
        RC_ASSERT(read.job->stated.at(0).numbers.at(0).low == load);
        RC_ASSERT(read.job->stated.at(0).written == load.text());
    }));
}

TEST_CASE("ranges and alternatives of numbers") {
    CHECK(written("age", "{from: 14, to: 15}") == "14 to 15");
    CHECK(written("age", "{from: 14}") == "14 to 120");
    CHECK(written("age", "{to: 14}") == "0 to 14");
    CHECK(written("age", "{from: 14, to: 14}") == "14");
    CHECK(written("age", "{any_of: [17, 14, {from: 15, to: 16}]}") == "any of 14, 15 to 16, 17");
    CHECK(written("age", "{any_of: [{from: 10, to: 15}, 12, {from: 14, to: 16}]}") == "10 to 16");
    CHECK(written("load_kg", "{from: 1 kg, to: 4100 g}") == "1 to 4.1");
    CHECK_FALSE(exact("age", "{from: 14, to: 15}"));
    CHECK(exact("age", "{from: 14, to: 14}"));
    CHECK(exact("age", "15"));
    CHECK(yaml("age: {from: 15, to: 14}") == "L0547");
    CHECK(yaml("age: {from: 14, to: 121}") == "L0535");
    CHECK(yaml("age: {from: 14.5}") == "L0534");
    CHECK(yaml("age: {from: -1, to: 200}") == "L0535 L0535");
    CHECK(yaml("age: {from: 14, too: 15}") == "L0545");
    CHECK(yaml("age: {from: 14, any_of: [1]}") == "L0552");
    CHECK(yaml("age: {any_of: 14}") == "L0548");
    CHECK(yaml("age: {any_of: []}") == "L0548");
    CHECK(yaml("age: {any_of: [14, unknown]}") == "L0553");
    CHECK(yaml("age: {any_of: [14, [15]]}") == "L0556");
    CHECK(yaml("age: {any_of: [{any_of: [1]}]}") == "L0556");
    CHECK(yaml("age: {any_of: [x, 200]}") == "L0532 L0535");
    CHECK(yaml("age: {from: [1]}") == "L0556");
    CHECK(yaml("age: {from: unknown}") == "L0553");
    CHECK(yaml("age: {from: 1, to:}") == "L0553");
    CHECK(yaml("age: {has: [1]}") == "L0555");
}

TEST_CASE("yes or no") {
    for (const char* yes : {"true", "yes", "'yes'"}) CHECK(written("paid", yes) == "yes");
    for (const char* no : {"false", "no", "\"no\""}) CHECK(written("paid", no) == "no");
    CHECK(written("paid", "{any_of: [yes, no]}") == "any of no, yes");
    for (const char* bad : {"'true'", "1", "True", "YES", "on", "y", "maybe"}) {
        INFO(bad);
        CHECK(yaml(std::string("paid: ") + bad) == "L0531");
    }
    CHECK(json(R"("paid": "true")") == "L0531");
    CHECK(json(R"("paid": 0)") == "L0531");
    CHECK(json(R"("paid": false)").empty());
    CHECK(yaml("paid: {from: no}") == "L0546");
    CHECK(yaml("paid: [yes]") == "L0544");
}

TEST_CASE("choices") {
    CHECK(written("sex", "male") == "male");
    CHECK(written("sex", "{any_of: [male, female]}") == "any of female, male");
    CHECK(written("program", "no") == "no");
    CHECK(written("program", "none") == "none");
    CHECK(exact("sex", "{any_of: [male, male]}"));
    CHECK_FALSE(exact("sex", "{any_of: [male, female]}"));
    CHECK(yaml("sex: man") == "L0539");
    CHECK(yaml("sex: Male") == "L0539");
    CHECK(json(R"("program": false)") == "L0539");
    CHECK(json(R"("sex": 1)") == "L0539");
    CHECK(yaml("sex: {from: female}") == "L0546");
    CHECK(yaml("sex: {any_off: [male]}") == "L0545");
    CHECK(yaml("sex: {any_of: [{from: male}]}") == "L0546");
    CHECK(read_job("sex: mal\n").report().find("write `male`") != std::string::npos);
}

TEST_CASE("codes") {
    CHECK(written("sector", "'0116'") == "0116");
    CHECK(written("sector", "0116") == "0116");
    CHECK(written("sector", "C") == "C");
    CHECK(written("occupation", "5211") == "5211");
    CHECK(written("sector", "{any_of: ['47', 56]}") == "any of 47, 56");
    CHECK(exact("sector", "'0116'"));
    CHECK_FALSE(exact("sector", "'47'"));
    CHECK(exact("main_task", "selling"));
    CHECK_FALSE(exact("sector", "{any_of: ['0116', '0112']}"));
    CHECK(json(R"("sector": "0116")").empty());
    CHECK(json(R"("occupation": 5211)") == "L0540");
    CHECK(json(R"("occupation": true)") == "L0542");
    CHECK(yaml("sector: 116") == "L0541");
    CHECK(yaml("sector: '4799999'") == "L0541");
    CHECK(yaml("sector: none") == "L0541");
    CHECK(yaml("sector: ['47']") == "L0544");
    CHECK(yaml("sector: {any_of: ['47', '4x']}") == "L0541");
    CHECK(yaml("sector: {from: '47'}") == "L0546");
    CHECK(yaml("sector: {has: ['47']}") == "L0555");
    CHECK(read_job("sector: 116\n").report().find("write `0116`") != std::string::npos);
    CHECK(read_job("sector: '4799'\n").codes().empty());
    CHECK(read_job("sector: '4798'\n").report().find("write `479`") != std::string::npos);
    CHECK(read_job("main_task: hawking\n").report().find("write `street-vending`") != std::string::npos);
    CHECK(read_job("tasks: street_vending\n").report().find("write `street-vending`") != std::string::npos);
}

TEST_CASE("sets of codes") {
    const auto set = [](const std::string& fact, const std::string& value) {
        return read_job(fact + ": " + value + "\n").known(fact).set;
    };
    CHECK(set("tasks", "[]").listed);
    CHECK(set("tasks", "[]").has.empty());
    CHECK(set("tasks", "none").listed);
    CHECK(set("coercion", "[none]").listed);
    CHECK(set("coercion", "[none]").has.empty());
    CHECK(set("coercion", "debt-bondage").has == std::vector<CodeIndex>{code(3, "debt-bondage")});
    CHECK(set("tasks", "[selling, selling, load-carrying]").has.size() == 2);
    CHECK(set("sectors", "[47, '0116', C]").has.size() == 3);
    const SetKnowledge partial = set("tasks", "{has: [selling], not: load-carrying}");
    CHECK_FALSE(partial.listed);
    CHECK(partial.has == std::vector<CodeIndex>{code(2, "selling")});
    CHECK(partial.has_not == std::vector<CodeIndex>{code(2, "load-carrying")});
    CHECK(written("tasks", "{has: [selling], not: load-carrying}") == "has selling; not load-carrying");
    CHECK(written("tasks", "{not: [selling]}") == "not selling");
    CHECK(written("tasks", "{has: []}") == "unknown");
    CHECK(written("tasks", "none") == "none");
    CHECK(written("tasks", "[selling, load-carrying]") == "selling, load-carrying");
    CHECK(exact("tasks", "[]"));
    CHECK_FALSE(exact("tasks", "{has: [selling]}"));

    CHECK(yaml("tasks: [none, selling]") == "L0551");
    CHECK(yaml("tasks: {has: none}") == "L0551");
    CHECK(yaml("tasks: {not: [none]}") == "L0551");
    CHECK(yaml("tasks: [selling, unknown]") == "L0553");
    CHECK(yaml("tasks: [selling, ~]") == "L0553");
    CHECK(yaml("tasks: [[selling]]") == "L0556");
    CHECK(yaml("tasks: {has: {has: [selling]}}") == "L0556");
    CHECK(yaml("tasks: {any_of: [selling]}") == "L0549");
    CHECK(yaml("tasks: {from: selling}") == "L0557");
    CHECK(yaml("tasks: {have: [selling]}") == "L0545");
    CHECK(yaml("tasks: {}") == "L0554");
    CHECK(yaml("tasks: [sellin, carrying]") == "L0541 L0541");
    CHECK(json(R"("sectors": [47])") == "L0540");
}

TEST_CASE("what is present cannot be absent") {
    CHECK(yaml("tasks: {has: [selling], not: [selling]}") == "L0550");
    CHECK(yaml("tasks: {has: [newspaper-sales], not: [selling]}") == "L0550");
    // Selling without street vending is some other selling, and our own trees have an unnamed "other".
    CHECK(yaml("tasks: {has: [selling], not: [street-vending, kiosk-sales]}").empty());
    // A class of ISIC is always one of its leaves.
    CHECK(yaml("sectors: {has: ['012'], not: ['0121']}").empty());
    CHECK(yaml("sectors: {has: ['581'], not: ['5811', '5812', '5813']}").empty());
    CHECK(yaml("sectors: {has: ['581'], not: ['5811', '5812', '5813', '5819']}") == "L0550");
    CHECK(yaml("sectors: {has: ['58'], not: ['582', '5811', '5812', '5813', '5819']}") == "L0550");
}

TEST_CASE("times of day in jobs") {
    CHECK(read_job("start_time: 08:30\n").known("start_time").minutes == std::vector<MinuteInterval>{{510, 510}});
    CHECK(written("start_time", "8:30") == "08:30");
    CHECK(written("start_time", "{from: 08:00, to: 09:00}") == "08:00 to 09:00");
    CHECK(written("start_time", "{from: 22:00}") == "22:00 to 23:59");
    CHECK(written("start_time", "{any_of: [08:00, 08:01, {from: 20:00, to: 21:00}]}") ==
          "any of 08:00 to 08:01, 20:00 to 21:00");
    CHECK(exact("start_time", "00:00"));
    CHECK_FALSE(exact("start_time", "{to: 00:01}"));
    CHECK(yaml("start_time: 24:00") == "L0543");
    CHECK(yaml("start_time: 8") == "L0543");
    CHECK(yaml("start_time: morning") == "L0543");
    CHECK(yaml("start_time: {from: 22:00, to: 02:00}") == "L0547");
    CHECK(json(R"("start_time": 830)") == "L0543");
}

TEST_CASE("unknown is knowledge that nothing is known") {
    for (const char* fact : {"age", "sex", "paid", "sector", "tasks", "start_time"}) {
        for (const char* value : {"unknown", "null", "~", "", "'unknown'"}) {
            INFO(fact << ": " << value);
            const auto read = read_job(std::string(fact) + ": " + value + "\n");
            CHECK(read.known(fact).stated_unknown);
            CHECK(read.known(fact).written == "unknown");
            const auto index = small_vocabulary().find(fact).value();
            CHECK_FALSE(read.known(fact).exact(small_vocabulary().facts[index], small_vocabulary()));
        }
    }
    CHECK(read_job("sector: unknown\n").known("sector").codes.size() == 21);
}

TEST_CASE("names") {
    CHECK(yaml("hours_a_day: 3") == "L0530");
    CHECK(read_job("hour_per_day: 3\n").report().find("write `hours_per_day`") != std::string::npos);
    CHECK(read_job("Age: 3\n").report().find("write `age`") != std::string::npos);
    CHECK(yaml("facts: {age: 15}") == "L0522");
    const auto read = read_job("age: 15\ntrench_depth_m: deep\n");
    REQUIRE(read.job);
    CHECK(read.job->not_used == std::vector<std::string>{"trench_depth_m"});
    CHECK(read.job->stated.size() == 1);
}

TEST_CASE("headings") {
    CHECK(read_job("id: 7\nage: 15\n").job->id == "7");
    CHECK(read_job("text: yes\nage: 15\n").job->text == "yes");
    CHECK(read_job("country:\ndate: ~\nage: 15\n").job->country == std::nullopt);
    CHECK(read_job("date: '2020-05-01'\n").job->date == Date::parse("2020-05-01"));
    CHECK(yaml("date: 2020-02-30") == "L0521");
    CHECK(yaml("date: 2020") == "L0521");
    CHECK(yaml("date: 2020-05") == "L0521");
    CHECK(yaml("id: [a]") == "L0520");
    CHECK(json(R"("text": true)") == "L0520");
    CHECK(yaml("date: {from: 2020-01-01}") == "L0520");
}

TEST_CASE("heading names are facts of their own mapping no more") {
    Sources sources;
    Diagnostics diagnostics;
    const auto tree =
        read_job_text(sources, sources.add("job", "age: 15\ndate: 2020-01-01\n"), JobTextFormat::yaml, diagnostics);
    REQUIRE(tree);
    CHECK_FALSE(bind_job(*tree, {}, small_vocabulary(), {}, diagnostics, FactsForm::own_mapping));
    CHECK(diagnostics.all().size() == 1);
    Diagnostics none;
    CHECK(bind_job(TextNode{}, {}, small_vocabulary(), {}, none, FactsForm::own_mapping));
    TextNode text;
    text.kind = TextNode::Kind::text;
    CHECK_FALSE(bind_job(text, {}, small_vocabulary(), {}, none, FactsForm::own_mapping));
    CHECK(none.has_errors());
}

TEST_CASE("all mistakes are told together, in order of place") {
    CHECK(yaml("sex: man\nage: 200\nload: 1\ntasks: [x, none]\npaid: 3") == "L0539 L0535 L0530 L0541 L0551 L0531");
    std::string many;
    for (int i = 0; i < 50000; ++i) many += "wrong" + std::to_string(i) + ": 1\n";
    const auto read = read_job(many);
    CHECK(read.diagnostics.all().size() == 101);
    CHECK(read.diagnostics.all().back().code == Code::L0559);
    const auto count = [](const std::string& text) { return read_job(text).diagnostics.all().size(); };
    const auto repeated = [](const std::string& part) {
        std::string text;
        while (text.size() < 500000) text += part;
        return text;
    };
    CHECK(count(repeated("age: 15\n")) == 101);
    CHECK(count("tasks: [" + repeated("x, ") + "x]\n") == 101);
    CHECK(count("sectors: {has: [" + repeated("zz, ") + "x]}\n") == 101);
    CHECK(count("age: {any_of: [" + repeated("x, ") + "x]}\n") == 101);
    CHECK(count("age: {any_of: [" + repeated("[], ") + "x]}\n") == 101);
    CHECK(count("sector: {any_of: [" + repeated("x, ") + "x]}\n") == 101);
    CHECK(count("sex: {any_of: [" + repeated("x, ") + "x]}\n") == 101);
    CHECK(count("start_time: {any_of: [" + repeated("x, ") + "x]}\n") == 101);
    CHECK(count(repeated("\x01")) == 101);
    CHECK(count("age: {any_of: [" + repeated("15, ") + "15]}\n") == 0);
    CHECK(count("sectors: [" + repeated("'0116', ") + "C]\n") == 0);
}
