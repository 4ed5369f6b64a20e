// labourlex fmt: the one layout of `.law` files.
//
// All files are read before any is written, and each is replaced in one step. A file with a mistake in it is refused,
// because what could not be read would be lost. The new text is parsed again and compared with the old tree before it
// replaces anything.
#include "cli/commands.hpp"

#include "dsl-grammar/formatter.hpp"
#include "dsl-grammar/parser.hpp"
#include "engine/files/text_file.hpp"

namespace labourlex::cli {

namespace {

struct Options {
    std::vector<std::string> files;
    bool check = false;
};

struct LaidOut {
    std::string name;
    std::uint32_t source = 0;
    std::string text;
};

std::optional<LaidOut> lay_out(Session& session, const std::string& name) {
    Diagnostics problems;
    const auto source = name == "-" ? read_standard_input(max_law_file_bytes, session.sources, session.diagnostics)
                                    : read_text_file(name, max_law_file_bytes, session.sources, session.diagnostics);
    if (!source) return std::nullopt;
    const syntax::File tree = parse(session.sources, *source, problems);
    const bool unreadable = problems.has_errors() || !tree.complete;
    session.diagnostics.append(problems);
    if (unreadable) {
        session.diagnostics.report(Code::L0731, Span{*source, 0, 0}, {name});
        return std::nullopt;
    }
    LaidOut result{name, *source, format(tree)};
    Diagnostics again;
    const std::uint32_t printed = session.sources.add(name, result.text);
    if (!same_tree(tree, parse(session.sources, printed, again)) || again.has_errors()) {
        session.diagnostics.report(Code::L0732, Span{*source, 0, 0}, {name});
        return std::nullopt;
    }
    return result;
}

int run(Session& session, const Options& options) {
    std::vector<LaidOut> files;
    bool good = true;
    for (const std::string& name : options.files) {
        auto file = lay_out(session, name);
        if (file) {
            files.push_back(std::move(*file));
        } else {
            good = false;
        }
    }
    if (!good) return bad_input;

    int code = done;
    for (const LaidOut& file : files) {
        const bool changed = file.text != session.sources.text(file.source);
        if (options.check) {
            if (changed) session.diagnostics.report(Code::L0730, Span{file.source, 0, 0}, {file.name});
            if (changed) code = found_something;
        } else if (file.name == "-") {
            session.out += file.text;
        } else if (changed) {
            if (const auto problem = replace_file(file.name, file.text)) {
                session.diagnostics.report(Code::L0703, Span{file.source, 0, 0}, {file.name, *problem});
                code = bad_input;
            }
        }
    }
    return code;
}

}  // namespace

Action declare_fmt(OptionSet& command, Session& session) {
    auto options = std::make_shared<Options>();
    command.arguments("FILE", options->files, "`.law` files; `-` reads standard input and prints the result", true);
    command.flag("--check", options->check, "Changes nothing; exit code 1 when a file is not in the one layout");
    return [options, &session] { return run(session, *options); };
}

}  // namespace labourlex::cli
