#include "cli/case_files.hpp"

#include "engine/files/text_file.hpp"

#include <algorithm>
#include <map>

namespace labourlex::cli {

namespace fs = std::filesystem;

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
    std::map<std::string, Span> seen;
    for (const Case& one : cases) {
        if (!seen.emplace(one.heading.id, one.span).second)
            session.diagnostics.report(Code::L0745, one.span, {one.heading.id});
    }
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

}  // namespace labourlex::cli
