// All texts ever enacted in one jurisdiction, resolved and checked, each with its bounds in time.
//
// The compiler makes a statute book once; consolidation reads off it the version of a day. Conditions already stand in
// their final form over one table of atoms, so a consolidation only selects and links. Instruments are numbered here
// for all time; a version renumbers those that it needs.
#pragma once

#include "engine/law/compiler.hpp"
#include "engine/law/model.hpp"
#include "engine/law/periods.hpp"
#include "engine/law/seasons.hpp"

#include <map>
#include <string>
#include <vector>

namespace labourlex {

using FamilyIndex = std::uint32_t;
using TextIndex = std::uint32_t;
using ListIndex = std::uint32_t;

struct EnactedInstrument {
    Instrument instrument;  ///< `in_force` is filled by the consolidation
    Bounds bounds;
    bool reaches_nobody_here = false;  ///< an instrument of a pack that the jurisdiction does not apply
    bool of_pack = false;
    std::string in_force_from;  ///< as written
    std::string in_force_to;
};

/// Norms that an exception, a repeal or a rebase speaks to.
struct NormLink {
    enum class Kind { family, list, section, items };
    Kind kind = Kind::family;
    FamilyIndex family = none_index;
    ListIndex list = none_index;
    std::string section;
    std::vector<std::pair<std::string, std::string>> items;  ///< first and last, equal for a single item
};

/// One text of a norm. Its names, conditions and citation are final except for indices of the version.
struct EnactedNorm {
    Norm norm;      ///< citation.instrument counts EnactedInstruments
    Bounds bounds;  ///< its own, its list's and those of amendments; the instrument's come on top
    FamilyIndex family = none_index;
    ListIndex list = none_index;
    std::uint32_t list_text = none_index;
    std::string section;          ///< number of its section in the list
    std::string item;             ///< number in the list
    std::vector<NormLink> links;  ///< exception, unseen exception: its parents
};

/// All texts that one name has had.
struct NormFamily {
    std::string name;     ///< full
    std::string keyword;  ///< of its first text: "rule"
    std::vector<TextIndex> texts;
    bool of_pack = false;
    Span span;  ///< of its first text
};

struct ListSection {
    std::string number;
    std::string title;
    Condition when;
};

struct ListText {
    Condition when;
    std::optional<ClassIndex> cls;
    Citation citation;
    std::vector<std::string> rows;
    Bounds bounds;
    std::vector<ListSection> sections;
    std::vector<TextIndex> permitting;  ///< a permitted list: the texts of the exception that its items make
    std::vector<TextIndex> items;       ///< in the order of the legal text
    std::vector<TextIndex> unseen;
    Span span;
};

struct ListFamily {
    std::string name;  ///< full
    std::vector<ListText> texts;
    bool of_pack = false;
};

struct EnactedLimit {
    Limit limit;
    Bounds bounds;
};

struct LimitFamily {
    std::string name;  ///< as conditions write it
    std::string full_name;
    FactIndex fact = no_fact;
    std::vector<EnactedLimit> texts;
    Span span;
};

/// `define NAME for TERM`: when a clock term's window lies, by cases.
struct ClockTable {
    std::string name;  ///< full
    FactIndex term = no_fact;
    InstrumentIndex instrument = none_index;
    Bounds bounds;
    Condition covers;  ///< some row holds, none before it does, and the shift overlaps its window
    Span span;
};

/// A season with its first and last day of the year, both included.
struct EnactedSeason {
    Season season;  ///< `holds` is filled by the consolidation
    YearDay first;
    YearDay last;
};

struct EnactedUnseenLaw {
    UnseenLaw law;
    Bounds bounds;
};

/// An amending act as it was written, and when what it changes begins to hold.
struct EnactedAmendment {
    std::string name;
    std::string title;
    std::optional<Citation> act;  ///< counts EnactedInstruments
    Edge edge;
    bool of_pack = false;
    Span span;  ///< of its name
};

/// One thing that an amendment did to one text. Texts are named by the span of their name; a rebase writes no new text.
struct AmendingChange {
    enum class Kind { inserted, replaced, repealed, rebased };
    Kind kind = Kind::inserted;
    std::size_t amendment = 0;         ///< in StatuteBook::amendments
    std::optional<Span> before;        ///< the text that stood there; not of an insertion
    std::optional<Span> after;         ///< the text that stands there now; not of a repeal
    std::string what;                  ///< as the law calls it: "item IV-3", "rule minimum-age"
    std::string title;                 ///< of the text that stood there, or else of the new one
    std::optional<Citation> citation;  ///< the new one, of a rebase
    bool of_list = false;              ///< an item or part of a list that was changed as a whole
    bool of_pack = false;              ///< what it changes stands in a pack
};

struct StatuteBook {
    std::string jurisdiction;
    std::string title;
    std::string ruleset_version;
    std::shared_ptr<const Vocabulary> vocabulary;
    std::vector<ClassDeclaration> classes;
    std::vector<Atom> atoms;
    std::vector<Definition> definitions;
    std::vector<EnactedInstrument> instruments;
    std::vector<NormFamily> families;
    std::vector<ListFamily> lists;
    std::vector<EnactedNorm> texts;
    std::vector<TextIndex> order;  ///< of declaration, amended texts where the amendment puts them
    std::vector<LimitFamily> limits;
    std::vector<ClockTable> clock_tables;
    std::vector<EnactedUnseenLaw> unseen_laws;
    std::vector<Impossible> impossible;
    std::vector<FixedParameter> parameters;  ///< citations count EnactedInstruments
    std::vector<EnactedSeason> seasons;
    std::vector<DerivedNumber> derived;
    std::vector<Ratification> ratifications;
    std::vector<Question> questions;  ///< citations count EnactedInstruments
    std::vector<std::optional<Condition>> absence_conditions;
    std::vector<FactIndex> absence_order;
    /// By FactIndex: the atom "the question is answered yes", for edges in doubt.
    std::map<FactIndex, AtomIndex> edge_atoms;
    FactIndex shift_start = no_fact;
    FactIndex shift_end = no_fact;
    std::vector<EnactedAmendment> amendments;  ///< in order of writing
    std::vector<AmendingChange> changes;       ///< in the order in which they apply
    std::vector<Date> change_dates;
    std::vector<InstrumentEntry> entries;
    std::vector<std::string> rows;
    std::vector<std::string> norm_names;

    /// A text's bounds together with those of the instrument it rests on.
    [[nodiscard]] Bounds all_bounds(const Bounds& own, InstrumentIndex instrument) const;
    /// The texts that a link means, whether in force or not, in order.
    [[nodiscard]] std::vector<TextIndex> texts_of(const NormLink& link) const;
};

/// The version of `date`.
[[nodiscard]] std::shared_ptr<const Version> consolidate(const StatuteBook& book, Date date);

}  // namespace labourlex
