// How many numbers a law ties together.
//
// Numbers that comparisons name together are one system of inequalities for everyone who reasons about what is not known
// (semantics 10), and eliminating variables costs dearly with their number: eight facts in one system are the bound. Texts of
// different days are taken together: a law that stays below the bound on every day but not in its history is not known, and a
// bound that held only on some days would be found out too late.

#include "engine/law/compilation.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

namespace labourlex {

namespace {

constexpr std::size_t most_tied_numbers = 8;

std::vector<FactIndex> numbers_of(const LinearForm& form) {
    std::vector<FactIndex> facts;
    for (const LinearTerm& term : form.terms) {
        if (term.fact != shift_length && term.fact != no_fact) facts.push_back(term.fact);
        if (term.whole_fact != no_fact) facts.push_back(term.whole_fact);
    }
    return facts;
}

}  // namespace

void check_tied_numbers(Compilation& compilation) {
    const auto& facts = compilation.vocabulary.facts;
    std::vector<FactIndex> leader(facts.size());
    std::iota(leader.begin(), leader.end(), FactIndex{0});
    const std::function<FactIndex(FactIndex)> find = [&](FactIndex fact) {
        return leader[fact] == fact ? fact : leader[fact] = find(leader[fact]);
    };
    for (const Atom& atom : compilation.atoms.all()) {
        const std::vector<FactIndex> tied = numbers_of(atom.form);
        for (const FactIndex fact : tied) leader[find(fact)] = find(tied.front());
    }
    std::map<FactIndex, std::vector<FactIndex>> groups;
    for (FactIndex fact = 0; fact < facts.size(); ++fact) {
        if (facts[fact].type == FactType::number) groups[find(fact)].push_back(fact);
    }
    for (const auto& [first, group] : groups) {
        if (group.size() <= most_tied_numbers) continue;
        std::vector<std::string> names;
        for (const FactIndex fact : group) names.push_back("`" + facts[fact].name + "`");
        compilation.report(Code::L0415, facts[group.back()].span,
                           {std::to_string(group.size()), joined(names), std::to_string(most_tied_numbers)});
    }
}

}  // namespace labourlex
