#include "engine/render/analysis_parts.hpp"
#include "engine/render/analysis_report.hpp"
#include "engine/render/analysis_words.hpp"
#include "engine/render/difference_picture.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace labourlex {

namespace {

using Json = nlohmann::ordered_json;
using analyse::ChangedNorm;
using analyse::Direction;
constexpr const AnalysisWords& words = analysis_words;

std::string_view heading_of(Direction direction) {
    return direction == Direction::stricter ? words.stricter
           : direction == Direction::laxer  ? words.laxer
                                            : words.reclassified;
}

std::string_view name_of(Direction direction) {
    return direction == Direction::stricter ? "stricter" : direction == Direction::laxer ? "laxer" : "reclassified";
}

std::string_view text_of(ChangedNorm::How how) {
    return how == ChangedNorm::How::added     ? words.norm_added
           : how == ChangedNorm::How::removed ? words.norm_removed
                                              : words.norm_changed;
}

std::string_view name_of(ChangedNorm::How how) {
    return how == ChangedNorm::How::added ? "added" : how == ChangedNorm::How::removed ? "removed" : "changed";
}

}  // namespace

Document report_of(const analyse::Difference& difference) {
    Document report(fmt::format(fmt::runtime(words.difference_title), difference.first, difference.second));
    if (!difference.complete) {
        report.remark(std::string(words.incomplete));
        return report;
    }
    if (difference.regions.empty()) {
        report.remark(std::string(words.no_difference));
    } else {
        report.remark(fmt::format(fmt::runtime(words.some_difference), difference.regions.size()));
        report.picture(difference_picture(difference));
        report.paragraph(std::string(words.how_to_read_boxes));
        report.paragraph(std::string(words.what_kinds_are));
    }
    for (const analyse::DifferenceRegion& region : difference.regions) {
        report.heading(2, fmt::format(fmt::runtime(heading_of(region.direction)), region.from_title, region.to_title,
                                      analyse::share_text(region.plain_kinds, region.plain_kinds_from)));
        std::size_t number = 0;
        for (const analyse::DifferenceBox& box : region.boxes) {
            report.bullet(numbered(++number, group_text(box.says)));
            add_example(report, box.witness, {difference.first, difference.second},
                        {region.from == "out-of-scope", region.to == "out-of-scope"});
        }
        if (region.not_told != 0) {
            add_detail(report,
                       fmt::format(fmt::runtime(words.not_told), analyse::share_text(region.not_told, region.kinds)));
        }
    }
    if (!difference.regions.empty() && !difference.age_bands.empty()) {
        report.heading(2, std::string(words.by_age));
        std::vector<std::vector<std::string>> rows;
        for (const analyse::AgeBand& band : difference.age_bands) {
            rows.push_back({band.says, analyse::share_text(band.became_unlawful, band.lawful_before),
                            analyse::share_text(band.became_lawful, band.unlawful_before)});
        }
        report.table({std::string(words.column_age), std::string(words.column_became_unlawful),
                      std::string(words.column_became_lawful)},
                     std::move(rows));
    }
    if (!difference.norms.empty()) {
        report.heading(2, std::string(words.changed_norms));
        for (const ChangedNorm& norm : difference.norms) {
            report.bullet(fmt::format(fmt::runtime(text_of(norm.how)), norm.title, norm.citation, norm.name));
        }
    }
    return report;
}

std::string json_of(const analyse::Difference& difference) {
    Json json;
    json["first"] = difference.first;
    json["second"] = difference.second;
    json["complete"] = difference.complete;
    json["nodes"] = difference.nodes;
    // Counts grow beyond what JSON readers take as numbers.
    json["kinds"] = difference.kinds.get_str();
    json["plain_kinds"] = difference.plain_kinds.get_str();
    json["regions"] = Json::array();
    for (const analyse::DifferenceRegion& region : difference.regions) {
        Json one;
        one["from"] = region.from;
        one["to"] = region.to;
        one["direction"] = name_of(region.direction);
        one["kinds"] = region.kinds.get_str();
        one["plain_kinds"] = region.plain_kinds.get_str();
        one["kinds_not_listed"] = region.not_told.get_str();
        one["groups"] = Json::array();
        for (const analyse::DifferenceBox& box : region.boxes) {
            one["groups"].push_back(json_of_group(box.says, box.witness));
        }
        json["regions"].push_back(std::move(one));
    }
    json["by_age"] = Json::array();
    for (const analyse::AgeBand& band : difference.age_bands) {
        json["by_age"].push_back({{"age", band.says},
                                  {"lawful_before", band.lawful_before.get_str()},
                                  {"became_unlawful", band.became_unlawful.get_str()},
                                  {"unlawful_before", band.unlawful_before.get_str()},
                                  {"became_lawful", band.became_lawful.get_str()}});
    }
    json["norms"] = Json::array();
    for (const ChangedNorm& norm : difference.norms) {
        json["norms"].push_back(
            {{"change", name_of(norm.how)}, {"rule", norm.name}, {"title", norm.title}, {"citation", norm.citation}});
    }
    return json.dump(2) + "\n";
}

}  // namespace labourlex
