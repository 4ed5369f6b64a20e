// The claims that the analyses make of two laws, decided once more by Z3.
//
// For each claim the decision diagrams and Z3 answer separately whether some job exists: one to which a norm gives a
// class; one whose outcome is X under the first law and Y under the second; one that a norm of the conventions forbids
// while the national law is milder. A job that Z3 finds is judged by the reference reading besides.
#pragma once

#include "engine/analyse/obligations.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace labourlex::oracle {

/// Claims of one kind, and who said what.
struct Tally {
    std::size_t claims = 0;
    std::size_t some = 0;           ///< a job exists: both say so
    std::size_t none = 0;           ///< no job exists: both say so
    std::size_t at_sight = 0;       ///< of these, claims whose formula is constant: Z3 need not search
    std::size_t without_ours = 0;   ///< the diagrams outgrew their budget; Z3 alone decided
    std::size_t without_z3 = 0;     ///< Z3 gave up within its time
    std::size_t judged = 0;         ///< jobs of Z3 judged by the reference reading
    std::size_t disagreements = 0;  ///< the diagrams, Z3 and the reference reading do not say the same
    double our_seconds = 0;
    double z3_seconds = 0;
    std::vector<std::string> told;  ///< the disagreements
    std::size_t not_taken = 0;      ///< claims left out, as only a share was asked for

    void add(const Tally& other);
};

struct ClaimOptions {
    std::size_t every = 1;          ///< only every so many-th claim about a norm
    std::size_t most_nodes = 4000;  ///< of a diagram that is read as a formula
    unsigned milliseconds = 60000;  ///< that Z3 may take for a claim
};

struct PairTally {
    Tally reachable;   ///< a norm of either law gives a class, or takes effect, in some job
    Tally decisive;    ///< a rule, item, requirement or unread part gives a class, and the outcome is that class
    Tally exact;       ///< some possible job on which a diagram and the law's own formula differ: there must be none
    Tally difference;  ///< outcome X under the first law and Y under the second
};

[[nodiscard]] PairTally decide_pair(const std::shared_ptr<const Version>& first,
                                    const std::shared_ptr<const Version>& second, const ClaimOptions& options = {});

struct ConformityTally {
    Tally gap;      ///< some job that a norm of the conventions forbids and the national law treats more mildly
    Tally certain;  ///< some job of which that is so whatever the answers to what the laws leave open
};

/// For each norm of the conventions that bind the country.
[[nodiscard]] ConformityTally decide_conformity(const std::shared_ptr<const Version>& national,
                                                const analyse::Obligations& obligations,
                                                const ClaimOptions& options = {});

}  // namespace labourlex::oracle
