#include "engine/render/analysis_parts.hpp"
#include "engine/render/analysis_report.hpp"
#include "engine/render/analysis_words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace labourlex {

namespace {

using Json = nlohmann::ordered_json;
constexpr const AnalysisWords& words = analysis_words;

void add_groups(Document& report, const analyse::Conformity& conformity, const std::vector<analyse::GapBox>& boxes,
                std::size_t& number) {
    for (const analyse::GapBox& box : boxes) {
        report.bullet(numbered(++number, group_text(box.says)));
        add_detail(report, fmt::format(fmt::runtime(words.outcomes), box.national, box.baseline));
        add_example(report, box.witness, {conformity.national, "ilo"}, {box.national_out_of_scope, false});
    }
}

/// All that the article asks for stands in a text that nobody has read: groups and examples would tell what that text
/// might say, and nothing about the national law.
bool not_judged(const analyse::ArticleGap& gap) {
    return gap.unread && gap.certain == 0;
}

Json json_of_boxes(const std::vector<analyse::GapBox>& boxes) {
    Json json = Json::array();
    for (const analyse::GapBox& box : boxes) {
        Json one = json_of_group(box.says, box.witness);
        one["national"] = box.national;
        one["conventions"] = box.baseline;
        json.push_back(std::move(one));
    }
    return json;
}

}  // namespace

Document report_of(const analyse::Conformity& conformity) {
    Document report(fmt::format(fmt::runtime(words.conformity_title), conformity.national));
    if (conformity.obligations.conventions.empty()) {
        report.remark(std::string(words.not_bound_at_all));
        return report;
    }
    if (!conformity.complete) {
        report.remark(std::string(words.incomplete));
        return report;
    }
    const auto number_of = [&](auto&& wanted) {
        return std::count_if(conformity.gaps.begin(), conformity.gaps.end(), wanted);
    };
    const auto certain = number_of([](const analyse::ArticleGap& gap) { return gap.certain != 0; });
    const auto unread = number_of(not_judged);
    report.remark(conformity.gaps.empty()
                      ? fmt::format(fmt::runtime(words.keeps_all), conformity.kept.size())
                      : fmt::format(fmt::runtime(words.falls_short), certain,
                                    static_cast<std::ptrdiff_t>(conformity.gaps.size()) - certain - unread,
                                    conformity.kept.size(), unread));
    if (!conformity.gaps.empty()) {
        report.paragraph(std::string(words.how_to_read_gaps));
    }
    for (const analyse::ArticleGap& gap : conformity.gaps) {
        if (not_judged(gap)) {
            continue;
        }
        report.heading(2, fmt::format(fmt::runtime(words.gap_heading), gap.article, gap.title));
        std::size_t number = 0;
        if (!gap.certain_boxes.empty()) {
            report.paragraph(std::string(words.gap_certain));
            add_groups(report, conformity, gap.certain_boxes, number);
        }
        if (!gap.hinging_boxes.empty()) {
            report.paragraph(std::string(words.gap_hinging));
            add_groups(report, conformity, gap.hinging_boxes, number);
        }
        if (gap.more) {
            add_detail(report, std::string(words.more_groups));
        }
    }
    if (unread > 0) {
        report.heading(2, std::string(words.not_judged_heading));
        report.paragraph(std::string(words.how_to_read_not_judged));
        for (const analyse::ArticleGap& gap : conformity.gaps) {
            if (not_judged(gap)) {
                report.bullet(fmt::format(fmt::runtime(words.gap_heading), gap.article, gap.title));
            }
        }
    }
    if (!conformity.kept.empty()) {
        report.heading(2, std::string(words.kept_heading));
        report.paragraph(std::string(words.how_to_read_kept));
        for (const analyse::KeptArticle& article : conformity.kept) {
            report.bullet(fmt::format(fmt::runtime(words.gap_heading), article.article, article.title));
        }
    }
    if (!conformity.stricter.empty()) {
        report.heading(2, std::string(words.stricter_heading));
        report.paragraph(std::string(words.how_to_read_stricter));
        for (const analyse::StricterNorm& norm : conformity.stricter) {
            report.bullet(fmt::format(fmt::runtime(words.gap_heading), norm.citation, norm.title));
            add_detail(report, fmt::format(fmt::runtime(words.outcomes), norm.shown.national, norm.shown.baseline));
            add_example(report, norm.shown.witness, {}, {});
        }
    }
    report.heading(2, std::string(words.bound_by));
    for (const analyse::BoundConvention& convention : conformity.obligations.conventions) {
        std::string choices;
        for (const std::string& choice : convention.choices) {
            choices += "; " + choice;
        }
        report.bullet(fmt::format(fmt::runtime(words.bound_since), convention.title, convention.since.text(),
                                  convention.ratified.text(), choices));
    }
    if (!conformity.obligations.not_bound.empty()) {
        report.heading(2, std::string(words.not_bound_heading));
        for (const std::string& act : conformity.obligations.not_bound) {
            report.bullet(act);
        }
    }
    if (!conformity.obligations.supposed.empty() || !conformity.obligations.left_open.empty()) {
        report.heading(2, std::string(words.supposed));
        for (const std::string& parameter : conformity.obligations.supposed) {
            report.bullet(parameter);
        }
        for (const std::string& parameter : conformity.obligations.left_open) {
            report.bullet(fmt::format(fmt::runtime(words.left_open), parameter));
        }
    }
    return report;
}

std::string json_of(const analyse::Conformity& conformity) {
    Json json;
    json["national"] = conformity.national;
    json["against"] = "ilo";
    json["complete"] = conformity.complete;
    json["nodes"] = conformity.nodes;
    json["bound_by"] = Json::array();
    for (const analyse::BoundConvention& convention : conformity.obligations.conventions) {
        json["bound_by"].push_back({{"convention", convention.name},
                                    {"title", convention.title},
                                    {"ratified", convention.ratified.text()},
                                    {"since", convention.since.text()},
                                    {"choices", convention.choices}});
    }
    json["supposed"] = conformity.obligations.supposed;
    json["open"] = conformity.obligations.left_open;
    json["not_bound"] = conformity.obligations.not_bound;
    json["gaps"] = Json::array();
    for (const analyse::ArticleGap& gap : conformity.gaps) {
        json["gaps"].push_back({{"rule", gap.norm},
                                {"title", gap.title},
                                {"article", gap.article},
                                {"kinds", gap.kinds.get_str()},
                                {"certain_kinds", gap.certain.get_str()},
                                {"hinging_kinds", gap.hinging.get_str()},
                                {"certain", json_of_boxes(gap.certain_boxes)},
                                {"hinging", json_of_boxes(gap.hinging_boxes)},
                                {"more", gap.more},
                                {"unread", gap.unread}});
    }
    json["kept"] = Json::array();
    for (const analyse::KeptArticle& kept : conformity.kept) {
        json["kept"].push_back({{"rule", kept.norm}, {"title", kept.title}, {"article", kept.article}});
    }
    json["stricter"] = Json::array();
    for (const analyse::StricterNorm& norm : conformity.stricter) {
        Json one = json_of_boxes({norm.shown}).front();
        one.erase("conditions");
        one["rule"] = norm.norm;
        one["title"] = norm.title;
        one["citation"] = norm.citation;
        json["stricter"].push_back(std::move(one));
    }
    return json.dump(2) + "\n";
}

}  // namespace labourlex
