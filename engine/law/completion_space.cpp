#include "engine/law/completion_space.hpp"

#include "engine/law/reference_reading.hpp"

#include <algorithm>
#include <map>

namespace labourlex::reference {

namespace {

bool computed_term(const Version& version, FactIndex fact) {
    return fact < version.clock_terms.size() && version.clock_terms[fact].has_value();
}

void collect_sources(const Version& version, const LinearForm& form, std::set<Source>& sources) {
    for (const LinearTerm& term : form.terms) {
        sources.insert(term.fact == shift_length ? Source{Source::Kind::shift, 0, 0}
                                                 : Source{Source::Kind::fact, term.fact, 0});
        if (term.whole_fact != no_fact) {
            sources.insert({Source::Kind::fact, term.whole_fact, 0});
        }
    }
    (void)version;
}

void collect_sources(const Version& version, LimitIndex index, std::set<Source>& sources) {
    const auto& texts = version.limits.at(index);
    for (std::uint32_t text = 0; text < texts.size(); ++text) {
        collect_sources(version, texts[text].in_force, sources);
        collect_sources(version, texts[text].reaches, sources);
        for (const Limit::Row& row : texts[text].rows) {
            collect_sources(version, row.when, sources);
            if (row.cell.kind == LimitCell::Kind::open) {
                sources.insert({Source::Kind::open_cell, index, text});
            }
        }
    }
}

bool speaks_of_shift_length(const Version& version, const Condition& condition) {
    if (condition.kind == Condition::Kind::atom) {
        const auto& terms = version.atoms.at(condition.atom).form.terms;
        return std::any_of(terms.begin(), terms.end(),
                           [](const LinearTerm& term) { return term.fact == shift_length; });
    }
    if (condition.kind == Condition::Kind::definition) {
        return speaks_of_shift_length(version, version.definitions.at(condition.definition).when);
    }
    return std::any_of(condition.children.begin(), condition.children.end(),
                       [&](const Condition& child) { return speaks_of_shift_length(version, child); });
}

/// The codes of a taxonomy that the law, or what the job says of the fact, mentions.
std::set<CodeIndex> mentioned_codes(const Situation& situation, FactIndex fact) {
    std::set<CodeIndex> mentioned;
    for (const Atom& atom : situation.version->atoms) {
        if (atom.fact == fact) {
            mentioned.insert(atom.codes.begin(), atom.codes.end());
        }
    }
    return mentioned;
}

/// Two codes with the same nearest mentioned code above them (or none) satisfy the same conditions.
CodeIndex nearest_mentioned(const Taxonomy& taxonomy, const std::set<CodeIndex>& mentioned, CodeIndex code) {
    while (code != no_code && mentioned.count(code) == 0) {
        code = taxonomy.node(code).parent;
    }
    return code;
}

/// One code for each region: by the region's mentioned code (no_code: the region below none), a code that stands in it.
/// In an exhaustive tree only leaves exist; in an open one an inner code is its unnamed "other".
std::map<CodeIndex, CodeIndex> regions(const Taxonomy& taxonomy, const std::set<CodeIndex>& mentioned,
                                       const std::function<bool(CodeIndex)>& allowed) {
    std::map<CodeIndex, CodeIndex> representatives;
    for (CodeIndex code = 0; code < taxonomy.size(); ++code) {
        const bool exists = !taxonomy.exhaustive() || taxonomy.node(code).children.empty();
        if (exists && allowed(code)) {
            representatives.emplace(nearest_mentioned(taxonomy, mentioned, code), code);
        }
    }
    return representatives;
}

void put(std::vector<CodeIndex>& set, CodeIndex code, bool present) {
    const auto found = std::find(set.begin(), set.end(), code);
    if (present && found == set.end()) {
        set.push_back(code);
    } else if (!present && found != set.end()) {
        set.erase(found);
    }
}

class SpaceBuilder {
public:
    SpaceBuilder(const Situation& situation, std::size_t budget)
        : situation_(situation), version_(*situation.version), budget_(budget) {}

