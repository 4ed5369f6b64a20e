// Decision tables as they stand, row by row.
#include "engine/exchange/model_builder.hpp"
#include "engine/tables/describe.hpp"
#include "engine/tables/words.hpp"

#include <algorithm>

namespace labourlex::exchange {
namespace {

std::string evidence_words(Evidence evidence) {
    switch (evidence) {
        case Evidence::official:
            return labourlex::say(Word::evidence_official);
        case Evidence::translation:
            return labourlex::say(Word::evidence_translation);
        case Evidence::secondary:
            return labourlex::say(Word::evidence_secondary);
        case Evidence::unverified:
            return labourlex::say(Word::evidence_unverified);
    }
    return {};
}

void add_line(std::string& text, const std::string& line) {
    if (line.empty()) return;
    text += (text.empty() ? "" : "\n") + line;
}

}  // namespace

Expression ModelBuilder::table(TableIndex index) {
    const std::string key = "table " + std::to_string(index);
    if (const auto found = made_.find(key); found != made_.end()) return found->second;
    const DecisionTable& table = tables_.tables.at(index);
    // Facts and clock terms share a name; what the law makes of the term is called after it.
    const bool term = table.purpose == DecisionTable::Purpose::clock_term;
    return made_[key] = add_table(table, term ? table.name + ".by-law" : table.name, title_of(table),
                                  description_of(table), CellValue::truth(true), CellValue::truth(false));
}

Expression ModelBuilder::add_table(const DecisionTable& table, std::string decision, std::string title,
                                   std::string description, const CellValue& yes, const CellValue& no) {
    Decision made;
    made.name = std::move(decision);
    made.title = std::move(title);
    made.description = std::move(description);
    made.result = yes.kind == CellValue::Kind::text ? Decision::Result::text : Decision::Result::truth;
    add_rows(made, table, yes);
    made.rows.push_back({std::vector<CellValue>(made.columns.size()), no});
    return add_decision(std::move(made));
}

void ModelBuilder::add_rows(Decision& decision, const DecisionTable& table, const CellValue& yes) {
    for (const Column& column : table.columns) {
        DecisionColumn made;
        if (column.kind == Column::Kind::atom) {
            made.asks = atom(column.atom);
            made.label = label(column.atom);
        } else {
            made.asks = this->table(column.table);
            made.label = title_of(tables_.tables.at(column.table));
        }
        decision.columns.push_back(std::move(made));
    }
    for (const Row& row : table.rows) {
        DecisionRow made;
        for (const Cell cell : row.cells) {
            made.cells.push_back(cell == Cell::blank ? CellValue{} : CellValue::truth(cell == Cell::yes));
        }
        made.gives = yes;
        decision.rows.push_back(std::move(made));
    }
}

std::string ModelBuilder::title_of(const DecisionTable& table) const {
    using Purpose = DecisionTable::Purpose;
    switch (table.purpose) {
        case Purpose::definition:
            return say(ExchangeWord::definition_title, {table.title});
        case Purpose::clock_term:
            return say(ExchangeWord::clock_term_title, {table.title});
        case Purpose::part:
            return say(ExchangeWord::part_title, {table.title});
        case Purpose::reaches:
            return say(ExchangeWord::reach_title, {table.title});
        case Purpose::limit_row:
            return say(ExchangeWord::limit_row_title, {table.name.substr(table.name.rfind('-') + 1), table.title});
        case Purpose::impossible:
            return say(ExchangeWord::impossible_title, {table.title});
        case Purpose::unseen_law:
            return say(ExchangeWord::unseen_law_reach_title, {table.title});
        case Purpose::speaks:
            return say(ExchangeWord::speaks_title, {table.title});
        case Purpose::needs:
            return say(ExchangeWord::needs_title, {table.title});
    }
    return table.title;
}

/// Where the table comes from: the norm's, the act's or the limit's source.
std::string ModelBuilder::description_of(const DecisionTable& table) const {
    if (table.norm != none_index) return provenance(law_.norms.at(table.norm));
    std::string text;
    if (table.purpose == DecisionTable::Purpose::reaches) {
        for (const Instrument& act : law_.instruments) {
            if (act.name != table.name) continue;
            add_line(text, act.reach_provision.empty()
                               ? act.title
                               : labourlex::say(Word::citation, {act.title, act.reach_provision}));
            add_line(text, labourlex::say(Word::evidence_line, {evidence_words(act.evidence)}));
            add_line(text, act.url);
            for (const std::string& note : act.notes) add_line(text, labourlex::say(Word::note, {note}));
            break;
        }
    }
    if (table.purpose == DecisionTable::Purpose::limit_row) {
        for (const auto& texts : law_.limits) {
            for (const Limit& limit : texts) {
                if (table.name.compare(0, limit.name.size() + 5, limit.name + ".row-") != 0) continue;
                const std::size_t row = std::stoul(table.name.substr(limit.name.size() + 5)) - 1;
                add_line(text,
                         say(ExchangeWord::limit_row_description,
                             {limit_cell_text(limit.rows.at(row).cell, law_.vocabulary->facts.at(limit.fact).unit)}));
                add_line(text, labourlex::say(Word::citation, {law_.instruments.at(limit.citation.instrument).title,
                                                               limit.citation.provision}));
                add_line(text, labourlex::say(Word::evidence_line, {evidence_words(limit.citation.evidence)}));
                for (const std::string& note : limit.notes) add_line(text, labourlex::say(Word::note, {note}));
                return text;
            }
        }
    }
    return text;
}

/// Citation, evidence, address, doubts: what a verdict would say of the norm.
std::string ModelBuilder::provenance(const Norm& norm) const {
    std::string text;
    if (norm.citation.instrument < law_.instruments.size()) {
        add_line(text, labourlex::say(Word::citation,
                                      {law_.instruments[norm.citation.instrument].title, norm.citation.provision}));
    }
    add_line(text, labourlex::say(Word::evidence_line, {evidence_words(norm.citation.evidence)}));
    add_line(text, norm.citation.url);
    if (norm.kind == NormKind::requirement) {
        add_line(text, labourlex::say(norm.strength == Strength::formal ? Word::requirement_formal
                                                                        : Word::requirement_constitutive));
    }
    if (norm.kind == NormKind::exception) {
        std::vector<std::string> parents;
        for (const NormIndex parent : norm.parents) {
            if (parents.size() == 8) {
                parents.emplace_back("...");
                break;
            }
            parents.push_back(law_.norms.at(parent).name);
        }
        add_line(text, labourlex::say(norm.exemption ? Word::exempts_from : Word::exception_to,
                                      {labourlex::say_list(parents)}));
    }
    for (const std::string& note : norm.notes) add_line(text, labourlex::say(Word::note, {note}));
    return text;
}

}  // namespace labourlex::exchange
