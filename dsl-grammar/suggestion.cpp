#include "dsl-grammar/suggestion.hpp"

#include <algorithm>
#include <vector>

namespace labourlex {

namespace {

std::string normal_form(std::string_view name) {
    std::string result(name);
    for (char& c : result) {
        if (c == '_') c = '-';
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
    const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (difference > limit) return limit + 1;
    // Three rows of the usual matrix: the row being filled, the one before it and, for swaps, the one before that.
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            }
            least = std::min(least, row[j]);
        }
        // A swap may still come back from the row before, so one row over the limit is not yet the end.
        if (least > limit + 1) return limit + 1;
        std::swap(before_last, last);
        std::swap(last, row);
    }
    return std::min(last[b.size()], limit + 1);
}

std::string nearest(std::string_view name, std::span<const std::string> candidates) {
    const std::string wanted = normal_form(name);
    std::size_t limit = std::clamp<std::size_t>(name.size() / 3, 1, 3);
    std::string best;
    for (const std::string& candidate : candidates) {
        const std::size_t distance = edit_distance(wanted, normal_form(candidate), limit);
        if (distance > limit) continue;
        best = candidate;
        if (distance == 0) break;
        limit = distance - 1;
    }
    return best;
}

}  // namespace labourlex