    CompletionSpace build() {
        make_base();
        add_constraints();
        add_number_variables(situation_, budget_, space_);
        add_stated_terms();
        for (FactIndex fact = 0; fact < situation_.facts.size(); ++fact) {
            add_fact(fact);
        }
        add_unseen();
        return std::move(space_);
    }

private:
    void make_base() {
        Completion& base = space_.base;
        base.facts.resize(situation_.facts.size());
        for (FactIndex fact = 0; fact < situation_.facts.size(); ++fact) {
            const FactSituation& known = situation_.facts[fact];
            FactValue& value = base.facts[fact];
            const auto choice = std::find(known.choices.begin(), known.choices.end(), true);
            value.choice = choice == known.choices.end() ? 0 : static_cast<std::size_t>(choice - known.choices.begin());
            value.number = known.numbers.empty() ? Rational(0) : known.numbers.front().low;
            value.code = known.codes.empty() ? no_code : known.codes.front();
            value.set = known.set.has;
        }
        base.start = situation_.shift.start;
        base.end = situation_.shift.end;
        base.unseen.assign(version_.norms.size(), false);
        base.unseen_laws.assign(version_.unseen_laws.size(), none_index);
        for (const auto& texts : version_.limits) {
            base.open_cells.emplace_back();
            for (const Limit& limit : texts) {
                base.open_cells.back().emplace_back();
                for (const Limit::Row& row : limit.rows) {
                    base.open_cells.back().back().push_back(row.cell.low);
                }
            }
        }
    }

    // "Constraints tie facts together. They are [...] respected by every analysis." One about the length of the shift
    // counts only where there are times.
    void add_constraints() {
        for (const Impossible& impossible : version_.impossible) {
            if (situation_.shift.kind == ShiftSituation::Kind::fixed &&
                speaks_of_shift_length(version_, impossible.when)) {
                continue;
            }
            Constraint constraint;
            reference::collect_sources(version_, impossible.when, constraint.sources);
            constraint.satisfied = [this_situation = &situation_,
                                    when = &impossible.when](const Completion& completion) {
                return !holds(*this_situation, *when, completion);
            };
            space_.constraints.push_back(std::move(constraint));
        }
    }

    // "A stated `night_work` without times restricts the times to those that fit it under that law": the times only. Where
    // no times (and numbers tied to them) give the term the stated value, the law's table cannot say it, and they stand.
    void add_stated_terms() {
        const Source shift{Source::Kind::shift, 0, 0};
        const auto times =
            std::find_if(space_.variables.begin(), space_.variables.end(),
                         [&](const FreeVariable& variable) { return variable.sources.count(shift) != 0; });
        if (situation_.shift.kind != ShiftSituation::Kind::free || times == space_.variables.end()) {
            return;
        }
        std::vector<Constraint> tied;
        for (const Constraint& constraint : space_.constraints) {
            if (std::all_of(constraint.sources.begin(), constraint.sources.end(), [&](const Source& source) {
                    return times->sources.count(source) != 0 || !is_free(situation_, source);
                })) {
                tied.push_back(constraint);
            }
        }
        for (const auto& [term, value] : situation_.shift.stated_terms) {
            if (!computed_term(version_, term)) {
                continue;
            }
            const Condition& condition = *version_.clock_terms[term];
            Constraint constraint;
            constraint.sources = times->sources;
            reference::collect_sources(version_, condition, constraint.sources);
            constraint.satisfied = [this_situation = &situation_, when = &condition, wanted = value, tied,
                                    values = times->values](const Completion& completion) {
                if (holds(*this_situation, *when, completion) == wanted) {
                    return true;
                }
                return std::none_of(values.begin(), values.end(), [&](const auto& put) {
                    Completion other = completion;
                    put(other);
                    return holds(*this_situation, *when, other) == wanted &&
                           std::all_of(tied.begin(), tied.end(),
                                       [&](const Constraint& each) { return each.satisfied(other); });
                });
            };
            space_.constraints.push_back(std::move(constraint));
        }
    }

    void add_fact(FactIndex fact) {
        if (situation_.facts[fact].fixed || computed_term(version_, fact)) {
            return;
        }
        switch (version_.vocabulary->facts[fact].type) {
            case FactType::yes_no:
            case FactType::choice:
                add_choice(fact);
                break;
            case FactType::code:
                add_code(fact);
                break;
            case FactType::code_set:
                add_set(fact);
                break;
            case FactType::number:
            case FactType::time_of_day:
                break;
        }
    }

