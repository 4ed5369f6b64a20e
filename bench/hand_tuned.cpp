#include "bench/hand_tuned.hpp"

#include "engine/decide/fast_path_plan.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <optional>

namespace labourlex::bench {

namespace {

using decide::FastPathPlan;
constexpr std::size_t most_conjunctions = 64;  // of one norm

/// Atoms that must be true and must be false.
struct Conjunction {
    std::vector<std::uint64_t> required;
    std::vector<std::uint64_t> forbidden;
    [[nodiscard]] bool contradictory() const {
        for (std::size_t word = 0; word < required.size(); ++word) {
            if ((required[word] & forbidden[word]) != 0) return true;
        }
        return false;
    }
};
using Alternatives = std::optional<std::vector<Conjunction>>;  // nothing: too many

class Flattening {
public:
    explicit Flattening(const FastPathPlan& plan) : plan_(plan) {
        for (std::size_t row = 0; row < plan.rows.size(); ++row) rows_of_[plan.rows[row].table].push_back(row);
    }

    Alternatives table(std::uint32_t signal, bool yes) {
        if (signal / 64 < plan_.atom_words) return std::vector<Conjunction>{literal(signal, yes)};
        std::vector<Conjunction> result;
        if (yes) {
            for (const std::size_t row : rows_of_[signal]) {
                const Alternatives more = this->row(row);
                if (!more || result.size() + more->size() > most_conjunctions) return std::nullopt;
                result.insert(result.end(), more->begin(), more->end());
            }
            return result;
        }
        result.push_back(blank());
        for (const std::size_t row : rows_of_[signal]) {
            std::vector<Conjunction> none;
            for (const auto& [asked, wanted] : literals(row)) {
                const Alternatives denied = table(asked, !wanted);
                if (!denied) return std::nullopt;
                none.insert(none.end(), denied->begin(), denied->end());
            }
            const Alternatives both = together(result, none);
            if (!both) return std::nullopt;
            result = *both;
        }
        return result;
    }

private:
    [[nodiscard]] Conjunction blank() const {
        return {std::vector<std::uint64_t>(plan_.atom_words), std::vector<std::uint64_t>(plan_.atom_words)};
    }
    [[nodiscard]] Conjunction literal(std::uint32_t signal, bool yes) const {
        Conjunction result = blank();
        (yes ? result.required : result.forbidden)[signal / 64] |= std::uint64_t{1} << signal % 64;
        return result;
    }
    [[nodiscard]] std::vector<std::pair<std::uint32_t, bool>> literals(std::size_t row) const {
        std::vector<std::pair<std::uint32_t, bool>> result;
        for (std::uint32_t at = plan_.rows[row].first; at < plan_.rows[row].last; ++at) {
            for (const bool yes : {true, false}) {
                std::uint64_t bits = yes ? plan_.literals[at].required : plan_.literals[at].forbidden;
                for (; bits != 0; bits &= bits - 1) {
                    result.emplace_back(
                        plan_.literals[at].word * 64 + static_cast<std::uint32_t>(std::countr_zero(bits)), yes);
                }
            }
        }
        return result;
    }
    Alternatives row(std::size_t index) {
        std::vector<Conjunction> result{blank()};
        for (const auto& [signal, yes] : literals(index)) {
            const Alternatives more = table(signal, yes);
            if (!more) return std::nullopt;
            const Alternatives both = together(result, *more);
            if (!both) return std::nullopt;
            result = *both;
        }
        return result;
    }
    static Alternatives together(const std::vector<Conjunction>& a, const std::vector<Conjunction>& b) {
        std::vector<Conjunction> result;
        for (const Conjunction& one : a) {
            for (const Conjunction& two : b) {
                Conjunction both = one;
                for (std::size_t word = 0; word < both.required.size(); ++word) {
                    both.required[word] |= two.required[word];
                    both.forbidden[word] |= two.forbidden[word];
                }
                if (!both.contradictory()) result.push_back(std::move(both));
                if (result.size() > most_conjunctions) return std::nullopt;
            }
        }
        return result;
    }

