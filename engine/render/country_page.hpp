// The page of one jurisdiction: what is encoded, how it is evidenced, what was not read, what is in doubt.
//
// All but the last section is computed from the compiled law and from what stands beside it in its folder, so that the
// page cannot say anything else than the ruleset. It is made for one day, which its first line names: whoever has a
// page can make it again and compare.
#pragma once

#include "engine/law/compiler.hpp"
#include "engine/render/words.hpp"

#include <string>
#include <vector>

namespace labourlex {

struct RowLeftOut {
    std::string row;
    std::string reason;
};

struct CaseCount {
    std::string name;  ///< of the case file without its ending: "judged"
    std::size_t cases = 0;
};

struct BoundConvention {
    std::string title;
    Ratification ratification;
};

/// What is known of a jurisdiction beside its law: the rest of its folder, and the ratifications told elsewhere.
struct CountryRecords {
    std::string name;  ///< of its folder, as commands take it: "tj"
    bool has_rows = false;
    std::size_t rows_encoded = 0;
    std::vector<RowLeftOut> rows_left_out;
    std::vector<CaseCount> cases;
    std::vector<BoundConvention> conventions;
    std::string check_first;  ///< Markdown, written by hand; may be empty
};

/// The page of `law` as on `day`, in Markdown.
[[nodiscard]] std::string country_page(const CompiledLaw& law, Date day, const CountryRecords& records,
                                       const Words& words = english());

}  // namespace labourlex
