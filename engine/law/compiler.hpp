// From syntax trees to law: name resolution, type and unit checking, dates, amendments.
#pragma once

#include "dsl-grammar/diagnostic.hpp"
#include "dsl-grammar/syntax_tree.hpp"
#include "engine/law/model.hpp"

#include <functional>
#include <map>

namespace labourlex {

/// The parsed files of one folder: a jurisdiction, or a pack such as `common`.
struct ParsedFolder {
    std::string name;                 ///< "tj", "common"
    std::vector<syntax::File> files;  ///< in order of file name
    /// Data files that `exhaustive from` names, by that relative name, as numbers in the `Sources`.
    std::map<std::string, std::uint32_t> data;
};

/// What a law was compiled from: its own files, drafts among them, and those of the packs and outer laws it uses.
struct LawTexts {
    ParsedFolder own;
    std::map<std::string, ParsedFolder> packs;
    std::vector<std::uint32_t> drafts;  ///< the sources of the drafts, in the order given
};

/// One entry of a jurisdiction's history, for `laws`.
struct InstrumentEntry {
    std::string name;
    std::string title;
    std::string number;
    bool regulating = false;
    std::string in_force_from;  ///< as written, empty when open
    std::string in_force_to;
    Evidence evidence = Evidence::unverified;
    std::size_t norms = 0;   ///< norms that cite it
    std::size_t unseen = 0;  ///< unseen parts that cite it
};

/// A country bound by a convention, and the parameters that it set: data for those who compare laws.
struct Ratification {
    std::string country;
    std::string convention;  ///< full name of the instrument
    Date date;
    std::vector<std::pair<std::string, std::string>> parameters;  ///< name and value as written
    Evidence evidence = Evidence::unverified;
    std::string url;
    std::vector<std::string> rows;
    std::vector<std::string> notes;
};

struct StatuteBook;

/// A compiled jurisdiction with all its versions in time. Immutable, shareable between threads.
class CompiledLaw {
public:
    virtual ~CompiledLaw() = default;
    [[nodiscard]] virtual const std::string& jurisdiction() const = 0;
    [[nodiscard]] virtual const std::string& title() const = 0;
    [[nodiscard]] virtual const Vocabulary& vocabulary() const = 0;
    [[nodiscard]] virtual const std::vector<ClassDeclaration>& classes() const = 0;
    /// The law as it stands on `date`.
    [[nodiscard]] virtual std::shared_ptr<const Version> consolidate(Date date) const = 0;
    /// Days on which the text changes (the first day of each new text), in order; edges in doubt give both their ends.
    [[nodiscard]] virtual const std::vector<Date>& change_dates() const = 0;
    [[nodiscard]] virtual const std::vector<InstrumentEntry>& instruments() const = 0;
    [[nodiscard]] virtual const std::vector<Ratification>& ratifications() const = 0;
    /// All row ids of the fact sheet named by `row` clauses of the jurisdiction's own files.
    [[nodiscard]] virtual const std::vector<std::string>& rows() const = 0;
    /// Full names of all norms ever enacted, each once.
    [[nodiscard]] virtual const std::vector<std::string>& norm_names() const = 0;
    /// All texts ever enacted, for who counts them (engine/law/statute_book.hpp).
    [[nodiscard]] virtual const StatuteBook& book() const = 0;
};

/// Compiles a jurisdiction with the packs it uses (`packs` by name). Reports every mistake; nothing when any is an
/// error.
[[nodiscard]] std::shared_ptr<const CompiledLaw> compile(const ParsedFolder& jurisdiction,
                                                         const std::map<std::string, ParsedFolder>& packs,
                                                         const Sources& sources, Diagnostics& diagnostics);

}  // namespace labourlex
