// Compiling tables into the plan of the fast path.
#include "engine/decide/fast_path_drafts.hpp"
#include "engine/decide/fast_path_plan.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace labourlex::decide {

namespace {

bool plain_number(const LinearForm& form) {
    return form.terms.size() == 1 && form.terms[0].fact != shift_length && form.terms[0].whole_fact == no_fact;
}

constexpr std::uint32_t word_bits = 64;
std::uint32_t round_up(std::uint32_t bits) {
    return (bits + word_bits - 1) / word_bits * word_bits;
}

class PlanBuilder {
public:
    explicit PlanBuilder(const CompiledTables& tables) : tables_(tables), version_(*tables.version) {}

    std::unique_ptr<const FastPathPlan> build() {
        plan_.version = tables_.version;
        Drafts drafts = draft_tables(tables_);
        drafts_ = std::move(drafts.tables);
        plan_.numbers = std::move(drafts.numbers);
        find_giving_norms();
        order_tables();
        place_signals();
        make_cells();
        make_rows();
        wake_rows_by_cells();
        make_norms();
        return std::make_unique<const FastPathPlan>(std::move(plan_));
    }

private:
    // ---- order of tables --------------------------------------------------------------------------------------------

    /// Rules, items, requirements that can be broken, unseen parts. Each has a signal of its own for speaking.
    void find_giving_norms() {
        std::set<TableIndex> taken;
        for (NormIndex index = 0; index < version_.norms.size(); ++index) {
            const Norm& norm = version_.norms[index];
            speaks_.push_back(tables_.norms[index].speaks);
            const bool requirement = norm.kind == NormKind::requirement && norm.needs &&
                                     norm.strength != Strength::noted && version_.breach_class();
            if (norm.kind != NormKind::rule && norm.kind != NormKind::item && !requirement &&
                (norm.kind != NormKind::unseen || norm.could_lift)) {
                continue;
            }
            plan_.giving.push_back(index);
            if (!taken.insert(speaks_.back()).second) {
                drafts_.push_back({{{{DraftLiteral::Kind::table, speaks_.back(), true}}}});
                speaks_.back() = static_cast<TableIndex>(drafts_.size() - 1);
            }
        }
    }

    void order_tables() {
        placed_.assign(drafts_.size(), false);
        for (NormIndex norm = 0; norm < tables_.norms.size(); ++norm) {
            need(speaks_[norm]);
            need(tables_.norms[norm].needs);
        }
        for (const auto* list : {&tables_.instrument_reaches, &tables_.impossible, &tables_.unseen_laws}) {
            for (const TableIndex table : *list) {
                need(table);
            }
        }
    }

    void need(TableIndex table) {
        if (table == none_index || placed_[table]) {
            return;
        }
        placed_[table] = true;  // tables are acyclic
        for (const DraftRow& row : drafts_[table].rows) {
            for (const DraftLiteral& asked : row) {
                if (asked.kind == DraftLiteral::Kind::table) {
                    need(asked.index);
                }
            }
        }
        order_.push_back(table);
    }

    // ---- places of signals ------------------------------------------------------------------------------------------

