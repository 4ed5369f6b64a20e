// The law of a day as a `.law` text in which every amendment has been carried out.
#pragma once

#include "dsl-grammar/diagnostic.hpp"
#include "engine/law/compiler.hpp"

#include <optional>
#include <string>

namespace labourlex {

/// The text of `law`, compiled from `texts`, as it is in force on `date`, in the one layout. It is compiled again and
/// held against the law before it is given out; nothing, with diagnostics at `asked_at`, where no such text can be
/// written. `sources` gets the texts that are parsed on the way.
[[nodiscard]] std::optional<std::string> consolidated_text(const CompiledLaw& law, const LawTexts& texts, Date date,
                                                           Sources& sources, Span asked_at, Diagnostics& diagnostics);

}  // namespace labourlex
