// Conditions: quantities, comparisons, sets, and the lists that join them. Included by the parser alone.
#pragma once

#include "dsl-grammar/grammar_terminals.hpp"
#include "dsl-grammar/parser.hpp"

namespace labourlex::parsing {

struct condition;
struct unary;

template <typename... Rules>
struct comma_list : pegtl::seq<Rules..., pegtl::star<more, Rules...>> {};

struct codes : comma_list<expect<Code::L0125, code>> {};
struct words : comma_list<expect<Code::L0120, word>> {};

/// Counts the depth of recursion, so that no text can exhaust the stack.
template <typename... Rules>
struct nested : by_hand<nested<Rules...>> {
    template <typename Input, typename Call>
    static bool step(Input& in, Reading& reading, Call call) {
        if (reading.depth == max_nesting) stop(in, reading, Code::L0108, false, {std::to_string(max_nesting)});
        ++reading.depth;
        const bool matched = call(std::type_identity<pegtl::seq<Rules...>>{});
        --reading.depth;
        return matched;
    }
};

/// Lines that open with a dash in one column, deeper than the dashes of the list around them.
template <typename Item>
struct dash_list : by_hand<dash_list<Item>> {
    template <typename Input, typename Call>
    static bool step(Input& in, Reading& reading, Call call) {
        const int outer = reading.dash_column;
        const int column = next_dash(in, reading);
        if (column <= outer) return false;
        reading.dash_column = column;
        int next = column;
        while (next == column) {
            if (!call(std::type_identity<Item>{})) return false;
            next = next_dash(in, reading);
        }
        reading.dash_column = outer;
        if (next > outer) stop(in, reading, Code::L0143, false);
        return true;
    }

