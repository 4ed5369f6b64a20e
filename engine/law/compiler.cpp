// The compiler's parts, one after the other, and the compiled law that they leave behind.

#include "engine/law/compiler.hpp"

#include "engine/law/compilation.hpp"

#include <algorithm>

namespace labourlex {

namespace {

using syntax::Statement;
using syntax::StatementKind;

class BoundLaw : public CompiledLaw {
public:
    explicit BoundLaw(StatuteBook book) : book_(std::move(book)) {}

    const std::string& jurisdiction() const override { return book_.jurisdiction; }
    const std::string& title() const override { return book_.title; }
    const Vocabulary& vocabulary() const override { return *book_.vocabulary; }
    const std::vector<ClassDeclaration>& classes() const override { return book_.classes; }
    std::shared_ptr<const Version> consolidate(Date date) const override { return labourlex::consolidate(book_, date); }
    const std::vector<Date>& change_dates() const override { return book_.change_dates; }
    const std::vector<InstrumentEntry>& instruments() const override { return book_.entries; }
    const std::vector<Ratification>& ratifications() const override { return book_.ratifications; }
    const std::vector<std::string>& rows() const override { return book_.rows; }
    const std::vector<std::string>& norm_names() const override { return book_.norm_names; }

private:
    StatuteBook book_;
};

/// FNV-1a, 64 bits: short, stable, and no secret is kept by it.
class Digest {
public:
    void add(std::string_view text) {
        for (const char letter : text) step(static_cast<unsigned char>(letter));
        step(0);
    }

    [[nodiscard]] std::string text() const {
        std::string digits;
        for (int shift = 60; shift >= 0; shift -= 4) digits += "0123456789abcdef"[(state_ >> shift) & 15U];
        return digits;
    }

private:
    void step(unsigned char byte) { state_ = (state_ ^ byte) * 1099511628211ULL; }

