// Every command shown in README.md and docs/*.md is run, and what it prints is held against what the page shows.
//
// A block is fenced as ```console; `exit=2` after the word says that the commands end so. A line that starts with `$ `
// is a command, lines after it are its output. A line of output `...` stands for any lines, `...` at the end of a line
// for the rest of it. The commands of a page run one after the other in a folder of their own, with copies of what they
// need.
#include "tests/command/process.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <sstream>

namespace fs = std::filesystem;
using labourlex::test::read_whole;
using labourlex::test::shell;
using labourlex::test::TemporaryFolder;

namespace {

struct ShownCommand {
    std::string page;
    int line = 0;
    int exit_code = 0;
    std::string command;
    std::vector<std::string> output;
};

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::vector<ShownCommand> shown_commands(const fs::path& page) {
    std::vector<ShownCommand> commands;
    bool inside = false;
    int exit_code = 0;
    int number = 0;
    for (const std::string& line : lines_of(read_whole(page.string()))) {
        ++number;
        if (!inside && line.starts_with("```console")) {
            inside = true;
            const auto stated = line.find("exit=");
            exit_code = stated == std::string::npos ? 0 : std::stoi(line.substr(stated + 5));
        } else if (inside && line.starts_with("```")) {
            inside = false;
        } else if (inside && line.starts_with("$ ")) {
            commands.push_back({page.filename().string(), number, exit_code, line.substr(2), {}});
        } else if (inside && !commands.empty()) {
            commands.back().output.push_back(line);
        }
    }
    return commands;
}

bool line_matches(const std::string& shown, const std::string& printed) {
    if (shown.ends_with("...")) return printed.starts_with(shown.substr(0, shown.size() - 3));
    return shown == printed;
}

/// Whether the printed lines from `at` on match the shown ones from `from` on.
bool matches(const std::vector<std::string>& shown, std::size_t from, const std::vector<std::string>& printed,
             std::size_t at) {
    if (from == shown.size()) return at == printed.size();
    if (shown[from] == "...") {
        for (std::size_t next = at; next <= printed.size(); ++next) {
            if (matches(shown, from + 1, printed, next)) return true;
        }
        return false;
    }
    return at < printed.size() && line_matches(shown[from], printed[at]) && matches(shown, from + 1, printed, at + 1);
}

}  // namespace

TEST_CASE("commands shown in the pages do what the pages show") {
    std::vector<fs::path> pages{fs::path(LABOURLEX_SOURCE_DIR) / "README.md"};
    for (const auto& entry : fs::directory_iterator(fs::path(LABOURLEX_SOURCE_DIR) / "docs")) {
        if (entry.path().extension() == ".md") pages.push_back(entry.path());
    }
    std::sort(pages.begin(), pages.end());
    std::size_t run = 0;
    for (const fs::path& page : pages) {
        const TemporaryFolder folder;
        for (const char* needed : {"examples", "rulesets"}) {
            fs::copy(fs::path(LABOURLEX_SOURCE_DIR) / needed, fs::path(folder.path()) / needed,
                     fs::copy_options::recursive);
        }
        for (const ShownCommand& shown : shown_commands(page)) {
            INFO(shown.page << ":" << shown.line << ": " << shown.command);
            const auto result = shell("{ " + shown.command + "\n} 2>&1", {"", {}, folder.path()});
            INFO(result.out);
            CHECK(result.code == shown.exit_code);
            if (!shown.output.empty()) CHECK(matches(shown.output, 0, lines_of(result.out), 0));
            ++run;
        }
    }
    CHECK(run >= 8);
}

TEST_CASE("the matcher of shown output can fail") {
    CHECK(matches({"a", "...", "d"}, 0, {"a", "b", "c", "d"}, 0));
    CHECK(matches({"a..."}, 0, {"abc"}, 0));
    CHECK(matches({"...", "b", "..."}, 0, {"a", "b"}, 0));
    CHECK_FALSE(matches({"a", "d"}, 0, {"a", "b", "c", "d"}, 0));
    CHECK_FALSE(matches({"a", "...", "e"}, 0, {"a", "b", "c", "d"}, 0));
    CHECK_FALSE(matches({"a"}, 0, {"a", "b"}, 0));
}
