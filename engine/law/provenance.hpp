// Where a norm comes from: its citation, evidence, notes and rows of the fact sheet; and its period.
#pragma once

#include "engine/law/compilation.hpp"

namespace labourlex {

[[nodiscard]] Evidence evidence_of(const syntax::Word& word);

/// The citation of a statement. Without a `per` of its own it takes `inherited`, or is an error where there is none.
[[nodiscard]] std::optional<Citation> read_provenance(Compilation& compilation, const Placed& placed,
                                                      const Citation* inherited);

/// Collects the `row` clauses of a statement into `rows` (if given) and, for the jurisdiction's own files, into the
/// book.
void read_rows(Compilation& compilation, const syntax::Statement& statement, bool of_pack,
               std::vector<std::string>* rows);

[[nodiscard]] std::vector<std::string> read_notes(const syntax::Statement& statement);

/// The bounds of `in force`; empty when it is always in force. `name` names the question of an edge in doubt.
[[nodiscard]] Bounds read_period(Compilation& compilation, const syntax::Statement& statement, const std::string& name);

}  // namespace labourlex
