// The encoded laws: versions in time, instruments, how well they are known, how much was not read.
#pragma once

#include "engine/law/compiler.hpp"
#include "engine/render/words.hpp"

#include <memory>
#include <string>
#include <vector>

namespace labourlex {

/// `laws` as of `today`.
[[nodiscard]] std::string laws_text(const std::vector<std::shared_ptr<const CompiledLaw>>& laws, Date today,
                                    bool colour = false, const Words& words = english());
[[nodiscard]] std::string laws_json(const std::vector<std::shared_ptr<const CompiledLaw>>& laws, Date today);

}  // namespace labourlex
