#include "engine/cases/boundary_values.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

namespace labourlex {

namespace {

constexpr std::size_t most_codes = 24;

/// A value that a decimal writes; others are rounded down to tenths.
Rational decimal(const Rational& value) {
    return Rational::parse_decimal(value.text()) ? value : Rational((value * Rational(10)).floor(), 10);
}

/// A tenth, or one where only whole numbers are.
Rational step_of(const FactDeclaration& declaration) {
    return declaration.whole ? Rational(1) : Rational(1, 10);
}

class Finder {
public:
    Finder(const CompiledTables& tables, NormIndex norm)
        : tables_(tables), law_(*tables.version), vocabulary_(*tables.version->vocabulary), norm_(norm) {}

    Boundaries run() {
        gather(norm_, true);
        std::set<NormIndex> seen{norm_};
        with_exceptions(norm_, seen);
        // An exception is nothing without the norms that it speaks to, nor those without their other exceptions.
        for (const NormIndex parent : law_.norms[norm_].parents) {
            if (seen.insert(parent).second) gather(parent, false);
            with_exceptions(parent, seen);
        }
        // The times come first: while they are open every look at a job is dear.
        if (!windows_.empty()) add_shift();
        for (const FactIndex fact : order_) add_slot(fact);
        for (std::size_t slot = 0; slot < result_.slots.size(); ++slot) {
            if (result_.slots[slot].own) add_crossings(slot);
        }
        return std::move(result_);
    }

private:
    struct Asked {
        bool own = false;
        std::set<Rational> thresholds;
        std::set<Rational> own_thresholds;
        std::vector<CodeIndex> codes;
        std::vector<CodeIndex> own_codes;
    };

    void with_exceptions(NormIndex norm, std::set<NormIndex>& seen) {
        for (const NormIndex exception : law_.norms[norm].exceptions) {
            if (!seen.insert(exception).second) continue;
            gather(exception, false);
            with_exceptions(exception, seen);
        }
    }

    void gather(NormIndex norm, bool own) {
        gather_table(tables_.norms[norm].speaks, own);
        gather_table(tables_.norms[norm].needs, own);
    }

    void gather_table(TableIndex index, bool own) {
        if (index == none_index || !visited_.insert({index, own}).second) return;
        for (const Column& column : tables_.tables[index].columns) {
            if (column.kind == Column::Kind::table) {
                gather_table(column.table, own);
            } else {
                gather_atom(law_.atoms[column.atom], own);
            }
        }
    }

    Asked& asked(FactIndex fact, bool own) {
        const auto [place, is_new] = asked_.try_emplace(fact);
        if (is_new) order_.push_back(fact);
        place->second.own = place->second.own || own;
        return place->second;
    }

    void gather_atom(const Atom& atom, bool own) {
        switch (atom.kind) {
            case Atom::Kind::overlap:
                windows_.insert({atom.window_from, atom.window_to});
                own_shift_ = own_shift_ || own;
                return;
            case Atom::Kind::number:
            case Atom::Kind::limit:
                gather_number(atom, own);
                return;
            case Atom::Kind::code:
            case Atom::Kind::set_includes:
            case Atom::Kind::set_only:
            case Atom::Kind::set_region: {
                Asked& fact = asked(atom.fact, own);
                fact.codes.insert(fact.codes.end(), atom.codes.begin(), atom.codes.end());
                if (own) fact.own_codes.insert(fact.own_codes.end(), atom.codes.begin(), atom.codes.end());
                return;
            }
            case Atom::Kind::choice:
                asked(atom.fact, own);
                return;
            case Atom::Kind::stated:
                return;
        }
    }

    void gather_number(const Atom& atom, bool own) {
        std::vector<Rational> against{Rational(0)};
        if (atom.kind == Atom::Kind::limit) {
            against.clear();
            for (std::size_t text = 0; text < law_.limits[atom.limit].size(); ++text) {
                for (const Limit::Row& row : law_.limits[atom.limit][text].rows) {
                    if (own && row.cell.kind == LimitCell::Kind::open) result_.open_figures = true;
                    if (row.cell.kind != LimitCell::Kind::none) against.push_back(atom.factor * row.cell.low);
                }
                for (const TableIndex row : tables_.limit_rows[atom.limit][text]) gather_table(row, own);
            }
        }
        for (const LinearTerm& term : atom.form.terms) {
            if (term.fact == shift_length || term.fact >= vocabulary_.facts.size()) continue;
            Asked& fact = asked(term.fact, own);
            if (atom.form.terms.size() != 1 || term.whole_fact != no_fact) continue;
            for (const Rational& value : against) {
                const Rational threshold = (value - atom.form.constant) / term.factor;
                fact.thresholds.insert(threshold);
                if (own) fact.own_thresholds.insert(threshold);
            }
        }
    }

