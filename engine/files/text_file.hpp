// Reading and writing whole files. What goes wrong is a diagnostic, never an exception.
#pragma once

#include "dsl-grammar/diagnostic.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace labourlex {

/// Registers the text of a file under `shown_name` and returns its number. A file larger than `max_bytes` is not read
/// at all. Problems are reported at `asked_at` where the file was named in another text, else against the file itself.
[[nodiscard]] std::optional<std::uint32_t> read_text_file(const std::filesystem::path& path, std::size_t max_bytes,
                                                          Sources& sources, Diagnostics& diagnostics,
                                                          std::optional<Span> asked_at = std::nullopt);

/// The same for standard input, under the name `standard input`.
[[nodiscard]] std::optional<std::uint32_t> read_standard_input(std::size_t max_bytes, Sources& sources,
                                                               Diagnostics& diagnostics);

/// Replaces the content of an existing file in one step: a reader sees the old text or the new one, never a part. Keeps
/// the permissions, and the link when `path` is one. Returns what went wrong, or nothing.
[[nodiscard]] std::optional<std::string> replace_file(const std::filesystem::path& path, std::string_view text);

}  // namespace labourlex
