#include "tests/oracle/law_formulas.hpp"

#include <algorithm>
#include <functional>

namespace labourlex::oracle {

namespace {

bool speaks_of_shift_length(const LinearForm& form) {
    return std::any_of(form.terms.begin(), form.terms.end(),
                       [](const LinearTerm& term) { return term.fact == shift_length; });
}

}  // namespace

LawFormulas::LawFormulas(JobVariables& variables, std::size_t side)
    : variables_(variables), side_(side), law_(variables.law(side)) {
    norms_.resize(law_.norms.size());
    for (NormIndex norm = 0; norm < law_.norms.size(); ++norm) {
        read(norm);
    }
    read_outcomes();
    std::vector<z3::expr> never;
    for (const Impossible& impossible : law_.impossible) {
        never.push_back(holds(impossible.when));
    }
    possible_ = !any(never);
}

// ---- conditions -----------------------------------------------------------------------------------------------------

z3::expr LawFormulas::holds(const Condition& condition, const Alone* alone) {
    switch (condition.kind) {
        case Condition::Kind::negation:
            return !holds(condition.children.at(0), alone);
        case Condition::Kind::atom:
            return atom(condition.atom, alone);
        case Condition::Kind::definition: {
            const Condition& meant = law_.definitions.at(condition.definition).when;
            if (alone != nullptr) {
                return holds(meant, alone);
            }
            const auto known = definitions_.find(condition.definition);
            return known != definitions_.end() ? known->second
                                               : definitions_.emplace(condition.definition, holds(meant)).first->second;
        }
        case Condition::Kind::all:
        case Condition::Kind::any:
            break;
    }
    std::vector<z3::expr> children;
    for (const Condition& child : condition.children) {
        children.push_back(holds(child, alone));
    }
    return condition.kind == Condition::Kind::all ? all(children) : any(children);
}

z3::expr LawFormulas::atom(AtomIndex index, const Alone* alone) {
    const Atom& atom = law_.atoms.at(index);
    if (alone != nullptr && atom.fact == alone->fact) {
        return set(atom, alone);
    }
    if (const auto known = atoms_.find(index); known != atoms_.end()) {
        return known->second;
    }
    const auto make = [&]() -> z3::expr {
        switch (atom.kind) {
            case Atom::Kind::choice:
                return choice(atom);
            case Atom::Kind::code:
                return code(atom);
            case Atom::Kind::set_includes:
            case Atom::Kind::set_region:
            case Atom::Kind::set_only:
                return set(atom, nullptr);
            case Atom::Kind::number:
                if (speaks_of_shift_length(atom.form) && law_.shift_start == no_fact) {
                    return no();
                }
                return compared(sum(atom.form), atom.comparison, variables_.rational(0));
            case Atom::Kind::limit:
                return limit(atom);
            case Atom::Kind::overlap:
                return overlap(atom.window_from, atom.window_to);
            case Atom::Kind::stated:
                return yes();  // a complete job states everything
        }
        return no();
    };
    return atoms_.emplace(index, make().simplify()).first->second;
}

// "With a table, [the] value [of a clock term is] computed." "A pack's fixed value wins." A season follows from a date
// that is left open: two days are not told apart by their time of year.
z3::expr LawFormulas::choice(const Atom& atom) {
    const FactIndex fact = atom.fact;
    if (fact < law_.clock_terms.size() && law_.clock_terms[fact]) {
        const z3::expr term = holds(*law_.clock_terms[fact]);
        return (atom.choices.at(1) && term) || (atom.choices.at(0) && !term);
    }
    const FactVariable* variable = variables_.fact(side_, fact);
    if (variable == nullptr) {
        return variables_.context().bool_val(atom.choices.at(law_.given[fact]->choice));
    }
    std::vector<z3::expr> allowed;
    for (std::size_t value = 0; value < atom.choices.size(); ++value) {
        if (atom.choices[value]) {
            allowed.push_back(variable->parts.at(value));
        }
    }
    return any(allowed);
}

// "A condition on a code holds for all below it."
z3::expr LawFormulas::code(const Atom& atom) {
    const Taxonomy& taxonomy = law_.vocabulary->taxonomy_of(atom.fact);
    const CodeTree& tree = variables_.tree(law_, atom.fact);
    const FactVariable* variable = variables_.fact(side_, atom.fact);
    std::vector<z3::expr> below;
    for (const CodeIndex index : atom.codes) {
        if (variable == nullptr) {
            const CodeIndex given = law_.given[atom.fact]->code;
            below.push_back(variables_.context().bool_val(given != no_code && taxonomy.at_or_below(given, index)));
            continue;
        }
        const CodeTree::Range range = tree.below(taxonomy.node(index).code);
        below.push_back(*variable->whole_value >= range.first && *variable->whole_value < range.last);
    }
    return any(below);
}

// "Sets: conditions are `include`, `only` (not empty, and every code in it named or below a named one), `none of`."
// A region of some codes is what lies at or below one of them and below none deeper of them; the last holds the rest.
z3::expr LawFormulas::set(const Atom& atom, const Alone* alone) {
    const Taxonomy& taxonomy = law_.vocabulary->taxonomy_of(atom.fact);
    const CodeTree& tree = variables_.tree(law_, atom.fact);
    const FactVariable* variable = variables_.fact(side_, atom.fact);
    std::vector<CodeTree::Range> named;
    for (const CodeIndex code : atom.codes) {
        named.push_back(tree.below(taxonomy.node(code).code));
    }
    // By value of the tree, and last what it does not name: whether the atom looks for it.
    std::vector<bool> wanted;
    for (int value = 0; value <= tree.values(); ++value) {
        std::optional<std::size_t> deepest;
        for (std::size_t i = 0; i < named.size(); ++i) {
            if (named[i].first <= value && value < named[i].last &&
                (!deepest || taxonomy.at_or_below(atom.codes[i], atom.codes[*deepest]))) {
                deepest = i;
            }
        }
        wanted.push_back(atom.kind == Atom::Kind::set_region ? atom.choices.at(deepest.value_or(named.size()))
                                                             : deepest.has_value());
    }
    if (alone != nullptr) {
        return variables_.context().bool_val(wanted.at(static_cast<std::size_t>(alone->value)));
    }
    if (variable == nullptr) {
        return no();  // given by the law: nothing is in it
    }
    std::vector<z3::expr> inside;
    std::vector<z3::expr> outside;
    for (std::size_t value = 0; value < variable->parts.size(); ++value) {
        (wanted[value] ? inside : outside).push_back(variable->parts[value]);
    }
    if (variable->unnamed) {
        (wanted.back() ? inside : outside).push_back(*variable->unnamed);
    }
    return atom.kind == Atom::Kind::set_only ? any(inside) && !any(outside) : any(inside);
}

// "A cell is a number, `none` (greater than every number), `not allowed` (as 0) [...] Each open cell is one unknown
// number, shared by all comparisons with it." The first row whose condition holds gives the value; where no text of the
// limit is in force and reaches, the comparison is false.
z3::expr LawFormulas::limit(const Atom& atom) {
    if (speaks_of_shift_length(atom.form) && law_.shift_start == no_fact) {
        return no();
    }
    const z3::expr left = sum(atom.form);
    const auto& texts = law_.limits.at(atom.limit);
    std::vector<z3::expr> cases;
    for (std::size_t text = 0; text < texts.size(); ++text) {
        std::vector<z3::expr> read{holds(texts[text].in_force), holds(texts[text].reaches)};
        for (std::size_t row = 0; row < texts[text].rows.size(); ++row) {
            const z3::expr here = holds(texts[text].rows[row].when);
            const LimitCell& cell = texts[text].rows[row].cell;
            z3::expr is = no();
            switch (cell.kind) {
                case LimitCell::Kind::none:
                    is = variables_.context().bool_val(atom.comparison == Comparison::under ||
                                                       atom.comparison == Comparison::at_most);
                    break;
                case LimitCell::Kind::number:
                    is = compared(left, atom.comparison, variables_.rational(atom.factor * cell.low));
                    break;
                case LimitCell::Kind::open:
                    is =
                        compared(left, atom.comparison,
                                 variables_.rational(atom.factor) * variables_.open_cell(side_, atom.limit, text, row));
                    break;
            }
            cases.push_back(all(read) && here && is);
            read.push_back(!here);
        }
    }
    return any(cases);
}

// "A shift is [start, end), an end not after the start is the next day; equal times are 24 hours."
std::pair<z3::expr, z3::expr> LawFormulas::shift() {
    const z3::expr start = *variables_.fact(side_, law_.shift_start)->whole_value;
    const z3::expr end = *variables_.fact(side_, law_.shift_end)->whole_value;
    return {start, z3::ite(end > start, end - start, end - start + minutes_of_day)};
}

// "Touching a window is not working in it." The window lies on the day of the start, the day before and the day after.
z3::expr LawFormulas::overlap(int from, int to) {
    if (law_.shift_start == no_fact) {
        return no();
    }
    const auto [start, length] = shift();
    const int until = to > from ? to : to + minutes_of_day;
    std::vector<z3::expr> days;
    for (const int day : {-minutes_of_day, 0, minutes_of_day}) {
        days.push_back(start < until + day && start + length > from + day);
    }
    return any(days);
}

z3::expr LawFormulas::length_of_shift() {
    return z3::to_real(shift().second) / 60;
}

z3::expr LawFormulas::value(FactIndex fact) {
    if (fact == shift_length) {
        return length_of_shift();
    }
    const FactVariable* variable = variables_.fact(side_, fact);
    return variable == nullptr ? variables_.rational(law_.given[fact]->number) : *variable->value;
}

z3::expr LawFormulas::times(const z3::expr& whole, const std::pair<Rational, Rational>& bounds, const z3::expr& value) {
    const auto& [low, high] = bounds;
    z3::expr product = variables_.rational(low.ceiling()) * value;
    for (std::int64_t number = low.ceiling() + 1; number <= high.floor(); ++number) {
        product = z3::ite(whole == variables_.rational(number), variables_.rational(number) * value, product);
    }
    return product;
}

// "Only sums with coefficient 1, products by constants": and, in constraints, days times hours, by cases of the days.
z3::expr LawFormulas::sum(const LinearForm& form) {
    z3::expr result = variables_.rational(form.constant);
    for (const LinearTerm& term : form.terms) {
        z3::expr each = value(term.fact);
        if (term.whole_fact != no_fact) {
            each = times(value(term.whole_fact), variables_.fact(side_, term.whole_fact)->bounds, each);
        }
        result = result + variables_.rational(term.factor) * each;
    }
    return result;
}

z3::expr LawFormulas::compared(const z3::expr& left, Comparison comparison, const z3::expr& right) {
    switch (comparison) {
        case Comparison::under:
            return left < right;
        case Comparison::over:
            return left > right;
        case Comparison::at_least:
            return left >= right;
        case Comparison::at_most:
            return left <= right;
    }
    return no();
}

// ---- norms ----------------------------------------------------------------------------------------------------------

// "Every norm, not only a rule, speaks only where its instrument reaches and while it and its instrument are in force."
// An unseen part that blocks under a condition, read once from the job: of a complete job a condition like any other.
z3::expr LawFormulas::speaks(const Norm& norm) {
    std::vector<z3::expr> where{holds(norm.in_force), holds(norm.reaches), holds(norm.shared),
                                norm.permitted_list ? permits(norm) : holds(norm.when)};
    if (norm.blocking_when) {
        where.push_back(holds(*norm.blocking_when));
    }
    return all(where);
}

// "A permitted list [...] holds when every stated task falls under some item (the item's condition holds with it as the
// only task) or, no task being stated, some item fits occupation and sector."
z3::expr LawFormulas::permits(const Norm& list) {
    const auto some_item = [&](const Alone* alone) {
        std::vector<z3::expr> items;
        for (const NormIndex index : list.permits) {
            const Norm& item = law_.norms.at(index);
            items.push_back(holds(item.in_force) && holds(item.reaches) && holds(item.shared, alone) &&
                            holds(item.when, alone));
        }
        return any(items);
    };
    const FactVariable* variable = list.permitted_set == no_fact ? nullptr : variables_.fact(side_, list.permitted_set);
    if (variable == nullptr) {
        return some_item(nullptr);
    }
    std::vector<z3::expr> each_fits;
    std::vector<z3::expr> present = variable->parts;
    if (variable->unnamed) {
        present.push_back(*variable->unnamed);
    }
    for (std::size_t value = 0; value < present.size(); ++value) {
        const Alone alone{list.permitted_set, static_cast<int>(value)};
        each_fits.push_back(z3::implies(present[value], some_item(&alone)));
    }
    return (any(present) && all(each_fits)) || (!any(present) && some_item(nullptr));
}

// "The class of a norm is its own if no exception to it holds, else the gravest among those that hold, each computed
// the same way." "`then does not apply` removes the parent." An exemption removes its parent as well, before any
// exception is read: that it removes is all that can be seen of the order.
void LawFormulas::read(NormIndex index) {
    if (norms_[index]) {
        return;
    }
    const Norm& norm = law_.norms[index];
    const std::size_t classes = law_.classes.size();
    std::vector<z3::expr> removing;
    std::vector<std::vector<z3::expr>> replacing(classes);
    for (const NormIndex exception : norm.exceptions) {
        if (law_.norms.at(exception).kind != NormKind::exception) {
            continue;  // "`could lift NORM to CLASS` is an unseen exception, always noted"
        }
        read(exception);
        removing.push_back(norms_[exception]->removes);
        for (std::size_t cls = 0; cls < classes; ++cls) {
            replacing[cls].push_back(norms_[exception]->gives[cls]);
        }
    }
    const z3::expr removed = any(removing);

    z3::expr acts = speaks(norm);
    z3::expr applies = acts && !removed;
    std::optional<std::size_t> own;  // the class it gives by itself
    bool gives = true;
    switch (norm.kind) {
        case NormKind::rule:
        case NormKind::item:
            own = norm.cls;
            break;
        case NormKind::exception:
            // "Inside an exception (`requires`) a broken requirement means that the exception does not hold."
            if (norm.needs && norm.strength != Strength::noted) {
                acts = acts && holds(*norm.needs);
                applies = applies && holds(*norm.needs);
            }
            if (!norm.does_not_apply) {
                own = norm.cls;
            }
            break;
        case NormKind::requirement:
            // "Broken: constitutive and formal give the breach class (on their own), noted leaves the class."
            own = law_.breach_class();
            gives = own && norm.needs && norm.strength != Strength::noted;
            if (gives) {
                acts = acts && !holds(*norm.needs);
            }
            break;
        case NormKind::unseen:
            // "It is blocking where a source names the branch, task or hazard": it may be so or not. Noted: "the class
            // stands".
            gives = !norm.could_lift && (norm.blocking || norm.blocking_when);
            own = norm.cls;
            if (gives) {
                acts = acts && variables_.unseen(side_, index);
            }
            break;
        case NormKind::duty:
        case NormKind::permission:
            gives = false;
            break;
    }
    NormFormulas made{std::vector<z3::expr>(classes, no()), no(), applies.simplify()};
    if (gives) {
        acts = acts && !removed;
        std::vector<z3::expr> some_class;
        for (std::size_t cls = 0; cls < classes; ++cls) {
            some_class.push_back(any(replacing[cls]));
        }
        const z3::expr by_itself = acts && !any(some_class);
        for (std::size_t cls = 0; cls < classes; ++cls) {
            const std::vector<z3::expr> graver(some_class.begin() + static_cast<std::ptrdiff_t>(cls) + 1,
                                               some_class.end());
            z3::expr given = acts && some_class[cls] && !any(graver);
            if (own == cls) {
                given = given || by_itself;
            }
            made.gives[cls] = given.simplify();
        }
        if (norm.kind == NormKind::exception && norm.does_not_apply) {
            made.removes = by_itself.simplify();
        }
    }
    norms_[index] = std::move(made);
}

// "The outcome of a job: the gravest unlawful class that a rule gives; if none, and some regulating instrument in force
// reaches the job, the gravest lawful class given, else `permitted`; otherwise `out-of-scope`."
void LawFormulas::read_outcomes() {
    const std::size_t classes = law_.classes.size();
    std::vector<z3::expr> given;
    for (std::size_t cls = 0; cls < classes; ++cls) {
        std::vector<z3::expr> by;
        for (NormIndex norm = 0; norm < law_.norms.size(); ++norm) {
            if (law_.norms[norm].kind != NormKind::exception) {
                by.push_back(norms_[norm]->gives[cls]);
            }
        }
        given.push_back(any(by));
    }
    std::vector<z3::expr> reaching;
    for (const Instrument& instrument : law_.instruments) {
        if (instrument.regulating) {
            reaching.push_back(holds(instrument.in_force) && holds(instrument.reaches));
        }
    }
    const z3::expr regulated = any(reaching);
    std::vector<z3::expr> unlawful;
    for (std::size_t cls = 0; cls < classes; ++cls) {
        if (!law_.classes[cls].lawful()) {
            unlawful.push_back(given[cls]);
        }
    }
    const z3::expr lawful = !any(unlawful);
    for (std::size_t cls = 0; cls < classes; ++cls) {
        std::vector<z3::expr> graver;
        for (std::size_t other = cls + 1; other < classes; ++other) {
            if (law_.classes[other].lawful() == law_.classes[cls].lawful()) {
                graver.push_back(given[other]);
            }
        }
        const z3::expr gravest = given[cls] && !any(graver);
        z3::expr is = law_.classes[cls].lawful() ? lawful && regulated && gravest : gravest;
        if (cls == law_.default_class()) {
            std::vector<z3::expr> other_lawful;
            for (std::size_t other = 0; other < classes; ++other) {
                if (law_.classes[other].lawful()) {
                    other_lawful.push_back(given[other]);
                }
            }
            is = is || (lawful && regulated && !any(other_lawful));
        }
        outcomes_.push_back(is.simplify());
    }
    outcomes_.push_back(lawful && !regulated);

    // "`unseen law from D to D` (with `reaches`) covers a time whose law exists but is not, or hardly, encoded: where
    // it reaches, every class at least as grave as the encoded law's is possible, and out-of-scope is not."
    for (std::size_t law = 0; law < law_.unseen_laws.size(); ++law) {
        const z3::expr reached = holds(law_.unseen_laws[law].in_force) && holds(law_.unseen_laws[law].reaches);
        const std::vector<z3::expr>& says = variables_.unseen_law(side_, law);
        std::vector<z3::expr> after;
        for (std::size_t outcome = 0; outcome <= classes; ++outcome) {
            std::vector<z3::expr> ways{!reached && outcomes_[outcome]};
            for (std::size_t before = 0; before <= classes && outcome < classes; ++before) {
                const std::size_t at_least = before == classes ? law_.default_class() : before;
                for (std::size_t said = 0; said < classes; ++said) {
                    if (std::max(at_least, said) == outcome) {
                        ways.push_back(reached && outcomes_[before] && says[said]);
                    }
                }
            }
            after.push_back(any(ways));
        }
        outcomes_ = std::move(after);
    }
}

}  // namespace labourlex::oracle
