#include "engine/render/replay_report.hpp"

#include "engine/render/analysis_parts.hpp"
#include "engine/render/analysis_words.hpp"
#include "engine/render/flow_picture.hpp"
#include "engine/render/verdict_json.hpp"
#include "engine/render/words.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace labourlex {

namespace {

using Json = nlohmann::ordered_json;
constexpr const AnalysisWords& words = analysis_words;

std::string_view heading_of(Turn turn) {
    constexpr std::array headings = {words.replay_laxer, words.replay_stricter, words.replay_reclassified,
                                     words.replay_opened, words.replay_settled};
    return headings.at(static_cast<std::size_t>(turn));
}

/// Names that programs read.
std::string_view name_of(Turn turn) {
    constexpr std::array<std::string_view, 5> names = {"laxer", "stricter", "reclassified", "opened", "settled"};
    return names.at(static_cast<std::size_t>(turn));
}

std::string title_of(const Replay& replay, const std::string& outcome) {
    const auto title = replay.class_title(outcome);
    return title                       ? *title
           : outcome == "undetermined" ? std::string(words.undetermined_title)
                                       : std::string(words.out_of_scope_title);
}

std::string citation_of(const VerdictCitation& citation) {
    return citation.provision.empty() ? citation.instrument
                                      : fill(words.instrument_and_provision, {citation.instrument, citation.provision});
}

/// What gives the job its class.
std::string because(const ReplayVerdict& verdict) {
    if (verdict.grounds.empty()) {
        return std::string(verdict.outcome == "out-of-scope" ? words.no_reach : words.no_ground);
    }
    std::vector<std::string> grounds;
    for (const ReplayGround& ground : verdict.grounds) {
        // The act itself: it covers the job, and nothing in it bars the job.
        grounds.push_back(ground.title == ground.citation.instrument
                              ? std::string(words.no_ground)
                              : fill(words.ground_of_norm, {ground.title, citation_of(ground.citation)}));
    }
    return fmt::format("{}", fmt::join(grounds, words.list_separator));
}

/// The class that a law gives a job and why, or what leaves it open.
std::string side_text(const std::string& law, const ReplayVerdict& verdict) {
    if (verdict.outcome != "undetermined") return fill(words.ground, {law, because(verdict)});
    const std::string possible = join_or(verdict.possible_titles, english());
    return verdict.asks.empty() ? fill(words.open_between, {law, possible})
                                : fill(words.open_between_for, {law, possible, verdict.asks});
}

void add_jobs(Document& report, const Replay& replay, const std::vector<ReplayedJob>& jobs, std::size_t most) {
    for (std::size_t i = 0; i < std::min(most, jobs.size()); ++i) {
        const ReplayedJob& job = jobs[i];
        report.bullet(job.text.empty() ? fill(words.replay_job, {job.id, job.where})
                                       : fill(words.replay_job_with_text, {job.id, job.where, job.text}));
        for (std::size_t side = 0; side < 2; ++side) {
            add_detail(report, side_text(replay.laws()[side], job.verdicts[side]));
        }
    }
    if (jobs.size() > most) {
        report.bullet(fill(words.replay_more_jobs, {std::to_string(jobs.size() - most)}));
    }
}

std::string picture_of(const Replay& replay, const std::vector<ReplayedChange>& changes) {
    FlowPicture picture{replay.laws()[0], replay.laws()[1], {}, {}, std::string(words.picture_caption), 2};
    for (const ClassDeclaration& declared : replay.classes()) picture.titles.push_back(title_of(replay, declared.name));
    picture.titles.push_back(title_of(replay, "undetermined"));
    picture.titles.push_back(title_of(replay, "out-of-scope"));
    for (const ReplayedChange& change : changes) {
        const FlowBand::Colour colour = change.turn == Turn::laxer      ? FlowBand::Colour::laxer
                                        : change.turn == Turn::stricter ? FlowBand::Colour::stricter
                                                                        : FlowBand::Colour::other;
        picture.bands.push_back(
            {title_of(replay, change.from), title_of(replay, change.to), colour, change.jobs.size(), replay.changed(),
             fill(words.replay_band,
                  {title_of(replay, change.from), title_of(replay, change.to), std::to_string(change.jobs.size())})});
    }
    return flow_picture(picture);
}

void add_counts(Document& report, const Replay& replay) {
    std::vector<std::vector<std::string>> rows;
    const auto row = [&](std::string text, std::size_t count) {
        rows.push_back({std::move(text), std::to_string(count)});
    };
    row(std::string(words.replay_judged), replay.judged());
    row(std::string(words.replay_changed), replay.changed());
    for (std::size_t side = 0; side < 2; ++side) {
        row(fill(words.replay_undetermined, {replay.laws()[side]}), replay.undetermined()[side]);
    }
    row(std::string(words.replay_other_possible), replay.other_possible().size());
    if (!replay.refused().empty()) row(std::string(words.replay_refused), replay.refused().size());
    for (const auto& [jurisdiction, count] : replay.skipped()) {
        row(fill(words.replay_skipped, {jurisdiction}), count);
    }
    report.table({std::string(words.column_jobs_that), std::string(words.column_jobs)}, std::move(rows));
}

Json json_of_verdict(const ReplayVerdict& verdict) {
    Json rules = Json::array();
    for (const ReplayGround& ground : verdict.grounds) {
        rules.push_back({{"rule", ground.rule}, {"title", ground.title}, {"citation", citation_of(ground.citation)}});
    }
    return {{"outcome", verdict.outcome},
            {"possible", verdict.possible},
            {"rules", std::move(rules)},
            {"missing", verdict.missing}};
}

Json json_of_jobs(const std::vector<ReplayedJob>& jobs) {
    Json result = Json::array();
    for (const ReplayedJob& job : jobs) {
        result.push_back({{"id", job.id},
                          {"where", job.where},
                          {"first", json_of_verdict(job.verdicts[0])},
                          {"second", json_of_verdict(job.verdicts[1])}});
    }
    return result;
}

}  // namespace

