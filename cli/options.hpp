// The options of a subcommand: declared in one place, read by CLI11, and kept as a list for help and shell completion.
//
// Commands declare their options here and nowhere else, so that only one file of the program has to know CLI11.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace labourlex::cli {

/// An option as help and completion show it.
struct DeclaredOption {
    std::string name;  ///< "--format", or "JOB" for an argument without a name
    std::string purpose;
    bool named = true;
    bool takes_value = true;
    bool takes_path = false;
    bool takes_files = false;             ///< files, not only folders
    std::vector<std::string> choices;     ///< empty: any value
    const std::string* chosen = nullptr;  ///< the value, where there are choices
};

/// What came of reading a command line.
struct ReadOptions {
    enum class Kind { read, help_asked, not_understood };
    Kind kind = Kind::read;
    std::string problem;  ///< not_understood: one sentence
};

class OptionSet {
public:
    /// `lead` stands before everything else in the help text.
    OptionSet(const std::string& program, const std::string& lead);
    ~OptionSet();
    OptionSet(const OptionSet&) = delete;
    OptionSet& operator=(const OptionSet&) = delete;

    /// Arguments without a name: at least one where `required`.
    void arguments(const std::string& name, std::vector<std::string>& target, const std::string& purpose,
                   bool required);
    void argument(const std::string& name, std::string& target, const std::string& purpose);
    void argument(const std::string& name, std::optional<std::string>& target, const std::string& purpose);
    /// `--name VALUE`.
    void option(const std::string& name, std::optional<std::string>& target, const std::string& value,
                const std::string& purpose);
    /// `--name PATH...`: one or more files or folders.
    void paths(const std::string& name, std::vector<std::string>& target, const std::string& purpose);
    /// `--name`.
    void flag(const std::string& name, bool& target, const std::string& purpose);
    /// `--name WORD`, one of a few words (or an argument without a name, when `name` has no dashes).
    void choice(const std::string& name, std::string& target, const std::vector<std::string>& choices,
                const std::string& purpose);

    [[nodiscard]] const std::vector<DeclaredOption>& declared() const { return declared_; }
    [[nodiscard]] ReadOptions read(std::vector<std::string> arguments);
    [[nodiscard]] std::string help() const;

private:
    std::unique_ptr<CLI::App> app_;
    std::vector<DeclaredOption> declared_;
};

}  // namespace labourlex::cli
