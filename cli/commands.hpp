// The table of subcommands: one entry a command, one file a command.
#pragma once

#include "cli/session.hpp"

#include <functional>
#include <span>
#include <string_view>

namespace CLI {
class App;
}

namespace labourlex::cli {

/// Does the command's work once its options are read; returns the exit code.
using Action = std::function<int()>;

struct CommandEntry {
    std::string_view name;
    std::string_view purpose;                          ///< one line
    std::string_view examples;                         ///< shown first by `--help`, one command line a line
    Action (*declare)(CLI::App& app, Session& session);   ///< declares the options and returns what to do
};

[[nodiscard]] std::span<const CommandEntry> command_table();

Action declare_classify(CLI::App& app, Session& session);
Action declare_table(CLI::App& app, Session& session);
Action declare_test(CLI::App& app, Session& session);
Action declare_check(CLI::App& app, Session& session);
Action declare_fmt(CLI::App& app, Session& session);
Action declare_laws(CLI::App& app, Session& session);
Action declare_facts(CLI::App& app, Session& session);
Action declare_completion(CLI::App& app, Session& session);

/// Adds an option that takes one of a few words. A wrong word is a usage error that lists them.
void add_choice(CLI::App& app, Session& session, const std::string& name, std::string& target,
                const std::vector<std::string>& choices, const std::string& purpose);

/// Reads the day after `--on`. Nothing, with a diagnostic, when it is no day.
[[nodiscard]] std::optional<Date> read_day(Session& session, const std::string& text);

}  // namespace labourlex::cli
