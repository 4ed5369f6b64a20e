// Values of facts as people read them and as JSON writes them.
#pragma once

#include "engine/law/situation.hpp"

#include <string>

namespace labourlex::decide {

struct ShownValue {
    std::string text;      ///< "15", "no", "0 kg", "any of a, b", "unknown"
    std::string json;      ///< 15, false, "0116", ["loading"], null
    bool unknown = false;  ///< every value is possible
};

/// What a situation says of a fact.
[[nodiscard]] ShownValue shown_value(const Version& version, const Situation& situation, FactIndex fact);

/// A text as a JSON string.
[[nodiscard]] std::string json_text(const std::string& text);

}  // namespace labourlex::decide
