#include "engine/render/flow_picture.hpp"

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
std::string_view colour_of(FlowBand::Colour colour) {
    return colour == FlowBand::Colour::laxer ? "#d55e00" : colour == FlowBand::Colour::stricter ? "#0072b2" : "#777777";
}

}  // namespace

std::string flow_picture(const FlowPicture& picture) {
    const std::vector<std::string>& titles = picture.titles;
    const auto row = [&](const std::string& title) {
        const auto at = static_cast<int>(std::find(titles.begin(), titles.end(), title) - titles.begin());
        // Classes stand mildest first, then what is no class: that goes to the bottom, the gravest class to the top.
        const auto classes = static_cast<int>(titles.size() - picture.not_classes);
        const int from_top = at >= classes ? at : classes - 1 - at;
        return top + row_height * from_top + row_height / 2;
    };
    const int height = top + row_height * static_cast<int>(titles.size()) + 30;
    std::string svg = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 800 {}\" width=\"800\" height=\"{}\" role=\"img\" "
        "font-family=\"system-ui,sans-serif\" font-size=\"14\"><title>{}</title>",
        height, height, html_plain(picture.caption));
    svg += fmt::format("<text x=\"{}\" y=\"20\" text-anchor=\"end\" font-weight=\"600\">{}</text>", left_edge - 10,
                       html_plain(picture.first));
    svg += fmt::format("<text x=\"{}\" y=\"20\" font-weight=\"600\">{}</text>", right_edge + 10,
                       html_plain(picture.second));
    for (const FlowBand& band : picture.bands) {
        const int from = row(band.from);
        const int to = row(band.to);
        const std::size_t width = 2 + 14 * band.part / band.whole;
        svg += fmt::format(
            "<path d=\"M{} {} C{} {} {} {} {} {}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" "
            "stroke-opacity=\"0.65\"><title>{}</title></path>",
            left_edge, from, left_edge + 120, from, right_edge - 120, to, right_edge, to, colour_of(band.colour), width,
            html_plain(band.text));
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
                       html_plain(picture.caption));
    return svg;
}

}  // namespace labourlex
