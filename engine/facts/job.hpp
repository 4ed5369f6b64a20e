// A described job: stated facts and whose law on which day they are judged by.
#pragma once

#include "engine/facts/calendar.hpp"
#include "engine/facts/knowledge.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace labourlex {

struct Job {
    std::string id;
    std::string text;
    std::optional<std::string> country;
    std::optional<Date> date;
    std::vector<Knowledge> stated;      ///< one entry a stated fact of the law at hand, in order of FactIndex
    std::vector<std::string> not_used;  ///< facts of another encoded law that this law does not use

    [[nodiscard]] const Knowledge* find(FactIndex fact) const;
};

}  // namespace labourlex
