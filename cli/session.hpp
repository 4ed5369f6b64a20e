// What every subcommand shares: the options that all have, the texts read, and what is to be printed.
//
// Nothing is printed while a command works. Results are gathered in `out` and written at the end, so that a command
// that fails half-way leaves no half of a result behind.
#pragma once

#include "dsl-grammar/diagnostic.hpp"
#include "engine/files/law_shelf.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace labourlex::cli {

enum ExitCode : int { done = 0, found_something = 1, bad_input = 2, internal_error = 3 };

class Session {
public:
    /// `arguments` as given to the program, without its own name.
    explicit Session(std::vector<std::string> arguments);

    // Options that every command has.
    std::optional<std::string> rulesets;
    std::string diagnostics_format = "text";

    Sources sources;
    Diagnostics diagnostics;
    std::string out;

    /// The place of an argument in the command line as typed, for messages about it.
    [[nodiscard]] Span place_of(std::string_view argument) const;

    /// The rulesets and the laws compiled from them; null, with a diagnostic, when there is no such folder.
    [[nodiscard]] LawShelf* shelf();

    /// Whether standard output is a terminal that shows colours, and `NO_COLOR` is not set.
    [[nodiscard]] static bool colour_of_output();

    /// Writes the diagnostics to standard error and the result to standard output; returns the exit code of the
    /// program.
    [[nodiscard]] int finish(int code);

private:
    std::vector<std::string> arguments_;
    std::uint32_t command_line_;
    std::unique_ptr<RulesetFolder> folder_;
    std::unique_ptr<LawShelf> shelf_;
};

}  // namespace labourlex::cli
