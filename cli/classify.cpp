// labourlex classify: the verdict on described jobs.
//
// Every job is read and judged before anything is printed, so that a mistake in the last file leaves no half of a
// result.
#include "cli/case_files.hpp"
#include "cli/commands.hpp"

#include "engine/files/job_desk.hpp"
#include "engine/files/text_file.hpp"
#include "engine/render/verdict_json.hpp"
#include "engine/render/verdict_text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace labourlex::cli {

namespace {

struct Options {
    std::vector<std::string> jobs;
    std::optional<std::string> law;
    std::optional<std::string> on;
    std::optional<std::string> fail_on;
    std::string format = "text";
    bool strict = false;
};

std::optional<JobText> read(Session& session, const std::string& name) {
    const auto source =
        name == "-" ? read_standard_input(max_job_bytes, session.sources, session.diagnostics)
                    : read_text_file(name, max_job_bytes, session.sources, session.diagnostics, session.place_of(name));
    if (!source) return std::nullopt;
    auto tree = read_job_text(session.sources, *source, format_of(name), session.diagnostics);
    if (!tree) return std::nullopt;
    return read_job(std::move(*tree), session.diagnostics);
}

/// Whether the verdict is, or may still become, a class at least as grave as `limit`. Nothing, with a diagnostic, when
/// the law knows no such class.
std::optional<bool> reaches_class(Session& session, const Verdict& verdict, const std::string& limit) {
    const auto law = session.shelf()->folder().law(verdict.jurisdiction, session.place_of(limit), session.diagnostics);
    if (law == nullptr) return std::nullopt;
    std::vector<std::string> classes;
    for (const ClassDeclaration& declaration : law->classes()) classes.push_back(declaration.name);
    const auto from = std::find(classes.begin(), classes.end(), limit);
    if (from == classes.end()) {
        session.diagnostics.report(Code::L0724, session.place_of(limit),
                                   {limit, verdict.jurisdiction, fmt::format("{}", fmt::join(classes, ", "))});
        return std::nullopt;
    }
    return std::any_of(from, classes.end(), [&](const std::string& grave) {
        return std::find(verdict.possible.begin(), verdict.possible.end(), grave) != verdict.possible.end() ||
               verdict.cls == grave;
    });
}

std::string as_text(const std::vector<Verdict>& verdicts, const std::vector<std::string>& names) {
    const bool colour = Session::colour_of_output();
    if (verdicts.size() == 1) return verdict_text(verdicts.front(), colour);
    std::string text;
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const std::string& name = verdicts[i].id.empty() ? names[i] : verdicts[i].id;
        text += fmt::format("{}== {} ==\n{}", i == 0 ? "" : "\n", name, verdict_text(verdicts[i], colour));
    }
    return text;
}

int run(Session& session, const Options& options) {
    JudgeOptions how;
    how.law = options.law;
    how.strict = options.strict;
    if (options.law) how.law_place = session.place_of(*options.law);
    if (options.on) {
        how.on = read_day(session, *options.on);
        if (!how.on) return bad_input;
    }
    if (std::count(options.jobs.begin(), options.jobs.end(), "-") > 1) {
        session.diagnostics.report(Code::L0723, session.place_of("-"));
        return bad_input;
    }
    LawShelf* shelf = session.shelf();
    if (shelf == nullptr) return bad_input;

    std::vector<Verdict> verdicts;
    bool good = true;
    for (const std::string& name : options.jobs) {
        const auto job = read(session, name);
        auto verdict = job ? judge(*shelf, *job, how, session.diagnostics) : std::nullopt;
        good = good && verdict.has_value();
        if (verdict) verdicts.push_back(std::move(*verdict));
    }
    if (!good) return bad_input;

    bool reached = false;
    if (options.fail_on) {
        for (const Verdict& verdict : verdicts) {
            const auto grave = reaches_class(session, verdict, *options.fail_on);
            if (!grave) return bad_input;
            reached = reached || *grave;
        }
    }
    session.out = options.format == "json" ? verdicts_json(verdicts) : as_text(verdicts, options.jobs);
    return reached ? found_something : done;
}

}  // namespace

Action declare_classify(OptionSet& command, Session& session) {
    auto options = std::make_shared<Options>();
    command.arguments("JOB", options->jobs, "Job files, YAML or JSON; `-` reads standard input", true);
    command.option("--law", options->law, "JURISDICTION", "Whose law, as in `tj`; wins over the job's `country`");
    command.option("--on", options->on, "YYYY-MM-DD", "The day that counts; wins over the job's `date`");
    command.flag("--strict", options->strict,
                 "Assumes nothing but that there is no sign of a worst form where none is stated");
    command.option("--fail-on", options->fail_on, "CLASS",
                   "Exit code 1 when this class or a graver one is the verdict or possible: "
                   "permitted, light-work, prohibited, hazardous, worst-form");
    command.choice("--format", options->format, {"text", "json"},
                   "How the verdict is written; JSON is an object for one job, an array for several");
    return [options, &session] { return run(session, *options); };
}

}  // namespace labourlex::cli