Document report_of(const Replay& replay, std::size_t most) {
    const auto& [first, second] = replay.laws();
    Document report(fill(words.replay_title, {first, second}));
    const std::vector<ReplayedChange> changes = replay.changes();
    const std::string judged = std::to_string(replay.judged());
    if (replay.judged() == 0) {
        report.remark(std::string(words.replay_nothing_judged));
    } else if (changes.empty()) {
        report.remark(fill(words.replay_no_change, {judged}));
    } else {
        report.remark(fill(words.replay_some_change, {std::to_string(replay.changed()), judged}));
        report.picture(picture_of(replay, changes));
    }
    report.paragraph(fill(words.how_jobs_are_replayed, {first, second}));
    add_counts(report, replay);
    if (!changes.empty()) {
        report.heading(2, std::string(words.replay_moves));
        std::vector<std::vector<std::string>> rows;
        for (const ReplayedChange& change : changes) {
            rows.push_back(
                {title_of(replay, change.from), title_of(replay, change.to), std::to_string(change.jobs.size())});
        }
        report.table({first, second, std::string(words.column_jobs)}, std::move(rows));
    }
    for (const ReplayedChange& change : changes) {
        report.heading(2, fill(heading_of(change.turn), {title_of(replay, change.from), title_of(replay, change.to),
                                                         std::to_string(change.jobs.size())}));
        add_jobs(report, replay, change.jobs, most);
    }
    if (!replay.other_possible().empty()) {
        report.heading(2, std::string(words.replay_still_open));
        add_jobs(report, replay, replay.other_possible(), most);
    }
    if (!replay.refused().empty()) {
        report.heading(2, std::string(words.replay_refused_heading));
        for (std::size_t i = 0; i < std::min(most, replay.refused().size()); ++i) {
            const ReplayRefusal& refusal = replay.refused()[i];
            report.bullet(fill(words.replay_refusal,
                               {refusal.id, refusal.where, replay.laws().at(refusal.side), refusal.reason}));
        }
        if (replay.refused().size() > most) {
            report.bullet(fill(words.replay_more_jobs, {std::to_string(replay.refused().size() - most)}));
        }
    }
    return report;
}

std::string json_of(const Replay& replay) {
    Json json;
    json["first"] = replay.laws()[0];
    json["second"] = replay.laws()[1];
    json["judged"] = replay.judged();
    json["changed"] = replay.changed();
    json["undetermined"] = {{"first", replay.undetermined()[0]}, {"second", replay.undetermined()[1]}};
    json["skipped"] = Json::object();
    for (const auto& [jurisdiction, count] : replay.skipped()) json["skipped"][jurisdiction] = count;
    json["changes"] = Json::array();
    for (const ReplayedChange& change : replay.changes()) {
        json["changes"].push_back({{"from", change.from},
                                   {"to", change.to},
                                   {"direction", name_of(change.turn)},
                                   {"count", change.jobs.size()},
                                   {"jobs", json_of_jobs(change.jobs)}});
    }
    json["other_possible"] = json_of_jobs(replay.other_possible());
    json["refused"] = Json::array();
    for (const ReplayRefusal& refusal : replay.refused()) {
        json["refused"].push_back({{"id", refusal.id},
                                   {"where", refusal.where},
                                   {"law", replay.laws().at(refusal.side)},
                                   {"reason", refusal.reason}});
    }
    return json_text(json);
}

}  // namespace labourlex
