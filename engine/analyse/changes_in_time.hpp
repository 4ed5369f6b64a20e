// When the law changed: the difference between two days of one law, day of change by day of change.
//
// A difference between two days says what changed and not when. Between two days on which the text changes nothing
// does, so the law of a span of time is a chain of versions, one from each day of change on; and what is told of a day
// is the difference between the version before it and the version from it on, exact like any other. A day on which no
// job changes class is told too: that nothing came of an act is worth knowing.
//
// A day in doubt (`about D within N days`) is two days here: from the first on it is a question whether the change has
// happened, from the last on it has.
#pragma once

#include "engine/analyse/difference.hpp"
#include "engine/law/compiler.hpp"

#include <string>
#include <vector>

namespace labourlex::analyse {

/// Why a day is one on which the law changes.
struct ActOfDay {
    enum class How { amends, begins, ends };
    enum class Certainty { certain, in_doubt, settled };
    How how = How::amends;
    Certainty certainty = Certainty::certain;  ///< of a day in doubt: on its first day, and from its last on
    std::string act;                           ///< "Decree No. 110, item 1"
    std::string day;                           ///< as known: "2017-03-11", "about 2017-03-18 (within 14 days)"
};

struct DayOfChange {
    Date day;
    std::vector<ActOfDay> acts;  ///< empty: a period of some norms begins or ends
    Difference difference;       ///< from the text before the day to the text from it on
    std::string refused;         ///< why the two texts cannot be compared; empty when they were
};

struct ChangesInTime {
    std::string first, second;  ///< labels
    std::vector<DayOfChange> days;
};

/// The days after `first` up to `second`. `name`: the law as it was asked for, without its day.
[[nodiscard]] ChangesInTime changes_in_time(const CompiledLaw& law, const std::string& name, Date first, Date second,
                                            const DifferenceOptions& options = {});

/// Whether nothing is claimed to change, and everything could be told.
[[nodiscard]] bool proved_unchanged(const ChangesInTime& changes);

}  // namespace labourlex::analyse
