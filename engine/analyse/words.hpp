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
    std::string_view unread_law = "Law not read: {0}";
    std::string_view unread_law_class = "makes it {0}";
    std::string_view unread_law_not_class = "does not make it {0}";
    /// {0} comparison in words, {1} limit, {2} rows.
    std::string_view open_figure = "Figure not read: {0}, {1}";
    std::string_view open_figure_passes = "such that the comparison holds";
    std::string_view open_figure_fails = "such that the comparison does not hold";
    std::string_view something_else = "something that neither law names";
    std::string_view nothing_else = "nothing that neither law names";
    std::string_view parameter_value = "{0}: {1}";
    std::string_view parameter_of_national_law = "{0}: {1}, because that is what the national law says itself";
    std::string_view parameter_left_to_state =
        "{0}: left to the State, so no number of hours is held against the national law";
    std::string_view parameter_taken = "{0}: nobody has told; taken as {1}, as the conventions' own rules do";
    std::string_view separator = ", ";
};

inline constexpr Texts texts;

}  // namespace labourlex::analyse
