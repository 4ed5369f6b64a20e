#include "dsl-grammar/letters.hpp"
#include "tests/grammar/support.hpp"

#include <catch2/catch.hpp>

using namespace labourlex;
using labourlex::testing::read;
using Strings = std::vector<std::string>;

TEST_CASE("bytes that are no text stop the reading, with their offset") {
    auto reading = read("use a\nuse \xC3(\nuse b\n");
    CHECK(reading.codes() == Strings{"L0003@2:5"});
    CHECK(reading.diagnostics.all()[0].words == Strings{"10", "C3"});
    CHECK(reading.file.statements.empty());
    CHECK(read(std::string("use a\0", 6)).codes() == Strings{"L0002@1:6"});
}

TEST_CASE("overlong forms, surrogates and values beyond Unicode are not UTF-8") {
    for (const std::string bytes :
         {"\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80", "\xE2\x82", "\xFF"}) {
        CHECK(decode(bytes, 0).length == 0);
    }
    CHECK(decode("\xD0\xB0", 0).value == 0x430);
    CHECK(decode("\xF0\x9F\x98\x80", 0).length == 4);
}

TEST_CASE("names of one script pass, names of two do not") {
    CHECK(read("repeal IV-3\u0430 of x\n").codes().at(0) == "L0005@1:8");
    CHECK(read("repeal \u03BFrdinance\n").codes() == Strings{"L0005@1:8"});
    CHECK(read("repeal пункт-5а\n").diagnostics.empty());
    CHECK(read("repeal қосымша-3\n").diagnostics.empty());
}

TEST_CASE("in prose the parts of a compound may be of two scripts, a part may not") {
    CHECK(read("jurisdiction kz \"IT-компания\"  # PDF-файл\n").diagnostics.empty());
    CHECK(read("jurisdiction kz \"к\u0061з\"\n").codes() == Strings{"L0005@1:18"});
}

TEST_CASE("direction controls are reported wherever they hide") {
    CHECK(read("# a\u202Eb\nuse common\n").codes() == Strings{"L0004@1:4"});
    CHECK(read("use a\u2066\n").codes().at(0) == "L0004@1:6");
}

TEST_CASE("tabs may part words, but not indent") {
    CHECK(read("use\ta\n").diagnostics.empty());
    CHECK(read("use\n\ta\n").codes() == Strings{"L0006@2:1"});
    CHECK(read("use\n  \t a\n").codes() == Strings{"L0006@2:3"});
}
