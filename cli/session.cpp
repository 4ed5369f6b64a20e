#include "cli/session.hpp"

#include <unistd.h>
#include <cstdio>
#include <cstdlib>

namespace labourlex::cli {

namespace {

/// The command line as one text, each argument at the place that messages point to.
std::string joined(const std::vector<std::string>& arguments) {
    std::string text = "labourlex";
    for (const std::string& argument : arguments) text += ' ' + argument;
    return text;
}

bool terminal_with_colours(int descriptor) {
    const char* refused = std::getenv("NO_COLOR");  // NOLINT(concurrency-mt-unsafe)
    const char* terminal = std::getenv("TERM");     // NOLINT(concurrency-mt-unsafe)
    const bool dumb = terminal != nullptr && std::string_view(terminal) == "dumb";
    return (refused == nullptr || *refused == '\0') && !dumb && ::isatty(descriptor) == 1;
}

}  // namespace

Session::Session(std::vector<std::string> arguments)
    : arguments_(std::move(arguments)), command_line_(sources.add("command line", joined(arguments_))) {}

Span Session::place_of(std::string_view argument) const {
    std::uint32_t begin = std::string_view("labourlex").size();
    for (const std::string& given : arguments_) {
        ++begin;
        const auto size = static_cast<std::uint32_t>(given.size());
        if (given == argument) return {command_line_, begin, begin + size};
        // `--law=tj`: the value only.
        if (given.starts_with("--") && given.size() > argument.size() && given.ends_with(argument) &&
            given[given.size() - argument.size() - 1] == '=') {
            return {command_line_, begin + size - static_cast<std::uint32_t>(argument.size()), begin + size};
        }
        begin += size;
    }
    return {command_line_, 0, std::string_view("labourlex").size()};
}

LawShelf* Session::shelf() {
    if (shelf_ == nullptr) {
        const auto path = find_rulesets(rulesets, rulesets ? place_of(*rulesets) : place_of(""), diagnostics);
        if (!path) return nullptr;
        folder_ = std::make_unique<RulesetFolder>(*path, sources);
        if (folder_->folders().empty()) {
            folder_.reset();
            diagnostics.report(Code::L0718, rulesets ? place_of(*rulesets) : place_of(""), {path->string()});
            return nullptr;
        }
        shelf_ = std::make_unique<LawShelf>(*folder_);
    }
    return shelf_.get();
}

bool Session::colour_of_output() {
    return terminal_with_colours(STDOUT_FILENO);
}

int Session::finish(int code) {
    if (!diagnostics.empty()) {
        diagnostics.sort();
        DiagnosticFormat format = DiagnosticFormat::text;
        if (diagnostics_format == "plain") format = DiagnosticFormat::plain;
        if (diagnostics_format == "json") format = DiagnosticFormat::json;
        if (diagnostics_format == "sarif") format = DiagnosticFormat::sarif;
        const std::string text = render(diagnostics, sources, format, terminal_with_colours(STDERR_FILENO));
        std::fwrite(text.data(), 1, text.size(), stderr);
    }
    const bool written = std::fwrite(out.data(), 1, out.size(), stdout) == out.size() && std::fflush(stdout) == 0;
    if (!written) {
        std::fputs("labourlex: the result could not be written to standard output\n", stderr);
        return bad_input;
    }
    return code;
}

}  // namespace labourlex::cli
