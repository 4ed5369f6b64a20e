#include "engine/render/difference_picture.hpp"

#include "engine/render/analysis_words.hpp"
#include "engine/render/document.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace labourlex {

namespace {

constexpr int row_height = 64;
constexpr int top = 40;
constexpr int left_edge = 220;
constexpr int right_edge = 580;

/// Colours that are told apart without red and green: orange for laxer, blue for stricter, grey for the rest.
std::string_view colour_of(analyse::Direction direction) {
    return direction == analyse::Direction::laxer      ? "#d55e00"
           : direction == analyse::Direction::stricter ? "#0072b2"
                                                       : "#777777";
}

}  // namespace

std::string difference_picture(const analyse::Difference& difference) {
    const std::vector<std::string>& titles = difference.table;
    const auto row = [&](const std::string& title) {
        const auto at = static_cast<int>(std::find(titles.begin(), titles.end(), title) - titles.begin());
        // Classes stand mildest first, out of scope last: it goes to the bottom, the gravest class to the top.
        const auto count = static_cast<int>(titles.size());
        const int from_top = at == count - 1 ? count - 1 : count - 2 - at;
        return top + row_height * from_top + row_height / 2;
    };
    const int height = top + row_height * static_cast<int>(titles.size()) + 30;
    std::string svg = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 800 {}\" width=\"800\" height=\"{}\" role=\"img\" "
        "font-family=\"system-ui,sans-serif\" font-size=\"14\"><title>{}</title>",
        height, height, html_plain(std::string(analysis_words.picture_caption)));
    svg += fmt::format("<text x=\"{}\" y=\"20\" text-anchor=\"end\" font-weight=\"600\">{}</text>", left_edge - 10,
                       html_plain(difference.first));
    svg += fmt::format("<text x=\"{}\" y=\"20\" font-weight=\"600\">{}</text>", right_edge + 10,
                       html_plain(difference.second));
    for (const analyse::DifferenceRegion& region : difference.regions) {
        const int from = row(region.from_title);
        const int to = row(region.to_title);
        const std::size_t digits = region.kinds.get_str().size();
        const std::size_t all = std::max<std::size_t>(difference.kinds.get_str().size(), 1);
        const std::size_t width = 2 + 14 * digits / all;
        const std::string share = analyse::share_text(region.plain_kinds, region.plain_kinds_from);
        svg += fmt::format(
            "<path d=\"M{} {} C{} {} {} {} {} {}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" "
            "stroke-opacity=\"0.65\"><title>{} → {}: {} %</title></path>",
            left_edge, from, left_edge + 120, from, right_edge - 120, to, right_edge, to, colour_of(region.direction),
            width, html_plain(region.from_title), html_plain(region.to_title), share);
    }
    for (const std::string& title : titles) {
        const int y = row(title);
        svg +=
            fmt::format("<rect x=\"{}\" y=\"{}\" width=\"6\" height=\"40\" fill=\"#1b1b1b\"/>", left_edge - 6, y - 20);
        svg += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"6\" height=\"40\" fill=\"#1b1b1b\"/>", right_edge, y - 20);
        svg += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>", left_edge - 12, y + 5,
                           html_plain(title));
        svg += fmt::format("<text x=\"{}\" y=\"{}\">{}</text>", right_edge + 12, y + 5, html_plain(title));
    }
    svg += fmt::format("<text x=\"400\" y=\"{}\" text-anchor=\"middle\" font-size=\"12\">{}</text></svg>", height - 8,
                       html_plain(std::string(analysis_words.picture_caption)));
    return svg;
}

}  // namespace labourlex
