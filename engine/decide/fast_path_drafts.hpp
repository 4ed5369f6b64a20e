// Tables as the fast path's builder first writes them down: rows of literals that have no place yet.
#pragma once

#include "engine/decide/fast_path_plan.hpp"

#include <vector>

namespace labourlex::decide {

/// What a row asks, before signals have places.
struct DraftLiteral {
    enum class Kind { atom, number, table };
    Kind kind = Kind::atom;
    std::uint32_t index = 0;
    bool yes = true;
};
using DraftRow = std::vector<DraftLiteral>;
struct DraftTable {
    std::vector<DraftRow> rows;
};

/// The tables of the law by TableIndex, then one for each comparison with a limit.
struct Drafts {
    std::vector<DraftTable> tables;
    std::vector<NumberSignal> numbers;
};

[[nodiscard]] Drafts draft_tables(const CompiledTables& tables);

/// A formal requirement is broken only if what it needs holds in no completion in which it applies. Where its facts are
/// plain choices, each asked once and without `none of`, and neither a constraint nor the condition under which the
/// norm or a parent speaks asks about them, what is possible for each alone is possible for all together.
[[nodiscard]] bool needs_apart(const Version& version, NormIndex index);

}  // namespace labourlex::decide
