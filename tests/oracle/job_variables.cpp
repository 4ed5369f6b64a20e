#include "tests/oracle/job_variables.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace labourlex::oracle {

namespace {

bool same_declaration(const Version& a, FactIndex fact_a, const Version& b, FactIndex fact_b) {
    const FactDeclaration& x = a.vocabulary->facts[fact_a];
    const FactDeclaration& y = b.vocabulary->facts[fact_b];
    if (x.type != y.type || x.unit != y.unit || x.whole != y.whole || x.choices.size() != y.choices.size()) {
        return false;
    }
    for (std::size_t i = 0; i < x.choices.size(); ++i) {
        if (x.choices[i].name != y.choices[i].name) {
            return false;
        }
    }
    const bool of_codes = x.type == FactType::code || x.type == FactType::code_set;
    return !of_codes || a.vocabulary->taxonomy_of(fact_a).name() == b.vocabulary->taxonomy_of(fact_b).name();
}

}  // namespace

bool said_by_law(const Version& law, FactIndex fact) {
    const bool computed = fact < law.clock_terms.size() && law.clock_terms[fact];
    const bool season = law.vocabulary->facts[fact].role == FactRole::season;
    return computed || (!season && fact < law.given.size() && law.given[fact]);
}

JobVariables::JobVariables(z3::context& context, Laws laws) : context_(context), laws_(std::move(laws)) {
    make_trees();
    // A range that two laws give one fact differently is the wider one.
    for (const bool make : {false, true}) {
        for (std::size_t side = 0; side < laws_.size(); ++side) {
            for (FactIndex fact = 0; fact < law(side).vocabulary->facts.size(); ++fact) {
                const FactDeclaration& declaration = law(side).vocabulary->facts[fact];
                const std::string key = key_of(side, fact);
                if (make) {
                    make_fact(side, fact, key);
                    continue;
                }
                auto& [low, high] = bounds_.try_emplace(key, declaration.low, declaration.high).first->second;
                low = std::min(low, declaration.low);
                high = std::max(high, declaration.high);
            }
        }
    }
}

void JobVariables::make_trees() {
    for (const auto& law : laws_) {
        for (const Taxonomy& taxonomy : law->vocabulary->taxonomies) {
            auto& tree = trees_[taxonomy.name()];
            if (!tree) {
                tree = std::make_shared<CodeTree>(taxonomy.exhaustive());
            }
            tree->add(taxonomy);
        }
    }
    for (auto& [name, tree] : trees_) {
        tree->number();
    }
}

std::string JobVariables::key_of(std::size_t side, FactIndex fact) const {
    const FactDeclaration& declaration = law(side).vocabulary->facts[fact];
    bool shared = !said_by_law(law(side), fact);
    for (std::size_t other = 0; other < laws_.size() && shared; ++other) {
        const auto twin = law(other).vocabulary->find(declaration.name);
        if (other == side || !twin) {
            continue;
        }
        const bool of_one_law = (declaration.role == FactRole::question || declaration.role == FactRole::season) &&
                                law(other).jurisdiction != law(side).jurisdiction;
        shared = same_declaration(law(side), fact, law(other), *twin) && !said_by_law(law(other), *twin) && !of_one_law;
    }
    return shared ? declaration.name : fmt::format("{} of law {}", declaration.name, side);
}

void JobVariables::make_fact(std::size_t side, FactIndex fact, const std::string& key) {
    if (said_by_law(law(side), fact) || facts_.contains(key)) {
        return;
    }
    const FactDeclaration& declaration = law(side).vocabulary->facts[fact];
    FactVariable variable;
    const bool open_in_law = declaration.role == FactRole::question || declaration.role == FactRole::parameter;
    const auto booleans = [&](std::size_t number) {
        auto& among = open_in_law ? answers_ : of_job_;
        for (std::size_t i = 0; i < number; ++i) {
            variable.parts.push_back(context_.bool_const(fmt::format("{} = {}", key, i).c_str()));
            among.push_back(variable.parts.back());
        }
    };
    const auto whole = [&](const z3::expr& low, const z3::expr& high) {
        variable.whole_value = context_.int_const(key.c_str());
        of_job_.push_back(*variable.whole_value);
        ranges_.push_back(*variable.whole_value >= low && *variable.whole_value <= high);
    };
    switch (declaration.type) {
        case FactType::yes_no: {
            const z3::expr yes = context_.bool_const(key.c_str());
            variable.parts = {!yes, yes};
            (open_in_law ? answers_ : of_job_).push_back(yes);
            break;
        }
        case FactType::choice:
            booleans(declaration.choices.size());
            one_of(variable.parts);
            break;
        case FactType::number: {
            const auto& [low, high] = variable.bounds = bounds_.at(key);
            if (declaration.whole) {
                whole(context_.int_val(low.ceiling()), context_.int_val(high.floor()));
                variable.value = z3::to_real(*variable.whole_value);
            } else {
                variable.value = context_.real_const(key.c_str());
                of_job_.push_back(*variable.value);
                ranges_.push_back(*variable.value >= rational(low) && *variable.value <= rational(high));
            }
            break;
        }
        case FactType::code:
            variable.tree = trees_.at(law(side).vocabulary->taxonomy_of(fact).name());
            whole(context_.int_val(0), context_.int_val(variable.tree->values() - 1));
            break;
        case FactType::code_set:
            variable.tree = trees_.at(law(side).vocabulary->taxonomy_of(fact).name());
            booleans(static_cast<std::size_t>(variable.tree->values()));
            if (!variable.tree->exhaustive()) {
                variable.unnamed = context_.bool_const(fmt::format("{} = unnamed", key).c_str());
                of_job_.push_back(*variable.unnamed);
            }
            break;
        case FactType::time_of_day:
            whole(context_.int_val(0), context_.int_val(minutes_of_day - 1));
            break;
    }
    facts_.emplace(key, std::move(variable));
}

