#include "engine/facts/calendar.hpp"
#include "engine/facts/report.hpp"
#include "engine/facts/value_reader.hpp"

#include <algorithm>

namespace labourlex {

namespace {

std::optional<int> read_time(const TextNode& node, const ValueContext& context) {
    const auto minutes =
        node.kind == TextNode::Kind::text ? parse_time_of_day(node.scalar) : std::optional<int>(std::nullopt);
    if (!minutes) context.diagnostics.report(Code::L0543, node.span, {context.declaration.name, shown(node.scalar)});
    return minutes;
}

std::optional<MinuteInterval> read_interval(const ValuePart& part, const ValueContext& context) {
    if (part.value) {
        const auto minutes = read_time(*part.value, context);
        return minutes ? std::optional(MinuteInterval{*minutes, *minutes}) : std::nullopt;
    }
    const auto first = part.from ? read_time(*part.from, context) : 0;
    const auto last = part.to ? read_time(*part.to, context) : minutes_of_day - 1;
    if (!first || !last) return std::nullopt;
    // A range over midnight is two ranges, so that `from` after `to` is always a slip.
    if (*first > *last) {
        context.diagnostics.report(Code::L0547, part.span, {time_of_day_text(*first), time_of_day_text(*last)});
        return std::nullopt;
    }
    return MinuteInterval{*first, *last};
}

}  // namespace

bool read_times(const TextNode& value, const ValueContext& context, Knowledge& knowledge) {
    const auto parts = take_apart(value, context, true);
    if (!parts) return false;
    std::vector<MinuteInterval> intervals;
    for (const ValuePart& part : *parts) {
        if (context.enough_mistakes()) return false;
        if (const auto interval = read_interval(part, context)) intervals.push_back(*interval);
    }
    if (intervals.size() != parts->size()) return false;

    std::sort(intervals.begin(), intervals.end(),
              [](const MinuteInterval& a, const MinuteInterval& b) { return a.first < b.first; });
    for (const MinuteInterval& interval : intervals) {
        if (!knowledge.minutes.empty() && interval.first <= knowledge.minutes.back().last + 1) {
            knowledge.minutes.back().last = std::max(knowledge.minutes.back().last, interval.last);
        } else {
            knowledge.minutes.push_back(interval);
        }
    }
    std::vector<std::string> words;
    for (const MinuteInterval& interval : knowledge.minutes) {
        std::string word = time_of_day_text(interval.first);
        if (interval.first != interval.last) word += " to " + time_of_day_text(interval.last);
        words.push_back(std::move(word));
    }
    knowledge.written = written_alternatives(words);
    return true;
}

}  // namespace labourlex