    /// The column of the dash that comes next, or -1.
    template <typename Input>
    static int next_dash(const Input& in, Reading& reading) {
        const std::string_view rest = rest_of(in);
        return dash::read(rest, reading) == 0 ? -1 : reading.indentation(reading.offset(rest.data()));
    }
};

/// `and` or `or`: not in a comma list, where it could bind either way.
template <Keyword K>
struct joined_by : by_hand<joined_by<K>> {
    template <typename Input, typename Call>
    static bool step(Input& in, Reading& reading, Call call) {
        if (reading.in_comma_list && keyword_length(K, rest_of(in)) != 0) {
            stop(in, reading, Code::L0145, false, {std::string(spelling_of(K))});
        }
        return call(std::type_identity<kw<K>>{});
    }
};

struct unmixed : by_hand<unmixed> {
    template <typename Input, typename Call>
    static bool step(Input& in, Reading& reading, Call) {
        const std::string_view rest = rest_of(in);
        if (keyword_length(Keyword::and_, rest) != 0 || keyword_length(Keyword::or_, rest) != 0) {
            stop(in, reading, Code::L0140, false);
        }
        return true;
    }
};

/// `all of`, `any of` or `none of` where only a single condition may stand.
struct no_list_here : by_hand<no_list_here> {
    template <typename Input, typename Call>
    static bool step(Input& in, Reading& reading, Call) {
        for (const Keyword keyword : {Keyword::all_of, Keyword::any_of, Keyword::none_of}) {
            if (keyword_length(keyword, rest_of(in)) == 0) continue;
            stop(in, reading, reading.in_comma_list ? Code::L0145 : Code::L0141, false,
                 {std::string(spelling_of(keyword))});
        }
        return true;
    }
};

template <typename... Rules>
struct in_comma_list : by_hand<in_comma_list<Rules...>> {
    template <typename Input, typename Call>
    static bool step(Input&, Reading& reading, Call call) {
        const bool before = reading.in_comma_list;
        reading.in_comma_list = true;
        const bool matched = call(std::type_identity<pegtl::seq<Rules...>>{});
        reading.in_comma_list = before;
        return matched;
    }
};

// quantities

struct shift : pegtl::seq<kw<Keyword::length_of_shift>> {};
struct half : pegtl::seq<kw<Keyword::half_of>, expect<Code::L0120, word>> {};
struct share_of : pegtl::seq<share, expect_kw<Keyword::of>, expect<Code::L0120, word>> {};
struct amount : pegtl::seq<number, pegtl::opt<unit>> {};
struct product : pegtl::seq<word, kw<Keyword::times>, expect<Code::L0120, word>> {};
struct plain_name : node<NodeKind::quantity, word> {};
struct reckoned : node<NodeKind::quantity, pegtl::sor<shift, half, share_of, amount, product>> {};
struct any_quantity : node<NodeKind::quantity, pegtl::sor<shift, half, share_of, amount, product, word>> {};

// what follows a name or a quantity

struct relation
    : pegtl::sor<kw<Keyword::under>, kw<Keyword::over>, kw<Keyword::at_least>, kw<Keyword::at_most>> {};
struct compared : pegtl::seq<relation, expect<Code::L0124, any_quantity>> {};
struct between : pegtl::seq<kw<Keyword::from>, expect<Code::L0123, number>, expect_kw<Keyword::to>,
                            expect<Code::L0123, number>, pegtl::opt<unit>> {};
struct numeric_tail : pegtl::sor<compared, between> {};
struct is_tail : pegtl::seq<pegtl::not_at<sees_kw<Keyword::is_exception_to>>, kw<Keyword::is>, pegtl::sor<kw<Keyword::stated>, expect<Code::L0125, code>>> {};
struct any_of_tail : pegtl::seq<kw<Keyword::any_of>, codes> {};
struct in_tail : pegtl::seq<pegtl::not_at<sees_kw<Keyword::in_force>>, kw<Keyword::in>, expect<Code::L0120, word>, codes> {};
struct include_tail
    : pegtl::seq<kw<Keyword::include>, pegtl::sor<pegtl::seq<kw<Keyword::any_of>, codes>,
                                                  pegtl::seq<kw<Keyword::none_of>, codes>, expect<Code::L0125, code>>> {};
struct only_tail : pegtl::seq<kw<Keyword::only>, codes> {};
struct tail : pegtl::sor<numeric_tail, is_tail, any_of_tail, in_tail, include_tail, only_tail> {};

struct atom : node<NodeKind::atom, pegtl::sor<pegtl::seq<reckoned, expect<Code::L0137, numeric_tail>>,
                                              pegtl::seq<plain_name, pegtl::opt<tail>>>> {};
struct overlap : node<NodeKind::overlap, kw<Keyword::working_time_overlaps>, expect<Code::L0128, time>,
                      expect_kw<Keyword::to>, expect<Code::L0128, time>> {};

// joining

struct negation : node<NodeKind::negation, kw<Keyword::not_>, nested<expect<Code::L0122, unary>>> {};
struct unary : pegtl::sor<negation, overlap, pegtl::seq<no_list_here, atom>> {};

template <Keyword K>
struct joined : pegtl::plus<joined_by<K>, expect<Code::L0122, unary>> {};

struct inline_condition
    : node<NodeKind::inline_condition, unary,
           pegtl::sor<joined<Keyword::and_>, joined<Keyword::or_>, pegtl::success>, unmixed> {};

struct dash_item : node<NodeKind::dash_item, dash, expect<Code::L0122, condition>> {};
struct comma_conditions : in_comma_list<comma_list<inline_condition>> {};
struct listed_condition
    : node<NodeKind::listed_condition,
           pegtl::sor<kw<Keyword::all_of>, kw<Keyword::any_of>, kw<Keyword::none_of>>,
           expect<Code::L0142, mark<':'>>,
           nested<expect<Code::L0142, pegtl::sor<dash_list<dash_item>, comma_conditions>>>> {};

struct condition : pegtl::sor<listed_condition, inline_condition> {};
struct expect_condition : expect<Code::L0122, condition> {};

}  // namespace labourlex::parsing
