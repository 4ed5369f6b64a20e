// Small laws that between them use every construct, each with so few facts that all jobs can be tried.
#pragma once

#include <string>
#include <vector>

namespace labourlex::testing {

struct SmallLaw {
    const char* name;
    const char* text;
    std::vector<const char*> dates;
    bool tied_numbers = false;  ///< comparisons tie numbers together: completions do not agree value by value
};

inline const char* const small_heading = R"(jurisdiction xx "Testland"
class permitted "Permitted" lawful default
class light-work "Light work" lawful
class prohibited "Prohibited" breach
class hazardous "Hazardous"
class worst-form "Worst form"

fact age "Age"
  whole number of years from 0 to 120
  asks "How old?"
  absent ask

instrument code "Code"
  regulating
  reaches age under 18 per "art. 1"
  evidence official
)";

inline const std::vector<SmallLaw>& small_laws() {
    static const std::vector<SmallLaw> laws{
        {"exceptions of exceptions with several parents",
         R"(
fact pupil "Pupil"
  yes or no
  asks "Pupil?"
  absent ask
fact heavy "Heavy"
  yes or no
  asks "Heavy?"
  absent assume no
fact paid "Paid"
  yes or no
  asks "Paid?"
  absent assume yes
rule minimum-age "Minimum age"
  per code "art. 2"
  when age under 16
  then prohibited
rule heavy-work "Heavy work"
  per code "art. 3"
  when heavy
  then hazardous
exception pupils "Pupils"
  to minimum-age, heavy-work
  per code "art. 4"
  when pupil and age at least 14
  then light-work
exception unpaid "Unpaid work of pupils"
  to pupils
  per code "art. 5"
  when not paid
  then does not apply
exception trainees "Heavy unpaid work"
  to unpaid, minimum-age
  per code "art. 6"
  when heavy
  then permitted
exception no-bar "Nothing bars at 15"
  to minimum-age
  per code "art. 7"
  when age from 15 to 15 and not heavy
  then does not apply
)",
         {"2020-01-01"}},
        {"requirements of exceptions, of three strengths",
         R"(
fact consent "Consent"
  yes or no
  asks "Consent?"
  absent ask
fact contract "Contract"
  yes or no
  asks "Contract?"
  absent ask
fact clearance "Clearance"
  yes or no
  asks "Clearance?"
  absent ask
rule minimum-age "Minimum age"
  per code "art. 2"
  when age under 16
  then prohibited
exception with-consent "With consent"
  to minimum-age
  per code "art. 3"
  when age at least 14
  then light-work
  requires consent
exception with-contract "With a contract"
  to minimum-age
  per code "art. 4"
  when age at least 15
  then permitted
  requires contract formal
exception cleared "Cleared"
  to minimum-age
  per code "art. 5"
  when age from 13 to 13
  then hazardous
  requires clearance or consent noted
)",
         {"2020-01-01"}},
        {"requirements that may be excused",
         R"(
fact consent "Consent"
  yes or no
  asks "Consent?"
  absent ask
fact contract "Contract"
  yes or no
  asks "Contract?"
  absent ask
fact family "Family"
  yes or no
  asks "Family?"
  absent assume no
requirement needs-consent "Consent"
  per code "art. 2"
  when age under 16
  needs consent
  constitutive
requirement needs-contract "Contract"
  per code "art. 3"
  when not family
  needs any of:
    - contract
    - all of:
      - consent
      - age at least 17
  formal
requirement wants-consent "Consent, noted"
  per code "art. 4"
  when age under 18
  needs consent
  noted
exception in-family "In the family"
  to needs-consent
  per code "art. 5"
  when family
  then does not apply
exception lighter "Grave for the youngest"
  to needs-contract
  per code "art. 6"
  when age under 14
  then hazardous
)",
         {"2020-01-01"}},
        {"a formal requirement that an exception removes where it would be broken",
         R"(
fact consent "Consent"
  yes or no
  asks "Consent?"
  absent ask
fact contract "Contract"
  yes or no
  asks "Contract?"
  absent ask
fact family "Family"
  yes or no
  asks "Family?"
  absent ask
impossible "a contract in the family"
  when family and contract
requirement needs-contract "Contract"
  per code "art. 3"
  when age under 18
  needs contract
  formal
exception in-family "In the family"
  to needs-contract
  per code "art. 5"
  when family
  then does not apply
  requires consent formal
exception not-the-youngest "Not under 12"
  to in-family
  per code "art. 6"
  when age under 12
  then does not apply
)",
         {"2020-01-01"}},
        {"a formal requirement of an exception whose parent an exemption takes away",
         R"(
fact papers "Papers"
  yes or no
  asks "Papers?"
  absent ask
fact family "Family"
  yes or no
  asks "Family?"
  absent ask
rule minimum-age "Minimum age"
  per code "art. 3"
  when age under 15
  then prohibited
exception light "Light work from 13"
  to minimum-age
  per code "art. 4"
  when age at least 13
  then light-work
  requires papers formal
exception light-for-the-youngest "Not under 12 in the family"
  to light
  per code "art. 5"
  when family
  then hazardous
  requires papers formal
exemption with-papers "Papers"
  from minimum-age
  per code "art. 6"
  when papers
exception not-so "Not in the family"
  to with-papers
  per code "art. 7"
  when family
  then does not apply
  requires papers formal
)",
         {"2020-01-01"}},
        {"facts that only decide together, tied in a ring",
         R"(
fact one "One"
  yes or no
  asks "One?"
  absent ask
fact two "Two"
  yes or no
  asks "Two?"
  absent ask
fact three "Three"
  yes or no
  asks "Three?"
  absent ask
fact four "Four"
  yes or no
  asks "Four?"
  absent ask
impossible "one without two"
  when one and not two
impossible "two without one"
  when two and not one
impossible "three without four"
  when three and not four
impossible "four without three"
  when four and not three
rule together "Together"
  per code "art. 2"
  when any of:
    - one and two
    - three and four
  then prohibited
)",
         {"2020-01-01"}},
        {"open cells of a limit",
         R"(
fact sex "Sex"
  one of
    - female "Female"
    - male "Male"
  asks "Sex?"
  absent ask
fact load_kg "Load"
  number of kg from 0 to 500
  asks "Load?"
  absent assume 0 kg
limit max-load "Greatest load"
  for load_kg
  per code "annex"
  by age, sex
  |           | female                     | male              |
  | under 14  | not allowed                | unseen above 2 kg |
  | 14 to 15  | from 16.0 to under 17.0 kg | 12 kg             |
  | otherwise | none                       | 20 kg             |
rule overload "Overload"
  per code "annex"
  when load_kg over max-load
  then hazardous
rule half-load "Over half the load"
  per code "annex"
  when load_kg over half of max-load
  then prohibited
)",
         {"2020-01-01"},
         true},
        {"a clock table by age, with a stated term",
         R"(
fact start_time "Start"
  time of day
  asks "Start?"
  absent ask
  start of shift
fact end_time "End"
  time of day
  asks "End?"
  absent ask
  end of shift
fact night_work "Night"
  yes or no
  asks "Night?"
  absent assume no
  clock term of the law only
define night "Night"
  for night_work
  per code "art. 2"
  | when         | from  | to    |
  | age under 16 | 20:00 | 06:00 |
  | otherwise    | 22:00 | 05:00 |
rule no-night "No night work"
  per code "art. 3"
  when night_work
  then prohibited
rule late "Late"
  per code "art. 4"
  when working time overlaps 12:30 to 13:30 and not night_work
  then light-work
)",
         {"2020-01-01"}},
        {"sets with include, only and none of",
         R"(
taxonomy task "Tasks"
  farm "Farm"
    weeding "Weeding"
    spraying "Spraying"
  trade "Trade"
fact tasks "Tasks"
  set of codes of task
  asks "Tasks?"
  absent assume none
rule minimum-age "Minimum age"
  per code "art. 2"
  when age under 16
  then prohibited
exception weeders "Weeding only"
  to minimum-age
  per code "art. 3"
  when tasks only weeding
  then light-work
exception farms "Farm work only"
  to minimum-age
  per code "art. 4"
  when tasks only farm and tasks include none of spraying and age at least 14
  then permitted
rule spraying "Spraying"
  per code "art. 5"
  when tasks include spraying
  then hazardous
rule no-trade "Farm and trade together"
  per code "art. 6"
  when tasks include farm and tasks include trade
  then prohibited
)",
         {"2020-01-01"}},
        {"a question, open and taken as",
         R"(
fact contract "Contract"
  yes or no
  asks "Contract?"
  absent ask
question reach "Whom does the age bind?"
  asks "Whom?"
  alternative all-work "All work" per code "art. 1"
  alternative contracts "Contracts only" per code "art. 2"
question heavy "What is heavy?"
  asks "Heavy?"
  alternative strict-reading "Strict" per code "art. 3"
  alternative wide-reading "Wide" per code "art. 4"
  taken as strict-reading
rule minimum-age "Minimum age"
  per code "art. 2"
  when all of:
    - age under 16
    - any of:
      - reach is all-work
      - contract
  then prohibited
rule heavy-work "Heavy work"
  per code "art. 3"
  when heavy is wide-reading and age under 17
  then hazardous
)",
         {"2020-01-01"}},
        {"unseen parts",
         R"(
taxonomy branch "Branches"
  A "Farming"
    A1 "Crops"
  B "Mining"
fact sector "Sector"
  one code of branch
  asks "Sector?"
  absent assume a code that no norm names
fact helped "Helped"
  yes or no
  asks "Helped?"
  absent assume no
rule minimum-age "Minimum age"
  per code "art. 2"
  when age under 16
  then prohibited
list dangerous "Dangerous work"
  per code "annex"
  when age under 18
  then hazardous
item I-1 "Mining"
  when sector in branch B
unseen crops "Crops"
  in dangerous
  per code "annex, II"
  blocking
  when sector in branch A1
  could be hazardous
unseen farming "Farming"
  per code "annex, III"
  noted
  when sector in branch A
  could be worst-form
unseen helped-mines "Mines where nobody helps"
  per code "annex, IV"
  blocking when sector is stated
  when not helped
  could be prohibited
unseen lift "A leave for helpers"
  per code "annex, V"
  noted
  when helped
  could lift minimum-age to permitted
exception with-help "With help"
  to list dangerous
  per code "annex, note"
  when helped
  then light-work
)",
         {"2020-01-01"}},
        {"an unseen law with an edge in doubt",
         R"(
fact contract "Contract"
  yes or no
  asks "Contract?"
  absent ask
instrument new-code "New code"
  regulating
  in force from about 2016-08-01 within 30 days
  reaches age under 18 and contract per "art. 1"
  evidence official
unseen law "Old law"
  per code "whole"
  in force until new-code begins
  evidence unverified
  reaches contract
rule minimum-age "Minimum age"
  per new-code "art. 2"
  when age under 15
  then prohibited
rule mines "Mines"
  per code "art. 9"
  when age under 12
  then hazardous
)",
         {"2016-06-01", "2016-07-15", "2016-08-01", "2016-12-01"}},
        {"constraints that tie numbers",
         R"(
fact hours_per_day "Hours a day"
  number of hours from 0 to 24
  asks "Hours a day?"
  absent ask
fact hours_per_week "Hours a week"
  number of hours from 0 to 168
  asks "Hours a week?"
  absent ask
fact days_per_week "Days a week"
  whole number of days from 0 to 7
  asks "Days?"
  absent assume 5 days
impossible "more on a day than in the week"
  when hours_per_day over hours_per_week
impossible "more in the week than the days hold"
  when hours_per_week over days_per_week times hours_per_day
rule long-week "Long week"
  per code "art. 2"
  when hours_per_week over 36
  then prohibited
rule long-day "Long day"
  per code "art. 3"
  when hours_per_day over 7
  then hazardous
rule few-days "Few days"
  per code "art. 4"
  when days_per_week under 3
  then light-work
)",
         {"2020-01-01"},
         true},
        {"length of the shift and a limit by age",
         R"(
fact start_time "Start"
  time of day
  asks "Start?"
  absent ask
  start of shift
fact end_time "End"
  time of day
  asks "End?"
  absent ask
  end of shift
fact night_work "Night"
  yes or no
  asks "Night?"
  absent assume no
  clock term of the law only
fact hours_per_day "Hours a day"
  number of hours from 0 to 24
  asks "Hours a day?"
  absent ask
impossible "longer than the shift"
  when hours_per_day over length of shift
define night "Night"
  for night_work
  per code "art. 2"
  | when      | from  | to    |
  | otherwise | 22:00 | 05:00 |
limit max-day "Longest day"
  for hours_per_day
  per code "art. 4"
  by age
  | under 16  | 5 hours |
  | otherwise | none    |
rule no-night "No night work"
  per code "art. 3"
  when night_work
  then prohibited
rule long-day "Long day"
  per code "art. 4"
  when hours_per_day over max-day
  then hazardous
)",
         {"2020-01-01"},
         true},
        {"amendments of a list, and absence by condition",
         R"(
taxonomy task "Tasks"
  carrying "Carrying"
  diving "Diving"
fact tasks "Tasks"
  set of codes of task
  asks "Tasks?"
  absent assume none
fact load_kg "Load"
  number of kg from 0 to 500
  asks "Load?"
  absent ask when tasks include carrying, else assume 0 kg
fact coercion "Coercion"
  yes or no
  asks "Coercion?"
  absent assume no
  kept in strict
instrument penal "Penal code"
  forbids only
  evidence official
rule forced "Forced"
  per penal "art. 1"
  when coercion
  then worst-form
list dangerous "Dangerous work"
  per code "annex"
  when age under 18
  then hazardous
item I-1 "Diving"
  when tasks include diving
item I-2 "Loads"
  when load_kg over 10 kg
exception older "From 17"
  to items I-1 to I-2 of dangerous
  per code "annex, note"
  when age from 17 to 17
  then prohibited
amendment decree-1 "Decree 1"
  in force from 2018-01-01
  per code "decree 1"
replace item I-2 "Loads"
  in dangerous
  when load_kg over 5 kg
repeal item I-1 of dangerous
)",
         {"2017-12-31", "2018-01-01"}},
        {"exemptions, with exceptions of their own",
         R"(
fact family "Family"
  yes or no
  asks "Family?"
  absent assume no
fact heavy "Heavy"
  yes or no
  asks "Heavy?"
  absent assume no
fact consent "Consent"
  yes or no
  asks "Consent?"
  absent ask
instrument penal "Penal code"
  forbids only
  evidence official
rule minimum-age "Minimum age"
  per code "art. 2"
  when age under 16
  then prohibited
rule cruelty "Cruelty"
  per penal "art. 1"
  when heavy and age under 12
  then worst-form
requirement wants-consent "Consent"
  per code "art. 3"
  when age under 17
  needs consent
  constitutive
list dangerous "Dangerous work"
  per code "annex"
  then hazardous
item 1 "Heavy work"
  when heavy
unseen more "What the annex says beside"
  in dangerous
  per code "annex"
  blocking
  when age under 15
  could be hazardous
exception pupils "Light work"
  to minimum-age
  per code "art. 4"
  when age at least 14
  then light-work
exemption family-farm "Family farms" from minimum-age, list dangerous, wants-consent, cruelty
  per code "art. 5"
  when family
exception not-heavy "Not for heavy work of the youngest"
  to family-farm
  per code "art. 5.2"
  when heavy and age under 13
  then does not apply
exception milder "Heavy work of pupils"
  to family-farm
  per code "art. 5.3"
  when heavy and age from 15 to 15
  then prohibited
)",
         {"2020-01-01"}},
        {"parameters, free, taken as a value and fixed; a norm not commenced",
         R"(
parameter declared_age "Declared age"
  whole number of years from 14 to 16
  asks "Which age?"
parameter option "Option"
  yes or no
  asks "Is the option used?"
  taken as no
parameter scheme "Scheme"
  one of
    - narrow "Narrow"
    - wide "Wide"
  asks "Which scheme?"
parameter scheme is wide
  per code "art. 9"
fact hours_per_week "Hours"
  number of hours from 0 to 60
  asks "Hours?"
  absent assume 0 hours
rule minimum-age "Minimum age"
  per code "art. 2"
  when age under declared_age
  then prohibited
exception by-option "Light work"
  to minimum-age
  per code "art. 3"
  when option and scheme is wide and age at least 13
  then light-work
limit week "Week" for hours_per_week
  per code "art. 4"
  by declared_age
  | under 15  | 12 hours |
  | otherwise | 20 hours |
rule long-week "Long week"
  per code "art. 4"
  when hours_per_week over week
  then hazardous
rule to-come "To come"
  per code "art. 5"
  in force when commenced
  when age under 18
  then worst-form
)",
         {"2020-01-01"},
         true},
        {"a permitted list, by task and without one",
         R"(
taxonomy task "Tasks"
  field "Field work"
    weeding "Weeding"
    harvest "Harvest"
  shop "Shop"
  diving "Diving"
taxonomy hazard "Hazards"
  dust "Dust"
  heat "Heat"
fact tasks "Tasks"
  set of codes of task
  asks "Tasks?"
  absent assume none
fact exposures "Exposures"
  set of codes of hazard
  asks "Exposures?"
  absent assume none
fact night "Night"
  yes or no
  asks "Night?"
  absent assume no
fact consent "Consent"
  yes or no
  asks "Consent?"
  absent ask
define light "Light"
  when none of: exposures include dust, night
rule minimum-age "Minimum age"
  per code "art. 2"
  when age under 16
  then prohibited
list allowed "Allowed" is exception to minimum-age
  per code "art. 3"
  when age at least 14
  then light-work
  requires consent
section A "Outdoors"
  when tasks include field or not night
item 1 "Weeding"
  when tasks include weeding and light
item 2 "Field work, but no harvest"
  when all of:
    - tasks include field
    - tasks include none of harvest
section B "Indoors"
item 3 "Shop"
  when tasks only shop and exposures include none of heat
item 4 "Nothing stated, by day"
  when none of:
    - tasks include any of field, shop, diving
    - night
exception divers "Divers"
  to allowed
  per code "art. 4"
  when exposures include heat
  then does not apply
)",
         {"2020-01-01"}},
        {"a permitted list that is amended, and one without a set",
         R"(
taxonomy task "Tasks"
  field "Field work"
    weeding "Weeding"
  shop "Shop"
fact tasks "Tasks"
  set of codes of task
  asks "Tasks?"
  absent assume none
fact family "Family"
  yes or no
  asks "Family?"
  absent assume no
rule minimum-age "Minimum age"
  per code "art. 2"
  when age under 16
  then prohibited
rule heavy "Field work"
  per code "art. 2"
  when tasks include field
  then hazardous
list allowed "Allowed" is exception to minimum-age, heavy
  per code "art. 3"
  then light-work
item 1 "Weeding"
  when tasks include weeding
item 2 "Shop"
  when tasks include shop and age at least 14
list by-age "By age" is exception to heavy
  per code "art. 4"
  when family
  then prohibited
item 1 "From 15"
  when age from 15 to 15
item 2 "From 17"
  when age at least 17
amendment decree-1 "Decree 1"
  in force from 2018-01-01
  per code "decree 1"
insert item 1a "Fields"
  in allowed after 1
  when tasks include field and family
repeal item 2 of allowed
replace item 2 "From 16"
  in by-age
  when age at least 16
)",
         {"2017-12-31", "2018-01-01"}},
        {"seasons, sums, maxima and one quantity in two units",
         R"(
fact school_hours "Hours at school"
  number of hours from 0 to 60
  asks "Hours at school?"
  absent assume 0 hours
fact work_minutes "Minutes of work"
  number of minutes from 0 to 3000
  asks "Minutes of work?"
  absent ask
fact depth_m "Depth"
  number of m from 0 to 100
  asks "Depth?"
  absent assume 0 m
fact depth_ft "Depth in feet"
  number of ft from 0 to 300
  asks "Depth in feet?"
  absent ask
  linked to depth_m
derived total "All hours" number of hours
  sum of school_hours, work_minutes
derived longest "The longer of the two" number of hours
  maximum of school_hours, work_minutes
season summer "Summer" from 1 june to first monday of september
  per code "art. 1"
season winter "Winter" from 1 november to last sunday of february
rule long "Long week"
  per code "art. 2"
  when total over 40 hours and not summer
  then prohibited
rule longest-part "Long part"
  per code "art. 3"
  when longest at least 30 hours
  then hazardous
exception winter-work "In winter"
  to longest-part
  per code "art. 4"
  when winter and longest under 35 hours
  then light-work
rule deep "Deep"
  per code "art. 5"
  when depth_ft over 10
  then worst-form
)",
         {"2020-06-01", "2020-09-07", "2020-09-08", "2021-02-28"},
         true},
    };
    return laws;
}

}  // namespace labourlex::testing
