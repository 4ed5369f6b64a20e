// What is said of a whole list once, instead of under each of its items.
#pragma once

#include "engine/tables/view.hpp"

namespace labourlex {

/// The norms that an exception speaks to; a list of which it spares no item by the list's name.
[[nodiscard]] std::vector<std::string> parents_in_words(const Version& law, const Norm& exception);

/// Takes the exceptions that speak to every entry of a list to its head.
void gather_exceptions(GroupView& list);

}  // namespace labourlex
