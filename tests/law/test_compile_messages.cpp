// Every mistake in meaning has a text that makes it and the message that answers it, and a page.
//
// The texts stand in tests/golden/law; each is read below the heading of `inline_law.hpp` unless it begins with
// `# whole file`. After a deliberate change run with LABOURLEX_UPDATE_GOLDEN=1 and read the difference.
#include "tests/support/inline_law.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <set>

using namespace labourlex;
using namespace labourlex::test;

namespace {

const std::filesystem::path root = LABOURLEX_SOURCE_DIR;

std::string text_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

/// What only an analysis of every possible job finds has its texts in tests/golden/analyses.
bool of_analysis(const CodeEntry& entry) {
    return entry.name >= "L0620" && entry.name <= "L0638";
}

bool of_meaning(const CodeEntry& entry) {
    return !of_analysis(entry) && entry.severity != Severity::note && (entry.name.starts_with("L02") || entry.name.starts_with("L03") ||
                                                entry.name.starts_with("L04") || entry.name.starts_with("L06"));
}

/// Codes without a text of their own: the parser refuses the statement before its meaning is asked, or the text would
/// need several packs. Their pages say what they guard.
const std::set<std::string, std::less<>> guards = {"L0209", "L0214", "L0234", "L0235", "L0249", "L0303",
                                                   "L0305", "L0308", "L0321", "L0322", "L0323", "L0324",
                                                   "L0330", "L0334", "L0407", "L0413", "L0414"};

}  // namespace

TEST_CASE("mistakes in meaning are answered as written down", "[messages]") {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(root / "tests/golden/law")) {
        if (entry.path().extension() != ".law") continue;
        ++count;
        const std::string text = text_of(entry.path());
        const std::string code = entry.path().stem().string();
        const InlineLaw law = compile_inline(text, text.rfind("# whole file", 0) != 0);
        INFO(code << '\n' << law.shown());
        const auto golden = std::filesystem::path(entry.path()).replace_extension("txt");
        if (std::getenv("LABOURLEX_UPDATE_GOLDEN") != nullptr) {
            std::ofstream(golden, std::ios::binary) << render(law.diagnostics, law.sources, DiagnosticFormat::text);
        } else {
            CHECK(text_of(golden) == render(law.diagnostics, law.sources, DiagnosticFormat::text));
        }
        // One mistake, one code: nothing follows from it.
        const auto codes = law.codes();
        CHECK(std::set<std::string>(codes.begin(), codes.end()) == std::set<std::string>{code});
        CHECK((law.law != nullptr) == code.starts_with("L06"));
    }
    CHECK(count > 60);
}

TEST_CASE("every code of meaning has its golden text and its page", "[messages]") {
    for (const CodeEntry& entry : code_table()) {
        if (!of_meaning(entry)) continue;
        const std::string name(entry.name);
        INFO(name);
        if (guards.count(name) == 0) CHECK(std::filesystem::exists(root / "tests/golden/law" / (name + ".law")));
        CHECK(text_of(root / "docs/diagnostics" / (name + ".md")).find("# " + name + ": " + std::string(entry.title)) ==
              0);
    }
}
