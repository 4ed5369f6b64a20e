// Complete jobs grown from a judged one: what is open in it is filled with values that the law tells apart.
//
// An exported table answers for complete jobs only. A judged case mostly leaves facts open or to assumptions, so it is
// completed several times over: each free variable of its completion space (engine/law/completion_space.hpp) gets one
// of its values, drawn by a seeded generator, and what an absent fact is assumed to be is stated. The law then reads
// the complete job, and that reading is what other engines must give.
#pragma once

#include "engine/exchange/decision_model.hpp"
#include "engine/law/reference_reading.hpp"
#include "engine/tables/decision_table.hpp"

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <random>

namespace labourlex::testing {

/// A job as inputs of a model, and what the law says of it.
struct ExchangeCase {
    nlohmann::ordered_json inputs;
    std::string outcome;
    std::vector<std::string> norms;   ///< that give the outcome
    std::vector<std::string> unread;  ///< unread parts that speak and do not block
    bool formally_broken = false;     ///< a formal requirement is broken, which the judged job did not say
};

/// Why a completion cannot be made into inputs.
enum class Unfit {
    contradictory,  ///< no values were found that the law's constraints allow
    figure,         ///< a number that no decimal of 15 digits gives
    times           ///< one time alone settles the terms of time, in a way that no pair of times does
};

struct CompletedJob {
    std::optional<ExchangeCase> made;
    Unfit unfit = Unfit::contradictory;
};

/// Throws std::logic_error when the reference reading and the tables disagree.
[[nodiscard]] CompletedJob complete_job(const CompiledTables& tables, const exchange::DecisionModel& model,
                                        const Job& job, std::mt19937& random);

}  // namespace labourlex::testing
