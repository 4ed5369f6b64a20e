// Atoms in words: what a column asks and what a cell answers. Tables and explanations share them.
//
//     age under 15                      "Age in completed years"    "under 15 years"
//     sector in isic 01                 "Branch of activity"        "01 Crop and animal production"
//     tasks include any of a, b         "Tasks"                     "any of Cotton picking, Weeding"
//     load_kg over max-load             "Heaviest load"             "over the limit “Greatest load”"
//     not night_work                    "Night work"                "no"
#pragma once

#include "engine/law/model.hpp"

#include <string>
#include <utility>
#include <vector>

namespace labourlex {

/// Whether facts and values are called by their titles, for people, or by the names that `.law` files and jobs use.
enum class Wording { titles, names };

/// What the atom is about.
[[nodiscard]] std::string subject(const Version& version, const Atom& atom, Wording wording = Wording::titles);

/// What the atom says of its subject, or denies.
[[nodiscard]] std::string condition_text(const Version& version, const Atom& atom, bool negated,
                                         Wording wording = Wording::titles);

/// An atom with the answer it must have.
struct AtomAnswer {
    AtomIndex atom = none_index;
    bool negated = false;
};

/// Several atoms about one subject that must hold together, read as one: at least 14 and at most 15 years is
/// "14 to 15 years".
[[nodiscard]] std::string conditions_text(const Version& version, const std::vector<AtomAnswer>& answers,
                                          Wording wording = Wording::titles);

/// "not seen, above 4 kg".
[[nodiscard]] std::string limit_cell_text(const LimitCell& cell, const std::string& unit);

}  // namespace labourlex
