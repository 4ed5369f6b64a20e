// The law of a day to be read: acts as headings, their norms in order, each with its condition in words, how it is
// known, what is doubtful, and the acts that amended it.
#pragma once

#include "engine/law/compiler.hpp"
#include "engine/render/document.hpp"
#include "engine/render/words.hpp"

namespace labourlex {

/// `drafts` are the names of the drafts that the law was compiled with, as a reader knows them.
[[nodiscard]] Document law_document(const CompiledLaw& law, Date date, const std::vector<std::string>& drafts,
                                    const Words& words = english());

}  // namespace labourlex
