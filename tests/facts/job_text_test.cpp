#include "tests/facts/job_fixture.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace labourlex;
using labourlex::testing::text_codes;

namespace {

using Kind = TextNode::Kind;

struct ReadText {
    Sources sources;
    Diagnostics diagnostics;
    std::optional<TextNode> tree;

    explicit ReadText(const std::string& text, bool allow_sequence = false) {
        tree = read_job_text(sources, sources.add("job", text), JobTextFormat::guess, diagnostics, allow_sequence);
    }
    [[nodiscard]] const TextNode& value(std::size_t entry) const { return tree.value().entries.at(entry).second; }
    [[nodiscard]] std::string slice(const TextNode& node) const { return std::string(sources.slice(node.span)); }
};

std::string repeated(const std::string& part, std::size_t count) {
    std::string result;
    result.reserve(part.size() * count);
    for (std::size_t i = 0; i < count; ++i) result += part;
    return result;
}

}  // namespace

TEST_CASE("YAML scalars have the kinds of the contract") {
    const ReadText read(
        "a: true\nb: no\nc: 15\nd: 4.10\ne: 0116\nf: null\ng: ~\nh:\ni: 'true'\nj: \"15\"\nk: 2020-05-01\nl: 08:30\n"
        "m: True\nn: 1e3\no: .inf\np: 4.1 kg\nq: 22-06\n");
    REQUIRE(read.tree);
    const std::vector<Kind> kinds = {Kind::boolean, Kind::boolean, Kind::number, Kind::number, Kind::number, Kind::null,
                                     Kind::null,    Kind::null,    Kind::text,   Kind::text,   Kind::text,   Kind::text,
                                     Kind::text,    Kind::number,  Kind::number, Kind::text,   Kind::text};
    REQUIRE(read.tree->entries.size() == kinds.size());
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        INFO(read.tree->entries[i].first.scalar);
        CHECK(read.value(i).kind == kinds[i]);
    }
    CHECK(read.value(3).scalar == "4.10");
    CHECK(read.value(4).scalar == "0116");
    CHECK(read.value(4).unquoted);
    CHECK_FALSE(read.value(9).unquoted);
}

TEST_CASE("JSON numbers keep their spelling") {
    const ReadText read(
        R"({"a": 4.10, "b": 100000000000000000000000000000, "c": -0.5e+3, "d": true, "e": null, "f": "x\n"})");
    REQUIRE(read.tree);
    CHECK(read.value(0).scalar == "4.10");
    CHECK(read.value(1).scalar == "100000000000000000000000000000");
    CHECK(read.value(2).scalar == "-0.5e+3");
    CHECK(read.value(3).kind == Kind::boolean);
    CHECK(read.value(4).kind == Kind::null);
    CHECK(read.value(5).scalar == "x\n");
}

TEST_CASE("every value has its place") {
    for (const char* text : {R"({"sex" : "male", "load" :4.1 , "tasks":[ "a","b" ], "n":null, "o": {"from": 1}})",
                             "sex: \"male\"\nload:  4.1\ntasks: [ \"a\", \"b\" ]\nn: null\no: {\"from\": 1}\n"}) {
        INFO(text);
        const ReadText read(text);
        REQUIRE(read.tree);
        CHECK(read.slice(read.value(0)) == "\"male\"");
        CHECK(read.slice(read.value(1)) == "4.1");
        CHECK(read.slice(read.value(2)).back() == ']');
        CHECK(read.slice(read.value(2).items.at(1)) == "\"b\"");
        CHECK(read.slice(read.value(3)) == "null");
        CHECK(read.slice(read.value(4)) == "{\"from\": 1}");
        CHECK(read.slice(read.value(4).entries.at(0).second) == "1");
    }
    const ReadText accented("t: 'd\xC3\xA9j\xC3\xA0 vu'\nage: 15\n");
    CHECK(accented.slice(accented.value(0)) == "'d\xC3\xA9j\xC3\xA0 vu'");
    CHECK(accented.slice(accented.value(1)) == "15");
    const ReadText windows("a: 1\r\nb: 'it''s'\r\nc: 3\r\n");
    CHECK(windows.slice(windows.value(1)) == "'it''s'");
    CHECK(windows.slice(windows.value(2)) == "3");
}

TEST_CASE("a list stands at the top of case files only") {
    CHECK(text_codes("- age: 15\n") == "L0511");
    CHECK(text_codes("[{\"age\": 15}]") == "L0511");
    const ReadText read("- id: a\n  facts: {age: 15}\n- id: b\n", true);
    REQUIRE(read.tree);
    CHECK(read.tree->kind == Kind::sequence);
    CHECK(read.tree->items.size() == 2);
}

