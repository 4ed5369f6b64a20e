#include "engine/tables/row_by_row.hpp"

#include "engine/tables/atom_value.hpp"

#include <algorithm>

namespace labourlex {
namespace {

/// Stands beside the classes for an exception that makes its parent not apply.
constexpr std::uint32_t removal = none_index - 1;

/// A class, or none_index for none; the graver of two.
std::uint32_t graver(std::uint32_t a, std::uint32_t b) {
    if (a == none_index) return b;
    if (b == none_index) return a;
    return std::max(a, b);
}

class Walk {
public:
    Walk(const CompiledTables& tables, const Situation& situation, const Completion& completion,
         const std::vector<reference::RequirementStatus>& statuses)
        : tables_(tables), law_(*tables.version), situation_(situation), completion_(completion), statuses_(statuses),
          truth_(tables.tables.size(), Truth::not_read) {}

    TablesReading read();

private:
    enum class Truth : std::uint8_t { not_read, yes, no };

    bool table_holds(TableIndex table);
    bool row_holds(const DecisionTable& table, const Row& row);
    bool speaks(NormIndex norm) { return table_holds(tables_.norms[norm].speaks); }
    bool requirement_broken(NormIndex norm);
    std::uint32_t effect_of(NormIndex exception);
    std::uint32_t after_exceptions(NormIndex norm, std::uint32_t own);
    std::uint32_t given(NormIndex norm);

    const CompiledTables& tables_;
    const Version& law_;
    const Situation& situation_;
    const Completion& completion_;
    const std::vector<reference::RequirementStatus>& statuses_;
    std::vector<Truth> truth_;      ///< tables are read once
};

bool Walk::table_holds(TableIndex index) {
    if (truth_[index] == Truth::not_read) {
        const DecisionTable& table = tables_.tables[index];
        const bool holds = std::any_of(table.rows.begin(), table.rows.end(),
                                       [&](const Row& row) { return row_holds(table, row); });
        truth_[index] = holds ? Truth::yes : Truth::no;
    }
    return truth_[index] == Truth::yes;
}

bool Walk::row_holds(const DecisionTable& table, const Row& row) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (row.cells[i] == Cell::blank) continue;
        const Column& column = table.columns[i];
        const bool answer = column.kind == Column::Kind::table
                                ? table_holds(column.table)
                                : atom_value(tables_, situation_, completion_, law_.atoms[column.atom], column.atom,
                                             [this](TableIndex limit_row) { return table_holds(limit_row); });
        if (answer != (row.cells[i] == Cell::yes)) return false;
    }
    return true;
}

/// A formal requirement is broken by its status in the whole job, a noted one never.
bool Walk::requirement_broken(NormIndex index) {
    const Norm& norm = law_.norms[index];
    if (!norm.needs) return false;
    switch (norm.strength) {
        case Strength::constitutive: return !table_holds(tables_.norms[index].needs);
        case Strength::formal: return statuses_.at(index) == reference::RequirementStatus::broken;
        case Strength::noted: return false;
    }
    return false;
}

/// What an exception makes of its parent: a class, `removal`, or none_index where it does not hold. With a broken
/// requirement it does not hold; its own exceptions may take its place or keep it from holding.
std::uint32_t Walk::effect_of(NormIndex index) {
    const Norm& exception = law_.norms[index];
    if (exception.kind != NormKind::exception || !speaks(index) || requirement_broken(index)) return none_index;
    return after_exceptions(index, exception.does_not_apply ? removal : exception.cls);
}

/// What is left of a norm that gives `own` of itself: nothing when an exception removes it, else the gravest class among
/// the exceptions that hold, else its own.
std::uint32_t Walk::after_exceptions(NormIndex norm, std::uint32_t own) {
    std::uint32_t gravest = none_index;
    for (const NormIndex exception : law_.norms[norm].exceptions) {
        const std::uint32_t effect = effect_of(exception);
        if (effect == removal) return none_index;
        gravest = graver(gravest, effect);
    }
    return gravest == none_index ? own : gravest;
}

/// The class that a norm gives to the job; none_index for none.
std::uint32_t Walk::given(NormIndex index) {
    const Norm& norm = law_.norms[index];
    if (!speaks(index)) return none_index;
    switch (norm.kind) {
        case NormKind::rule:
        case NormKind::item:
            return after_exceptions(index, norm.cls);
        case NormKind::unseen:
            if (norm.could_lift || !situation_.unseen_blocks.at(index) || !completion_.unseen.at(index)) {
                return none_index;
            }
            return after_exceptions(index, norm.cls);
        case NormKind::requirement:
            if (!law_.breach_class() || !requirement_broken(index)) return none_index;
            return after_exceptions(index, *law_.breach_class());
        case NormKind::exception:
        case NormKind::duty:
        case NormKind::permission:
            return none_index;
    }
    return none_index;
}

TablesReading Walk::read() {
    TablesReading reading;
    std::uint32_t unlawful = none_index;
    std::uint32_t lawful = none_index;
    for (NormIndex norm = 0; norm < law_.norms.size(); ++norm) {
        reading.speaks.push_back(speaks(norm));
        const std::uint32_t cls = given(norm);
        reading.given.push_back(cls);
        if (cls == none_index) continue;
        std::uint32_t& gravest = law_.classes[cls].lawful() ? lawful : unlawful;
        gravest = graver(gravest, cls);
    }
    bool regulated = false;
    for (InstrumentIndex i = 0; i < law_.instruments.size(); ++i) {
        regulated = regulated || (law_.instruments[i].regulating && table_holds(tables_.instrument_reaches[i]));
    }
    if (unlawful != none_index) {
        reading.outcome = unlawful;
    } else if (regulated) {
        reading.outcome = lawful != none_index ? lawful : law_.default_class();
    } else {
        reading.outcome = out_of_scope;
    }
    for (std::size_t i = 0; i < law_.unseen_laws.size(); ++i) {
        if (!table_holds(tables_.unseen_laws[i])) continue;
        if (reading.outcome == out_of_scope) reading.outcome = law_.default_class();
        reading.outcome = graver(reading.outcome, completion_.unseen_laws.at(i));
    }
    return reading;
}

}  // namespace

TablesReading read_rows(const CompiledTables& tables, const Situation& situation, const Completion& completion,
                        const std::vector<reference::RequirementStatus>& statuses) {
    return Walk(tables, situation, completion, statuses).read();
}

}  // namespace labourlex
