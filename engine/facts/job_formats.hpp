// The two formats of job texts, each read into the same builder. Both assume that the bytes were checked.
#pragma once

#include "engine/facts/text_tree_builder.hpp"

namespace labourlex {

/// Each returns false, with diagnostics, where the text is not one well-formed document.
[[nodiscard]] bool read_yaml(const Sources& sources, std::uint32_t source, TextTreeBuilder& builder,
                             Diagnostics& diagnostics);
[[nodiscard]] bool read_json(const Sources& sources, std::uint32_t source, TextTreeBuilder& builder,
                             Diagnostics& diagnostics);

}  // namespace labourlex
