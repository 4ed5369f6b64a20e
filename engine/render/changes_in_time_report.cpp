#include "engine/render/analysis_parts.hpp"
#include "engine/render/analysis_report.hpp"
#include "engine/render/analysis_words.hpp"
#include "engine/render/difference_picture.hpp"
#include "engine/render/words.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace labourlex {

namespace {

using Json = nlohmann::ordered_json;
using analyse::ActOfDay;
using analyse::DayOfChange;
using analyse::Direction;
constexpr const AnalysisWords& words = analysis_words;

std::string act_text(const ActOfDay& act) {
    const std::string_view pattern = act.how == ActOfDay::How::begins ? words.act_begins
                                     : act.how == ActOfDay::How::ends ? words.act_ends
                                                                      : words.act_amends;
    const std::string text = fill(pattern, {act.act, act.day});
    switch (act.certainty) {
        case ActOfDay::Certainty::in_doubt:
            return fill(words.act_in_doubt, {text});
        case ActOfDay::Certainty::settled:
            return fill(words.act_settled, {text});
        case ActOfDay::Certainty::certain:
            break;
    }
    return text;
}

/// Names that programs read.
std::string_view name_of(ActOfDay::How how) {
    constexpr std::array<std::string_view, 3> names = {"amends", "begins", "ends"};
    return names.at(static_cast<std::size_t>(how));
}

std::string_view name_of(ActOfDay::Certainty certainty) {
    constexpr std::array<std::string_view, 3> names = {"certain", "in-doubt", "settled"};
    return names.at(static_cast<std::size_t>(certainty));
}

std::string ways(const DayOfChange& day, Direction direction) {
    if (!day.refused.empty() || !day.difference.complete) return std::string(words.not_compared);
    return std::to_string(std::count_if(day.difference.regions.begin(), day.difference.regions.end(),
                                        [&](const auto& region) { return region.direction == direction; }));
}

std::string acts_text(const DayOfChange& day) {
    if (day.acts.empty()) return std::string(words.acts_of_norms_only);
    std::vector<std::string> acts;
    for (const ActOfDay& act : day.acts) acts.push_back(act_text(act));
    return fmt::format("{}", fmt::join(acts, words.list_separator));
}

void add_regions(Document& report, const analyse::Difference& difference) {
    for (const analyse::DifferenceRegion& region : difference.regions) {
        report.bullet(heading_of(region, difference));
        if (region.boxes.empty()) continue;
        const analyse::DifferenceBox& box = region.boxes.front();
        add_detail(report, fill(words.first_group, {group_text(box.says)}));
        if (!box.witness) continue;
        add_detail(report, fill(words.ground, {difference.first,
                                               grounds_text(box.witness->norms[0], region.from == "out-of-scope")}));
        add_detail(report, fill(words.ground,
                                {difference.second, grounds_text(box.witness->norms[1], region.to == "out-of-scope")}));
    }
}

void add_day(Document& report, const DayOfChange& day) {
    report.heading(2, day.day.text());
    if (day.acts.empty()) report.paragraph(std::string(words.acts_of_norms_only));
    for (const ActOfDay& act : day.acts) report.bullet(act_text(act));
    if (!day.refused.empty()) {
        report.remark(fill(words.refused_on_day, {day.refused}));
        return;
    }
    report.paragraph(fill(words.days_compared, {day.difference.first, day.difference.second}));
    if (!day.difference.complete) {
        report.remark(std::string(words.incomplete_on_day));
    } else if (day.difference.regions.empty()) {
        report.remark(std::string(words.no_job_on_day));
    } else {
        report.picture(difference_picture(day.difference));
        add_regions(report, day.difference);
    }
    if (!day.difference.norms.empty()) {
        report.heading(3, std::string(words.changed_norms));
        for (const analyse::ChangedNorm& norm : day.difference.norms) report.bullet(text_of(norm));
    }
}

}  // namespace

Document report_of(const analyse::ChangesInTime& changes) {
    Document report(fill(words.in_time_title, {changes.first, changes.second}));
    if (changes.days.empty()) {
        report.remark(std::string(words.in_time_no_days));
        return report;
    }
    const auto with_jobs = std::count_if(changes.days.begin(), changes.days.end(),
                                         [](const DayOfChange& day) { return !day.difference.regions.empty(); });
    report.remark(fill(words.in_time_days, {std::to_string(changes.days.size()), std::to_string(with_jobs)}));
    report.paragraph(std::string(words.how_to_read_days));
    report.paragraph(std::string(words.what_kinds_are));
    std::vector<std::vector<std::string>> rows;
    for (const DayOfChange& day : changes.days) {
        rows.push_back({day.day.text(), ways(day, Direction::laxer), ways(day, Direction::stricter),
                        ways(day, Direction::reclassified), acts_text(day)});
    }
    report.table({std::string(words.column_day), std::string(words.column_laxer), std::string(words.column_stricter),
                  std::string(words.column_reclassified), std::string(words.column_acts)},
                 std::move(rows));
    for (const DayOfChange& day : changes.days) add_day(report, day);
    return report;
}

std::string json_of(const analyse::ChangesInTime& changes) {
    Json json;
    json["first"] = changes.first;
    json["second"] = changes.second;
    json["days"] = Json::array();
    for (const DayOfChange& day : changes.days) {
        Json acts = Json::array();
        for (const ActOfDay& act : day.acts) {
            acts.push_back(
                {{"how", name_of(act.how)}, {"certainty", name_of(act.certainty)}, {"act", act.act}, {"day", act.day}});
        }
        Json one;
        one["day"] = day.day.text();
        one["acts"] = std::move(acts);
        one["refused"] = day.refused.empty() ? Json(nullptr) : Json(day.refused);
        one["difference"] = day.refused.empty() ? tree_of(day.difference) : Json(nullptr);
        json["days"].push_back(std::move(one));
    }
    return json.dump(2) + "\n";
}

}  // namespace labourlex
