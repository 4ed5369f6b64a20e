#include "dsl-grammar/suggestion.hpp"

#include <algorithm>
#include <cstdint>
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

bool is_number(std::string_view name) {
    return std::all_of(name.begin(), name.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

/// Whether the words between the dashes of `wanted` are all among those of `candidate`: `serving` and `serving-tea`.
bool has_words_of(std::string_view candidate, std::string_view wanted) {
    constexpr std::size_t shortest_word = 3;
    while (!wanted.empty()) {
        const std::string_view word = wanted.substr(0, wanted.find('-'));
        if (word.size() < shortest_word) return false;
        bool found = false;
        for (std::size_t at = candidate.find(word); at != std::string_view::npos && !found; at = candidate.find(word, at + 1)) {
            const std::size_t end = at + word.size();
            found = (at == 0 || candidate[at - 1] == '-') && (end == candidate.size() || candidate[end] == '-');
        }
        if (!found) return false;
        wanted.remove_prefix(std::min(word.size() + 1, wanted.size()));
    }
    return true;
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
    // Codes of one letter and numbers are near to many others, and nearness says nothing about what was meant.
    const bool by_spelling = wanted.size() > 1 && !is_number(wanted);
    std::size_t limit = by_spelling ? std::clamp<std::size_t>(wanted.size() / 3, 1, 3) : 0;
    std::string best;
    std::size_t best_distance = SIZE_MAX;
    std::string sharing;
    for (const std::string& candidate : candidates) {
        const std::string normal = normal_form(candidate);
        if (by_spelling && has_words_of(normal, wanted) && (sharing.empty() || candidate.size() < sharing.size())) {
            sharing = candidate;
        }
        // A name that differs in several letters begins alike if it was meant.
        const bool begins_alike = !normal.empty() && !wanted.empty() && normal.front() == wanted.front();
        const std::size_t here = begins_alike ? limit : std::min<std::size_t>(limit, 1);
        const std::size_t distance = edit_distance(wanted, normal, here);
        if (distance > here) continue;
        best = candidate;
        best_distance = distance;
        if (distance == 0) return best;
        limit = distance - 1;
    }
    return best_distance > 1 && !sharing.empty() ? sharing : best;
}

}  // namespace labourlex
