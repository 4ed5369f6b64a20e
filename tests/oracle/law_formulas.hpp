// One law as formulas of Z3, by the sentences of docs/semantics.md.
//
// The formulas are written from the sentences, not from what the engine makes of them: from the conditions and norms of
// a `Version` as it was compiled, for complete jobs. Each function stands under the sentence that it carries out.
// Formulas are shared graphs: a definition, or the effect of an exception that speaks to many norms, is made once.
#pragma once

#include "tests/oracle/job_variables.hpp"

#include <map>
#include <optional>
#include <vector>

namespace labourlex::oracle {

/// What one norm does in a job.
struct NormFormulas {
    std::vector<z3::expr> gives;  ///< by class: its effect is this class
    z3::expr removes;             ///< an exception that `does not apply`: it removes its parent
    z3::expr applies;  ///< it speaks and no exception removes it; of an exception besides: what it requires is met
};

class LawFormulas {
public:
    LawFormulas(JobVariables& variables, std::size_t side);

    [[nodiscard]] const NormFormulas& norm(NormIndex norm) const { return *norms_.at(norm); }
    /// By class, then out of scope.
    [[nodiscard]] const z3::expr& outcome(std::size_t outcome) const { return outcomes_.at(outcome); }
    /// None of the combinations that the law declares impossible.
    [[nodiscard]] const z3::expr& possible() const { return *possible_; }

    /// The shift overlaps a window; minutes.
    [[nodiscard]] z3::expr overlap(int from, int to);
    /// In hours.
    [[nodiscard]] z3::expr length_of_shift();
    /// The product with a whole number, by its cases.
    [[nodiscard]] z3::expr times(const z3::expr& whole, const std::pair<Rational, Rational>& bounds,
                                 const z3::expr& value);

private:
    /// A set of codes read as if it held this code only.
    struct Alone {
        FactIndex fact = no_fact;
        int value = 0;  ///< of the tree; its number of values: what the tree does not name
    };

    [[nodiscard]] z3::expr holds(const Condition& condition, const Alone* alone = nullptr);
    [[nodiscard]] z3::expr atom(AtomIndex index, const Alone* alone);
    [[nodiscard]] z3::expr choice(const Atom& atom);
    [[nodiscard]] z3::expr set(const Atom& atom, const Alone* alone);
    [[nodiscard]] z3::expr code(const Atom& atom);
    [[nodiscard]] z3::expr limit(const Atom& atom);
    [[nodiscard]] z3::expr sum(const LinearForm& form);
    [[nodiscard]] z3::expr value(FactIndex fact);
    [[nodiscard]] z3::expr compared(const z3::expr& left, Comparison comparison, const z3::expr& right);
    [[nodiscard]] std::pair<z3::expr, z3::expr> shift();  ///< start and length, minutes

    [[nodiscard]] z3::expr speaks(const Norm& norm);
    [[nodiscard]] z3::expr permits(const Norm& list);
    void read(NormIndex index);
    void read_outcomes();

    [[nodiscard]] z3::expr yes() { return variables_.context().bool_val(true); }
    [[nodiscard]] z3::expr no() { return variables_.context().bool_val(false); }
    [[nodiscard]] z3::expr any(const std::vector<z3::expr>& of) { return variables_.any(of); }
    [[nodiscard]] z3::expr all(const std::vector<z3::expr>& of) { return variables_.all(of); }

    JobVariables& variables_;
    std::size_t side_;
    const Version& law_;
    std::map<AtomIndex, z3::expr> atoms_;
    std::map<DefinitionIndex, z3::expr> definitions_;
    std::vector<std::optional<NormFormulas>> norms_;
    std::vector<z3::expr> outcomes_;
    std::optional<z3::expr> possible_;
};

}  // namespace labourlex::oracle
