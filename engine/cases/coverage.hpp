// Which norms of a law some case reached.
//
// A rule, item or exception is reached when it is a ground of a verdict or an exception that holds in one; a
// requirement, duty or unseen part when a verdict lists it; a row of the fact sheet when a norm that encodes it is
// reached. Counted over every text of every norm that was ever in force. Shares are rounded down, so that 100 % means
// all.
#pragma once

#include "engine/include/labourlex/verdict.hpp"
#include "engine/law/compiler.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace labourlex {

struct CoverageCount {
    std::size_t reached = 0;
    std::size_t all = 0;
    std::vector<std::string> never;  ///< in order of declaration

    /// Whole per cent, rounded down; 100 when there is nothing to reach.
    [[nodiscard]] std::size_t share() const { return all == 0 ? 100 : reached * 100 / all; }
};

struct Coverage {
    CoverageCount grounds;
    CoverageCount others;
    CoverageCount rows;
};

/// Gathers the names of norms that verdicts mention.
class ReachedNorms {
public:
    void add(const Verdict& verdict);
    [[nodiscard]] Coverage coverage_of(const CompiledLaw& law) const;

private:
    std::set<std::string> names_;
};

}  // namespace labourlex
