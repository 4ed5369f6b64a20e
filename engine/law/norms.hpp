// Texts of norms, lists, limits and clock tables: one statement in, one enacted text out.
//
// The same functions serve statements that stand by themselves and those that an amendment inserts or puts in the place
// of an earlier text; an `EnactmentContext` says what the amendment or the list adds.
#pragma once

#include "engine/law/compilation.hpp"

namespace labourlex {

struct EnactmentContext {
    Bounds bounds;                        ///< of the amendment, and of the text replaced
    const Citation* inherited = nullptr;  ///< citation of the text replaced
    ListIndex list = none_index;          ///< items, unseen parts in a list
    std::uint32_t list_text = none_index;
    std::string section;
    std::string title;  ///< of the text replaced, where the new text has none
};

/// Whether `build_norm` can enact this kind of statement.
[[nodiscard]] bool is_norm(syntax::StatementKind kind);

/// Enacts a rule, item, exception, requirement, duty or unseen part. The text is entered in its family; placing it in
/// the order of declaration and in its list is the caller's work.
TextIndex build_norm(Compilation& compilation, const Placed& placed, const EnactmentContext& context);

/// Opens a list; its items and sections are built under it. Returns the list and the number of the new text.
std::pair<ListIndex, std::uint32_t> build_list(Compilation& compilation, const Placed& placed, const Bounds& bounds);

void build_limit(Compilation& compilation, const Placed& placed, const EnactmentContext& context);
void build_clock_table(Compilation& compilation, const Placed& placed, const EnactmentContext& context);

/// "tj.minimum-age"; "c182.slavery" for a norm of a pack.
[[nodiscard]] std::string full_name(const Compilation& compilation, const Placed& placed);

/// Whether a text with these bounds can ever be in force under its instrument; reports otherwise.
bool check_ever_in_force(Compilation& compilation, const Bounds& bounds, InstrumentIndex instrument, Span span,
                         const std::string& name);

}  // namespace labourlex
