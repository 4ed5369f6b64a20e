// Single conditions of the law as expressions over the inputs.
#include "engine/exchange/code_expression.hpp"
#include "engine/exchange/model_builder.hpp"
#include "engine/exchange/refusal.hpp"
#include "engine/tables/describe.hpp"

#include <algorithm>

namespace labourlex::exchange {
namespace {

/// Whether the law itself says what the fact is: a parameter that it has fixed. Seasons follow from the day, and the
/// model is used on many days.
const AssumedFactValue* value_by_law(const Version& law, FactIndex fact) {
    if (fact >= law.given.size() || !law.given[fact]) return nullptr;
    return law.vocabulary->facts[fact].role == FactRole::season ? nullptr : &*law.given[fact];
}

Rational greatest_of(const FactDeclaration& declaration) {
    return std::max(declaration.low.sign() < 0 ? -declaration.low : declaration.low,
                    declaration.high.sign() < 0 ? -declaration.high : declaration.high);
}

}  // namespace

/// Conditions on codes and times are decisions of their own, called by what they ask; the others are as short as their
/// names would be.
Expression ModelBuilder::atom(AtomIndex index) {
    const std::string key = "atom " + std::to_string(index);
    if (const auto found = made_.find(key); found != made_.end()) return found->second;
    const Atom& atom = law_.atoms.at(index);
    Expression made;
    switch (atom.kind) {
        case Atom::Kind::choice:
            made = choice(atom);
            break;
        case Atom::Kind::number:
            made = number(atom.form, atom.comparison, label(index), Span{});
            break;
        case Atom::Kind::limit:
            made = limit(atom);
            break;
        case Atom::Kind::overlap:
            made = overlap(atom);
            break;
        case Atom::Kind::stated:
            made = truth(true);  // a complete job states everything
            break;
        case Atom::Kind::code:
        case Atom::Kind::set_includes:
        case Atom::Kind::set_region:
        case Atom::Kind::set_only:
            made = add_value(law_.vocabulary->facts.at(atom.fact).name + ".condition", label(index),
                             Decision::Result::truth, codes(atom));
            break;
    }
    return made_[key] = made;
}

/// Only conditions that no table holds are written this way.
Expression ModelBuilder::condition(const Condition& condition) {
    std::vector<Expression> parts;
    for (const Condition& child : condition.children) parts.push_back(this->condition(child));
    switch (condition.kind) {
        case Condition::Kind::all:
            return all(std::move(parts));
        case Condition::Kind::any:
            return any(std::move(parts));
        case Condition::Kind::negation:
            return negation(std::move(parts.front()));
        case Condition::Kind::atom:
            return atom(condition.atom);
        case Condition::Kind::definition:
            return table(tables_.definitions.at(condition.definition));
    }
    return truth(false);
}

Expression ModelBuilder::choice(const Atom& atom) {
    if (atom.fact < tables_.clock_terms.size() && tables_.clock_terms[atom.fact] != none_index) {
        const Expression holds = table(tables_.clock_terms[atom.fact]);
        if (atom.choices.at(0) == atom.choices.at(1)) return truth(atom.choices[0]);
        return atom.choices[1] ? holds : negation(holds);
    }
    if (const AssumedFactValue* value = value_by_law(law_, atom.fact)) return truth(atom.choices.at(value->choice));
    const FactDeclaration& declaration = law_.vocabulary->facts.at(atom.fact);
    if (declaration.type == FactType::yes_no) {
        if (atom.choices.at(0) == atom.choices.at(1)) return truth(atom.choices[0]);
        return equal(input(atom.fact), truth(atom.choices[1]));
    }
    std::vector<std::string> values;
    for (std::size_t i = 0; i < declaration.choices.size(); ++i) {
        if (atom.choices.at(i)) values.push_back(declaration.choices[i].name);
    }
    if (values.size() == 1) {
        return equal(input(atom.fact), text(values.front()));
    }
    return with_list(Expression::Kind::one_of, {input(atom.fact)}, std::move(values));
}

Expression ModelBuilder::codes(const Atom& atom) {
    const Taxonomy& taxonomy = law_.vocabulary->taxonomy_of(atom.fact);
    const auto below_named = [&](CodeIndex code) {
        return code != no_code && std::any_of(atom.codes.begin(), atom.codes.end(),
                                              [&](CodeIndex named) { return taxonomy.at_or_below(code, named); });
    };
    switch (atom.kind) {
        case Atom::Kind::code: {
            if (const AssumedFactValue* value = value_by_law(law_, atom.fact)) return truth(below_named(value->code));
            return at_or_below(taxonomy, input(atom.fact), atom.codes);
        }
        case Atom::Kind::set_includes:
            return with_list(Expression::Kind::includes, {input(atom.fact)}, codes_where(taxonomy, below_named));
        case Atom::Kind::set_region:
            return with_list(Expression::Kind::includes, {input(atom.fact)}, codes_where(taxonomy, [&](CodeIndex code) {
                                 return atom.choices.at(region_among(taxonomy, atom.codes, code));
                             }));
        default:
            return all(
                {with_parts(Expression::Kind::not_empty, {input(atom.fact)}),
                 with_list(Expression::Kind::holds_only, {input(atom.fact)}, codes_where(taxonomy, below_named))});
    }
}

/// A sum in which the length of the shift stands is compared only where the times are given.
Expression ModelBuilder::number(const LinearForm& form, Comparison comparison, const std::string& what, Span span,
                                const std::optional<NumberTerm>& also) {
    std::vector<NumberTerm> terms;
    Rational constant = form.constant;
    bool of_shift = false;
    for (const LinearTerm& term : form.terms) {
        NumberTerm made;
        made.factor = term.factor;
        if (term.fact == shift_length) {
            if (!has_times()) return truth(false);
            // In minutes, which are whole.
            of_shift = true;
            made.value = with_parts(Expression::Kind::difference, {shift_ends(), shift_begins()});
            made.factor = term.factor / Rational(60);
            made.whole = true;
            made.greatest = minutes_of_day;
        } else if (const AssumedFactValue* value = value_by_law(law_, term.fact);
                   value != nullptr && term.whole_fact == no_fact) {
            constant = constant + term.factor * value->number;
            continue;
        } else {
            const FactDeclaration& declaration = law_.vocabulary->facts.at(term.fact);
            made.value = input(term.fact);
            made.whole = declaration.whole;
            made.greatest = greatest_of(declaration);
        }
        if (term.whole_fact != no_fact) {
            made.times = input(term.whole_fact);
            made.greatest_times = greatest_of(law_.vocabulary->facts.at(term.whole_fact));
        }
        terms.push_back(std::move(made));
    }
    if (also) terms.push_back(*also);
    std::optional<Expression> made;
    try {
        made = compared_with_zero(terms, constant, comparison);
    } catch (const ArithmeticOverflow&) {
        made = std::nullopt;
    }
    if (!made) throw Refusal{what, say(ExchangeWord::no_sum), say(ExchangeWord::no_sum_remedy), span};
    return of_shift ? all({times_given(), std::move(*made)}) : std::move(*made);
}

/// Row by row: the row gives the value, and the sum compares with it. `none` is above every number.
Expression ModelBuilder::limit(const Atom& atom) {
    std::vector<Expression> ways;
    const auto& texts = law_.limits.at(atom.limit);
    for (std::size_t text = 0; text < texts.size(); ++text) {
        for (std::size_t row = 0; row < texts[text].rows.size(); ++row) {
            const LimitCell& cell = texts[text].rows[row].cell;
            const Expression gives_value = table(tables_.limit_rows.at(atom.limit).at(text).at(row));
            LinearForm form = atom.form;
            std::optional<NumberTerm> figure;
            if (cell.kind == LimitCell::Kind::none) {
                const bool below = atom.comparison == Comparison::under || atom.comparison == Comparison::at_most;
                if (below) ways.push_back(gives_value);
                continue;
            }
            if (cell.kind == LimitCell::Kind::number) {
                form.constant = form.constant - atom.factor * cell.low;
            } else {
                figure.emplace();
                figure->value = open_figure(atom.limit, text, row);
                figure->factor = -atom.factor;
                figure->greatest = model_.inputs.back().high;
                for (const Input& input : model_.inputs) {
                    if (input.name == figure->value.text) figure->greatest = input.high;
                }
            }
            ways.push_back(all({gives_value, number(form, atom.comparison, texts[text].name, cell.span, figure)}));
        }
    }
    if (ways.empty()) return truth(false);
    const std::string& limit = texts.front().name;
    return add_value(limit + ".condition",
                     say(ExchangeWord::column, {subject(law_, atom), condition_text(law_, atom, false)}),
                     Decision::Result::truth, any(std::move(ways)));
}

/// The shift and the window lie on one line of time; the window comes a day before, on the day and a day after, as a
/// shift lasts a day at most.
Expression ModelBuilder::overlap(const Atom& atom) {
    const int length = (atom.window_to - atom.window_from + minutes_of_day) % minutes_of_day;
    const int whole_length = length == 0 ? minutes_of_day : length;
    const bool has_term = atom.term != no_fact && atom.term < law_.clock_terms.size() && law_.clock_terms[atom.term];
    Expression made = has_term ? equal(stated_term(atom.term), truth(true)) : truth(false);
    if (has_times()) {
        std::vector<Expression> windows;
        for (const int day : {-1, 0, 1}) {
            const int from = atom.window_from + day * minutes_of_day;
            const int to = from + whole_length;
            if (to <= 0) continue;
            windows.push_back(all({compared(shift_begins(), Comparison::under, exchange::number(to)),
                                   compared(shift_ends(), Comparison::over, exchange::number(from))}));
        }
        made = chosen(times_given(), any(std::move(windows)), std::move(made));
    }
    return add_value("works." + time_of_day_text(atom.window_from) + "-" + time_of_day_text(atom.window_to),
                     say(ExchangeWord::column, {subject(law_, atom), condition_text(law_, atom, false)}),
                     Decision::Result::truth, made);
}

bool ModelBuilder::has_times() const {
    return law_.shift_start != no_fact && law_.shift_end != no_fact;
}

Expression ModelBuilder::times_given() {
    if (const auto found = made_.find("times given"); found != made_.end()) return found->second;
    if (!has_times()) return truth(false);
    const auto given = [&](FactIndex time) { return negation(with_parts(Expression::Kind::absent, {input(time)})); };
    Expression both = all({given(law_.shift_start), given(law_.shift_end)});
    return made_["times given"] =
               add_value("times-given", say(ExchangeWord::times_given), Decision::Result::truth, std::move(both));
}

Expression ModelBuilder::shift_begins() {
    if (const auto found = made_.find("shift begins"); found != made_.end()) return found->second;
    Expression minutes = with_parts(Expression::Kind::minutes, {input(law_.shift_start)});
    Expression value = chosen(times_given(), std::move(minutes), exchange::number(0));
    return made_["shift begins"] =
               add_value("shift-begins", say(ExchangeWord::shift_begins), Decision::Result::number, std::move(value));
}

/// An end that is not after the start is on the next day.
Expression ModelBuilder::shift_ends() {
    if (const auto found = made_.find("shift ends"); found != made_.end()) return found->second;
    const Expression minutes = with_parts(Expression::Kind::minutes, {input(law_.shift_end)});
    Expression next_day = with_parts(Expression::Kind::sum, {minutes, exchange::number(minutes_of_day)});
    Expression end = chosen(compared(minutes, Comparison::over, shift_begins()), minutes, std::move(next_day));
    Expression value = chosen(times_given(), std::move(end), exchange::number(0));
    return made_["shift ends"] =
               add_value("shift-ends", say(ExchangeWord::shift_ends), Decision::Result::number, std::move(value));
}

std::string ModelBuilder::label(AtomIndex index) const {
    const Atom& atom = law_.atoms.at(index);
    return say(ExchangeWord::column, {subject(law_, atom), condition_text(law_, atom, false)});
}

}  // namespace labourlex::exchange
