// What the conventions ask of one country on one day: the baseline that its law is held against.
//
// The `ilo` law speaks for every State; a country owes what it has ratified. So of its norms those stay that rest on a
// convention by which the country is bound on the day - from twelve months after the registration of its ratification
// (C138 art. 12(3), C182 art. 10(3)) - and the parameters get the values that the country chose (the declared minimum
// age) or that follow from its own law. Recommendations bind nobody and are left out. Every choice made here is told in
// `supposed`. Parts of the baseline whose text nobody has read (the list that each State draws up for itself) ask for
// nothing that could be held against a law: they are left out and told in `left_open`.
#pragma once

#include "engine/law/compiler.hpp"
#include "engine/law/model.hpp"

#include <memory>
#include <string>
#include <vector>

namespace labourlex::analyse {

struct BoundConvention {
    std::string name;  ///< "c138", as the baseline calls it
    std::string title;
    Date since;  ///< bound from this day
    Date ratified;
    Evidence evidence = Evidence::unverified;
    std::vector<std::string> choices;  ///< "Minimum age declared under Convention No. 138: 16"
};

struct Obligations {
    std::shared_ptr<const Version> version;    ///< the baseline, parameters fixed
    std::vector<BoundConvention> conventions;  ///< none: nothing can be judged
    std::vector<std::string> supposed;         ///< parameters and how they were set
    std::vector<std::string> left_open;        ///< parameters that nobody has told, texts that nobody has read
    std::vector<std::string> not_bound;        ///< acts of the baseline that were left out, by title
};

/// `baseline` on the day of `national`; `ratifications`: all that are known.
[[nodiscard]] Obligations obligations_of(const Version& national, const Version& baseline,
                                         const std::vector<Ratification>& ratifications);

}  // namespace labourlex::analyse
