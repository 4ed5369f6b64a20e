// All fixed text of verdicts, listings and pages, in one table.
//
// Every entry is a whole sentence or heading with numbered places to fill; nothing is glued together from parts of
// sentences elsewhere. A second language is a second `Words`.
#pragma once

#include <array>
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
    /// {3} errors, {4} warnings, {5} notes.
    std::string_view check_found =
        "Checked {0} files with {1} norms, whose text changes on {2} days: {3} errors, {4} warnings, {5} notes.";

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

    // Pages of jurisdictions. {0}.. as each says.
    std::string_view page_title = "{0} - what is encoded, law as on {1}";
    /// {0} jurisdiction, {1} day.
    std::string_view page_source =
        "This page is made from the ruleset by `labourlex doc {0} --on {1}`; nobody edits it by hand.";
    /// {0} texts of norms, {1} of which items, {2} instruments, {3} unseen parts.
    std::string_view page_encoded =
        "Counting every text ever enacted, {0} norms are encoded, {1} of them items of lists; they stand in {2} "
        "instruments, beside {3} entries for parts of the law that were not read.";
    /// {0} day, {1} norms, {2} instruments, {3} unseen parts.
    std::string_view page_in_force =
        "On {0}, {1} norms of {2} instruments are in force, and {3} entries for parts not read.";
    /// {0} number of days, {1} the first, {2} the last.
    std::string_view page_changes = "The text changes on {0} days, from {1} to {2}, and each has a version of its own.";
    std::string_view page_unchanging = "One text stands for all days.";
    std::string_view page_check_first = "What a lawyer should check first";
    std::string_view page_instruments = "Instruments";
    std::string_view page_instruments_lead = "Further down the page an instrument stands under its name.";
    std::string_view page_evidence = "How it is evidenced";
    std::string_view page_evidence_ever = "Every text ever enacted; a norm that was amended counts once a text.";
    std::string_view page_evidence_on = "In force on {0}.";
    std::string_view page_lists = "Lists";
    std::string_view page_lists_lead =
        "The share of unread entries is that of the unread among all entries in force on {0}; one unread entry may "
        "stand for a whole section of the legal text.";
    std::string_view page_unseen = "Parts that were not read";
    std::string_view page_unseen_lead =
        "A part is blocking when a class waits for it; a noted one is named beside the class.";
    std::string_view page_questions = "Questions of interpretation";
    /// {0} title, {1} name, {2} question.
    std::string_view page_question = "**{0}** ({1}): {2}";
    /// {0} name, {1} title, {2} instrument and provision.
    std::string_view page_alternative = "{0}: {1} ({2})";
    std::string_view page_alternative_without_source = "{0}: {1}";
    std::string_view page_taken = "Taken, unless a job says otherwise: {0}.";
    std::string_view page_taken_unless_asked = "Asked where a job gives a hint of it; otherwise taken: {0}.";
    std::string_view page_open = "Open: a job that depends on it is undetermined until it is answered.";
    std::string_view page_edges = "Days of change that are in doubt";
    std::string_view page_edges_lead =
        "A job on a day from the first to the second of these gets the question, where the answer matters.";
    std::string_view page_parameters = "Parameters";
    std::string_view page_parameters_lead = "Choices that the text leaves to each State or user of it.";
    std::string_view page_parameter_open = "left open";
    std::string_view page_parameter_taken = "{0}, unless stated";
    std::string_view page_parameter_hinted = "{0}, asked where a job gives a hint of it";
    std::string_view page_seasons = "Seasons";
    std::string_view page_notes = "Notes and doubts by norm";
    std::string_view page_conventions = "Conventions that bind";
    std::string_view page_ratifications = "Ratifications recorded";
    std::string_view page_rows = "Rows of the fact sheet";
    std::string_view page_rows_lead = "Encoded: {0}. Left out: {1}.";
    std::string_view page_cases = "Cases";
    std::string_view page_cases_lead = "Jobs with the class that is expected of them, run as tests.";
    std::string_view page_cases_judged = "Judged from the fact sheet";
    std::string_view page_cases_thresholds = "Just inside and just outside of thresholds and exceptions";
    std::string_view page_cases_blind = "Judged blind, without sight of the rules";
    std::string_view page_cases_other = "From {0}";

    // Titles of columns and what stands in cells.
    std::string_view column_title = "Title";
    std::string_view column_number = "No.";
    std::string_view column_name = "Name";
    std::string_view column_in_force = "In force";
    std::string_view column_effect = "What it does";
    std::string_view column_evidence = "Evidence";
    std::string_view column_norms = "Norms";
    std::string_view column_unread = "Unread";
    std::string_view column_kind = "Kind";
    std::string_view column_all = "All";
    std::string_view column_list = "List";
    std::string_view column_stands_in = "Stands in";
    std::string_view column_entries_ever = "Items ever";
    std::string_view column_entries_on = "Items on the day";
    std::string_view column_unread_on = "Unread on the day";
    std::string_view column_share = "Share unread";
    std::string_view column_could_be = "Could be";
    std::string_view column_weight = "Weight";
    std::string_view column_question = "Question";
    std::string_view column_from = "From";
    std::string_view column_to = "To";
    std::string_view column_parameter = "Parameter";
    std::string_view column_value = "Value";
    std::string_view column_season = "Season";
    std::string_view column_days = "Days";
    std::string_view column_norm = "Norm";
    std::string_view column_note = "Note";
    std::string_view column_convention = "Convention";
    std::string_view column_since = "Registered";
    std::string_view column_chosen = "Chosen";
    std::string_view column_countries = "By";
    std::string_view column_row = "Row";
    std::string_view column_reason = "Why it is left out";
    std::string_view column_cases = "Cases";
    std::string_view column_count = "Number";
    std::string_view kind_rules = "Rules";
    std::string_view kind_items = "Items of lists";
    std::string_view kind_exceptions = "Exceptions";
    std::string_view kind_limits = "Limits";
    std::string_view kind_requirements = "Requirements";
    std::string_view kind_duties = "Duties";
    std::string_view cell_translation = "translation";
    std::string_view cell_secondary = "secondary source";
    /// {0} instrument, {1} provision.
    std::string_view cell_source = "{0}, {1}";
    std::string_view cell_percent = "{0} %";
    std::string_view cell_none = "none";
    std::string_view cell_blocking = "blocking";
    std::string_view cell_blocking_when = "blocking where the job gives a hint of it";
    std::string_view cell_noted = "noted";
    std::string_view cell_any_graver = "any class at least as grave";
    std::string_view cell_lifted = "{0}, by an exception";
    std::string_view cell_about = "about {0}";
    std::string_view cell_from_to = "{0} to {1}";
    std::string_view cell_from = "from {0}";
    std::string_view cell_to = "to {1}";
    std::string_view cell_always = "on all days";
    std::string_view cell_not_commenced = "not commenced";
    std::string_view cell_chosen = "{0}: {1}";
    std::string_view cell_title_and_name = "{0} ({1})";
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
    std::string_view found_code_by_usual = "{0}  {1} (usual in an occupation or branch called: {2})";
    std::string_view found_usually = "usually with {0}";
    /// {0} classification, {1} code, {2} title.
    std::string_view found_usual_code = "{0} {1} {2}";

    // The law of a day as a document. {0} .. as each says.
    std::string_view law_title = "{0}: the law in force on {1}";
    std::string_view law_drafts = "With the drafts {0}, which are not in force.";
    std::string_view law_meaning =
        "Amendments in force on that day are carried out, and each is noted where it speaks. What was not in force is "
        "left out.";
    std::string_view law_number = "No. {0}";
    std::string_view law_adopted = "adopted {0}";
    std::string_view law_reach_all = "It reaches everybody.";
    std::string_view law_reach = "It reaches:";
    std::string_view law_reach_per = "It reaches ({0}):";
    std::string_view law_about = "{0}. {1}.";
    std::string_view law_list = "List {0}";
    std::string_view law_every_item = "Of everything below:";
    std::string_view law_norm = "{0}: {1}";
    std::string_view law_gives = "{0}, where:";
    std::string_view law_exception = "Exception to {0}. It makes it {1}, where:";
    std::string_view law_removal = "Exception to {0}. That does not apply, where:";
    std::string_view law_exemption = "Exemption from {0}, where:";
    std::string_view law_requirement = "Required ({0}), where:";
    std::string_view law_duty = "Duty, where:";
    std::string_view law_permission = "Allowed, where:";
    std::string_view law_permitted_list =
        "Exception to {0}. It makes it {1} where everything that is done falls under an item below, and where:";
    std::string_view law_unseen_noted = "Not read; noted. It could be {0}, where:";
    std::string_view law_unseen_blocking = "Not read; the class waits for it. It could be {0}, where:";
    std::string_view law_unseen_lift = "Not read; noted. It could make {0} {1}, where:";
    std::string_view law_needs = "What is needed:";
    std::string_view law_requires = "It requires ({0}):";
    std::string_view law_strength_constitutive = "constitutive: without it the class changes";
    std::string_view law_strength_formal = "formal: broken, it is a breach of its own";
    std::string_view law_strength_noted = "noted: it leaves the class as it is";
    std::string_view law_source = "Source: {0}.";
    std::string_view law_doubt = "In doubt: {0}";
    std::string_view law_note = "Note: {0}";
    std::string_view law_amended = "Amended: {0}.";
    std::string_view law_amended_in_doubt = "Amended, if that amendment is in force on this day, which is in doubt: {0}.";
    std::string_view law_always = "in every case that the act reaches";
    std::string_view law_never = "in no case";
    std::string_view law_any_of = "any of these:";
    std::string_view law_all_of = "all of these:";
    std::string_view law_none_of = "none of these:";
    std::string_view law_not_all_of = "not all of these:";
    std::string_view law_answer = "{0}: {1}";
    std::string_view law_term = "{0} (see below)";
    std::string_view law_not_term = "not: {0} (see below)";
    std::string_view law_limit_for = "Limit for: {0}.";
    std::string_view law_limit_value = "Limit";
    std::string_view law_terms = "Terms";
    std::string_view law_terms_of_time = "Terms of time";
    std::string_view law_parameters = "Parameters that this law has set";
    std::string_view law_seasons = "Seasons";
    std::string_view law_questions = "Questions in doubt";
    std::string_view law_alternative = "{0} ({1}, {2})";
    std::string_view law_unseen_laws = "Times whose law is not encoded";

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
    std::string_view case_summary_objected = "{0} cases passed, {1} failed, {2} are objected to.";
    /// {0} case, {1} what it expects, {2} what the law answers, {3} row of the sheet, {4} why.
    std::string_view case_objected = "Objected to: {0} expects {1}, the law answers {2}. Row {3}: {4}";
    std::string_view case_objection_stale = "the case passes, though row {0} is said to contradict it: take the objection back";
    std::string_view case_objection_same = "the objection says {0}, which is what the case expects";
    std::string_view case_objection_differs = "by the objection the law answers {0}; the verdict is {1}";
    std::string_view coverage_heading = "Coverage of the law of {0}";
    std::string_view coverage_grounds =
        "{0} of {1} rules, items and exceptions gave or lifted a class in some case ({2} %).";
    std::string_view coverage_others =
        "{0} of {1} requirements, duties and unseen parts were reported in some case ({2} %).";
    std::string_view coverage_rows = "{0} of {1} rows of the fact sheet were reached by some case ({2} %).";
    std::string_view coverage_never = "Never reached: {0}.";

    // What cases exercise, part by part. Kinds in the order of PartKind, for the middle of a line and as a heading.
    std::array<std::string_view, 11> part_kinds = {
        "rules",        "items",  "exceptions",   "exemptions",  "permitted items", "requirements",
        "conditions of exceptions", "duties", "unseen parts", "limit cells", "table rows"};
    /// {0} jurisdiction, {1} the counts.
    std::string_view exercised_line = "{0}: {1}";
    /// {0} kind, {1} exercised, {2} all, {3} per cent, {4} met in one case and broken in another.
    std::string_view exercised_count = "{0} {1} of {2} ({3} %)";
    std::string_view exercised_count_with_status = "{0} {1} of {2} ({3} %; met and broken {4})";
    std::string_view not_exercised_heading = "{0}: not exercised by any case";
    std::string_view all_exercised = "{0}: every part is exercised by some case.";
    std::string_view one_status_heading = "{0}: requirements seen from one side only";
    /// {0} name, {1} title, {2} where it stands in the law, {3} when, {4} file and line.
    std::string_view part_line = "{0} \"{1}\": {2}{3}; {4}";
    std::string_view part_line_uncited = "{0} \"{1}\"{3}; {4}";
    /// {0} instrument, {1} provision.
    std::string_view part_provision = "{0}, {1}";
    std::string_view part_from = ", from {0}";
    std::string_view part_until = ", until {0}";
    std::string_view part_from_until = ", from {0} until {1}";
    /// {0} title, {1} bands, {2} value.
    std::string_view part_limit_cell = "{0}: {1}: {2}";
    /// {0} title, {1} the row's words in the law text.
    std::string_view part_row = "{0}: {1}";
    std::string_view part_open = "Left open by case {0}.";
    std::string_view part_lifted = "Speaks in case {0}, where an exception takes its place.";
    std::string_view part_only_met = "Met in case {0}; broken in none.";
    std::string_view part_only_broken = "Broken in case {0}; met in none.";
    std::string_view part_no_status = "Applies in case {0}, which leaves open whether it is met.";
    // Jobs on either side of a norm. {0} jurisdiction, {1} day, {2} jobs, {3} entries of the list at the end.
    std::array<std::string_view, 4> boundary_head = {
        "{2} jobs on either side of the norms of the law of {0} on {1}, for a person to judge.",
        "Write the class, `undetermined` or `out-of-scope` for `to-judge`, out of the law and not out of the comment:",
        "the comment is what the program makes of the job, and is no expectation.",
        "{3} norms and numbers for which no pair of jobs was found are listed at the end."};
    /// {0} norm, {1} title, {2} fact, {3} its value here, {4} its value in the other job.
    std::string_view boundary_inside = "Just inside {0} \"{1}\": {2} is {3}; in the job outside, {4}.";
    std::string_view boundary_outside = "Just outside {0} \"{1}\": {2} is {3}; in the job inside, {4}.";
    std::string_view boundary_not_said = "not said";
    std::string_view boundary_reading = "The program's own reading: {0}.";
    std::string_view boundary_not_generated = "Not generated:";
    /// {0} norm, {1} file and line, {2} reason.
    std::string_view boundary_not_generated_line = "{0} ({1}): {2}";
    std::string_view boundary_asks_nothing =
        "it holds wherever its act reaches, and asks nothing that a job could be on either side of";
    std::string_view boundary_never_happens = "on this day no job makes it give its own class, or hold";
    std::string_view boundary_open_figure = "it compares with a figure that was not read";
    std::string_view boundary_open_figure_at =
        "no two jobs were found on either side of {0}; the norm compares with a figure that was not read";
    std::string_view boundary_nothing_crossed =
        "no single fact was found that takes a job from one side to the other, by {0} pairs of values";
    std::string_view boundary_threshold_not_crossed =
        "no two jobs were found that differ only in being on either side of {0}";
    std::string_view rows_not_repeated = "{0} rows more belong to the parts named above.";
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
