#include "engine/law/conditions.hpp"

#include "engine/law/names.hpp"

#include <algorithm>

namespace labourlex {

Condition always() { return {}; }

Condition never() {
    Condition condition;
    condition.kind = Condition::Kind::any;
    return condition;
}

Condition condition_of(AtomIndex atom, Span span) {
    Condition condition;
    condition.kind = Condition::Kind::atom;
    condition.atom = atom;
    condition.span = span;
    return condition;
}

Condition all_of(std::vector<Condition> parts, Span span) {
    std::erase_if(parts, [](const Condition& part) { return part.always(); });
    if (parts.size() == 1) return std::move(parts.front());
    Condition condition;
    condition.kind = Condition::Kind::all;
    condition.children = std::move(parts);
    condition.span = span;
    return condition;
}

Condition any_of(std::vector<Condition> parts, Span span) {
    std::erase_if(parts, [](const Condition& part) { return part.never(); });
    if (parts.size() == 1) return std::move(parts.front());
    Condition condition;
    condition.kind = Condition::Kind::any;
    condition.children = std::move(parts);
    condition.span = span;
    return condition;
}

Condition negation_of(Condition part, Span span) {
    if (part.always()) return never();
    if (part.never()) return always();
    Condition condition;
    condition.kind = Condition::Kind::negation;
    condition.children.push_back(std::move(part));
    condition.span = span;
    return condition;
}

Condition choice_condition(Compilation& compilation, FactIndex fact, const std::vector<std::size_t>& values, Span span) {
    Atom atom;
    atom.kind = Atom::Kind::choice;
    atom.fact = fact;
    atom.choices.assign(compilation.vocabulary.facts[fact].choices.size(), false);
    for (const std::size_t value : values) atom.choices[value] = true;
    return condition_of(compilation.atoms.intern(std::move(atom)), span);
}

Condition number_condition(Compilation& compilation, FactIndex fact, Comparison comparison, const Rational& constant,
                           Span span) {
    Atom atom;
    atom.kind = Atom::Kind::number;
    const FactDeclaration& declaration = compilation.vocabulary.facts[fact];
    const bool linked = declaration.linked_to != no_fact;
    atom.form.terms.push_back({linked ? declaration.linked_to : fact, Rational(1), no_fact});
    atom.form.constant = linked ? -(constant * declaration.linked_factor) : -constant;
    atom.comparison = comparison;
    return condition_of(compilation.atoms.intern(std::move(atom)), span);
}

Condition overlap_condition(Compilation& compilation, int from, int to, FactIndex term, Span span) {
    Atom atom;
    atom.kind = Atom::Kind::overlap;
    atom.window_from = from;
    atom.window_to = to;
    atom.term = term;
    return condition_of(compilation.atoms.intern(std::move(atom)), span);
}

std::vector<FactIndex> facts_of(const Atom& atom, FactIndex shift_start, FactIndex shift_end) {
    std::vector<FactIndex> facts;
    const auto add = [&facts](FactIndex fact) {
        if (fact != no_fact) facts.push_back(fact);
    };
    switch (atom.kind) {
        case Atom::Kind::choice:
        case Atom::Kind::code:
        case Atom::Kind::set_includes:
        case Atom::Kind::set_region:
        case Atom::Kind::set_only:
        case Atom::Kind::stated: add(atom.fact); break;
        case Atom::Kind::number:
        case Atom::Kind::limit:
            for (const LinearTerm& term : atom.form.terms) {
                if (term.fact == shift_length) {
                    add(shift_start);
                    add(shift_end);
                } else {
                    add(term.fact);
                }
                add(term.whole_fact);
            }
            break;
        case Atom::Kind::overlap:
            add(shift_start);
            add(shift_end);
            break;
    }
    return facts;
}

namespace {

/// Builds one condition; the place is the same throughout.
class Builder {
public:
    Builder(Compilation& compilation, ConditionPlace place) : compilation_(compilation), place_(place) {}

