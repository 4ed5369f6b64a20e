// The codes that one fact takes, as text and JSON.
#pragma once

#include "engine/facts/fact.hpp"
#include "engine/render/words.hpp"

#include <string>
#include <vector>

namespace labourlex {

/// The codes of a fact under several laws, each once, those of the first law first.
class CodeList {
public:
    /// Adds the codes of the law's fact of that name; false when it has no such fact, or one that takes no codes.
    bool add(const std::string& fact, const Vocabulary& vocabulary);

    [[nodiscard]] std::string text(bool colour = false, const Words& words = english()) const;
    [[nodiscard]] std::string json() const;

private:
    struct ListedCode {
        std::string code;
        std::string title;
        std::vector<std::string> synonyms;
        std::size_t parent = SIZE_MAX;          ///< position in `codes_`
        std::vector<std::size_t> children = {};
    };

    std::string fact_;
    std::string taxonomy_;
    std::string title_;
    std::vector<ListedCode> codes_;
};

/// The names of the facts that take codes.
[[nodiscard]] std::vector<std::string> facts_with_codes(const Vocabulary& vocabulary);

}  // namespace labourlex
