// All fixed text of verdicts and listings, in one table.
//
// Every entry is a whole sentence or heading with numbered places to fill; nothing is glued together from parts of
// sentences elsewhere. A second language is a second `Words`.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace labourlex {

struct Words {
    // The first two lines. {0} class or classes, {1} jurisdiction, {2} day.
    std::string_view decided = "{0} (law of {1} on {2}).";
    std::string_view decided_as_read = "{0}, as far as the law was read (law of {1} on {2}).";
    std::string_view undetermined = "Undetermined: {0} (law of {1} on {2}).";
    std::string_view undetermined_as_read = "Undetermined: {0}, as far as the law was read (law of {1} on {2}).";
    std::string_view out_of_scope = "Out of scope: no law that regulates work covers this job (law of {1} on {2}).";
    std::string_view out_of_scope_as_read =
        "Out of scope, as far as the law was read: no law that regulates work covers this job (law of {1} on {2}).";
    std::string_view class_of_out_of_scope = "Out of scope";
    /// {0} title, {1} instrument, {2} provision.
    std::string_view because = "Because: {0} - {1}, {2}.";
    /// {0} instrument, {1} provision: the ground is the reach of an act, and no rule of it applies.
    std::string_view because_nothing_forbids = "Because: {0}, {1}, covers this job, and no bar that was read applies.";
    std::string_view because_without_ground = "Because: no rule that forbids it applies.";
    std::string_view because_question = "Because: it depends on the answer to: {0}";
    std::string_view because_unseen = "Because: a part of the law that was not read could decide it: {0}.";
    /// {0} acts: out of scope, and acts that forbid only still reach the job.
    std::string_view because_only_forbidding =
        "Because: no act in force on that day that says who may work reaches the person or the work. Acts that forbid "
        "only may "
        "still bind it, but no bar of theirs that was read applies: {0}.";
    std::string_view because_not_covered =
        "Because: no act in force on that day that says who may work reaches the person or the work.";

    // Lists of classes: "A, B or C".
    std::string_view list_comma = ", ";
    std::string_view list_or = " or ";

    // Headings.
    std::string_view heading_job = "Job {0}";
    std::string_view heading_grounds = "Grounds, the gravest first";
    std::string_view heading_requirements = "Requirements";
    std::string_view heading_questions = "To ask next, the most telling first";
    std::string_view heading_judgements = "Judgements this rests on";
    std::string_view heading_assumptions = "Assumed, because nothing was said";
    std::string_view heading_unseen = "Parts of the law that were not read";
    std::string_view heading_duties = "Duties";
    std::string_view heading_notes = "Notes";

    // Grounds. {0} title, {1} class, {2} norm.
    std::string_view ground = "{0}: {1} [{2}]";
    std::string_view ground_possible = "{0}, if what is unknown turns out so: {1} [{2}]";
    /// Grounds beside the one that decides.
    std::string_view ground_also = "Also {0}: {1} [{2}]";
    std::string_view ground_also_possible = "Also {0}, if what is unknown turns out so: {1} [{2}]";
    std::string_view ground_decides = "This ground decides the class.";
    std::string_view ground_is_exception = "It applies as an exception to {0}.";
    std::string_view ground_is_exemption = "It exempts from {0}.";
    /// {0} act. The facts below it are not said again for other norms of the act.
    std::string_view reach_of_act = "{0} reaches this job:";
    /// A bar that an exception takes away. {0} title, {1} class, {2} norm.
    std::string_view lifted = "It would be {1} but for what follows: {0} [{2}]";
    std::string_view lifted_possible =
        "If what is unknown turns out so, it would be {1} but for what follows: {0} [{2}]";
    /// {0} instrument, {1} provision, {2} what is known of the text.
    std::string_view citation = "{0}, {1}.";
    std::string_view citation_with_evidence = "{0}, {1} ({2}).";
    std::string_view evidence_official = "official text";
    std::string_view evidence_translation = "known from a translation";
    std::string_view evidence_secondary = "known from a secondary source";
    std::string_view evidence_unverified = "not verified";
    std::string_view rests_on_translation = "The class rests on a text that is known from a translation.";
    std::string_view rests_on_secondary = "The class rests on a text that is known only from a secondary source.";
    std::string_view rests_on_unverified = "The class rests on a text that nobody has verified.";
    /// {0} fact, {1} value, {2} condition.
    std::string_view fact_stated = "{0} is {1}; the law says {2}.";
    std::string_view fact_assumed = "{0} is assumed to be {1}; the law says {2}.";
    std::string_view fact_derived = "{0} comes to {1}; the law says {2}.";
    std::string_view fact_unknown = "{0} is not known; the law says {2}.";
    std::string_view one_of_these = "one of these:";
    std::string_view these_together = "together:";
    std::string_view remark = "Note: {0}";

