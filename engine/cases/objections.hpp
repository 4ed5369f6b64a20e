// Judged cases that the fact sheet contradicts: they are kept as they were judged, and the objection is written beside them.
//
// No case is changed to fit the encoding. `cases/objections.csv` says of each case objected to what the encoded law answers, which
// row of the sheet contradicts the case, and why. A case objected to that passes after all is a failure: the objection is stale.
#pragma once

#include "dsl-grammar/diagnostic.hpp"

#include <map>
#include <string>

namespace labourlex {

struct Objection {
    std::string verdict;   ///< what the law answers: a class, `undetermined` or `out-of-scope`
    std::string row;       ///< the row of the sheet
    std::string reason;
};

/// By the name of the case. CSV with the header `case,verdict,row,reason`; problems are reported.
[[nodiscard]] std::map<std::string, Objection> read_objections(const Sources& sources, std::uint32_t source,
                                                               Diagnostics& diagnostics);

}  // namespace labourlex
