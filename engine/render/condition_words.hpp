// Conditions as nested lists in words: what must hold together, any of what, none of what.
#pragma once

#include "engine/law/model.hpp"
#include "engine/render/document.hpp"
#include "engine/render/words.hpp"

#include <set>
#include <vector>

namespace labourlex {

class ConditionWords {
public:
    ConditionWords(const Version& version, const Words& words, Document& document)
        : version_(version), words_(words), document_(document) {}

    /// A list of all that must hold, each a bullet.
    void tell(const Condition& condition);
    /// Definitions told so far by their titles; they are explained elsewhere.
    [[nodiscard]] const std::set<DefinitionIndex>& terms() const { return terms_; }

private:
    void tell(const Condition& condition, bool denied, int depth);
    void tell_all(const std::vector<const Condition*>& parts, int depth);
    void tell_parts(std::string_view heading, const Condition& condition, bool denied, int depth);

    const Version& version_;
    const Words& words_;
    Document& document_;
    std::set<DefinitionIndex> terms_;
};

}  // namespace labourlex