    void place_signals() {
        std::set<AtomIndex> atoms;
        std::set<std::uint32_t> numbers;
        for (const TableIndex table : order_) {
            for (const DraftRow& row : drafts_[table].rows) {
                for (const DraftLiteral& asked : row) {
                    if (asked.kind == DraftLiteral::Kind::atom) {
                        atoms.insert(asked.index);
                    } else if (asked.kind == DraftLiteral::Kind::number) {
                        numbers.insert(asked.index);
                    }
                }
            }
        }
        std::uint32_t next = 0;
        for (FactIndex fact = 0; fact < version_.vocabulary->facts.size(); ++fact) {
            for (const AtomIndex atom : atoms) {
                const Atom::Kind kind = version_.atoms[atom].kind;
                if (version_.atoms[atom].fact == fact && (kind == Atom::Kind::choice || kind == Atom::Kind::code)) {
                    atom_place_[atom] = next++;
                    atoms_of_[fact].push_back(atom);
                }
            }
            for (const std::uint32_t index : numbers) {
                const LinearForm& form = plan_.numbers[index].form;
                if (plain_number(form) && form.terms[0].fact == fact) {
                    number_place_[index] = next++;
                    numbers_of_[fact].push_back(index);
                }
            }
        }
        next = round_up(next);
        plan_.direct_word = next / word_bits;
        for (const AtomIndex atom : atoms) {
            if (atom_place_.count(atom) == 0) {
                const bool overlap = version_.atoms[atom].kind == Atom::Kind::overlap;
                plan_.direct.push_back({overlap ? DirectSignal::Kind::overlap : DirectSignal::Kind::set, atom, 0});
                atom_place_[atom] = next++;
            }
        }
        for (const std::uint32_t index : numbers) {
            if (number_place_.count(index) == 0) {
                plan_.direct.push_back({DirectSignal::Kind::number, none_index, index});
                number_place_[index] = next++;
            }
        }
        next = round_up(next);
        plan_.atom_words = next / word_bits;
        plan_.direct_words = plan_.atom_words - plan_.direct_word;
        plan_.giving_word = next / word_bits;
        for (const NormIndex norm : plan_.giving) {
            table_place_[speaks_[norm]] = next++;
        }
        next = round_up(next);
        for (const TableIndex table : order_) {
            if (table_place_.try_emplace(table, next).second) {
                ++next;
            }
        }
        plan_.words = round_up(next) / word_bits;
        rarity_.assign(std::size_t{plan_.words} * word_bits, 1.0);
    }

    [[nodiscard]] std::uint32_t place(const DraftLiteral& asked) const {
        switch (asked.kind) {
            case DraftLiteral::Kind::atom:
                return atom_place_.at(asked.index);
            case DraftLiteral::Kind::number:
                return number_place_.at(asked.index);
            case DraftLiteral::Kind::table:
                return table_place_.at(asked.index);
        }
        return 0;
    }

    // ---- cells of facts ---------------------------------------------------------------------------------------------

    using Places = std::vector<std::uint32_t>;

    void add_cell(const Places& certain, const Places& possible) {
        std::map<std::uint32_t, WordBits> words;
        for (const std::uint32_t bit : certain) {
            words[bit / word_bits].certain |= std::uint64_t{1} << bit % word_bits;
        }
        for (const std::uint32_t bit : possible) {
            words[bit / word_bits].possible |= std::uint64_t{1} << bit % word_bits;
        }
        FastPathPlan::CellRange range;
        range.first = static_cast<std::uint32_t>(plan_.cell_bits.size());
        for (auto& [word, bits] : words) {
            bits.word = word;
            range.exact = range.exact && bits.certain == bits.possible;
            plan_.cell_bits.push_back(bits);
        }
        range.last = static_cast<std::uint32_t>(plan_.cell_bits.size());
        plan_.cells.push_back(range);
    }

    void make_cells() {
        for (FactIndex fact = 0; fact < version_.vocabulary->facts.size(); ++fact) {
            if (atoms_of_.count(fact) == 0 && numbers_of_.count(fact) == 0) {
                continue;
            }
            PackedFact packed;
            packed.fact = fact;
            packed.type = version_.vocabulary->facts[fact].type;
            packed.first_cell = static_cast<std::uint32_t>(plan_.cells.size());
            switch (packed.type) {
                case FactType::yes_no:
                case FactType::choice:
                    make_choice_cells(packed);
                    break;
                case FactType::code:
                    make_code_cells(packed);
                    break;
                case FactType::number:
                    make_number_cells(packed);
                    break;
                case FactType::code_set:
                case FactType::time_of_day:
                    break;
            }
            packed.unknown_cell = static_cast<std::uint16_t>(plan_.cells.size() - packed.first_cell);
            std::replace(packed.cell_of_code.begin(), packed.cell_of_code.end(), std::uint16_t{UINT16_MAX},
                         packed.unknown_cell);
            Places all;
            for (const AtomIndex atom : atoms_of_[fact]) {
                all.push_back(atom_place_.at(atom));
            }
            for (const std::uint32_t index : numbers_of_[fact]) {
                all.push_back(number_place_.at(index));
            }
            learn_rarity(packed, all);
            add_cell({}, all);
            plan_.facts.push_back(std::move(packed));
        }
        for (std::size_t bit = 0; bit < plan_.direct.size(); ++bit) {
            const DirectSignal& direct = plan_.direct[bit];
            const bool includes =
                direct.kind == DirectSignal::Kind::set && version_.atoms[direct.atom].kind == Atom::Kind::set_includes;
            rarity_[std::size_t{plan_.direct_word} * word_bits + bit] = includes ? 0.02 : 0.4;
        }
    }

