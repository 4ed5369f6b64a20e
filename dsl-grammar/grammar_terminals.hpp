// The words of the grammar: keywords, names, numbers, texts, dashes and bars, as PEGTL rules.
//
// Every terminal skips the white space and comments before it and leaves one node. The node control below takes nodes
// back when a rule fails. Included by the parser alone.
#pragma once

#include "dsl-grammar/letters.hpp"
#include "dsl-grammar/parse_nodes.hpp"

#include <tao/pegtl.hpp>

namespace labourlex::parsing {

namespace pegtl = tao::pegtl;

/// Calls every rule; opens a node for rules that name a `node_kind`, drops all nodes of rules that fail.
template <typename Rule>
struct control : pegtl::normal<Rule> {
    template <pegtl::apply_mode A, pegtl::rewind_mode M, template <typename...> class Action,
              template <typename...> class Control, typename Input>
    [[nodiscard]] static bool match(Input& in, Reading& reading) {
        const std::size_t index = reading.nodes.size();
        if constexpr (requires { Rule::node_kind; }) {
            const std::string_view all(in.current(), in.size());
            const std::size_t gap = gap_length(all);
            // Most clauses tried at a place are not there: their keyword tells before any node is made.
            if constexpr (requires { Rule::opening; }) {
                if (keyword_length(Rule::opening, all.substr(gap)) == 0) return false;
            }
            Node node{Rule::node_kind, 0, reading.offset(in.current() + gap), 0, 1};
            if constexpr (requires { Rule::clause_kind; }) node.detail = static_cast<unsigned char>(Rule::clause_kind);
            reading.nodes.push_back(node);
        }
        if (pegtl::normal<Rule>::template match<A, M, Action, Control>(in, reading)) {
            if constexpr (requires { Rule::node_kind; }) {
                reading.nodes[index].end = reading.offset(in.current());
                reading.nodes[index].size = static_cast<std::uint32_t>(reading.nodes.size() - index);
            }
            return true;
        }
        reading.nodes.resize(index);
        return false;
    }
};

/// A construct that leaves a node with its parts below it.
template <NodeKind Kind, typename... Rules>
struct node : pegtl::seq<Rules...> {
    static constexpr NodeKind node_kind = Kind;
};

template <typename First>
struct opened_by {};

template <typename First>
    requires requires { First::keyword; }
struct opened_by<First> {
    static constexpr Keyword opening = First::keyword;
};

template <syntax::ClauseKind Kind, typename First, typename... Rules>
struct clause : pegtl::seq<First, Rules...>, opened_by<First> {
    static constexpr NodeKind node_kind = NodeKind::clause;
    static constexpr syntax::ClauseKind clause_kind = Kind;
};

/// Base of rules written by hand: `Self::read(rest, reading)` gives the length matched at the start of `rest`, or 0.
template <typename Self, NodeKind Kind>
struct terminal {
    using rule_t = Self;
    using subs_t = pegtl::empty_list;

    template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
              typename Input>
    [[nodiscard]] static bool match(Input& in, Reading& reading) {
        const std::string_view all(in.current(), in.size());
        const std::size_t gap = gap_length(all);
        const std::size_t length = Self::read(all.substr(gap), reading);
        if (length == 0) return false;
        if constexpr (Kind != NodeKind::none) {
            const std::uint32_t begin = reading.offset(in.current() + gap);
            Node node{Kind, 0, begin, begin + static_cast<std::uint32_t>(length), 1};
            if constexpr (requires { Self::keyword; }) node.detail = static_cast<unsigned char>(Self::keyword);
            reading.nodes.push_back(node);
        }
        in.bump(gap + length);
        return true;
    }
};

/// A rule written by hand that calls other rules: `Self::step` gets a function that matches a rule at the place.
template <typename Self>
struct by_hand {
    using rule_t = Self;
    using subs_t = pegtl::empty_list;