    std::uint64_t state_ = 14695981039346656037ULL;
};

void gather_folder(Compilation& compilation, const ParsedFolder& folder, bool of_pack, std::set<std::string>& visited,
                   Digest& digest) {
    if (!visited.insert(folder.name).second) return;
    for (const syntax::File& file : folder.files) {
        if (!file.complete) compilation.complete = false;
        for (const Statement& statement : file.statements) {
            if (statement.kind != StatementKind::use) continue;
            compilation.enter(statement);
            for (const syntax::Word& name : statement.words) {
                const auto pack = compilation.packs.find(name.text);
                if (pack != compilation.packs.end()) {
                    gather_folder(compilation, pack->second, true, visited, digest);
                    continue;
                }
                std::vector<std::string> names;
                for (const auto& entry : compilation.packs) names.push_back(entry.first);
                compilation.report_unknown(Code::L0208, name, names);
                // Everything that the pack declares would seem unknown as well.
                compilation.complete = false;
            }
        }
    }
    // A law within another one has all that the other says as its own.
    for (const syntax::File& file : folder.files) {
        for (const Statement& statement : file.statements) {
            const syntax::Clause* within = find_clause(statement, syntax::ClauseKind::within_law);
            if (statement.kind != StatementKind::jurisdiction || within == nullptr) continue;
            compilation.enter(statement);
            const auto outer = compilation.packs.find(within->words.front().text);
            if (outer != compilation.packs.end()) {
                gather_folder(compilation, outer->second, of_pack, visited, digest);
                continue;
            }
            compilation.report_unknown(Code::L0324, within->words.front(), {});
            compilation.complete = false;
        }
    }
    for (const syntax::File& file : folder.files) {
        digest.add(compilation.sources.text(file.source));
        for (const Statement& statement : file.statements) compilation.statements.push_back({&statement, &folder, of_pack});
    }
    for (const auto& [name, source] : folder.data) {
        digest.add(name);
        digest.add(compilation.sources.text(source));
    }
}

void read_jurisdiction(Compilation& compilation) {
    const Statement* first = nullptr;
    for (const Placed& placed : compilation.statements) {
        const Statement& statement = *placed.statement;
        if (statement.kind != StatementKind::jurisdiction) continue;
        compilation.enter(statement);
        if (placed.of_pack) {
            compilation.report(Code::L0322, statement.keyword.span, {statement.keyword.text});
        } else if (placed.folder->name != compilation.jurisdiction.name) {
            continue;   // the law that this one lies within
        } else if (first != nullptr) {
            compilation.report(Code::L0302, statement.name.span, {statement.name.text})
                .related.push_back({first->name.span, first->name.text});
        } else {
            first = &statement;
            compilation.book.jurisdiction = statement.name.text;
            compilation.book.title = statement.title.text;
        }
    }
    compilation.current.clear();
    if (first == nullptr) {
        compilation.book.jurisdiction = compilation.jurisdiction.name;
        if (compilation.complete) {
            Span place;
            if (!compilation.jurisdiction.files.empty()) place.source = compilation.jurisdiction.files.front().source;
            compilation.report(Code::L0301, place, {compilation.jurisdiction.name});
        }
        compilation.unresolved = true;
    }
}

/// What the law's users ask of it as a whole: its days of change, its instruments, its norms.
void summarise(StatuteBook& book) {
    std::vector<std::size_t> norms(book.instruments.size(), 0);
    std::vector<std::size_t> unseen(book.instruments.size(), 0);
    const auto applied = [&](InstrumentIndex instrument) {
        return instrument == none_index || !book.instruments[instrument].reaches_nobody_here;
    };
    std::vector<Date>& days = book.change_dates;
    std::set<std::string> names;
    for (const TextIndex text : book.order) {
        const EnactedNorm& enacted = book.texts[text];
        const InstrumentIndex instrument = enacted.norm.citation.instrument;
        if (!applied(instrument)) continue;
        collect_days(enacted.bounds, days);
        if (names.insert(enacted.norm.name).second) book.norm_names.push_back(enacted.norm.name);
        if (instrument != none_index) ++(enacted.norm.kind == NormKind::unseen ? unseen : norms)[instrument];
    }
    for (const LimitFamily& family : book.limits) {
        for (const EnactedLimit& enacted : family.texts) {
            const InstrumentIndex instrument = enacted.limit.citation.instrument;
            if (!applied(instrument)) continue;
            collect_days(enacted.bounds, days);
            if (instrument != none_index) ++norms[instrument];
        }
    }
    for (const ClockTable& table : book.clock_tables) {
        if (!applied(table.instrument)) continue;
        collect_days(table.bounds, days);
        if (table.instrument != none_index) ++norms[table.instrument];
    }
    for (const EnactedUnseenLaw& enacted : book.unseen_laws) {
        collect_days(enacted.bounds, days);
        if (enacted.law.citation.instrument != none_index) ++unseen[enacted.law.citation.instrument];
    }
    for (std::size_t index = 0; index < book.instruments.size(); ++index) {
        const EnactedInstrument& enacted = book.instruments[index];
        if (enacted.reaches_nobody_here) continue;
        collect_days(enacted.bounds, days);
        InstrumentEntry entry;
        entry.name = enacted.instrument.name;
        entry.title = enacted.instrument.title;
        entry.number = enacted.instrument.number;
        entry.regulating = enacted.instrument.regulating;
        entry.in_force_from = enacted.in_force_from;
        entry.in_force_to = enacted.in_force_to;
        entry.evidence = enacted.instrument.evidence;
        entry.norms = norms[index];
        entry.unseen = unseen[index];
        book.entries.push_back(std::move(entry));
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
}

}  // namespace

std::shared_ptr<const CompiledLaw> compile(const ParsedFolder& jurisdiction,
                                           const std::map<std::string, ParsedFolder>& packs, const Sources& sources,
                                           Diagnostics& diagnostics) {
    Diagnostics found;
    Compilation compilation(jurisdiction, packs, sources, found);
    Digest digest;
    std::set<std::string> visited;
    gather_folder(compilation, jurisdiction, false, visited, digest);
    compilation.book.ruleset_version = digest.text();

    read_jurisdiction(compilation);
    declare_classes(compilation);
    declare_taxonomies(compilation);
    declare_facts(compilation);
    declare_questions(compilation);
    declare_derived(compilation);
    declare_definitions(compilation);
    declare_instruments(compilation);
    declare_limits(compilation);
    build_absence_rules(compilation);
    build_definitions(compilation);
    build_reaches(compilation);
    build_impossible(compilation);
    read_parameters_and_ratifications(compilation);
    build_norms(compilation);
    apply_amendments(compilation);
    link_exceptions(compilation);
    check_versions(compilation);
    check_cycles(compilation);
    check_tied_numbers(compilation);
    if (!found.has_errors()) build_permitted_lists(compilation);
    if (!found.has_errors() && !compilation.unresolved && compilation.complete) find_findings(compilation);
    const bool sound = !found.has_errors() && !compilation.unresolved && compilation.complete;
    found.sort();
    diagnostics.append(found);
    if (!sound) return nullptr;

    StatuteBook& book = compilation.book;
    book.atoms = std::move(compilation.atoms.all());
    book.absence_conditions.resize(compilation.vocabulary.facts.size());
    book.vocabulary = std::make_shared<const Vocabulary>(std::move(compilation.vocabulary));
    summarise(book);
    return std::make_shared<const BoundLaw>(std::move(book));
}

}  // namespace labourlex
