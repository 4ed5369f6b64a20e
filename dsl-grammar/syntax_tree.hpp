// The syntax tree of a `.law` file: what is written, with exact places, before anybody asks what it means.
//
// A file is a list of statements; a statement is a keyword, a name, a title and clauses; a clause is a keyword and its
// operands. The tree keeps the order of writing and all comments, so that the formatter can print it back. It knows no
// facts, classes or instruments: names are words. The reference page of the language is docs/language.md.
#pragma once

#include "dsl-grammar/source.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace labourlex::syntax {

/// A name, code, number, date or time as written. Quoted codes keep `quoted` (a code that looks like a keyword).
struct Word {
    std::string text;
    Span span;
    bool quoted = false;

    /// Nothing was written; a quoted code may say nothing and still be there.
    [[nodiscard]] bool empty() const { return text.empty() && !quoted; }
};

/// A quoted text; line breaks with their indentation read as one space, \" and \\ are undone.
struct Text {
    std::string text;
    Span span;

    [[nodiscard]] bool empty() const { return text.empty(); }
};

/// A side of a comparison.
struct Quantity {
    enum class Kind {
        number,    ///< `15`, `4.1 kg`                          number, unit (may be empty)
        name,      ///< a fact, derived number, limit, parameter: `hours_per_week`, `max-load`      name
        share,     ///< `half of week-cap`, `1/3 of X`, `20 % of X`   number ("half", "1/3", "20 %"), name
        product,   ///< `days_per_week times hours_per_day`     name, second
        shift      ///< `length of shift`: from start_time to end_time, in hours
    };
    Kind kind = Kind::number;
    Span span;
    Word number;
    Word unit;
    Word name;
    Word second;
};

enum class Relation { under, over, at_least, at_most };

/// A condition. `children` serve all_of, any_of, none_of and negation; the other fields as each kind says.
struct Condition {
    enum class Kind {
        all_of,       ///< dash list, comma list or inline `a and b` (inline_form)
        any_of,       ///< dash list, comma list or inline `a or b` (inline_form)
        none_of,      ///< dash list or comma list
        negation,     ///< `not C`: one child
        name,         ///< a bare name: a yes/no fact, a definition, a clock term         name
        comparison,   ///< `left REL right`                                               left, relation, right
        between,      ///< `left from LOW to HIGH`, both ends included                     left, right (low), high
        equals,       ///< `NAME is VALUE`                                                name, values[0]
        stated,       ///< `NAME is stated`                                               name
        one_of,       ///< `NAME any of V, V`: a choice or code                           name, values
        within,       ///< `NAME in TAXONOMY V, V`: a code at or below one of them        name, taxonomy, values
        includes,     ///< `NAME include V` or `NAME include any of V, V`: sets           name, values
        includes_none,///< `NAME include none of V, V`                                    name, values
        only,         ///< `NAME only V, V`: sets                                         name, values
        overlaps      ///< `working time overlaps 22:00 to 06:00`                         values[0], values[1]
    };
    Kind kind = Kind::name;
    Span span;
    bool inline_form = false;    ///< joined by `and`/`or` on one line rather than listed
    bool dashed = false;         ///< listed with dashes
    std::vector<Condition> children;
    Word name;
    Word taxonomy;
    std::vector<Word> values;
    Quantity left;
    Relation relation = Relation::under;
    Quantity right;
    Quantity high;
};

/// A point in time of a period.
struct Moment {
    enum class Kind {
        date,       ///< `2016-07-23`
        about,      ///< `about 2016-08-01 within 30 days`
        begins      ///< `until code-2016 begins` (an end only)
    };
    Kind kind = Kind::date;
    Span span;
    Word date;
    Word days;      ///< of `about`
    Word name;      ///< of `begins`
};

/// A day that comes every year: `1 june`, `first monday of september`.
struct YearDay {
    Span span;
    Word number;    ///< the day of the month, or which of the weekdays: `first` ... `fourth`, `last`
    Word weekday;   ///< empty for a day of the month
    Word month;
};

