#include "engine/law/compilation.hpp"

#include "dsl-grammar/phrases.hpp"

#include "dsl-grammar/suggestion.hpp"

#include <algorithm>

namespace labourlex {

namespace {

/// A text that is equal for equal atoms only, to find an atom again.
std::string key_of(const Atom& atom) {
    std::string key;
    const auto put = [&key](const auto& value) {
        key += std::to_string(value);
        key += ' ';
    };
    put(static_cast<int>(atom.kind));
    put(atom.fact);
    for (const bool chosen : atom.choices) key += chosen ? 'y' : 'n';
    key += '|';
    for (const CodeIndex code : atom.codes) put(code);
    key += '|';
    for (const LinearTerm& term : atom.form.terms) {
        put(term.fact);
        key += term.factor.text();
        key += '*';
        put(term.whole_fact);
    }
    key += '|';
    key += atom.form.constant.text();
    key += '|';
    put(static_cast<int>(atom.comparison));
    put(atom.limit);
    key += atom.factor.text();
    key += '|';
    put(atom.window_from);
    put(atom.window_to);
    put(atom.term);
    return key;
}

}  // namespace

AtomIndex AtomTable::intern(Atom atom) {
    const auto [place, added] = by_key_.try_emplace(key_of(atom), static_cast<AtomIndex>(atoms_.size()));
    if (added) atoms_.push_back(std::move(atom));
    return place->second;
}

Diagnostic& Compilation::report(Code code, Span span, std::vector<std::string> words) {
    Diagnostic& diagnostic = diagnostics.report(code, span, std::move(words));
    diagnostic.norm = current;
    return diagnostic;
}

void Compilation::report_unknown(Code code, const syntax::Word& word, const std::vector<std::string>& candidates,
                                 std::vector<std::string> more_words) {
    unresolved = true;
    // A statement that did not parse is missing from the tree; what it declared would only seem unknown.
    if (!complete) return;
    std::string key = std::to_string(static_cast<int>(code)) + " " + word.text;
    for (const std::string& more : more_words) key += " " + more;
    if (!reported_names.insert(key).second) return;
    std::vector<std::string> words{word.text};
    words.insert(words.end(), more_words.begin(), more_words.end());
    Diagnostic& diagnostic = report(code, word.span, std::move(words));
    const std::string close = nearest(word.text, candidates);
    if (!close.empty()) diagnostic.remedy = phrase(Phrase::write_instead, {close});
}

void Compilation::enter(const syntax::Statement& statement) {
    current = statement.keyword.text;
    if (!statement.name.empty()) current += " " + statement.name.text;
}

FactIndex Compilation::add_fact(FactDeclaration declaration, bool broken) {
    const auto index = static_cast<FactIndex>(vocabulary.facts.size());
    facts.emplace(declaration.name, index);
    vocabulary.facts.push_back(std::move(declaration));
    broken_facts.push_back(broken);
    used_facts.push_back(false);
    return index;
}

void Compilation::use(FactIndex fact) {
    if (fact < used_facts.size()) used_facts[fact] = true;
}

const syntax::Clause* find_clause(const syntax::Statement& statement, syntax::ClauseKind kind) {
    const auto found = std::find_if(statement.clauses.begin(), statement.clauses.end(),
                                    [&](const syntax::Clause& clause) { return clause.kind == kind; });
    return found == statement.clauses.end() ? nullptr : &*found;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        if (!text.empty()) text += ", ";
        text += word;
    }
    return text;
}

}  // namespace labourlex
