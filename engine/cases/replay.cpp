#include "engine/cases/replay.hpp"

#include "engine/cases/case_judgement.hpp"

#include <algorithm>
#include <tuple>

namespace labourlex {

namespace {

constexpr std::string_view undetermined_word = "undetermined";

ReplayVerdict told(const Verdict& verdict) {
    ReplayVerdict result;
    result.outcome = outcome_word(verdict);
    result.possible = verdict.possible;
    result.possible_titles = verdict.possible_titles;
    if (verdict.status == VerdictStatus::undetermined) {
        for (const VerdictMissing& missing : verdict.missing) {
            result.missing.push_back(missing.fact);
            if (result.asks.empty()) result.asks = missing.question.empty() ? missing.fact : missing.question;
        }
        for (const VerdictUnseen& unseen : verdict.unseen) {
            if (result.asks.empty() && unseen.strength == "blocking") result.asks = unseen.title;
        }
    }
    if (verdict.status != VerdictStatus::decided) return result;
    // Where it is open which of several provisions gives the class, each of them may be the one.
    for (const bool certain : {true, false}) {
        for (const VerdictReason& reason : verdict.reasons) {
            if (reason.cls != verdict.cls || (reason.applies == "certain") != certain) continue;
            result.grounds.push_back({reason.rule, reason.title, reason.citation});
        }
        if (!result.grounds.empty()) break;
    }
    return result;
}

}  // namespace

Replay::Replay(std::string first, std::string second, std::vector<ClassDeclaration> classes)
    : laws_{std::move(first), std::move(second)}, classes_(std::move(classes)) {}

void Replay::add(std::string id, std::string where, std::string text, const std::array<Verdict, 2>& verdicts) {
    ReplayedJob job{std::move(id), std::move(where), std::move(text), {told(verdicts[0]), told(verdicts[1])}};
    ++judged_;
    for (std::size_t side = 0; side < 2; ++side) {
        if (job.verdicts[side].outcome == undetermined_word) ++undetermined_[side];
    }
    if (job.verdicts[0].outcome != job.verdicts[1].outcome) {
        const auto way = std::pair(job.verdicts[0].outcome, job.verdicts[1].outcome);
        moved_[way].push_back(std::move(job));
    } else if (job.verdicts[0].possible != job.verdicts[1].possible) {
        other_possible_.push_back(std::move(job));
    }
}

std::size_t Replay::changed() const {
    std::size_t count = 0;
    for (const auto& [way, jobs] : moved_) count += jobs.size();
    return count;
}

std::size_t Replay::gravity(const std::string& outcome) const {
    const auto found = std::find_if(classes_.begin(), classes_.end(),
                                    [&](const ClassDeclaration& declared) { return declared.name == outcome; });
    return found == classes_.end() || found->lawful() ? 0 : static_cast<std::size_t>(found - classes_.begin()) + 1;
}

Turn Replay::turn(const std::string& from, const std::string& to) const {
    if (from == undetermined_word) return Turn::settled;
    if (to == undetermined_word) return Turn::opened;
    const std::size_t before = gravity(from);
    const std::size_t after = gravity(to);
    return after > before ? Turn::stricter : after < before ? Turn::laxer : Turn::reclassified;
}

std::vector<ReplayedChange> Replay::changes() const {
    std::vector<ReplayedChange> result;
    for (const auto& [way, jobs] : moved_) {
        result.push_back({way.first, way.second, turn(way.first, way.second), jobs});
    }
    // The gravest first within each direction.
    const auto weight = [&](const ReplayedChange& change) {
        const std::size_t gravest = std::max(gravity(change.from), gravity(change.to));
        return std::make_tuple(change.turn, classes_.size() - gravest);
    };
    std::stable_sort(result.begin(), result.end(),
                     [&](const ReplayedChange& a, const ReplayedChange& b) { return weight(a) < weight(b); });
    return result;
}

std::optional<std::string> Replay::class_title(const std::string& outcome) const {
    const auto found = std::find_if(classes_.begin(), classes_.end(),
                                    [&](const ClassDeclaration& declared) { return declared.name == outcome; });
    if (found == classes_.end()) return std::nullopt;
    return found->title.empty() ? found->name : found->title;
}

}  // namespace labourlex
