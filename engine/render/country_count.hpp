// How much of a law is encoded and how well it is known, counted over every text ever enacted and over the texts that
// are in force on one day.
#pragma once

#include "engine/law/compiler.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace labourlex {

/// What is counted apart. Unseen parts are counted on their own: they are no encoded norms.
enum class CountedKind { rule, item, exception, limit, requirement, duty };
inline constexpr std::size_t counted_kinds = 6;
inline constexpr std::size_t evidence_levels = 4;

/// Texts by kind and, within it, by evidence (in the order of `Evidence`).
struct EvidenceCount {
    std::array<std::array<std::size_t, evidence_levels>, counted_kinds> texts{};
    std::size_t unseen = 0;  ///< unseen parts and unseen laws

    [[nodiscard]] std::size_t of_kind(CountedKind kind) const;
    [[nodiscard]] std::size_t of_evidence(Evidence evidence) const;
    [[nodiscard]] std::size_t all() const;
};

[[nodiscard]] EvidenceCount count_ever(const CompiledLaw& law);
[[nodiscard]] EvidenceCount count_in_force(const Version& version);
/// Instruments in force on the day of the version, without those that are only cited.
[[nodiscard]] std::size_t instruments_in_force(const Version& version);

struct ListShare {
    std::string name;
    Citation citation;            ///< of its first text; the instrument counts EnactedInstruments
    std::size_t items_ever = 0;   ///< texts of items
    std::size_t items_on = 0;     ///< in force on the day
    std::size_t unseen_on = 0;    ///< entries for parts that were not read
    std::size_t unseen_ever = 0;  ///< the same, ever
};

/// The lists of the law, in order of declaration.
[[nodiscard]] std::vector<ListShare> list_shares(const CompiledLaw& law, const Version& version);

/// Whether the jurisdiction has the instrument: one of a pack counts only where it applies. No instrument at all: yes.
[[nodiscard]] bool has_instrument(const StatuteBook& book, InstrumentIndex instrument);

}  // namespace labourlex
