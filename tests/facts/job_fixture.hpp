// A small vocabulary with one fact of every type, and short ways to read a job by it.
#pragma once

#include "engine/facts/job_reader.hpp"

#include <string>

namespace labourlex::testing {

/// Facts: age (whole years), load_kg (kg), hours_per_day (hours), passengers (no unit), sex (choice), paid (yes/no),
/// sector (ISIC), occupation (ISCO), tasks and coercion (sets of our own trees), sectors (a set of ISIC), start_time.
const Vocabulary& small_vocabulary();

/// Everything that came of one text.
struct ReadJob {
    Sources sources;
    Diagnostics diagnostics;
    std::optional<Job> job;

    /// What is known of a fact; fails the test when the job or the fact is missing.
    [[nodiscard]] const Knowledge& known(const std::string& fact) const;
    /// The codes of the diagnostics, such as "L0513 L0530".
    [[nodiscard]] std::string codes() const;
    /// One line a diagnostic: place, code, message, remedy.
    [[nodiscard]] std::string report() const;
};

[[nodiscard]] ReadJob read_job(const std::string& text, JobTextFormat format = JobTextFormat::guess);

/// The codes of reading the text alone.
[[nodiscard]] std::string text_codes(const std::string& text, JobTextFormat format = JobTextFormat::guess);

[[nodiscard]] std::string report_of(const Diagnostics& diagnostics, const Sources& sources);

[[nodiscard]] std::string contents_of(const std::string& path);

}  // namespace labourlex::testing
