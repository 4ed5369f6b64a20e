// What `check` and `conform` say of a law with a planted defect that they do not say of the law without it.
#pragma once

#include "engine/analyse/conformity.hpp"
#include "engine/law/compiler.hpp"

#include <map>
#include <string>
#include <vector>

namespace labourlex::planted {

/// Every message of the compiler and of the analyses, with its words, and how often it is told.
using Findings = std::map<std::pair<std::string, std::vector<std::string>>, int>;

/// `compiling`: what the compiler said.
[[nodiscard]] Findings findings_of(const CompiledLaw& law, Date on, const Sources& sources,
                                   const Diagnostics& compiling);
/// Codes of what is in `after` and not in `before`, sorted, each once.
[[nodiscard]] std::vector<std::string> new_findings(const Findings& before, const Findings& after);

/// What the conventions' provisions say of a law: for each norm, whether it is kept and, if not, how many kinds of job
/// fall short for certain and how many under some answers.
struct Conforming {
    bool judged = false;  ///< false: nothing binds the country on the day, or the budget of nodes ran out
    std::map<std::string, std::pair<std::string, std::string>> gaps;  ///< certain and hinging kinds, as numbers
};

[[nodiscard]] Conforming conforming(const std::shared_ptr<const Version>& national, const CompiledLaw& conventions);

/// The provisions of which the two say something else, with what they say: "c138.minimum-age: kept -> 4 certain".
[[nodiscard]] std::map<std::string, std::string> other_provisions(const Conforming& before, const Conforming& after);

}  // namespace labourlex::planted
