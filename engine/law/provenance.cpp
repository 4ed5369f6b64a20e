#include "engine/law/provenance.hpp"

#include "engine/law/names.hpp"

#include <algorithm>

namespace labourlex {

using syntax::Clause;
using syntax::ClauseKind;

Evidence evidence_of(const syntax::Word& word) {
    if (word.text == "official") return Evidence::official;
    if (word.text == "translation") return Evidence::translation;
    if (word.text == "secondary") return Evidence::secondary;
    return Evidence::unverified;
}

std::optional<Citation> read_provenance(Compilation& compilation, const Placed& placed, const Citation* inherited) {
    const syntax::Statement& statement = *placed.statement;
    Citation citation;
    const Clause* per = find_clause(statement, ClauseKind::per);
    if (per != nullptr && !per->words.empty()) {
        const auto instrument = find_instrument(compilation, per->words.front());
        if (!instrument) return std::nullopt;
        const EnactedInstrument& enacted = compilation.book.instruments[*instrument];
        if (enacted.reaches_nobody_here && !placed.of_pack) {
            compilation.report(Code::L0316, per->words.front().span, {per->words.front().text});
            return std::nullopt;
        }
        citation.instrument = *instrument;
        if (!per->texts.empty()) citation.provision = per->texts.front().text;
        citation.evidence = enacted.instrument.evidence;
        citation.url = enacted.instrument.url;
    } else if (inherited != nullptr) {
        citation = *inherited;
    } else {
        compilation.report(Code::L0305, statement.keyword.span, {statement.name.text});
        return std::nullopt;
    }
    if (const Clause* evidence = find_clause(statement, ClauseKind::evidence)) {
        const Evidence before = citation.evidence;
        if (!evidence->words.empty()) citation.evidence = evidence_of(evidence->words.front());
        // The instrument's address tells nothing of a norm that was read elsewhere.
        if (!evidence->texts.empty())
            citation.url = evidence->texts.front().text;
        else if (citation.evidence != before)
            citation.url.clear();
    }
    if (citation.instrument != none_index) compilation.cited_instruments.insert(citation.instrument);
    return citation;
}

void read_rows(Compilation& compilation, const syntax::Statement& statement, bool of_pack,
               std::vector<std::string>* rows) {
    for (const Clause& clause : statement.clauses) {
        if (clause.kind != ClauseKind::row) continue;
        for (const syntax::Word& word : clause.words) {
            if (rows != nullptr) rows->push_back(word.text);
            if (!of_pack && compilation.known_rows.insert(word.text).second) compilation.book.rows.push_back(word.text);
        }
    }
}

std::vector<std::string> read_notes(const syntax::Statement& statement) {
    std::vector<std::string> notes;
    for (const Clause& clause : statement.clauses) {
        if (clause.kind == ClauseKind::note && !clause.texts.empty()) notes.push_back(clause.texts.front().text);
    }
    return notes;
}

}  // namespace labourlex