/// Norms that a norm refers to: `minimum-age`, `list L`, `section IV of L`, `items 5, 8, 10 to 12 of L`.
struct NormReference {
    enum class Kind { name, list, section, items };
    struct ItemRange {
        Word first;
        Word last;      ///< empty for a single item
    };
    Kind kind = Kind::name;
    Span span;
    Word name;                      ///< the norm, or the list for list/section/items
    Word section;
    std::vector<ItemRange> items;
};

/// A table of cells as written: every row is a line between bars.
struct TableCell {
    enum class Kind {
        blank,
        words,          ///< header words or choice values: `male occasional`, `general, vocational`     words
        number,         ///< `12 kg`; `15` as a band                                         number, unit
        band_between,   ///< `14 to 15`                                                      number, high, unit
        band_relation,  ///< `under 14`, `at least 16`, `over 5`, `at most 3`                relation, number, unit
        otherwise,      ///< `otherwise`
        none,           ///< `none`
        not_allowed,    ///< `not allowed`
        unseen_above,   ///< `unseen above 4 kg`                                             number, unit
        known_between,  ///< `from 16.0 to under 17.0 kg`                                    number, high, unit
        condition,      ///< first column of a `define ... for` table                        condition
        time            ///< `22:00`                                                         number
    };
    Kind kind = Kind::blank;
    Span span;
    std::vector<Word> words;
    bool listed = false;                ///< the words are separated by commas: any of them, not all in turn
    Word number;
    Word high;
    Word unit;
    Relation relation = Relation::under;
    std::vector<Condition> condition;   ///< none or one
};

struct TableRow {
    Span span;
    std::vector<TableCell> cells;
};

struct TaxonomyNode {
    Span span;
    Word code;
    Text title;
    std::vector<Text> synonyms;         ///< `also "..."`
    std::vector<TaxonomyNode> children;
};

/// The clauses. Which operands a clause uses is said beside it.
enum class ClauseKind {
    // of norms
    per,              ///< `per INSTRUMENT "provision"`                 words[0], texts[0]; in `reaches`/`per "art. 9"`: texts only
    row,              ///< `row tj16-01, tj16-02`                       words
    evidence,         ///< `evidence secondary at "https://..."`        words[0], texts[0] optional
    in_force,         ///< `in force from M to M` / `until NAME begins` from, to; `in force when commenced`: words[0]
    when,             ///< `when CONDITION`                             condition
    then,             ///< `then CLASS` / `then does not apply` (words empty)   words
    needs,            ///< `needs CONDITION`                            condition
    requires_,        ///< `requires CONDITION [constitutive|formal|noted]` condition, words[0] optional strength
    strength,         ///< `constitutive` | `formal` | `noted` | `blocking`   keyword
    blocking_when,    ///< `blocking when CONDITION`                    condition
    note,             ///< `note "..."`                                 texts[0]
    to,               ///< `to minimum-age, items 5 to 7 of L`          parents
    from_norms,       ///< `from minimum-age, list L` of an exemption     parents
    exception_to,     ///< `is exception to minimum-age` of a list        parents
    in_list,          ///< `in hazardous-work [after IV-3]`             words[0], words[1] optional
    could_be,         ///< `could be hazardous`                         words[0]
    could_lift,       ///< `could lift minimum-age to light-work`       parents, words[0]
    // of instruments
    regulating, forbids_only,
    number,           ///< `number "1329"`                              texts[0]
    adopted,          ///< `adopted 2016-07-23`                         words[0]
    reaches,          ///< `reaches CONDITION [per "art. 9"]`           condition, texts[0] optional
    // of limits and clock definitions
    for_term,         ///< `for load_kg`                                words[0]
    by,               ///< `by age, sex, load_frequency`                words
    table,            ///< rows between bars                            rows; of a clock table without its heading
    // of questions
    alternative,      ///< `alternative NAME ["..."] per INSTRUMENT "..."`   words[0] name, words[1] instrument, texts[0] provision, texts[1] title optional
    taken_as,         ///< `taken as NAME`                              words[0]; of a parameter `taken as VALUE`: value
    // of parameters and ratifications
    fixed_as,         ///< `is 16`: a parameter's fixed value           value
    setting,          ///< `declared_minimum_age 16`                    words[0], value
    // of jurisdictions, seasons and derived numbers
    within_law,       ///< `within uk`                                  words[0]
    season_days,      ///< `from 1 june to first monday of september`   days (two)
    sum_of,           ///< `sum of A, B`                                words
    maximum_of,       ///< `maximum of A, B`                            words
    // of facts
    yes_or_no,
    whole_number,     ///< `whole number of years from 0 to 120`        words[0] unit, [1] low, [2] high
    number_of,        ///< `number of kg from 0 to 500`                 words[0] unit, [1] low, [2] high; derived: the unit
    choice,           ///< `one of` and dashes `- general "..."`        nodes (flat)
    one_code,         ///< `one code of isic`                           words[0]
    set_of_codes,     ///< `set of codes of hazard`                     words[0]
    time_of_day,
    asks,             ///< `asks "How old is the person?"`              texts[0]
    absent_ask,       ///< `absent ask`
    absent_assume,    ///< `absent assume V`                            value
    absent_ask_when,  ///< `absent ask when C, else assume V`           condition, value
    judgement,
    kept_in_strict,
    linked_to,        ///< `linked to trench_depth_m`                   words[0]
    clock,            ///< `start of shift` | `end of shift` | `clock term` | `clock term of the law only`   keyword
    // of taxonomies
    exhaustive_from,  ///< `exhaustive from "data/isic4.csv"`           texts[0]
    nodes,            ///< the tree of codes                            nodes
    // of classes
    role,             ///< `lawful` | `breach`                          keyword
    default_class
};

