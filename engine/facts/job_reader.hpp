// Binding a job's text to the vocabulary of a law: names, types, ranges, codes.
#pragma once

#include "engine/facts/job.hpp"
#include "engine/facts/job_text.hpp"

#include <set>

namespace labourlex {

/// The names `id`, `text`, `country`, `date` of a job.
struct JobHeading {
    std::string id;
    std::string text;
    std::optional<std::string> country;
    std::optional<Date> date;
};

/// Reads only the heading, before it is known which law applies.
[[nodiscard]] std::optional<JobHeading> read_heading(const TextNode& job, Diagnostics& diagnostics);

/// Where the facts of a job stand: beside its heading, or (in case files) in a mapping of their own.
enum class FactsForm { beside_heading, own_mapping };

/// Binds the facts of `facts` (a mapping) to `vocabulary`. Beside the heading, heading names are skipped; in a mapping
/// of their own they are unknown names like any other. `known_elsewhere` holds the names that other encoded laws
/// declare: accepted and listed as not used. Nothing, with diagnostics in order of place, when any fact is bad.
///
/// What is read strictly, so that a slip of the keyboard never changes a verdict:
/// - yes/no is `true` or `false` without quotes, or the words `yes` and `no`; `"true"` in quotes is a text, `1` a
/// number;
/// - a number is written without quotes, or as a text with its unit ("4.1 kg"), which is converted exactly; `1e3`,
/// `0x10`,
///   `010`, `+5` and `.5` are bad input;
/// - a code is a text; YAML may leave out the quotes (0116 keeps its zero), JSON may not;
/// - `unknown` or null states that nothing is known.
[[nodiscard]] std::optional<Job> bind_job(const TextNode& facts, JobHeading heading, const Vocabulary& vocabulary,
                                          const std::set<std::string>& known_elsewhere, Diagnostics& diagnostics,
                                          FactsForm form = FactsForm::beside_heading);

}  // namespace labourlex
