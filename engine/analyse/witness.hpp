// A job that shows a claim, judged by the reference reading before anybody sees it.
//
// A claim about a box ("prohibited before, hazardous after") is shown by one complete job of the box: for each variable
// an allowed cell, quiet ones where the box leaves the choice, at the edge where it draws one; for each cell a value.
// The job is then judged under both laws by the reference reading - which knows nothing of tables, cells and diagrams.
// Where it does not confirm both outcomes the analysis is wrong, and says so instead of printing (WitnessRefuted).
#pragma once

#include "engine/analyse/boxes.hpp"
#include "engine/analyse/elimination.hpp"
#include "engine/facts/job.hpp"
#include "engine/law/reference_reading.hpp"

#include <array>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace labourlex::analyse {

/// The reference reading does not agree with the diagrams: a defect of the program.
struct WitnessRefuted : std::logic_error {
    using std::logic_error::logic_error;
};

/// One fact of the job.
struct WitnessFact {
    std::string name;   ///< as a job file writes it
    std::string title;  ///< as people call it
    std::string text;   ///< "15 years", "5223 Shop Sales Assistants"
    std::string json;   ///< 15, "5223"
};

/// A norm that gives an outcome; where an exception gives it, the exception.
struct GroundOfOutcome {
    std::string name;
    std::string title;
    std::string citation;  ///< instrument and provision
};

struct Witness {
    std::vector<WitnessFact> facts;     ///< the rest is as the laws assume when nothing is said
    std::vector<std::string> law_open;  ///< what is supposed of texts not read, questions not answered, the season
    std::array<std::vector<GroundOfOutcome>, 2> norms;  ///< by side; none: the default, or out of scope
    std::array<std::size_t, 2> outcomes{};              ///< by side, as JointDiagrams numbers them
};

/// Jobs that meet many conditions at once, of which an elimination has shown for which kinds there are some.
struct Sought {
    Diagram kinds = 0;  ///< over the kept variables
    const Elimination* rest = nullptr;
    std::vector<Diagram> conditions;  ///< what the job must meet
};

/// What else the reference reading has to confirm of a job, beside its outcome.
using AlsoTrue = std::function<bool(const Situation&, const Completion&, const reference::Reading&)>;

/// A job of the box that is in `region`. `outcomes`: what the two laws must say of it. Nothing when no short decimal
/// numbers fit (then the claim stands without a witness, and the caller says so).
[[nodiscard]] std::optional<Witness> find_witness(JointDiagrams& joint, const CellTests& tests, const Box& box,
                                                  Diagram region, const std::array<std::size_t, 2>& outcomes,
                                                  const AlsoTrue& also = {});

/// A job of the box that is sought, with the outcomes that the diagrams give it.
[[nodiscard]] std::optional<Witness> find_witness(JointDiagrams& joint, const CellTests& tests, const Box& box,
                                                  const Sought& sought);

}  // namespace labourlex::analyse
