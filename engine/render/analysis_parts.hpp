// What the reports of the analyses share: groups of jobs, examples and grounds in words and as JSON.
#pragma once

#include "engine/analyse/boxes.hpp"
#include "engine/analyse/witness.hpp"
#include "engine/render/document.hpp"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <optional>
#include <string>

namespace labourlex {

/// "3. text"
[[nodiscard]] std::string numbered(std::size_t number, const std::string& text);
/// A line below a group.
void add_detail(Document& report, std::string text);
[[nodiscard]] std::string group_text(const analyse::SaidTests& says);
/// The example of a group, what it supposes of the laws, and the grounds on either side.
void add_example(Document& report, const std::optional<analyse::Witness>& witness,
                 const std::array<std::string, 2>& laws, const std::array<bool, 2>& out_of_scope);
[[nodiscard]] nlohmann::ordered_json json_of_group(const analyse::SaidTests& says,
                                                   const std::optional<analyse::Witness>& witness);

}  // namespace labourlex
