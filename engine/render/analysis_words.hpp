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
        "Some jobs change class, in {0} ways. Every possible job was compared: a change of class that has no heading "
        "below does not occur.";
    std::string_view incomplete =
        "Analysis incomplete: the two laws together outgrew the memory that an analysis may use. Nothing is claimed.";
    std::string_view how_to_read_boxes =
        "Each numbered entry is a group of jobs; facts that it does not name may be anything. A job of the group "
        "changes as the heading says, or it changes in the same direction between graver classes, or it stays as it "
        "was because another provision makes it at least as grave under both laws. The example changes exactly as "
        "the heading says.";
    std::string_view what_kinds_are =
        "Percentages count kinds of job, not jobs and not children. Each combination of facts that the two laws tell "
        "apart counts once, whether many children do such work or none; combinations with more than one task, one "
        "hazard or one other entry in a list are left out. Compare percentages with each other and with nothing else.";
    /// {0} season, {1} its days under the first law, {2} under the second.
    std::string_view other_season =
        "Not compared: the days on which one law has the season \"{0}\" ({1}) and the other has not ({2}). Jobs of "
        "these "
        "days may change class.";
    std::string_view no_difference_but_season =
        "On all other days no job changes class: proved for every possible job that either law tells apart.";
    // The same of two countries: nothing becomes anything, the laws stand side by side.
    std::string_view two_laws_title = "Where {0} and {1} differ";
    std::string_view same_in_both =
        "Every job has the same class under both laws: proved for every possible job that either law tells apart.";
    std::string_view some_differ =
        "Some jobs have another class under the second law than under the first, in {0} ways. Every possible job was "
        "compared; what is not listed has the same class under both.";
    std::string_view how_to_read_two_laws =
        "Each numbered entry is a group of jobs. Every job of the group differs as its heading says, or in the same "
        "direction with a class at least as grave, unless another provision makes it as grave under both laws anyway. "
        "The example differs exactly as its heading says. Facts that an entry does not name may be anything.";
    /// {0} class under the first law, {1} class under the second, {2} share, {3} first law, {4} second law.
    std::string_view stricter_law = "{4} is stricter: {1}, under {3} {0} ({2} % of what is {0} there)";
    std::string_view laxer_law = "{4} is laxer: {1}, under {3} {0} ({2} % of what is {0} there)";
    std::string_view other_class = "Another class under {4}: {1}, under {3} {0} ({2} % of what is {0} there)";
    std::string_view column_unlawful_in_second = "Unlawful under the second law, % of what is lawful under the first";
    std::string_view column_lawful_in_second = "Lawful under the second law, % of what is unlawful under the first";

    /// {0} from, {1} to, {2} share.
    std::string_view stricter = "Stricter: {0} becomes {1} ({2} % of the kinds of job that were {0})";
    std::string_view laxer = "Laxer: {0} becomes {1} ({2} % of the kinds of job that were {0})";
    std::string_view reclassified = "Reclassified: {0} becomes {1} ({2} % of the kinds of job that were {0})";
    std::string_view numbered = "{0}. {1}";
    std::string_view every_job = "Every job.";
    std::string_view subject_and_value = "{0}: {1}";
    std::string_view list_separator = "; ";
    std::string_view group_separator = ". ";
    std::string_view example = "Example: {0}.";
    std::string_view supposing = "The example supposes: {0}.";
    std::string_view no_example = "No example with short decimal numbers was found.";
    /// {0} law, {1} provisions.
    std::string_view ground = "Under {0}: {1}.";
    std::string_view ground_of_norm = "{0} ({1})";
    std::string_view no_ground = "no provision that was read bars it";
    std::string_view no_reach = "no act that says who may work reaches it";
    /// {0} share of the region.
    std::string_view not_told =
        "Further groups are not listed: {0} % of the kinds of job with this change. --boxes N lists more.";
    std::string_view changed_norms = "Provisions that differ";
    /// {0} what, by one of the next four.
    std::string_view norm_added = "Only in the second law: {0}";
    std::string_view norm_removed = "Only in the first law: {0}";
    std::string_view norm_in_doubt = "Same text; whether it is in force is in doubt on one of the two days: {0}";
    std::string_view norm_changed = "Other text: {0}";
    std::string_view norm_reached = "Same text, but its list, section or act says something else: {0}";
    /// {0} title with citation and name.
    std::string_view norm_named = "{0}";
    std::string_view limit_named = "the limit {0}";
    std::string_view definition_named = "the definition {0}";
    std::string_view term_named = "the hours of {0}";
    /// {0} title, {1} citation, {2} name.
    std::string_view norm_by_name = "{0} ({1}) [{2}]";
    /// {0} title, {1} name.
    std::string_view text_by_name = "{0} [{1}]";
    std::string_view by_age = "By age";
    std::string_view column_age = "Age";
    std::string_view column_became_unlawful = "Unlawful now, % of the kinds that were lawful or out of scope";
    std::string_view column_became_lawful = "Lawful now or out of scope, % of the kinds that were unlawful";
    std::string_view picture_caption =
        "From the class under the first law (left) to the class under the second (right).";
    /// {0} from, {1} to, {2} share.
    std::string_view band = "{0} → {1}: {2} %";

    // When a law changed. {0} first day of the law, {1} second.
    std::string_view in_time_title = "When the law changed between {0} and {1}";
    std::string_view in_time_no_days = "The text of the law did not change between the two days.";
    /// {0} number of days, {1} number of days on which some job changes class.
    std::string_view in_time_days = "The text of the law changed on {0} days; on {1} of them some jobs change class.";
    std::string_view how_to_read_days =
        "Each day is compared with the text before it, for every possible job. Of each way in which jobs change class "
        "the first group is told; all groups of one day are told by `labourlex diff`, with the two days that stand "
        "below its heading. What changes on one day may be undone on a later one.";
    std::string_view column_day = "Day";
    std::string_view column_acts = "Acts";
    std::string_view column_laxer = "Ways in which jobs become lawful or less grave";
    std::string_view column_stricter = "Ways in which jobs become unlawful or graver";
    std::string_view column_reclassified = "Other ways";
    std::string_view acts_of_norms_only = "no act; the period of single provisions begins or ends";
    /// {0} one of the next three, on the first day of a time of doubt, and on the day after it.
    std::string_view act_in_doubt = "perhaps from this day: {0}";
    std::string_view act_settled = "from this day for certain: {0}";
    /// {0} act, {1} its day.
    std::string_view act_amends = "{0} amends from {1}";
    std::string_view act_begins = "{0} in force from {1}";
    std::string_view act_ends = "{0} no longer in force from {1}";
    /// {0} text before the day, {1} text from the day on.
    std::string_view days_compared = "Compared: {0} and {1}.";
    std::string_view no_job_on_day = "No job changes class on this day: proved for every possible job.";
    std::string_view incomplete_on_day =
        "Analysis incomplete: the two texts together outgrew the memory that an analysis may use. Nothing is claimed "
        "of this day.";
    /// {0} reason.
    std::string_view refused_on_day = "The two texts cannot be compared: {0}.";
    std::string_view not_compared = "not known";
    /// {0} group.
    std::string_view first_group = "First group: {0}";

    // Stated jobs under two laws. {0} first law, {1} second law.
    std::string_view replay_title = "Which of the stated jobs change class between {0} and {1}";
    /// {0} number of jobs that change, {1} number of jobs.
    std::string_view replay_some_change = "{0} of {1} jobs change class.";
    std::string_view replay_no_change = "None of {0} jobs changes class.";
    std::string_view replay_nothing_judged = "No job was judged. The table says why.";
    std::string_view how_jobs_are_replayed =
        "Each job was judged as it is stated, once under {0} and once under {1}, each on its own day. A day that the "
        "job "
        "names itself does not count. What a job does not state is assumed or left open, as when it is classified. "
        "These jobs are examples; without `--cases` the report is about every possible job.";
    std::string_view column_jobs_that = "Jobs";
    std::string_view column_jobs = "Number";
    std::string_view replay_judged = "judged";
    std::string_view replay_changed = "change class";
    /// {0} law.
    std::string_view replay_undetermined = "undetermined under {0}";
    std::string_view replay_other_possible = "undetermined under both, with other possible classes";
    std::string_view replay_refused = "not judged, because one of the two laws cannot take them as they are stated";
    /// {0} jurisdiction.
    std::string_view replay_skipped = "left out, because they are of another jurisdiction: {0}";
    std::string_view replay_moves = "From class to class";
    std::string_view undetermined_title = "Undetermined";
    std::string_view out_of_scope_title = "Out of scope";
    /// {0} class under the first law, {1} class under the second, {2} number of jobs.
    std::string_view replay_stricter = "Stricter under the second law: {0} becomes {1} (jobs: {2})";
    std::string_view replay_laxer = "Laxer under the second law: {0} becomes {1} (jobs: {2})";
    std::string_view replay_reclassified = "Another class: {0} becomes {1} (jobs: {2})";
    std::string_view replay_opened = "Decided under the first law only: {0} becomes {1} (jobs: {2})";
    std::string_view replay_settled = "Decided under the second law only: {0} becomes {1} (jobs: {2})";
    std::string_view replay_still_open = "Open under both, with other possible classes";
    /// {0} job, {1} file and line, {2} what the job says of itself.
    std::string_view replay_job = "{0} ({1})";
    std::string_view replay_job_with_text = "{0} ({1}): {2}";
    /// {0} number of jobs.
    std::string_view replay_more_jobs = "{0} more; see --boxes, or --format json, which lists all.";
    /// {0} from, {1} to, {2} number of jobs.
    std::string_view replay_band = "{0} → {1}: {2}";
    std::string_view instrument_and_provision = "{0}, {1}";
    /// {0} law, {1} possible classes, {2} what it depends on.
    std::string_view open_between_for = "Under {0} open: {1}. It depends on: {2}";
    std::string_view open_between = "Under {0} open: {1}.";
    std::string_view replay_refused_heading = "Not judged";
    /// {0} job, {1} file and line, {2} law, {3} message.
    std::string_view replay_refusal = "{0} ({1}), under {2}: {3}";

    // Conformity. {0} national law.
    std::string_view conformity_title = "Does {0} keep the conventions that bind the country?";
    std::string_view not_bound_at_all =
        "No ratification of a convention of the baseline is known for this country on "
        "this day: nothing can be judged.";
    /// {0} provisions with certain gaps, {1} with gaps that hinge on answers, {2} kept, {3} not judged.
    std::string_view falls_short =
        "Provisions that it falls short of, whatever is still open: {0}; only under some answers to what is open: {1}; "
        "that it keeps for every possible job: {2}; not judged: {3}.";
    std::string_view keeps_all = "It keeps all {0} provisions for every possible job.";
    std::string_view how_to_read_gaps =
        "A job falls short where the convention forbids it and the national law does not, or where the convention "
        "calls it hazardous or worse and the national law something milder. Each numbered entry names kinds of job by "
        "the facts that the article asks about and by the arrangement under which the work is done. Some jobs of "
        "each such kind fall short, not all: others may be forbidden for another reason, such as their hours or a "
        "hazard. The example is one that falls short. Every possible job was looked at: of kinds that no entry names "
        "no job falls short, unless it says below the entries that further groups are not listed.";
    std::string_view bound_by = "Conventions that bind the country";
    /// {0} title, {1} day bound, {2} day ratified, {3} choices.
    std::string_view bound_since = "{0}: bound since {1} (ratified {2}){3}";
    std::string_view supposed = "Supposed where nobody has told";
    std::string_view left_open = "{0}: nobody has told; left open, and what hinges on it is told so";
    std::string_view gap_heading = "{0}: {1}";
    std::string_view gap_certain = "Falls short, whatever the open questions and unread texts say:";
    std::string_view gap_hinging =
        "Falls short under some answers to open questions and some contents of unread texts, as the examples suppose:";
    /// {0} national outcome, {1} outcome under the conventions.
    std::string_view outcomes = "Class of the example: {0} under the national law; {1} under the conventions.";
    std::string_view more_groups = "Further groups are not listed. --boxes N lists more.";
    std::string_view kept_heading = "Kept for every possible job";
    std::string_view not_judged_heading = "Not judged";
    std::string_view how_to_read_not_judged =
        "These provisions refer to a text that was not read as a part of the conventions, above all the list of "
        "harmful work that the country itself writes. Whether there is such a list is told by the matrix of legal "
        "standards.";
    std::string_view how_to_read_kept =
        "Proved of every possible job, whatever open questions and unread texts say. Whether the law is applied is not "
        "judged.";
    std::string_view stricter_heading = "Where the national law is stricter";
    std::string_view how_to_read_stricter =
        "Each of these provisions forbids, whatever the answers, some job against which the conventions that bind the "
        "country say nothing. One example each; a class under the conventions is no leave to do such work.";
    std::string_view not_bound_heading = "Acts of the baseline that do not bind the country and were left out";

    // Legal standards.
    std::string_view standards_title = "Legal standards on child labour, computed from the encoded law";
    std::string_view how_to_read_standards =
        "For the ages and the bars, \"met\" is proved for every possible job, whatever open questions and unread texts "
        "say; \"not met\" comes with a job that falls short whatever they say; \"open\" means that they decide. So "
        "\"not met\" may rest on one exception, as for family work or performances: the example tells. The age beside "
        "the minimum age is the first at which ordinary work for an employer is permitted as more than light work, "
        "ordinary meaning of no occupation, branch, task or hazard that a law names and under no exemption. The age "
        "beside hazardous work is that up to which some work, not all hazardous work, is barred as hazardous. The list "
        "of hazardous work is met where some of its items were read and are in force under each answer to open "
        "questions, and open where it is only known to exist or stands under some answers only; "
        "how good it is, is not judged. The school age is met where it reaches the age at which ordinary work begins. "
        "\"not bound\": no ratification of the convention is known on this day. \"not encoded\": the rulesets do not "
        "tell. A convention that is itself part of the national law counts as national law. Whether users and clients "
        "are punished, and whether the law is applied, is not judged.";
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
