#include "cli/case_files.hpp"

#include "engine/files/text_file.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace labourlex::cli {

namespace fs = std::filesystem;

namespace {

void report_same_names(Session& session, const std::vector<Case>& cases) {
    std::map<std::string, Span> seen;
    for (const Case& one : cases) {
        if (!seen.emplace(one.heading.id, one.span).second)
            session.diagnostics.report(Code::L0745, one.span, {one.heading.id});
    }
}

std::string place_text(const Session& session, const Span& span) {
    return fmt::format("{}:{}", session.sources.name(span.source), session.sources.place(span.source, span.begin).line);
}

}  // namespace

std::vector<fs::path> case_files_in(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const fs::path& path = at->path();
        const bool in_cases = path.parent_path().filename() == "cases" || path.parent_path() == folder;
        std::error_code ignored;
        if (in_cases && path.extension() == ".yaml" && at->is_regular_file(ignored)) files.push_back(path);
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::optional<std::vector<fs::path>> files_meant(Session& session, const RulesetFolder& rulesets,
                                                 const std::vector<std::string>& paths) {
    const std::vector<std::string> where = paths.empty() ? std::vector{rulesets.path().string()} : paths;
    std::vector<fs::path> files;
    for (const std::string& path : where) {
        std::error_code error;
        // A bare name that is no path is a jurisdiction, as for `check`.
        const bool of_law = !fs::exists(path, error) && fs::is_directory(rulesets.path() / path, error);
        const fs::path folder = of_law ? rulesets.path() / path : fs::path(path);
        if (!fs::is_directory(folder, error)) {
            files.emplace_back(path);
            continue;
        }
        const auto inside = case_files_in(folder);
        if (inside.empty()) {
            session.diagnostics.report(Code::L0746, session.place_of(path), {path});
            return std::nullopt;
        }
        files.insert(files.end(), inside.begin(), inside.end());
    }
    return files;
}

std::vector<Case> read_case_files(Session& session, const std::vector<fs::path>& files) {
    std::vector<Case> cases;
    for (const fs::path& file : files) {
        const auto source = read_text_file(file, max_case_file_bytes, session.sources, session.diagnostics);
        if (!source) continue;
        const auto tree = read_job_text(session.sources, *source, JobTextFormat::yaml, session.diagnostics, true,
                                        max_case_file_bytes);
        if (!tree) continue;
        auto read = read_cases(*tree, session.diagnostics);
        std::move(read.begin(), read.end(), std::back_inserter(cases));
    }
    report_same_names(session, cases);
    return cases;
}

JobText job_of(const Case& one) {
    JobText job;
    job.heading = one.heading;
    job.facts = one.facts;
    job.form = FactsForm::own_mapping;
    job.place = one.span;
    job.country_place = one.span;
    return job;
}

JobTextFormat format_of(const std::string& name) {
    const auto ends = [&](std::string_view ending) { return name.ends_with(ending); };
    if (ends(".json")) return JobTextFormat::json;
    if (ends(".yaml") || ends(".yml")) return JobTextFormat::yaml;
    return JobTextFormat::guess;
}

std::vector<NamedJob> read_jobs(Session& session, const std::vector<fs::path>& files) {
    std::vector<NamedJob> jobs;
    std::vector<Case> cases;
    for (const fs::path& file : files) {
        const auto source = read_text_file(file, max_case_file_bytes, session.sources, session.diagnostics);
        if (!source) continue;
        auto tree = read_job_text(session.sources, *source, format_of(file.string()), session.diagnostics, true,
                                  max_case_file_bytes);
        if (!tree) continue;
        if (tree->kind == TextNode::Kind::mapping) {
            auto job = read_job(std::move(*tree), session.diagnostics);
            if (!job) continue;
            const std::string name = job->heading.id.empty() ? file.filename().string() : job->heading.id;
            jobs.push_back({name, place_text(session, job->place), std::move(*job)});
            continue;
        }
        for (Case& one : read_cases(*tree, session.diagnostics, Judged::some)) {
            jobs.push_back({one.heading.id, place_text(session, one.span), job_of(one)});
            cases.push_back(std::move(one));
        }
    }
    report_same_names(session, cases);
    return jobs;
}

}  // namespace labourlex::cli
