// In which order the variables of a space are tested: what decides how large its diagrams grow.
//
// A law is for the most part a long disjunction of "a few shared facts (age, sex, who employs) and something of its own
// (a task, a hazard)". Where the shared facts are tested first, what is left below them is a disjunction of things of
// their own, and there are no more different ones than there are ways to answer the shared facts. Where the things of
// their own come first, each subset of them leaves another question about the shared facts, and the diagram can double
// with every item of a list. So the variables that most norms ask for, and codes with their many cells, come first, and
// the others follow so that what one norm asks for stands close together: each is drawn to the middle of the norms that
// ask for it, again and again, and the arrangement in which the norms span least is kept.
//
// An order changes the size of a diagram and never its meaning, so floating point is good enough here and nowhere else
// in this folder.
//
// Source: Aloul, Markov, Sakallah, "FORCE: a fast and easy-to-implement variable-ordering heuristic", GLSVLSI 2003.

#include "engine/decide/space.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <set>

namespace labourlex::decide {

namespace {

/// Fewer variables than this need no order.
constexpr std::size_t few_variables = 8;
/// Rounds of drawing together; the arrangement hardly changes after some dozens.
constexpr int rounds = 100;

using Together = std::vector<std::set<Level>>;  ///< by norm: the levels that it asks for

/// Moves the levels from `first` on in `order` so that each group of `together` spans few places.
void draw_together(std::vector<Level>& order, std::size_t first, const Together& together) {
    std::vector<double> position(order.size());
    const auto place = [&] {
        for (std::size_t i = 0; i < order.size(); ++i) {
            position[order[i]] = static_cast<double>(i);
        }
    };
    place();
    double best_span = std::numeric_limits<double>::max();
    std::vector<Level> best = order;
    for (int round = 0; round < rounds; ++round) {
        double span = 0;
        std::vector<double> sum(order.size());
        std::vector<double> groups(order.size());
        for (const std::set<Level>& group : together) {
            if (group.empty()) {
                continue;
            }
            double middle = 0;
            double lowest = position[*group.begin()];
            double highest = lowest;
            for (const Level level : group) {
                middle += position[level] / static_cast<double>(group.size());
                lowest = std::min(lowest, position[level]);
                highest = std::max(highest, position[level]);
            }
            span += highest - lowest;
            for (const Level level : group) {
                sum[level] += middle;
                groups[level] += 1;
            }
        }
        if (span < best_span) {
            best_span = span;
            best = order;
        }
        const auto wanted = [&](Level level) {
            return groups[level] > 0 ? sum[level] / groups[level] : position[level];
        };
        std::stable_sort(order.begin() + static_cast<std::ptrdiff_t>(first), order.end(),
                         [&](Level a, Level b) { return wanted(a) < wanted(b); });
        place();
    }
    order = best;
}

}  // namespace

/// The levels that the truth of an atom is read from, but for the rows of its limit. What asks for every code of a set
/// ("and nothing else") says nothing about where the codes belong, and is left out.
std::vector<Level> Space::levels_of_atom(AtomIndex index) const {
    const Atom& atom = situation_.version->atoms[index];
    std::vector<Level> result;
    const auto add = [&](const std::optional<Level>& level) {
        if (level) {
            result.push_back(*level);
        }
    };
    const auto add_test = [&](const Comparing& comparing) {
        if (!comparing.settled) {
            add(level_of_component_[numbers_->place(comparing.test).first]);
        }
    };
    switch (atom.kind) {
        case Atom::Kind::choice:
        case Atom::Kind::code:
            add(level_of_fact_[atom.fact]);
            break;
        case Atom::Kind::set_includes: {
            const Taxonomy& taxonomy = situation_.version->vocabulary->taxonomy_of(atom.fact);
            const SetRegions& regions = *sets_[atom.fact];
            for (std::size_t i = 0; i < regions.codes.size(); ++i) {
                if (std::any_of(atom.codes.begin(), atom.codes.end(),
                                [&](CodeIndex code) { return taxonomy.at_or_below(regions.codes[i], code); })) {
                    add(regions.level[i]);
                }
            }
            break;
        }
        case Atom::Kind::number:
            add_test(numbers_->comparing(index));
            break;
        case Atom::Kind::limit:
            for (std::uint32_t text = 0; text < situation_.version->limits[atom.limit].size(); ++text) {
                const auto rows = situation_.version->limits[atom.limit][text].rows.size();
                for (std::uint32_t row = 0; row < rows; ++row) {
                    add_test(numbers_->comparing(index, text, row));
                }
            }
            break;
        case Atom::Kind::overlap:
            for (std::uint32_t i = 0; i < level_of_component_.size(); ++i) {
                if (numbers_->components()[i].with_shift) {
                    add(level_of_component_[i]);
                }
            }
            break;
        case Atom::Kind::set_region:
        case Atom::Kind::set_only:
        case Atom::Kind::stated:
            break;
    }
    return result;
}

void Space::order_variables() {
    if (variables_.size() < few_variables) {
        return;
    }
    const Version& version = *situation_.version;
    // By table: the levels that its truth is read from. A table asks only for tables before it.
    std::vector<std::set<Level>> support(tables_.tables.size());
    for (TableIndex index = 0; index < tables_.tables.size(); ++index) {
        const auto add_table = [&](TableIndex other) {
            if (other != none_index) {
                support[index].insert(support[other].begin(), support[other].end());
            }
        };
        for (const Column& column : tables_.tables[index].columns) {
            if (column.kind == Column::Kind::table) {
                add_table(column.table);
                continue;
            }
            for (const Level level : levels_of_atom(column.atom)) {
                support[index].insert(level);
            }
            if (const Atom& atom = version.atoms[column.atom]; atom.kind == Atom::Kind::limit) {
                for (const auto& rows : tables_.limit_rows[atom.limit]) {
                    std::for_each(rows.begin(), rows.end(), add_table);
                }
            }
        }
    }
    // What hangs together: each norm with the exceptions to it.
    Together together;
    const std::function<void(NormIndex, std::set<Level>&)> add_norm = [&](NormIndex norm, std::set<Level>& levels) {
        for (const TableIndex table : {tables_.norms[norm].speaks, tables_.norms[norm].needs}) {
            if (table != none_index) {
                levels.insert(support[table].begin(), support[table].end());
            }
        }
        if (level_of_unseen_[norm]) {
            levels.insert(*level_of_unseen_[norm]);
        }
        for (const NormIndex exception : version.norms[norm].exceptions) {
            add_norm(exception, levels);
        }
    };
    std::vector<std::size_t> norms_that_ask(variables_.size());
    for (NormIndex norm = 0; norm < version.norms.size(); ++norm) {
        if (version.norms[norm].kind != NormKind::exception) {
            add_norm(norm, together.emplace_back());
            for (const Level level : together.back()) {
                ++norms_that_ask[level];
            }
        }
    }

    // A code with its many cells costs least at the top, and is asked for by headings of lists all over a law.
    const auto shared_by_many = [&](Level level) {
        const std::size_t few =
            variables_[level].kind == SpaceVariable::Kind::code ? together.size() / 6 : together.size() / 2;
        return norms_that_ask[level] > few;
    };
    std::vector<Level> order(variables_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](Level a, Level b) {
        const bool first = shared_by_many(a);
        return first != shared_by_many(b) ? first : norms_that_ask[a] > norms_that_ask[b];
    });
    const auto shared =
        static_cast<std::size_t>(std::find_if_not(order.begin(), order.end(), shared_by_many) - order.begin());
    for (std::set<Level>& levels : together) {
        for (std::size_t i = 0; i < shared; ++i) {
            levels.erase(order[i]);
        }
    }
    draw_together(order, shared, together);

    std::vector<Level> level_now(order.size());
    std::vector<SpaceVariable> ordered;
    for (Level level = 0; level < order.size(); ++level) {
        level_now[order[level]] = level;
        ordered.push_back(std::move(variables_[order[level]]));
    }
    variables_ = std::move(ordered);
    const auto move = [&](std::vector<std::optional<Level>>& levels) {
        for (std::optional<Level>& level : levels) {
            if (level) {
                level = level_now[*level];
            }
        }
    };
    move(level_of_fact_);
    move(level_of_component_);
    move(level_of_unseen_);
    move(level_of_unseen_law_);
    for (auto& regions : sets_) {
        if (regions) {
            move(regions->level);
        }
    }
}

}  // namespace labourlex::decide
