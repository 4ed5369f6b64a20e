// Stated jobs judged under two laws: which of them change class.
//
// A difference of two laws is told for every possible job. Here the jobs are given: judged cases, or records of a
// survey, and each is classified as it is stated, once under either law. What a job leaves open stays open, so a job
// may be undetermined under one law and decided under the other. The day is that of the law; a day that the job names
// itself does not count: what is asked for is the difference between the two laws.
#pragma once

#include "engine/include/labourlex/verdict.hpp"
#include "engine/law/model.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace labourlex {

/// What became of a job. `opened`: undetermined under the second law only; `settled`: under the first only.
enum class Turn { laxer, stricter, reclassified, opened, settled };

/// A provision that gives a job its class.
struct ReplayGround {
    std::string rule;
    std::string title;
    VerdictCitation citation;
};

/// The verdict of one law on a job, as far as a comparison needs it.
struct ReplayVerdict {
    std::string outcome;  ///< a class, `undetermined` or `out-of-scope`
    std::vector<std::string> possible;
    std::vector<std::string> possible_titles;
    std::vector<ReplayGround> grounds;
    std::vector<std::string> missing;  ///< undetermined: facts, questions and parameters that could decide
    std::string asks;                  ///< undetermined: the first question, or the first text that was not read
};

struct ReplayedJob {
    std::string id;
    std::string where;  ///< file and line
    std::string text;   ///< what the job says of itself; may be empty
    std::array<ReplayVerdict, 2> verdicts;
};

/// Jobs that change in one way.
struct ReplayedChange {
    std::string from, to;  ///< outcomes
    Turn turn = Turn::reclassified;
    std::vector<ReplayedJob> jobs;  ///< in the order in which they were added
};

/// A job that one of the two laws cannot take as it is stated.
struct ReplayRefusal {
    std::string id;
    std::string where;
    std::size_t side = 0;
    std::string reason;
};

class Replay {
public:
    /// `first`, `second`: labels of the laws. `classes`: those of both, mildest first.
    Replay(std::string first, std::string second, std::vector<ClassDeclaration> classes);

    void add(std::string id, std::string where, std::string text, const std::array<Verdict, 2>& verdicts);
    /// A job of another jurisdiction, which neither law judges.
    void skip(const std::string& jurisdiction) { ++skipped_[jurisdiction]; }
    void refuse(ReplayRefusal refusal) { refused_.push_back(std::move(refusal)); }

    [[nodiscard]] const std::array<std::string, 2>& laws() const { return laws_; }
    [[nodiscard]] const std::vector<ClassDeclaration>& classes() const { return classes_; }
    [[nodiscard]] std::size_t judged() const { return judged_; }
    [[nodiscard]] std::size_t changed() const;
    [[nodiscard]] const std::array<std::size_t, 2>& undetermined() const { return undetermined_; }
    /// Undetermined under both laws, between other classes. They are not among those that change class.
    [[nodiscard]] const std::vector<ReplayedJob>& other_possible() const { return other_possible_; }
    /// By jurisdiction.
    [[nodiscard]] const std::map<std::string, std::size_t>& skipped() const { return skipped_; }
    [[nodiscard]] const std::vector<ReplayRefusal>& refused() const { return refused_; }
    /// What becomes lawful first, for a wrong "permitted" costs most; then what becomes stricter, and the rest.
    [[nodiscard]] std::vector<ReplayedChange> changes() const;
    /// The title of a class; nothing for `undetermined` and `out-of-scope`.
    [[nodiscard]] std::optional<std::string> class_title(const std::string& outcome) const;

private:
    [[nodiscard]] Turn turn(const std::string& from, const std::string& to) const;
    /// 0 for lawful outcomes and for what is out of scope, else the gravity of the class.
    [[nodiscard]] std::size_t gravity(const std::string& outcome) const;

    std::array<std::string, 2> laws_;
    std::vector<ClassDeclaration> classes_;
    std::size_t judged_ = 0;
    std::array<std::size_t, 2> undetermined_{};
    std::vector<ReplayedJob> other_possible_;
    std::map<std::string, std::size_t> skipped_;
    std::vector<ReplayRefusal> refused_;
    std::map<std::pair<std::string, std::string>, std::vector<ReplayedJob>> moved_;
};

}  // namespace labourlex
