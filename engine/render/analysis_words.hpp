// All fixed text of the reports of the analyses, in one table: whole sentences with numbered places. A second language
// is a second `AnalysisWords`.
#pragma once

#include <string_view>

namespace labourlex {

struct AnalysisWords {
    // Differences. {0} first law, {1} second law.
    std::string_view difference_title = "What changes between {0} and {1}";
    std::string_view no_difference = "No job changes class: proved for every possible job that either law tells apart.";
    /// {0} number of ways.
    std::string_view some_difference =
        "Some jobs change class, in {0} ways. Every possible job was compared; what is not listed does not change.";
    std::string_view incomplete =
        "Analysis incomplete: the two laws together outgrew the memory that an analysis may use. Nothing is claimed.";
    std::string_view how_to_read_boxes =
        "Each numbered entry is a group of jobs. Every job of the group changes as its heading says, or in the same "
        "direction with a class at least as grave, unless another provision makes it as grave under both laws anyway. "
        "The "
        "example changes exactly as its heading says. Facts that an entry does not name may be anything.";
    std::string_view what_kinds_are =
        "Shares count kinds of job that the two laws tell apart, among those with at most one task, one hazard and one "
        "other entry in each list, each kind once, whether many children do such work or none. They compare changes "
        "with "
        "each other and say nothing about numbers of children.";
    /// {0} from, {1} to, {2} share.
    std::string_view stricter = "Stricter: {0} becomes {1} ({2} % of what was {0})";
    std::string_view laxer = "Laxer: {0} becomes {1} ({2} % of what was {0})";
    std::string_view reclassified = "Reclassified: {0} becomes {1} ({2} % of what was {0})";
    std::string_view numbered = "{0}. {1}";
    std::string_view every_job = "Every job.";
    std::string_view subject_and_value = "{0}: {1}";
    std::string_view list_separator = "; ";
    std::string_view example = "Example: {0}.";
    std::string_view supposing = "Supposing that: {0}.";
    std::string_view no_example = "No example with short decimal numbers was found.";
    /// {0} law, {1} provisions.
    std::string_view ground = "Under {0}: {1}.";
    std::string_view ground_of_norm = "{0} ({1})";
    std::string_view no_ground = "no provision gives it another class";
    std::string_view no_reach = "no act that regulates work reaches it";
    /// {0} share of the region.
    std::string_view not_told = "Further groups, {0} % of the kinds of job that move so, are not listed; see --boxes.";
    std::string_view changed_norms = "Provisions that differ";
    std::string_view norm_added = "New: {0} ({1}) [{2}]";
    std::string_view norm_removed = "Gone: {0} ({1}) [{2}]";
    std::string_view norm_changed = "Other text: {0} ({1}) [{2}]";
    std::string_view by_age = "By age";
    std::string_view column_age = "Age";
    std::string_view column_became_unlawful = "Lawful, now unlawful, %";
    std::string_view column_became_lawful = "Unlawful, now lawful, %";
    std::string_view picture_caption =
        "From the class under the first law (left) to the class under the second (right).";

    // Conformity. {0} national law.
    std::string_view conformity_title = "Does {0} keep the conventions that bind the country?";
    std::string_view not_bound_at_all =
        "No ratification of a convention of the baseline is known for this country on "
        "this day: nothing can be judged.";
    /// {0} number of provisions.
    std::string_view falls_short =
        "It falls short of {0} provisions of the conventions; {1} are kept for every possible job.";
    std::string_view keeps_all = "It keeps all {0} provisions for every possible job.";
    std::string_view how_to_read_gaps =
        "A job falls short where the convention forbids it and the national law does not, or where the convention "
        "calls it hazardous or worse and the national law something milder. Every possible job was looked at. Each "
        "numbered entry names kinds of job, in the words of the article and by the arrangement under which the work is "
        "done. Of every such kind there are jobs that fall short, and the example is one; other jobs of the kind may "
        "be "
        "forbidden for another reason, such as their hours or a hazard. Of kinds that are not named no job falls "
        "short.";
    std::string_view bound_by = "Conventions that bind the country";
    /// {0} title, {1} day bound, {2} day ratified, {3} choices.
    std::string_view bound_since = "{0}: bound since {1} (ratified {2}){3}";
    std::string_view supposed = "Supposed where nobody has told";
    std::string_view left_open = "Open: {0}";
    std::string_view gap_heading = "{0}: {1}";
    std::string_view gap_certain = "Falls short, whatever the open questions and unread texts say:";
    std::string_view gap_hinging = "Falls short only if open questions or unread texts turn out so:";
    /// {0} national outcome, {1} outcome under the conventions.
    std::string_view outcomes = "National law: {0}. Conventions: {1}.";
    std::string_view more_groups = "Further groups are not listed; see --boxes.";
    std::string_view kept_heading = "Kept for every possible job";
    std::string_view stricter_heading = "Where the national law is stricter";
    std::string_view not_bound_heading = "Acts of the baseline that do not bind the country and were left out";

    // Legal standards.
    std::string_view standards_title = "Legal standards on child labour, computed from the encoded law";
    std::string_view how_to_read_standards =
        "\"met\" is proved for every possible job, whatever open questions and unread texts say; \"not met\" comes "
        "with "
        "a job that falls short whatever they say; \"open\" means that they decide. The age beside the minimum age is "
        "the first at which some work for an employer is permitted as more than light work, exemptions included; the "
        "age beside hazardous work is that up to which some work is hazardous by national law. \"not bound\": no "
        "ratification of the convention is known on this day. \"not encoded\": the rulesets do not tell. Whether "
        "users and clients are punished, and whether the law is applied, is not judged.";
    std::string_view column_standard = "Standard";
    std::string_view column_country = "Law";
    std::string_view standard_met = "met";
    std::string_view standard_not_met = "not met";
    std::string_view standard_hinges = "open";
    std::string_view standard_not_bound = "not bound";
    std::string_view standard_not_encoded = "not encoded";
    std::string_view standard_not_finished = "analysis incomplete";
    /// {0} verdict, {1} figure.
    std::string_view verdict_and_figure = "{0} ({1})";
    std::string_view standard_article = "Asked by: {0}.";
    std::string_view standard_rests_on = "National law: {0}.";
    std::string_view standard_shortfall = "Falls short: {0}";
};

inline constexpr AnalysisWords analysis_words;

}  // namespace labourlex
