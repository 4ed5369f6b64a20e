// Declared facts: what a job may state, of which type, within which range, and what its absence means.
#pragma once

#include "engine/facts/rational.hpp"
#include "engine/facts/taxonomy.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace labourlex {

using FactIndex = std::uint32_t;
using TaxonomyIndex = std::uint32_t;
inline constexpr FactIndex no_fact = UINT32_MAX;

enum class FactType {
    yes_no,         ///< a choice between `no` (0) and `yes` (1)
    choice,         ///< one of `choices`
    number,         ///< a rational in [low, high] of `unit`; whole numbers only where `whole`
    code,           ///< one code of a taxonomy
    code_set,       ///< a set of codes of a taxonomy
    time_of_day     ///< minutes since midnight
};

/// Where a name of a job description belongs. Questions and parameters are variables like facts, with one value for all
/// rules of the law. A season follows from the date of the job and is never stated.
enum class FactRole { fact, parameter, question, season };

/// What a fact has to do with the shift [start, end). A clock term is computed by the law's own table where it has one.
enum class ClockRole {
    none,
    shift_start,        ///< `start of shift`: a time of day
    shift_end,          ///< `end of shift`: a time of day
    term,               ///< `clock term`: without a table of the law an ordinary yes/no fact
    term_of_law_only    ///< `clock term of the law only`: without a table always no
};

struct Choice {
    std::string name;
    std::string title;
    Span span;
};

/// A value that a fact takes when nothing is said.
struct AssumedFactValue {
    std::size_t choice = 0;              ///< yes_no, choice
    Rational number;                     ///< number, in the fact's unit
    CodeIndex code = no_code;            ///< code; `no_code` means a code that no norm names
    /// code_set: always the empty set
};

struct FactDeclaration {
    std::string name;
    std::string title;
    std::string question;                ///< asked when it is missing
    FactType type = FactType::yes_no;
    FactRole role = FactRole::fact;
    std::vector<Choice> choices;         ///< choice and yes_no ("no", "yes" in this order)
    bool whole = false;
    std::string unit;                    ///< name in the unit table, may be empty
    Rational low;                        ///< number: legal range, both ends included
    Rational high;
    TaxonomyIndex taxonomy = 0;          ///< code, code_set
    bool judgement = false;
    ClockRole clock = ClockRole::none;
    bool kept_in_strict = false;         ///< an assumption that `--strict` does not free (signs of a worst form)
    std::optional<AssumedFactValue> assumed;   ///< empty: absence is asked
    /// `ask when C, else assume V`: `assumed` is set and C stands in the law's model under `absence_conditions`.
    bool asked_when = false;
    bool edge = false;                   ///< a question whether a text was in force on a day on which that is in doubt
    /// A parameter whose value the law at hand has chosen: a job may not state another.
    std::optional<AssumedFactValue> fixed;
    /// The same quantity as another fact, in another unit: what is stated of it is stated of that fact, times the factor.
    FactIndex linked_to = no_fact;
    Rational linked_factor = 1;
    Span span;

    /// Whether a job has a choice of its own about it.
    [[nodiscard]] bool stated_freely() const { return role != FactRole::season && !fixed && linked_to == no_fact; }
};

/// All facts, questions and parameters that a job may state, with their taxonomies.
struct Vocabulary {
    std::vector<FactDeclaration> facts;
    std::vector<Taxonomy> taxonomies;

    [[nodiscard]] std::optional<FactIndex> find(std::string_view name) const;
    [[nodiscard]] const Taxonomy& taxonomy_of(FactIndex fact) const { return taxonomies.at(facts.at(fact).taxonomy); }
};

}  // namespace labourlex