    /// A signal is rare that few cells of its fact set.
    void learn_rarity(const PackedFact& packed, const Places& places) {
        for (const std::uint32_t place : places) {
            std::size_t setting = 0;
            for (std::size_t cell = packed.first_cell; cell < plan_.cells.size(); ++cell) {
                for (std::uint32_t at = plan_.cells[cell].first; at < plan_.cells[cell].last; ++at) {
                    if (plan_.cell_bits[at].word == place / word_bits &&
                        (plan_.cell_bits[at].possible >> place % word_bits & 1U) != 0) {
                        ++setting;
                    }
                }
            }
            rarity_[place] =
                static_cast<double>(setting) / static_cast<double>(plan_.cells.size() - packed.first_cell + 1);
        }
    }

    void make_choice_cells(const PackedFact& packed) {
        for (std::size_t choice = 0; choice < version_.vocabulary->facts[packed.fact].choices.size(); ++choice) {
            Places places;
            for (const AtomIndex atom : atoms_of_[packed.fact]) {
                if (version_.atoms[atom].choices.at(choice)) {
                    places.push_back(atom_place_.at(atom));
                }
            }
            add_cell(places, places);
        }
    }

    void make_code_cells(PackedFact& packed) {
        const Taxonomy& taxonomy = version_.vocabulary->taxonomy_of(packed.fact);
        std::map<Places, std::uint16_t> cells;
        const auto cell_for = [&](const Places& places) {
            const auto [found, is_new] = cells.try_emplace(places, static_cast<std::uint16_t>(cells.size()));
            if (is_new) {
                add_cell(places, places);
            }
            return found->second;
        };
        packed.unnamed_cell = cell_for({});
        packed.cell_of_code.resize(taxonomy.size());
        for (CodeIndex code = 0; code < taxonomy.size(); ++code) {
            Places places;
            for (const AtomIndex atom : atoms_of_[packed.fact]) {
                const auto& codes = version_.atoms[atom].codes;
                if (std::any_of(codes.begin(), codes.end(),
                                [&](CodeIndex above) { return taxonomy.at_or_below(code, above); })) {
                    places.push_back(atom_place_.at(atom));
                }
            }
            packed.cell_of_code[code] = cell_for(places);
        }
        // A code above codes of other cells is not known, unless all its leaves are in one cell.
        for (CodeIndex code = static_cast<CodeIndex>(taxonomy.size()); code-- > 0;) {
            const auto& children = taxonomy.node(code).children;
            if (children.empty()) {
                continue;
            }
            const std::uint16_t first = packed.cell_of_code[children.front()];
            const bool same = std::all_of(children.begin(), children.end(),
                                          [&](CodeIndex child) { return packed.cell_of_code[child] == first; }) &&
                              (taxonomy.exhaustive() || packed.cell_of_code[code] == first);
            packed.cell_of_code[code] = same ? first : UINT16_MAX;
        }
    }