    Condition build(const syntax::Condition& written) {
        using Kind = syntax::Condition::Kind;
        switch (written.kind) {
            case Kind::all_of: return all_of(children_of(written), written.span);
            case Kind::any_of: return any_of(children_of(written), written.span);
            case Kind::none_of: return negation_of(any_of(children_of(written), written.span), written.span);
            case Kind::negation: {
                if (written.children.empty()) return always();
                return negation_of(build(written.children.front()), written.span);
            }
            case Kind::name: return name(written);
            case Kind::comparison:
                return build_comparison(compilation_, written.left, written.relation, written.right, written.span, place_);
            case Kind::between: return between(written);
            case Kind::equals:
            case Kind::one_of: return choice(written);
            case Kind::stated: return stated(written);
            case Kind::within: return within(written);
            case Kind::includes: return set(written, Atom::Kind::set_includes, false);
            case Kind::includes_none: return set(written, Atom::Kind::set_includes, true);
            case Kind::only: return set(written, Atom::Kind::set_only, false);
            case Kind::overlaps: return overlaps(written);
        }
        return always();
    }

private:
    std::vector<Condition> children_of(const syntax::Condition& written) {
        std::vector<Condition> children;
        children.reserve(written.children.size());
        for (const syntax::Condition& child : written.children) children.push_back(build(child));
        return children;
    }

    Condition name(const syntax::Condition& written) {
        const std::string& word = written.name.text;
        if (const auto found = compilation_.definitions.find(word); found != compilation_.definitions.end()) {
            const DefinitionIndex index = found->second;
            compilation_.used_definitions[index] = true;
            if (compilation_.stated_definitions[index] && !place_.may_ask_stated) {
                compilation_.report(Code::L0231, written.name.span, {word});
            }
            Condition condition;
            condition.kind = Condition::Kind::definition;
            condition.definition = index;
            condition.span = written.span;
            return condition;
        }
        const auto found = compilation_.facts.find(word);
        if (found == compilation_.facts.end()) {
            if (compilation_.broken_names.count(word) != 0) return always();
            if (compilation_.limits.count(word) != 0 || compilation_.derived.count(word) != 0) {
                compilation_.report(Code::L0220, written.name.span, {word});
            } else {
                compilation_.report_unknown(Code::L0201, written.name, condition_names(compilation_));
            }
            return always();
        }
        compilation_.use(found->second);
        if (compilation_.fact_broken(found->second)) return always();
        if (compilation_.vocabulary.facts[found->second].type != FactType::yes_no) {
            compilation_.report(Code::L0220, written.name.span, {word});
            return always();
        }
        return choice_condition(compilation_, found->second, {1}, written.span);
    }

    Condition between(const syntax::Condition& written) {
        syntax::Quantity low = written.right;
        syntax::Quantity high = written.high;
        // `from 14 to 15 years`: the unit stands once and belongs to both.
        if (low.unit.empty()) low.unit = high.unit;
        if (high.unit.empty()) high.unit = low.unit;
        const auto first = Rational::parse_decimal(low.number.text);
        const auto last = Rational::parse_decimal(high.number.text);
        if (first && last && low.unit.text == high.unit.text && *first > *last) {
            compilation_.report(Code::L0236, written.span, {low.number.text, high.number.text});
            return always();
        }
        std::vector<Condition> ends;
        ends.push_back(build_comparison(compilation_, written.left, syntax::Relation::at_least, low, written.span, place_));
        // A mistake on the left would only be said a second time.
        if (ends.front().kind == Condition::Kind::atom) {
            ends.push_back(
                build_comparison(compilation_, written.left, syntax::Relation::at_most, high, written.span, place_));
        }
        return all_of(std::move(ends), written.span);
    }

    Condition choice(const syntax::Condition& written) {
        const auto fact = find_fact(compilation_, written.name);
        if (!fact) return always();
        const FactType type = compilation_.vocabulary.facts[*fact].type;
        if (type != FactType::choice && type != FactType::yes_no) {
            compilation_.report(Code::L0222, written.name.span, {written.name.text});
            return always();
        }
        std::vector<std::size_t> values;
        for (const syntax::Word& word : written.values) {
            if (const auto value = find_choice(compilation_, *fact, word)) values.push_back(*value);
        }
        if (values.empty()) return always();
        return choice_condition(compilation_, *fact, values, written.span);
    }

