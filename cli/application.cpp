#include "cli/application.hpp"

#include <algorithm>

#include <fmt/format.h>

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

std::string overview() {
    std::string text = fmt::format("{}\nExamples:\n{}\nCommands:\n", synopsis,
                                   indented("labourlex classify examples/bread-stall.yaml\n"
                                            "labourlex facts tj\n"
                                            "labourlex laws"));
    for (const CommandEntry& entry : command_table()) text += fmt::format("  {:<12}{}\n", entry.name, entry.purpose);
    text +=
        "\n`labourlex COMMAND --help` shows the options of a command; `labourlex --version` the version.\n"
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

/// Whether every option that takes one of a few words has one of them; what has not is reported.
bool choices_are_good(Session& session, const std::vector<DeclaredOption>& options) {
    bool good = true;
    for (const DeclaredOption& option : options) {
        if (option.chosen == nullptr) continue;
        if (std::find(option.choices.begin(), option.choices.end(), *option.chosen) != option.choices.end()) continue;
        session.diagnostics.report(Code::L0725, session.place_of(*option.chosen),
                                   {*option.chosen, option.name, fmt::format("{}", fmt::join(option.choices, ", "))});
        good = false;
    }
    return good;
}

int unknown_command(Session& session, const std::string& name) {
    const std::vector<std::string> names = command_names();
    session.diagnostics.report(Code::L0721, session.place_of(name), {name, fmt::format("{}", fmt::join(names, ", "))});
    return session.finish(bad_input);
}

}  // namespace

DeclaredCommand declare(const CommandEntry& entry, Session& session) {
    const std::string lead = fmt::format("{}.\n\nExamples:\n{}\n", entry.purpose, indented(entry.examples));
    DeclaredCommand command{std::make_unique<OptionSet>(fmt::format("labourlex {}", entry.name), lead), {}};
    command.action = entry.declare(*command.options, session);
    command.options->option("--rulesets", session.rulesets, "DIR", "The folder of rulesets to use");
    command.options->choice("--diagnostics", session.diagnostics_format, {"text", "plain", "json", "sarif"},
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
        session.diagnostics.report(Code::L0726, session.place_of(""),
                                   {fmt::format("{}", fmt::join(command_names(), ", "))});
        return session.finish(bad_input);
    }
    const std::string name = arguments[at];
    const CommandEntry* entry = find_command(name);
    if (entry == nullptr) return unknown_command(session, name);

    DeclaredCommand command = declare(*entry, session);
    arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(at));
    const ReadOptions result = command.options->read(arguments);
    if (result.kind == ReadOptions::Kind::help_asked) {
        session.out = command.options->help();
        return session.finish(done);
    }
    if (result.kind == ReadOptions::Kind::not_understood) {
        session.diagnostics.report(Code::L0720, session.place_of(name),
                                   {result.problem, fmt::format("labourlex {}", entry->name)});
        return session.finish(bad_input);
    }
    if (!choices_are_good(session, command.options->declared())) return session.finish(bad_input);
    return session.finish(command.action());
}

}  // namespace labourlex::cli
