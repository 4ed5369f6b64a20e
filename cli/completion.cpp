// labourlex completion: scripts for the three common shells, generated from the command table, so that they cannot fall
// behind it.
#include "cli/application.hpp"

#include <fmt/format.h>

namespace labourlex::cli {

namespace {

struct KnownCommand {
    std::string name;
    std::string purpose;
    std::vector<DeclaredOption> options;  ///< those with a name
    bool takes_files = false;
    std::vector<std::string> words;  ///< values of its own first argument
};

std::vector<KnownCommand> known_commands() {
    std::vector<KnownCommand> commands;
    for (const CommandEntry& entry : command_table()) {
        Session nothing({});
        const DeclaredCommand declared = declare(entry, nothing);
        KnownCommand command{std::string(entry.name), std::string(entry.purpose), {}, false, {}};
        for (const DeclaredOption& option : declared.options->declared()) {
            if (option.named) {
                command.options.push_back(option);
            } else if (!option.choices.empty()) {
                command.words = option.choices;
            } else {
                command.takes_files = option.takes_path;
            }
        }
        commands.push_back(std::move(command));
    }
    return commands;
}

std::string bash_script(const std::vector<KnownCommand>& commands) {
    std::string names;
    for (const KnownCommand& command : commands) names += command.name + " ";
    std::string text =
        "# Completion of labourlex for bash.\n"
        "_labourlex() {\n"
        "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
        "    COMPREPLY=()\n"
        "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n";
    text += fmt::format("        COMPREPLY=($(compgen -W '{}--help --version' -- \"$word\"))\n", names);
    text += "        return\n    fi\n    case ${COMP_WORDS[1]} in\n";
    for (const KnownCommand& command : commands) {
        text += fmt::format("    {})\n        case $before in\n", command.name);
        std::string options;
        for (const DeclaredOption& option : command.options) {
            options += option.name + " ";
            if (!option.choices.empty()) {
                text += fmt::format("        {}) COMPREPLY=($(compgen -W '{}' -- \"$word\")); return ;;\n", option.name,
                                    fmt::join(option.choices, " "));
            } else if (option.takes_files) {
                text += fmt::format("        {}) COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n", option.name);
            } else if (option.takes_path) {
                text += fmt::format("        {}) COMPREPLY=($(compgen -d -- \"$word\")); return ;;\n", option.name);
            } else if (option.takes_value) {
                text += fmt::format("        {}) return ;;\n", option.name);
            }
        }
        text += "        esac\n";
        text += fmt::format("        COMPREPLY=($(compgen -W '{}{}' -- \"$word\"){}) ;;\n", options,
                            fmt::join(command.words, " "), command.takes_files ? " $(compgen -f -- \"$word\")" : "");
    }
    return text + "    esac\n}\ncomplete -o filenames -F _labourlex labourlex\n";
}

/// A text inside single quotes of zsh and fish.
std::string single_quoted(std::string_view text) {
    std::string result;
    for (const char character : text) {
        if (character == '\'') {
            result += "'\\''";
        } else {
            result += character;
        }
    }
    return result;
}

/// Inside the square brackets of `_arguments`.
std::string bracketed(std::string_view text) {
    std::string result;
    for (const char character : single_quoted(text)) {
        if (character == '[' || character == ']' || character == ':') result += '\\';
        result += character;
    }
    return result;
}

std::string zsh_script(const std::vector<KnownCommand>& commands) {
    std::string text =
        "#compdef labourlex\n# Completion of labourlex for zsh.\n_labourlex() {\n"
        "    local -a commands\n    commands=(\n";
    for (const KnownCommand& command : commands) {
        text += fmt::format("        '{}:{}'\n", command.name, single_quoted(command.purpose));
    }
    text +=
        "    )\n    if (( CURRENT == 2 )); then\n        _describe command commands\n        return\n    fi\n"
        "    local command=$words[2]\n    shift words\n    (( CURRENT-- ))\n    case $command in\n";
    for (const KnownCommand& command : commands) {
        text += fmt::format("    {})\n        _arguments", command.name);
        for (const DeclaredOption& option : command.options) {
            std::string value;
            if (!option.choices.empty()) value = fmt::format(":value:({})", fmt::join(option.choices, " "));
            if (option.choices.empty() && option.takes_value)
                value = option.takes_files ? ":file:_files" : option.takes_path ? ":folder:_files -/" : ":value:";
            text += fmt::format(" \\\n            '{}[{}]{}'", option.name, bracketed(option.purpose), value);
        }
        if (!command.words.empty())
            text += fmt::format(" \\\n            '1:shell:({})'", fmt::join(command.words, " "));
        if (command.takes_files) text += " \\\n            '*:file:_files'";
        text += " ;;\n";
    }
    return text + "    esac\n}\n_labourlex \"$@\"\n";
}

std::string fish_script(const std::vector<KnownCommand>& commands) {
    std::string text = "# Completion of labourlex for fish.\ncomplete -c labourlex -n __fish_use_subcommand -f\n";
    for (const KnownCommand& command : commands) {
        text += fmt::format("complete -c labourlex -n __fish_use_subcommand -a {} -d '{}'\n", command.name,
                            single_quoted(command.purpose));
        const std::string here = fmt::format("complete -c labourlex -n '__fish_seen_subcommand_from {}'", command.name);
        for (const DeclaredOption& option : command.options) {
            text += fmt::format("{} -l {} -d '{}'", here, option.name.substr(2), single_quoted(option.purpose));
            if (!option.choices.empty()) text += fmt::format(" -x -a '{}'", fmt::join(option.choices, " "));
            if (option.choices.empty() && option.takes_value) text += option.takes_path ? " -r" : " -x";
            text += "\n";
        }
        if (!command.words.empty()) text += fmt::format("{} -f -a '{}'\n", here, fmt::join(command.words, " "));
        if (!command.takes_files && command.words.empty()) text += here + " -f\n";
    }
    return text;
}

}  // namespace

Action declare_completion(OptionSet& command, Session& session) {
    auto shell = std::make_shared<std::string>();
    command.choice("SHELL", *shell, {"bash", "zsh", "fish"}, "The shell to complete in");
    return [shell, &session] {
        const auto commands = known_commands();
        if (*shell == "bash") session.out = bash_script(commands);
        if (*shell == "zsh") session.out = zsh_script(commands);
        if (*shell == "fish") session.out = fish_script(commands);
        return static_cast<int>(done);
    };
}

}  // namespace labourlex::cli
