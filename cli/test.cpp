// labourlex test: runs case files. A failure is shown with the whole verdict; coverage follows.
#include "cli/case_files.hpp"
#include "cli/commands.hpp"

#include "engine/cases/case_judgement.hpp"
#include "engine/cases/coverage.hpp"
#include "engine/cases/exercise.hpp"
#include "engine/files/job_desk.hpp"
#include "engine/files/text_file.hpp"
#include "engine/render/case_report.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace labourlex::cli {

namespace {

namespace fs = std::filesystem;

struct Options {
    std::vector<std::string> paths;
    std::string format = "text";
    bool coverage = false;
};

/// The objections that stand beside case files, in `objections.csv` of their folders.
std::map<std::string, Objection> read_all_objections(Session& session, const std::vector<fs::path>& files) {
    std::map<std::string, Objection> objections;
    std::set<fs::path> folders;
    for (const fs::path& file : files) folders.insert(file.parent_path());
    for (const fs::path& folder : folders) {
        std::error_code error;
        const fs::path path = folder / "objections.csv";
        if (!fs::exists(path, error)) continue;
        const auto source = read_text_file(path, max_case_file_bytes, session.sources, session.diagnostics);
        if (source) objections.merge(read_objections(session.sources, *source, session.diagnostics));
    }
    return objections;
}

int run(Session& session, const Options& options) {
    LawShelf* shelf = session.shelf();
    if (shelf == nullptr) return bad_input;
    const auto files = files_meant(session, shelf->folder(), options.paths);
    if (!files) return bad_input;
    const std::vector<Case> cases = read_case_files(session, *files);
    const std::map<std::string, Objection> objections = read_all_objections(session, *files);
    if (session.diagnostics.has_errors()) return bad_input;

    CaseReport report;
    ReachedNorms reached;
    std::map<std::string, Exercises> exercises;
    std::set<std::string> jurisdictions;
    for (const Case& one : cases) {
        const JobText job = job_of(one);
        const auto placed = place_job(*shelf, job, {}, session.diagnostics);
        if (!placed) continue;
        auto verdict = judge(*placed, job.place, false, session.diagnostics);
        if (!verdict) continue;
        if (options.coverage && !exercises[verdict->jurisdiction].add(placed->tables, placed->job, one.heading.id)) {
            session.diagnostics.report(Code::L0728, job.place, {one.heading.id});
        }
        const auto law = shelf->folder().law(verdict->jurisdiction, one.span, session.diagnostics);
        if (law != nullptr) check_outcomes(one, law->classes(), session.diagnostics);
        reached.add(*verdict);
        jurisdictions.insert(verdict->jurisdiction);
        const Place place = session.sources.place(one.span.source, one.span.begin);
        const std::string where = std::string(session.sources.name(one.span.source)) + ":" + std::to_string(place.line);
        const auto objection = objections.find(one.heading.id);
        report.add(one, where, std::move(*verdict), objection == objections.end() ? nullptr : &objection->second);
    }
    if (session.diagnostics.has_errors()) return bad_input;
    for (const std::string& name : jurisdictions) {
        const auto law = shelf->folder().law(name, session.place_of(""), session.diagnostics);
        report.add_coverage(name, reached.coverage_of(*law));
        if (options.coverage) report.add_exercise(name, exercises[name].coverage_of(*law), session.sources);
    }
    session.out = options.format == "json" ? report.json() : report.text(Session::colour_of_output());
    return report.failed() == 0 ? done : found_something;
}

}  // namespace

Action declare_test(OptionSet& command, Session& session) {
    auto options = std::make_shared<Options>();
    command.arguments("PATH", options->paths, "Case files or folders of them; the cases of all rulesets when left out",
                      false);
    command.flag("--coverage", options->coverage,
                 "Lists the rules, items, exceptions, requirements, limit cells and table rows that no case exercises");
    command.choice("--format", options->format, {"text", "json"}, "How the report is written");
    return [options, &session] { return run(session, *options); };
}

}  // namespace labourlex::cli
