#include "engine/analyse/cell_tests.hpp"

#include "engine/analyse/words.hpp"
#include "engine/tables/describe.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace labourlex::analyse {

using decide::NumberComponent;
using decide::NumberTest;
using decide::SpaceVariable;

namespace {

/// What a comparison says of a figure that nobody has read. `under`: it says that the figure is under the rest.
void say_open_figure(const NumberTest& test, bool under, CellTest& made) {
    // The sum of a number of the job and the figure, with opposite signs, is over 0 (or at least 0).
    const bool plain = test.terms.size() == 2 && test.constant.sign() == 0 && test.length_factor.sign() == 0 &&
                       test.terms[0].factor == -test.terms[1].factor && test.terms[0].multiplier == UINT32_MAX &&
                       test.terms[1].multiplier == UINT32_MAX;
    if (!plain) {
        made.yes_text = texts.open_figure_passes;
        made.no_text = texts.open_figure_fails;
    } else if (under) {
        made.yes_text = test.strict ? texts.open_figure_below : texts.open_figure_at_most;
        made.no_text = test.strict ? texts.open_figure_at_least : texts.open_figure_above;
    } else {
        made.yes_text = test.strict ? texts.open_figure_above : texts.open_figure_at_least;
        made.no_text = test.strict ? texts.open_figure_at_most : texts.open_figure_below;
    }
}

}  // namespace

/// A comparison between numbers is the atom it was made of once more, in the form that equal comparisons share.
void CellTests::add_numbers(JointDiagrams& joint, const SpaceVariable& variable, std::vector<CellTest>& tests) {
    const decide::NumberSpace& numbers = joint.space().numbers();
    const NumberComponent& component = numbers.components()[variable.index];
    for (std::size_t position = 0; position < component.tests.size(); ++position) {
        const NumberTest& test = numbers.test_at(component.tests[position]);
        CellTest made;
        for (const NumberComponent::CellOfNumbers& cell : component.cells) {
            made.truth.push_back(cell.truth[position]);
        }
        Atom atom;
        atom.kind = Atom::Kind::number;
        atom.comparison = test.strict ? Comparison::over : Comparison::at_least;
        atom.form.constant = test.constant;
        const decide::NumberVariable* open = nullptr;
        bool under = false;  // the test says that the open figure is under the rest, not over it
        for (const NumberTest::Term& term : test.terms) {
            const decide::NumberVariable& number = numbers.variables()[term.variable];
            if (number.fact == no_fact) {
                open = &number;
                under = term.factor.sign() < 0;
                continue;
            }
            const FactIndex times = term.multiplier == UINT32_MAX ? no_fact : numbers.variables()[term.multiplier].fact;
            atom.form.terms.push_back({number.fact, term.factor, times});
        }
        if (test.length_factor.sign() != 0) {
            atom.form.terms.push_back({shift_length, test.length_factor, no_fact});
        }
        if (open != nullptr) {
            const Limit& limit = version_.limits[open->limit][open->text];
            made.subject = fmt::format(fmt::runtime(texts.open_figure), limit.title.empty() ? limit.name : limit.title,
                                       fmt::join(limit.rows[open->row].labels, texts.separator));
            say_open_figure(test, under, made);
        } else {
            made.atom = static_cast<AtomIndex>(version_.atoms.size());
            version_.atoms.push_back(std::move(atom));
        }
        tests.push_back(std::move(made));
    }
    if (component.with_shift) {
        const auto& atoms = joint.space().overlap_atoms();
        for (std::size_t position = 0; position < atoms.size(); ++position) {
            CellTest made;
            made.atom = atoms[position];
            for (const NumberComponent::CellOfNumbers& cell : component.cells) {
                made.truth.push_back(joint.space().shift().groups()[cell.group].overlaps[position]);
            }
            tests.push_back(std::move(made));
        }
    }
}

