// The case files of a folder, as `test` runs them and `check --cases` counts what they exercise.
#pragma once

#include "cli/session.hpp"
#include "engine/cases/case_file.hpp"
#include "engine/files/job_desk.hpp"

#include <filesystem>
#include <vector>

namespace labourlex::cli {

/// Case files of a folder: its own `*.yaml`, and those in folders named `cases` at any depth.
[[nodiscard]] std::vector<std::filesystem::path> case_files_in(const std::filesystem::path& folder);

/// The cases of these files. Every mistake is reported, two cases of one name too.
[[nodiscard]] std::vector<Case> read_case_files(Session& session, const std::vector<std::filesystem::path>& files);

/// The job that a case states.
[[nodiscard]] JobText job_of(const Case& one);

}  // namespace labourlex::cli
