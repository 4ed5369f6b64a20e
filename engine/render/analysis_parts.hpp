// What the reports of the analyses share: groups of jobs, examples and grounds in words and as JSON.
#pragma once

#include "engine/analyse/boxes.hpp"
#include "engine/analyse/difference.hpp"
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

/// "Stricter: Permitted becomes Hazardous work (9.8 % of what was Permitted)"
[[nodiscard]] std::string heading_of(const analyse::DifferenceRegion& region, const analyse::Difference& difference);
/// "New: Making bricks (Draft decree, item 1) [tj.hazardous-works.I.2]"
[[nodiscard]] std::string text_of(const analyse::ChangedNorm& norm);
[[nodiscard]] nlohmann::ordered_json tree_of(const analyse::Difference& difference);
/// The provisions that give an outcome, in words.
[[nodiscard]] std::string grounds_text(const std::vector<analyse::GroundOfOutcome>& norms, bool out_of_scope);

}  // namespace labourlex
