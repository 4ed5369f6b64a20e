// labourlex cases: jobs just inside and just outside each norm, as a case file for a person to judge.
#include "cli/commands.hpp"

#include "engine/render/boundary_cases.hpp"

namespace labourlex::cli {

namespace {

struct Options {
    std::string jurisdiction;
    std::optional<std::string> on;
    std::string format = "yaml";
};

int run(Session& session, const Options& options) {
    Date day = Date::today();
    if (options.on) {
        const auto read = read_day(session, *options.on);
        if (!read) return bad_input;
        day = *read;
    }
    LawShelf* shelf = session.shelf();
    if (shelf == nullptr) return bad_input;
    const auto tables =
        shelf->tables(options.jurisdiction, day, session.place_of(options.jurisdiction), session.diagnostics);
    if (tables == nullptr) return bad_input;
    const BoundaryJobs jobs = boundary_jobs(tables);
    session.out = options.format == "json" ? boundary_cases_json(*tables, jobs, session.sources)
                                           : boundary_cases_yaml(*tables, jobs, session.sources);
    return done;
}

}  // namespace

Action declare_cases(OptionSet& command, Session& session) {
    auto options = std::make_shared<Options>();
    command.argument("LAW", options->jurisdiction, "Whose law, as in `tj`");
    command.option("--on", options->on, "YYYY-MM-DD", "The day that counts; today when left out");
    command.choice("--format", options->format, {"yaml", "json"}, "How the jobs are written");
    return [options, &session] { return run(session, *options); };
}

}  // namespace labourlex::cli
