#include "tests/support/brute_missing.hpp"

#include "engine/law/reference_reading.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace labourlex::testing {

namespace {

/// One completion as a row of values, a column a variable; the first columns are facts.
struct Tried {
    std::vector<std::string> values;
    Outcome outcome = 0;
};

Tried row_of(const Situation& situation, const Completion& completion, Outcome outcome) {
    const Version& version = *situation.version;
    Tried tried;
    tried.outcome = outcome;
    for (FactIndex fact = 0; fact < completion.facts.size(); ++fact) {
        const FactValue& value = completion.facts[fact];
        std::string text = std::to_string(value.choice) + " " + value.number.text() + " " + std::to_string(value.code);
        std::vector<CodeIndex> set = value.set;
        std::sort(set.begin(), set.end());
        for (const CodeIndex code : set) {
            text += " " + std::to_string(code);
        }
        if (fact == version.shift_start) {
            for (const Atom& atom : version.atoms) {
                if (atom.kind == Atom::Kind::overlap) {
                    text +=
                        shift_overlaps(completion.start, completion.end, atom.window_from, atom.window_to) ? "y" : "n";
                }
            }
        }
        tried.values.push_back(text);
    }
    for (const bool unseen : completion.unseen) {
        tried.values.push_back(unseen ? "y" : "n");
    }
    for (const std::uint32_t cls : completion.unseen_laws) {
        tried.values.push_back(std::to_string(cls));
    }
    for (const auto& limit : completion.open_cells) {
        for (const auto& text : limit) {
            for (const Rational& cell : text) {
                tried.values.push_back(cell.text());
            }
        }
    }
    return tried;
}

}  // namespace

std::optional<std::set<FactIndex>> missing_by_trying(const Situation& situation, std::size_t most) {
    const auto statuses = reference::requirement_statuses(situation, most);
    std::vector<Tried> all;
    if (!reference::for_each_completion(situation, most, [&](const Completion& completion) {
            all.push_back(row_of(situation, completion, reference::read(situation, completion, statuses).outcome));
        })) {
        return std::nullopt;
    }
    const std::size_t facts = situation.facts.size();
    std::set<FactIndex> alone;
    std::set<FactIndex> together;
    std::size_t fewest = SIZE_MAX;
    bool unseen_alone = false;
    for (std::size_t one = 0; one < all.size(); ++one) {
        for (std::size_t two = one + 1; two < all.size(); ++two) {
            if (all[one].outcome == all[two].outcome) {
                continue;
            }
            std::vector<std::size_t> differ;
            for (std::size_t column = 0; column < all[one].values.size(); ++column) {
                if (all[one].values[column] != all[two].values[column]) {
                    differ.push_back(column);
                }
            }
            const bool only_facts = differ.back() < facts;
            if (differ.size() == 1) {
                (only_facts ? (void)alone.insert(static_cast<FactIndex>(differ.front())) : (void)(unseen_alone = true));
            }
            if (only_facts && differ.size() <= fewest) {
                if (differ.size() < fewest) {
                    fewest = differ.size();
                    together.clear();
                }
                for (const std::size_t column : differ) {
                    together.insert(static_cast<FactIndex>(column));
                }
            }
        }
    }
    if (!alone.empty() || unseen_alone) {
        return alone;
    }
    return together;
}

}  // namespace labourlex::testing
