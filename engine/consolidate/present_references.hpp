// What a statement names of norms and items, put right where some of it is not in force.
#pragma once

#include "engine/consolidate/present_texts.hpp"

namespace labourlex {

class PresentReferences {
public:
    PresentReferences(const StatuteBook& book, const PresentTexts& present) : book_(book), present_(present) {}

    /// Norms of the law that a clause names and that are not there are named no more; ranges of items whose ends are
    /// not there are named by the items that are left of them.
    void drop_absent_norms(syntax::Statement& statement) const;

private:
    [[nodiscard]] bool still_meant(syntax::NormReference& reference, const NormLink& link) const;
    void name_items_here(syntax::NormReference& reference, const NormLink& link) const;

    const StatuteBook& book_;
    const PresentTexts& present_;
};

}  // namespace labourlex
