#include "engine/find/words.hpp"

#include <catch2/catch.hpp>

using namespace labourlex::find;
using Names = std::vector<std::string>;

TEST_CASE("words lose their endings, and words that say nothing are left out") {
    const Words words;
    CHECK(words.of("Picking of the cotton") == words.of("pick COTTON"));
    CHECK(words.of("Growers, tree-and-shrub") == words.of("grower tree shrub"));
    CHECK(words.of("Сборщики и сборщицы") .size() == 2);
    CHECK(words.of("рабочие") == words.of("РАБОЧИЙ"));
    CHECK(words.of("ёлка") == words.of("елка"));
    CHECK(words.of("... -- ").empty());
    CHECK(words.of("9211") == Names{"9211"});
}

TEST_CASE("letters apart are counted up to a bound") {
    CHECK(letters_apart(U"welder", U"welder", 2) == 0);
    CHECK(letters_apart(U"weldr", U"welder", 2) == 1);
    CHECK(letters_apart(U"wedler", U"welder", 2) == 1);   // neighbours swapped
    CHECK(letters_apart(U"wedlr", U"welder", 2) == 2);
    CHECK(letters_apart(U"baker", U"welder", 2) == 3);    // more than the bound: bound + 1
    CHECK(letters_apart(U"", U"ab", 2) == 2);
}
