// A picture of what moved from which class to which, as bands between two columns (SVG).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace labourlex {

struct FlowBand {
    enum class Colour { laxer, stricter, other };
    std::string from, to;  ///< titles
    Colour colour = Colour::other;
    std::size_t part = 0;   ///< the width of the band says `part` of `whole`
    std::size_t whole = 1;  ///< at least 1
    std::string text;       ///< shown where the band is pointed at
};

struct FlowPicture {
    std::string first, second;        ///< heads of the columns
    std::vector<std::string> titles;  ///< mildest class first, then what is no class: that goes to the bottom
    std::vector<FlowBand> bands;
    std::string caption;
    std::size_t not_classes = 1;  ///< titles at the end that are no class
};

[[nodiscard]] std::string flow_picture(const FlowPicture& picture);

}  // namespace labourlex
