// The facts that a job may state, as text and JSON.
#pragma once

#include "engine/facts/fact.hpp"
#include "engine/render/words.hpp"

#include <string>
#include <vector>

namespace labourlex {

/// A fact with the laws under which it may be stated.
struct ListedFact {
    FactDeclaration declaration;
    std::string taxonomy;                  ///< name of its taxonomy, may be empty
    std::vector<std::string> laws;         ///< jurisdictions whose vocabulary has it
    std::string linked_to;                 ///< the fact that it is in another unit, may be empty
};

/// The facts of several laws, each once, in order of declaration.
class FactList {
public:
    void add(const std::string& jurisdiction, const Vocabulary& vocabulary);

    [[nodiscard]] std::string text(bool colour = false, const Words& words = english()) const;
    [[nodiscard]] std::string json() const;

private:
    std::vector<ListedFact> facts_;
    std::size_t laws_ = 0;
};

}  // namespace labourlex
