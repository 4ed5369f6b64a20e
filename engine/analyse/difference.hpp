// What changes between two laws: for every possible job, exactly.
//
// Where the outcome of a job is `from` under the first law and `to` under the second is one diagram a pair; no pair is
// left out, and a pair whose diagram is `no` is proved not to occur. Each region is told as few boxes, each box with a
// witness that the reference reading has confirmed under both laws, and with the norms that give the outcome on either
// side.
//
// What a box claims: every job in it moves as its region says, or moves in the same direction to a class at least as
// grave (to a stricter law) or from one (to a laxer law), or has a class at least as grave under both laws already,
// because another provision decides it. The region itself is exact: `kinds` counts its jobs and nothing else, and every
// job of the region is in a box or in `not_told`.
//
// Where the laws themselves are open (a question, an unread part, a free parameter) the same answer is supposed on both
// sides, and the answer that a change hangs on is part of the box.
#pragma once

#include "engine/analyse/count.hpp"
#include "engine/analyse/witness.hpp"

#include <optional>
#include <string>
#include <vector>

namespace labourlex::analyse {

/// Unlawful work is graver the graver its class; permitted work, light work and what is out of scope are all lawful.
enum class Direction { stricter, laxer, reclassified };

struct DifferenceBox {
    SaidTests says;                  ///< empty: every job
    std::optional<Witness> witness;  ///< nothing: no short decimal numbers were found for it
};

struct DifferenceRegion {
    std::string from, to;  ///< names: "permitted", "out-of-scope"
    std::string from_title, to_title;
    Direction direction = Direction::reclassified;
    KindCount kinds;             ///< of the kinds of job in `Difference::kinds`
    KindCount plain_kinds;       ///< of these, kinds with at most one entry in each list
    KindCount plain_kinds_from;  ///< such kinds that are `from` under the first law
    std::vector<DifferenceBox> boxes;
    KindCount not_told;  ///< kinds outside the boxes told; 0 unless there were too many boxes
};

/// One age band of the two laws, between ages that either law tells apart.
struct AgeBand {
    std::string says;  ///< "under 15 years"
    // Kinds of job with at most one entry in each list.
    KindCount lawful_before;    ///< permitted, light work or out of scope under the first law
    KindCount became_unlawful;  ///< of these
    KindCount unlawful_before;
    KindCount became_lawful;  ///< of these
};

/// A text that stands in one version only, or that says something else. `in_doubt`: the text is the same, and on one of
/// the two days it is a question whether it is in force. `reached`: a norm whose own text is the same,
/// and whose list, section or act now says something else of it. A norm that says something else because a limit, a
/// definition or a clock term does is not listed for that: the limit, definition or term is.
struct ChangedNorm {
    enum class What { norm, limit, definition, term };
    enum class How { added, removed, changed, reached, in_doubt };
    What what = What::norm;
    How how = How::changed;
    std::string name;
    std::string title;
    std::string citation;  ///< empty: it has none
};

/// A season of one law that begins or ends on another day: a season is one fact for both laws, so on the days between
/// the two texts nothing was compared.
struct OtherSeason {
    std::string title;
    std::string before, after;  ///< days, as written
};

struct Difference {
    std::string first, second;              ///< labels
    bool two_laws = false;                  ///< of two jurisdictions, rather than of one on two days or with a draft
    bool complete = true;                   ///< false: the diagrams outgrew their budget, and nothing is claimed
    KindCount kinds;                        ///< possible kinds of job that the two laws tell apart
    KindCount plain_kinds;                  ///< of these, kinds with at most one entry in each list
    std::vector<DifferenceRegion> regions;  ///< gravest change first; empty: proved that no job changes class
    std::vector<AgeBand> age_bands;
    std::vector<OtherSeason> seasons;
    std::vector<ChangedNorm> norms;  ///< same law only
    std::size_t nodes = 0;
    std::vector<std::string> table;  ///< outcomes in order, for the picture
};

struct DifferenceOptions {
    std::size_t most_boxes = 12;  ///< a region
    std::size_t node_budget = analysis_node_budget;
};

/// Throws WitnessRefuted (a defect of the program).
[[nodiscard]] Difference difference(const JointLaw& law, const DifferenceOptions& options = {});

}  // namespace labourlex::analyse
