// The law of one jurisdiction as it stands on one day: what every reading works on.
//
// `Version` is made by `consolidate` (consolidation.hpp) out of all statements of the jurisdiction and its packs. It is
// flat and self-contained: names are resolved, amendments applied, exceptions tied to the norms they speak to. Where an
// edge in time is in doubt on this day (`about D within N days`), the version holds both texts, each under the yes/no
// question that stands for the edge. A version is immutable and may be shared between threads.
#pragma once

#include "engine/facts/calendar.hpp"
#include "engine/facts/fact.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace labourlex {

using ClassIndex = std::uint32_t;
using AtomIndex = std::uint32_t;
using DefinitionIndex = std::uint32_t;
using InstrumentIndex = std::uint32_t;
using NormIndex = std::uint32_t;
using LimitIndex = std::uint32_t;
inline constexpr std::uint32_t none_index = UINT32_MAX;

/// Classes in order of gravity, mildest first (index 0).
struct ClassDeclaration {
    enum class Role { lawful, breach, other };
    std::string name;
    std::string title;
    Role role = Role::other;
    bool is_default = false;
    [[nodiscard]] bool lawful() const { return role == Role::lawful; }
};

/// An outcome of a complete job: a class, or no class because nothing regulating reaches it. Ordered by class, with
/// `out_of_scope` last.
using Outcome = std::uint32_t;
inline constexpr Outcome out_of_scope = UINT32_MAX;

// ---- terms and conditions -------------------------------------------------------------------------------------------

/// Where a code stands among some codes: the place of the deepest of them at or above it, or their number when none is.
[[nodiscard]] std::size_t region_among(const Taxonomy& taxonomy, const std::vector<CodeIndex>& codes, CodeIndex code);

/// Stands in a linear form for the length of the shift in hours: (end - start) modulo 24, equal times being 24.
inline constexpr FactIndex shift_length = UINT32_MAX - 1;

struct LinearTerm {
    FactIndex fact = no_fact;      ///< a number fact, or `shift_length`
    Rational factor;
    /// `whole_fact` times `fact` (constraints only): no_fact, or a whole-number fact, split by cases.
    FactIndex whole_fact = no_fact;
    friend bool operator==(const LinearTerm&, const LinearTerm&) = default;
};

/// Sum of terms plus a constant, each fact in its declared unit.
struct LinearForm {
    std::vector<LinearTerm> terms;
    Rational constant;
    friend bool operator==(const LinearForm&, const LinearForm&) = default;
};

enum class Comparison { under, over, at_least, at_most };

/// One yes/no test of a job. Equal tests are one atom.
struct Atom {
    enum class Kind {
        choice,         ///< `fact` has one of the values marked in `choices` (yes_no, choice)
        code,           ///< `fact` is at or below one of `codes`
        set_includes,   ///< `fact` holds a code at or below one of `codes`
        set_region,     ///< `fact` holds a code of one of the regions marked in `choices`: the region of a code of `codes` is
                        ///< what lies at or below it and below none deeper of them; the last is all that lies below none
        set_only,       ///< `fact` is not empty and every code in it is at or below one of `codes`
        number,         ///< `form` comparison 0, e.g. age under 15 is {age - 15} under
        limit,          ///< `form` comparison `factor` times the limit's value for the job
        overlap,        ///< the shift overlaps [window_from, window_to); `term` is the clock term it serves, if any
        stated          ///< the job states `fact` (read-once conditions only)
    };
    Kind kind = Kind::choice;
    FactIndex fact = no_fact;
    std::vector<bool> choices;
    std::vector<CodeIndex> codes;
    LinearForm form;
    Comparison comparison = Comparison::under;
    LimitIndex limit = none_index;
    Rational factor = 1;
    int window_from = 0;            ///< minutes; a window that ends not after it starts runs into the next day
    int window_to = 0;
    FactIndex term = no_fact;
    friend bool operator==(const Atom&, const Atom&) = default;
};

