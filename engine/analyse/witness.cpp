#include "engine/analyse/witness.hpp"

#include "engine/analyse/falling_short.hpp"
#include "engine/analyse/usual.hpp"
#include "engine/analyse/words.hpp"
#include "engine/decide/shown_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

namespace labourlex::analyse {

using decide::NumberComponent;
using decide::NumberVariable;
using decide::SpaceVariable;

namespace {

class Finding {
public:
    Finding(JointDiagrams& joint, const CellTests& tests, const Box& box, const AlsoTrue& also)
        : joint_(joint), tests_(tests), box_(box), also_(also), vocabulary_(*joint.version().vocabulary) {}

    std::optional<Witness> run(Diagram region, const std::array<std::size_t, 2>& outcomes) {
        Diagrams& all = joint_.diagrams();
        std::vector<Level> path = choose_cells(region);
        find_essential(std::move(path), {all.either(region, all.negate(joint_.feasible()))});
        return told_of(outcomes);
    }

    std::optional<Witness> run(const Sought& sought) {
        Diagrams& all = joint_.diagrams();
        choose_cells(sought.kinds);
        sought.rest->choose(cells_, [&](Level level) { return preferred(level, nullptr); });
        std::vector<Diagram> enough;
        std::set<Level> read;
        for (const Diagram condition : sought.conditions) {
            read.merge(levels_read(all, condition));
            if (condition != joint_.feasible()) {
                enough.push_back(all.either(condition, all.negate(joint_.feasible())));
            }
        }
        const std::array<std::size_t, 2> outcomes{joint_.outcome_at(0, cells_), joint_.outcome_at(1, cells_)};
        // A job is not told to be out of scope without what puts it there.
        const Diagram regulated = joint_.regulated(national_side);
        const bool reached = holds_at(all, regulated, cells_);
        enough.push_back(all.either(reached ? regulated : all.negate(regulated), all.negate(joint_.feasible())));
        read.merge(levels_read(all, regulated));
        find_essential({read.begin(), read.end()}, enough);
        return told_of(outcomes);
    }

private:
    std::optional<Witness> told_of(const std::array<std::size_t, 2>& outcomes) {
        if (!choose_values()) {
            return std::nullopt;
        }
        Witness witness;
        witness.outcomes = outcomes;
        for (std::size_t side = 0; side < 2; ++side) {
            auto grounds = confirm(side, outcomes[side]);
            if (!grounds) {
                return std::nullopt;
            }
            witness.norms[side] = std::move(*grounds);
        }
        tell(witness);
        return witness;
    }

    /// Cells in the order in which they are tried: at the edge of what the box allows, quiet, then the others.
    [[nodiscard]] std::vector<std::uint32_t> preferred(Level level, const Literal* literal) const {
        const SpaceVariable& variable = joint_.space().variables()[level];
        std::vector<std::uint32_t> wanted{quiet_cell(joint_.law(), variable)};
        if (literal != nullptr) {
            const std::vector<std::uint32_t> edge = edge_cells(level, literal->cells);
            wanted.insert(wanted.begin(), edge.rbegin(), edge.rend());
        }
        std::vector<std::uint32_t> others(variable.cells);
        std::iota(others.begin(), others.end(), 0U);
        if (variable.kind == SpaceVariable::Kind::numbers) {
            const NumberComponent& component = joint_.space().numbers().components()[variable.index];
            if (component.with_shift) {
                // Short days that touch no window, first.
                const auto& groups = joint_.space().shift().groups();
                const auto strain = [&](std::uint32_t cell) {
                    const decide::ShiftGroup& group = groups[component.cells[cell].group];
                    return std::make_pair(std::count(group.overlaps.begin(), group.overlaps.end(), true),
                                          group.minutes);
                };
                std::stable_sort(others.begin(), others.end(),
                                 [&](std::uint32_t a, std::uint32_t b) { return strain(a) < strain(b); });
                wanted.insert(wanted.begin(), others.begin(), others.end());
                return wanted;
            }
        }
        wanted.insert(wanted.end(), others.begin(), others.end());
        return wanted;
    }

