#include "dsl-grammar/keywords.hpp"

#include <catch2/catch.hpp>

using namespace labourlex;

TEST_CASE("a keyword of several words is read with any space between them") {
    CHECK(keyword_length(Keyword::at_least, "at least 5") == 8);
    CHECK(keyword_length(Keyword::at_least, "at\n  # so\n  least 5") == 17);
    CHECK(keyword_length(Keyword::at_least, "atleast") == 0);
    CHECK(keyword_length(Keyword::at_least, "at") == 0);
}

TEST_CASE("a keyword is a whole word") {
    CHECK(keyword_length(Keyword::to, "to x") == 2);
    CHECK(keyword_length(Keyword::to, "tools") == 0);
    CHECK(keyword_length(Keyword::to, "to-and-fro") == 0);
    CHECK(keyword_length(Keyword::to, "to_x") == 0);
    CHECK(keyword_length(Keyword::to, "to\u0430") == 0);
    CHECK(keyword_length(Keyword::unit_kcal_per_hour, "kcal/h") == 6);
}

TEST_CASE("the longest keyword of a role is found") {
    CHECK(keyword_at("unseen law \"x\"", KeywordRole::statement)->keyword == Keyword::unseen_law);
    CHECK(keyword_at("unseen lawn \"x\"", KeywordRole::statement)->keyword == Keyword::unseen);
    CHECK(keyword_at("kg", KeywordRole::unit)->keyword == Keyword::unit_kg);
    CHECK(keyword_at("kgs", KeywordRole::unit) == nullptr);
}
