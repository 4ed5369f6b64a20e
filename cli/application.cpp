#include "cli/application.hpp"

#include "dsl-grammar/suggestion.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace labourlex::cli {

namespace {

constexpr std::string_view synopsis =
    "Tells, for a described job, whether child-labour law permits it: under which class, on which provision,\n"
    "on what date, and what is unknown.\n";

std::string indented(std::string_view lines) {
    std::string result = "  ";
    for (const char character : lines) {
        result += character;
        if (character == '\n') result += "  ";
    }
    return result + "\n";
}

/// Puts examples before everything else: most who ask for help want a line to copy.
class ExamplesFirst : public CLI::Formatter {
public:
    explicit ExamplesFirst(const CommandEntry& entry) : entry_(entry) { column_width(34); }

    std::string make_description(const CLI::App*) const override {
        return fmt::format("{}.\n\nExamples:\n{}\n", entry_.purpose, indented(entry_.examples));
    }

private:
    const CommandEntry& entry_;
};

std::string overview() {
    std::string text = fmt::format("{}\nExamples:\n{}\nCommands:\n", synopsis,
                                   indented("labourlex classify examples/bread-stall.yaml\n"
                                            "labourlex facts tj\n"
                                            "labourlex laws"));
    for (const CommandEntry& entry : command_table()) text += fmt::format("  {:<12}{}\n", entry.name, entry.purpose);
    text += "\n`labourlex COMMAND --help` shows the options of a command; `labourlex --version` the version.\n"
            "Exit codes: 0 done, 1 the check asked for found something, 2 bad input or usage, 3 internal error.\n";
    return text;
}

const CommandEntry* find_command(std::string_view name) {
    for (const CommandEntry& entry : command_table()) {
        if (entry.name == name) return &entry;
    }
    return nullptr;
}

std::vector<std::string> command_names() {
    std::vector<std::string> names;
    for (const CommandEntry& entry : command_table()) names.emplace_back(entry.name);
    return names;
}

/// Options that every command has may also stand before its name; they are put after it. Returns the place of the name.
std::size_t command_position(const std::vector<std::string>& arguments) {
    std::size_t at = 0;
    while (at < arguments.size() && arguments[at].starts_with("--")) {
        const bool takes_next = arguments[at] == "--rulesets" || arguments[at] == "--diagnostics";
        at += takes_next ? 2 : 1;
    }
    return std::min(at, arguments.size());
}

int unknown_command(Session& session, const std::string& name) {
    const std::vector<std::string> names = command_names();
    session.diagnostics.report(Code::L0721, session.place_of(name),
                               {name, fmt::format("{}", fmt::join(names, ", "))});
    return session.finish(bad_input);
}

}  // namespace

DeclaredCommand::DeclaredCommand() = default;
DeclaredCommand::~DeclaredCommand() = default;
DeclaredCommand::DeclaredCommand(DeclaredCommand&&) noexcept = default;

DeclaredCommand declare(const CommandEntry& entry, Session& session) {
    DeclaredCommand command;
    command.app = std::make_unique<CLI::App>(std::string(entry.purpose), fmt::format("labourlex {}", entry.name));
    command.app->formatter(std::make_shared<ExamplesFirst>(entry));
    command.app->set_help_flag("-h,--help", "Shows this text");
    command.action = entry.declare(*command.app, session);
    command.app->add_option("--rulesets", session.rulesets, "The folder of rulesets to use")->option_text("DIR");
    add_choice(*command.app, session, "--diagnostics", session.diagnostics_format, {"text", "plain", "json", "sarif"},
               "How messages about bad input are written");
    return command;
}

int run(std::vector<std::string> arguments) {
    Session session(arguments);
    const std::size_t at = command_position(arguments);
    const std::size_t leading = at;
    const auto given_before = [&](std::string_view a, std::string_view b) {
        return std::any_of(arguments.begin(), arguments.begin() + static_cast<std::ptrdiff_t>(leading),
                           [&](const std::string& argument) { return argument == a || argument == b; });
    };
    const bool short_help = at < arguments.size() && arguments[at] == "-h";
    if (short_help || given_before("--help", "--help")) {
        session.out = overview();
        return session.finish(done);
    }
    if (given_before("--version", "--version")) {
        session.out = "labourlex " LABOURLEX_VERSION "\n";
        return session.finish(done);
    }
    if (at == arguments.size()) {
        session.diagnostics.report(Code::L0726, session.place_of(""), {fmt::format("{}", fmt::join(command_names(), ", "))});
        return session.finish(bad_input);
    }
    const std::string name = arguments[at];
    const CommandEntry* entry = find_command(name);
    if (entry == nullptr) return unknown_command(session, name);

    DeclaredCommand command = declare(*entry, session);
    arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(at));
    std::reverse(arguments.begin(), arguments.end());   // as CLI11 wants them
    try {
        command.app->parse(arguments);
    } catch (const CLI::Success&) {
        session.out = command.app->help();
        return session.finish(done);
    } catch (const CLI::ParseError& problem) {
        session.diagnostics.report(Code::L0720, session.place_of(name),
                                   {problem.what(), fmt::format("labourlex {}", entry->name)});
        return session.finish(bad_input);
    }
    if (!session.choices_are_good()) return session.finish(bad_input);
    return session.finish(command.action());
}

}  // namespace labourlex::cli