    /// An allowed cell of every variable, in the region, as quiet as can be; numbers at the edge of what the box
    /// allows. Returns the levels that the region asks about there.
    std::vector<Level> choose_cells(Diagram region) {
        Diagrams& all = joint_.diagrams();
        const auto& variables = joint_.space().variables();
        Diagram at = all.both(region, diagram_of(joint_, box_));
        cells_.assign(variables.size(), 0);
        std::vector<Level> path;
        for (Level level = 0; level < variables.size(); ++level) {
            const bool asked = !all.is_terminal(at) && all.level(at) == level;
            const Literal* literal = literal_at(level);
            for (const std::uint32_t cell : preferred(level, literal)) {
                const bool allowed = literal == nullptr || literal->cells[cell];
                if (allowed && (!asked || all.child(at, cell) != all.no())) {
                    cells_[level] = cell;
                    break;
                }
            }
            if (asked) {
                at = all.child(at, cells_[level]);
                path.push_back(level);
            }
        }
        return path;
    }

    /// What the outcomes need: a fact is told only if without it some job would not change so.
    void find_essential(std::vector<Level> path, const std::vector<Diagram>& enough) {
        const auto& variables = joint_.space().variables();
        for (const Level level : path) {
            essential_[level].assign(variables[level].cells, false);
            essential_[level][cells_[level]] = true;
        }
        std::stable_partition(path.begin(), path.end(), [&](Level level) { return literal_at(level) == nullptr; });
        for (const Level level : path) {
            auto kept = essential_.extract(level);
            const bool needed = std::any_of(enough.begin(), enough.end(), [&](Diagram condition) {
                return !inside(joint_.diagrams(), condition, essential_);
            });
            if (needed) {
                essential_.insert(std::move(kept));
            }
        }
    }

    /// The allowed cells that are most like a cell outside the box: fewest tests tell the two apart.
    [[nodiscard]] std::vector<std::uint32_t> edge_cells(Level level, const std::vector<bool>& allowed) const {
        std::vector<std::uint32_t> edge;
        if (joint_.space().variables()[level].kind != SpaceVariable::Kind::numbers) {
            return edge;
        }
        const auto& tests = tests_.at(level);
        auto fewest = static_cast<std::ptrdiff_t>(tests.size()) + 1;
        for (std::uint32_t cell = 0; cell < allowed.size(); ++cell) {
            for (std::uint32_t other = 0; allowed[cell] && other < allowed.size(); ++other) {
                if (allowed[other]) {
                    continue;
                }
                const auto apart = std::count_if(tests.begin(), tests.end(), [&](const CellTest& test) {
                    return test.truth[other] != test.truth[cell];
                });
                if (apart < fewest) {
                    fewest = apart;
                    edge.clear();
                }
                if (apart == fewest && (edge.empty() || edge.back() != cell)) {
                    edge.push_back(cell);
                }
            }
        }
        return edge;
    }

    bool choose_values() {
        knowledge_.resize(vocabulary_.facts.size());
        for (FactIndex fact = 0; fact < vocabulary_.facts.size(); ++fact) {
            set_quiet(fact);
        }
        const auto& variables = joint_.space().variables();
        for (Level level = 0; level < variables.size(); ++level) {
            const SpaceVariable& variable = variables[level];
            switch (variable.kind) {
                case SpaceVariable::Kind::choice:
                    knowledge_[variable.fact].choices.assign(vocabulary_.facts[variable.fact].choices.size(), false);
                    knowledge_[variable.fact].choices[variable.values[cells_[level]]] = true;
                    break;
                case SpaceVariable::Kind::code:
                    knowledge_[variable.fact].codes = {code_of(variable, cells_[level])};
                    break;
                case SpaceVariable::Kind::set_region:
                    if (cells_[level] == 1) {
                        if (const auto code = code_in_region(variable)) {
                            knowledge_[variable.fact].set.has.push_back(*code);
                        } else {
                            return false;
                        }
                    }
                    break;
                case SpaceVariable::Kind::numbers:
                    if (!choose_numbers(joint_.space().numbers().components()[variable.index], cells_[level])) {
                        return false;
                    }
                    break;
                case SpaceVariable::Kind::unseen:
                case SpaceVariable::Kind::unseen_law:
                    break;
            }
        }
        // Components of a single cell have no level, but their numbers must satisfy the constraints too.
        for (const NumberComponent& component : joint_.space().numbers().components()) {
            if (component.cells.size() == 1 && !choose_numbers(component, 0)) {
                return false;
            }
        }
        return true;
    }

