// From conditions as written to conditions over atoms, with types and units checked.
//
// Every yes/no test becomes an atom, and equal tests one atom, whichever way round they were written: `age under 15`
// and `15 over age` are the same. A condition with a mistake becomes one that always holds; it never reaches a reader,
// since a law with errors is not compiled.
#pragma once

#include "engine/facts/unit.hpp"
#include "engine/law/compilation.hpp"

namespace labourlex {

/// Where a condition stands, and so what it may use.
struct ConditionPlace {
    bool may_ask_stated = false;  ///< absence rules and `blocking when`
    bool may_multiply = false;    ///< `impossible`
};

[[nodiscard]] Condition build_condition(Compilation& compilation, const syntax::Condition& written,
                                        ConditionPlace place = {});

/// The condition of a clause, or one that always holds where the clause is missing.
[[nodiscard]] Condition build_clause(Compilation& compilation, const syntax::Clause* clause, ConditionPlace place = {});

/// Comparisons of quantities (quantities.cpp).
[[nodiscard]] Condition build_comparison(Compilation& compilation, const syntax::Quantity& left,
                                         syntax::Relation relation, const syntax::Quantity& right, Span span,
                                         ConditionPlace place);

/// A number as written, in the unit of `fact`; nothing with a report when it does not fit. An empty unit is the fact's.
[[nodiscard]] std::optional<Rational> read_number(Compilation& compilation, FactIndex fact, const syntax::Word& number,
                                                  const syntax::Word& unit, bool check_range = true);

// ---- small conditions -----------------------------------------------------------------------------------------------

[[nodiscard]] Condition always();
[[nodiscard]] Condition never();
[[nodiscard]] Condition condition_of(AtomIndex atom, Span span = {});
/// Drops parts that always hold and unwraps a single part.
[[nodiscard]] Condition all_of(std::vector<Condition> parts, Span span = {});
/// Drops parts that never hold and unwraps a single part.
[[nodiscard]] Condition any_of(std::vector<Condition> parts, Span span = {});
[[nodiscard]] Condition negation_of(Condition part, Span span = {});
/// `fact` has one of these values.
[[nodiscard]] Condition choice_condition(Compilation& compilation, FactIndex fact,
                                         const std::vector<std::size_t>& values, Span span);
/// `fact` compared with a constant of its own unit.
[[nodiscard]] Condition number_condition(Compilation& compilation, FactIndex fact, Comparison comparison,
                                         const Rational& constant, Span span);
/// The shift overlaps [from, to); `term` is the clock term served, if any.
[[nodiscard]] Condition overlap_condition(Compilation& compilation, int from, int to, FactIndex term, Span span);

/// Calls `visit` with every atom of a condition and of the definitions that it uses. `seen` marks definitions that need
/// no second visit.
template <class Visit>
void for_each_atom(const Condition& condition, const std::vector<Definition>& definitions, std::vector<bool>& seen,
                   const Visit& visit) {
    if (condition.kind == Condition::Kind::atom) visit(condition.atom);
    if (condition.kind == Condition::Kind::definition && !seen[condition.definition]) {
        seen[condition.definition] = true;
        for_each_atom(definitions[condition.definition].when, definitions, seen, visit);
    }
    for (const Condition& child : condition.children) for_each_atom(child, definitions, seen, visit);
}

/// The facts that an atom reads, `shift_length` standing for both ends of the shift.
[[nodiscard]] std::vector<FactIndex> facts_of(const Atom& atom, FactIndex shift_start, FactIndex shift_end);

}  // namespace labourlex
