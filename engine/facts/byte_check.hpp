// The first look at a text that comes from outside: is it text at all, and of a size worth reading?
#pragma once

#include "dsl-grammar/diagnostic.hpp"

namespace labourlex {

/// Whether the source has at most `max_bytes`, is UTF-8 without a byte order mark, and holds no control character other
/// than tab and line break. Reports the first fault otherwise.
[[nodiscard]] bool check_bytes(const Sources& sources, std::uint32_t source, std::size_t max_bytes,
                               Diagnostics& diagnostics);

}  // namespace labourlex
