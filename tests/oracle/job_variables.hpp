// Every possible job as variables of Z3, shared by the laws that are held against each other.
//
// This is the oracle's own account of docs/semantics.md, 4 and 10: it knows nothing of cells, diagrams, tables or of
// how engine/analyse joins two laws. A fact that two laws declare alike is one variable; what a law computes or fixes
// itself is no variable at all; a question of reading or a season is one variable only within one law. A number is a
// whole or a rational number of Z3, a choice one boolean for each value, a code its number in the tree, a set one
// boolean for each code that may be in it (and one for what the tree does not name), a time its minutes.
#pragma once

#include "engine/law/model.hpp"
#include "tests/oracle/code_tree.hpp"

#include <z3++.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace labourlex::oracle {

/// The variables of one fact. Only what its type needs is filled.
struct FactVariable {
    std::vector<z3::expr> parts;  ///< yes_no, choice: by value, exactly one holds; code_set: by value of the tree
    std::optional<z3::expr> whole_value;   ///< number that is whole, code, time of day: a whole number
    std::optional<z3::expr> value;         ///< number: as a rational
    std::optional<z3::expr> unnamed;       ///< code_set of an open tree: something that the tree does not name
    std::pair<Rational, Rational> bounds;  ///< number
    std::shared_ptr<const CodeTree> tree;
};

using Laws = std::vector<std::shared_ptr<const Version>>;

class JobVariables {
public:
    JobVariables(z3::context& context, Laws laws);

    [[nodiscard]] z3::context& context() const { return context_; }
    [[nodiscard]] const Version& law(std::size_t side) const { return *laws_.at(side); }
    [[nodiscard]] std::shared_ptr<const Version> law_shared(std::size_t side) const { return laws_.at(side); }
    /// Nothing: the law itself says what the fact is.
    [[nodiscard]] const FactVariable* fact(std::size_t side, FactIndex fact) const;
    [[nodiscard]] const CodeTree& tree(const Version& law, FactIndex fact) const;
    /// One unknown for each text that nobody has read: laws that hold the same text share it.
    [[nodiscard]] z3::expr unseen(std::size_t side, NormIndex norm);
    /// By class: what an unread law says.
    [[nodiscard]] const std::vector<z3::expr>& unseen_law(std::size_t side, std::size_t law);
    /// The unknown figure of a limit's cell.
    [[nodiscard]] z3::expr open_cell(std::size_t side, LimitIndex limit, std::size_t text, std::size_t row);
    /// What a job is not asked: what the laws leave open, other than numbers. Complete once the laws were translated.
    [[nodiscard]] const std::vector<z3::expr>& answers() const { return answers_; }
    /// All other variables: numbers that a law leaves open are told with the job.
    [[nodiscard]] const std::vector<z3::expr>& of_job() const { return of_job_; }
    /// What holds of the variables by themselves: ranges, one value for each choice.
    [[nodiscard]] const std::vector<z3::expr>& ranges() const { return ranges_; }

    [[nodiscard]] z3::expr rational(const Rational& number) const;
    [[nodiscard]] z3::expr any(const std::vector<z3::expr>& of) const;
    [[nodiscard]] z3::expr all(const std::vector<z3::expr>& of) const;

private:
    void make_trees();
    [[nodiscard]] std::string key_of(std::size_t side, FactIndex fact) const;
    void make_fact(std::size_t side, FactIndex fact, const std::string& key);
    void one_of(const std::vector<z3::expr>& parts);
    [[nodiscard]] std::string place_of(const Span& span, std::size_t side, const std::string& otherwise) const;

    z3::context& context_;
    Laws laws_;
    std::map<std::string, std::shared_ptr<CodeTree>> trees_;
    std::map<std::string, FactVariable> facts_;
    std::map<std::string, std::pair<Rational, Rational>> bounds_;
    std::map<std::string, z3::expr> unseen_;
    std::map<std::string, std::vector<z3::expr>> unseen_laws_;
    std::map<std::string, z3::expr> open_cells_;
    std::vector<z3::expr> ranges_;
    std::vector<z3::expr> answers_;
    std::vector<z3::expr> of_job_;
};

/// The law says itself what the fact is: it computes it from the times, or it has fixed the parameter.
[[nodiscard]] bool said_by_law(const Version& law, FactIndex fact);

}  // namespace labourlex::oracle