    void set_quiet(FactIndex fact) {
        const FactDeclaration& declaration = vocabulary_.facts[fact];
        Knowledge& known = knowledge_[fact];
        known.fact = fact;
        const auto value = usual_value(joint_.law(), fact);
        switch (declaration.type) {
            case FactType::yes_no:
            case FactType::choice:
                known.choices.assign(declaration.choices.size(), false);
                known.choices[value ? value->choice : 0] = true;
                break;
            case FactType::number: {
                const Rational number = value ? value->number : declaration.low;
                known.numbers = {{number, number}};
                break;
            }
            case FactType::code: {
                const Taxonomy& taxonomy = vocabulary_.taxonomies[declaration.taxonomy];
                CodeIndex code = 0;
                while (!taxonomy.node(code).children.empty()) {
                    code = taxonomy.node(code).children.front();
                }
                known.codes = {code};
                break;
            }
            case FactType::code_set:
                known.set.listed = true;
                break;
            case FactType::time_of_day:
                known.minutes = {{9 * 60, 9 * 60}};
                break;
        }
    }

    /// A leaf, or an inner code of an open tree, with the truths of the cell.
    [[nodiscard]] CodeIndex code_of(const SpaceVariable& variable, std::uint32_t cell) const {
        const Taxonomy& taxonomy = vocabulary_.taxonomy_of(variable.fact);
        const auto& atoms = joint_.space().atoms_of(variable.fact);
        std::vector<CodeIndex> fitting;
        for (CodeIndex code = 0; code < taxonomy.size(); ++code) {
            if (!taxonomy.node(code).children.empty() && taxonomy.exhaustive()) {
                continue;
            }
            bool fits = true;
            for (std::size_t i = 0; fits && i < atoms.size(); ++i) {
                const auto& codes = joint_.version().atoms[atoms[i]].codes;
                const bool truth = std::any_of(codes.begin(), codes.end(),
                                               [&](CodeIndex above) { return taxonomy.at_or_below(code, above); });
                fits = truth == variable.code_truth[cell][i];
            }
            if (fits) {
                fitting.push_back(code);
            }
        }
        // From beyond the middle: classifications begin with officers and managers, and end with what fits nowhere.
        return fitting.empty() ? 0 : fitting[fitting.size() * 3 / 5];
    }

    /// A code of the region: its own code where the tree is open (an inner code listed is its "other"), a leaf that no
    /// deeper mentioned code holds; for "other" a code that no mentioned code holds.
    [[nodiscard]] std::optional<CodeIndex> code_in_region(const SpaceVariable& variable) const {
        const Taxonomy& taxonomy = vocabulary_.taxonomy_of(variable.fact);
        std::vector<CodeIndex> mentioned;
        for (const AtomIndex atom : joint_.space().atoms_of(variable.fact)) {
            const auto& codes = joint_.version().atoms[atom].codes;
            mentioned.insert(mentioned.end(), codes.begin(), codes.end());
        }
        for (CodeIndex code = 0; code < taxonomy.size(); ++code) {
            if (taxonomy.exhaustive() && !taxonomy.node(code).children.empty()) {
                continue;
            }
            CodeIndex region = no_code;
            for (CodeIndex above = code; above != no_code; above = taxonomy.node(above).parent) {
                if (std::find(mentioned.begin(), mentioned.end(), above) != mentioned.end()) {
                    region = above;
                    break;
                }
            }
            if (region == variable.code) {
                return code;
            }
        }
        return std::nullopt;
    }