    const FastPathPlan& plan_;
    std::map<std::uint32_t, std::vector<std::size_t>> rows_of_;
};

}  // namespace

HandTuned::HandTuned(const CompiledTables& tables) {
    const auto plan = decide::make_fast_path_plan(tables);
    Flattening flattening(*plan);
    std::vector<std::pair<std::uint32_t, Conjunction>> all;
    for (const NormIndex index : plan->giving) {
        const decide::PlanNorm& norm = plan->norms[index];
        if (norm.unseen || norm.requirement) continue;
        ++norms_;
        const Alternatives alternatives = flattening.table(norm.speaks, true);
        if (!alternatives) {
            ++left_out_;
            continue;
        }
        for (const Conjunction& conjunction : *alternatives) {
            all.emplace_back(static_cast<std::uint32_t>(std::countr_zero(norm.own)), conjunction);
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    words_ = (all.size() + 63) / 64;
    for (const auto& [cls, conjunction] : all) classes_.push_back(cls);

    // Which conjunctions are left when the atoms of `mask` have the values `bits`.
    const auto add_bitmap = [&](const std::vector<std::uint64_t>& mask, const std::vector<std::uint64_t>& bits) {
        const std::size_t start = bitmaps_.size();
        bitmaps_.resize(start + words_);
        for (std::size_t number = 0; number < all.size(); ++number) {
            const Conjunction& conjunction = all[number].second;
            bool left = true;
            for (std::size_t word = 0; left && word < mask.size(); ++word) {
                left = (conjunction.required[word] & mask[word] & ~bits[word]) == 0 &&
                       (conjunction.forbidden[word] & mask[word] & bits[word]) == 0;
            }
            bitmaps_[start + number / 64] |= std::uint64_t{left} << number % 64;
        }
    };
    std::vector<std::uint64_t> mask(plan->atom_words);
    std::vector<std::uint64_t> bits(plan->atom_words);
    facts_ = plan->facts.size();
    for (const decide::PackedFact& fact : plan->facts) {
        first_bitmap_.push_back(bitmaps_.size() / std::max<std::size_t>(words_, 1));
        std::fill(mask.begin(), mask.end(), 0);
        const FastPathPlan::CellRange unknown = plan->cells[fact.first_cell + fact.unknown_cell];
        for (std::uint32_t at = unknown.first; at < unknown.last; ++at) {
            mask[plan->cell_bits[at].word] |= plan->cell_bits[at].possible;
        }
        for (std::uint16_t cell = 0; cell <= fact.unknown_cell; ++cell) {
            std::fill(bits.begin(), bits.end(), 0);
            const FastPathPlan::CellRange range = plan->cells[fact.first_cell + cell];
            for (std::uint32_t at = range.first; at < range.last; ++at) {
                bits[plan->cell_bits[at].word] |= plan->cell_bits[at].possible;
            }
            add_bitmap(mask, bits);
        }
    }
    for (std::size_t first = 0; first < plan->direct.size(); first += 8) {
        first_bitmap_.push_back(bitmaps_.size() / std::max<std::size_t>(words_, 1));
        for (std::uint64_t value = 0; value < 256; ++value) {
            std::fill(mask.begin(), mask.end(), 0);
            std::fill(bits.begin(), bits.end(), 0);
            mask[plan->direct_word + first / 64] = std::uint64_t{255} << first % 64;
            bits[plan->direct_word + first / 64] = value << first % 64;
            add_bitmap(mask, bits);
        }
    }
}

std::vector<std::uint16_t> HandTuned::encode(const decide::PackedJob& job) const {
    std::vector<std::uint16_t> cells = job.cells;
    for (std::size_t dimension = facts_; dimension < first_bitmap_.size(); ++dimension) {
        const std::size_t first = (dimension - facts_) * 8;
        cells.push_back(static_cast<std::uint16_t>(job.possible[first / 64] >> first % 64 & 255U));
    }
    return cells;
}

Outcome HandTuned::classify(const std::uint16_t* cells) const {
    for (std::size_t word = 0; word < words_; ++word) {
        std::uint64_t left = ~std::uint64_t{0};
        for (std::size_t dimension = 0; left != 0 && dimension < first_bitmap_.size(); ++dimension) {
            left &= bitmaps_[(first_bitmap_[dimension] + cells[dimension]) * words_ + word];
        }
        if (left != 0) {
            const std::size_t number = word * 64 + static_cast<std::size_t>(std::countr_zero(left));
            return number < classes_.size() ? classes_[number] : out_of_scope;
        }
    }
    return out_of_scope;
}

}  // namespace labourlex::bench
