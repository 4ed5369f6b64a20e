// Exported laws: a small one against files that a person has read, and what is refused, with its reason.
//
// That other engines read the files as the law does is shown by tests/exchange/run.mjs over all judged cases. To accept
// a changed file, run with LABOURLEX_UPDATE_GOLDEN=1 and read the difference before committing it.
#include "engine/exchange/exchange.hpp"
#include "tests/tables/small_law.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

using namespace labourlex;
using namespace labourlex::test;

namespace {

void check_golden(const std::string& name, const std::string& text) {
    const auto path = std::filesystem::path(LABOURLEX_SOURCE_DIR) / "tests/golden/exchange" / name;
    if (std::getenv("LABOURLEX_UPDATE_GOLDEN") != nullptr) {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
        return;
    }
    std::ifstream file(path, std::ios::binary);
    std::ostringstream expected;
    expected << file.rdbuf();
    INFO(path);
    CHECK(text == expected.str());
}

std::string exported(const std::shared_ptr<const Version>& law, ExchangeFormat format) {
    Diagnostics diagnostics;
    const auto text = export_tables(lower(law), format, Span{}, diagnostics);
    REQUIRE(diagnostics.empty());
    REQUIRE(text);
    return *text;
}

/// The one diagnostic with which both formats refuse the law.
Diagnostic refusal(const std::shared_ptr<const Version>& law) {
    Diagnostics diagnostics;
    CHECK_FALSE(export_tables(lower(law), ExchangeFormat::zen, Span{}, diagnostics));
    CHECK_FALSE(export_tables(lower(law), ExchangeFormat::dmn, Span{}, diagnostics));
    REQUIRE(diagnostics.all().size() == 2);
    CHECK(diagnostics.all()[0].code == diagnostics.all()[1].code);
    return diagnostics.all()[1];
}

std::shared_ptr<const Version> law_asking(VersionBuilder& law, const Condition& when) {
    law.rule("asked", "Asked", when, "prohibited");
    return law.build();
}

}  // namespace

TEST_CASE("a small law in the formats of other engines") {
    check_golden("small.dmn", exported(small_law(), ExchangeFormat::dmn));
    check_golden("small.json", exported(small_law(), ExchangeFormat::zen));
}

TEST_CASE("every name of a graph stands for one node, and every edge ends at nodes") {
    const auto graph = nlohmann::json::parse(exported(small_law(), ExchangeFormat::zen));
    std::set<std::string> nodes;
    for (const auto& node : graph["nodes"]) CHECK(nodes.insert(node["id"]).second);
    for (const auto& edge : graph["edges"]) {
        CHECK(nodes.count(edge["sourceId"]) == 1);
        CHECK(nodes.count(edge["targetId"]) == 1);
    }
}

TEST_CASE("a fact whose name another language keeps for itself is refused") {
    VersionBuilder law;
    const Diagnostic found = refusal(law_asking(law, law.yes(law.yes_no("then", "Then"))));
    CHECK(found.code == Code::L0770);
    CHECK(found.words.at(0) == "then");
    CHECK(found.words.at(1) == "DMN");
}

TEST_CASE("a fact whose name is no name elsewhere is refused") {
    VersionBuilder law;
    CHECK(refusal(law_asking(law, law.yes(law.yes_no("own-farm", "Own farm")))).code == Code::L0770);
}

TEST_CASE("a figure of more digits than binary engines keep apart is refused where it bounds a fact") {
    VersionBuilder law;
    const FactIndex dose = law.number("dose", "Dose", "", 0, Rational(1'000'000'000'000'000'001, 1'000'000'000));
    CHECK(refusal(law_asking(law, law.under(dose, 5))).code == Code::L0770);
}

TEST_CASE("a sum that can outgrow exact binary addition is refused, a smaller one is not") {
    const auto sum_under = [](std::int64_t high) {
        VersionBuilder law;
        const FactIndex a = law.number("a_amount", "First amount", "", 0, high);
        const FactIndex b = law.number("b_amount", "Second amount", "", 0, high);
        Atom atom;
        atom.kind = Atom::Kind::number;
        atom.form.terms = {{a, 1, no_fact}, {b, 1, no_fact}};
        atom.form.constant = -7;
        atom.comparison = Comparison::under;
        return law_asking(law, law.atom(atom));
    };
    CHECK(refusal(sum_under(9'000'000)).code == Code::L0770);
    CHECK(exported(sum_under(900'000), ExchangeFormat::dmn)
              .find("floor(a_amount * 1000000000 + 0.5) + floor(b_amount * 1000000000 + 0.5)") != std::string::npos);
}

TEST_CASE("a code that other languages cannot quote is refused") {
    VersionBuilder law;
    Taxonomy goods("goods", "Goods", false);
    goods.add("a\"b", "Quoted", no_code);
    const FactIndex fact = law.code_fact("goods_made", "Goods", FactType::code_set, law.taxonomy(goods));
    CHECK(refusal(law_asking(law, law.codes(Atom::Kind::set_includes, fact, {"a\"b"}))).code == Code::L0770);
}

TEST_CASE("a tree that has the code by which others say what no tree names is refused") {
    VersionBuilder law;
    Taxonomy goods("goods", "Goods", false);
    goods.add("unlisted", "Not on the list", no_code);
    const FactIndex fact = law.code_fact("goods_made", "Goods", FactType::code_set, law.taxonomy(goods));
    CHECK(refusal(law_asking(law, law.codes(Atom::Kind::set_includes, fact, {"unlisted"}))).code == Code::L0770);
}

TEST_CASE("law that is not encoded, beside a default that is not the mildest class, is refused as a law") {
    VersionBuilder law;
    law.version.classes[0].is_default = false;
    law.version.classes[1].is_default = true;
    UnseenLaw unseen;
    unseen.name = "xx.before";
    unseen.title = "The law before";
    law.version.unseen_laws.push_back(unseen);
    const Diagnostic found = refusal(law_asking(law, law.under(law.number("age", "Age", "years", 0, 120, true), 15)));
    CHECK(found.code == Code::L0771);
}
