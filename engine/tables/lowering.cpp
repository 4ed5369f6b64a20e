// The tables of a version, statement by statement, in the order of the law.
#include "engine/tables/condition_lowering.hpp"
#include "engine/tables/disjoint.hpp"
#include "engine/tables/source_size.hpp"

namespace labourlex {
namespace {

const Condition always_true{};

/// The first row that holds gives a limit's value: a row that may hold beside an earlier one also asks that the earlier
/// one does not (bands never overlap; this is how `otherwise` comes last).
std::vector<TableIndex> lower_limit(const Limit& limit, const CompiledTables& tables, ConditionLowering& lowering) {
    std::vector<TableIndex> rows;
    for (std::size_t row = 0; row < limit.rows.size(); ++row) {
        std::vector<std::pair<TableIndex, Cell>> before;
        for (std::size_t earlier = 0; earlier < row; ++earlier) {
            if (surely_disjoint(*tables.version, limit.rows[earlier].when, limit.rows[row].when)) continue;
            before.emplace_back(rows[earlier], Cell::no);
        }
        const ConditionLowering::Owner owner{limit.name + ".row-" + std::to_string(row + 1), limit.title,
                                             DecisionTable::Purpose::limit_row, none_index, limit.rows[row].when.span};
        rows.push_back(lowering.lower_row(owner, {&limit.in_force, &limit.reaches, &limit.rows[row].when}, before));
    }
    return rows;
}

NormTables lower_norm(NormIndex index, CompiledTables& tables, ConditionLowering& lowering) {
    const Norm& norm = tables.version->norms[index];
    NormTables result;
    if (norm.citation.instrument < tables.instrument_reaches.size()) {
        lowering.ask_through(tables.instrument_reaches[norm.citation.instrument]);
    }
    result.speaks = lowering.lower({norm.name, norm.title, DecisionTable::Purpose::speaks, index, norm.span},
                                   {&norm.in_force, &norm.reaches, &norm.shared}, norm.when);
    if (norm.needs) {
        result.needs = lowering.lower(
            {norm.name + ".needs", norm.title, DecisionTable::Purpose::needs, index, norm.span}, {}, *norm.needs);
    }
    const bool gives_class = norm.kind == NormKind::rule || norm.kind == NormKind::item ||
                             (norm.kind == NormKind::exception && !norm.does_not_apply) ||
                             (norm.kind == NormKind::unseen && !norm.could_lift);
    for (const TableIndex table : {result.speaks, result.needs}) {
        if (table == none_index) continue;
        for (Row& row : tables.tables[table].rows) {
            row.norm = index;
            if (table == result.speaks && gives_class) row.cls = norm.cls;
        }
    }
    return result;
}

}  // namespace

CompiledTables lower(std::shared_ptr<const Version> version) {
    CompiledTables tables;
    tables.version = std::move(version);
    const Version& law = *tables.version;
    ConditionLowering lowering(tables);
    using Purpose = DecisionTable::Purpose;

    for (DefinitionIndex i = 0; i < law.definitions.size(); ++i) lowering.definition(i);
    for (FactIndex fact = 0; fact < law.clock_terms.size(); ++fact) lowering.clock_term(fact);
    for (const Instrument& instrument : law.instruments) {
        // Alternatives of reach are rows of the instrument's own table, and norms ask that table.
        tables.instrument_reaches.push_back(lowering.lower_shareable(
            {instrument.name, instrument.title, Purpose::reaches, none_index, instrument.span},
            instrument.in_force.always() ? std::vector<const Condition*>{}
                                         : std::vector<const Condition*>{&instrument.in_force, &instrument.reaches},
            instrument.in_force.always() ? instrument.reaches : always_true));
    }
    for (const auto& texts : law.limits) {
        auto& lowered = tables.limit_rows.emplace_back();
        for (const Limit& limit : texts) lowered.push_back(lower_limit(limit, tables, lowering));
    }
    for (const UnseenLaw& unseen : law.unseen_laws) {
        tables.unseen_laws.push_back(
            lowering.lower({unseen.name, unseen.title, Purpose::unseen_law, none_index, unseen.span},
                           {&unseen.in_force, &unseen.reaches}, always_true));
    }
    for (const Impossible& impossible : law.impossible) {
        tables.impossible.push_back(lowering.lower({"impossible-" + std::to_string(tables.impossible.size() + 1),
                                                    impossible.title, Purpose::impossible, none_index, impossible.span},
                                                   {}, impossible.when));
    }
    for (NormIndex index = 0; index < law.norms.size(); ++index) {
        tables.norms.push_back(lower_norm(index, tables, lowering));
    }
    tables.source_size = source_size(law);
    return tables;
}

std::size_t row_count(const CompiledTables& tables) {
    std::size_t rows = 0;
    for (const DecisionTable& table : tables.tables) rows += table.rows.size();
    return rows;
}

}  // namespace labourlex
