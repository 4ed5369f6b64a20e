#include "engine/find/name_index.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace labourlex::find {

namespace {

/// How well a word of a name meets a word of the query: 1 when they are the same, 0 when they have nothing to do with each
/// other. Short words must be met exactly; a slip of one letter is forgiven from four letters on, of two from eight.
double likeness(const std::u32string& asked, const std::u32string& word) {
    if (asked == word) {
        return 1;
    }
    const bool number = asked.front() >= U'0' && asked.front() <= U'9';
    if (asked.size() < 4 || number) {
        return 0;
    }
    // `manuf` begins `manufactur`; `picker` is who does what `pick` says.
    const bool longer_by_an_ending = word.size() >= 4 && asked.size() <= word.size() + 3 && asked.starts_with(word);
    if (word.starts_with(asked) || longer_by_an_ending) {
        return 0.8;
    }
    const std::size_t most = asked.size() < 8 ? 1 : 2;
    const std::size_t apart = letters_apart(asked, word, most);
    return apart == 1 ? 0.7 : apart == 2 && most == 2 ? 0.5 : 0;
}

}  // namespace

void NameIndex::add(ThingIndex thing, const std::string& name, double weight) {
    Name made{thing, name, weight, {}};
    for (const std::string& word : words_.of(name)) {
        const auto [entry, added] = word_of_.try_emplace(word, static_cast<std::uint32_t>(vocabulary_.size()));
        if (added) {
            vocabulary_.push_back(code_points(word));
            names_of_word_.emplace_back();
        }
        if (std::find(made.words.begin(), made.words.end(), entry->second) == made.words.end()) {
            made.words.push_back(entry->second);
            names_of_word_[entry->second].push_back(static_cast<std::uint32_t>(names_.size()));
        }
    }
    if (!made.words.empty()) {
        names_.push_back(std::move(made));
    }
}

double NameIndex::rarity(std::size_t names) const {
    return std::log(1 + static_cast<double>(names_.size()) / (1 + static_cast<double>(names)));
}

std::vector<Hit> NameIndex::search(std::string_view query, std::size_t most) const {
    std::vector<std::string> asked = words_.of(query);
    std::sort(asked.begin(), asked.end());
    asked.erase(std::unique(asked.begin(), asked.end()), asked.end());

    // By name: for each word of the query the best that the name has for it.
    struct Met {
        double weight = 0;         ///< rarities of the words met, each times its likeness
        std::size_t words = 0;
        double last = 0;           ///< what the word of the query at hand adds so far
    };
    std::map<std::uint32_t, Met> met;
    double whole = 0;
    std::size_t known_words = 0;
    for (const std::string& text : asked) {
        const std::u32string word = code_points(text);
        std::size_t exact = 0;
        std::vector<std::pair<std::uint32_t, double>> alike;
        for (std::uint32_t known = 0; known < vocabulary_.size(); ++known) {
            const double like = likeness(word, vocabulary_[known]);
            if (like > 0) {
                alike.emplace_back(known, like);
                exact = like == 1 ? names_of_word_[known].size() : exact;
            }
        }
        if (alike.empty()) {
            continue;   // nothing at all is called so: the other words must do
        }
        ++known_words;
        const double rare = rarity(exact);
        whole += rare;
        for (auto& [name, entry] : met) {
            entry.last = 0;
        }
        for (const auto& [known, like] : alike) {
            for (const std::uint32_t name : names_of_word_[known]) {
                Met& entry = met[name];
                const double gain = rare * like;
                if (gain > entry.last) {
                    entry.words += entry.last == 0 ? 1 : 0;
                    entry.weight += gain - entry.last;
                    entry.last = gain;
                }
            }
        }
    }
    std::map<ThingIndex, Hit> best;
    for (const auto& [index, entry] : met) {
        const Name& name = names_[index];
        const double covered = entry.weight / whole;
        if (covered < 0.5) {
            continue;
        }
        const double precise = static_cast<double>(entry.words) / static_cast<double>(name.words.size());
        const double heard = static_cast<double>(known_words) / static_cast<double>(asked.size());
        const double score = covered * (0.6 + 0.4 * precise) * name.weight * heard;
        Hit& hit = best.try_emplace(name.thing, Hit{name.thing, 0, {}}).first->second;
        if (score > hit.score) {
            hit.score = score;
            hit.name = name.text;
        }
    }
    std::vector<Hit> hits;
    for (auto& [thing, hit] : best) {
        hits.push_back(std::move(hit));
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.score > b.score; });
    if (hits.size() > most) {
        hits.resize(most);
    }
    return hits;
}

}  // namespace labourlex::find
