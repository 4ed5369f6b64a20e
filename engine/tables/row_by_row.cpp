#include "engine/tables/row_by_row.hpp"

#include "engine/tables/atom_value.hpp"

#include <algorithm>

namespace labourlex {
namespace {

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
    bool required_is_met(NormIndex exception);
    bool exception_holds(NormIndex exception);
    bool removed(NormIndex norm);
    std::uint32_t class_after_exceptions(NormIndex norm);
    std::uint32_t breach(NormIndex requirement);
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

/// A broken requirement means that the exception does not hold; a formal one is broken by its status in the whole job.
bool Walk::required_is_met(NormIndex exception) {
    const Norm& norm = law_.norms[exception];
    if (!norm.needs) return true;
    switch (norm.strength) {
        case Strength::constitutive: return table_holds(tables_.norms[exception].needs);
        case Strength::formal: return statuses_.at(exception) != reference::RequirementStatus::broken;
        case Strength::noted: return true;
    }
    return true;
}

bool Walk::exception_holds(NormIndex exception) {
    return law_.norms[exception].kind == NormKind::exception && speaks(exception) && required_is_met(exception) &&
           !removed(exception);
}

/// Whether an exception that makes the norm not apply holds.
bool Walk::removed(NormIndex norm) {
    const auto& exceptions = law_.norms[norm].exceptions;
    return std::any_of(exceptions.begin(), exceptions.end(), [&](NormIndex exception) {
        return law_.norms[exception].does_not_apply && exception_holds(exception);
    });
}

/// The gravest class of the exceptions that hold, each with its own exceptions; the norm's own class when none does.
std::uint32_t Walk::class_after_exceptions(NormIndex norm) {
    std::uint32_t cls = none_index;
    for (const NormIndex exception : law_.norms[norm].exceptions) {
        if (law_.norms[exception].does_not_apply || !exception_holds(exception)) continue;
        cls = graver(cls, class_after_exceptions(exception));
    }
    return cls == none_index ? law_.norms[norm].cls : cls;
}

/// What a requirement gives of itself: the class of a breach when it is broken. Any exception that holds lifts it.
std::uint32_t Walk::breach(NormIndex index) {
    const Norm& requirement = law_.norms[index];
    const bool lifted = std::any_of(requirement.exceptions.begin(), requirement.exceptions.end(),
                                    [&](NormIndex exception) { return exception_holds(exception); });
    const bool broken =
        (requirement.strength == Strength::constitutive && !table_holds(tables_.norms[index].needs)) ||
        (requirement.strength == Strength::formal && statuses_.at(index) == reference::RequirementStatus::broken);
    return broken && !lifted ? law_.breach_class().value_or(none_index) : none_index;
}

/// The class that a norm gives to the job; none_index for none.
std::uint32_t Walk::given(NormIndex index) {
    const Norm& norm = law_.norms[index];
    if (!speaks(index)) return none_index;
    switch (norm.kind) {
        case NormKind::rule:
        case NormKind::item:
            return removed(index) ? none_index : class_after_exceptions(index);
        case NormKind::unseen:
            if (norm.could_lift || !situation_.unseen_blocks.at(index) || !completion_.unseen.at(index)) {
                return none_index;
            }
            return removed(index) ? none_index : class_after_exceptions(index);
        case NormKind::requirement:
            return breach(index);
        case NormKind::exception:
        case NormKind::duty:
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
        const bool is_rule = law_.norms[norm].kind == NormKind::rule || law_.norms[norm].kind == NormKind::item;
        reading.given.push_back(is_rule ? cls : none_index);
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
        const std::uint32_t unseen = completion_.unseen_laws.at(i);
        if (unseen == none_index) continue;
        reading.outcome = reading.outcome == out_of_scope ? unseen : std::max(reading.outcome, unseen);
    }
    return reading;
}

}  // namespace

TablesReading read_rows(const CompiledTables& tables, const Situation& situation, const Completion& completion,
                        const std::vector<reference::RequirementStatus>& statuses) {
    return Walk(tables, situation, completion, statuses).read();
}

}  // namespace labourlex