/// A condition. An empty `all` is true, an empty `any` false. `none of` is the negation of an `any`.
struct Condition {
    enum class Kind { all, any, negation, atom, definition };
    Kind kind = Kind::all;
    std::vector<Condition> children;
    AtomIndex atom = none_index;
    DefinitionIndex definition = none_index;
    Span span;

    [[nodiscard]] bool always() const { return kind == Kind::all && children.empty(); }
    [[nodiscard]] bool never() const { return kind == Kind::any && children.empty(); }
};

struct Definition {
    std::string name;
    std::string title;
    Condition when;
    Span span;
};

// ---- norms ----------------------------------------------------------------------------------------------------------

enum class Evidence { official, translation, secondary, unverified };

/// Where a norm stands in the law, and how we know.
struct Citation {
    InstrumentIndex instrument = none_index;
    std::string provision;
    std::string url;                ///< may be empty
    Evidence evidence = Evidence::unverified;
};

struct Instrument {
    std::string name;               ///< full: "tj.code-2016"
    std::string title;
    std::string number;             ///< may be empty
    std::optional<Date> adopted;
    bool regulating = false;
    std::string url;
    Evidence evidence = Evidence::unverified;
    std::string reach_provision;    ///< may be empty
    Condition in_force;             ///< edges in doubt on this day; always() otherwise
    Condition reaches;              ///< always() when it reaches everybody
    std::vector<std::string> notes;
    Span span;
};

/// A `permission` is an item of a permitted list: it gives nothing itself, the list's exception is made of it.
enum class NormKind { rule, item, exception, requirement, duty, unseen, permission };
enum class Strength { constitutive, formal, noted };

struct Norm {
    NormKind kind = NormKind::rule;
    std::string name;               ///< full: "tj.hazardous-work.IV-3"
    std::string title;
    Citation citation;
    std::vector<std::string> notes;
    std::vector<std::string> rows;  ///< rows of the fact sheet
    Span span;
    std::string list;               ///< full name of its list, or empty
    std::string section;            ///< its section's number and title, or empty

    /// A norm speaks when all four hold. `in_force` holds only edges in doubt; `reaches` is its instrument's reach (and
    /// in force); `shared` comes from its list and section; `when` is its own.
    Condition in_force;
    Condition reaches;
    Condition shared;
    Condition when;

    ClassIndex cls = 0;             ///< rule, item, exception; unseen: what it could be
    bool does_not_apply = false;    ///< exception: removes the parent
    bool exemption = false;         ///< exception that takes its parents away before other exceptions are read
    /// A permitted list: an exception that holds where every code of the set fact falls under one of these items, each
    /// read with that code as the only one, or, the set being empty, one of them holds. `when` says the same by regions.
    bool permitted_list = false;
    std::vector<NormIndex> permits;
    FactIndex permitted_set = no_fact;   ///< none: some item holds
    std::vector<NormIndex> exceptions;   ///< exceptions to this norm, in order of declaration
    std::vector<NormIndex> parents;      ///< exception: the norms of this version that it speaks to

    std::optional<Condition> needs;      ///< requirement's `needs`, exception's `requires`
    Strength strength = Strength::constitutive;

    // unseen parts
    bool blocking = false;
    std::optional<Condition> blocking_when;   ///< read once from the job; overrides `blocking`
    bool could_lift = false;                  ///< an unseen exception to `parents`, always noted
};

/// One cell of a limit: the value is `low` exactly (known), or one unknown number in [low, high) that all comparisons with
/// the cell share.
struct LimitCell {
    enum class Kind { number, none, open };
    Kind kind = Kind::number;
    Rational low;                   ///< number (0 for `not allowed`), open: lower bound, included
    std::optional<Rational> high;   ///< open: upper bound, excluded; empty when only the lower is known
    bool not_allowed = false;       ///< written `not allowed`: any value over 0 is over the limit
    Span span;
};

