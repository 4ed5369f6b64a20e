// Every text that a verdict's data holds beyond what the law and the vocabulary say, in one table.
//
// Whole sentences with numbered places, never fragments; a second language is a second `Texts`.
#pragma once

#include <string_view>

namespace labourlex::decide {

struct Texts {
    std::string_view yes = "yes";
    std::string_view no = "no";
    std::string_view unknown = "unknown";
    std::string_view none = "none";
    std::string_view unnamed_code = "a code that no norm names";
    std::string_view number_range = "{0} to {1}";
    std::string_view alternatives = "any of {0}";
    std::string_view set_parts = "has {0}; has not {1}; the rest is unknown";
    std::string_view set_has = "has {0}; the rest is unknown";
    std::string_view set_has_not = "has not {0}; the rest is unknown";
    std::string_view separator = ", ";

    std::string_view strict_signs =
        "No sign of a worst form (force, trafficking, sexual exploitation, crime) was stated, and none was assumed.";
    std::string_view overridden = "The stated {0} was set aside: the times of the shift say otherwise under this law.";
    std::string_view overridden_partly =
        "The stated {0} was set aside wherever this law knows no times that would make it so.";
    std::string_view question_not_open = "{0} was stated, but on this day the law leaves no such question open.";
    std::string_view not_used = "{0} is not used by this law.";
    std::string_view today = "The job names no day; it was judged by the law of today, {0}.";
    std::string_view assumption_dropped =
        "{0} was not assumed: with what is stated the usual assumption cannot be true.";
    std::string_view out_of_scope = "Out of scope";
    /// {0} the comparison with a limit by its name, {1} the same with its figure.
    std::string_view limit_with_figure = "{0}: {1}";
    /// {0} a comparison with a figure, {1} what the figure is the value of.
    std::string_view figure_with_name = "{0} ({1})";
    /// {0} the value of a clock term in the law, {1} the window by its hours.
    std::string_view clock_with_window = "{0}: {1}";
    /// {0} a value that follows from the shift, {1} its start, {2} its end.
    std::string_view value_with_shift = "{0} (shift from {1} to {2})";
    /// {0} fact, {1} its value, {2} start and {3} end of the shift.
    std::string_view short_day =
        "{0} is stated as {1}, but the shift from {2} to {3} is more than twice as long. Check both.";
    /// What a requirement inside an exception asks for: {0} and {1} are what its parts ask for.
    std::string_view both_needed = "{0} and {1}";
    std::string_view either_needed = "{0} or {1}";
    std::string_view not_needed = "not: {0}";
    std::string_view needed_value = "{0}: {1}";
    std::string_view open_cell_of_limit = "Not seen: {0}";
};

inline constexpr Texts texts;

}  // namespace labourlex::decide
