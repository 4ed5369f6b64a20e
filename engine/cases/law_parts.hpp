// The parts of a law that a case can exercise: its norms, the cells of its limits, the rows of its decision tables.
//
// Parts are found in the tables of one day, and gathered over all days on which the law changes, so that a text that
// was in force only in the past counts as well. A part is known by its place in the `.law` text: one text is one part,
// however many versions it stands in and whatever act an amendment moves it to.
#pragma once

#include "engine/facts/calendar.hpp"
#include "engine/law/compiler.hpp"
#include "engine/tables/decision_table.hpp"

#include <compare>
#include <optional>
#include <string>
#include <vector>

namespace labourlex {

enum class PartKind {
    rule,
    item,
    exception,
    exemption,
    permission,  ///< an item of a permitted list
    requirement,
    condition,  ///< what an exception `requires`
    duty,
    unseen,  ///< a part of the law, or a law, that was not read
    limit_cell,
    table_row
};

/// In the order of `PartKind`.
inline constexpr std::size_t part_kinds = 11;

/// What makes a part the same part on another day.
struct PartPlace {
    PartKind kind = PartKind::rule;
    Span span;
    std::string name;          ///< of the norm; empty where several norms share the text
    std::uint32_t number = 0;  ///< among the parts of this kind and place

    friend bool operator==(const PartPlace&, const PartPlace&) = default;
    /// By kind, then by place in the text.
    friend bool operator<(const PartPlace& a, const PartPlace& b);
};

struct LawPart {
    PartPlace place;
    std::string name;  ///< full name of the norm, limit, definition or instrument that it is part of
    std::string title;
    std::string instrument;  ///< title; empty where the part cites nothing of its own
    std::string provision;
    /// limit_cell: the bands, one an axis, and the cell in words.
    std::vector<std::string> bands;
    std::string value;
    /// The text does not stand before this day, or not from this day on; nothing where it does.
    std::optional<Date> from;
    std::optional<Date> until;
};

/// A part as the tables of one day hold it. Only the members that its kind needs are set.
struct PartOfVersion {
    LawPart part;
    NormIndex norm = none_index;
    std::uint32_t unseen_law = none_index;
    LimitIndex limit = none_index;
    std::uint32_t limit_text = 0;
    std::uint32_t limit_row = 0;
    TableIndex table = none_index;
    std::uint32_t row = 0;
};

/// The parts of the law of one day. Rows of tables that no norm asks for, of limits (their cells are parts already), of
/// combinations that no job has, and of the tables that the compiler makes of a permitted list's items are no parts.
[[nodiscard]] std::vector<PartOfVersion> parts_of(const CompiledTables& tables);

/// The parts of the law of all days, each once, by kind and place in the text.
[[nodiscard]] std::vector<LawPart> parts_of_all_days(const CompiledLaw& law);

}  // namespace labourlex
