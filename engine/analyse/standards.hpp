// The legal standards that practitioners tick off, country by country: minimum age for work, for hazardous work, a list
// of hazardous work, the bars of forced labour, trafficking, sexual exploitation and illicit activities, recruitment
// for armed conflict, and the age to which school is compulsory. Here no cell is a judgement typed in: each is computed
// from the encoded law and comes with its reason.
//
// A *bar* is met when no possible job of the kind escapes: the norm of the conventions, narrowed to the sign that the
// standard is about, less every national norm that is as grave (falling_short.hpp). The *ages* are read off the
// national law: from which age some job under an employer is permitted whatever the answers to what the law leaves
// open, and from which age under some answers; and up to which age some norm makes work hazardous. Whether an age meets
// the standard is again the question for gaps against the article. A country that is not bound by the convention is
// told its national figures all the same, and no verdict on them.
//
// The rows follow the legal-standards tables of the United States Department of Labor's yearly findings on the worst
// forms of child labor; recruitment into the forces of a State, and free schooling, are not encoded in any ruleset and
// stand as such.
#pragma once

#include "engine/analyse/obligations.hpp"
#include "engine/analyse/witness.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace labourlex::analyse {

enum class Kept { yes, hinges, no, not_bound, not_encoded };

struct StandardCell {
    std::string_view standard;  ///< "minimum-age"
    std::string_view title;     ///< "Minimum age for work"
    Kept kept = Kept::not_encoded;
    std::string national;              ///< "15", "18", "22 items; 3 parts not read"; may be empty
    std::vector<std::string> reasons;  ///< national provisions that it rests on
    std::string article;               ///< of the conventions; empty where none was asked
    std::string shortfall;             ///< kinds of job that fall short, in words; empty when kept
    std::optional<Witness> witness;    ///< a job that falls short
};

struct Standards {
    std::string national;  ///< label
    bool complete = true;  ///< false: the diagrams outgrew their budget, and nothing is claimed
    std::vector<StandardCell> cells;
};

/// Titles of the standards, in the order of the cells.
[[nodiscard]] std::vector<std::string_view> standard_titles();

/// Sides of `law`: the national law, then the baseline as `obligations` has it. Throws WitnessRefuted (a defect).
[[nodiscard]] Standards standards_of(const JointLaw& law, const Obligations& obligations,
                                     std::size_t node_budget = analysis_node_budget);

}  // namespace labourlex::analyse
