// Names searched by words: which things are called something like the query.
//
// Every thing (a code of a taxonomy) has several names: its title, synonyms, entries of a published index. A query is compared
// with each name word by word. A word of the query may be met exactly, by a word that it begins (`manuf`), or by one that is
// a letter or two apart. A rare word counts for more than a common one (Spaerck Jones, "A statistical interpretation of term
// specificity", J. Documentation 28, 1972), and a name that says little else counts for more than a long one. The thing is as
// good as its best name.
#pragma once

#include "engine/find/words.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace labourlex::find {

using ThingIndex = std::uint32_t;

struct Hit {
    ThingIndex thing = 0;
    double score = 0;          ///< 0 to 1: 1 when a name is just the query
    std::string name;          ///< the name that was met best
};

class NameIndex {
public:
    /// `weight`, 0 to 1: how much a name of this kind counts beside a title.
    void add(ThingIndex thing, const std::string& name, double weight);
    /// The best things first, equal ones in order of number; those that miss more than half of the query are left out.
    [[nodiscard]] std::vector<Hit> search(std::string_view query, std::size_t most) const;

private:
    struct Name {
        ThingIndex thing = 0;
        std::string text;
        double weight = 1;
        std::vector<std::uint32_t> words;
    };

    [[nodiscard]] double rarity(std::size_t names) const;

    Words words_;
    std::vector<Name> names_;
    std::vector<std::u32string> vocabulary_;
    std::unordered_map<std::string, std::uint32_t> word_of_;
    std::vector<std::vector<std::uint32_t>> names_of_word_;
};

}  // namespace labourlex::find