    void make_number_cells(PackedFact& packed) {
        const auto& signals = numbers_of_[packed.fact];
        for (const std::uint32_t index : signals) {
            const NumberSignal& signal = plan_.numbers[index];
            for (const auto& bound : {signal.certain_bound, signal.possible_bound}) {
                if (bound) {
                    packed.cuts.push_back((*bound - signal.form.constant) / signal.form.terms[0].factor);
                }
            }
        }
        std::sort(packed.cuts.begin(), packed.cuts.end());
        packed.cuts.erase(std::unique(packed.cuts.begin(), packed.cuts.end()), packed.cuts.end());
        for (std::size_t cell = 0; cell <= 2 * packed.cuts.size(); ++cell) {
            const Rational value = inside(packed.cuts, cell);
            Places certain;
            Places possible;
            for (const std::uint32_t index : signals) {
                const NumberSignal& signal = plan_.numbers[index];
                const Rational sum = signal.form.terms[0].factor * value + signal.form.constant;
                if (surely_true(signal, sum)) {
                    certain.push_back(number_place_.at(index));
                }
                if (maybe_true(signal, sum)) {
                    possible.push_back(number_place_.at(index));
                }
            }
            add_cell(certain, possible);
        }
    }

    static Rational inside(const std::vector<Rational>& cuts, std::size_t cell) {
        if (cell % 2 == 1) {
            return cuts[cell / 2];
        }
        if (cuts.empty()) {
            return 0;
        }
        if (cell == 0) {
            return cuts.front() - Rational(1);
        }
        return cell == 2 * cuts.size() ? cuts.back() + Rational(1)
                                       : (cuts[cell / 2 - 1] + cuts[cell / 2]) / Rational(2);
    }

    // ---- rows -------------------------------------------------------------------------------------------------------

    void make_rows() {
        std::map<std::uint32_t, std::vector<std::uint32_t>> woken;
        std::vector<std::uint32_t> always;
        for (const TableIndex table : order_) {
            double table_rarity = 0;
            for (const DraftRow& draft : drafts_[table].rows) {
                const auto index = static_cast<std::uint32_t>(plan_.rows.size());
                PlanRow row;
                row.table = table_place_.at(table);
                row.first = static_cast<std::uint32_t>(plan_.literals.size());
                std::map<std::uint32_t, RowLiteral> words;
                double together = 1;
                std::optional<std::uint32_t> rarest;
                for (const DraftLiteral& asked : draft) {
                    const std::uint32_t bit = place(asked);
                    RowLiteral& word = words[bit / word_bits];
                    word.word = bit / word_bits;
                    (asked.yes ? word.required : word.forbidden) |= std::uint64_t{1} << bit % word_bits;
                    if (asked.yes) {
                        together *= rarity_[bit];
                        rarest = !rarest || rarity_[bit] < rarity_[*rarest] ? bit : *rarest;
                    }
                }
                for (const auto& [at, literal] : words) {
                    plan_.literals.push_back(literal);
                }
                row.last = static_cast<std::uint32_t>(plan_.literals.size());
                plan_.rows.push_back(row);
                table_rarity += together;
                if (rarest) {
                    woken[*rarest].push_back(index);
                } else {
                    always.push_back(index);
                }
            }
            rarity_[table_place_.at(table)] = std::min(1.0, table_rarity);
        }
        plan_.rows_always.assign(round_up(static_cast<std::uint32_t>(plan_.rows.size())) / word_bits, 0);
        for (const std::uint32_t row : always) {
            plan_.rows_always[row / word_bits] |= std::uint64_t{1} << row % word_bits;
        }
        plan_.woken.resize(std::size_t{plan_.words} * word_bits);
        for (const auto& [signal, rows] : woken) {
            plan_.woken[signal].first = static_cast<std::uint32_t>(plan_.woken_rows.size());
            plan_.woken_rows.insert(plan_.woken_rows.end(), rows.begin(), rows.end());
            plan_.woken[signal].second = static_cast<std::uint32_t>(plan_.woken_rows.size());
        }
    }