    /// One value for each pattern of answers to the atoms about the fact.
    void add_choice(FactIndex fact) {
        FreeVariable variable{{{Source::Kind::fact, fact, 0}}, {}};
        std::set<std::vector<bool>> seen;
        const auto& possible = situation_.facts[fact].choices;
        for (std::size_t choice = 0; choice < possible.size(); ++choice) {
            if (!possible[choice]) {
                continue;
            }
            std::vector<bool> answers;
            for (const Atom& atom : version_.atoms) {
                if (atom.kind == Atom::Kind::choice && atom.fact == fact) {
                    answers.push_back(atom.choices.at(choice));
                }
            }
            if (seen.insert(answers).second) {
                variable.values.push_back(
                    [fact, choice](Completion& completion) { completion.facts[fact].choice = choice; });
            }
        }
        space_.variables.push_back(std::move(variable));
    }

    void add_code(FactIndex fact) {
        const FactSituation& known = situation_.facts[fact];
        const Taxonomy& taxonomy = version_.vocabulary->taxonomy_of(fact);
        const std::set<CodeIndex> mentioned = mentioned_codes(situation_, fact);
        auto representatives = regions(taxonomy, mentioned, [&](CodeIndex code) {
            return std::any_of(known.codes.begin(), known.codes.end(),
                               [&](CodeIndex stated) { return taxonomy.at_or_below(code, stated); });
        });
        if (known.unnamed_code) {
            representatives[no_code] = no_code;
        }
        FreeVariable variable{{{Source::Kind::fact, fact, 0}}, {}};
        for (const auto& [region, code] : representatives) {
            variable.values.push_back(
                [fact, code = code](Completion& completion) { completion.facts[fact].code = code; });
        }
        space_.variables.push_back(std::move(variable));
    }

    // "In `has` [an inner code] means at least one below it, in `not` none below it." Each region of the tree that is
    // not ruled out is a variable of its own: something of it is in the set, or nothing is.
    void add_set(FactIndex fact) {
        const FactSituation& known = situation_.facts[fact];
        if (known.set.listed && (!known.freed || (known.origin == Origin::stated && known.set.has.empty()))) {
            return;
        }
        const Taxonomy& taxonomy = version_.vocabulary->taxonomy_of(fact);
        const bool asked_about = std::any_of(version_.atoms.begin(), version_.atoms.end(),
                                             [&](const Atom& atom) { return atom.fact == fact; });
        if (!asked_about) {
            return;
        }
        std::set<CodeIndex> mentioned = mentioned_codes(situation_, fact);
        mentioned.insert(known.set.has.begin(), known.set.has.end());
        mentioned.insert(known.set.has_not.begin(), known.set.has_not.end());
        auto representatives = regions(taxonomy, mentioned, [](CodeIndex) { return true; });
        if (!taxonomy.exhaustive()) {
            representatives.emplace(no_code, no_code);  // something that the tree does not name
        }
        space_.base.facts[fact].set.clear();
        const Source source{Source::Kind::fact, fact, 0};
        for (const auto& [region, representative] : representatives) {
            const CodeIndex code = representative;
            const bool ruled_out =
                code != no_code && std::any_of(known.set.has_not.begin(), known.set.has_not.end(),
                                               [&](CodeIndex absent) { return taxonomy.at_or_below(code, absent); });
            if (ruled_out) {
                continue;
            }
            FreeVariable variable{{source}, {}};
            for (const bool present : {false, true}) {
                variable.values.push_back(
                    [fact, code, present](Completion& completion) { put(completion.facts[fact].set, code, present); });
            }
            space_.variables.push_back(std::move(variable));
        }
        for (const CodeIndex wanted : known.set.has) {
            space_.constraints.push_back({{source}, [fact, wanted, &taxonomy](const Completion& completion) {
                                              const auto& set = completion.facts[fact].set;
                                              return std::any_of(set.begin(), set.end(), [&](CodeIndex code) {
                                                  return code != no_code && taxonomy.at_or_below(code, wanted);
                                              });
                                          }});
        }
    }

