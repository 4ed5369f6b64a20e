// The finding of the supervisory body on farm work in the United States (fact sheet us, section 6), as a person would
// check it: one job under both.

#include "tests/command/process.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using labourlex::test::run_command;
using labourlex::test::TemporaryFolder;

TEST_CASE("a farm worker of 16 with the most toxic pesticides: permitted by the FLSA, hazardous by Convention 182") {
    const TemporaryFolder folder;
    const std::string job = folder.write("job.yaml",
                                         "date: 2020-05-01\nage: 16\narrangement: employment\nsector: \"0113\"\n"
                                         "occupation: \"9211\"\ntasks: [pesticide-spraying]\nharmful: yes\n"
                                         "parent_farm: no\n");
    const auto national = run_command({"classify", job, "--law", "us", "--format", "json"});
    REQUIRE(national.code == 0);
    INFO(national.out);
    CHECK(nlohmann::json::parse(national.out).at("class") == "permitted");
    const auto asked = run_command({"classify", job, "--law", "ilo", "--format", "json"});
    REQUIRE(asked.code == 0);
    INFO(asked.out);
    CHECK(nlohmann::json::parse(asked.out).at("class") == "hazardous");
}
