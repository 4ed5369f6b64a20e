// The name of a law as commands take it: whose law, with which drafts, on which day.
//
//     tj                                the law in force
//     tj@2013-01-01                     on that day
//     tj+draft.law                      with a draft: an amendment that is not in force
//     tj+one.law+two.law@2027-01-01     with two, in that order, on that day
//     second-coding/tj@2013-01-01       the law of a folder that may stand anywhere; `.` and `..` are folders as well
//
// The last `@` parts the day from the rest and every `+` a draft, so neither can stand in the path of one.
//
// A law without drafts counts on the day that is named, else on the day that the command takes, which is today. With
// drafts it counts, where no day is named, today as well, or on the first day on which all that the drafts begin has
// begun, if that is later: a draft that changes nothing on the day it is asked for would look like a draft without
// effect.
#pragma once

#include "dsl-grammar/diagnostic.hpp"
#include "engine/law/compiler.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace labourlex {

struct LawName {
    std::string law;  ///< the code of a jurisdiction, or a folder
    std::vector<std::filesystem::path> drafts;
    std::optional<Date> on;
    bool folder = false;

    friend bool operator==(const LawName&, const LawName&) = default;
};

/// Reads a name. Nothing, with diagnostics at `asked_at`, when it is none.
[[nodiscard]] std::optional<LawName> parse_law_name(std::string_view text, Span asked_at, Diagnostics& diagnostics);

/// The day on which a law counts whose name is read: see above. Warns of drafts of which nothing has begun on that day.
[[nodiscard]] Date day_of(const LawName& name, const LawTexts& texts, Date today, const Sources& sources, Span asked_at,
                          Diagnostics& diagnostics);

}  // namespace labourlex
