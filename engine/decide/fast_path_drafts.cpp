#include "engine/decide/fast_path_drafts.hpp"

#include "engine/law/completion_space.hpp"

#include <algorithm>
#include <set>

namespace labourlex::decide {

namespace {

bool speaks_of_length(const LinearForm& form) {
    return std::any_of(form.terms.begin(), form.terms.end(),
                       [](const LinearTerm& term) { return term.fact == shift_length; });
}

class Drafting {
public:
    explicit Drafting(const CompiledTables& tables) : tables_(tables), version_(*tables.version) {}

    Drafts draft() {
        limit_tables_.assign(version_.atoms.size(), none_index);
        drafts_.tables.resize(tables_.tables.size());
        for (TableIndex table = 0; table < tables_.tables.size(); ++table) {
            for (const Row& row : tables_.tables[table].rows) {
                DraftRow draft;
                for (std::size_t column = 0; column < row.cells.size(); ++column) {
                    if (row.cells[column] != Cell::blank) {
                        draft.push_back(literal(tables_.tables[table].columns[column], row.cells[column] == Cell::yes));
                    }
                }
                drafts_.tables[table].rows.push_back(std::move(draft));
            }
        }
        return std::move(drafts_);
    }

private:
    DraftLiteral literal(const Column& column, bool yes) {
        if (column.kind == Column::Kind::table) {
            return {DraftLiteral::Kind::table, column.table, yes};
        }
        const Atom& atom = version_.atoms[column.atom];
        if (atom.kind == Atom::Kind::number) {
            return {DraftLiteral::Kind::number,
                    number({atom.form, atom.comparison, atom.comparison, Rational(0), Rational(0)}), yes};
        }
        if (atom.kind == Atom::Kind::limit) {
            return {DraftLiteral::Kind::table, limit_table(column.atom), yes};
        }
        return {DraftLiteral::Kind::atom, column.atom, yes};
    }

    std::uint32_t number(const NumberSignal& signal) {
        const auto found = std::find(drafts_.numbers.begin(), drafts_.numbers.end(), signal);
        if (found == drafts_.numbers.end()) {
            drafts_.numbers.push_back(signal);
            return static_cast<std::uint32_t>(drafts_.numbers.size() - 1);
        }
        return static_cast<std::uint32_t>(found - drafts_.numbers.begin());
    }

    /// A comparison with a limit is a table of its own: a row of the limit gives the value, and the comparison with
    /// that cell holds.
    TableIndex limit_table(AtomIndex index) {
        if (limit_tables_[index] != none_index) {
            return limit_tables_[index];
        }
        const Atom& atom = version_.atoms[index];
        DraftTable table;
        const auto& texts = version_.limits.at(atom.limit);
        for (std::size_t text = 0; text < texts.size(); ++text) {
            for (std::size_t row = 0; row < texts[text].rows.size(); ++row) {
                const auto signal = against_cell(atom, texts[text].rows[row].cell);
                if (!signal) {
                    continue;
                }
                DraftRow draft{{DraftLiteral::Kind::table, tables_.limit_rows[atom.limit][text][row], true}};
                if (signal->certain_bound || signal->possible_bound || speaks_of_length(atom.form)) {
                    draft.push_back({DraftLiteral::Kind::number, number(*signal), true});
                }
                table.rows.push_back(std::move(draft));
            }
        }
        drafts_.tables.push_back(std::move(table));
        return limit_tables_[index] = static_cast<TableIndex>(drafts_.tables.size() - 1);
    }

    /// Nothing: the comparison is false whatever the number is. A signal without bounds: it is true.
    static std::optional<NumberSignal> against_cell(const Atom& atom, const LimitCell& cell) {
        const bool below = atom.comparison == Comparison::under || atom.comparison == Comparison::at_most;
        NumberSignal signal{atom.form, atom.comparison, atom.comparison, std::nullopt, std::nullopt};
        switch (cell.kind) {
            case LimitCell::Kind::none:
                if (!below) {
                    return std::nullopt;
                }
                signal.certain_comparison = Comparison::at_least;
                if (speaks_of_length(atom.form)) {  // true wherever there is a length
                    signal.certain_bound = Rational(-1'000'000);
                }
                break;
            case LimitCell::Kind::number:
                signal.certain_bound = signal.possible_bound = atom.factor * cell.low;
                break;
            case LimitCell::Kind::open: {
                // The limit lies in [low, high). Over it for certain: at or over its upper bound; perhaps: over the
                // lower.
                const Rational low = atom.factor * cell.low;
                const std::optional<Rational> high =
                    cell.high ? std::optional<Rational>(atom.factor * *cell.high) : std::nullopt;
                signal.certain_bound = below ? std::optional<Rational>(low) : high;
                signal.possible_bound = below ? high : std::optional<Rational>(low);
                (below ? signal.possible_comparison : signal.certain_comparison) =
                    below ? Comparison::under : Comparison::at_least;
                break;
            }
        }
        return signal;
    }

    const CompiledTables& tables_;
    const Version& version_;
    Drafts drafts_;
    std::vector<TableIndex> limit_tables_;  ///< by AtomIndex
};

bool plain_choices(const Version& version, const Condition& condition, std::set<FactIndex>& facts) {
    switch (condition.kind) {
        case Condition::Kind::negation:
            return false;
        case Condition::Kind::definition:
            return plain_choices(version, version.definitions.at(condition.definition).when, facts);
        case Condition::Kind::atom: {
            const Atom& atom = version.atoms.at(condition.atom);
            return atom.kind == Atom::Kind::choice && !version.clock_terms.at(atom.fact) &&
                   facts.insert(atom.fact).second;
        }
        case Condition::Kind::all:
        case Condition::Kind::any:
            break;
    }
    return std::all_of(condition.children.begin(), condition.children.end(),
                       [&](const Condition& child) { return plain_choices(version, child, facts); });
}

void collect_speaking(const Version& version, NormIndex index, std::set<NormIndex>& seen,
                      std::set<reference::Source>& sources) {
    if (!seen.insert(index).second) {
        return;
    }
    const Norm& norm = version.norms[index];
    for (const Condition* part : {&norm.in_force, &norm.reaches, &norm.shared, &norm.when}) {
        reference::collect_sources(version, *part, sources);
    }
    for (const NormIndex parent : norm.parents) {
        collect_speaking(version, parent, seen, sources);
    }
}

}  // namespace

Drafts draft_tables(const CompiledTables& tables) {
    return Drafting(tables).draft();
}

bool needs_apart(const Version& version, NormIndex index) {
    std::set<FactIndex> facts;
    if (!plain_choices(version, *version.norms[index].needs, facts)) {
        return false;
    }
    std::set<reference::Source> elsewhere;
    for (const Impossible& impossible : version.impossible) {
        reference::collect_sources(version, impossible.when, elsewhere);
    }
    std::set<NormIndex> seen;
    collect_speaking(version, index, seen, elsewhere);
    return std::none_of(facts.begin(), facts.end(), [&](FactIndex fact) {
        return elsewhere.count({reference::Source::Kind::fact, fact, 0}) != 0;
    });
}

}  // namespace labourlex::decide
