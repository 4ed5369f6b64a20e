// Which texts of a law are in force on a day, or may be.
#pragma once

#include "engine/consolidate/text_key.hpp"
#include "engine/law/statute_book.hpp"

#include <set>
#include <string>

namespace labourlex {

class PresentTexts {
public:
    PresentTexts(const StatuteBook& book, const Version& version);

    [[nodiscard]] bool holds(TextKey text) const { return texts_.contains(text); }
    [[nodiscard]] bool holds(TextIndex text) const { return holds(key_of(book_.texts[text].norm.span)); }
    /// By the name that statements write.
    [[nodiscard]] bool holds_instrument(const std::string& name) const { return instruments_.contains(name); }
    /// Whether it is in doubt on the day if the amendment of that name is in force.
    [[nodiscard]] bool in_doubt(const std::string& amendment) const { return in_doubt_.contains(amendment); }

private:
    [[nodiscard]] bool may_hold(const Bounds& bounds, InstrumentIndex instrument) const;
    void find_lists();

    const StatuteBook& book_;
    Date date_;
    std::set<TextKey> texts_;
    std::set<std::string> instruments_;
    std::set<std::string> in_doubt_;
};

}  // namespace labourlex