    // Exceptions. {0} title, {1} instrument, {2} provision, {3} class.
    std::string_view exception_holds = "An exception applies and makes it {3}: {0} - {1}, {2}.";
    std::string_view exception_lifts = "An exception takes it away: {0} - {1}, {2}.";
    std::string_view exception_fails = "An exception does not apply: {0} - {1}, {2}.";
    std::string_view exception_unknown = "An exception may apply: {0} - {1}, {2}.";
    std::string_view exemption_holds = "An exemption takes it away: {0} - {1}, {2}.";
    std::string_view exemption_fails = "An exemption does not apply: {0} - {1}, {2}.";
    std::string_view exemption_unknown = "An exemption may apply: {0} - {1}, {2}.";
    std::string_view requirement_inside_broken = "What it requires is missing: {0}.";
    std::string_view requirement_inside_unknown = "What it requires is not known: {0}.";
    std::string_view requirement_inside_met = "What it requires is there: {0}.";
    std::string_view requirement_of_it_broken = "What it requires is missing.";
    std::string_view requirement_of_it_unknown = "What it requires is not known.";
    std::string_view requirement_of_it_met = "What it requires is there.";

    // Requirements. {0} title, {1} instrument, {2} provision.
    std::string_view requirement_met = "Met: {0} - {1}, {2}.";
    std::string_view requirement_broken = "Broken: {0} - {1}, {2}.";
    std::string_view requirement_broken_noted = "Not met, which does not change the class: {0} - {1}, {2}.";
    std::string_view requirement_unknown = "Not known: {0} - {1}, {2}.";
    std::string_view requirement_unknown_formal = "Not known, to be checked: {0} - {1}, {2}.";

    // Questions. {0} question, {1} fact, {2} answers.
    std::string_view question = "{0} ({1})";
    std::string_view question_with_answers = "{0} ({1}: {2})";
    std::string_view question_decides = "An answer to this alone can decide it.";

    // {0} fact, {1} value or question.
    std::string_view judgement = "{0}: {1}; whether that is so is for the inspector to judge: {2}";
    std::string_view judgement_unknown = "{0} is for the inspector to judge: {2}";
    std::string_view assumption = "{0} is {1}";
    std::string_view assumption_list = "{0} names all there is";
    std::string_view assumption_separator = "; ";

    // Unseen parts and duties. {0} title, {1} instrument, {2} provision, {3} class.
    std::string_view unseen_blocking = "{0} - {1}, {2}. It could make this job {3}, and the class waits for it.";
    std::string_view unseen_noted = "{0} - {1}, {2}. It could make this job {3}; the class stands until it is read.";
    std::string_view duty = "{0} - {1}, {2}.";

    std::string_view note_today = "The job names no day; it was judged by the law of today, {0}.";
    std::string_view note_strict = "Nothing was assumed but that no sign of a worst form was stated.";

    // Listings of facts. {0}.. as each says.
    std::string_view type_yes_no = "yes or no";
    std::string_view type_whole = "whole number of {0} from {1} to {2}";
    std::string_view type_number = "number of {0} from {1} to {2}";
    std::string_view type_whole_plain = "whole number from {1} to {2}";
    std::string_view type_number_plain = "number from {1} to {2}";
    std::string_view type_choice = "one of {0}";
    std::string_view type_code = "one code of {0}";
    std::string_view type_set = "set of codes of {0}";
    std::string_view type_time = "time of day, HH:MM";
    std::string_view fact_heading = "{0} - {1}";
    std::string_view fact_question = "Asked: {0}";
    std::string_view fact_absent_ask = "When absent: asked.";
    std::string_view fact_absent_assume = "When absent: assumed to be {0}.";
    std::string_view fact_absent_ask_when =
        "When absent: asked where the job gives a hint of it, else assumed to be {0}.";
    std::string_view fact_fixed = "This law has set it: {0}.";
    std::string_view fact_linked = "The same quantity as `{0}`, in another unit.";
    std::string_view fact_judgement = "A judgement: someone has to make it.";
    std::string_view fact_only_in = "Only under the law of {0}.";
    std::string_view fact_codes = "`labourlex facts --codes {0}` lists the codes.";
    std::string_view heading_edges = "Questions about days on which the law in force is in doubt";
    std::string_view edges_lead = "Yes or no; asked only of a job on such a day, and only if the answer matters.";
    std::string_view edge = "{0}: {1}";
    /// Listings of codes. {0} fact, {1} classification.
    std::string_view codes_heading = "{0} - {1}";
    std::string_view code = "{0} - {1}";
    std::string_view code_with_synonyms = "{0} - {1} (also: {2})";

