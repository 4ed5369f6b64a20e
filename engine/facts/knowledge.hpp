// What is known of one fact: everything, nothing, or something in between.
//
// Knowledge is a set of possible values. A fully known fact has one possible value; `unknown` has all of them; ranges
// and `any_of` have some. Absence is not knowledge: an absent fact has no entry in a job.
#pragma once

#include "engine/facts/fact.hpp"

#include <string>
#include <vector>

namespace labourlex {

/// Numbers from `low` to `high`, both included.
struct NumberInterval {
    Rational low;
    Rational high;
    friend bool operator==(const NumberInterval&, const NumberInterval&) = default;
};

/// Minutes of the day from `first` to `last`, both included, first <= last.
struct MinuteInterval {
    int first = 0;
    int last = 0;
    friend bool operator==(const MinuteInterval&, const MinuteInterval&) = default;
};

/// What is known of a set of codes.
struct SetKnowledge {
    std::vector<CodeIndex> has;  ///< stated as present. In a plain list: an inner code of our own trees is its "other"
    std::vector<CodeIndex> has_not;  ///< stated as absent, with everything below
    /// A plain list: complete by assumption (`[]` is complete as stated). Otherwise what is not said is unknown.
    bool listed = false;
};

/// The stated possible values of one fact. Only the member of the fact's type is used; `stated_unknown` leaves all
/// values.
struct Knowledge {
    FactIndex fact = no_fact;
    bool stated_unknown = false;
    std::vector<bool> choices;            ///< yes_no, choice: which are possible
    std::vector<NumberInterval> numbers;  ///< number: sorted, disjoint, not empty
    std::vector<CodeIndex> codes;         ///< code: at or below one of these
    SetKnowledge set;                     ///< code_set
    std::vector<MinuteInterval> minutes;  ///< time_of_day: sorted, disjoint
    Span span;                            ///< where the value stands
    std::string written;                  ///< as shown back to the reader

    /// Exactly one value is possible (a code counts when it is a leaf of an exhaustive tree or any code of an open one;
    /// a listed set counts).
    [[nodiscard]] bool exact(const FactDeclaration& declaration, const Vocabulary& vocabulary) const;
};

}  // namespace labourlex
