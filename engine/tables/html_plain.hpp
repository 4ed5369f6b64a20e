// A text as HTML shows it: whatever HTML would read as a sign of its own is escaped, inside attributes too.
#pragma once

#include <string>
#include <string_view>

namespace labourlex {

[[nodiscard]] std::string html_plain(std::string_view text);

}  // namespace labourlex