CellTests::CellTests(JointDiagrams& joint) : version_(joint.version()) {
    for (const SpaceVariable& variable : joint.space().variables()) {
        std::vector<CellTest>& tests = tests_.emplace_back();
        switch (variable.kind) {
            case SpaceVariable::Kind::choice:
                for (std::uint32_t cell = 0; cell < variable.cells; ++cell) {
                    CellTest made;
                    made.truth.assign(variable.cells, false);
                    made.truth[cell] = true;
                    Atom atom;
                    atom.fact = variable.fact;
                    atom.choices.assign(version_.vocabulary->facts[variable.fact].choices.size(), false);
                    atom.choices[variable.values[cell]] = true;
                    made.atom = static_cast<AtomIndex>(version_.atoms.size());
                    version_.atoms.push_back(std::move(atom));
                    tests.push_back(std::move(made));
                }
                break;
            case SpaceVariable::Kind::code: {
                const auto& atoms = joint.space().atoms_of(variable.fact);
                for (std::size_t position = 0; position < atoms.size(); ++position) {
                    CellTest made;
                    made.atom = atoms[position];
                    for (const std::vector<bool>& truth : variable.code_truth) {
                        made.truth.push_back(truth[position]);
                    }
                    tests.push_back(std::move(made));
                }
                break;
            }
            case SpaceVariable::Kind::set_region: {
                CellTest made;
                made.truth = {false, true};
                Atom atom;
                atom.kind = Atom::Kind::set_includes;
                atom.fact = variable.fact;
                if (variable.code == no_code) {
                    made.subject = version_.vocabulary->facts[variable.fact].title;
                    made.yes_text = texts.something_else;
                    made.no_text = texts.nothing_else;
                } else {
                    atom.codes = {variable.code};
                    made.atom = static_cast<AtomIndex>(version_.atoms.size());
                    version_.atoms.push_back(std::move(atom));
                }
                tests.push_back(std::move(made));
                break;
            }
            case SpaceVariable::Kind::numbers:
                add_numbers(joint, variable, tests);
                break;
            case SpaceVariable::Kind::unseen: {
                const Norm& norm = version_.norms[variable.index];
                CellTest made;
                made.truth = {false, true};
                made.subject =
                    fmt::format(fmt::runtime(texts.unread_part), norm.title, citation_text(version_, norm.citation));
                made.yes_text = texts.unread_says;
                made.no_text = texts.unread_silent;
                tests.push_back(std::move(made));
                break;
            }
            case SpaceVariable::Kind::unseen_law:
                for (std::uint32_t cell = 0; cell < variable.cells; ++cell) {
                    CellTest made;
                    made.truth.assign(variable.cells, false);
                    made.truth[cell] = true;
                    made.subject =
                        fmt::format(fmt::runtime(texts.unread_law), version_.unseen_laws[variable.index].title);
                    made.yes_text = fmt::format(fmt::runtime(texts.unread_law_class), version_.classes[cell].title);
                    made.no_text = fmt::format(fmt::runtime(texts.unread_law_not_class), version_.classes[cell].title);
                    tests.push_back(std::move(made));
                }
                break;
        }
    }
}

SaidTests say_tests(const CellTests& tests, const std::vector<std::pair<const CellTest*, bool>>& answers) {
    SaidTests said;
    std::vector<std::pair<std::string, std::vector<AtomAnswer>>> by_subject;
    const auto add = [&](const std::string& about, AtomAnswer answer) {
        const auto found =
            std::find_if(by_subject.begin(), by_subject.end(), [&](const auto& entry) { return entry.first == about; });
        if (found != by_subject.end()) {
            found->second.push_back(answer);
        } else {
            by_subject.push_back({about, {answer}});
        }
    };
    for (const auto& [test, answer] : answers) {
        if (test->atom != none_index) {
            add(subject(tests.version(), tests.version().atoms[test->atom]), {test->atom, !answer});
        } else {
            said.emplace_back(test->subject, answer ? test->yes_text : test->no_text);
        }
    }
    SaidTests result;
    for (auto& [about, atoms] : by_subject) {
        // What a job is says more than what it is not.
        std::stable_partition(atoms.begin(), atoms.end(), [](const AtomAnswer& answer) { return !answer.negated; });
        result.emplace_back(about, conditions_text(tests.version(), atoms));
    }
    result.insert(result.end(), said.begin(), said.end());
    return result;
}

std::string citation_text(const Version& version, const Citation& citation) {
    if (citation.instrument == none_index) {
        return citation.provision;
    }
    const std::string& title = version.instruments.at(citation.instrument).title;
    return citation.provision.empty() ? title : fmt::format("{}, {}", title, citation.provision);
}

}  // namespace labourlex::analyse
