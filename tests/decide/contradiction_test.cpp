// Facts that cannot stand together: stated ones are refused with the constraint that they break, assumed ones give way.
#include "tests/support/inline_job.hpp"

#include <catch2/catch.hpp>

using namespace labourlex;
using namespace labourlex::test;
using Names = std::vector<std::string>;

namespace {

std::string yes_no(const std::string& name, const std::string& absent, const std::string& more = "") {
    return "\nfact " + name + " \"" + name + "\"\n  yes or no\n  asks \"" + name + "?\"\n  absent " + absent + "\n" + more;
}

const std::string code = R"(
instrument code "Code"
  regulating
  reaches age under 18 per "art. 1"
  evidence official
)";

}  // namespace

TEST_CASE("only the constraint that is broken is named, and only the facts that break it") {
    Bench bench(code + yes_no("one", "ask") + yes_no("two", "ask") + yes_no("three", "ask") + R"(
impossible "one with two"
  when one and two
impossible "two without three"
  when two and not three
impossible "three at 17"
  when three and age at least 17
rule some "Some"
  per code "art. 2"
  when one or two
  then prohibited
)");
    CHECK(bench.possible("{age: 16, one: yes, two: no, three: no}"));
    CHECK_FALSE(bench.possible("{age: 17, one: no, two: yes, paid: yes}"));
    REQUIRE(bench.last().all().size() == 1);
    // Two constraints are needed for the clash: two needs three, and three is not at 17.
    const auto& words = bench.last().all()[0].words;
    REQUIRE(words.size() == 2);
    CHECK(words[0] == "two without three; three at 17");
    CHECK(words[1] == "`age`, `two`");
}

TEST_CASE("a constraint on a sign of a worst form is found too") {
    Bench bench(code + yes_no("sign", "assume no", "  kept in strict\n") + R"(
impossible "no sign at 5"
  when age under 6 and not sign
rule some "Some"
  per code "art. 2"
  when sign
  then worst-form
)");
    CHECK(bench.possible("{age: 5}"));
    CHECK_FALSE(bench.possible("{age: 5, sign: no}"));
}

TEST_CASE("assumptions that contradict what is stated give way, as few as possible, and it is noted") {
    // At 16 both `first` and `second` must be so; `third` has nothing to do with it.
    Bench bench(code + yes_no("first", "assume no") + yes_no("second", "assume no") + yes_no("third", "assume no") + R"(
impossible "first is missing at 16"
  when age at least 16 and not first
impossible "second is missing at 16"
  when age at least 16 and not second
rule some "Some"
  per code "art. 2"
  when third
  then hazardous
)");
    const Verdict verdict = bench.verdict("{age: 16}");
    CHECK(verdict.cls == "permitted");
    REQUIRE(verdict.notes.size() == 2);
    CHECK(verdict.notes[0].find("first") != std::string::npos);
    CHECK(verdict.notes[1].find("second") != std::string::npos);
    // What else is assumed is still listed where it matters.
    CHECK(assumed_of(verdict) == Names{"third"});
    CHECK(bench.verdict("{age: 15}").notes.empty());
}
