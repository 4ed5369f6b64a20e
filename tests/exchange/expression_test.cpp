// Conditions as expressions: codes by their beginnings, numbers in their two forms, constants that leave no trace.
#include "engine/exchange/code_expression.hpp"
#include "engine/exchange/feel_text.hpp"
#include "engine/exchange/names.hpp"
#include "engine/exchange/number_expression.hpp"
#include "engine/exchange/zen_text.hpp"

#include <catch2/catch.hpp>

using namespace labourlex;
using namespace labourlex::exchange;

namespace {

Taxonomy branches() {
    Taxonomy tree("branch", "Branches", true);
    const CodeIndex farming = *tree.add("A", "Farming", no_code);
    const CodeIndex crops = *tree.add("01", "Crops", farming);
    tree.add("0111", "Cereals", crops);
    tree.add("0112", "Rice", crops);
    const CodeIndex fishing = *tree.add("03", "Fishing", farming);
    tree.add("0311", "Sea", fishing);
    const CodeIndex mining = *tree.add("B", "Mining", no_code);
    const CodeIndex coal = *tree.add("05", "Coal", mining);
    tree.add("0510", "Hard coal", coal);
    tree.finish();
    return tree;
}

std::string feel_of(const Taxonomy& tree, const std::vector<std::string>& codes) {
    std::vector<CodeIndex> found;
    for (const std::string& code : codes) found.push_back(*tree.find(code));
    return feel_text(at_or_below(tree, name("sector"), found));
}

NumberTerm term(const char* fact, const Rational& factor, bool whole = false) {
    NumberTerm made;
    made.value = name(fact);
    made.factor = factor;
    made.whole = whole;
    made.greatest = 200;
    return made;
}

}  // namespace

TEST_CASE("a code holds for all below it, told by how they begin") {
    const Taxonomy tree = branches();
    CHECK(feel_of(tree, {"01"}) == "starts with(sector, \"01\")");
    CHECK(feel_of(tree, {"A"}) == "list contains([\"01\", \"03\"], substring(sector, 1, 2))");
    CHECK(feel_of(tree, {"0111"}) == "list contains([\"0111\"], sector)");
    CHECK(feel_of(tree, {"01", "0111"}) == "starts with(sector, \"01\")");
    CHECK(zen_text(at_or_below(tree, name("sector"), {*tree.find("A")})) == "(sector[0:1] in [\"01\", \"03\"])");
}

TEST_CASE("codes that do not begin like what stands above them are named one by one") {
    Taxonomy tree("odd", "Odd", true);
    const CodeIndex one = *tree.add("1", "One", no_code);
    tree.add("11", "In one", one);
    const CodeIndex two = *tree.add("2", "Two", no_code);
    tree.add("12", "In two, in spite of its code", two);
    tree.finish();
    CHECK(feel_text(at_or_below(tree, name("x"), {one})) == "list contains([\"11\"], x)");
}

TEST_CASE("one number against a short decimal is compared as it is, whatever its sign") {
    CHECK(feel_text(*compared_with_zero({term("load", 1)}, Rational(-41, 10), Comparison::over)) == "(load > 4.1)");
    CHECK(feel_text(*compared_with_zero({term("load", -2)}, Rational(5), Comparison::under)) == "(load > 2.5)");
    CHECK(feel_text(*compared_with_zero({}, Rational(5), Comparison::under)) == "false");
}

TEST_CASE("sums and fractions without an end are compared over whole numbers") {
    CHECK(feel_text(*compared_with_zero({term("a", 1), term("b", 1)}, Rational(-3, 10), Comparison::at_most)) ==
          "(((10 * floor(a * 1000000000 + 0.5)) + (10 * floor(b * 1000000000 + 0.5))) <= 3000000000)");
    CHECK(feel_text(*compared_with_zero({term("a", 3)}, Rational(-1), Comparison::under)) ==
          "((3 * floor(a * 1000000000 + 0.5)) < 1000000000)");
    CHECK(feel_text(*compared_with_zero({term("days", 2, true), term("weeks", -3, true)}, Rational(1),
                                        Comparison::at_least)) == "(((2 * days) + 1) >= (3 * weeks))");
}

TEST_CASE("what binary engines could round is not written") {
    NumberTerm far = term("far", 1);
    far.greatest = 2'000'000;
    CHECK_FALSE(compared_with_zero({far, term("near", 1)}, 0, Comparison::over));
    NumberTerm many = term("many", 1, true);
    many.greatest = Rational(std::int64_t{1} << 54);
    CHECK_FALSE(compared_with_zero({many, term("few", 1, true)}, 0, Comparison::over));
    CHECK_FALSE(is_plain_number(Rational(1, 3)));
    CHECK_FALSE(is_plain_number(Rational(1'234'567'890'123'456)));
    CHECK(is_plain_number(Rational(45359237, 100000000)));
}

TEST_CASE("constants leave no trace") {
    CHECK(feel_text(all({truth(true), name("a")})) == "a");
    CHECK(feel_text(any({truth(true), name("a")})) == "true");
    CHECK(feel_text(negation(truth(false))) == "true");
    CHECK(feel_text(chosen(truth(false), name("a"), name("b"))) == "b");
    CHECK(feel_text(equal(text("none"), text("hazardous"))) == "false");
    CHECK(named({truth(false), name("a")}, {"x", "y"}).list == std::vector<std::string>{"y"});
}

TEST_CASE("names are given once, and never one that a language keeps") {
    NameGiver names;
    CHECK(names.give("kz.list.IV-3") == "kz_list_IV_3");
    CHECK(names.give("kz.list-IV.3") == "kz_list_IV_3_2");
    CHECK(names.give("then") == "_then");
    CHECK_FALSE(is_plain_name("2nd"));
    CHECK_FALSE(is_plain_name("sum"));
    CHECK(is_plain_name("over_100_f"));
}
