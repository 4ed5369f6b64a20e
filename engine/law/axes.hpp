// The axes of a limit table, cut into parts on which no label changes.
//
// A label of an axis (a row's or a column's) is a set of parts: the values of a choice, or points and open intervals of
// a number between all bounds that the table writes. Whether labels overlap, and what they leave out, is then counting.
#pragma once

#include "engine/law/compilation.hpp"

namespace labourlex {

/// What a row label or a column heading says of one axis.
struct AxisLabel {
    bool otherwise = false;
    std::vector<std::size_t> values;  ///< choices
    std::optional<Rational> low;      ///< number: bounds, each included or not; empty when open
    std::optional<Rational> high;
    bool low_included = true;
    bool high_included = true;
    Span span;
};

/// The label of a cell for one axis, or nothing with a report.
[[nodiscard]] std::optional<AxisLabel> read_label(Compilation& compilation, FactIndex axis,
                                                  const syntax::TableCell& cell);

/// The labels that a column heading gives to the axes from the second on.
[[nodiscard]] std::optional<std::vector<AxisLabel>> read_heading(Compilation& compilation,
                                                                 const std::vector<FactIndex>& axes,
                                                                 const syntax::TableCell& cell);

/// What the label asks of a job.
[[nodiscard]] Condition label_condition(Compilation& compilation, FactIndex axis, const AxisLabel& label);

/// An axis cut at all bounds of its labels.
class AxisParts {
public:
    AxisParts(const FactDeclaration& fact, const std::vector<const AxisLabel*>& labels);

    [[nodiscard]] std::size_t size() const { return points_.size(); }
    /// Whether the label holds on the part. `otherwise` holds nowhere: it takes what is left.
    [[nodiscard]] bool covers(const AxisLabel& label, std::size_t part) const;
    /// "age 16", "sex female": the part for a message.
    [[nodiscard]] std::string shown(std::size_t part) const;

private:
    struct Part {
        Rational low;
        Rational high;  ///< equal to `low` for a point or a choice (its number)
    };
    const FactDeclaration& fact_;
    std::vector<Part> points_;
};

}  // namespace labourlex
