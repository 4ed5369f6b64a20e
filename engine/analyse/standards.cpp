#include "engine/analyse/standards.hpp"

#include "engine/analyse/falling_short.hpp"
#include "engine/analyse/usual.hpp"
#include "engine/analyse/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace labourlex::analyse {

namespace {

/// What a standard asks of the conventions and of the national law.
struct Standard {
    enum class Asks { minimum_age, hazardous_age, hazardous_list, bar, schooling, nothing };
    std::string_view name;
    std::string_view title;
    Asks asks = Asks::nothing;
    std::string_view norm = {};  ///< of the baseline
    std::string_view fact = {};  ///< a bar: the set of codes, and the code, that it is about; none: the whole norm
    std::string_view code = {};
    std::string_view or_norm = {};  ///< asks the same of a State that is not bound by the first
};

constexpr std::array standards{
    Standard{"minimum-age", texts.minimum_age, Standard::Asks::minimum_age, "ilo.minimum-age"},
    Standard{"hazardous-age",
             texts.hazardous_age,
             Standard::Asks::hazardous_age,
             "ilo.harmful-work-138",
             {},
             {},
             "ilo.harmful-work-182"},
    Standard{"hazardous-list", texts.hazardous_list, Standard::Asks::hazardous_list},
    Standard{"forced-labour", texts.forced_labour, Standard::Asks::bar, "c182.slavery", "coercion", "forced"},
    Standard{"trafficking", texts.trafficking, Standard::Asks::bar, "c182.slavery", "coercion", "trafficking"},
    Standard{"sexual-exploitation", texts.sexual_exploitation, Standard::Asks::bar, "c182.sexual-exploitation"},
    Standard{"illicit-activities", texts.illicit_activities, Standard::Asks::bar, "c182.illicit-activities"},
    Standard{"armed-conflict", texts.armed_conflict, Standard::Asks::bar, "c182.slavery", "coercion", "armed-conflict"},
    Standard{"compulsory-schooling", texts.compulsory_schooling, Standard::Asks::schooling},
    Standard{"military-recruitment", texts.military_recruitment},
    Standard{"free-schooling", texts.free_schooling},
};

/// Ages looked at, in whole years. Below 5 nobody's law tells ages apart; above 25 none of the rulesets speaks.
constexpr int youngest = 5;
constexpr int oldest = 25;

constexpr std::size_t most_reasons = 4;

class Ticking {
public:
    Ticking(JointDiagrams& joint, const CellTests& tests, const Obligations& obligations)
        : joint_(joint),
          tests_(tests),
          all_(joint.diagrams()),
          obligations_(obligations),
          national_(*joint.law().sides[national_side].version),
          baseline_(*joint.law().sides[baseline_side].version) {}

