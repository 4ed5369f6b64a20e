// Conditions on codes, as tests of the plain texts that a job states.
//
// A condition on an inner code holds for everything below it. In the exhaustive trees (ISCO, ISIC) a complete job
// states a leaf, and the codes are made so that what lies below a code mostly begins with it: then the test is one of
// its first letters. Where that is not so (a section of ISIC is a letter, its divisions are figures) the codes below
// are looked at instead, down to the leaves if need be; each test is held against every leaf of the tree. In our own
// trees every code is a value, and the test names all codes at or below.
#pragma once

#include "engine/exchange/expression.hpp"
#include "engine/facts/taxonomy.hpp"

#include <functional>

namespace labourlex::exchange {

/// What a job states in place of a code that our own trees do not name.
[[nodiscard]] const std::string& unlisted_code();

/// The codes that a complete job can state: leaves of an exhaustive tree, else all and `unlisted_code`.
[[nodiscard]] std::vector<std::string> possible_codes(const Taxonomy& taxonomy);

/// The possible codes, `unlisted_code` (asked as `no_code`) among them, that are `wanted`.
[[nodiscard]] std::vector<std::string> codes_where(const Taxonomy& taxonomy,
                                                   const std::function<bool(CodeIndex)>& wanted);

/// Whether `value`, a possible code, stands at or below one of `codes`.
[[nodiscard]] Expression at_or_below(const Taxonomy& taxonomy, const Expression& value,
                                     const std::vector<CodeIndex>& codes);

}  // namespace labourlex::exchange
