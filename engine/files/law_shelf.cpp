#include "engine/files/law_shelf.hpp"

namespace labourlex {

std::shared_ptr<const CompiledTables> LawShelf::tables(const std::string& jurisdiction, Date date, Span asked_at,
                                                       Diagnostics& diagnostics) {
    const auto key = std::pair(jurisdiction, date);
    const auto found = tables_.find(key);
    if (found != tables_.end()) return found->second;
    const auto law = folder_.law(jurisdiction, asked_at, diagnostics);
    if (law == nullptr) return nullptr;
    auto lowered = std::make_shared<const CompiledTables>(lower(law->consolidate(date)));
    tables_.emplace(key, lowered);
    return lowered;
}

}  // namespace labourlex
