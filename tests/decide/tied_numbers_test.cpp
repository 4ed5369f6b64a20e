// Numbers compared with each other: whole ones stay in the system instead of being tried one by one.
#include "tests/support/inline_job.hpp"

#include <catch2/catch.hpp>

using namespace labourlex;
using namespace labourlex::test;
using Names = std::vector<std::string>;

namespace {

std::string count(const std::string& name) {
    return "\nfact " + name + " \"" + name + "\"\n  whole number of people from 0 to 3000\n  asks \"" + name +
           "?\"\n  absent ask\n";
}

const std::string code = R"(
instrument code "Code"
  regulating
  reaches age under 18 per "art. 1"
  evidence official
)";

}  // namespace

TEST_CASE("whole numbers of a great range may be compared with each other") {
    Bench bench(code + count("workers") + count("children") + R"(
impossible "more children than workers"
  when children over workers
rule many "Many"
  per code "art. 2"
  when children over half of workers
  then prohibited
)");
    CHECK(bench.verdict("{age: 15}").possible == Names{"permitted", "prohibited"});
    CHECK(bench.verdict("{age: 15, workers: 3, children: {from: 2, to: 3}}").cls == "prohibited");
    CHECK(bench.verdict("{age: 15, workers: {from: 5, to: 7}, children: {from: 0, to: 2}}").cls == "permitted");
}

TEST_CASE("between two neighbouring whole numbers there is none") {
    Bench bench(code + count("workers") + count("children") + R"(
rule between "One more than half, and less than one more"
  per code "art. 2"
  when children over half of workers and children under workers
  then prohibited
)");
    // children over half of workers and under workers: with 2 workers children would be over 1 and under 2.
    CHECK(bench.verdict("{age: 15, workers: 2}").cls == "permitted");
    CHECK(bench.verdict("{age: 15, workers: {from: 1, to: 2}}").cls == "permitted");
    CHECK(bench.verdict("{age: 15, workers: {from: 1, to: 3}}").possible == Names{"permitted", "prohibited"});
    CHECK(bench.verdict("{age: 15, workers: {from: 0, to: 1}, children: {from: 0, to: 3000}}").cls == "permitted");
}
