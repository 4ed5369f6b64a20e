// Every text that the analyses put into their results beyond what the law and the vocabulary say, in one table. Whole
// sentences with numbered places; a second language is a second `Texts`.
#pragma once

#include <string_view>

namespace labourlex::analyse {

struct Texts {
    /// {0} title of the part, {1} instrument and provision.
    std::string_view unread_part = "Text not read: {0} ({1})";
    std::string_view unread_says = "says so";
    std::string_view unread_silent = "does not say so";
    /// {0} title of a part or law that gives a class because it is supposed to.
    std::string_view supposed_part = "Text not read and supposed to say so: {0}";
    std::string_view supposed_law = "Law not read and supposed to say so: {0}";
    std::string_view unread_law = "Law not read: {0}";
    std::string_view unread_law_class = "makes it {0}";
    std::string_view unread_law_not_class = "does not make it {0}";
    /// {0} limit, {1} rows.
    std::string_view open_figure = "Figure not read: {0}, {1}";
    std::string_view open_figure_passes = "such that the comparison holds";
    std::string_view open_figure_fails = "such that the comparison does not hold";
    std::string_view open_figure_below = "lower than what the job has";
    std::string_view open_figure_at_most = "at most what the job has";
    std::string_view open_figure_above = "higher than what the job has";
    std::string_view open_figure_at_least = "at least what the job has";
    std::string_view something_else = "something that neither law names";
    std::string_view nothing_else = "nothing that neither law names";
    std::string_view parameter_value = "{0}: {1}";
    std::string_view parameter_of_national_law = "{0}: {1}, as the national law that was read has it";
    std::string_view parameter_left_to_state =
        "{0}: left to the State, so no number of hours is held against the national law";
    std::string_view parameter_taken = "{0}: nobody has told; taken as {1}, for want of better";
    std::string_view separator = ", ";

    // The table of legal standards.
    std::string_view minimum_age = "Minimum age for work";
    std::string_view hazardous_age = "Minimum age for hazardous work";
    std::string_view hazardous_list = "List of hazardous work";
    std::string_view forced_labour = "Forced labour";
    std::string_view trafficking = "Trafficking in children";
    std::string_view sexual_exploitation = "Commercial sexual exploitation";
    std::string_view illicit_activities = "Illicit activities";
    std::string_view armed_conflict = "Recruitment for armed conflict";
    std::string_view compulsory_schooling = "Age to which school is compulsory";
    std::string_view military_recruitment = "Recruitment into the forces of the State";
    std::string_view free_schooling = "Free public schooling";
    std::string_view between_tests = "; ";
    /// {0} kinds of job.
    std::string_view kinds_of_job = "{0}.";
    std::string_view every_kind_of_job = "Every kind of job.";
    std::string_view subject_and_value = "{0}: {1}";
    /// {0} code of a classification, {1} title.
    std::string_view code_and_title = "{0} {1}";
    std::string_view no_age = "none";
    std::string_view any_age = "any age";
    /// {0} age.
    std::string_view age_if_answers = "{0}, if open questions turn out so";
    /// {0} the lower age, {1} the higher one.
    std::string_view age_or_age = "{0} or {1}, as open questions turn out";
    /// {0} number of provisions.
    std::string_view more_provisions = "and {0} more";
    /// {0} items, {1} parts.
    std::string_view items_and_unread = "items for all children up to 17 that were read: {0}; parts not read: {1}";
    std::string_view only_unread_list = "No list is sure: what is known of it was not read, or is in doubt.";
    std::string_view no_list = "No list of hazardous work for all children up to 17 is encoded.";
    /// {0} age at which school ends, {1} age from which work is permitted.
    std::string_view school_ends_early = "School is compulsory to {0}, ordinary work is permitted from {1}.";
};

inline constexpr Texts texts;

}  // namespace labourlex::analyse