TEST_CASE("bytes are looked at first") {
    CHECK(text_codes(std::string(max_job_bytes + 1, ' ')) == "L0001");
    CHECK(text_codes("age: 15\n" + std::string(max_job_bytes - 8, ' ')).empty());
    CHECK(text_codes(std::string(100U << 20U, '[')) == "L0001");
    CHECK(text_codes(std::string("age: 1\0005", 8)) == "L0002");
    CHECK(text_codes("age: \xFF") == "L0003");
    CHECK(text_codes("age: \xC0\x80") == "L0003");
    CHECK(text_codes("age: \xED\xA0\x80") == "L0003");
    CHECK(text_codes("age: \xF4\x90\x80\x80") == "L0003");
    CHECK(text_codes("age: \xE2\x82") == "L0003");
    CHECK(text_codes("age: 15\n\x04paid: yes\n") == "L0007");
    CHECK(text_codes("\xEF\xBB\xBF"
                     "age: 15") == "L0505");
    CHECK(text_codes(R"({"a": "x\u0000y"})") == "L0002");
    CHECK(text_codes("a: \"x\\0y\"") == "L0002");
}

TEST_CASE("nothing is described by an empty text") {
    for (const char* text : {"", " \n\n", "# a comment\n", "---\n", "---\n...\n", "null\n", "~", "\n\t\n"}) {
        INFO(text);
        CHECK(text_codes(text) == "L0506");
    }
    CHECK(text_codes("", JobTextFormat::json) == "L0506");
    CHECK(text_codes("null", JobTextFormat::json) == "L0506");
    CHECK(text_codes("fifteen") == "L0512");
    CHECK(text_codes("15", JobTextFormat::json) == "L0512");
}

TEST_CASE("one document a text") {
    CHECK(text_codes("---\nage: 15\n...\n").empty());
    CHECK(text_codes("age: 15\n---\nage: 16\n") == "L0510");
    CHECK(text_codes("age: 15\n---\n") == "L0510");
    CHECK(text_codes("{age: 15} {age: 16}", JobTextFormat::yaml) == "L0510");
    CHECK(text_codes("{\"age\": 15} {\"age\": 16}") == "L0508");
    CHECK(text_codes("{\"age\": 15},") == "L0508");
}

TEST_CASE("anchors, aliases, tags and merges are not read") {
    CHECK(text_codes("a: &x 1\nb: 2\n") == "L0515");
    CHECK(text_codes("a: &x [1]\n") == "L0515");
    CHECK(text_codes("&x a: 1\n") == "L0515");
    CHECK(text_codes("&x\n") == "L0515");
    CHECK(text_codes("a: *x\n") == "L0516");
    CHECK(text_codes("a: !!str 15\n") == "L0517");
    CHECK(text_codes("a: !!str &x 15\n") == "L0515");
    CHECK(text_codes("a: ! 15\n") == "L0517");
    CHECK(text_codes("a: !local {b: 1}\n") == "L0517");
    CHECK(text_codes("!!map {a: 1}\n") == "L0517");
    CHECK(text_codes("a: !!null\n") != "");
    CHECK(text_codes("a: !<tag:yaml.org,2002:str> b\n") == "L0517");
    CHECK(text_codes("<<: {a: 1}\n") == "L0518");
    CHECK(text_codes("'<<': 1\n").empty());
    CHECK(text_codes("a: \"&x\"\nb: '*y'\nc: \"!z\"\n").empty());
    CHECK(text_codes("a: x & y\nb: 3 * 4\nc: hello!\n").empty());
}

TEST_CASE("names are plain and stand once") {
    CHECK(text_codes("a: 1\nb: 2\na: 3\nb: 4\n") == "L0513 L0513");
    CHECK(text_codes("{\"a\": 1, \"a\": 1}") == "L0513");
    CHECK(text_codes("{\"a\": 1, \"\\u0061\": 1}") == "L0513");
    CHECK(text_codes("a: 1\n'a': 2\n") == "L0513");
    CHECK(text_codes("a: {b: 1, b: 2}\n") == "L0513");
    CHECK(text_codes("a: {b: 1}\nb: {b: 2}\n").empty());
    CHECK(text_codes("? [a, b]\n: 1\n") == "L0514");
    CHECK(text_codes("? {a: 1}\n: 1\n") == "L0514");
    CHECK(text_codes("~: 1\n") == "L0514");
    CHECK(text_codes(": 1\n") == "L0514");
    CHECK(text_codes("{\"\": 1}") == "L0514");
}

TEST_CASE("what is not well-formed is refused") {
    for (const char* text : {"a: b: c\n", "a:\n\t- b\n", "a: 1\n b: 2\n", "a: ]\n", "a: @x\n", "a: \"\\q\"\n"}) {
        INFO(text);
        CHECK(text_codes(text) == "L0507");
    }
    for (const char* text :
         {"{", "{\"a\": }", "{\"a\": 1,}", "{'a': 1}", "{\"a\": 01}", "{\"a\": NaN}", "{\"a\": \"\\ud800\"}",
          "{\"a\": \"x\ny\"}", "{\"a\" 1}", "[1", "{\"a\": 1}}", "{\"a\": tru}", "{/* */\"a\": 1}"}) {
        INFO(text);
        CHECK(text_codes(text) == "L0508");
    }
    CHECK(text_codes("{\"a\": 1e999}") == "L0533");
    CHECK(text_codes("a: [1, 2\n") == "L0503");
    CHECK(text_codes("a: [1, 2\nb: 3\n") == "L0503");
    CHECK(text_codes("a: {from: 1\nb: 3\n") == "L0503");
    CHECK(text_codes("a: 'x\n") == "L0502");
    CHECK(text_codes("a: 'x''\n") == "L0502");
    CHECK(text_codes("a: \"x\\\"\n") == "L0502");
    CHECK(text_codes("a: 1\nb\n") == "L0501");
    CHECK(text_codes("{a, b: 1}", JobTextFormat::yaml) == "L0501");
    CHECK(text_codes("? a\n") == "L0501");
    CHECK(text_codes("a:\nb :\n\"c\":\n").empty());
}

