#include "dsl-grammar/canonical_order.hpp"

#include "dsl-grammar/clause_table.hpp"

#include <algorithm>

namespace labourlex::formatting {

std::vector<const syntax::Clause*> in_canonical_order(const syntax::Statement& statement) {
    const auto rules = clauses_of(statement.kind);
    auto rank = [&](const syntax::Clause* clause) {
        return std::find_if(rules.begin(), rules.end(),
                            [&](const ClauseRule& rule) { return rule.kind == clause->kind; }) -
               rules.begin();
    };
    std::vector<const syntax::Clause*> result;
    for (const syntax::Clause& clause : statement.clauses) result.push_back(&clause);
    std::stable_sort(result.begin(), result.end(),
                     [&](const syntax::Clause* a, const syntax::Clause* b) { return rank(a) < rank(b); });
    return result;
}

}  // namespace labourlex::formatting