    /// {0} files, {1} norms, {2} days.
    std::string_view check_clean = "Checked {0} files with {1} norms, whose text changes on {2} days: no findings.";

    // Listings of laws.
    std::string_view law_heading = "{0} - {1}";
    std::string_view law_changes = "The text changes on {0}.";
    std::string_view law_unchanging = "One text for all days.";
    std::string_view law_today = "In force on {0}: {1} norms, {2} unseen parts.";
    /// {0} title, {1} number, {2} from, {3} to.
    std::string_view instrument_heading = "{0}";
    std::string_view instrument_heading_number = "{0}, No. {1}";
    std::string_view instrument_from_to = "in force from {0} to {1}";
    std::string_view instrument_from = "in force from {0}";
    std::string_view instrument_to = "in force to {1}";
    std::string_view instrument_always = "in force on all days";
    std::string_view instrument_regulates = "says who may work";
    std::string_view instrument_forbids = "forbids only";
    std::string_view instrument_norms = "{0} norms encoded";
    std::string_view instrument_unseen = "{0} norms encoded, {1} parts not read";
    std::string_view instrument_line = "{0}; {1}; {2}; {3}.";
    /// {0} name of a list, {1} items, {2} unseen parts.
    std::string_view list_read = "List {0}: items encoded {1}, no part known to be unread.";
    std::string_view list_unread = "List {0}: items encoded {1}, parts not read {2}.";

    /// {0} country, {1} convention, {2} day, {3} what is known of it, {4} the choices made.
    std::string_view ratification = "Ratified by {0} on {2}: {1} ({3}).";
    std::string_view ratification_with_choices = "Ratified by {0} on {2}: {1} ({3}). {4}.";
    std::string_view ratification_choice = "{0}: {1}";
    std::string_view ratification_choices = "{0}. {1}";

    // Codes found by name. {0} code, {1} title, {2} the name that was met.
    std::string_view found_nothing =
        "Nothing is called anything like \"{0}\". Other words, or fewer of them, may find it.";
    std::string_view found_heading = "{0} (fact: {1})";
    std::string_view found_code = "{0}  {1}";
    std::string_view found_code_by_name = "{0}  {1} (as: {2})";
    std::string_view found_usually = "usually with {0}";
    /// {0} classification, {1} code, {2} title.
    std::string_view found_usual_code = "{0} {1} {2}";

    // Reports on case files. {0}.. as each says.
    std::string_view case_failed = "Failed: {0} ({1})";
    std::string_view case_text = "{0}";
    std::string_view case_class_differs = "expected {0}, the verdict is {1}";
    std::string_view case_possible_differs = "expected to be possible: {0}; the verdict has: {1}";
    std::string_view case_fact_not_missing = "expected {0} among what is missing; missing are: {1}";
    std::string_view case_nothing = "nothing";
    std::string_view case_why = "Why it was expected: {0}";
    std::string_view case_basis = "On the basis of: {0}";
    std::string_view case_confidence = "Confidence of whoever judged the case: {0}";
    std::string_view case_law_gap = "The expected answer comes from a hole in the law.";
    std::string_view case_summary = "{0} cases passed, {1} failed.";
    std::string_view coverage_heading = "Coverage of the law of {0}";
    std::string_view coverage_grounds =
        "{0} of {1} rules, items and exceptions gave or lifted a class in some case ({2} %).";
    std::string_view coverage_others =
        "{0} of {1} requirements, duties and unseen parts were reported in some case ({2} %).";
    std::string_view coverage_rows = "{0} of {1} rows of the fact sheet were reached by some case ({2} %).";
    std::string_view coverage_never = "Never reached: {0}.";
};

[[nodiscard]] const Words& english();

/// Fills {0}, {1} ... of a pattern.
[[nodiscard]] std::string fill(std::string_view pattern, std::initializer_list<std::string_view> parts);

/// "A", "A or B", "A, B or C".
[[nodiscard]] std::string join_or(const std::vector<std::string>& parts, const Words& words);

/// The same text with its first letter in lower case, for the middle of a sentence.
[[nodiscard]] std::string in_sentence(std::string text);

/// The same text with its first letter in upper case (ASCII letters only).
[[nodiscard]] std::string capitalised(std::string text);

}  // namespace labourlex