    [[nodiscard]] bool in_range(const FactDeclaration& declaration, const Rational& value) const {
        return value >= declaration.low && value <= declaration.high && (!declaration.whole || value.is_whole());
    }

    static Knowledge number(FactIndex fact, const Rational& value) {
        Knowledge stated;
        stated.fact = fact;
        stated.numbers = {{value, value}};
        return stated;
    }

    static Knowledge choice(FactIndex fact, std::size_t count, std::size_t chosen) {
        Knowledge stated;
        stated.fact = fact;
        stated.choices.assign(count, false);
        stated.choices[chosen] = true;
        return stated;
    }

    /// A single code for a branch: of a classification one of its last places, of our own trees the code itself.
    [[nodiscard]] CodeIndex one_code(const Taxonomy& taxonomy, CodeIndex code) const {
        while (taxonomy.exhaustive() && !taxonomy.node(code).children.empty())
            code = taxonomy.node(code).children.front();
        return code;
    }

    [[nodiscard]] std::vector<CodeIndex> codes_to_try(const Taxonomy& taxonomy, const std::vector<CodeIndex>& named,
                                                      const std::vector<CodeIndex>& all) const {
        std::vector<CodeIndex> codes;
        const auto add = [&](CodeIndex code) {
            if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
        };
        for (const CodeIndex code : named) {
            if (codes.size() < most_codes) add(one_code(taxonomy, code));
        }
        for (CodeIndex code = 0; code < taxonomy.size(); ++code) {
            if (one_code(taxonomy, code) != code) continue;
            const bool below_named = std::any_of(all.begin(), all.end(), [&](CodeIndex above) {
                return taxonomy.at_or_below(code, above) || taxonomy.at_or_below(above, code);
            });
            if (below_named) continue;
            add(code);
            break;
        }
        return codes;
    }

    void add_slot(FactIndex fact) {
        const FactDeclaration& declaration = vocabulary_.facts[fact];
        const Asked& how = asked_.at(fact);
        const bool of_law = fact < law_.given.size() && law_.given[fact].has_value();
        const bool clock = fact < law_.clock_terms.size() && law_.clock_terms[fact].has_value();
        if (!declaration.stated_freely() || of_law || clock) return;
        Slot slot;
        slot.facts = {fact};
        slot.own = how.own;
        slot.assumable = declaration.assumed.has_value();
        const auto state = [&](Knowledge stated) { slot.values.push_back({{std::move(stated)}}); };
        switch (declaration.type) {
            case FactType::yes_no:
            case FactType::choice:
                for (std::size_t i = 0; i < declaration.choices.size(); ++i) {
                    state(choice(fact, declaration.choices.size(), i));
                }
                break;
            case FactType::number:
                for (const Rational& value : numbers_to_try(declaration, how.thresholds)) state(number(fact, value));
                break;
            case FactType::code:
                for (const CodeIndex code : codes_to_try(vocabulary_.taxonomy_of(fact), how.codes, how.codes)) {
                    Knowledge stated;
                    stated.fact = fact;
                    stated.codes = {code};
                    state(std::move(stated));
                }
                break;
            case FactType::code_set:
                state(set_of(fact, {}));
                for (const CodeIndex code : codes_to_try(vocabulary_.taxonomy_of(fact), how.codes, how.codes)) {
                    state(set_of(fact, {code}));
                }
                break;
            case FactType::time_of_day:
                return;
        }
        result_.slots.push_back(std::move(slot));
    }

    static Knowledge set_of(FactIndex fact, std::vector<CodeIndex> codes) {
        Knowledge stated;
        stated.fact = fact;
        stated.set.listed = true;
        stated.set.has = std::move(codes);
        return stated;
    }

    /// Next to each threshold, and round numbers for what only sums bound.
    [[nodiscard]] std::vector<Rational> numbers_to_try(const FactDeclaration& declaration,
                                                       const std::set<Rational>& thresholds) const {
        std::vector<Rational> values;
        const auto add = [&](const Rational& value) {
            const bool known = std::find(values.begin(), values.end(), value) != values.end();
            if (!known && in_range(declaration, value)) values.push_back(value);
        };
        const Rational step = step_of(declaration);
        for (const Rational& threshold : thresholds) {
            const Rational at = declaration.whole ? Rational(threshold.floor()) : decimal(threshold);
            for (const Rational& value : {at - step, at, at + step}) add(value);
        }
        for (const std::int64_t round : {0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 30, 36, 40, 48, 60})
            add(Rational(round));
        return values;
    }

    /// Shifts of four hours before, into and within each window, and from its end.
    void add_shift() {
        if (law_.shift_start == no_fact || law_.shift_end == no_fact) return;
        Slot slot;
        slot.facts = {law_.shift_start, law_.shift_end};
        slot.own = own_shift_;
        slot.assumable = true;
        const auto around = [](int minute) { return ((minute % minutes_of_day) + minutes_of_day) % minutes_of_day; };
        const auto state = [&](int from, int to) { slot.values.push_back(shift(around(from), around(to))); };
        state(9 * 60, 13 * 60);
        for (const auto& [from, to] : windows_) {
            state(from - 240, from);
            state(from - 240, from + 1);
            state(to, to + 240);
            state(to - 1, to + 240);
        }
        result_.slots.push_back(std::move(slot));
    }

