// Walking the completions of a situation: one value of each free variable, the constraints looked at as soon as
// everything they speak of has its value.
#include "engine/law/completion_space.hpp"
#include "engine/law/reference_reading.hpp"

#include <algorithm>

namespace labourlex::reference {

namespace {

class Walk {
public:
    Walk(CompletionSpace space, std::size_t budget, const std::function<void(const Completion&)>& visit)
        : space_(std::move(space)),
          budget_(budget),
          visit_(visit),
          completion_(space_.base),
          due_(space_.variables.size() + 1) {
        for (const Constraint& constraint : space_.constraints) {
            due_[last_variable(constraint)].push_back(&constraint);
        }
    }

    /// False when the budget ran out.
    bool walk() { return satisfied(0) ? choose(0) : true; }

private:
    /// One past the last variable that the constraint speaks of: 0 when it speaks of fixed things only.
    [[nodiscard]] std::size_t last_variable(const Constraint& constraint) const {
        for (std::size_t index = space_.variables.size(); index > 0; --index) {
            const auto& sources = space_.variables[index - 1].sources;
            if (std::any_of(sources.begin(), sources.end(),
                            [&](const Source& source) { return constraint.sources.count(source) != 0; })) {
                return index;
            }
        }
        return 0;
    }

    [[nodiscard]] bool satisfied(std::size_t chosen) const {
        return std::all_of(due_[chosen].begin(), due_[chosen].end(),
                           [&](const Constraint* constraint) { return constraint->satisfied(completion_); });
    }

    bool choose(std::size_t index) {
        if (index == space_.variables.size()) {
            if (visited_ == budget_) {
                return false;
            }
            ++visited_;
            visit_(completion_);
            return true;
        }
        for (const auto& put : space_.variables[index].values) {
            put(completion_);
            // A walk that meets nothing but dead ends must end as well.
            if (++steps_ / 64 > budget_) {
                return false;
            }
            if (satisfied(index + 1) && !choose(index + 1)) {
                return false;
            }
        }
        return true;
    }

    CompletionSpace space_;
    std::size_t budget_;
    const std::function<void(const Completion&)>& visit_;
    Completion completion_;
    std::vector<std::vector<const Constraint*>> due_;
    std::size_t visited_ = 0;
    std::size_t steps_ = 0;
};

}  // namespace

bool for_each_completion(const Situation& situation, std::size_t budget,
                         const std::function<void(const Completion&)>& visit) {
    CompletionSpace space = make_completion_space(situation, budget);
    const bool every_value = space.complete;
    return Walk(std::move(space), budget, visit).walk() && every_value;
}

}  // namespace labourlex::reference
