// Limit tables: axes, rows, cells, and the proof that every combination of axis values has exactly one cell.
//
// A table is a grid: the first axis names its rows, the others together its columns. So no combination is left out
// exactly when the row labels leave nothing of the first axis and the columns nothing of the product of the others, and
// no cell of the grid is blank.

#include "engine/law/axes.hpp"
#include "engine/law/conditions.hpp"
#include "engine/law/names.hpp"
#include "engine/law/norms.hpp"
#include "engine/law/provenance.hpp"

#include <algorithm>

namespace labourlex {

namespace {

using syntax::Clause;
using syntax::ClauseKind;
using syntax::Statement;
using syntax::StatementKind;
using Kind = syntax::TableCell::Kind;

constexpr std::size_t most_combinations = 100000;

/// A column: the labels of the axes from the second on.
using Column = std::vector<AxisLabel>;

class TableBuilder {
public:
    TableBuilder(Compilation& compilation, Limit& limit, const Clause& table, const std::string& name)
        : compilation_(compilation), limit_(limit), table_(table), name_(name) {}

    void build() {
        const bool heading = limit_.axes.size() > 1;
        if (table_.rows.size() < (heading ? 2U : 1U)) {
            compilation_.report(Code::L0401, table_.span, {name_});
            return;
        }
        if (heading) {
            if (!read_columns()) return;
        } else {
            columns_.emplace_back();
        }
        if (!read_rows_of_table(heading ? 1 : 0)) return;
        if (!check_rows() || !check_columns()) return;
        emit();
    }

private:
    struct Line {
        AxisLabel label;
        const syntax::TableRow* row = nullptr;
    };

    bool read_columns() {
        const syntax::TableRow& first = table_.rows.front();
        bool sound = true;
        for (std::size_t cell = 1; cell < first.cells.size(); ++cell) {
            auto column = read_heading(compilation_, limit_.axes, first.cells[cell]);
            if (column) {
                columns_.push_back(std::move(*column));
            } else {
                sound = false;
            }
        }
        if (sound && columns_.empty()) {
            compilation_.report(Code::L0401, first.span, {name_});
            return false;
        }
        return sound;
    }

    bool read_rows_of_table(std::size_t first) {
        bool sound = true;
        for (std::size_t index = first; index < table_.rows.size(); ++index) {
            const syntax::TableRow& row = table_.rows[index];
            if (row.cells.size() != columns_.size() + 1) {
                compilation_.report(Code::L0404, row.span,
                                    {std::to_string(row.cells.size()), std::to_string(columns_.size() + 1)});
                sound = false;
                continue;
            }
            if (!lines_.empty() && lines_.back().label.otherwise) {
                compilation_.report(Code::L0406, row.span);
                return false;
            }
            auto label = read_label(compilation_, limit_.axes.front(), row.cells.front());
            if (!label) {
                sound = false;
                continue;
            }
            lines_.push_back({std::move(*label), &row});
        }
        return sound;
    }

    bool check_rows() {
        std::vector<const AxisLabel*> labels;
        for (const Line& line : lines_) labels.push_back(&line.label);
        const AxisParts parts(compilation_.vocabulary.facts[limit_.axes.front()], labels);
        const bool rest = !lines_.empty() && lines_.back().label.otherwise;
        std::vector<std::string> missing;
        for (std::size_t part = 0; part < parts.size(); ++part) {
            std::size_t covered = 0;
            for (const Line& line : lines_) {
                if (!parts.covers(line.label, part)) continue;
                if (++covered == 2) {
                    compilation_.report(Code::L0403, line.label.span, {name_, parts.shown(part)});
                    return false;
                }
            }
            if (covered == 0 && !rest) missing.push_back(parts.shown(part));
        }
        if (missing.empty()) return true;
        compilation_.report(Code::L0402, table_.span, {name_, joined(missing)});
        return false;
    }

