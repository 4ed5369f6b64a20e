// The free variables of a situation, each with the values that must be tried.
//
// What is not known of a job falls into variables: a choice, a code, one region of a set, the numbers that comparisons
// tie together, the pair of times, an unseen part, an unseen law. A variable's values are representatives: one of each
// group of values that no condition of the law tells apart. Every completion is a choice of one value of each variable;
// those that break a constraint are dropped by who walks them (completions.cpp).
#pragma once

#include "engine/law/situation.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace labourlex::reference {

/// What conditions depend on: a fact, the pair of times, or the open cell of one text of a limit.
struct Source {
    enum class Kind { fact, shift, open_cell };
    Kind kind = Kind::fact;
    std::uint32_t index = 0;  ///< FactIndex, or LimitIndex
    std::uint32_t text = 0;   ///< open cell: text of the limit
    friend auto operator<=>(const Source&, const Source&) = default;
};

/// One free variable. Each value writes itself into a completion, over whatever stood there.
struct FreeVariable {
    std::set<Source> sources;  ///< empty for unseen parts and unseen laws: no constraint speaks of them
    std::vector<std::function<void(Completion&)>> values;
};

/// Something that every completion must satisfy.
struct Constraint {
    std::set<Source> sources;
    std::function<bool(const Completion&)> satisfied;
};

struct CompletionSpace {
    bool complete = true;  ///< false: a variable has more values than the budget
    Completion base;       ///< every fixed value, and some value for what nothing asks about
    std::vector<FreeVariable> variables;
    std::vector<Constraint> constraints;
};

/// A variable with more than `budget` values makes the space incomplete.
[[nodiscard]] CompletionSpace make_completion_space(const Situation& situation, std::size_t budget);

// ---- the parts it is made of ----------------------------------------------------------------------------------------

/// What a condition depends on, fixed things included. A clock term depends on what its table asks.
void collect_sources(const Version& version, const Condition& condition, std::set<Source>& sources);
[[nodiscard]] std::set<Source> sources_of(const Version& version, const Atom& atom);
/// Whether anything is left open about it.
[[nodiscard]] bool is_free(const Situation& situation, const Source& source);
/// Truth of a condition where what is fixed decides it already; `base` holds what is fixed.
[[nodiscard]] std::optional<bool> known_truth(const Situation& situation, const Condition& condition,
                                              const Completion& base);
/// Numbers, open cells of limits and the pair of times (completion_numbers.cpp).
void add_number_variables(const Situation& situation, std::size_t budget, CompletionSpace& space);

}  // namespace labourlex::reference