    Condition stated(const syntax::Condition& written) {
        if (!place_.may_ask_stated) {
            compilation_.report(Code::L0231, written.span, {written.name.text});
            return always();
        }
        const auto fact = find_fact(compilation_, written.name);
        if (!fact) return always();
        Atom atom;
        atom.kind = Atom::Kind::stated;
        const FactIndex linked = compilation_.vocabulary.facts[*fact].linked_to;
        atom.fact = linked == no_fact ? *fact : linked;
        return condition_of(compilation_.atoms.intern(std::move(atom)), written.span);
    }

    /// Codes of one taxonomy, in order, each once; no duplicates below one of the others either way of writing.
    std::vector<CodeIndex> codes(TaxonomyIndex taxonomy, const std::vector<syntax::Word>& words) {
        std::vector<CodeIndex> found;
        for (const syntax::Word& word : words) {
            if (const auto code = find_code(compilation_, taxonomy, word)) found.push_back(*code);
        }
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

    Condition within(const syntax::Condition& written) {
        const auto fact = find_fact(compilation_, written.name);
        const auto taxonomy = find_taxonomy(compilation_, written.taxonomy);
        if (!fact || !taxonomy) return always();
        const FactDeclaration& declaration = compilation_.vocabulary.facts[*fact];
        if (declaration.type != FactType::code) {
            compilation_.report(Code::L0223, written.name.span, {written.name.text});
            return always();
        }
        if (declaration.taxonomy != *taxonomy) {
            compilation_.report(Code::L0225, written.taxonomy.span,
                                {written.name.text, compilation_.vocabulary.taxonomies[declaration.taxonomy].name(),
                                 written.taxonomy.text});
            return always();
        }
        Atom atom;
        atom.kind = Atom::Kind::code;
        atom.fact = *fact;
        atom.codes = codes(*taxonomy, written.values);
        return condition_of(compilation_.atoms.intern(std::move(atom)), written.span);
    }

    Condition set(const syntax::Condition& written, Atom::Kind kind, bool negated) {
        const auto fact = find_fact(compilation_, written.name);
        if (!fact) return always();
        const FactDeclaration& declaration = compilation_.vocabulary.facts[*fact];
        if (declaration.type != FactType::code_set) {
            compilation_.report(Code::L0224, written.name.span, {written.name.text});
            return always();
        }
        Atom atom;
        atom.kind = kind;
        atom.fact = *fact;
        atom.codes = codes(declaration.taxonomy, written.values);
        Condition condition = condition_of(compilation_.atoms.intern(std::move(atom)), written.span);
        return negated ? negation_of(std::move(condition), written.span) : condition;
    }

    Condition overlaps(const syntax::Condition& written) {
        if (compilation_.book.shift_start == no_fact || compilation_.book.shift_end == no_fact) {
            if (compilation_.complete) compilation_.report(Code::L0235, written.span);
            compilation_.unresolved = true;
            return always();
        }
        if (written.values.size() < 2) return always();
        const auto from = parse_time_of_day(written.values[0].text);
        const auto to = parse_time_of_day(written.values[1].text, true);
        if (!from) compilation_.report(Code::L0234, written.values[0].span, {written.values[0].text});
        if (!to) compilation_.report(Code::L0234, written.values[1].span, {written.values[1].text});
        if (!from || !to) return always();
        compilation_.use(compilation_.book.shift_start);
        compilation_.use(compilation_.book.shift_end);
        return overlap_condition(compilation_, *from, *to % minutes_of_day, no_fact, written.span);
    }

    Compilation& compilation_;
    ConditionPlace place_;
};

}  // namespace

Condition build_condition(Compilation& compilation, const syntax::Condition& written, ConditionPlace place) {
    return Builder(compilation, place).build(written);
}

Condition build_clause(Compilation& compilation, const syntax::Clause* clause, ConditionPlace place) {
    if (clause == nullptr || clause->condition.empty()) return always();
    return build_condition(compilation, clause->condition.front(), place);
}

}  // namespace labourlex
