// Files are read with bounds and replaced in one step.
#include "engine/files/ruleset_folder.hpp"
#include "engine/files/text_file.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace labourlex;
namespace fs = std::filesystem;

namespace {

class Folder {
public:
    Folder() {
        std::string pattern = (fs::temp_directory_path() / "labourlex-files-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        path_ = pattern;
    }
    ~Folder() {
        std::error_code error;
        fs::remove_all(path_, error);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] fs::path write(const std::string& name, const std::string& text) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << text;
        return path_ / name;
    }
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

struct Reading {
    Sources sources;
    Diagnostics diagnostics;
    [[nodiscard]] bool said(Code code) const {
        for (const Diagnostic& diagnostic : diagnostics.all()) {
            if (diagnostic.code == code) return true;
        }
        return false;
    }
};

}  // namespace

TEST_CASE("a file is read up to its bound and not one byte beyond") {
    const Folder folder;
    const fs::path file = folder.write("a", "12345");
    Reading reading;
    const auto source = read_text_file(file, 5, reading.sources, reading.diagnostics);
    REQUIRE(source);
    CHECK(reading.sources.text(*source) == "12345");
    CHECK_FALSE(read_text_file(file, 4, reading.sources, reading.diagnostics));
    CHECK(reading.said(Code::L0702));
    CHECK_FALSE(read_text_file(folder.path() / "none", 4, reading.sources, reading.diagnostics));
    CHECK(reading.said(Code::L0701));
    Reading of_folder;
    CHECK_FALSE(read_text_file(folder.path(), 4, of_folder.sources, of_folder.diagnostics));
    CHECK(of_folder.said(Code::L0705));
    Reading of_device;
    CHECK_FALSE(read_text_file("/dev/zero", 1000, of_device.sources, of_device.diagnostics));
    CHECK(of_device.said(Code::L0702));
}

TEST_CASE("a file is replaced whole or not at all") {
    const Folder folder;
    const fs::path file = folder.write("a", "old");
    CHECK_FALSE(replace_file(file, "new"));
    Reading reading;
    CHECK(reading.sources.text(*read_text_file(file, 10, reading.sources, reading.diagnostics)) == "new");
    CHECK(replace_file(folder.path() / "none", "new"));
    CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
}

TEST_CASE("packs are looked for beside the folder, then among the rulesets") {
    const Folder folder;
    (void)folder.write("sets/zz/a.law", "jurisdiction zz \"Zed\"\nuse shared\n");
    (void)folder.write("sets/shared/a.law", "use zz-pack\n");
    (void)folder.write("sets/zz-pack/a.law", "use shared\n");
    Reading reading;
    RulesetFolder rulesets(folder.path() / "sets", reading.sources);
    CHECK(rulesets.folders() == std::vector<std::string>{"shared", "zz", "zz-pack"});
    CHECK(rulesets.jurisdictions(reading.diagnostics) == std::vector<std::string>{"zz"});
    CHECK(rulesets.law("zz", {}, reading.diagnostics) == nullptr);
    CHECK(reading.said(Code::L0715));
    CHECK(rulesets.law("shared", {}, reading.diagnostics) == nullptr);
    CHECK(reading.said(Code::L0711));
}

TEST_CASE("facts of other laws are known by name") {
    const Folder folder;
    (void)folder.write("a/a.law", "fact moon \"Moon\"\n  yes or no\n  asks \"Moon?\"\n  absent assume no\n");
    (void)folder.write("b/b.law", "fact sun \"Sun\"\n  yes or no\n  asks \"Sun?\"\n  absent assume no\n");
    Sources sources;
    RulesetFolder rulesets(folder.path(), sources);
    CHECK(rulesets.facts_elsewhere("a") == std::set<std::string>{"sun"});
}

TEST_CASE("a folder of rulesets that was named and does not exist is an error") {
    Reading reading;
    CHECK_FALSE(find_rulesets("/nowhere", {}, reading.diagnostics));
    CHECK(reading.said(Code::L0710));
    CHECK(find_rulesets(LABOURLEX_SOURCE_DIR "/rulesets", {}, reading.diagnostics));
}