    bool choose_numbers(const NumberComponent& component, std::uint32_t cell) {
        // A job of no hours a day is possible, and odd: 0 is taken where a law assumes it, and else at the last.
        std::vector<bool> rather_not_zero;
        for (const std::uint32_t variable : component.variables) {
            const FactIndex fact = joint_.space().numbers().variables()[variable].fact;
            rather_not_zero.push_back(fact != no_fact && !usual_value(joint_.law(), fact));
        }
        const auto point = joint_.space().numbers().point(component, cell, rather_not_zero);
        if (!point) {
            return false;
        }
        for (std::size_t i = 0; i < component.variables.size(); ++i) {
            const NumberVariable& number = joint_.space().numbers().variables()[component.variables[i]];
            if (number.fact != no_fact) {
                knowledge_[number.fact].numbers = {{(*point)[i], (*point)[i]}};
            }
        }
        if (component.with_shift) {
            const decide::ShiftGroup& group = joint_.space().shift().groups()[component.cells[cell].group];
            for (int start = 0; start < minutes_of_day; ++start) {
                const int end = (start + group.minutes) % minutes_of_day;
                bool fits = true;
                const auto& atoms = joint_.space().overlap_atoms();
                for (std::size_t i = 0; fits && i < atoms.size(); ++i) {
                    const Atom& atom = joint_.version().atoms[atoms[i]];
                    fits = shift_overlaps(start, end, atom.window_from, atom.window_to) == group.overlaps[i];
                }
                if (fits) {
                    knowledge_[joint_.version().shift_start].minutes = {{start, start}};
                    knowledge_[joint_.version().shift_end].minutes = {{end, end}};
                    return true;
                }
            }
            return false;
        }
        return true;
    }

    // ---- the reference reading ------------------------------------------------------------------------------------

