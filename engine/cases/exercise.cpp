#include "engine/cases/exercise.hpp"

#include "engine/cases/happening.hpp"
#include "engine/cases/limits_asked.hpp"
#include "engine/decide/possible.hpp"
#include "engine/decide/possible_situation.hpp"
#include "engine/diagrams/diagram.hpp"

namespace labourlex {

namespace {

void note(std::optional<std::string>& first, const std::string& name) {
    if (!first) first = name;
}

bool has_status(PartKind kind) {
    return kind == PartKind::requirement || kind == PartKind::condition;
}

/// One case under the law of its day.
class Exercise {
public:
    Exercise(decide::Outcomes& outcomes, const std::string& name)
        : outcomes_(outcomes),
          all_(outcomes.diagrams()),
          tables_(outcomes.space().tables()),
          law_(*tables_.version),
          name_(name),
          limits_asked_(limits_asked(outcomes)) {}

    void add(const PartOfVersion& found, PartUse& use) {
        const PartKind kind = found.part.place.kind;
        if (use.exercised && !(has_status(kind) && !(use.met && use.broken))) return;
        if (kind == PartKind::limit_cell) {
            if (gives_value(found)) note(use.exercised, name_);
            return;
        }
        const Diagram happens = condition(found);
        if (outcomes_.must_be(happens)) {
            note(use.exercised, name_);
            if (has_status(kind)) add_status(found.norm, use);
        } else if (outcomes_.can_be(happens)) {
            note(use.open, name_);
        } else if ((kind == PartKind::rule || kind == PartKind::item) &&
                   outcomes_.must_be(outcomes_.norm(found.norm).speaks)) {
            note(use.lifted, name_);
        }
    }

private:
    void add_status(NormIndex norm, PartUse& use) {
        if (outcomes_.status(norm) == reference::RequirementStatus::met) note(use.met, name_);
        if (outcomes_.status(norm) == reference::RequirementStatus::broken) note(use.broken, name_);
    }

    /// Where the part is exercised.
    Diagram condition(const PartOfVersion& found) {
        switch (found.part.place.kind) {
            case PartKind::rule:
            case PartKind::item:
            case PartKind::exception:
            case PartKind::exemption:
            case PartKind::permission:
            case PartKind::requirement:
            case PartKind::duty:
                return happening(outcomes_, found.norm);
            case PartKind::condition:
                return outcomes_.speaks_with_parents(found.norm);
            case PartKind::unseen:
                return found.norm != none_index ? happening(outcomes_, found.norm)
                                                : outcomes_.space().table(tables_.unseen_laws[found.unseen_law]);
            case PartKind::limit_cell:
                return all_.no();
            case PartKind::table_row:
                return row_holds(tables_.tables[found.table], found.row);
        }
        return all_.no();
    }

    Diagram row_holds(const DecisionTable& table, std::uint32_t number) {
        const Row& row = table.rows[number];
        Diagram holds = all_.yes();
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (row.cells[i] == Cell::blank) continue;
            const Column& column = table.columns[i];
            const Diagram answer = column.kind == Column::Kind::table ? outcomes_.space().table(column.table)
                                                                      : outcomes_.space().atom(column.atom);
            holds = all_.both(row.cells[i] == Cell::yes ? answer : all_.negate(answer), holds);
        }
        return holds;
    }

    bool gives_value(const PartOfVersion& found) {
        const TableIndex row = tables_.limit_rows[found.limit][found.limit_text][found.limit_row];
        if (!outcomes_.must_be(outcomes_.space().table(row))) return false;
        for (AtomIndex atom = 0; atom < law_.atoms.size(); ++atom) {
            if (limits_asked_[atom] && law_.atoms[atom].limit == found.limit) return true;
        }
        return false;
    }

    decide::Outcomes& outcomes_;
    Diagrams& all_;
    const CompiledTables& tables_;
    const Version& law_;
    const std::string& name_;
    std::vector<bool> limits_asked_;
};

}  // namespace

std::optional<std::size_t> PartCount::share() const {
    if (all == 0) return std::nullopt;
    return exercised * 100 / all;
}

const std::vector<PartOfVersion>& Exercises::parts(const std::shared_ptr<const CompiledTables>& tables) {
    const auto known = parts_.find(tables);
    return known != parts_.end() ? known->second : parts_.emplace(tables, parts_of(*tables)).first->second;
}

bool Exercises::add(const std::shared_ptr<const CompiledTables>& tables, const Job& job, const std::string& name) {
    std::vector<std::string> notes;
    std::map<PartPlace, PartUse> uses = uses_;
    try {
        const Situation situation = decide::possible_situation(*tables, job, false, notes);
        decide::Outcomes outcomes(*tables, situation);
        // Everything is certain of a job that cannot be.
        if (outcomes.possible().empty()) return true;
        Exercise exercise(outcomes, name);
        for (const PartOfVersion& found : parts(tables)) exercise.add(found, uses[found.part.place]);
    } catch (const DiagramBudgetExceeded&) {
        return false;
    }
    uses_ = std::move(uses);
    return true;
}

LawCoverage Exercises::coverage_of(const CompiledLaw& law) const {
    LawCoverage coverage;
    for (LawPart& part : parts_of_all_days(law)) {
        const auto known = uses_.find(part.place);
        UsedPart used{std::move(part), known == uses_.end() ? PartUse{} : known->second};
        PartCount& count = coverage.counts[static_cast<std::size_t>(used.part.place.kind)];
        ++count.all;
        if (used.use.exercised) ++count.exercised;
        if (used.use.met && used.use.broken) ++count.met_and_broken;
        coverage.parts.push_back(std::move(used));
    }
    return coverage;
}

}  // namespace labourlex