    /// A cell sets several atoms at once, so the rows that they wake are put together beforehand.
    void wake_rows_by_cells() {
        for (FastPathPlan::CellRange& range : plan_.cells) {
            std::map<std::uint32_t, std::uint64_t> words;
            for (std::uint32_t at = range.first; at < range.last; ++at) {
                for (std::uint32_t bit = 0; bit < word_bits; ++bit) {
                    if ((plan_.cell_bits[at].possible >> bit & 1U) == 0) {
                        continue;
                    }
                    const auto [first, last] = plan_.woken[plan_.cell_bits[at].word * word_bits + bit];
                    for (std::uint32_t woken = first; woken < last; ++woken) {
                        const std::uint32_t row = plan_.woken_rows[woken];
                        words[row / word_bits] |= std::uint64_t{1} << row % word_bits;
                    }
                }
            }
            range.first_row = static_cast<std::uint32_t>(plan_.cell_rows.size());
            for (const auto& [word, rows] : words) {
                plan_.cell_rows.push_back({word, rows});
            }
            range.last_row = static_cast<std::uint32_t>(plan_.cell_rows.size());
        }
    }

    // ---- norms ------------------------------------------------------------------------------------------------------

    void make_norms() {
        for (ClassIndex cls = 0; cls < version_.classes.size(); ++cls) {
            plan_.all_classes |= 1U << cls;
            plan_.lawful |= version_.classes[cls].lawful() ? 1U << cls : 0U;
        }
        plan_.default_class = version_.default_class();
        for (NormIndex index = 0; index < version_.norms.size(); ++index) {
            add_norm(index);
        }
        for (std::size_t index = 0; index < version_.instruments.size(); ++index) {
            if (version_.instruments[index].regulating) {
                plan_.regulating.push_back(table_place_.at(tables_.instrument_reaches[index]));
            }
        }
        for (const TableIndex table : tables_.impossible) {
            plan_.impossible.push_back(table_place_.at(table));
        }
        for (const TableIndex table : tables_.unseen_laws) {
            plan_.unseen_laws.push_back(table_place_.at(table));
        }
    }

    void add_norm(NormIndex index) {
        const Norm& norm = version_.norms[index];
        PlanNorm made;
        made.norm = index;
        made.speaks = table_place_.at(speaks_[index]);
        made.own = norm.does_not_apply ? parent_removed : 1U << norm.cls;
        made.unseen = norm.kind == NormKind::unseen;
        made.requirement = norm.kind == NormKind::requirement;
        made.strength = norm.strength;
        if (norm.needs) {
            made.requires_something = true;
            made.needs = table_place_.at(tables_.norms[index].needs);
            made.needs_apart = norm.strength == Strength::formal && needs_apart(version_, index);
        }
        made.first_exception = static_cast<std::uint32_t>(plan_.exceptions.size());
        for (const NormIndex exception : norm.exceptions) {
            if (version_.norms[exception].kind == NormKind::exception) {
                plan_.exceptions.push_back(exception);
            }
        }
        made.last_exception = static_cast<std::uint32_t>(plan_.exceptions.size());
        if (made.requirement && version_.breach_class()) {
            made.own = 1U << *version_.breach_class();
        }
        plan_.norms.push_back(made);
    }

    const CompiledTables& tables_;
    const Version& version_;
    FastPathPlan plan_;
    std::vector<DraftTable> drafts_;
    std::vector<TableIndex> speaks_;  ///< by NormIndex
    std::vector<bool> placed_;
    std::vector<TableIndex> order_;
    std::map<AtomIndex, std::uint32_t> atom_place_;
    std::map<std::uint32_t, std::uint32_t> number_place_;
    std::map<TableIndex, std::uint32_t> table_place_;
    std::map<FactIndex, std::vector<AtomIndex>> atoms_of_;
    std::map<FactIndex, std::vector<std::uint32_t>> numbers_of_;
    std::vector<double> rarity_;  ///< by signal, a guess of how often it is set
};

}  // namespace

std::unique_ptr<const FastPathPlan> make_fast_path_plan(const CompiledTables& tables) {
    return PlanBuilder(tables).build();
}

}  // namespace labourlex::decide
