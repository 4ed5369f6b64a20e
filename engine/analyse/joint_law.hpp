// Two laws made into one, so that one space of jobs holds them both.
//
// To compare two laws exactly, both must be read over the same jobs: the same facts, cut into the same cells. So the
// two versions are joined into one version: one vocabulary, the atoms of both, the norms of the first followed by those
// of the second. What becomes one and what stays two:
//
// - a fact that both declare alike (type, unit, choices) is one fact; where the declarations differ, or where one law
//   computes it (a clock term) or fixes it (a parameter), each law keeps its own, called `tj:night_work`;
// - a question is one where the law is the same law at two dates or with a draft, and two where the laws are different
//   ones: how one country's text is read says nothing about another's;
// - a season of one law is one fact whatever the date, so that two days are not told apart by their time of year;
// - an unseen part, and the open cell of a limit, is one unknown where both versions hold the same text of it.
//
// The joined version serves the analyses only. It is never rendered as law and never judges a stated job.
#pragma once

#include "engine/law/model.hpp"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace labourlex::analyse {

/// One of the two laws inside the joined version.
struct JoinedSide {
    std::shared_ptr<const Version> version;     ///< as it was
    std::string label;                          ///< "tj on 2013-01-01"
    std::vector<FactIndex> facts;               ///< by FactIndex of `version`: the joined fact
    std::vector<std::vector<CodeIndex>> codes;  ///< by taxonomy and code of `version`: the joined code
    NormIndex first_norm = 0;                   ///< norm n of `version` is norm first_norm + n
    InstrumentIndex first_instrument = 0;
    std::uint32_t first_unseen_law = 0;
};

struct JointLaw {
    std::shared_ptr<const Version> version;
    std::array<JoinedSide, 2> sides;
};

struct JoinResult {
    std::optional<JointLaw> law;
    std::string refused;  ///< why the two cannot be compared; empty when they can
};

/// Joins two versions. Both must have been compiled from one `Sources`: texts are told apart by their places. Refused
/// where their classes differ, or a taxonomy of one name has codes in different places.
[[nodiscard]] JoinResult join(std::shared_ptr<const Version> first, std::string first_label,
                              std::shared_ptr<const Version> second, std::string second_label);

/// One law by itself in the same form, for claims about a single law: nothing is assumed of a job, a season is a fact
/// whatever the date, and both sides are the law. Norms and instruments keep their indices.
[[nodiscard]] JointLaw alone(std::shared_ptr<const Version> version, std::string label);

}  // namespace labourlex::analyse