    template <pegtl::apply_mode A, pegtl::rewind_mode M, template <typename...> class Action,
              template <typename...> class Control, typename Input>
    [[nodiscard]] static bool match(Input& in, Reading& reading) {
        auto call = [&]<typename Rule>(std::type_identity<Rule>) {
            return Control<Rule>::template match<A, pegtl::rewind_mode::required, Action, Control>(in, reading);
        };
        return Self::step(in, reading, call);
    }
};

/// The rest of the statement after white space and comments.
template <typename Input>
[[nodiscard]] std::string_view rest_of(const Input& in) {
    const std::string_view all(in.current(), in.size());
    return all.substr(gap_length(all));
}

template <typename Input>
[[noreturn]] void stop(const Input& in, const Reading& reading, Code code, bool expected,
                       std::vector<std::string> words = {}) {
    throw Stop{code, reading.offset(rest_of(in).data()), expected, std::move(words)};
}

/// A cut point: what follows must match, or the statement ends here with `code`.
template <Code Wanted, typename... Rules>
struct expect : by_hand<expect<Wanted, Rules...>> {
    template <typename Input, typename Call>
    static bool step(Input& in, Reading& reading, Call call) {
        if (!call(std::type_identity<pegtl::seq<Rules...>>{})) stop(in, reading, Wanted, true);
        return true;
    }
};

template <Keyword K>
struct kw : terminal<kw<K>, NodeKind::keyword> {
    static constexpr Keyword keyword = K;
    static std::size_t read(std::string_view rest, Reading&) { return keyword_length(K, rest); }
};

template <Keyword K>
struct expect_kw : by_hand<expect_kw<K>> {
    template <typename Input, typename Call>
    static bool step(Input& in, Reading& reading, Call call) {
        if (!call(std::type_identity<kw<K>>{})) stop(in, reading, Code::L0131, true, {std::string(spelling_of(K))});
        return true;
    }
};

/// Looks ahead for a keyword without leaving a node.
template <Keyword... K>
struct sees_kw : by_hand<sees_kw<K...>> {
    template <typename Input, typename Call>
    static bool step(Input& in, Reading&, Call) {
        const std::string_view rest = rest_of(in);
        return ((keyword_length(K, rest) != 0) || ...);
    }
};

template <char C>
struct mark : terminal<mark<C>, NodeKind::none> {
    static std::size_t read(std::string_view rest, Reading&) { return rest.starts_with(C) ? 1 : 0; }
};

/// A comma after which the list goes on; `, else assume` ends it.
struct more : terminal<more, NodeKind::none> {
    static std::size_t read(std::string_view rest, Reading&) {
        if (!rest.starts_with(',')) return 0;
        const std::string_view after = rest.substr(1);
        return keyword_length(Keyword::else_, after.substr(gap_length(after))) != 0 ? 0 : 1;
    }
};

struct word : terminal<word, NodeKind::word> {
    static std::size_t read(std::string_view rest, Reading&) {
        const std::string_view name = name_at(rest, 0);
        return is_stop_word(name) ? 0 : name.size();
    }
};

/// Length of a quoted text with its quotation marks, 0 where none starts; one without an end stops the statement.
[[nodiscard]] inline std::size_t quoted_length(std::string_view rest, const Reading& reading) {
    if (!rest.starts_with('"')) return 0;
    for (std::size_t i = 1; i < rest.size(); ++i) {
        if (rest[i] == '\\')
            ++i;
        else if (rest[i] == '"')
            return i + 1;
    }
    throw Stop{Code::L0105, reading.offset(rest.data()), false, {}};
}

struct text : terminal<text, NodeKind::text> {
    static std::size_t read(std::string_view rest, Reading& reading) { return quoted_length(rest, reading); }
};

struct quoted : terminal<quoted, NodeKind::quoted> {
    static std::size_t read(std::string_view rest, Reading& reading) { return quoted_length(rest, reading); }
};

struct code : pegtl::sor<quoted, word> {};

[[nodiscard]] inline std::size_t digits_length(std::string_view rest) {
    std::size_t i = 0;
    while (i < rest.size() && rest[i] >= '0' && rest[i] <= '9') ++i;
    return i;
}

/// Length of `digits [. digits]`, 0 where a longer word stands.
[[nodiscard]] inline std::size_t number_length(std::string_view rest) {
    std::size_t length = digits_length(rest);
    if (length == 0) return 0;
    if (length < rest.size() && rest[length] == '.') {
        const std::size_t decimals = digits_length(rest.substr(length + 1));
        if (decimals != 0) length += 1 + decimals;
    }
    return name_at(rest, 0).size() > length || rest.substr(length).starts_with(':') ? 0 : length;
}

struct number : terminal<number, NodeKind::number> {
    static std::size_t read(std::string_view rest, Reading&) { return number_length(rest); }
};

/// `1/3` or `20 %`
struct share : terminal<share, NodeKind::share> {
    static std::size_t read(std::string_view rest, Reading&) {
        const std::size_t whole = digits_length(rest);
        if (whole != 0 && rest.substr(whole).starts_with('/')) {
            const std::size_t below = digits_length(rest.substr(whole + 1));
            if (below != 0) return whole + 1 + below;
        }
        const std::size_t length = number_length(rest);
        if (length == 0) return 0;
        const std::size_t gap = gap_length(rest.substr(length));
        return rest.substr(length + gap).starts_with('%') ? length + gap + 1 : 0;
    }
};

struct date : terminal<date, NodeKind::date> {
    static std::size_t read(std::string_view rest, Reading&) {
        const std::string_view name = name_at(rest, 0);
        const bool shape = name.size() == 10 && digits_length(name) == 4 && name[4] == '-' &&
                           digits_length(name.substr(5)) == 2 && name[7] == '-' && digits_length(name.substr(8)) == 2;
        return shape ? 10 : 0;
    }
};

struct time : terminal<time, NodeKind::time> {
    static std::size_t read(std::string_view rest, Reading&) {
        const std::size_t hours = digits_length(rest);
        if (hours == 0 || hours > 2 || !rest.substr(hours).starts_with(':')) return 0;
        const std::size_t minutes = digits_length(rest.substr(hours + 1));
        return minutes == 0 ? 0 : hours + 1 + minutes;
    }
};

struct unit : terminal<unit, NodeKind::unit> {
    static std::size_t read(std::string_view rest, Reading&) {
        const KeywordEntry* entry = keyword_at(rest, KeywordRole::unit);
        return entry == nullptr ? 0 : entry->spelling.size();
    }
};

/// A dash that opens its line and is followed by white space.
struct dash : terminal<dash, NodeKind::dash> {
    static std::size_t read(std::string_view rest, Reading& reading) {
        if (!rest.starts_with('-') || gap_length(rest.substr(1)) == 0) return 0;
        return reading.indentation(reading.offset(rest.data())) >= 0 ? 1 : 0;
    }
};

}  // namespace labourlex::parsing
