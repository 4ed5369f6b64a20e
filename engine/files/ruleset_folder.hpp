// Where the rulesets stand on disk, and how a jurisdiction is read from them.
//
// A folder of rulesets holds one folder a jurisdiction (`tj`) or pack (`common`), each with `*.law` files, data files
// and cases. Only the jurisdiction asked for and the packs that it uses are read, because the reading is most of the
// time of a single decision.
#pragma once

#include "engine/files/law_name.hpp"
#include "engine/law/compiler.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace labourlex {

/// A law together with what it was compiled from.
struct LawAndTexts {
    std::shared_ptr<const CompiledLaw> law;
    std::shared_ptr<const LawTexts> texts;
};

/// Greatest size of a data file that a taxonomy names.
inline constexpr std::size_t max_data_file_bytes = 16U << 20U;

/// The folder of rulesets: the one given (`--rulesets`), else `$LABOURLEX_RULESETS`, else `rulesets` beside the program
/// or in the checkout that the program was built in, else the installed data folder. A folder given that does not exist
/// is an error, not a reason to look further.
[[nodiscard]] std::optional<std::filesystem::path> find_rulesets(const std::optional<std::string>& given, Span asked_at,
                                                                 Diagnostics& diagnostics);

class RulesetFolder {
public:
    RulesetFolder(std::filesystem::path path, Sources& sources);

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// Names of the folders that hold `.law` files, sorted.
    [[nodiscard]] const std::vector<std::string>& folders() const { return folders_; }
    /// Those that describe a jurisdiction (a pack such as `common` does not). Parses what was not parsed yet.
    [[nodiscard]] const std::vector<std::string>& jurisdictions(Diagnostics& diagnostics);

    /// Reads and compiles a jurisdiction, once. Null, with diagnostics, when it does not exist or does not compile.
    [[nodiscard]] std::shared_ptr<const CompiledLaw> law(const std::string& jurisdiction, Span asked_at,
                                                         Diagnostics& diagnostics);
    /// The same for a folder that may stand anywhere. Packs are looked for beside it, then among the rulesets.
    [[nodiscard]] std::shared_ptr<const CompiledLaw> law_of_folder(const std::filesystem::path& folder,
                                                                   Diagnostics& diagnostics);
    /// A jurisdiction's law with drafts: amendments, instruments and norms that are not in force, in `.law` files that
    /// may stand anywhere. They count as if they stood in the folder after its own files, in the order given; nothing
    /// is written anywhere, and the law without them is not changed. Null, with diagnostics that point into the drafts.
    [[nodiscard]] std::shared_ptr<const CompiledLaw> law_with_drafts(const std::string& jurisdiction,
                                                                     const std::vector<std::filesystem::path>& drafts,
                                                                     Span asked_at, Diagnostics& diagnostics);
    /// The law that a name means (engine/files/law_name.hpp), with its syntax trees. Both null, with diagnostics, when
    /// it does not exist or does not compile.
    [[nodiscard]] LawAndTexts named_law(const LawName& name, Span asked_at, Diagnostics& diagnostics);

    /// Whether the folder's `.law` files declare a jurisdiction; nothing, with diagnostics, when they cannot be read.
    [[nodiscard]] std::optional<bool> declares_jurisdiction(const std::filesystem::path& folder,
                                                            Diagnostics& diagnostics);

    /// Number of the folder's `.law` files that could be opened.
    [[nodiscard]] std::size_t files_in(const std::filesystem::path& folder);

    /// Names of the facts, questions and parameters that any folder but the jurisdiction's own declares.
    [[nodiscard]] std::set<std::string> facts_elsewhere(const std::string& jurisdiction);

private:
    struct Reading {
        ParsedFolder folder;
        Diagnostics diagnostics;
    };

    const Reading& read(const std::filesystem::path& folder);
    /// Reads the data files that the files of a folder name, those from file `from` on.
    void read_data(ParsedFolder& parsed, const std::filesystem::path& folder, std::size_t from,
                   Diagnostics& diagnostics);
    /// The folder of a jurisdiction of these rulesets; nothing, with a diagnostic, when there is none of that name.
    std::optional<std::filesystem::path> folder_of(const std::string& jurisdiction, Span asked_at,
                                                   Diagnostics& diagnostics);
    LawAndTexts with_texts(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& drafts,
                           Span asked_at, Diagnostics& diagnostics);
    bool collect_packs(const Reading& reading, const std::filesystem::path& folder,
                       std::map<std::string, ParsedFolder>& packs, std::vector<std::string>& open,
                       Diagnostics& diagnostics);

    std::filesystem::path path_;
    Sources& sources_;
    std::vector<std::string> folders_;
    std::optional<std::vector<std::string>> jurisdictions_;
    std::map<std::filesystem::path, Reading> readings_;
    std::map<std::filesystem::path, std::shared_ptr<const CompiledLaw>> laws_;
    /// By the folder and the drafts.
    std::map<std::vector<std::filesystem::path>, LawAndTexts> with_texts_;
};

}  // namespace labourlex