    void add_unseen() {
        for (NormIndex norm = 0; norm < version_.norms.size(); ++norm) {
            if (version_.norms[norm].kind != NormKind::unseen || !situation_.unseen_blocks.at(norm) ||
                known_truth(situation_, version_.norms[norm].when, space_.base) == false ||
                known_truth(situation_, version_.norms[norm].shared, space_.base) == false ||
                known_truth(situation_, version_.norms[norm].reaches, space_.base) == false) {
                continue;  // where it cannot speak, its value does not matter
            }
            FreeVariable variable;
            for (const bool there : {false, true}) {
                variable.values.push_back([norm, there](Completion& completion) { completion.unseen[norm] = there; });
            }
            space_.variables.push_back(std::move(variable));
        }
        for (std::size_t law = 0; law < version_.unseen_laws.size(); ++law) {
            if (known_truth(situation_, version_.unseen_laws[law].reaches, space_.base) == false) {
                continue;
            }
            FreeVariable variable;
            for (std::uint32_t cls = 0; cls < version_.classes.size(); ++cls) {
                variable.values.push_back([law, cls](Completion& completion) { completion.unseen_laws[law] = cls; });
            }
            space_.variables.push_back(std::move(variable));
        }
    }

    const Situation& situation_;
    const Version& version_;
    std::size_t budget_;
    CompletionSpace space_;
};

}  // namespace

std::set<Source> sources_of(const Version& version, const Atom& atom) {
    std::set<Source> sources;
    switch (atom.kind) {
        case Atom::Kind::choice:
            if (computed_term(version, atom.fact)) {
                collect_sources(version, *version.clock_terms[atom.fact], sources);
                break;
            }
            [[fallthrough]];
        case Atom::Kind::code:
        case Atom::Kind::set_includes:
        case Atom::Kind::set_region:
        case Atom::Kind::set_only:
            sources.insert({Source::Kind::fact, atom.fact, 0});
            break;
        case Atom::Kind::limit:
            collect_sources(version, atom.limit, sources);
            [[fallthrough]];
        case Atom::Kind::number:
            collect_sources(version, atom.form, sources);
            break;
        case Atom::Kind::overlap:
            sources.insert({Source::Kind::shift, 0, 0});
            break;
        case Atom::Kind::stated:
            break;
    }
    return sources;
}

void collect_sources(const Version& version, const Condition& condition, std::set<Source>& sources) {
    if (condition.kind == Condition::Kind::atom) {
        sources.merge(sources_of(version, version.atoms.at(condition.atom)));
    } else if (condition.kind == Condition::Kind::definition) {
        collect_sources(version, version.definitions.at(condition.definition).when, sources);
    }
    for (const Condition& child : condition.children) {
        collect_sources(version, child, sources);
    }
}

bool is_free(const Situation& situation, const Source& source) {
    switch (source.kind) {
        case Source::Kind::fact:
            return !situation.facts.at(source.index).fixed;
        case Source::Kind::shift:
            return situation.shift.kind == ShiftSituation::Kind::free;
        case Source::Kind::open_cell:
            return true;
    }
    return true;
}

std::optional<bool> known_truth(const Situation& situation, const Condition& condition, const Completion& base) {
    switch (condition.kind) {
        case Condition::Kind::negation: {
            const auto child = known_truth(situation, condition.children.at(0), base);
            return child ? std::optional<bool>(!*child) : std::nullopt;
        }
        case Condition::Kind::definition:
            return known_truth(situation, situation.version->definitions.at(condition.definition).when, base);
        case Condition::Kind::atom: {
            const auto sources = sources_of(*situation.version, situation.version->atoms.at(condition.atom));
            const bool open = std::any_of(sources.begin(), sources.end(),
                                          [&](const Source& source) { return is_free(situation, source); });
            return open ? std::nullopt : std::optional<bool>(holds(situation, condition, base));
        }
        case Condition::Kind::all:
        case Condition::Kind::any:
            break;
    }
    const bool deciding = condition.kind == Condition::Kind::any;
    bool all_known = true;
    for (const Condition& child : condition.children) {
        const auto truth = known_truth(situation, child, base);
        if (truth == deciding) {
            return deciding;
        }
        all_known = all_known && truth.has_value();
    }
    return all_known ? std::optional<bool>(!deciding) : std::nullopt;
}

CompletionSpace make_completion_space(const Situation& situation, std::size_t budget) {
    return SpaceBuilder(situation, budget).build();
}

}  // namespace labourlex::reference