    StandardCell cell(const Standard& standard) {
        StandardCell cell;
        cell.standard = standard.name;
        cell.title = standard.title;
        switch (standard.asks) {
            case Standard::Asks::minimum_age:
                tell_minimum_age(cell);
                judge(cell, standard);
                break;
            case Standard::Asks::hazardous_age:
                tell_hazardous_age(cell);
                judge(cell, standard);
                break;
            case Standard::Asks::hazardous_list:
                tell_list(cell);
                break;
            case Standard::Asks::bar:
                judge(cell, standard);
                tell_bar(cell, standard);
                break;
            case Standard::Asks::schooling:
                tell_schooling(cell);
                break;
            case Standard::Asks::nothing:
                break;
        }
        return cell;
    }

private:
    [[nodiscard]] std::optional<NormIndex> baseline_norm(std::string_view name) const {
        for (NormIndex norm = 0; norm < baseline_.norms.size(); ++norm) {
            if (baseline_.norms[norm].name == name) {
                return norm;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] bool is_bound_by(NormIndex norm) const {
        const std::string& act = baseline_.instruments[baseline_.norms[norm].citation.instrument].name;
        return std::any_of(obligations_.conventions.begin(), obligations_.conventions.end(),
                           [&](const BoundConvention& convention) { return convention.name == act; });
    }

    /// The jobs with the sign that the standard is about, alone of its kind.
    Diagram sign_of(const Standard& standard) {
        const auto fact = joint_.version().vocabulary->find(std::string(standard.fact));
        if (standard.fact.empty() || !fact) {
            return all_.yes();
        }
        const auto code = joint_.version().vocabulary->taxonomy_of(*fact).find(standard.code);
        const auto& variables = joint_.space().variables();
        Diagram result = all_.yes();
        bool named = false;
        for (Level level = static_cast<Level>(variables.size()); level-- > 0;) {
            if (variables[level].kind == decide::SpaceVariable::Kind::set_region && variables[level].fact == *fact) {
                const bool own = code && variables[level].code == *code;
                result = all_.both(all_.among(level, {!own, own}), result);
                named = named || own;
            }
        }
        // A sign that no text names cannot be seen in a job: a bar of it would be met by no job at all.
        return named ? result : all_.no();
    }

    /// The verdict: gaps against the article, narrowed to the sign.
    void judge(StandardCell& cell, const Standard& standard) {
        auto norm = baseline_norm(standard.norm);
        if (const auto other = baseline_norm(standard.or_norm); other && !(norm && is_bound_by(*norm))) {
            norm = other;
        }
        const Diagram sign = sign_of(standard);
        std::vector<JointConditions> ways;
        if (norm) {
            cell.article = citation_text(baseline_, baseline_.norms[*norm].citation);
            ways = falling_short(joint_, *norm);
        }
        if (norm && !is_bound_by(*norm)) {
            cell.kept = Kept::not_bound;
            return;
        }
        if (ways.empty() || sign == all_.no()) {
            cell.kept = Kept::not_encoded;  // the baseline of that day asks for nothing
            return;
        }
        const std::set<Level> keep = words_of(joint_, baseline_side, *norm);
        cell.kept = Kept::yes;
        for (const bool certain : {true, false}) {
            for (JointConditions& way : ways) {
                std::vector<Diagram> conditions = certain ? way.certain : way.some;
                conditions.push_back(sign);
                const Elimination found(all_, conditions, keep);
                if (found.kept() == all_.no()) {
                    continue;
                }
                cell.kept = certain ? Kept::no : Kept::hinges;
                const Diagram impossible = all_.negate(Elimination(all_, {joint_.feasible(), sign}, keep).kept());
                const Cover told = cover(joint_, tests_, found.kept(), impossible, 1);
                cell.shortfall = words_for(say_box(tests_, without_absent_codes(joint_, told.boxes.front())));
                cell.witness =
                    find_witness(joint_, tests_, told.boxes.front(), {found.kept(), &found, std::move(conditions)});
                return;
            }
        }
    }

    [[nodiscard]] static std::string words_for(const SaidTests& says) {
        std::string result;
        for (const auto& [subject, value] : says) {
            result += (result.empty() ? "" : texts.between_tests);
            result += fmt::format(fmt::runtime(texts.subject_and_value), subject, value);
        }
        return result.empty() ? std::string(texts.every_kind_of_job)
                              : fmt::format(fmt::runtime(texts.kinds_of_job), result);
    }

    /// By age from `youngest`: some job meets the conditions.
    std::vector<bool> ages_with(const std::vector<Diagram>& conditions) {
        const auto age = joint_.version().vocabulary->find("age");
        const std::vector<Level> levels = age ? joint_.space().levels_of(*age) : std::vector<Level>{};
        const Diagram found = Elimination(all_, conditions, {levels.begin(), levels.end()}).kept();
        std::vector<bool> result;
        for (int years = youngest; years <= oldest; ++years) {
            Diagram at_age = found;
            for (const Level level : levels) {
                at_age = all_.both(all_.among(level, cells_of_age(level, *age, years)), at_age);
            }
            result.push_back(at_age != all_.no());
        }
        return result;
    }

    /// The cells at `level` that somebody of this age may be in, as far as comparisons of the age alone tell.
    std::vector<bool> cells_of_age(Level level, FactIndex age, int years) {
        std::vector<bool> result(all_.cells(level), true);
        for (const CellTest& test : tests_.at(level)) {
            if (test.atom == none_index || tests_.version().atoms[test.atom].kind != Atom::Kind::number) {
                continue;
            }
            const Atom& atom = tests_.version().atoms[test.atom];
            if (atom.form.terms.size() != 1 || atom.form.terms.front().fact != age ||
                atom.form.terms.front().whole_fact != no_fact) {
                continue;
            }
            const Rational left = atom.form.terms.front().factor * Rational(years) + atom.form.constant;
            const bool holds = atom.comparison == Comparison::over       ? left.sign() > 0
                               : atom.comparison == Comparison::at_least ? left.sign() >= 0
                               : atom.comparison == Comparison::under    ? left.sign() < 0
                                                                         : left.sign() <= 0;
            for (std::size_t cell = 0; cell < result.size(); ++cell) {
                result[cell] = result[cell] && test.truth[cell] == holds;
            }
        }
        return result;
    }

    /// "15", "from 15 or 16 on", by the first age whatever the answers and the first under some answers.
    [[nodiscard]] static std::string first_age(const std::vector<bool>& certain, const std::vector<bool>& some) {
        const auto first = [](const std::vector<bool>& ages) {
            return youngest + static_cast<int>(std::find(ages.begin(), ages.end(), true) - ages.begin());
        };
        const int sure = first(certain);
        const int perhaps = first(some);
        if (perhaps > oldest) {
            return std::string(texts.no_age);
        }
        const auto age_text = [](int age) {
            return age == youngest ? std::string(texts.any_age) : std::to_string(age);
        };
        return sure == perhaps ? age_text(sure)
               : sure > oldest ? fmt::format(fmt::runtime(texts.age_if_answers), age_text(perhaps))
                               : fmt::format(fmt::runtime(texts.age_or_age), age_text(perhaps), age_text(sure));
    }

    void tell_minimum_age(StandardCell& cell) {
        JointConditions lawful = milder_than(joint_, national_side, 0);
        const Diagram regulated = joint_.regulated(national_side);
        Diagram light = all_.no();
        for (NormIndex norm = 0; norm < national_.norms.size(); ++norm) {
            for (ClassIndex cls = 0; cls < national_.classes.size(); ++cls) {
                if (national_.classes[cls].lawful() && cls != national_.default_class() &&
                    national_.norms[norm].kind != NormKind::exception) {
                    light = all_.either(joint_.given_by(national_side, norm)[cls], light);
                }
            }
        }
        const Diagram employed = under_an_employer();
        std::vector<Diagram> ordinary = no_code_that_a_law_names();
        ordinary.push_back(regulated);
        ordinary.push_back(all_.negate(light));
        for (NormIndex norm = 0; norm < national_.norms.size(); ++norm) {
            if (national_.norms[norm].exemption) {
                ordinary.push_back(all_.negate(joint_.removes(national_side, norm)));
            }
        }
        for (const Diagram also : ordinary) {
            lawful.some.push_back(also);
            lawful.certain.push_back(joint_.whatever_the_answer(also));
        }
        lawful.some.push_back(employed);
        lawful.certain.push_back(employed);
        const std::vector<bool> certain = ages_with(lawful.certain);
        const std::vector<bool> some = ages_with(lawful.some);
        cell.national = first_age(certain, some);
        for (const auto& ages : {some, certain}) {
            if (const auto age = std::find(ages.begin(), ages.end(), true); age != ages.end()) {
                work_from_ = youngest + static_cast<int>(age - ages.begin());
            }
        }
        // What stands against work one year earlier.
        const auto first = std::find(some.begin(), some.end(), true) - some.begin();
        if (first > 0 && first <= oldest - youngest) {
            add_grounds(cell, all_.both(employed, at_age(youngest + static_cast<int>(first) - 1)),
                        joint_.version().breach_class(), at_age(youngest + static_cast<int>(first)));
        }
    }

    /// Work of no occupation, branch, task or hazard that either law names: performers, athletes and the trades with an
    /// age of their own stay out of the general minimum age.
    std::vector<Diagram> no_code_that_a_law_names() {
        std::vector<Diagram> result;
        const auto& variables = joint_.space().variables();
        for (Level level = 0; level < variables.size(); ++level) {
            const decide::SpaceVariable& variable = variables[level];
            if (variable.kind != decide::SpaceVariable::Kind::code &&
                variable.kind != decide::SpaceVariable::Kind::set_region) {
                continue;
            }
            std::vector<bool> quiet(variable.cells, false);
            quiet[quiet_cell(joint_.law(), variable)] = true;
            result.push_back(all_.among(level, quiet));
        }
        return result;
    }

    Diagram under_an_employer() {
        const auto fact = joint_.version().vocabulary->find("arrangement");
        if (!fact) {
            return all_.yes();
        }
        Diagram result = all_.yes();
        for (const Level level : joint_.space().levels_of(*fact)) {
            const auto& variable = joint_.space().variables()[level];
            std::vector<bool> cells;
            for (const std::size_t value : variable.values) {
                cells.push_back(joint_.version().vocabulary->facts[*fact].choices[value].name == "employment");
            }
            result = all_.both(all_.among(level, cells), result);
        }
        return result;
    }

    Diagram at_age(int years) {
        const auto age = joint_.version().vocabulary->find("age");
        Diagram result = all_.yes();
        for (const Level level : age ? joint_.space().levels_of(*age) : std::vector<Level>{}) {
            result = all_.both(all_.among(level, cells_of_age(level, *age, years)), result);
        }
        return result;
    }

    [[nodiscard]] std::optional<ClassIndex> class_named(std::string_view name) const {
        for (ClassIndex cls = 0; cls < national_.classes.size(); ++cls) {
            if (national_.classes[cls].name == name) {
                return cls;
            }
        }
        return std::nullopt;
    }

    void tell_hazardous_age(StandardCell& cell) {
        const auto hazardous = class_named("hazardous");
        if (!hazardous) {
            return;
        }
        std::array<std::vector<bool>, 2> ages;  // under some answers, whatever the answers
        ages.fill(std::vector<bool>(oldest - youngest + 1, false));
        for (NormIndex norm = 0; norm < national_.norms.size(); ++norm) {
            const Diagram given = joint_.given_by(national_side, norm)[*hazardous];
            if (national_.norms[norm].kind == NormKind::exception || given == all_.no()) {
                continue;
            }
            for (std::size_t sure = 0; sure < ages.size(); ++sure) {
                const Diagram asked = sure == 1 ? joint_.whatever_the_answer(given) : given;
                const std::vector<bool> with = ages_with({joint_.feasible(), asked});
                for (std::size_t i = 0; i < with.size(); ++i) {
                    ages[sure][i] = ages[sure][i] || with[i];
                }
            }
        }
        const auto end_of = [](const std::vector<bool>& at) {
            return oldest + 1 - static_cast<int>(std::find(at.rbegin(), at.rend(), true) - at.rbegin());
        };
        const int perhaps = end_of(ages[0]);
        const int sure = end_of(ages[1]);
        const auto age_text = [](int age) {
            return age == youngest ? std::string(texts.no_age)
                   : age > oldest  ? std::string(texts.any_age)
                                   : std::to_string(age);
        };
        cell.national = sure == perhaps ? age_text(sure)
                        : sure == youngest
                            ? fmt::format(fmt::runtime(texts.age_if_answers), age_text(perhaps))
                            : fmt::format(fmt::runtime(texts.age_or_age), age_text(sure), age_text(perhaps));
        if (perhaps > youngest && perhaps <= oldest) {
            add_grounds(cell, at_age(perhaps - 1), hazardous, at_age(perhaps));
        }
    }

    /// National provisions that give the class to some job of `where` and to none of `elsewhere`, and whose diagram
    /// reads one of `reading` (if any are named), by instrument and provision.
    void add_grounds(StandardCell& cell, Diagram where, std::optional<ClassIndex> cls, Diagram elsewhere,
                     const std::set<Level>& reading = {}) {
        std::size_t more = 0;
        for (NormIndex norm = 0; cls && norm < national_.norms.size(); ++norm) {
            // A part that nobody has read is no reason to call a standard met.
            if (national_.norms[norm].kind == NormKind::exception ||
                national_.norms[norm].kind == NormKind::requirement || national_.norms[norm].kind == NormKind::unseen) {
                continue;
            }
            const Diagram given = joint_.given_by(national_side, norm)[*cls];
            const Diagram possible = all_.both(given, joint_.feasible());
            if (all_.both(possible, where) == all_.no() || all_.both(possible, elsewhere) != all_.no()) {
                continue;
            }
            const std::set<Level> read = levels_read(all_, given);
            const auto is_read = [&](Level level) { return read.contains(level); };
            if (!reading.empty() && std::none_of(reading.begin(), reading.end(), is_read)) {
                continue;
            }
            const std::string reason = citation_text(national_, national_.norms[norm].citation);
            if (std::find(cell.reasons.begin(), cell.reasons.end(), reason) != cell.reasons.end()) {
                continue;
            }
            if (cell.reasons.size() < most_reasons) {
                cell.reasons.push_back(reason);
            } else {
                ++more;
            }
        }
        if (more > 0) {
            cell.reasons.push_back(fmt::format(fmt::runtime(texts.more_provisions), more));
        }
    }

    /// Boys of 17: what a list bars for all children, it bars for them.
    Diagram boys() {
        Diagram result = at_age(17);
        const auto sex = joint_.version().vocabulary->find("sex");
        for (const Level level : sex ? joint_.space().levels_of(*sex) : std::vector<Level>{}) {
            std::vector<bool> cells;
            for (const std::size_t value : joint_.space().variables()[level].values) {
                cells.push_back(joint_.version().vocabulary->facts[*sex].choices[value].name == "male");
            }
            result = all_.both(all_.among(level, cells), result);
        }
        return result;
    }

    void tell_list(StandardCell& cell) {
        const auto hazardous = class_named("hazardous");
        const Diagram children = boys();
        // Two lists may stand under two answers to one question: a list is sure when each answer leaves some item.
        std::set<Level> answers;
        for (Level level = 0; level < joint_.space().variables().size(); ++level) {
            if (joint_.is_of_law(level)) {
                answers.insert(level);
            }
        }
        Diagram some_item = all_.no();
        std::size_t items = 0;
        std::size_t unread = 0;
        for (NormIndex norm = 0; norm < national_.norms.size(); ++norm) {
            const Norm& about = national_.norms[norm];
            if (!hazardous || (about.list.empty() && about.kind != NormKind::unseen)) {
                continue;
            }
            const Diagram where = about.kind == NormKind::unseen ? joint_.speaks(national_side, norm)
                                                                 : joint_.given_by(national_side, norm)[*hazardous];
            const Diagram barred = all_.both(children, joint_.feasible());
            if (all_.both(where, barred) == all_.no()) {
                continue;  // a list for women is none for children
            }
            if (about.kind == NormKind::item) {
                ++items;
                some_item = all_.either(Elimination(all_, {all_.both(where, barred)}, answers).kept(), some_item);
            } else {
                unread += about.kind == NormKind::unseen && about.cls == *hazardous ? 1 : 0;
            }
        }
        cell.national = fmt::format(fmt::runtime(texts.items_and_unread), items, unread);
        const bool sure = all_.choose(some_item, all_.no(), joint_.feasible()) == all_.no();
        cell.kept = items == 0 && unread == 0 ? Kept::no : sure ? Kept::yes : Kept::hinges;
        if (cell.kept == Kept::hinges) {
            cell.shortfall = std::string(texts.only_unread_list);
        } else if (cell.kept == Kept::no) {
            cell.shortfall = std::string(texts.no_list);
        }
    }

    void tell_bar(StandardCell& cell, const Standard& standard) {
        const auto norm = baseline_norm(standard.norm);
        if (!norm) {
            return;
        }
        const auto worst = static_cast<ClassIndex>(national_.classes.size() - 1);
        // A provision is about the sign when it reads it.
        std::set<Level> signs = levels_read(all_, joint_.speaks(baseline_side, *norm));
        const auto fact = joint_.version().vocabulary->find(standard.fact);
        const auto code = fact ? joint_.version().vocabulary->taxonomy_of(*fact).find(standard.code) : std::nullopt;
        const auto age = joint_.version().vocabulary->find("age");
        std::erase_if(signs, [&](Level level) {
            const auto& variable = joint_.space().variables()[level];
            const bool other_code = code && variable.fact == *fact && variable.code != *code;
            const std::vector<Level> of_age = age ? joint_.space().levels_of(*age) : std::vector<Level>{};
            return other_code || std::find(of_age.begin(), of_age.end(), level) != of_age.end();
        });
        add_grounds(cell, all_.both(sign_of(standard), joint_.given_by(baseline_side, *norm)[worst]), worst, all_.no(),
                    signs);
    }

    /// The age stands beside a ratification where somebody told it.
    void tell_schooling(StandardCell& cell) {
        const auto fact = baseline_.vocabulary->find("compulsory_school_end_age");
        if (!fact || !baseline_.given[*fact]) {
            return;
        }
        const std::string& title = baseline_.vocabulary->facts[*fact].title;
        for (const BoundConvention& convention : obligations_.conventions) {
            for (const std::string& choice : convention.choices) {
                if (choice.starts_with(title)) {
                    cell.national = baseline_.given[*fact]->number.text();
                    if (!work_from_) {
                        continue;
                    }
                    const bool early = baseline_.given[*fact]->number < Rational(*work_from_);
                    cell.kept = early ? Kept::no : Kept::yes;
                    if (early) {
                        cell.shortfall = fmt::format(fmt::runtime(texts.school_ends_early), cell.national, *work_from_);
                    }
                }
            }
        }
    }

    JointDiagrams& joint_;
    const CellTests& tests_;
    Diagrams& all_;
    const Obligations& obligations_;
    const Version& national_;
    const Version& baseline_;
    std::optional<int> work_from_;  ///< from which ordinary work is permitted, if there is such an age
};

}  // namespace

std::vector<std::string_view> standard_titles() {
    std::vector<std::string_view> titles;
    for (const Standard& standard : standards) {
        titles.push_back(standard.title);
    }
    return titles;
}

Standards standards_of(const JointLaw& law, const Obligations& obligations, std::size_t node_budget) {
    Standards result;
    result.national = law.sides[national_side].label;
    try {
        JointDiagrams joint(law, node_budget);
        const CellTests tests(joint);
        Ticking ticking(joint, tests, obligations);
        for (const Standard& standard : standards) {
            result.cells.push_back(ticking.cell(standard));
        }
    } catch (const DiagramBudgetExceeded&) {
        result.complete = false;
        result.cells.clear();
    }
    return result;
}

}  // namespace labourlex::analyse
