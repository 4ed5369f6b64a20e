// Names and texts that every language written here reads alike.
#pragma once

#include <map>
#include <set>
#include <string>

namespace labourlex::exchange {

/// Letters, digits and `_`, not beginning with a digit, and no word that FEEL or ZEN keeps for itself.
[[nodiscard]] bool is_plain_name(const std::string& name);

/// No quotation mark, backslash or control character: a text that means the same in quotes everywhere.
[[nodiscard]] bool is_plain_text(const std::string& text);

/// Makes plain names for the norms and tables of a law ("kz.hazardous-work.IV-3" is kz_hazardous_work_IV_3), each given
/// once.
class NameGiver {
public:
    /// Keeps a name from being given.
    void keep(const std::string& name) { given_.insert(name); }
    [[nodiscard]] std::string give(const std::string& full_name);

private:
    std::set<std::string> given_;
};

}  // namespace labourlex::exchange
