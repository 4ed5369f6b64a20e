// A day's hours that are few for the shift: nothing impossible, but often a slip of whoever described the job.
#pragma once

#include "engine/law/situation.hpp"

#include <optional>
#include <string>

namespace labourlex::decide {

/// The note, where the shift is known and lasts more than twice as long as the hours stated for a day.
[[nodiscard]] std::optional<std::string> note_on_short_day(const Situation& situation);

}  // namespace labourlex::decide
