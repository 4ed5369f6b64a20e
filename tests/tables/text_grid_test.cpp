#include "engine/tables/text_grid.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using namespace labourlex;

TEST_CASE("text is wrapped at spaces, long words where they must be") {
    CHECK(wrap_text("one two three", 7) == std::vector<std::string>{"one two", "three"});
    CHECK(wrap_text("incomprehensible", 6) == std::vector<std::string>{"incomp", "rehens", "ible"});
    CHECK(wrap_text("", 6) == std::vector<std::string>{""});
    CHECK(wrap_text("a b", 1) == std::vector<std::string>{"a", "b"});
    CHECK(wrap_text("ночь работа", 6) == std::vector<std::string>{"ночь", "работа"});
}

TEST_CASE("width counts letters, not bytes") {
    CHECK(text_width("ночь “x”") == 8);
}

TEST_CASE("a grid that fits is drawn as it is") {
    CHECK(draw_grid({{"Age", "Then"}, {{"under 15", "Prohibited"}, {"", "Hazardous"}}}, 2, 40) ==
          "  Age      | Then\n"
          "  ---------+-----------\n"
          "  under 15 | Prohibited\n"
          "           | Hazardous\n");
}

TEST_CASE("cells are wrapped until the grid fits, and rows kept apart") {
    const std::string drawn = draw_grid(
        {{"Tasks", "Then"}, {{"any of picking, weeding, watering", "Hazardous"}, {"none", "Permitted"}}}, 0, 30);
    CHECK(drawn ==
          "Tasks              | Then\n"
          "-------------------+----------\n"
          "any of picking,    | Hazardous\n"
          "weeding, watering  |\n"
          "                   |\n"
          "none               | Permitted\n");
}

TEST_CASE("a long column leaves the others room for some words a line") {
    std::string codes = "any of";
    for (int i = 0; i < 60; ++i) codes += " 24 Business Professionals,";
    const std::string drawn = draw_grid({{"Office work only here", "Codes"}, {{"yes", codes}}}, 0, 80);
    CHECK(drawn.find("Office work    | Codes\nonly here      |\n") == 0);
}

TEST_CASE("many columns become a list of rows") {
    TextGrid grid;
    grid.rows.emplace_back();
    for (int i = 0; i < 12; ++i) {
        grid.titles.push_back("Incomprehensibility " + std::to_string(i));
        grid.rows[0].push_back(i % 2 == 0 ? "yes" : "");
    }
    std::istringstream lines(draw_grid(grid, 4, 80));
    std::string line;
    std::getline(lines, line);
    CHECK(line == "    Row 1");
    std::getline(lines, line);
    CHECK(line == "      Incomprehensibility 0: yes");
}
