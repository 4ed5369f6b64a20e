// Rows of a limit that no job meets, and figures that no job can pass.
//
// Which row gives the value is a diagram for each row (the first that holds, where the limit is in force and its act
// reaches). No job meets a row where that diagram holds of no possible job. A figure cannot bind where the law compares
// with the limit, and yet for no possible job of that row any such comparison comes out as "over": the figure lies
// above all that a job may state. A cell that says `none` means to be passed by nothing, and one whose figure is not
// known is not judged.
#include "engine/analyse/finding_words.hpp"
#include "engine/analyse/inspection.hpp"
#include "engine/tables/describe.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace labourlex::analyse {

namespace {

std::string row_text(const Limit::Row& row) {
    return fmt::format("{}", fmt::join(row.labels, finding_texts.separator));
}

class IdleLimit {
public:
    IdleLimit(Inspection& inspection, LimitIndex limit, std::uint32_t text)
        : inspection_(inspection),
          law_(inspection.law),
          limit_(inspection.version().limits[limit][text]),
          index_(limit),
          text_(text) {}

    void run() {
        for (std::uint32_t row = 0; row < limit_.rows.size(); ++row) {
            const Diagram gives = law_.limit_row(index_, text_, row);
            if (law_.never(gives)) {
                // `otherwise` closes a table that may be full already.
                if (!otherwise(limit_.rows[row])) {
                    inspection_.report(Code::L0628, limit_.rows[row].when.span,
                                       {limit_.name, row_text(limit_.rows[row]), why_never(row)});
                }
            } else {
                figure(row, gives);
            }
        }
    }

private:
    static bool otherwise(const Limit::Row& row) { return row.when.always(); }

    std::string why_never(std::uint32_t row) {
        const Diagram own = law_.condition(limit_.rows[row].when);
        if (law_.never(own)) {
            return std::string(finding_texts.row_never_of_itself);
        }
        const Diagram reach = law_.condition(limit_.reaches);
        return law_.never(law_.diagrams().both(own, reach))
                   ? fmt::format(fmt::runtime(finding_texts.row_never_reached), inspection_.act_of(limit_.citation))
                   : std::string(finding_texts.row_taken_before);
    }

    void figure(std::uint32_t row, Diagram gives) {
        const LimitCell& cell = limit_.rows[row].cell;
        if (cell.kind != LimitCell::Kind::number) {
            return;
        }
        Diagrams& all = law_.diagrams();
        bool asked = false;
        bool passed = false;
        for (AtomIndex index = 0; index < inspection_.version().atoms.size(); ++index) {
            const Atom& atom = inspection_.version().atoms[index];
            const bool over = atom.comparison == Comparison::over || atom.comparison == Comparison::at_least;
            if (atom.kind != Atom::Kind::limit || atom.limit != index_ || !over || !law_.reads(index)) {
                continue;
            }
            asked = true;
            passed = passed || !law_.never(all.both(gives, law_.atom(index)));
        }
        if (asked && !passed) {
            const auto& facts = inspection_.version().vocabulary->facts;
            const std::string unit = limit_.fact < facts.size() ? facts[limit_.fact].unit : "";
            inspection_.report(
                Code::L0629, cell.span,
                {limit_.name, fmt::format(fmt::runtime(finding_texts.in_row), row_text(limit_.rows[row])),
                 fmt::format(fmt::runtime(finding_texts.figure_out_of_reach), limit_cell_text(cell, unit))});
        }
    }

    Inspection& inspection_;
    SingleLaw& law_;
    const Limit& limit_;
    LimitIndex index_;
    std::uint32_t text_;
};

}  // namespace

void find_idle_limits(Inspection& inspection) {
    const auto& limits = inspection.version().limits;
    for (LimitIndex limit = 0; limit < limits.size(); ++limit) {
        for (std::uint32_t text = 0; text < limits[limit].size(); ++text) {
            if (inspection.wanted(limits[limit][text].span)) {
                IdleLimit(inspection, limit, text).run();
            }
        }
    }
}

}  // namespace labourlex::analyse