    /// A code of the joined tree in the tree of one law: itself, or the nearest code above it that the law knows.
    [[nodiscard]] static std::optional<CodeIndex> code_for(const JoinedSide& side, FactIndex own,
                                                           const Taxonomy& joined, CodeIndex code) {
        const Taxonomy& taxonomy = side.version->vocabulary->taxonomy_of(own);
        for (CodeIndex above = code; above != no_code; above = joined.node(above).parent) {
            if (const auto found = taxonomy.find(joined.node(above).code)) {
                return found;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] Job job_for(const JoinedSide& side) const {
        Job job;
        const Vocabulary& own = *side.version->vocabulary;
        for (FactIndex fact = 0; fact < own.facts.size(); ++fact) {
            if (!own.facts[fact].stated_freely()) {
                continue;
            }
            Knowledge known = knowledge_[side.facts[fact]];
            known.fact = fact;
            const Taxonomy* joined =
                own.facts[fact].type == FactType::code || own.facts[fact].type == FactType::code_set
                    ? &vocabulary_.taxonomy_of(side.facts[fact])
                    : nullptr;
            for (auto* codes : {&known.codes, &known.set.has}) {
                std::vector<CodeIndex> moved;
                for (const CodeIndex code : *codes) {
                    if (const auto found = code_for(side, fact, *joined, code)) {
                        moved.push_back(*found);
                    }
                }
                *codes = std::move(moved);
            }
            job.stated.push_back(std::move(known));
        }
        return job;
    }

    /// Judges the job under one law and returns the norms that give the outcome.
    /// Nothing where what the witness supposes of unread texts cannot be put to the reference reading: an example that
    /// it has not read is not told.
    [[nodiscard]] std::optional<std::vector<GroundOfOutcome>> confirm(std::size_t which, std::size_t outcome) {
        const JoinedSide& side = joint_.law().sides[which];
        // A season follows from the day; the witness says itself which season it speaks of.
        auto version = std::make_shared<Version>(*side.version);
        for (FactIndex fact = 0; fact < version->given.size(); ++fact) {
            if (version->given[fact] && version->vocabulary->facts[fact].role == FactRole::season) {
                const auto& choices = knowledge_[side.facts[fact]].choices;
                version->given[fact]->choice =
                    static_cast<std::size_t>(std::find(choices.begin(), choices.end(), true) - choices.begin());
            }
        }
        Situation situation = make_situation(version, job_for(side), {});
        const auto& variables = joint_.space().variables();
        std::map<std::uint32_t, std::uint32_t> unseen_laws;
        std::vector<bool> unseen(version->norms.size(), false);
        for (Level level = 0; level < variables.size(); ++level) {
            const SpaceVariable& variable = variables[level];
            if (variable.kind == SpaceVariable::Kind::unseen && cells_[level] == 1) {
                const Span& span = joint_.version().norms[variable.index].span;
                for (NormIndex own = 0; own < version->norms.size(); ++own) {
                    unseen[own] = unseen[own] || side.first_norm + own == variable.index ||
                                  (span.end > span.begin && version->norms[own].span == span);
                }
            }
            if (variable.kind == SpaceVariable::Kind::unseen_law) {
                const Span& span = joint_.version().unseen_laws[variable.index].span;
                for (std::uint32_t own = 0; own < version->unseen_laws.size(); ++own) {
                    if (side.first_unseen_law + own == variable.index ||
                        (span.end > span.begin && version->unseen_laws[own].span == span)) {
                        unseen_laws[own] = cells_[level];
                    }
                }
            }
        }
        situation.unseen_blocks = unseen;  // what the witness leaves silent gives nothing
        const auto statuses = reference::requirement_statuses(situation, completion_budget);
        std::optional<std::vector<GroundOfOutcome>> norms;
        const Outcome wanted = outcome == version->classes.size() ? out_of_scope : static_cast<Outcome>(outcome);
        std::string met;
        reference::for_each_completion(situation, completion_budget, [&](const Completion& completion) {
            for (NormIndex own = 0; own < unseen.size(); ++own) {
                if (unseen[own] && !completion.unseen.at(own)) {
                    return;
                }
            }
            for (const auto& [own, cls] : unseen_laws) {
                if (completion.unseen_laws.at(own) != none_index && completion.unseen_laws.at(own) != cls) {
                    return;
                }
            }
            const reference::Reading reading = reference::read(situation, completion, statuses);
            met += version->outcome_name(reading.outcome) + " ";
            if (reading.outcome == wanted && !norms && (!also_ || also_(situation, completion, reading))) {
                norms.emplace();
                for (NormIndex own = 0; wanted != out_of_scope && own < reading.given.size(); ++own) {
                    if (reading.given[own] == reading.outcome) {
                        add_ground(*norms, which, own, outcome);
                    }
                }
                // No norm, and not the default: a law that was not read gives the class.
                const bool by_norms = !norms->empty() || wanted == out_of_scope || wanted == version->default_class();
                for (std::size_t own = 0; !by_norms && own < completion.unseen_laws.size(); ++own) {
                    if (completion.unseen_laws[own] == reading.outcome) {
                        const UnseenLaw& law = version->unseen_laws[own];
                        norms->push_back({law.name, fmt::format(fmt::runtime(texts.supposed_law), law.title),
                                          citation_text(*version, law.citation)});
                    }
                }
            }
        });
        if (met.empty()) {
            return std::nullopt;
        }
        if (!norms) {
            std::string job;
            for (FactIndex fact = 0; fact < knowledge_.size(); ++fact) {
                job += fmt::format(" {}={};", vocabulary_.facts[fact].name, shown(fact).text);
            }
            throw WitnessRefuted(fmt::format("a witness for `{}` under {} is judged {}:{}",
                                             joint_.outcome_name(outcome), side.label, met.empty() ? "nothing" : met,
                                             job));
        }
        return *norms;
    }

    /// The norm, or the exceptions to it that give the class instead of its own: who reads "light work" beside the
    /// title of the general minimum age is misled.
    void add_ground(std::vector<GroundOfOutcome>& grounds, std::size_t which, NormIndex own, std::size_t outcome) {
        const Version& version = *joint_.law().sides[which].version;
        const Norm& norm = version.norms[own];
        bool excepted = false;
        for (const NormIndex exception : norm.exceptions) {
            if (version.norms[exception].kind == NormKind::exception &&
                holds_at(joint_.diagrams(), joint_.given_by(which, exception).at(outcome), cells_)) {
                add_ground(grounds, which, exception, outcome);
                excepted = true;
            }
        }
        const bool told = std::any_of(grounds.begin(), grounds.end(),
                                      [&](const GroundOfOutcome& ground) { return ground.name == norm.name; });
        if (!excepted && !told) {
            const bool supposed = norm.kind == NormKind::unseen;
            grounds.push_back({norm.name,
                               supposed ? fmt::format(fmt::runtime(texts.supposed_part), norm.title) : norm.title,
                               citation_text(version, norm.citation)});
        }
    }

    // ---- telling ----------------------------------------------------------------------------------------------------

    [[nodiscard]] decide::ShownValue shown(FactIndex fact) const {
        Situation situation;
        situation.facts.resize(knowledge_.size());
        FactSituation& known = situation.facts[fact];
        known.fixed = true;
        known.choices = knowledge_[fact].choices;
        known.numbers = knowledge_[fact].numbers;
        known.codes = knowledge_[fact].codes;
        known.set = knowledge_[fact].set;
        known.minutes = knowledge_[fact].minutes;
        return decide::shown_value(joint_.version(), situation, fact);
    }

    /// The value in the words of the laws: the title of a choice, a code with its title.
    [[nodiscard]] std::string text_of(FactIndex fact) const {
        const FactDeclaration& declaration = vocabulary_.facts[fact];
        const Knowledge& known = knowledge_[fact];
        const bool set = declaration.type == FactType::code_set;
        if (declaration.type == FactType::choice) {
            const auto chosen = std::find(known.choices.begin(), known.choices.end(), true) - known.choices.begin();
            return declaration.choices[static_cast<std::size_t>(chosen)].title;
        }
        if (declaration.type != FactType::code && (!set || known.set.has.empty())) {
            return shown(fact).text;
        }
        const Taxonomy& taxonomy = vocabulary_.taxonomy_of(fact);
        std::string text;
        for (const CodeIndex code : set ? known.set.has : known.codes) {
            const Taxonomy::Node& node = taxonomy.node(code);
            text += text.empty() ? "" : texts.separator;
            // The codes of a classification are looked up; those of our own trees are names for programs.
            text += taxonomy.exhaustive() ? fmt::format(fmt::runtime(texts.code_and_title), node.code, node.title)
                                          : node.title;
        }
        return text;
    }

    /// A season follows from the day of the job, and no job file states it.
    [[nodiscard]] bool is_season(FactIndex fact) const {
        const auto& sides = joint_.law().sides;
        return std::any_of(sides.begin(), sides.end(), [&](const JoinedSide& side) {
            const auto own = std::find(side.facts.begin(), side.facts.end(), fact);
            return own != side.facts.end() &&
                   side.version->vocabulary->facts[static_cast<std::size_t>(own - side.facts.begin())].role ==
                       FactRole::season;
        });
    }

    void tell(Witness& witness) const {
        std::vector<bool> told(vocabulary_.facts.size(), false);
        const auto& variables = joint_.space().variables();
        const auto tell_fact = [&](FactIndex fact) {
            if (fact == no_fact || told[fact]) {
                return;
            }
            told[fact] = true;
            const FactDeclaration& declaration = vocabulary_.facts[fact];
            const std::string text = text_of(fact);
            if (declaration.role == FactRole::question || declaration.role == FactRole::parameter || is_season(fact)) {
                witness.law_open.push_back(fmt::format(fmt::runtime(texts.subject_and_value), declaration.title, text));
            } else {
                witness.facts.push_back({declaration.name, declaration.title, text, shown(fact).json});
            }
        };
        for (const auto& [level, cells] : essential_) {
            const SpaceVariable& variable = variables[level];
            if (variable.fact != no_fact) {
                // What is supposed of the law is told also where it is what the law's text takes it to be.
                if (literal_at(level) != nullptr || joint_.is_of_law(level) || !as_usual(variable.fact)) {
                    tell_fact(variable.fact);
                }
            } else if (variable.kind == SpaceVariable::Kind::numbers) {
                const NumberComponent& component = joint_.space().numbers().components()[variable.index];
                for (const std::uint32_t index : component.variables) {
                    const FactIndex fact = joint_.space().numbers().variables()[index].fact;
                    if (fact != no_fact && !as_usual(fact)) {
                        tell_fact(fact);
                    }
                }
                if (component.with_shift) {
                    tell_fact(joint_.version().shift_start);
                    tell_fact(joint_.version().shift_end);
                }
            } else if (cells_[level] != 0) {
                for (const CellTest& test : tests_.at(level)) {
                    if (test.truth[cells_[level]]) {
                        witness.law_open.push_back(
                            fmt::format(fmt::runtime(texts.subject_and_value), test.subject, test.yes_text));
                    }
                }
            }
        }
    }

    /// A law asks for the fact instead of assuming it, because of what else is said of the job.
    [[nodiscard]] bool asked_if_absent(FactIndex fact) const {
        const auto& sides = joint_.law().sides;
        return std::any_of(sides.begin(), sides.end(), [&](const JoinedSide& side) {
            const auto found = std::find(side.facts.begin(), side.facts.end(), fact);
            const auto own = static_cast<FactIndex>(found - side.facts.begin());
            if (found == side.facts.end() || !side.version->vocabulary->facts[own].asked_when) {
                return false;
            }
            Job job = job_for(side);
            std::erase_if(job.stated, [&](const Knowledge& stated) { return stated.fact == own; });
            return !make_situation(side.version, job, {}).facts[own].has_assumption;
        });
    }

    /// What a law assumes of the fact when nothing is said: need not be told.
    [[nodiscard]] bool as_usual(FactIndex fact) const {
        const FactDeclaration& declaration = vocabulary_.facts[fact];
        const auto value = usual_value(joint_.law(), fact);
        if (!value || asked_if_absent(fact)) {
            return false;
        }
        const Knowledge& known = knowledge_[fact];
        switch (declaration.type) {
            case FactType::yes_no:
            case FactType::choice:
                return known.choices[value->choice];
            case FactType::number:
                return known.numbers.front().low == value->number;
            case FactType::code_set:
                return known.set.has.empty();
            case FactType::code:
            case FactType::time_of_day:
                return false;
        }
        return false;
    }

    [[nodiscard]] const Literal* literal_at(Level level) const {
        const auto found = std::find_if(box_.literals.begin(), box_.literals.end(),
                                        [&](const Literal& literal) { return literal.level == level; });
        return found == box_.literals.end() ? nullptr : &*found;
    }

    static constexpr std::size_t completion_budget = 4096;

    JointDiagrams& joint_;
    const CellTests& tests_;
    const Box& box_;
    const AlsoTrue& also_;
    const Vocabulary& vocabulary_;
    std::vector<std::uint32_t> cells_;  ///< by level
    AllowedCells essential_;            ///< the cells that are enough for both outcomes
    std::vector<Knowledge> knowledge_;  ///< by joined fact: one value each
};

}  // namespace

std::optional<Witness> find_witness(JointDiagrams& joint, const CellTests& tests, const Box& box, Diagram region,
                                    const std::array<std::size_t, 2>& outcomes, const AlsoTrue& also) {
    return Finding(joint, tests, box, also).run(region, outcomes);
}

std::optional<Witness> find_witness(JointDiagrams& joint, const CellTests& tests, const Box& box,
                                    const Sought& sought) {
    return Finding(joint, tests, box, {}).run(sought);
}

}  // namespace labourlex::analyse
