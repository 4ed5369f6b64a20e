#include "dsl-grammar/clause_table.hpp"

#include "dsl-grammar/keywords.hpp"
#include "dsl-grammar/phrases.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace labourlex {

namespace {

using C = syntax::ClauseKind;
using S = syntax::StatementKind;
using Rules = std::vector<ClauseRule>;

constexpr auto optional = Occurrence::optional;
constexpr auto required = Occurrence::required;
constexpr auto any_number = Occurrence::any_number;
constexpr auto at_least_once = Occurrence::at_least_once;

/// `per` and what goes with it, between what stands before and after in the order of writing.
Rules with_provenance(Rules before, Occurrence citation, const Rules& after) {
    const Rules provenance{{C::per, citation}, {C::row, any_number}, {C::evidence, optional}, {C::note, any_number},
                           {C::in_force, optional}};
    before.insert(before.end(), provenance.begin(), provenance.end());
    before.insert(before.end(), after.begin(), after.end());
    return before;
}

Rules make_rules(S kind) {
    switch (kind) {
        case S::jurisdiction: return {{C::within_law, optional}};
        case S::use: return {};
        case S::class_: return {{C::role, optional}, {C::default_class, optional}};
        case S::taxonomy: return {{C::exhaustive_from, required, 1}, {C::nodes, required, 1}};
        case S::fact:
            return {{C::yes_or_no, required, 1},    {C::whole_number, required, 1}, {C::number_of, required, 1},
                    {C::choice, required, 1},       {C::one_code, required, 1},     {C::set_of_codes, required, 1},
                    {C::time_of_day, required, 1},  {C::asks, required},            {C::absent_ask, required, 2},
                    {C::absent_assume, required, 2}, {C::absent_ask_when, required, 2}, {C::clock, optional}, {C::judgement, optional},
                    {C::kept_in_strict, optional},  {C::linked_to, optional}, {C::note, any_number}};
        case S::instrument:
            return {{C::regulating, required, 1}, {C::forbids_only, required, 1}, {C::number, optional},
                    {C::adopted, optional},       {C::in_force, optional},        {C::reaches, optional},
                    {C::evidence, required},      {C::note, any_number},          {C::row, any_number}};
        case S::applies:
            return {{C::in_force, required}, {C::per, required}, {C::row, any_number}, {C::evidence, optional},
                    {C::note, any_number}};
        case S::rule: return with_provenance({}, required, {{C::when, required}, {C::then, required}});
        case S::exception:
            return with_provenance({{C::to, required}}, required,
                                   {{C::when, required}, {C::then, required}, {C::requires_, optional}});
        case S::exemption: return with_provenance({{C::from_norms, required}}, required, {{C::when, required}});
        case S::list:
            return with_provenance({{C::exception_to, optional}}, required,
                                   {{C::when, optional}, {C::then, required}, {C::requires_, optional}});
        case S::section: return {{C::in_list, optional}, {C::note, any_number}, {C::when, optional}};
        case S::item:
            return with_provenance({{C::in_list, optional}}, optional, {{C::when, required}, {C::then, optional}});
        case S::limit:
            return with_provenance({{C::for_term, required}}, required, {{C::by, required}, {C::table, required}});
        case S::define:
            return with_provenance({{C::for_term, optional}}, optional, {{C::when, required, 1}, {C::table, required, 1}});
        case S::requirement:
            return with_provenance({}, required, {{C::when, required}, {C::needs, required}, {C::strength, required}});
        case S::duty: return with_provenance({}, required, {{C::when, required}});
        case S::unseen:
            return with_provenance({{C::in_list, optional}}, required,
                                   {{C::strength, required, 1}, {C::blocking_when, required, 1}, {C::when, required},
                                    {C::could_be, required, 2}, {C::could_lift, required, 2}});
        case S::unseen_law:
            return {{C::per, required}, {C::row, any_number}, {C::evidence, optional}, {C::note, any_number},
                    {C::in_force, required}, {C::reaches, required}};
        case S::question:
            return {{C::asks, required}, {C::alternative, at_least_once}, {C::taken_as, optional}, {C::row, any_number},
                    {C::note, any_number}};
        case S::parameter:
            return {{C::yes_or_no, required, 1}, {C::whole_number, required, 1}, {C::number_of, required, 1},
                    {C::choice, required, 1},    {C::asks, required},            {C::taken_as, optional},
                    {C::row, any_number},        {C::note, any_number}};
        case S::fixed_parameter:
            return {{C::fixed_as, required}, {C::per, required}, {C::row, any_number}, {C::evidence, optional},
                    {C::note, any_number}};
        case S::ratification:
            return {{C::setting, any_number}, {C::row, any_number}, {C::evidence, optional}, {C::note, any_number}};
        case S::season:
            return {{C::season_days, required}, {C::per, optional}, {C::row, any_number}, {C::evidence, optional},
                    {C::note, any_number}};
        case S::derived:
            return {{C::number_of, required}, {C::sum_of, required, 1}, {C::maximum_of, required, 1},
                    {C::note, any_number}};
        case S::impossible: return {{C::note, any_number}, {C::when, required}};
        case S::amendment:
            return {{C::in_force, required}, {C::per, required}, {C::row, any_number}, {C::evidence, optional},
                    {C::note, any_number}};
        case S::insert:
        case S::replace: return {};
        case S::repeal: return {{C::row, any_number}, {C::note, any_number}};
        case S::rebase: return {{C::per, required}, {C::row, any_number}, {C::note, any_number}};
    }
    return {};
}

constexpr std::size_t statement_kinds = static_cast<std::size_t>(S::rebase) + 1;

const std::array<Rules, statement_kinds>& all_rules() {
    static const std::array<Rules, statement_kinds> rules = [] {
        std::array<Rules, statement_kinds> result;
        for (std::size_t i = 0; i < statement_kinds; ++i) result[i] = make_rules(static_cast<S>(i));
        return result;
    }();
    return rules;
}

Keyword opening_of(C kind) {
    switch (kind) {
        case C::per: return Keyword::per;
        case C::row: return Keyword::row;
        case C::evidence: return Keyword::evidence;
        case C::in_force: return Keyword::in_force;
        case C::when: return Keyword::when;
        case C::then: return Keyword::then;
        case C::needs: return Keyword::needs;
        case C::requires_: return Keyword::requires_;
        case C::strength: return Keyword::noted;
        case C::blocking_when: return Keyword::blocking;
        case C::note: return Keyword::note;
        case C::to: return Keyword::to;
        case C::from_norms: return Keyword::from;
        case C::exception_to: return Keyword::is_exception_to;
        case C::in_list: return Keyword::in;
        case C::could_be: return Keyword::could_be;
        case C::could_lift: return Keyword::could_lift;
        case C::regulating: return Keyword::regulating;
        case C::forbids_only: return Keyword::forbids_only;
        case C::number: return Keyword::number;
        case C::adopted: return Keyword::adopted;
        case C::reaches: return Keyword::reaches;
        case C::for_term: return Keyword::for_;
        case C::by: return Keyword::by;
        case C::table: return Keyword::otherwise;
        case C::alternative: return Keyword::alternative;
        case C::taken_as: return Keyword::taken_as;
        case C::fixed_as: return Keyword::is;
        case C::setting: return Keyword::parameter;
        case C::within_law: return Keyword::within;
        case C::season_days: return Keyword::from;
        case C::sum_of: return Keyword::sum_of;
        case C::maximum_of: return Keyword::maximum_of;
        case C::linked_to: return Keyword::linked_to;
        case C::yes_or_no: return Keyword::yes_or_no;
        case C::whole_number: return Keyword::whole_number_of;
        case C::number_of: return Keyword::number_of;
        case C::choice: return Keyword::one_of;
        case C::one_code: return Keyword::one_code_of;
        case C::set_of_codes: return Keyword::set_of_codes_of;
        case C::time_of_day: return Keyword::time_of_day;
        case C::asks: return Keyword::asks;
        case C::absent_ask: return Keyword::absent_ask;
        case C::absent_assume: return Keyword::absent_assume;
        case C::absent_ask_when: return Keyword::absent_ask;
        case C::judgement: return Keyword::judgement;
        case C::kept_in_strict: return Keyword::kept_in_strict;
        case C::clock: return Keyword::clock_term;
        case C::exhaustive_from: return Keyword::exhaustive_from;
        case C::nodes: return Keyword::taxonomy;
        case C::role: return Keyword::lawful;
        case C::default_class: return Keyword::default_;
    }
    return Keyword::per;
}

/// What stands for a clause in a message about a missing one: its keyword, or those of the group it belongs to.
std::string wanted(S statement, const ClauseRule& rule) {
    if (statement == S::requirement && rule.kind == C::strength) return "constitutive | formal | noted";
    if (rule.group == 0) return std::string(spelling_of(rule.kind));
    std::string result;
    for (const ClauseRule& other : clauses_of(statement)) {
        if (other.group != rule.group) continue;
        if (!result.empty()) result += " | ";
        result += other.kind == C::strength ? "blocking | noted" : spelling_of(other.kind);
    }
    return result;
}

std::string as_written(const syntax::Clause& clause) {
    return clause.keyword.empty() ? std::string(spelling_of(clause.kind)) : clause.keyword.text;
}

const syntax::Clause* first_of(const syntax::Statement& statement, C kind) {
    const auto found = std::find_if(statement.clauses.begin(), statement.clauses.end(),
                                    [&](const syntax::Clause& clause) { return clause.kind == kind; });
    return found == statement.clauses.end() ? nullptr : &*found;
}

Span opening_of(const syntax::Clause& clause) { return clause.keyword.empty() ? clause.span : clause.keyword.span; }

bool may_repeat(Occurrence occurrence) {
    return occurrence == Occurrence::any_number || occurrence == Occurrence::at_least_once;
}

/// Reports the clauses that stand where they may not; returns whether there were none.
bool check_present(const syntax::Statement& statement, Diagnostics& diagnostics) {
    const auto rules = clauses_of(statement.kind);
    bool well = true;
    auto report = [&](Code code, const syntax::Clause& clause, std::vector<std::string> words) -> Diagnostic& {
        well = false;
        Diagnostic& diagnostic = diagnostics.report(code, opening_of(clause), std::move(words));
        diagnostic.norm = description_of(statement);
        return diagnostic;
    };
    for (std::size_t i = 0; i < statement.clauses.size(); ++i) {
        const syntax::Clause& clause = statement.clauses[i];
        const auto rule =
            std::find_if(rules.begin(), rules.end(), [&](const ClauseRule& r) { return r.kind == clause.kind; });
        // A period stands by itself in `applies` and behind `in force` everywhere else.
        const bool bare_period = clause.kind == C::in_force && clause.keyword.text != spelling_of(Keyword::from) &&
                                 clause.keyword.text != spelling_of(Keyword::until) &&
                                 clause.keyword.text != spelling_of(Keyword::to);
        const bool period_misplaced =
            clause.kind == C::in_force && bare_period == (statement.kind == S::applies);
        if (rule == rules.end() || period_misplaced) {
            report(Code::L0111, clause, {as_written(clause), description_of(statement), clause_list_of(statement.kind)});
            continue;
        }
        for (std::size_t j = 0; j < i; ++j) {
            const syntax::Clause& earlier = statement.clauses[j];
            const auto other =
                std::find_if(rules.begin(), rules.end(), [&](const ClauseRule& r) { return r.kind == earlier.kind; });
            if (other == rules.end()) continue;
            if (earlier.kind == clause.kind && !may_repeat(rule->occurrence)) {
                report(Code::L0112, clause, {as_written(clause), description_of(statement)})
                    .related.push_back({opening_of(earlier), phrase(Phrase::stands_here_first, {as_written(earlier)})});
                break;
            }
            if (earlier.kind != clause.kind && rule->group != 0 && rule->group == other->group) {
                report(Code::L0114, clause, {as_written(earlier), as_written(clause)})
                    .related.push_back({opening_of(earlier), phrase(Phrase::stands_here_first, {as_written(earlier)})});
                break;
            }
        }
    }
    return well;
}

/// Reports the clauses that are not there; returns whether none was missed.
bool check_absent(const syntax::Statement& statement, Diagnostics& diagnostics) {
    const auto rules = clauses_of(statement.kind);
    const Span place = statement.name.empty() ? statement.keyword.span : statement.name.span;
    bool well = true;
    unsigned reported_groups = 0;
    auto report = [&](Code code, const std::string& clause) {
        well = false;
        diagnostics.report(code, place, {clause, description_of(statement)}).norm = description_of(statement);
    };
    for (const ClauseRule& rule : rules) {
        Occurrence occurrence = rule.occurrence;
        // A definition by a clock table belongs to a term and cites its source; one by a condition does neither.
        if (statement.kind == S::define && first_of(statement, C::table) != nullptr &&
            (rule.kind == C::for_term || rule.kind == C::per)) {
            occurrence = Occurrence::required;
        }
        if (occurrence != Occurrence::required && occurrence != Occurrence::at_least_once) continue;
        const bool present = std::any_of(rules.begin(), rules.end(), [&](const ClauseRule& other) {
            const bool serves = other.kind == rule.kind || (rule.group != 0 && other.group == rule.group);
            return serves && first_of(statement, other.kind) != nullptr;
        });
        if (present) continue;
        if (rule.group != 0) {
            if ((reported_groups >> rule.group & 1U) != 0) continue;
            reported_groups |= 1U << rule.group;
        }
        report(rule.kind == C::per ? Code::L0115 : Code::L0113, wanted(statement.kind, rule));
    }
    return well;
}

bool can_be_changed(S kind) {
    switch (kind) {
        case S::rule: case S::exception: case S::exemption: case S::list: case S::section: case S::item: case S::limit: case S::define:
        case S::requirement: case S::duty: case S::unseen: case S::unseen_law: case S::question: return true;
        default: return false;
    }
}

/// `in LIST` tells where an inserted item or section goes; one that stands in its list needs none.
bool check_place(const syntax::Statement& statement, bool changed, Diagnostics& diagnostics) {
    if (statement.kind != S::item && statement.kind != S::section) return true;
    const syntax::Clause* place = first_of(statement, C::in_list);
    if ((place != nullptr) == changed) return true;
    const Span span = place != nullptr ? opening_of(*place) : statement.name.span;
    Diagnostic& diagnostic =
        diagnostics.report(place != nullptr ? Code::L0111 : Code::L0113, span,
                           {std::string(spelling_of(C::in_list)), description_of(statement), clause_list_of(statement.kind)});
    diagnostic.norm = description_of(statement);
    return false;
}

bool check(const syntax::Statement& statement, bool changed, bool check_missing, Diagnostics& diagnostics) {
    bool well = check_present(statement, diagnostics);
    if (check_missing) {
        well = check_absent(statement, diagnostics) && well;
        well = check_place(statement, changed, diagnostics) && well;
    }
    return well;
}

}  // namespace

