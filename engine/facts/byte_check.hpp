// The first look at a text that comes from outside: is it text at all, and of a size worth reading?
#pragma once

#include "dsl-grammar/diagnostic.hpp"

namespace labourlex {

/// Whether the source has at most `max_bytes`, is UTF-8 without a byte order mark, and holds no NUL, control character
/// or invisible direction control. What is wrong is reported.
[[nodiscard]] bool check_bytes(const Sources& sources, std::uint32_t source, std::size_t max_bytes,
                               Diagnostics& diagnostics);

}  // namespace labourlex
