// Statements and clauses: the grammar of docs/language.md. Included by the parser alone, for PEGTL is dear to compile.
//
// The grammar accepts every clause in every statement; which clauses a statement may have is said by the table in
// clause_table.cpp, so that a clause in the wrong place gets a message of its own.
#pragma once

#include "dsl-grammar/grammar_conditions.hpp"

namespace labourlex::parsing {

using K = Keyword;
using C = syntax::ClauseKind;

struct name : expect<Code::L0120, word> {};
struct title : expect<Code::L0121, text> {};

// norms that norms refer to

struct item_range : node<NodeKind::item_range, code, pegtl::opt<kw<K::to>, expect<Code::L0125, code>>> {};
struct reference
    : node<NodeKind::reference,
           pegtl::sor<pegtl::seq<kw<K::list>, name>,
                      pegtl::seq<kw<K::section>, expect<Code::L0125, code>, expect_kw<K::of>, name>,
                      pegtl::seq<pegtl::sor<kw<K::items>, kw<K::item>>, comma_list<expect<Code::L0125, item_range>>,
                                 expect_kw<K::of>, name>,
                      word>> {};
struct references : comma_list<expect<Code::L0135, reference>> {};

// periods

struct moment : node<NodeKind::moment,
                     pegtl::sor<date, pegtl::seq<kw<K::about>, expect<Code::L0126, date>, expect_kw<K::within>,
                                                 expect<Code::L0123, number>, expect_kw<K::days>>>> {};
struct until : node<NodeKind::moment, kw<K::until>, name, expect_kw<K::begins>> {};
/// `to` opens the end of a period where a date follows, and the parents of an exception elsewhere.
struct to_moment : by_hand<to_moment> {
    template <typename Input, typename Call>
    static bool step(Input& in, Reading&, Call) {
        const std::string_view rest = rest_of(in);
        const std::size_t length = keyword_length(K::to, rest);
        if (length == 0) return false;
        const std::string_view after = rest.substr(length + gap_length(rest.substr(length)));
        return date_like(after) || keyword_length(K::about, after) != 0;
    }
    static bool date_like(std::string_view rest) {
        const std::size_t digits = digits_length(rest);
        return digits == 4 && rest.substr(digits).starts_with('-') && digits_length(rest.substr(5)) != 0;
    }
};
struct period_end
    : pegtl::sor<until, pegtl::seq<to_moment, kw<K::to>, expect<Code::L0126, moment>>> {};
struct period : pegtl::sor<pegtl::seq<kw<K::from>, expect<Code::L0126, moment>, pegtl::opt<period_end>>, period_end> {};

// clauses of norms

struct per_clause : clause<C::per, kw<K::per>, name, title> {};
struct row_clause : clause<C::row, kw<K::row>, words> {};
struct evidence_clause
    : clause<C::evidence, kw<K::evidence>,
             expect<Code::L0134, pegtl::sor<kw<K::official>, kw<K::translation>, kw<K::secondary>, kw<K::unverified>>>,
             pegtl::opt<kw<K::at>, title>> {};
struct note_clause : clause<C::note, kw<K::note>, title> {};
struct in_force_clause
    : clause<C::in_force, kw<K::in_force>, pegtl::sor<kw<K::when_commenced>, expect<Code::L0132, period>>> {};
struct period_clause : clause<C::in_force, period> {};
struct when_clause : clause<C::when, kw<K::when>, expect_condition> {};
struct then_clause
    : clause<C::then, kw<K::then>, pegtl::sor<kw<K::does_not_apply>, expect<Code::L0133, word>>> {};
struct needs_clause : clause<C::needs, kw<K::needs>, expect_condition> {};
struct strength : pegtl::sor<kw<K::constitutive>, kw<K::formal>, kw<K::noted>> {};
struct requires_clause : clause<C::requires_, kw<K::requires_>, expect_condition, pegtl::opt<strength>> {};
struct strength_clause : clause<C::strength, strength> {};
struct blocking_when_clause : clause<C::blocking_when, kw<K::blocking>, kw<K::when>, expect_condition> {};
struct blocking_clause : clause<C::strength, kw<K::blocking>> {};
struct to_clause : clause<C::to, kw<K::to>, references> {};
struct from_norms_clause : clause<C::from_norms, kw<K::from>, references> {};
struct exception_to_clause : clause<C::exception_to, kw<K::is_exception_to>, references> {};
struct in_list_clause : clause<C::in_list, kw<K::in>, name, pegtl::opt<kw<K::after>, expect<Code::L0125, code>>> {};
struct could_be_clause : clause<C::could_be, kw<K::could_be>, expect<Code::L0133, word>> {};
struct could_lift_clause
    : clause<C::could_lift, kw<K::could_lift>, references, expect_kw<K::to>, expect<Code::L0133, word>> {};

// clauses of instruments, limits, questions

struct regulating_clause : clause<C::regulating, kw<K::regulating>> {};
struct forbids_only_clause : clause<C::forbids_only, kw<K::forbids_only>> {};
struct number_clause : clause<C::number, kw<K::number>, title> {};
struct adopted_clause : clause<C::adopted, kw<K::adopted>, expect<Code::L0126, date>> {};
struct reaches_clause : clause<C::reaches, kw<K::reaches>, expect_condition, pegtl::opt<kw<K::per>, text>> {};
struct for_clause : clause<C::for_term, kw<K::for_>, name> {};
struct by_clause : clause<C::by, kw<K::by>, words> {};
struct alternative_clause
    : clause<C::alternative, kw<K::alternative>, name, pegtl::opt<text>, expect_kw<K::per>, name, title> {};
struct taken_as_clause : clause<C::taken_as, kw<K::taken_as>, name> {};

// clauses of facts, taxonomies and classes

struct synonyms : pegtl::seq<kw<K::also>, comma_list<title>> {};
struct choice_line : node<NodeKind::tree_line, dash, expect<Code::L0125, code>, title, pegtl::opt<synonyms>> {};
struct tree_line : node<NodeKind::tree_line, code, title, pegtl::opt<synonyms>> {};
struct range : pegtl::seq<expect<Code::L0130, unit>, expect_kw<K::from>, expect<Code::L0123, number>,
                          expect_kw<K::to>, expect<Code::L0123, number>> {};
struct assumed : node<NodeKind::assumed_value,
                      pegtl::sor<kw<K::unnamed_code>, kw<K::yes>, kw<K::no>, kw<K::none>, amount, code>> {};
struct expect_assumed : expect<Code::L0136, assumed> {};

struct yes_or_no_clause : clause<C::yes_or_no, kw<K::yes_or_no>> {};
struct whole_number_clause : clause<C::whole_number, kw<K::whole_number_of>, range> {};
struct number_of_clause : clause<C::number_of, kw<K::number_of>, range> {};
struct choice_clause : clause<C::choice, kw<K::one_of>, expect<Code::L0142, dash_list<choice_line>>> {};
struct one_code_clause : clause<C::one_code, kw<K::one_code_of>, name> {};
struct set_of_codes_clause : clause<C::set_of_codes, kw<K::set_of_codes_of>, name> {};
struct time_of_day_clause : clause<C::time_of_day, kw<K::time_of_day>> {};
struct asks_clause : clause<C::asks, kw<K::asks>, title> {};
struct absent_ask_when_clause
    : clause<C::absent_ask_when, kw<K::absent_ask>, kw<K::when>, expect_condition, pegtl::opt<mark<','>>,
             expect_kw<K::else_assume>, expect_assumed> {};
struct absent_ask_clause : clause<C::absent_ask, kw<K::absent_ask>> {};
struct absent_assume_clause : clause<C::absent_assume, kw<K::absent_assume>, expect_assumed> {};
struct judgement_clause : clause<C::judgement, kw<K::judgement>> {};
struct clock_clause : clause<C::clock, pegtl::sor<kw<K::start_of_shift>, kw<K::end_of_shift>,
                                                  kw<K::clock_term_of_the_law_only>, kw<K::clock_term>>> {};
struct linked_to_clause : clause<C::linked_to, kw<K::linked_to>, name> {};
struct kept_in_strict_clause : clause<C::kept_in_strict, kw<K::kept_in_strict>> {};
struct exhaustive_clause : clause<C::exhaustive_from, kw<K::exhaustive_from>, title> {};
struct tree_clause : clause<C::nodes, pegtl::plus<tree_line>> {};
struct role_clause : clause<C::role, pegtl::sor<kw<K::lawful>, kw<K::breach>>> {};
struct default_clause : clause<C::default_class, kw<K::default_>> {};

// clauses of parameters, ratifications, seasons, derived numbers and jurisdictions

struct taken_as_value_clause : clause<C::taken_as, kw<K::taken_as>, expect_assumed> {};
struct fixed_as_clause : clause<C::fixed_as, kw<K::is>, expect_assumed> {};
struct setting_clause : clause<C::setting, word, expect_assumed> {};
struct year_day
    : node<NodeKind::year_day, pegtl::sor<pegtl::seq<number, expect<Code::L0157, word>>,
                                          pegtl::seq<word, expect<Code::L0157, word>, expect_kw<K::of>,
                                                     expect<Code::L0157, word>>>> {};
struct season_clause : clause<C::season_days, kw<K::from>, expect<Code::L0157, year_day>, expect_kw<K::to>,
                              expect<Code::L0157, year_day>> {};
struct unit_clause : clause<C::number_of, kw<K::number_of>, expect<Code::L0130, unit>> {};
struct sum_clause : clause<C::sum_of, kw<K::sum_of>, words> {};
struct maximum_clause : clause<C::maximum_of, kw<K::maximum_of>, words> {};
struct within_clause : clause<C::within_law, kw<K::within>, name> {};

// tables

/// The cell is over: the next thing is a bar.
struct cell_ends : by_hand<cell_ends> {
    template <typename Input, typename Call>
    static bool step(Input& in, Reading&, Call) {
        return rest_of(in).starts_with('|');
    }
};

template <typename... Rules>
struct whole_cell : pegtl::seq<Rules..., cell_ends> {};

struct cell_words : pegtl::seq<code, pegtl::star<pegtl::opt<mark<','>>, code>> {};
struct known_between : pegtl::seq<kw<K::from>, number, pegtl::opt<unit>, kw<K::to>, kw<K::under>, amount> {};
struct value_cell
    : node<NodeKind::cell,
           pegtl::sor<whole_cell<kw<K::otherwise>>, whole_cell<kw<K::none>>, whole_cell<kw<K::not_allowed>>,
                      whole_cell<kw<K::unseen_above>, amount>, whole_cell<known_between>, whole_cell<relation, amount>,
                      whole_cell<number, kw<K::to>, amount>, whole_cell<amount>, whole_cell<cell_words>,
                      whole_cell<pegtl::success>>> {};
struct clock_cell
    : node<NodeKind::cell,
           pegtl::sor<whole_cell<kw<K::otherwise>>, whole_cell<kw<K::none>>, whole_cell<time>,
                      whole_cell<pegtl::sor<kw<K::when>, kw<K::from>, kw<K::to>>>, whole_cell<condition>,
                      whole_cell<pegtl::success>>> {};

/// The cells of one line between bars.
struct cells : by_hand<cells> {
    template <typename Input, typename Call>
    static bool step(Input& in, Reading& reading, Call call) {
        const std::string_view rest = rest_of(in);
        if (!rest.starts_with('|') || reading.indentation(reading.offset(rest.data())) < 0) return false;
        const char* const end_of_line = rest.data() + std::min(rest.find('\n'), rest.size());
        in.bump(static_cast<std::size_t>(rest.data() + 1 - in.current()));
        while (rest_of(in).data() < end_of_line) {
            const std::string_view before = rest_of(in);
            const bool read = reading.clock_table ? call(std::type_identity<clock_cell>{})
                                                  : call(std::type_identity<value_cell>{});
            if (!read) not_read(reading, rest, before, end_of_line);
            const std::string_view bar = rest_of(in);
            if (bar.data() >= end_of_line) throw Stop{Code::L0151, reading.offset(rest.data()), false, {}};
            in.bump(static_cast<std::size_t>(bar.data() + 1 - in.current()));
        }
        return true;
    }

