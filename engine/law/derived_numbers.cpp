// Numbers that follow from others: sums and maxima of facts, seasons of the year, one quantity in two units.
//
// A sum is a linear form, so a comparison with it is a comparison like any other. A maximum is over a number when one of
// its members is, and under it when all are: it becomes a list of comparisons (quantities.cpp). A linked fact is the
// other fact times a constant.

#include "engine/law/declarations.hpp"
#include "engine/law/names.hpp"
#include "engine/law/provenance.hpp"

#include <algorithm>
#include <array>

namespace labourlex {

namespace {

using syntax::Clause;
using syntax::ClauseKind;
using syntax::Statement;
using syntax::StatementKind;

constexpr std::array<std::string_view, 12> months{"january", "february", "march",     "april",   "may",      "june",
                                                  "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> weekdays{"sunday",   "monday", "tuesday", "wednesday",
                                                   "thursday", "friday", "saturday"};
constexpr std::array<std::string_view, 5> ordinals{"last", "first", "second", "third", "fourth"};
constexpr std::array<unsigned, 12> days_every_year{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

template <std::size_t Size>
std::optional<unsigned> place_in(const std::array<std::string_view, Size>& names, const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<unsigned>(found - names.begin());
}

std::optional<YearDay> read_day(Compilation& compilation, const syntax::YearDay& written) {
    YearDay day;
    const auto month = place_in(months, written.month.text);
    bool sound = month.has_value();
    if (month) day.month = *month + 1;
    if (written.weekday.empty()) {
        const auto number = Rational::parse_decimal(written.number.text);
        sound = sound && number && number->is_whole() && *number >= Rational(1) &&
                *number <= Rational(static_cast<std::int64_t>(days_every_year[*month]));
        if (sound) day.day = static_cast<unsigned>(number->numerator());
    } else {
        const auto which = place_in(ordinals, written.number.text);
        const auto weekday = place_in(weekdays, written.weekday.text);
        sound = sound && which && weekday;
        day.day = 0;
        if (sound) {
            day.which = *which;
            day.weekday = *weekday;
        }
    }
    if (sound) return day;
    compilation.report(Code::L0237, written.span, {std::string(compilation.sources.slice(written.span))});
    return std::nullopt;
}

/// The form of one member in the unit of the derived number; nothing with a report where it does not fit.
std::optional<LinearTerm> member(Compilation& compilation, const syntax::Word& word, const std::string& unit,
                                 const std::string& name) {
    const auto found = find_fact(compilation, word);
    if (!found) return std::nullopt;
    const FactDeclaration& fact = compilation.vocabulary.facts[*found];
    const auto factor = fact.type == FactType::number ? conversion(fact.unit, unit) : std::nullopt;
    if (!factor) {
        compilation.report(Code::L0253, word.span, {word.text, name});
        return std::nullopt;
    }
    if (fact.linked_to == no_fact) return LinearTerm{*found, *factor, no_fact};
    return LinearTerm{fact.linked_to, *factor / fact.linked_factor, no_fact};
}

void declare(Compilation& compilation, const Placed& placed) {
    const Statement& statement = *placed.statement;
    if (name_taken(compilation, statement.name)) return;
    Compilation::Derived derived;
    derived.span = statement.name.span;
    derived.statement = &statement;
    derived.own = !placed.of_pack;
    const Clause* unit = find_clause(statement, ClauseKind::number_of);
    const Clause* sum = find_clause(statement, ClauseKind::sum_of);
    const Clause* parts = sum != nullptr ? sum : find_clause(statement, ClauseKind::maximum_of);
    if (unit == nullptr || unit->words.empty() || parts == nullptr) return;
    derived.unit = unit->words.front().text;
    bool sound = true;
    if (sum != nullptr) derived.forms.emplace_back();
    for (const syntax::Word& word : parts->words) {
        const auto term = member(compilation, word, derived.unit, statement.name.text);
        if (!term) {
            sound = false;
            continue;
        }
        if (sum == nullptr) derived.forms.emplace_back();
        std::vector<LinearTerm>& terms = derived.forms.back().terms;
        const auto same = std::find_if(terms.begin(), terms.end(),
                                       [&](const LinearTerm& other) { return other.fact == term->fact; });
        if (same == terms.end()) {
            terms.push_back(*term);
        } else {
            same->factor = same->factor + term->factor;
        }
    }
    if (!sound) derived.forms.clear();
    if (sound && sum != nullptr) {
        compilation.book.derived.push_back(
            {statement.name.text, statement.title.text, derived.unit, derived.forms.front()});
    }
    compilation.derived.emplace(statement.name.text, std::move(derived));
}

}  // namespace

void declare_derived(Compilation& compilation) {
    for (const Placed& placed : compilation.statements) {
        if (placed.statement->kind != StatementKind::derived) continue;
        compilation.enter(*placed.statement);
        declare(compilation, placed);
    }
}

void declare_season(Compilation& compilation, const Placed& placed) {
    const Statement& statement = *placed.statement;
    if (name_taken(compilation, statement.name)) return;
    FactDeclaration fact;
    fact.name = statement.name.text;
    fact.title = statement.title.text;
    fact.role = FactRole::season;
    fact.type = FactType::yes_no;
    fact.choices = {{"no", {}, statement.name.span}, {"yes", {}, statement.name.span}};
    fact.span = statement.name.span;
    EnactedSeason enacted;
    const Clause* period = find_clause(statement, ClauseKind::season_days);
    std::optional<YearDay> first;
    std::optional<YearDay> last;
    if (period != nullptr && period->days.size() == 2) {
        first = read_day(compilation, period->days[0]);
        last = read_day(compilation, period->days[1]);
        const Span days{period->span.source, period->days[0].span.begin, period->days[1].span.end};
        enacted.season.days = std::string(compilation.sources.slice(days));
    }
    enacted.season.notes = read_notes(statement);
    enacted.season.fact = compilation.add_fact(std::move(fact), !first || !last);
    if (!first || !last) return;
    enacted.first = *first;
    enacted.last = *last;
    compilation.book.seasons.push_back(std::move(enacted));
}

void link_facts(Compilation& compilation) {
    auto& facts = compilation.vocabulary.facts;
    const auto broken = [&](const Clause& clause, const FactDeclaration& fact) {
        compilation.report(Code::L0252, clause.words.front().span, {fact.name, clause.words.front().text});
    };
    for (const Placed& placed : compilation.statements) {
        const Statement& statement = *placed.statement;
        const Clause* clause = find_clause(statement, ClauseKind::linked_to);
        if (statement.kind != StatementKind::fact || clause == nullptr) continue;
        compilation.enter(statement);
        const auto own = compilation.facts.find(statement.name.text);
        if (own == compilation.facts.end() || compilation.fact_broken(own->second)) continue;
        const auto other = find_fact(compilation, clause->words.front());
        if (!other) continue;
        FactDeclaration& fact = facts[own->second];
        const FactDeclaration& target = facts[*other];
        const bool numbers = fact.type == FactType::number && target.type == FactType::number;
        const auto factor = numbers ? conversion(fact.unit, target.unit) : std::nullopt;
        if (!factor || fact.unit.empty() || target.unit.empty() || *other == own->second ||
            target.role != FactRole::fact) {
            broken(*clause, fact);
            continue;
        }
        fact.linked_to = *other;
        fact.linked_factor = *factor;
    }
    // A fact linked to one that is linked itself belongs to the last of them; a circle has none.
    for (FactDeclaration& fact : facts) {
        for (std::size_t steps = 0; fact.linked_to != no_fact && facts[fact.linked_to].linked_to != no_fact; ++steps) {
            if (steps == facts.size()) {
                compilation.report(Code::L0252, fact.span, {fact.name, facts[fact.linked_to].name});
                fact.linked_to = no_fact;
                break;
            }
            fact.linked_factor = fact.linked_factor * facts[fact.linked_to].linked_factor;
            fact.linked_to = facts[fact.linked_to].linked_to;
        }
    }
}

}  // namespace labourlex
