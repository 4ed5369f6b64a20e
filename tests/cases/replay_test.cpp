// Stated jobs under two laws: what is counted, and in which order it is told.

#include "engine/cases/replay.hpp"

#include <catch2/catch.hpp>

using namespace labourlex;

namespace {

std::vector<ClassDeclaration> classes() {
    using Role = ClassDeclaration::Role;
    return {{"permitted", "Permitted", Role::lawful, true},
            {"prohibited", "Prohibited", Role::breach, false},
            {"hazardous", "Hazardous", Role::other, false}};
}

Verdict decided(const std::string& cls) {
    Verdict verdict;
    verdict.cls = cls;
    verdict.possible = {cls};
    VerdictReason possible;
    possible.rule = "xx.possible";
    possible.cls = cls;
    possible.applies = "possible";
    VerdictReason certain = possible;
    certain.rule = "xx.certain";
    certain.applies = "certain";
    verdict.reasons = {possible, certain};
    return verdict;
}

Verdict open(const std::vector<std::string>& possible) {
    Verdict verdict;
    verdict.status = VerdictStatus::undetermined;
    verdict.possible = possible;
    VerdictMissing missing;
    missing.fact = "age";
    missing.question = "How old?";
    verdict.missing = {missing};
    return verdict;
}

Verdict out() {
    Verdict verdict;
    verdict.status = VerdictStatus::out_of_scope;
    verdict.possible = {"out-of-scope"};
    return verdict;
}

}  // namespace

TEST_CASE("jobs are counted by what becomes of them, those that become lawful first") {
    Replay replay("a", "b", classes());
    replay.add("same", "f:1", "", {decided("hazardous"), decided("hazardous")});
    replay.add("up", "f:2", "", {decided("permitted"), decided("hazardous")});
    replay.add("down", "f:3", "", {decided("hazardous"), decided("permitted")});
    replay.add("left", "f:4", "", {decided("permitted"), out()});
    replay.add("opens", "f:5", "", {decided("permitted"), open({"permitted", "hazardous"})});
    replay.add("settles", "f:6", "", {open({"permitted", "hazardous"}), decided("hazardous")});
    replay.add("other", "f:7", "", {open({"permitted", "hazardous"}), open({"permitted", "prohibited"})});
    replay.skip("yy");
    CHECK(replay.judged() == 7);
    CHECK(replay.changed() == 5);
    CHECK(replay.undetermined() == std::array<std::size_t, 2>{2, 2});
    CHECK(replay.skipped().at("yy") == 1);
    REQUIRE(replay.other_possible().size() == 1);
    CHECK(replay.other_possible()[0].id == "other");
    const std::vector<ReplayedChange> changes = replay.changes();
    REQUIRE(changes.size() == 5);
    CHECK(changes[0].turn == Turn::laxer);
    CHECK(changes[1].turn == Turn::stricter);
    CHECK(changes[2].turn == Turn::reclassified);  // permitted and out of scope are both lawful
    CHECK(changes[2].to == "out-of-scope");
    CHECK(changes[3].turn == Turn::opened);
    CHECK(changes[4].turn == Turn::settled);
    CHECK(changes[0].jobs[0].id == "down");
}

TEST_CASE("grounds that give the class for certain stand for it; an open job has its question") {
    Replay replay("a", "b", classes());
    replay.add("one", "f:1", "", {open({"permitted", "hazardous"}), decided("hazardous")});
    const std::vector<ReplayedChange> changes = replay.changes();
    REQUIRE(changes.size() == 1);
    const auto& [before, after] = changes[0].jobs[0].verdicts;
    CHECK(before.asks == "How old?");
    CHECK(before.missing == std::vector<std::string>{"age"});
    CHECK(before.grounds.empty());
    REQUIRE(after.grounds.size() == 1);
    CHECK(after.grounds[0].rule == "xx.certain");
}