/// The value after `assume`: `no`, `yes`, `0 kg`, a code, `none`, `a code that no norm names`.
struct AssumedValue {
    enum class Kind { none, yes, no, number, code, unnamed_code };
    Kind kind = Kind::none;
    Span span;
    Word word;      ///< number or code
    Word unit;
};

struct Clause {
    ClauseKind kind{};
    Span span;
    Word keyword;                         ///< the opening words as written
    std::vector<Word> words;
    std::vector<Text> texts;
    std::vector<Condition> condition;     ///< none or one (a vector keeps the type complete)
    std::vector<NormReference> parents;
    std::optional<Moment> from;
    std::optional<Moment> to;
    std::vector<TableRow> rows;
    std::vector<TaxonomyNode> nodes;
    std::optional<AssumedValue> value;
    std::vector<YearDay> days;
};

enum class StatementKind {
    jurisdiction, use, class_, fact, taxonomy, instrument, rule, exception, exemption, list, section, item, limit,
    define, requirement, duty, unseen, unseen_law, question, parameter,
    fixed_parameter,   ///< `parameter NAME is VALUE`
    ratification, season, derived, impossible, applies,
    amendment, insert, replace, repeal, rebase
};

/// A comment that stands before a statement, or after it on its line, or inside it.
struct Comment {
    std::string text;      ///< with its `#`
    Span span;
    bool own_line = true;  ///< false: after something on the same line
    bool blank_after = false;   ///< an empty line follows it
};

struct Statement {
    StatementKind kind{};
    Span span;
    Word keyword;
    /// The name declared or referred to. `use`: empty, see `words`. `impossible`: empty. `unseen law`: empty.
    Word name;
    Text title;
    /// use: the packs. ratification: the convention and the day; `name` is the country. applies: the instrument's name is `name`. insert/replace: see `body`.
    std::vector<Word> words;
    /// repeal and rebase: the norms meant. replace: what is replaced is named by the body's own kind and name.
    std::vector<NormReference> targets;
    std::vector<Clause> clauses;
    /// insert and replace: exactly one statement of another kind, without amendments of its own.
    std::vector<Statement> body;
    std::vector<Comment> comments;   ///< own-line comments before it and comments inside it, in order of place
};

/// A parsed file. Statements that failed to parse are missing; `complete` is false then.
struct File {
    std::uint32_t source = 0;
    std::vector<Statement> statements;
    std::vector<Comment> trailing_comments;   ///< after the last statement
    bool complete = true;
};

}  // namespace labourlex::syntax
