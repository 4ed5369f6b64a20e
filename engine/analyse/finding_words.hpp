// Every text that the findings of `check` put into the messages of dsl-grammar/messages/meaning.inc, in one table.
// Whole clauses with numbered places; a second language is a second `FindingTexts`.
#pragma once

#include <string_view>

namespace labourlex::analyse {

struct FindingTexts {
    // Why no job meets a norm.
    std::string_view unmet_itself = "what it asks for cannot be true together";
    /// {0}: limits.
    std::string_view unmet_without_limit = "it compares with {0}, of which no text is in force any more";
    std::string_view unmet_with_shared = "what it asks for and what its list or section asks for exclude each other";
    std::string_view unmet_with_reach = "`{0}` does not reach the jobs that it describes";
    std::string_view unmet_in_time = "its act and its own period exclude each other";

    // Why an exception never takes effect. {0}: norms.
    std::string_view never_with_parent = "no job meets its condition and that of {0}";
    std::string_view always_taken_before = "{0} always takes away before what it speaks to";

    // What covers a norm. {0}: norms.
    std::string_view covered_by_one = "{0} gives the same class or a graver one";
    std::string_view covered_by_several = "one of {0} gives the same class or a graver one";
    std::string_view covered_by_bars = "another norm bars the job, or no act that says who may work reaches it";
    /// {0}: norms, {1}: how many more.
    std::string_view covered_by_many = "one of {0} and {1} more gives the same class or a graver one";

    // Which of two exceptions decides. {0}: a class, or an exception.
    std::string_view graver_decides = "the graver class decides, {0}";
    std::string_view removal_decides = "`{0}` decides, which takes it away";

    // Why a condition is never or always true.
    std::string_view never_of_itself = "the declared ranges and constraints leave no such job";
    std::string_view never_beside = "what stands beside it excludes it";
    std::string_view never_with_shared = "what the list or section asks for excludes it";
    std::string_view never_with_reach = "`{0}` does not reach such jobs";
    std::string_view always_of_itself = "the declared ranges and constraints leave no other job";
    /// {0}: a limit.
    std::string_view no_limit_in_force = "the limit `{0}` has no text in force where the norm has one";

    // Limits.
    std::string_view row_never_of_itself = "the declared ranges and constraints leave no such job";
    std::string_view row_never_reached = "`{0}` does not reach such jobs";
    std::string_view row_taken_before = "an earlier row takes all of them";
    /// {0}: bands of the row.
    std::string_view in_row = "in the row `{0}`";
    /// {0}: the figure.
    std::string_view figure_out_of_reach = "no job states more than {0} there";

    // Related lines. {0}: facts of the job.
    std::string_view example = "for example a job with {0}";
    std::string_view example_anything = "for example any job";
    /// {0}: the first day of a version that is not the one of today.
    std::string_view as_it_stood = "as the law stands from {0}, in the last version with this text";
    std::string_view exception_to = "the exception speaks to this";
    std::string_view act_that_ended = "the act";
    std::string_view covers = "this covers it";
    std::string_view other_exception = "the other exception";
    std::string_view other_item = "the other norm of the list";

    // Analyses that were not finished. {0}: what the budget counts.
    std::string_view budget = "more than {0} nodes of decision diagrams would be needed";
    // What was not finished. {0}: jurisdiction.
    std::string_view reading = "the law of {0}";
    std::string_view norms_unmet = "which norms of {0} no job meets";
    std::string_view exceptions_idle = "which exceptions of {0} take effect";
    std::string_view conditions_idle = "which conditions of {0} matter";
    std::string_view limits_idle = "which limits of {0} bind";
    std::string_view conflicts = "which exceptions of {0} contradict each other";
    std::string_view norms_covered = "which norms of {0} change nothing";

    std::string_view fact_and_value = "{0}: {1}";
    std::string_view name = "`{0}`";
    std::string_view separator = ", ";
    std::string_view title_separator = "; ";
    std::string_view example_separator = "; ";
    std::string_view cut_off = " ...";
};

inline constexpr FindingTexts finding_texts;

}  // namespace labourlex::analyse
