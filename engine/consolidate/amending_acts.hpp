// The words in which a consolidated text names the acts that amended it.
#pragma once

#include "engine/law/statute_book.hpp"

#include <optional>
#include <string>

namespace labourlex {

/// Where an amendment stands on a day.
enum class Standing { in_force, in_doubt, to_come };
[[nodiscard]] Standing standing_of(const EnactedAmendment& amendment, Date date);

/// "2017-03-11", "about 2017-03-18 (within 14 days)".
[[nodiscard]] std::string day_of(const Edge& edge);
/// "Decree No. 110 of 3 March 2017, item 1"; the amendment's own title too, where it says something else.
[[nodiscard]] std::string act_of(const StatuteBook& book, const EnactedAmendment& amendment);
/// What was done to a text, when and by which act: "replaced from 2017-03-11 by Decree No. 110, item 1".
[[nodiscard]] std::string remark_on(const StatuteBook& book, const AmendingChange& change);

}  // namespace labourlex