    [[nodiscard]] SlotValue shift(int from, int to) const {
        Knowledge start;
        start.fact = law_.shift_start;
        start.minutes = {{from, from}};
        Knowledge end;
        end.fact = law_.shift_end;
        end.minutes = {{to, to}};
        return {{start, end}};
    }

    void add_crossings(std::size_t number_of_slot) {
        const Slot& slot = result_.slots[number_of_slot];
        const auto cross = [&](const SlotValue& one, const SlotValue& other, const std::string& threshold) {
            result_.crossings.push_back({number_of_slot, !threshold.empty(), threshold, one, other});
            result_.crossings.push_back({number_of_slot, !threshold.empty(), threshold, other, one});
        };
        if (slot.facts.size() == 2) {
            for (std::size_t i = 1; i + 3 < slot.values.size(); i += 4) {
                cross(slot.values[i], slot.values[i + 1], "");
                cross(slot.values[i + 2], slot.values[i + 3], "");
            }
            return;
        }
        const FactIndex fact = slot.facts.front();
        const FactDeclaration& declaration = vocabulary_.facts[fact];
        const Asked& how = asked_.at(fact);
        if (declaration.type == FactType::number) {
            const Rational step = step_of(declaration);
            for (const Rational& threshold : how.own_thresholds) {
                const Rational at = declaration.whole ? Rational(threshold.floor()) : decimal(threshold);
                const std::string name = fmt::format("{} {}", declaration.name, threshold.text());
                for (const auto& [low, high] : {std::pair(at - step, at), std::pair(at, at + step)}) {
                    if (!in_range(declaration, low) || !in_range(declaration, high)) continue;
                    cross({{number(fact, low)}}, {{number(fact, high)}}, name);
                }
            }
            return;
        }
        if (declaration.type == FactType::code || declaration.type == FactType::code_set) {
            const Taxonomy& taxonomy = vocabulary_.taxonomy_of(fact);
            const auto codes = codes_to_try(taxonomy, how.own_codes, how.codes);
            const auto value = [&](CodeIndex code) {
                if (declaration.type == FactType::code_set) return SlotValue{{set_of(fact, {code})}};
                Knowledge stated;
                stated.fact = fact;
                stated.codes = {code};
                return SlotValue{{stated}};
            };
            // The last code is one that no norm names, where there is such a code.
            for (std::size_t i = 0; i + 1 < codes.size(); ++i) cross(value(codes[i]), value(codes.back()), "");
            if (declaration.type == FactType::code_set) {
                for (const CodeIndex code : codes) cross(value(code), {{set_of(fact, {})}}, "");
            }
            return;
        }
        for (std::size_t i = 0; i < slot.values.size(); ++i) {
            for (std::size_t j = i + 1; j < slot.values.size(); ++j) cross(slot.values[i], slot.values[j], "");
        }
    }

    const CompiledTables& tables_;
    const Version& law_;
    const Vocabulary& vocabulary_;
    NormIndex norm_;
    std::set<std::pair<TableIndex, bool>> visited_;
    std::map<FactIndex, Asked> asked_;
    std::vector<FactIndex> order_;
    std::set<std::pair<int, int>> windows_;
    bool own_shift_ = false;
    Boundaries result_;
};

}  // namespace

Boundaries boundaries_of(const CompiledTables& tables, NormIndex norm) {
    return Finder(tables, norm).run();
}

std::string value_text(const Knowledge& stated, const Vocabulary& vocabulary) {
    const FactDeclaration& declaration = vocabulary.facts.at(stated.fact);
    if (stated.stated_unknown) return "unknown";
    const auto code = [&](CodeIndex index) { return '"' + vocabulary.taxonomy_of(stated.fact).node(index).code + '"'; };
    switch (declaration.type) {
        case FactType::yes_no:
        case FactType::choice: {
            const auto chosen = std::find(stated.choices.begin(), stated.choices.end(), true);
            return declaration.choices.at(static_cast<std::size_t>(chosen - stated.choices.begin())).name;
        }
        case FactType::number:
            return stated.numbers.front().low.text();
        case FactType::code:
            return code(stated.codes.front());
        case FactType::code_set: {
            std::vector<std::string> codes;
            for (const CodeIndex index : stated.set.has) codes.push_back(code(index));
            return fmt::format("[{}]", fmt::join(codes, ", "));
        }
        case FactType::time_of_day:
            break;
    }
    return '"' + time_of_day_text(stated.minutes.front().first) + '"';
}

}  // namespace labourlex