std::span<const ClauseRule> clauses_of(syntax::StatementKind kind) { return all_rules()[static_cast<std::size_t>(kind)]; }

std::string_view spelling_of(syntax::ClauseKind kind) {
    if (kind == C::table) return "| ... |";
    if (kind == C::setting) return "PARAMETER VALUE";
    if (kind == C::nodes) return "CODE \"title\"";
    if (kind == C::blocking_when) return "blocking when";
    if (kind == C::absent_ask_when) return "absent ask when";
    return spelling_of(opening_of(kind));
}

std::string_view spelling_of(syntax::StatementKind kind) {
    switch (kind) {
#define LABOURLEX_STATEMENT(name) \
    case S::name: return spelling_of(Keyword::name);
        LABOURLEX_STATEMENT(jurisdiction)
        LABOURLEX_STATEMENT(use)
        LABOURLEX_STATEMENT(class_)
        LABOURLEX_STATEMENT(fact)
        LABOURLEX_STATEMENT(taxonomy)
        LABOURLEX_STATEMENT(instrument)
        LABOURLEX_STATEMENT(rule)
        LABOURLEX_STATEMENT(exception)
        LABOURLEX_STATEMENT(exemption)
        LABOURLEX_STATEMENT(list)
        LABOURLEX_STATEMENT(section)
        LABOURLEX_STATEMENT(item)
        LABOURLEX_STATEMENT(limit)
        LABOURLEX_STATEMENT(define)
        LABOURLEX_STATEMENT(requirement)
        LABOURLEX_STATEMENT(duty)
        LABOURLEX_STATEMENT(unseen)
        LABOURLEX_STATEMENT(unseen_law)
        LABOURLEX_STATEMENT(question)
        LABOURLEX_STATEMENT(parameter)
        LABOURLEX_STATEMENT(ratification)
        LABOURLEX_STATEMENT(season)
        LABOURLEX_STATEMENT(derived)
        LABOURLEX_STATEMENT(impossible)
        LABOURLEX_STATEMENT(applies)
        LABOURLEX_STATEMENT(amendment)
        LABOURLEX_STATEMENT(insert)
        LABOURLEX_STATEMENT(replace)
        LABOURLEX_STATEMENT(repeal)
        LABOURLEX_STATEMENT(rebase)
#undef LABOURLEX_STATEMENT
        case S::fixed_parameter: return spelling_of(Keyword::parameter);
    }
    return {};
}

