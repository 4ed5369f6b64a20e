// Case files: jobs with the verdict that someone who knows the law expects of them.
#pragma once

#include "engine/facts/job_reader.hpp"

#include <optional>
#include <string>
#include <vector>

namespace labourlex {

/// Greatest size of one case file.
inline constexpr std::size_t max_case_file_bytes = 16U << 20U;

struct Case {
    JobHeading heading;
    TextNode facts;                     ///< the mapping under `facts`
    std::string expect;                 ///< a class, `undetermined` or `out-of-scope`
    std::vector<std::string> possible;  ///< empty: not said
    bool possible_said = false;
    std::vector<std::string> decides;  ///< facts that must all be among the missing ones
    std::vector<std::string> basis;
    std::string why;
    std::string confidence;
    bool law_gap = false;
    Span span;  ///< the case's name in the file
    Span expect_span;
};

/// Whether every case must say what is expected of it. Records that nobody judged need not.
enum class Judged { all, some };

/// Reads the cases of a text. Every mistake is reported; a case with a mistake is left out.
[[nodiscard]] std::vector<Case> read_cases(const TextNode& list, Diagnostics& diagnostics, Judged judged = Judged::all);

}  // namespace labourlex
