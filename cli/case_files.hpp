// The case files of a folder, as `test` runs them and `check --cases` counts what they exercise; and jobs of any file,
// as `diff --cases` replays them.
#pragma once

#include "cli/session.hpp"
#include "engine/cases/case_file.hpp"
#include "engine/files/job_desk.hpp"

#include <filesystem>
#include <vector>

namespace labourlex::cli {

/// Case files of a folder: its own `*.yaml`, and those in folders named `cases` at any depth.
[[nodiscard]] std::vector<std::filesystem::path> case_files_in(const std::filesystem::path& folder);

/// The files that paths mean: a folder its case files, the bare name of a jurisdiction those of its ruleset; none,
/// those of all rulesets. Nothing, with a diagnostic, where a folder holds none.
[[nodiscard]] std::optional<std::vector<std::filesystem::path>> files_meant(Session& session,
                                                                            const RulesetFolder& rulesets,
                                                                            const std::vector<std::string>& paths);

/// The cases of these files. Every mistake is reported, two cases of one name too.
[[nodiscard]] std::vector<Case> read_case_files(Session& session, const std::vector<std::filesystem::path>& files);

/// The job that a case states.
[[nodiscard]] JobText job_of(const Case& one);

/// The format of a job's text, by the ending of its file's name.
[[nodiscard]] JobTextFormat format_of(const std::string& name);

/// A job with the name by which it is told: its own, or that of its file.
struct NamedJob {
    std::string name;
    std::string where;  ///< file and line
    JobText job;
};

/// The jobs of these files: lists of cases, judged or not, and files of a single job. Every mistake is reported.
[[nodiscard]] std::vector<NamedJob> read_jobs(Session& session, const std::vector<std::filesystem::path>& files);

}  // namespace labourlex::cli