std::string description_of(const syntax::Statement& statement) {
    std::string result(spelling_of(statement.kind));
    if (!statement.name.empty()) result += " " + statement.name.text;
    return result;
}

std::string clause_list_of(syntax::StatementKind kind) {
    std::string result;
    for (const ClauseRule& rule : clauses_of(kind)) {
        if (!result.empty()) result += ", ";
        if (rule.kind == C::strength) {
            result += kind == S::requirement ? "`constitutive`, `formal`, `noted`" : "`blocking`, `noted`";
        } else if (rule.kind == C::role) {
            result += "`lawful`, `breach`";
        } else {
            result += "`" + std::string(spelling_of(rule.kind)) + "`";
        }
    }
    return result;
}

bool check_clauses(const syntax::Statement& statement, bool check_missing, Diagnostics& diagnostics) {
    if (statement.kind != S::insert && statement.kind != S::replace) {
        return check(statement, false, check_missing, diagnostics);
    }
    const syntax::Statement& body = statement.body.front();
    if (!can_be_changed(body.kind)) {
        diagnostics.report(Code::L0116, body.keyword.span,
                           {std::string(spelling_of(body.kind)), std::string(spelling_of(statement.kind))});
        return false;
    }
    return check(body, true, check_missing, diagnostics);
}

}  // namespace labourlex
