// Looking names up, and saying which name was probably meant.
#pragma once

#include "engine/law/compilation.hpp"

namespace labourlex {

// Each returns nothing after having reported an unknown name (once a compilation).

[[nodiscard]] std::optional<FactIndex> find_fact(Compilation& compilation, const syntax::Word& name);
[[nodiscard]] std::optional<ClassIndex> find_class(Compilation& compilation, const syntax::Word& name);
[[nodiscard]] std::optional<TaxonomyIndex> find_taxonomy(Compilation& compilation, const syntax::Word& name);
[[nodiscard]] std::optional<InstrumentIndex> find_instrument(Compilation& compilation, const syntax::Word& name);
/// The index of a value of a choice, yes/no fact or question.
[[nodiscard]] std::optional<std::size_t> find_choice(Compilation& compilation, FactIndex fact,
                                                     const syntax::Word& value);
[[nodiscard]] std::optional<CodeIndex> find_code(Compilation& compilation, TaxonomyIndex taxonomy,
                                                 const syntax::Word& code);
/// The link that a reference means; its items and sections exist (at some time), in order.
[[nodiscard]] std::optional<NormLink> find_norms(Compilation& compilation, const syntax::NormReference& reference);
[[nodiscard]] std::optional<ListIndex> find_list(Compilation& compilation, const syntax::Word& name);

/// Every name that a condition may write, for suggestions.
[[nodiscard]] std::vector<std::string> condition_names(const Compilation& compilation);

}  // namespace labourlex
