#include "engine/cases/law_parts.hpp"

#include "engine/tables/describe.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>

namespace labourlex {

namespace {

PartKind kind_of(const Norm& norm) {
    switch (norm.kind) {
        case NormKind::rule:
            return PartKind::rule;
        case NormKind::item:
            return PartKind::item;
        case NormKind::exception:
            return norm.exemption ? PartKind::exemption : PartKind::exception;
        case NormKind::requirement:
            return PartKind::requirement;
        case NormKind::duty:
            return PartKind::duty;
        case NormKind::unseen:
            return PartKind::unseen;
        case NormKind::permission:
            break;
    }
    return PartKind::permission;
}

class Gatherer {
public:
    explicit Gatherer(const CompiledTables& tables) : tables_(tables), law_(*tables.version) {}

    std::vector<PartOfVersion> run() {
        norms();
        unseen_laws();
        limits();
        rows();
        return std::move(parts_);
    }

private:
    void cite(LawPart& part, const Citation& citation) const {
        if (citation.instrument < law_.instruments.size())
            part.instrument = law_.instruments[citation.instrument].title;
        part.provision = citation.provision;
    }

    void norms() {
        for (NormIndex index = 0; index < law_.norms.size(); ++index) {
            const Norm& norm = law_.norms[index];
            PartOfVersion found;
            found.norm = index;
            found.part.place = {kind_of(norm), norm.span, norm.name, 0};
            found.part.name = norm.name;
            found.part.title = norm.title;
            cite(found.part, norm.citation);
            parts_.push_back(found);
            if (norm.kind != NormKind::exception || !norm.needs) continue;
            found.part.place.kind = PartKind::condition;
            parts_.push_back(std::move(found));
        }
    }

    void unseen_laws() {
        for (std::uint32_t index = 0; index < law_.unseen_laws.size(); ++index) {
            const UnseenLaw& unseen = law_.unseen_laws[index];
            PartOfVersion found;
            found.unseen_law = index;
            found.part.place = {PartKind::unseen, unseen.span, unseen.name, 0};
            found.part.name = unseen.name;
            found.part.title = unseen.title;
            cite(found.part, unseen.citation);
            parts_.push_back(std::move(found));
        }
    }

    void limits() {
        for (LimitIndex limit = 0; limit < law_.limits.size(); ++limit) {
            for (std::uint32_t text = 0; text < law_.limits[limit].size(); ++text) {
                for (std::uint32_t row = 0; row < law_.limits[limit][text].rows.size(); ++row) {
                    limit_cell(limit, text, row);
                }
            }
        }
    }

    void limit_cell(LimitIndex limit, std::uint32_t text, std::uint32_t row) {
        const Limit& table = law_.limits[limit][text];
        PartOfVersion found;
        found.limit = limit;
        found.limit_text = text;
        found.limit_row = row;
        found.part.place = {PartKind::limit_cell, table.rows[row].cell.span, table.name, 0};
        found.part.name = table.name;
        found.part.title = table.title;
        found.part.bands = table.rows[row].labels;
        const std::string unit =
            table.fact < law_.vocabulary->facts.size() ? law_.vocabulary->facts[table.fact].unit : "";
        found.part.value = limit_cell_text(table.rows[row].cell, unit);
        cite(found.part, table.citation);
        parts_.push_back(std::move(found));
    }

    /// Tables are reached from the norms, so that a definition or clock term that nothing asks for has no part.
    void rows() {
        std::vector<bool> seen(tables_.tables.size());
        const std::function<void(TableIndex)> visit = [&](TableIndex index) {
            if (index == none_index || seen[index]) return;
            seen[index] = true;
            const DecisionTable& table = tables_.tables[index];
            const bool of_permitted_list = table.purpose == DecisionTable::Purpose::speaks &&
                                           table.norm != none_index && law_.norms[table.norm].permitted_list;
            if (of_permitted_list) return;
            for (const Column& column : table.columns) {
                if (column.kind == Column::Kind::table) {
                    visit(column.table);
                } else if (const Atom& atom = law_.atoms[column.atom]; atom.kind == Atom::Kind::limit) {
                    for (const auto& limit_rows : tables_.limit_rows[atom.limit]) {
                        for (const TableIndex limit_row : limit_rows) visit(limit_row);
                    }
                }
            }
            rows_of(index);
        };
        for (const NormTables& norm : tables_.norms) {
            visit(norm.speaks);
            visit(norm.needs);
        }
        for (const TableIndex reach : tables_.instrument_reaches) visit(reach);
        for (const TableIndex unseen : tables_.unseen_laws) visit(unseen);
    }

    void rows_of(TableIndex index) {
        const DecisionTable& table = tables_.tables[index];
        if (table.purpose == DecisionTable::Purpose::limit_row || table.purpose == DecisionTable::Purpose::impossible) {
            return;
        }
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> numbers;
        for (std::uint32_t row = 0; row < table.rows.size(); ++row) {
            const Span span = table.rows[row].span;
            if (span == Span{}) continue;
            // Where an instrument's days are in doubt, its reach is asked through a row that no text wrote.
            const bool of_days = table.purpose == DecisionTable::Purpose::reaches &&
                                 std::any_of(law_.instruments.begin(), law_.instruments.end(),
                                             [&](const Instrument& instrument) { return instrument.span == span; });
            if (of_days) continue;
            PartOfVersion found;
            found.table = index;
            found.row = row;
            // A part of a condition is shared by all norms that ask the same.
            const bool shared = table.purpose == DecisionTable::Purpose::part;
            found.part.place = {PartKind::table_row, span, shared ? "" : table.name,
                                numbers[std::pair(span.source, span.begin)]++};
            found.part.name = table.name;
            found.part.title = table.title;
            if (table.norm != none_index) {
                found.part.name = law_.norms[table.norm].name;
                cite(found.part, law_.norms[table.norm].citation);
            }
            parts_.push_back(std::move(found));
        }
    }

    const CompiledTables& tables_;
    const Version& law_;
    std::vector<PartOfVersion> parts_;
};

}  // namespace

bool operator<(const PartPlace& a, const PartPlace& b) {
    return std::tie(a.kind, a.span.source, a.span.begin, a.span.end, a.name, a.number) <
           std::tie(b.kind, b.span.source, b.span.begin, b.span.end, b.name, b.number);
}

std::vector<PartOfVersion> parts_of(const CompiledTables& tables) {
    return Gatherer(tables).run();
}

std::vector<LawPart> parts_of_all_days(const CompiledLaw& law) {
    // The days on which the text changes, and one before them all.
    std::vector<Date> days = law.change_dates();
    days.insert(days.begin(), days.empty() ? Date::today() : days.front().plus(-1));
    struct Standing {
        LawPart part;
        std::size_t last = 0;
    };
    std::map<PartPlace, Standing> standing;
    for (std::size_t day = 0; day < days.size(); ++day) {
        for (PartOfVersion& found : parts_of(lower(law.consolidate(days[day])))) {
            const auto [place, is_new] = standing.try_emplace(found.part.place, Standing{std::move(found.part), day});
            if (is_new && day > 0) place->second.part.from = days[day];
            place->second.last = day;
        }
    }
    std::vector<LawPart> parts;
    for (auto& [place, known] : standing) {
        if (known.last + 1 < days.size()) known.part.until = days[known.last + 1];
        parts.push_back(std::move(known.part));
    }
    return parts;
}

}  // namespace labourlex