    [[noreturn]] static void not_read(const Reading& reading, std::string_view row, std::string_view cell,
                                      const char* end_of_line) {
        std::string_view inside = cell.substr(0, static_cast<std::size_t>(end_of_line - cell.data()));
        const std::size_t bar = inside.find('|');
        if (bar == std::string_view::npos) throw Stop{Code::L0151, reading.offset(row.data()), false, {}};
        inside = inside.substr(0, bar);
        while (inside.ends_with(' ')) inside.remove_suffix(1);
        throw Stop{Code::L0153, reading.offset(cell.data()), false, {std::string(inside)}};
    }
};

struct table_row : node<NodeKind::row, cells> {};
struct table_clause : clause<C::table, pegtl::plus<table_row>> {};

struct any_clause
    : pegtl::sor<when_clause, then_clause, per_clause, row_clause, evidence_clause, note_clause, in_force_clause,
                 needs_clause, requires_clause, strength_clause, blocking_when_clause, blocking_clause,
                 could_be_clause, could_lift_clause, in_list_clause, for_clause, by_clause, table_clause,
                 asks_clause, absent_ask_when_clause, absent_ask_clause, absent_assume_clause, yes_or_no_clause,
                 whole_number_clause, number_of_clause, choice_clause, one_code_clause, set_of_codes_clause,
                 time_of_day_clause, judgement_clause, kept_in_strict_clause, clock_clause, regulating_clause, forbids_only_clause,
                 number_clause, adopted_clause, reaches_clause, alternative_clause, taken_as_clause, exhaustive_clause,
                 role_clause, default_clause, linked_to_clause, sum_clause, maximum_clause,
                 exception_to_clause, period_clause, to_clause> {};
struct clauses : pegtl::star<any_clause> {};

// statements

template <bool On>
struct clock_table : by_hand<clock_table<On>> {
    template <typename Input, typename Call>
    static bool step(Input&, Reading& reading, Call) {
        reading.clock_table = On;
        return true;
    }
};

template <typename... Rules>
struct head : node<NodeKind::head, Rules...> {};

/// KEYWORD NAME "title" clauses
template <K Opening>
struct named : pegtl::seq<head<kw<Opening>, name, title>, clauses> {};
/// KEYWORD ID "title" clauses: the number may have to be quoted
template <K Opening>
struct numbered : pegtl::seq<head<kw<Opening>, expect<Code::L0120, code>, title>, clauses> {};
/// KEYWORD "title" clauses
template <K Opening>
struct titled : pegtl::seq<head<kw<Opening>, title>, clauses> {};

/// KEYWORD NAME "title" clauses, some of which read otherwise in this statement than elsewhere
template <K Opening, typename... Own>
struct named_with : pegtl::seq<head<kw<Opening>, name, title>, pegtl::star<pegtl::sor<Own..., any_clause>>> {};

/// The tables of other statements must not be read as clock tables after `define` was tried in vain.
struct define_statement : pegtl::sor<pegtl::seq<clock_table<true>, named<K::define>, clock_table<false>>,
                                     pegtl::seq<clock_table<false>, pegtl::failure>> {};
struct taxonomy_statement
    : pegtl::seq<head<kw<K::taxonomy>, name, title>, pegtl::opt<pegtl::sor<exhaustive_clause, tree_clause>>, clauses> {};
struct use_statement : pegtl::seq<head<kw<K::use>, words>> {};
struct applies_statement : pegtl::seq<head<kw<K::applies>, name>, clauses> {};

struct parameter_statement
    : pegtl::sor<pegtl::seq<head<kw<K::parameter>, name, sees_kw<K::is>>, fixed_as_clause, clauses>,
                 named_with<K::parameter, taken_as_value_clause>> {};
struct ratification_statement
    : pegtl::seq<head<kw<K::ratification>, expect<Code::L0125, code>, expect_kw<K::of>, name, expect_kw<K::on>,
                      expect<Code::L0126, date>>,
                 pegtl::opt<comma_list<setting_clause>>, clauses> {};

struct norm
    : node<NodeKind::statement,
           pegtl::sor<numbered<K::item>, named<K::rule>, named<K::exception>, named<K::requirement>, named<K::duty>,
                      numbered<K::section>, named<K::list>, named<K::limit>, define_statement, titled<K::unseen_law>,
                      named<K::unseen>, named<K::fact>, named<K::instrument>, named<K::class_>, taxonomy_statement,
                      named<K::question>, titled<K::impossible>, named_with<K::jurisdiction, within_clause>,
                      use_statement, applies_statement, named_with<K::exemption, from_norms_clause>,
                      parameter_statement, ratification_statement, named_with<K::season, season_clause>,
                      named_with<K::derived, unit_clause>>> {};

template <K Opening>
struct changed : pegtl::seq<kw<Opening>, expect<Code::L0138, norm>> {};
template <K Opening>
struct referring : pegtl::seq<head<kw<Opening>, references>, clauses> {};

struct change : node<NodeKind::statement, pegtl::sor<changed<K::insert>, changed<K::replace>, referring<K::repeal>,
                                                     referring<K::rebase>, named<K::amendment>>> {};

struct statement : pegtl::sor<norm, change> {};

}  // namespace labourlex::parsing
