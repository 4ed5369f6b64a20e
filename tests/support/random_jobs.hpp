// Random jobs for a version of a law, for holding the readings against each other.
//
// Jobs drawn evenly from all values hardly meet the law: most codes are named nowhere, most numbers lie far from every
// limit, and with many hazards at once everything is hazardous. So a job is drawn in three steps: quiet values for most
// facts; then one or two norms are picked and the facts moved to where the norm's condition holds, at, just above or
// just below its thresholds; then facts that an impossible combination speaks of are drawn again until none holds.
//
// Everything depends on the seed alone, with the same result on every machine.
#pragma once

#include "engine/law/situation.hpp"

#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace labourlex::testing {

class RandomJobs {
public:
    RandomJobs(std::shared_ptr<const Version> version, std::uint64_t seed);

    /// Every fact, question and edge has one value: stated, or absent and assumed.
    [[nodiscard]] Job complete();
    /// A complete job of which one to six facts are unknown, known within bounds, one of several, or left out.
    [[nodiscard]] Job partial();

private:
    [[nodiscard]] std::uint64_t below(std::uint64_t bound);
    [[nodiscard]] bool chance(int percent);
    template <class T>
    const T& one_of(const std::vector<T>& values) {
        return values.at(below(values.size()));
    }

    void learn_thresholds();
    void draw(FactIndex fact);
    void aim_at(const Condition& condition, int depth);
    void aim_at_atom(const Atom& atom);
    void aim_at_number(const LinearForm& form);
    [[nodiscard]] bool possible();
    [[nodiscard]] Rational number_near(FactIndex fact);
    [[nodiscard]] CodeIndex code_near(FactIndex fact);
    [[nodiscard]] CodeIndex below_code(const Taxonomy& taxonomy, CodeIndex code, bool leaf);
    [[nodiscard]] Knowledge& knowledge(FactIndex fact);
    void put_number(FactIndex fact, const Rational& value);
    void put_choice(FactIndex fact, std::size_t choice);
    void put_minutes(FactIndex fact, int minutes);
    void obscure(FactIndex fact);
    void obscure_set(Knowledge& known);
    [[nodiscard]] Job job_of_drawn(const char* kind);

    std::shared_ptr<const Version> version_;
    std::mt19937_64 random_;
    std::uint64_t seed_;
    std::uint64_t number_ = 0;
    std::vector<std::vector<Rational>> thresholds_;  ///< by FactIndex
    std::vector<std::vector<CodeIndex>> mentioned_;  ///< by FactIndex
    std::vector<FactIndex> used_;                    ///< facts that some atom asks about
    std::vector<FactIndex> tied_;                    ///< facts that impossible combinations speak of
    std::vector<int> minutes_;                       ///< edges of clock windows
    std::vector<std::optional<Knowledge>> drawn_;    ///< by FactIndex; empty: absent
};

/// The job as a file that `labourlex classify` reads, to replay it.
[[nodiscard]] std::string job_as_yaml(const Job& job, const Version& version);

}  // namespace labourlex::testing
