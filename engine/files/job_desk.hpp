// From a job's text to its verdict: finds the law and the day, binds the facts, classifies.
#pragma once

#include "engine/facts/job.hpp"
#include "engine/facts/job_reader.hpp"
#include "engine/files/law_shelf.hpp"
#include "engine/include/labourlex/verdict.hpp"

#include <memory>
#include <optional>
#include <string>

namespace labourlex {

/// What a command says about a job; it wins over what the job says.
struct JudgeOptions {
    std::optional<std::string> law;
    Span law_place;
    std::optional<Date> on;
    bool strict = false;
};

/// A job as read, before its law is known.
struct JobText {
    JobHeading heading;
    TextNode facts;  ///< a mapping
    FactsForm form = FactsForm::beside_heading;
    Span place;  ///< where messages about the job as a whole point
    Span country_place;
};

/// Reads the heading of a job's text. Nothing, with diagnostics, when it is bad.
[[nodiscard]] std::optional<JobText> read_job(TextNode job, Diagnostics& diagnostics);

/// A job held against its law: read, bound, and found to be one that can be.
struct PlacedJob {
    std::shared_ptr<const CompiledTables> tables;
    Job job;
    bool date_was_default = false;
};

/// Finds the law and the day of a job and binds its facts. Nothing, with diagnostics, when the job or the law is bad.
[[nodiscard]] std::optional<PlacedJob> place_job(LawShelf& shelf, const JobText& job, const JudgeOptions& options,
                                                 Diagnostics& diagnostics);

/// The same under tables at hand, whatever law and day the job names. `also_known`: the words of a law that this one is
/// compared with; a job may use them as it may use those of any encoded law.
[[nodiscard]] std::optional<PlacedJob> place_job(LawShelf& shelf, std::shared_ptr<const CompiledTables> tables,
                                                 const JobText& job, const Vocabulary& also_known,
                                                 Diagnostics& diagnostics);

/// The verdict on a job that has its place. Nothing, with a diagnostic at `place`, when it cannot be worked out.
[[nodiscard]] std::optional<Verdict> judge(const PlacedJob& placed, Span place, bool strict, Diagnostics& diagnostics);

/// The verdict on a job. Nothing, with diagnostics, when the job or the law is bad.
[[nodiscard]] std::optional<Verdict> judge(LawShelf& shelf, const JobText& job, const JudgeOptions& options,
                                           Diagnostics& diagnostics);

}  // namespace labourlex
