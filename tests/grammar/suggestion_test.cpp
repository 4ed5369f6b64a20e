#include "dsl-grammar/suggestion.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <string>
#include <vector>

using namespace labourlex;

TEST_CASE("edit distance counts insertions, deletions, replacements and swaps") {
    CHECK(edit_distance("when", "when", 3) == 0);
    CHECK(edit_distance("wehn", "when", 3) == 1);
    CHECK(edit_distance("whe", "when", 3) == 1);
    CHECK(edit_distance("whem", "when", 3) == 1);
    CHECK(edit_distance("", "abc", 3) == 3);
    CHECK(edit_distance("abcdef", "uvwxyz", 3) == 4);
    CHECK(edit_distance("kitten", "sitting", 3) == 3);
}

TEST_CASE("the nearest name is near enough or none") {
    const std::vector<std::string> names{"load_kg", "load_frequency", "age", "hours_per_day"};
    CHECK(nearest("load-kg", names) == "load_kg");
    CHECK(nearest("LOAD_KG", names) == "load_kg");
    CHECK(nearest("hours_per_dya", names) == "hours_per_day");
    CHECK(nearest("ag", names) == "age");
    CHECK(nearest("completely_other", names).empty());
    CHECK(nearest("xx", names).empty());
    CHECK(nearest("ab", std::vector<std::string>{"ac", "ad"}) == "ac");
}

TEST_CASE("a name is suggested only where it is likely to be meant") {
    const std::vector<std::string> tasks{"herding", "waiting-tables", "serving-tea-and-coffee", "serving-tea", "loading"};
    CHECK(nearest("serving", tasks) == "serving-tea");
    CHECK(nearest("tea_serving", tasks) == "serving-tea");
    CHECK(nearest("servng-tea", tasks) == "serving-tea");
    CHECK(nearest("loding", tasks) == "loading");
    CHECK(nearest("reading", tasks).empty());
    CHECK(nearest("leading", tasks) == "loading");
    const std::vector<std::string> codes{"A", "01", "011", "4711"};
    CHECK(nearest("5", codes).empty());
    CHECK(nearest("02", codes).empty());
    CHECK(nearest("a", codes) == "A");
}

TEST_CASE("the distance is symmetric and bounded by the longer word") {
    CHECK(rc::check([](const std::string& a, const std::string& b) {
        const std::size_t limit = a.size() + b.size();
        const std::size_t distance = edit_distance(a, b, limit);
        RC_ASSERT(distance == edit_distance(b, a, limit));
        RC_ASSERT(distance <= std::max(a.size(), b.size()));
        RC_ASSERT((distance == 0) == (a == b));
        if (distance > 0) RC_ASSERT(edit_distance(a, b, distance - 1) == distance);
    }));
}
