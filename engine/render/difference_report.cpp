#include "engine/render/analysis_parts.hpp"
#include "engine/render/analysis_report.hpp"
#include "engine/render/analysis_words.hpp"
#include "engine/render/difference_picture.hpp"
#include "engine/render/words.hpp"

#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace labourlex {

namespace {

using Json = nlohmann::ordered_json;
using analyse::ChangedNorm;
using analyse::Direction;
constexpr const AnalysisWords& words = analysis_words;

std::string_view heading_pattern(Direction direction, bool two_laws) {
    if (two_laws) {
        return direction == Direction::stricter ? words.stricter_law
               : direction == Direction::laxer  ? words.laxer_law
                                                : words.other_class;
    }
    return direction == Direction::stricter ? words.stricter
           : direction == Direction::laxer  ? words.laxer
                                            : words.reclassified;
}

std::string_view name_of(Direction direction) {
    return direction == Direction::stricter ? "stricter" : direction == Direction::laxer ? "laxer" : "reclassified";
}

std::string_view pattern_of(ChangedNorm::How how) {
    switch (how) {
        case ChangedNorm::How::added:
            return words.norm_added;
        case ChangedNorm::How::removed:
            return words.norm_removed;
        case ChangedNorm::How::reached:
            return words.norm_reached;
        case ChangedNorm::How::in_doubt:
            return words.norm_in_doubt;
        case ChangedNorm::How::changed:
            break;
    }
    return words.norm_changed;
}

/// Names that programs read.
std::string_view name_of(ChangedNorm::How how) {
    constexpr std::array<std::string_view, 5> names = {"added", "removed", "changed", "reached", "in-doubt"};
    return names.at(static_cast<std::size_t>(how));
}

std::string_view name_of(ChangedNorm::What what) {
    constexpr std::array<std::string_view, 4> names = {"norm", "limit", "definition", "term"};
    return names.at(static_cast<std::size_t>(what));
}

}  // namespace

std::string heading_of(const analyse::DifferenceRegion& region, const analyse::Difference& difference) {
    return fill(heading_pattern(region.direction, difference.two_laws),
                {region.from_title, region.to_title, analyse::share_text(region.plain_kinds, region.plain_kinds_from),
                 difference.first, difference.second});
}

std::string text_of(const ChangedNorm& norm) {
    const std::string named = norm.citation.empty() ? fill(words.text_by_name, {norm.title, norm.name})
                                                    : fill(words.norm_by_name, {norm.title, norm.citation, norm.name});
    const std::string_view what = norm.what == ChangedNorm::What::limit        ? words.limit_named
                                  : norm.what == ChangedNorm::What::definition ? words.definition_named
                                  : norm.what == ChangedNorm::What::term       ? words.term_named
                                                                               : words.norm_named;
    return fill(pattern_of(norm.how), {fill(what, {named})});
}

Document report_of(const analyse::Difference& difference) {
    const bool two = difference.two_laws;
    Document report(fill(two ? words.two_laws_title : words.difference_title, {difference.first, difference.second}));
    if (!difference.complete) {
        report.remark(std::string(words.incomplete));
        return report;
    }
    for (const analyse::OtherSeason& season : difference.seasons) {
        report.remark(fill(words.other_season, {season.title, season.before, season.after}));
    }
    if (difference.regions.empty() && !difference.seasons.empty()) {
        report.remark(std::string(words.no_difference_but_season));
    } else if (difference.regions.empty()) {
        report.remark(std::string(two ? words.same_in_both : words.no_difference));
    } else {
        report.remark(
            fill(two ? words.some_differ : words.some_difference, {std::to_string(difference.regions.size())}));
        report.picture(difference_picture(difference));
        report.paragraph(std::string(two ? words.how_to_read_two_laws : words.how_to_read_boxes));
        report.paragraph(std::string(words.what_kinds_are));
    }
    for (const analyse::DifferenceRegion& region : difference.regions) {
        report.heading(2, heading_of(region, difference));
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
        report.table({std::string(words.column_age),
                      std::string(two ? words.column_unlawful_in_second : words.column_became_unlawful),
                      std::string(two ? words.column_lawful_in_second : words.column_became_lawful)},
                     std::move(rows));
    }
    if (!difference.norms.empty()) {
        report.heading(2, std::string(words.changed_norms));
        for (const ChangedNorm& norm : difference.norms) {
            report.bullet(text_of(norm));
        }
    }
    return report;
}

Json tree_of(const analyse::Difference& difference) {
    Json json;
    json["first"] = difference.first;
    json["second"] = difference.second;
    json["complete"] = difference.complete;
    json["nodes"] = difference.nodes;
    json["seasons_not_compared"] = Json::array();
    for (const analyse::OtherSeason& season : difference.seasons) {
        json["seasons_not_compared"].push_back(
            {{"title", season.title}, {"first", season.before}, {"second", season.after}});
    }
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
        json["norms"].push_back({{"change", name_of(norm.how)},
                                 {"kind", name_of(norm.what)},
                                 {"rule", norm.name},
                                 {"title", norm.title},
                                 {"citation", norm.citation}});
    }
    return json;
}

std::string json_of(const analyse::Difference& difference) {
    return tree_of(difference).dump(2) + "\n";
}

}  // namespace labourlex