const FactVariable* JobVariables::fact(std::size_t side, FactIndex fact) const {
    const auto found = facts_.find(key_of(side, fact));
    return said_by_law(law(side), fact) || found == facts_.end() ? nullptr : &found->second;
}

const CodeTree& JobVariables::tree(const Version& law, FactIndex fact) const {
    return *trees_.at(law.vocabulary->taxonomy_of(fact).name());
}

void JobVariables::one_of(const std::vector<z3::expr>& parts) {
    ranges_.push_back(any(parts));
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (std::size_t j = i + 1; j < parts.size(); ++j) {
            ranges_.push_back(!parts[i] || !parts[j]);
        }
    }
}

std::string JobVariables::place_of(const Span& span, std::size_t side, const std::string& otherwise) const {
    return span.end > span.begin ? fmt::format("{}:{}-{}", span.source, span.begin, span.end)
                                 : fmt::format("{} of law {}", otherwise, side);
}

z3::expr JobVariables::unseen(std::size_t side, NormIndex norm) {
    const std::string key = "unseen " + place_of(law(side).norms.at(norm).span, side, std::to_string(norm));
    const auto [entry, added] = unseen_.try_emplace(key, context_.bool_const(key.c_str()));
    if (added) {
        answers_.push_back(entry->second);
    }
    return entry->second;
}

const std::vector<z3::expr>& JobVariables::unseen_law(std::size_t side, std::size_t index) {
    const std::string key = "law " + place_of(law(side).unseen_laws.at(index).span, side, std::to_string(index));
    const auto [entry, added] = unseen_laws_.try_emplace(key);
    if (added) {
        for (std::size_t cls = 0; cls < law(side).classes.size(); ++cls) {
            entry->second.push_back(context_.bool_const(fmt::format("{} = {}", key, cls).c_str()));
        }
        one_of(entry->second);
        answers_.insert(answers_.end(), entry->second.begin(), entry->second.end());
    }
    return entry->second;
}

z3::expr JobVariables::open_cell(std::size_t side, LimitIndex limit, std::size_t text, std::size_t row) {
    const LimitCell& cell = law(side).limits.at(limit).at(text).rows.at(row).cell;
    const std::string key = "cell " + place_of(cell.span, side, fmt::format("{}/{}/{}", limit, text, row));
    const auto [entry, added] = open_cells_.try_emplace(key, context_.real_const(key.c_str()));
    if (added) {
        of_job_.push_back(entry->second);
        ranges_.push_back(entry->second >= rational(cell.low));
        if (cell.high) {
            ranges_.push_back(entry->second < rational(*cell.high));
        }
    }
    return entry->second;
}

z3::expr JobVariables::rational(const Rational& number) const {
    return context_.real_val(fmt::format("{}/{}", number.numerator(), number.denominator()).c_str());
}

z3::expr JobVariables::any(const std::vector<z3::expr>& of) const {
    z3::expr_vector list(context_);
    for (const z3::expr& each : of) {
        list.push_back(each);
    }
    return z3::mk_or(list).simplify();
}

z3::expr JobVariables::all(const std::vector<z3::expr>& of) const {
    z3::expr_vector list(context_);
    for (const z3::expr& each : of) {
        list.push_back(each);
    }
    return z3::mk_and(list).simplify();
}

}  // namespace labourlex::oracle