/// A limit in force: the first row whose condition holds gives the value. Rows are (band conditions of all axes) -> cell.
/// Rows are disjoint and cover every combination of axis values, or the table ends with `otherwise`.
struct Limit {
    struct Row {
        Condition when;
        LimitCell cell;
        std::vector<std::string> labels;    ///< one an axis, as written
    };
    std::string name;
    std::string title;
    FactIndex fact = no_fact;               ///< gives the unit
    std::vector<FactIndex> axes;
    Citation citation;
    std::vector<std::string> notes;
    std::vector<std::string> rows_of_sheet;
    Condition in_force;                     ///< edges; where it is not in force a comparison with it is false
    Condition reaches;                      ///< where its instrument does not reach, a comparison with it is false
    std::vector<Row> rows;
    Span span;
};

/// The part of time whose law is hardly encoded: where it reaches, any class at least as grave is possible.
struct UnseenLaw {
    std::string name;
    std::string title;
    Citation citation;
    Condition in_force;
    Condition reaches;
    std::vector<std::string> notes;
    Span span;
};

/// A combination of facts that no job can have.
struct Impossible {
    std::string title;
    Condition when;
    Span span;
};

/// One alternative of a question, for display.
struct QuestionAlternative {
    std::string name;
    std::string title;
    Citation citation;
};

struct Question {
    FactIndex fact = no_fact;               ///< its variable in the vocabulary (role question)
    std::vector<QuestionAlternative> alternatives;
    std::vector<std::string> notes;
    bool edge = false;                      ///< an edge in time in doubt rather than a written question
};

/// A parameter that the law has fixed, with its source.
struct FixedParameter {
    FactIndex fact = no_fact;
    std::string value;                      ///< as written
    Citation citation;
    std::vector<std::string> notes;
};

/// A yes/no term of the job's date.
struct Season {
    FactIndex fact = no_fact;
    std::string days;                       ///< as written: "1 june to first monday of september"
    bool holds = false;                     ///< on the day of the version
    std::optional<Citation> citation;
    std::vector<std::string> notes;
};

/// A sum of facts under one name; conditions hold the sum itself.
struct DerivedNumber {
    std::string name;
    std::string title;
    std::string unit;
    LinearForm form;                        ///< in that unit
};

struct Version {
    std::string jurisdiction;               ///< "tj"
    std::string title;
    Date date;
    std::string ruleset_version;            ///< digest of the texts it was made of
    std::shared_ptr<const Vocabulary> vocabulary;
    std::vector<ClassDeclaration> classes;
    std::vector<Atom> atoms;
    std::vector<Definition> definitions;
    std::vector<Instrument> instruments;    ///< those that may be in force on the day
    std::vector<Norm> norms;                ///< those that may be in force on the day, in order of declaration
    /// By LimitIndex. A limit with several texts in force under an edge, or none, has several entries or none.
    std::vector<std::vector<Limit>> limits;
    std::vector<UnseenLaw> unseen_laws;
    std::vector<Impossible> impossible;
    std::vector<Question> questions;        ///< those that matter on the day
    std::vector<FixedParameter> parameters;
    std::vector<Season> seasons;
    std::vector<DerivedNumber> derived;     ///< the sums
    /// By FactIndex (may be shorter): what the law says itself, whatever a job states: fixed parameters and seasons.
    std::vector<std::optional<AssumedFactValue>> given;
    /// By FactIndex: for a clock term, the condition (over overlap atoms) that this law gives it; never() where a term of
    /// the law only has no table. Absent: an ordinary fact.
    std::vector<std::optional<Condition>> clock_terms;
    /// By FactIndex: C of `ask when C, else assume V`.
    std::vector<std::optional<Condition>> absence_conditions;
    /// Facts in an order in which absence rules can be read: a fact stands after those its condition uses.
    std::vector<FactIndex> absence_order;
    FactIndex shift_start = no_fact;
    FactIndex shift_end = no_fact;

    [[nodiscard]] ClassIndex default_class() const;
    [[nodiscard]] std::optional<ClassIndex> breach_class() const;   ///< the one with role breach
    [[nodiscard]] std::optional<ClassIndex> find_class(std::string_view name) const;
    /// "permitted", "out-of-scope".
    [[nodiscard]] std::string outcome_name(Outcome outcome) const;
};


}  // namespace labourlex
