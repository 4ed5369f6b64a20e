#include "engine/cases/norm_alone.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace labourlex {

namespace {

std::set<NormIndex> norms_to_keep(const Version& law, NormIndex norm) {
    std::set<NormIndex> kept;
    const std::function<void(NormIndex)> keep = [&](NormIndex index) {
        if (!kept.insert(index).second) return;
        for (const NormIndex exception : law.norms[index].exceptions) keep(exception);
    };
    keep(norm);
    std::set<NormIndex> above;
    const std::function<void(NormIndex)> climb = [&](NormIndex index) {
        for (const NormIndex parent : law.norms[index].parents) {
            if (!above.insert(parent).second) continue;
            keep(parent);
            climb(parent);
        }
    };
    climb(norm);
    return kept;
}

void empty_tables_not_asked(CompiledTables& tables) {
    std::vector<bool> asked(tables.tables.size());
    const std::function<void(TableIndex)> ask = [&](TableIndex index) {
        if (index == none_index || asked[index]) return;
        asked[index] = true;
        for (const Column& column : tables.tables[index].columns) {
            if (column.kind == Column::Kind::table) {
                ask(column.table);
                continue;
            }
            const Atom& atom = tables.version->atoms[column.atom];
            if (atom.kind != Atom::Kind::limit) continue;
            for (const auto& rows : tables.limit_rows[atom.limit]) std::for_each(rows.begin(), rows.end(), ask);
        }
    };
    for (const NormTables& norm : tables.norms) {
        ask(norm.speaks);
        ask(norm.needs);
    }
    std::for_each(tables.impossible.begin(), tables.impossible.end(), ask);
    for (std::size_t index = 0; index < tables.tables.size(); ++index) {
        if (asked[index]) continue;
        tables.tables[index].columns.clear();
        tables.tables[index].rows.clear();
    }
}

}  // namespace

NormAlone norm_alone(const CompiledTables& tables, NormIndex norm) {
    const std::set<NormIndex> kept = norms_to_keep(*tables.version, norm);
    NormAlone alone;
    alone.tables = tables;
    alone.tables.norms.clear();
    alone.tables.unseen_laws.clear();
    auto law = std::make_shared<Version>(*tables.version);
    law->unseen_laws.clear();
    std::vector<Norm> norms;
    std::vector<NormIndex> numbers(law->norms.size(), none_index);
    for (const NormIndex index : kept) {
        numbers[index] = static_cast<NormIndex>(norms.size());
        norms.push_back(law->norms[index]);
        alone.tables.norms.push_back(tables.norms[index]);
    }
    for (Norm& kept_norm : norms) {
        for (auto* links : {&kept_norm.exceptions, &kept_norm.parents, &kept_norm.permits}) {
            std::erase_if(*links, [&](NormIndex index) { return numbers[index] == none_index; });
            for (NormIndex& index : *links) index = numbers[index];
        }
    }
    law->norms = std::move(norms);
    alone.norm = numbers[norm];
    alone.tables.version = std::move(law);
    for (DecisionTable& table : alone.tables.tables) {
        table.norm = none_index;
        for (Row& row : table.rows) row.norm = none_index;
    }
    empty_tables_not_asked(alone.tables);
    return alone;
}

}  // namespace labourlex
