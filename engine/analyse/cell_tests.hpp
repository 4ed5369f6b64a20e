// The yes/no tests that tell the cells of a variable apart, and how people say them.
//
// A box is told as "age under 15; sector is construction": so each set of cells that a box allows must be the cells
// that pass some tests and fail others. For every level this gives the tests there are, each with its truth in every
// cell and as an atom that engine/tables/describe.hpp can put into words.
#pragma once

#include "engine/analyse/joint_diagrams.hpp"

#include <string>
#include <utility>
#include <vector>

namespace labourlex::analyse {

struct CellTest {
    std::vector<bool> truth;        ///< by cell
    AtomIndex atom = none_index;    ///< in `CellTests::version`; none_index where `text` says it
    std::string subject;            ///< unread parts, unread law, unknown figures
    std::string yes_text, no_text;  ///< with `subject`: what the test says when it holds and when not
};

/// By level. For a choice each value is a test, and a box may allow any set of values.
class CellTests {
public:
    explicit CellTests(JointDiagrams& joint);

    [[nodiscard]] const std::vector<CellTest>& at(Level level) const { return tests_.at(level); }
    /// The joined version with the comparisons of numbers as further atoms.
    [[nodiscard]] const Version& version() const { return version_; }

private:
    void add_numbers(JointDiagrams& joint, const decide::SpaceVariable& variable, std::vector<CellTest>& tests);

    Version version_;
    std::vector<std::vector<CellTest>> tests_;
};

/// Tests with the answers they must have, in words, one entry a subject: ("Age in completed years", "under 15 years").
using SaidTests = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] SaidTests say_tests(const CellTests& tests, const std::vector<std::pair<const CellTest*, bool>>& answers);

/// Instrument and provision, as people cite them.
[[nodiscard]] std::string citation_text(const Version& version, const Citation& citation);

}  // namespace labourlex::analyse