    bool check_columns() {
        const std::size_t others = limit_.axes.size() - 1;
        if (others == 0) return true;
        std::vector<AxisParts> parts;
        std::size_t combinations = 1;
        for (std::size_t axis = 0; axis < others; ++axis) {
            std::vector<const AxisLabel*> labels;
            for (const Column& column : columns_) labels.push_back(&column[axis]);
            parts.emplace_back(compilation_.vocabulary.facts[limit_.axes[axis + 1]], labels);
            combinations *= parts.back().size();
            if (combinations == 0 || combinations > most_combinations) {
                compilation_.report(Code::L0413, table_.span, {name_});
                return false;
            }
        }
        for (std::size_t column = 0; column + 1 < columns_.size(); ++column) {
            if (whole_rest(columns_[column])) {
                compilation_.report(Code::L0406, columns_[column + 1].front().span);
                return false;
            }
        }
        std::vector<std::string> missing;
        std::vector<std::size_t> at(others, 0);
        for (std::size_t combination = 0; combination < combinations; ++combination) {
            std::size_t rest = combination;
            for (std::size_t axis = others; axis-- > 0;) {
                at[axis] = rest % parts[axis].size();
                rest /= parts[axis].size();
            }
            const auto shown = [&] {
                std::string text;
                for (std::size_t axis = 0; axis < others; ++axis)
                    text += (axis == 0 ? "" : " ") + parts[axis].shown(at[axis]);
                return text;
            };
            std::size_t exact = 0;
            bool covered = false;
            for (const Column& column : columns_) {
                bool fits = true;
                bool otherwise = false;
                for (std::size_t axis = 0; axis < others && fits; ++axis) {
                    otherwise = otherwise || column[axis].otherwise;
                    fits = column[axis].otherwise || parts[axis].covers(column[axis], at[axis]);
                }
                if (!fits) continue;
                covered = true;
                if (!otherwise && ++exact == 2) {
                    compilation_.report(Code::L0403, column.front().span, {name_, shown()});
                    return false;
                }
            }
            if (!covered && missing.size() < 8) missing.push_back(shown());
        }
        if (missing.empty()) return true;
        compilation_.report(Code::L0402, table_.span, {name_, joined(missing)});
        return false;
    }

    static bool whole_rest(const Column& column) {
        return std::all_of(column.begin(), column.end(), [](const AxisLabel& label) { return label.otherwise; });
    }

    std::optional<LimitCell> read_cell(const syntax::TableCell& cell, const std::string& shown) {
        LimitCell value;
        value.span = cell.span;
        const auto number = [&](const syntax::Word& word) {
            return read_number(compilation_, limit_.fact, word, cell.unit);
        };
        switch (cell.kind) {
            case Kind::number: {
                const auto low = number(cell.number);
                if (!low) return std::nullopt;
                value.low = *low;
                return value;
            }
            case Kind::none:
                value.kind = LimitCell::Kind::none;
                return value;
            case Kind::not_allowed:
                value.not_allowed = true;
                return value;
            case Kind::unseen_above: {
                const auto low = number(cell.number);
                if (!low) return std::nullopt;
                value.kind = LimitCell::Kind::open;
                value.low = *low;
                return value;
            }
            case Kind::known_between: {
                const auto low = number(cell.number);
                const auto high = number(cell.high);
                if (!low || !high) return std::nullopt;
                if (*low >= *high) {
                    compilation_.report(Code::L0236, cell.span, {cell.number.text, cell.high.text});
                    return std::nullopt;
                }
                value.kind = LimitCell::Kind::open;
                value.low = *low;
                value.high = *high;
                return value;
            }
            case Kind::blank:
                compilation_.report(Code::L0402, cell.span, {name_, shown});
                return std::nullopt;
            default:
                compilation_.report(Code::L0407, cell.span);
                return std::nullopt;
        }
    }

    /// Columns with `otherwise` for some axis stand after the exact ones of each row: the first row that holds decides.
    void emit() {
        std::vector<std::size_t> order;
        for (std::size_t column = 0; column < columns_.size(); ++column) order.push_back(column);
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            const auto rest = [&](std::size_t column) {
                return std::count_if(columns_[column].begin(), columns_[column].end(),
                                     [](const AxisLabel& label) { return label.otherwise; });
            };
            return rest(a) < rest(b);
        });
        for (const Line& line : lines_) {
            for (const std::size_t column : order) {
                Limit::Row row;
                std::vector<Condition> when{label_condition(compilation_, limit_.axes.front(), line.label)};
                row.labels.emplace_back(compilation_.sources.slice(line.label.span));
                for (std::size_t axis = 1; axis < limit_.axes.size(); ++axis) {
                    when.push_back(label_condition(compilation_, limit_.axes[axis], columns_[column][axis - 1]));
                    row.labels.emplace_back(compilation_.sources.slice(columns_[column][axis - 1].span));
                }
                row.when = all_of(std::move(when), line.label.span);
                if (auto cell = read_cell(line.row->cells[column + 1], joined(row.labels))) row.cell = std::move(*cell);
                limit_.rows.push_back(std::move(row));
            }
        }
    }

    Compilation& compilation_;
    Limit& limit_;
    const Clause& table_;
    const std::string& name_;
    std::vector<Column> columns_;
    std::vector<Line> lines_;
};

