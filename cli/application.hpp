// One run of the command, from its arguments to its exit code.
#pragma once

#include "cli/commands.hpp"

#include <memory>
#include <string>
#include <vector>

namespace labourlex::cli {

/// A subcommand with all its options declared. The options point into `action` and the session.
struct DeclaredCommand {
    std::unique_ptr<OptionSet> options;
    Action action;
};

[[nodiscard]] DeclaredCommand declare(const CommandEntry& entry, Session& session);

/// Runs the command line `arguments` (without the program's name) and returns the exit code.
[[nodiscard]] int run(std::vector<std::string> arguments);

}  // namespace labourlex::cli
