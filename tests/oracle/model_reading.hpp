// A job that Z3 found, judged by the reference reading.
//
// Where Z3 says that a job exists it gives one: a value for every variable. The reference reading, which knows neither
// formulas nor diagrams, judges the same job. So a claim that some job exists does not rest on the translation alone.
#pragma once

#include "engine/law/reference_reading.hpp"
#include "tests/oracle/job_variables.hpp"

namespace labourlex::oracle {

struct JudgedModel {
    bool possible = false;       ///< no declared constraint forbids the job
    reference::Reading reading;  ///< under one law
};

/// The job of `model` under the law of one side.
[[nodiscard]] JudgedModel judge(const z3::model& model, JobVariables& variables, std::size_t side);

/// The facts, for who looks into a disagreement.
[[nodiscard]] std::string told(const z3::model& model, JobVariables& variables, std::size_t side);

}  // namespace labourlex::oracle