/// The fact that a limit is for, if it is a number.
std::optional<FactIndex> limited_fact(Compilation& compilation, const Statement& statement) {
    const Clause* clause = find_clause(statement, ClauseKind::for_term);
    if (clause == nullptr || clause->words.empty()) return std::nullopt;
    const auto fact = find_fact(compilation, clause->words.front());
    if (!fact) return std::nullopt;
    if (compilation.vocabulary.facts[*fact].type != FactType::number) {
        compilation.report(Code::L0409, clause->words.front().span, {clause->words.front().text});
        return std::nullopt;
    }
    return fact;
}

}  // namespace

void declare_limits(Compilation& compilation) {
    for (const Placed& outer : compilation.statements) {
        const bool change =
            (outer.statement->kind == StatementKind::insert || outer.statement->kind == StatementKind::replace) &&
            !outer.statement->body.empty();
        const Statement& statement = change ? outer.statement->body.front() : *outer.statement;
        if (statement.kind != StatementKind::limit) continue;
        compilation.enter(statement);
        const auto fact = limited_fact(compilation, statement);
        const auto [place, added] =
            compilation.limits.emplace(statement.name.text, static_cast<LimitIndex>(compilation.book.limits.size()));
        if (added) {
            if (compilation.facts.count(statement.name.text) != 0 ||
                compilation.definitions.count(statement.name.text) != 0) {
                compilation.report(Code::L0210, statement.name.span, {statement.name.text});
            }
            LimitFamily family;
            family.name = statement.name.text;
            family.full_name = full_name(compilation, {&statement, outer.folder, outer.of_pack});
            family.fact = fact.value_or(no_fact);
            family.span = statement.name.span;
            compilation.book.limits.push_back(std::move(family));
            compilation.used_limits.push_back(false);
            compilation.own_limits.push_back(!outer.of_pack);
        } else if (fact) {
            const FactIndex first = compilation.book.limits[place->second].fact;
            if (first != no_fact && first != *fact) {
                compilation.report(Code::L0412, statement.name.span,
                                   {statement.name.text, compilation.vocabulary.facts[first].name,
                                    compilation.vocabulary.facts[*fact].name});
            }
        }
    }
}

void build_limit(Compilation& compilation, const Placed& placed, const EnactmentContext& context) {
    const Statement& statement = *placed.statement;
    const auto family = compilation.limits.find(statement.name.text);
    if (family == compilation.limits.end()) return;
    EnactedLimit enacted;
    Limit& limit = enacted.limit;
    limit.name = compilation.book.limits[family->second].full_name;
    limit.title = statement.title.empty() ? context.title : statement.title.text;
    limit.span = statement.name.span;
    limit.fact = compilation.book.limits[family->second].fact;
    limit.notes = read_notes(statement);
    read_rows(compilation, statement, placed.of_pack, &limit.rows_of_sheet);
    if (auto citation = read_provenance(compilation, placed, context.inherited)) limit.citation = std::move(*citation);
    enacted.bounds = read_period(compilation, statement, statement.name.text);
    enacted.bounds.insert(enacted.bounds.end(), context.bounds.begin(), context.bounds.end());

    // A second fact under one name was reported; its cells would seem to have the wrong unit.
    const Clause* term = find_clause(statement, ClauseKind::for_term);
    bool sound = limit.fact != no_fact && term != nullptr && !term->words.empty() &&
                 term->words.front().text == compilation.vocabulary.facts[limit.fact].name;
    if (const Clause* by = find_clause(statement, ClauseKind::by)) {
        for (const syntax::Word& word : by->words) {
            const auto axis = find_fact(compilation, word);
            if (!axis) {
                sound = false;
                continue;
            }
            const FactType type = compilation.vocabulary.facts[*axis].type;
            const bool twice = std::find(limit.axes.begin(), limit.axes.end(), *axis) != limit.axes.end();
            if (twice || (type != FactType::yes_no && type != FactType::choice && type != FactType::number)) {
                compilation.report(Code::L0408, word.span, {word.text});
                sound = false;
                continue;
            }
            limit.axes.push_back(*axis);
        }
    }
    const Clause* table = find_clause(statement, ClauseKind::table);
    if (table == nullptr) {
        compilation.report(Code::L0401, statement.name.span, {statement.name.text});
    } else if (sound && limit.axes.empty()) {
        compilation.report(Code::L0414, statement.name.span, {statement.name.text});
    } else if (sound) {
        TableBuilder(compilation, limit, *table, statement.name.text).build();
    }
    compilation.book.limits[family->second].texts.push_back(std::move(enacted));
}

}  // namespace labourlex
