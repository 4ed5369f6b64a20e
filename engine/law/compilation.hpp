// The working state of one compilation: what has been declared so far, and how mistakes are reported.
//
// The parts of the compiler (declarations, instruments, norms, limits, amendments ...) each take a `Compilation` and add
// to its statute book. A mistake is reported where it stands and never repeated: a name that could not be resolved counts
// as reported, and what rests on a broken declaration keeps silent.
#pragma once

#include "dsl-grammar/diagnostic.hpp"
#include "dsl-grammar/syntax_tree.hpp"
#include "engine/law/statute_book.hpp"

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace labourlex {

/// Atoms, each once.
class AtomTable {
public:
    AtomIndex intern(Atom atom);
    [[nodiscard]] std::vector<Atom>& all() { return atoms_; }

private:
    std::vector<Atom> atoms_;
    std::unordered_map<std::string, AtomIndex> by_key_;
};

/// A statement together with the folder that it stands in.
struct Placed {
    const syntax::Statement* statement = nullptr;
    const ParsedFolder* folder = nullptr;
    bool of_pack = false;
};

/// A change that an amendment makes.
struct Change {
    Placed placed;
    Edge edge;
    std::size_t amendment = 0;      ///< counts amendments in order of writing
    std::string amendment_name;
};

struct Compilation {
    Compilation(const ParsedFolder& jurisdiction_folder, const std::map<std::string, ParsedFolder>& pack_folders,
                const Sources& all_sources, Diagnostics& found)
        : jurisdiction(jurisdiction_folder), packs(pack_folders), sources(all_sources), diagnostics(found) {}

    const ParsedFolder& jurisdiction;
    const std::map<std::string, ParsedFolder>& packs;
    const Sources& sources;
    Diagnostics& diagnostics;

    StatuteBook book;
    Vocabulary vocabulary;
    AtomTable atoms;

    std::vector<Placed> statements;                 ///< of the packs, then of the jurisdiction
    std::unordered_map<std::string, FactIndex> facts;
    std::unordered_map<std::string, TaxonomyIndex> taxonomies;
    std::unordered_map<std::string, DefinitionIndex> definitions;
    /// A derived number: the sum of several facts, or the greatest of several forms.
    struct Derived {
        std::vector<LinearForm> forms;  ///< in `unit`; one for a sum; none when the declaration is broken
        std::string unit;
        Span span;
        const syntax::Statement* statement = nullptr;
        bool own = false;
        bool used = false;
    };
    std::map<std::string, Derived> derived;
    std::unordered_map<std::string, LimitIndex> limits;
    std::unordered_map<std::string, InstrumentIndex> instruments;      ///< by the name that statements write
    std::unordered_map<std::string, FamilyIndex> families;             ///< by full name
    std::unordered_map<std::string, ListIndex> lists;                  ///< by full name
    std::unordered_map<std::string, std::vector<FamilyIndex>> short_families;   ///< as statements write them
    std::unordered_map<std::string, std::vector<ListIndex>> short_lists;
    std::unordered_map<std::string, Edge> beginnings;                  ///< of instruments and amendments, by name
    std::vector<const syntax::Statement*> definition_statements;       ///< by DefinitionIndex
    std::vector<bool> broken_facts;                                    ///< by FactIndex: already reported
    std::set<std::string> broken_names;                                ///< declared, but with a mistake in the declaration

    std::vector<bool> own_definitions;              ///< by DefinitionIndex: not of a pack
    std::vector<const syntax::Statement*> question_statements;         ///< by place in book.questions

    std::vector<bool> own_questions;                ///< by place in book.questions: not of a pack
    std::vector<const syntax::Statement*> instrument_statements;       ///< by InstrumentIndex
    std::set<InstrumentIndex> cited_instruments;
    std::set<std::string> known_rows;

    std::vector<bool> used_facts;
    std::vector<bool> used_definitions;
    std::vector<bool> used_limits;
    std::vector<bool> own_limits;                   ///< by LimitIndex: not of a pack
    std::vector<bool> stated_definitions;           ///< by DefinitionIndex: asks `is stated`, itself or through another
    std::vector<Change> changes;
    /// Texts to link when all names are known: the text and the references as written.
    struct PendingLink {
        TextIndex text;
        const std::vector<syntax::NormReference>* references;
        std::string statement;
    };
    std::vector<PendingLink> pending_links;
    std::vector<std::pair<TextIndex, TextIndex>> copies;   ///< a text that was copied from another, in order

    /// Texts that a repeal ended, for the finding about their exceptions.
    struct Repeal {
        TextIndex text;
        Edge edge;
        Span span;
    };
    std::vector<Repeal> repeals;

    std::string current;                            ///< the statement at hand: "rule minimum-age"
    std::set<std::string> reported_names;
    bool complete = true;                           ///< every statement of every file was parsed
    bool unresolved = false;                        ///< some name was not resolved, whether reported or not

    Diagnostic& report(Code code, Span span, std::vector<std::string> words = {});
    /// Reports an unresolved name once a compilation; `candidates` give the remedy where one of them is near.
    void report_unknown(Code code, const syntax::Word& word, const std::vector<std::string>& candidates,
                        std::vector<std::string> more_words = {});
    /// Looking for near names takes time; a text full of unknown names gets suggestions for the first of them.
    [[nodiscard]] bool suggests() const { return reported_names.size() < 200; }
    void enter(const syntax::Statement& statement);
    [[nodiscard]] bool fact_broken(FactIndex fact) const { return fact < broken_facts.size() && broken_facts[fact]; }
    FactIndex add_fact(FactDeclaration declaration, bool broken);
    void use(FactIndex fact);
};

/// The first clause of a kind, or nothing.
[[nodiscard]] const syntax::Clause* find_clause(const syntax::Statement& statement, syntax::ClauseKind kind);
[[nodiscard]] std::string joined(const std::vector<std::string>& words);

// ---- the parts, in the order in which they run ----------------------------------------------------------------------

void gather_statements(Compilation& compilation);
void declare_classes(Compilation& compilation);
void declare_taxonomies(Compilation& compilation);
void declare_facts(Compilation& compilation);
void declare_questions(Compilation& compilation);
/// Instruments, `applies`, the beginnings of amendments: everything that `until NAME begins` may name.
void declare_instruments(Compilation& compilation);
void declare_derived(Compilation& compilation);
void declare_definitions(Compilation& compilation);
void declare_limits(Compilation& compilation);
/// Names are known from here on: conditions may be built.
void build_absence_rules(Compilation& compilation);
void build_definitions(Compilation& compilation);
void build_reaches(Compilation& compilation);
void build_impossible(Compilation& compilation);
/// The values that the law gives to parameters, and the ratifications.
void read_parameters_and_ratifications(Compilation& compilation);
void build_norms(Compilation& compilation);
void apply_amendments(Compilation& compilation);
void link_exceptions(Compilation& compilation);
/// Which set of codes each permitted list goes through (permitted_lists.cpp).
void build_permitted_lists(Compilation& compilation);
void check_versions(Compilation& compilation);
void check_cycles(Compilation& compilation);
void check_tied_numbers(Compilation& compilation);
void find_findings(Compilation& compilation);

}  // namespace labourlex
