#include "engine/render/difference_picture.hpp"

#include "engine/render/analysis_words.hpp"
#include "engine/render/flow_picture.hpp"
#include "engine/render/words.hpp"

#include <algorithm>

namespace labourlex {

namespace {

FlowBand::Colour colour_of(analyse::Direction direction) {
    return direction == analyse::Direction::laxer      ? FlowBand::Colour::laxer
           : direction == analyse::Direction::stricter ? FlowBand::Colour::stricter
                                                       : FlowBand::Colour::other;
}

}  // namespace

std::string difference_picture(const analyse::Difference& difference) {
    FlowPicture picture{
        difference.first, difference.second, difference.table, {}, std::string(analysis_words.picture_caption)};
    const std::size_t all = std::max<std::size_t>(difference.kinds.get_str().size(), 1);
    for (const analyse::DifferenceRegion& region : difference.regions) {
        const std::string share = analyse::share_text(region.plain_kinds, region.plain_kinds_from);
        picture.bands.push_back({region.from_title, region.to_title, colour_of(region.direction),
                                 region.kinds.get_str().size(), all,
                                 fill(analysis_words.band, {region.from_title, region.to_title, share})});
    }
    return flow_picture(picture);
}

}  // namespace labourlex
