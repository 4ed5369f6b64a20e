// Names of laws: whose law, with which drafts, on which day.
#include "engine/files/law_name.hpp"

#include <catch2/catch.hpp>

using namespace labourlex;

namespace {

struct Parsed {
    std::optional<LawName> name;
    std::vector<std::string> codes;
};

Parsed parsed(const std::string& text) {
    Diagnostics diagnostics;
    Parsed result;
    result.name = parse_law_name(text, {}, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        result.codes.emplace_back(entry_of(diagnostic.code).name);
    }
    return result;
}

}  // namespace

TEST_CASE("the name of a law says whose law, with which drafts, on which day") {
    CHECK(*parsed("tj").name == LawName{"tj", {}, std::nullopt, false});
    CHECK(*parsed("tj@2013-01-01").name == LawName{"tj", {}, Date::parse("2013-01-01"), false});
    CHECK(*parsed("tj+draft.law").name == LawName{"tj", {"draft.law"}, std::nullopt, false});
    CHECK(*parsed("tj+a/draft.law+other.law@2027-01-01").name ==
          LawName{"tj", {"a/draft.law", "other.law"}, Date::parse("2027-01-01"), false});
    CHECK(*parsed("path/to/folder@2020-02-29").name == LawName{"path/to/folder", {}, Date::parse("2020-02-29"), true});
    CHECK(*parsed("./tj+x.law").name == LawName{"./tj", {"x.law"}, std::nullopt, true});
    CHECK(*parsed("laws/tj/@2020-01-01").name == LawName{"laws/tj", {}, Date::parse("2020-01-01"), true});
    CHECK(parsed(".").name->folder);
    CHECK(parsed("..").name->folder);
}

TEST_CASE("a bad name of a law is refused with what is wrong") {
    const auto refused = [](const std::string& text, const std::vector<std::string>& codes) {
        const Parsed result = parsed(text);
        INFO(text);
        CHECK_FALSE(result.name);
        CHECK(result.codes == codes);
    };
    refused("", {"L0750"});
    refused("+draft.law", {"L0750"});
    refused("@2020-01-01", {"L0750"});
    refused("tj+", {"L0751"});
    refused("tj++a.law", {"L0751"});
    refused("tj+draft.txt", {"L0751"});
    refused("tj+draft", {"L0751"});
    refused("tj@", {"L0752"});
    refused("tj@2013-02-30", {"L0752"});
    refused("tj@2013", {"L0752"});
    refused("tj@2013-01-01+draft.law", {"L0752"});
    refused("tj+a.law+a.law", {"L0753"});
    refused("+draft@never", {"L0752", "L0750", "L0751"});
}
