// From the written value of one fact to what is known of it.
#pragma once

#include "engine/facts/job_text.hpp"
#include "engine/facts/knowledge.hpp"

namespace labourlex {

/// What every reader of a value needs: the fact it is read for, and where to report.
struct ValueContext {
    const Vocabulary& vocabulary;
    const FactDeclaration& declaration;
    FactIndex fact;
    Diagnostics& diagnostics;

    /// Whether so many mistakes were found that looking for more is in vain. Loops over what a text may repeat ask
    /// this.
    [[nodiscard]] bool enough_mistakes() const;
};

/// One of the possible values: a plain one, or a range with at least one end.
struct ValuePart {
    const TextNode* value = nullptr;
    const TextNode* from = nullptr;
    const TextNode* to = nullptr;
    Span span;
};

/// Whether the value is null or the word `unknown`.
[[nodiscard]] bool states_unknown(const TextNode& value);

/// Takes `5`, `{from: 1, to: 2}` and `{any_of: [...]}` apart. Nothing, with diagnostics, when the value has another
/// shape.
[[nodiscard]] std::optional<std::vector<ValuePart>> take_apart(const TextNode& value, const ValueContext& context,
                                                               bool has_ranges);
/// Reports names other than `parts` in a mapping; false when there is one or the mapping is empty.
[[nodiscard]] bool check_parts(const TextNode& mapping, const std::vector<std::string>& parts,
                               const ValueContext& context);
/// The value of one name of a mapping, or nothing.
[[nodiscard]] const TextNode* part_named(const TextNode& mapping, std::string_view name);

// One reader a type. Each fills the member of its type and `written`; false, with diagnostics, on a bad value.
[[nodiscard]] bool read_choices(const TextNode& value, const ValueContext& context, Knowledge& knowledge);
[[nodiscard]] bool read_numbers(const TextNode& value, const ValueContext& context, Knowledge& knowledge);
[[nodiscard]] bool read_times(const TextNode& value, const ValueContext& context, Knowledge& knowledge);
[[nodiscard]] bool read_codes(const TextNode& value, const ValueContext& context, Knowledge& knowledge);
[[nodiscard]] bool read_code_set(const TextNode& value, const ValueContext& context, Knowledge& knowledge);

/// What is known of a fact by its written value; nothing, with diagnostics, on a bad value.
[[nodiscard]] std::optional<Knowledge> read_value(const TextNode& value, const ValueContext& context);

/// The spelling of a value as messages show it, with its quotes: "15" is a text, and the reader should see why.
[[nodiscard]] std::string shown_value(const TextNode& value);
/// Names between backticks with commas, as messages list them.
[[nodiscard]] std::string listed_names(const std::vector<std::string>& names);
/// The words of `written`, separated by commas, after "any of" when there are several.
[[nodiscard]] std::string written_alternatives(const std::vector<std::string>& words);

}  // namespace labourlex
