// The findings of `check` that are statements about every possible job (L0620 to L0638).
//
// What is certainly odd in the text itself, such as a name that nothing uses, the compiler finds (engine/law). Here the
// law is read into decision diagrams, version by version, and each finding is the answer to a question about them: a
// claim that no job does something is a proof, and a claim that some job does comes with one, judged by the reference
// reading before it is told. Each kind of finding has a file of its own; docs/analyses.md tells how they work together.
#pragma once

#include "engine/law/compiler.hpp"

#include <optional>

namespace labourlex::analyse {

/// Nodes that the analysis of one version may use.
inline constexpr std::size_t check_node_budget = 4'000'000;

struct CheckOptions {
    std::optional<Date> on;  ///< only the law of this day
    bool every_day = false;  ///< every text on every day on which the law changes, not only where it last counts
    std::size_t node_budget = check_node_budget;
};

/// Appends what is found. `sources` are those that the law was compiled from.
void find_by_analysis(const CompiledLaw& law, const Sources& sources, const CheckOptions& options, Diagnostics& found);

}  // namespace labourlex::analyse
