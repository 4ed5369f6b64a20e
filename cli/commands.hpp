// The table of subcommands: one entry a command, one file a command.
#pragma once

#include "cli/options.hpp"
#include "cli/session.hpp"
#include "engine/files/law_name.hpp"

#include <functional>
#include <span>
#include <string_view>

namespace labourlex::cli {

/// Does the command's work once its options are read; returns the exit code.
using Action = std::function<int()>;

struct CommandEntry {
    std::string_view name;
    std::string_view purpose;                                 ///< one line
    std::string_view examples;                                ///< shown first by `--help`, one command line a line
    Action (*declare)(OptionSet& command, Session& session);  ///< declares the options and returns what to do
};

[[nodiscard]] std::span<const CommandEntry> command_table();

Action declare_classify(OptionSet& command, Session& session);
Action declare_table(OptionSet& command, Session& session);
Action declare_test(OptionSet& command, Session& session);
Action declare_cases(OptionSet& command, Session& session);
Action declare_check(OptionSet& command, Session& session);
Action declare_fmt(OptionSet& command, Session& session);
Action declare_laws(OptionSet& command, Session& session);
Action declare_doc(OptionSet& command, Session& session);
Action declare_consolidate(OptionSet& command, Session& session);
Action declare_facts(OptionSet& command, Session& session);
Action declare_find(OptionSet& command, Session& session);
Action declare_diff(OptionSet& command, Session& session);
Action declare_conform(OptionSet& command, Session& session);
Action declare_matrix(OptionSet& command, Session& session);
Action declare_completion(OptionSet& command, Session& session);

/// Reads the day after `--on`. Nothing, with a diagnostic, when it is no day.
[[nodiscard]] std::optional<Date> read_day(Session& session, const std::string& text);

/// Reads the name of a law and the day after `--on`, which may be named once. Nothing, with a diagnostic, when one is
/// bad.
[[nodiscard]] std::optional<LawName> read_law_name(Session& session, const std::string& text,
                                                   const std::optional<std::string>& on);

/// Reads a whole number from 1 to 1000. Nothing, with a diagnostic, when it is none.
[[nodiscard]] std::optional<std::size_t> read_count(Session& session, const std::string& text);

}  // namespace labourlex::cli