TEST_CASE("depth is bounded, whatever it is made of") {
    constexpr std::size_t many = 100000;
    CHECK(text_codes(repeated("[", 15) + repeated("]", 15), JobTextFormat::yaml) == "L0511");
    CHECK(text_codes("a: " + repeated("[", 15) + repeated("]", 15)).empty());
    CHECK(text_codes("a: " + repeated("[", 16) + repeated("]", 16)) == "L0509");
    CHECK(text_codes("{\"a\": " + repeated("[", 15) + repeated("]", 15) + "}").empty());
    CHECK(text_codes("{\"a\": " + repeated("[", 16) + repeated("]", 16) + "}") == "L0509");
    for (const JobTextFormat format : {JobTextFormat::yaml, JobTextFormat::json}) {
        CHECK(text_codes(repeated("[", many), format) != "");
        CHECK(text_codes(repeated("{\"a\":", many), format) != "");
        CHECK(text_codes("{\"a\": " + repeated("[", many) + repeated("]", many) + "}", format) == "L0509");
    }
    CHECK(text_codes(repeated("{", many), JobTextFormat::yaml) != "");
    CHECK(text_codes(repeated("- ", many)) == "L0509");
    CHECK(text_codes(repeated("? ", many)) != "");
    CHECK(text_codes(repeated("a: ", many)) != "");
    CHECK(text_codes(repeated("[a: ", many), JobTextFormat::yaml) != "");
    std::string indented;
    for (std::size_t depth = 0; depth < 1000; ++depth) indented += std::string(depth, ' ') + "a:\n";
    CHECK(text_codes(indented) == "L0509");
    CHECK(text_codes("a: " + repeated("(", many)).empty());
}

TEST_CASE("an alias bomb is not lit") {
    std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n";
    for (char name = 'b'; name < 'j'; ++name) {
        const std::string before(1, static_cast<char>(name - 1));
        bomb += std::string(1, name) + ": &" + name + " [" + repeated("*" + before + ", ", 8) + "*" + before + "]\n";
    }
    CHECK(text_codes(bomb) == "L0515");
}

TEST_CASE("many names are read in time") {
    std::string yaml;
    std::string json = "{";
    for (int i = 0; i < 60000; ++i) {
        yaml += "k" + std::to_string(i) + ": 1\n";
        json += (i == 0 ? "\"k" : ",\"k") + std::to_string(i) + "\":1";
    }
    CHECK(text_codes(yaml).empty());
    CHECK(text_codes(json + "}").empty());
}

TEST_CASE("any bytes are answered, by a tree or by a message") {
    const std::string letters = "ab:-[]{},\"'&*!|>#%@`?\n\r \t0123.~<\\/\xC3\xA9";
    CHECK(rc::check("random texts", [&] {
        const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(letters));
        for (const JobTextFormat format : {JobTextFormat::yaml, JobTextFormat::json, JobTextFormat::guess}) {
            Sources sources;
            Diagnostics diagnostics;
            const auto tree = read_job_text(sources, sources.add("job", text), format, diagnostics);
            RC_ASSERT(tree.has_value() != diagnostics.has_errors());
            for (const Diagnostic& diagnostic : diagnostics.all()) {
                RC_ASSERT(diagnostic.span.begin <= diagnostic.span.end);
                RC_ASSERT(diagnostic.span.end <= text.size());
            }
        }
    }));
}

TEST_CASE("the judged cases of the rulesets are readable lists") {
    for (const char* country : {"tj", "kz"}) {
        Sources sources;
        Diagnostics diagnostics;
        const std::string path = LABOURLEX_SOURCE_DIR "/rulesets/" + std::string(country) + "/cases/judged.yaml";
        const auto source = sources.add(path, labourlex::testing::contents_of(path));
        const auto tree = read_job_text(sources, source, JobTextFormat::yaml, diagnostics, true);
        INFO(labourlex::testing::report_of(diagnostics, sources));
        REQUIRE(tree);
        CHECK(tree->items.size() > 10);
        for (const TextNode& item : tree->items) {
            REQUIRE(item.kind == Kind::mapping);
            CHECK(item.entries.at(0).first.scalar == "id");
            CHECK(read_heading(item, diagnostics));
        }
    }
}
