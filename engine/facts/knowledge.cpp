#include "engine/facts/knowledge.hpp"

#include <algorithm>

namespace labourlex {

bool Knowledge::exact(const FactDeclaration& declaration, const Vocabulary& vocabulary) const {
    if (stated_unknown) return false;
    switch (declaration.type) {
        case FactType::yes_no:
        case FactType::choice:
            return std::count(choices.begin(), choices.end(), true) == 1;
        case FactType::number:
            return numbers.size() == 1 && numbers[0].low == numbers[0].high;
        case FactType::code: {
            if (codes.size() != 1) return false;
            const Taxonomy& taxonomy = vocabulary.taxonomies.at(declaration.taxonomy);
            return !taxonomy.exhaustive() || taxonomy.node(codes[0]).children.empty();
        }
        case FactType::code_set:
            return set.listed;
        case FactType::time_of_day:
            return minutes.size() == 1 && minutes[0].first == minutes[0].last;
    }
    return false;
}

}  // namespace labourlex
