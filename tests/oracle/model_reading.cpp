#include "tests/oracle/model_reading.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace labourlex::oracle {

namespace {

class ModelOfLaw {
public:
    ModelOfLaw(const z3::model& model, JobVariables& variables, std::size_t side)
        : model_(model), variables_(variables), side_(side), law_(variables.law(side)) {
        situation_.version = variables.law_shared(side);
        situation_.facts.resize(law_.vocabulary->facts.size());
        for (FactSituation& fact : situation_.facts) {
            fact.origin = Origin::stated;  // a complete job states everything
            fact.fixed = true;
        }
        completion_.facts.resize(law_.vocabulary->facts.size());
        for (FactIndex fact = 0; fact < completion_.facts.size(); ++fact) {
            read_fact(fact);
        }
        read_shift();
        read_unknowns();
    }

    [[nodiscard]] JudgedModel judge() const {
        JudgedModel result;
        result.possible = std::none_of(
            law_.impossible.begin(), law_.impossible.end(),
            [&](const Impossible& impossible) { return reference::holds(situation_, impossible.when, completion_); });
        // "[A requirement is] met if its `needs` holds in every completion where it applies": here there is one.
        std::vector<reference::RequirementStatus> statuses;
        for (const Norm& norm : law_.norms) {
            const bool met = !norm.needs || reference::holds(situation_, *norm.needs, completion_);
            statuses.push_back(met ? reference::RequirementStatus::met : reference::RequirementStatus::broken);
        }
        result.reading = reference::read(situation_, completion_, statuses);
        return result;
    }

    [[nodiscard]] std::string told() const {
        std::string text;
        for (FactIndex fact = 0; fact < completion_.facts.size(); ++fact) {
            const FactDeclaration& declaration = law_.vocabulary->facts[fact];
            const FactValue& value = completion_.facts[fact];
            if (said_by_law(law_, fact)) {
                continue;
            }
            text += declaration.name + ": ";
            switch (declaration.type) {
                case FactType::yes_no:
                case FactType::choice:
                    text += declaration.choices.at(value.choice).name;
                    break;
                case FactType::number:
                    text += value.number.text();
                    break;
                case FactType::code:
                    text += value.code == no_code ? "(none)" : law_.vocabulary->taxonomy_of(fact).node(value.code).code;
                    break;
                case FactType::code_set:
                    for (const CodeIndex code : value.set) {
                        text +=
                            code == no_code ? "(unnamed) " : law_.vocabulary->taxonomy_of(fact).node(code).code + " ";
                    }
                    break;
                case FactType::time_of_day:
                    text += time_of_day_text(fact == law_.shift_start ? completion_.start : completion_.end);
                    break;
            }
            text += '\n';
        }
        return text;
    }

private:
    [[nodiscard]] bool truth(const z3::expr& expression) const { return model_.eval(expression, true).is_true(); }
    [[nodiscard]] int whole(const z3::expr& expression) const {
        return model_.eval(expression, true).get_numeral_int();
    }
    [[nodiscard]] Rational number(const z3::expr& expression) const {
        const z3::expr value = model_.eval(expression, true);
        return {value.numerator().get_numeral_int64(), value.denominator().get_numeral_int64()};
    }
    [[nodiscard]] std::size_t which(const std::vector<z3::expr>& parts) const {
        const auto found = std::find_if(parts.begin(), parts.end(), [&](const z3::expr& each) { return truth(each); });
        return static_cast<std::size_t>(found - parts.begin());
    }

    void read_fact(FactIndex fact) {
        FactValue& value = completion_.facts[fact];
        const FactVariable* variable = variables_.fact(side_, fact);
        if (variable == nullptr) {
            if (fact < law_.given.size() && law_.given[fact]) {
                value.choice = law_.given[fact]->choice;
                value.number = law_.given[fact]->number;
                value.code = law_.given[fact]->code;
            }
            return;
        }
        const FactDeclaration& declaration = law_.vocabulary->facts[fact];
        switch (declaration.type) {
            case FactType::yes_no:
            case FactType::choice:
                value.choice = which(variable->parts);
                break;
            case FactType::number:
                value.number = number(*variable->value);
                break;
            case FactType::code:
                value.code = code(fact, *variable, whole(*variable->whole_value));
                break;
            case FactType::code_set:
                for (std::size_t i = 0; i < variable->parts.size(); ++i) {
                    if (truth(variable->parts[i])) {
                        value.set.push_back(code(fact, *variable, static_cast<int>(i)));
                    }
                }
                if (variable->unnamed && truth(*variable->unnamed)) {
                    value.set.push_back(no_code);
                }
                break;
            case FactType::time_of_day:
                break;
        }
    }

    [[nodiscard]] CodeIndex code(FactIndex fact, const FactVariable& variable, int value) const {
        return variable.tree->code_in(law_.vocabulary->taxonomy_of(fact), value).value_or(no_code);
    }

    void read_shift() {
        if (law_.shift_start == no_fact) {
            situation_.shift.kind = ShiftSituation::Kind::fixed;
            situation_.shift.overlaps.assign(law_.atoms.size(), false);
            return;
        }
        situation_.shift.kind = ShiftSituation::Kind::free;  // the completion has the times
        completion_.start = whole(*variables_.fact(side_, law_.shift_start)->whole_value);
        completion_.end = whole(*variables_.fact(side_, law_.shift_end)->whole_value);
    }

    void read_unknowns() {
        for (LimitIndex limit = 0; limit < law_.limits.size(); ++limit) {
            auto& texts = completion_.open_cells.emplace_back();
            for (std::size_t text = 0; text < law_.limits[limit].size(); ++text) {
                auto& rows = texts.emplace_back();
                for (std::size_t row = 0; row < law_.limits[limit][text].rows.size(); ++row) {
                    const LimitCell& cell = law_.limits[limit][text].rows[row].cell;
                    rows.push_back(cell.kind == LimitCell::Kind::open
                                       ? number(variables_.open_cell(side_, limit, text, row))
                                       : cell.low);
                }
            }
        }
        for (std::size_t law = 0; law < law_.unseen_laws.size(); ++law) {
            completion_.unseen_laws.push_back(static_cast<std::uint32_t>(which(variables_.unseen_law(side_, law))));
        }
        for (NormIndex index = 0; index < law_.norms.size(); ++index) {
            const Norm& norm = law_.norms[index];
            const bool unseen = norm.kind == NormKind::unseen && !norm.could_lift;
            situation_.unseen_blocks.push_back(
                unseen &&
                (norm.blocking_when ? reference::holds(situation_, *norm.blocking_when, completion_) : norm.blocking));
            completion_.unseen.push_back(unseen && truth(variables_.unseen(side_, index)));
        }
    }

    const z3::model& model_;
    JobVariables& variables_;
    std::size_t side_;
    const Version& law_;
    Situation situation_;
    Completion completion_;
};

}  // namespace

JudgedModel judge(const z3::model& model, JobVariables& variables, std::size_t side) {
    return ModelOfLaw(model, variables, side).judge();
}

std::string told(const z3::model& model, JobVariables& variables, std::size_t side) {
    return ModelOfLaw(model, variables, side).told();
}

}  // namespace labourlex::oracle
