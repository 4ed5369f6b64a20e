// From what the norms give to the outcome of the job, and what is said beside it.
#include "engine/exchange/model_builder.hpp"
#include "engine/exchange/refusal.hpp"

#include <algorithm>

namespace labourlex::exchange {
namespace {

/// Values of an input that are tested where the input is asked for; longer lists are a decision of their own.
constexpr std::size_t most_values_in_line = 40;

/// A table whose rows each ask one column, and give something.
class Cascade {
public:
    explicit Cascade(Decision& decision) : decision_(decision) { decision_.result = Decision::Result::text; }

    std::size_t column(Expression asks, std::string label, bool truth) {
        decision_.columns.push_back({std::move(asks), std::move(label), truth});
        return decision_.columns.size() - 1;
    }
    void row(std::size_t column, CellValue asked, const std::string& gives) {
        asked_.push_back({column, std::move(asked), gives});
    }
    void otherwise(const std::string& gives) {
        for (const Asked& asked : asked_) {
            DecisionRow row;
            row.cells.resize(decision_.columns.size());
            row.cells[asked.column] = asked.value;
            row.gives = CellValue::of(asked.gives);
            decision_.rows.push_back(std::move(row));
        }
        decision_.rows.push_back({std::vector<CellValue>(decision_.columns.size()), CellValue::of(gives)});
    }

private:
    struct Asked {
        std::size_t column;
        CellValue value;
        std::string gives;
    };
    Decision& decision_;
    std::vector<Asked> asked_;
};

/// A list made here that names nothing is empty.
Expression not_empty(const Expression& list) {
    if (list.kind == Expression::Kind::named && list.parts.empty()) return truth(false);
    return with_parts(Expression::Kind::not_empty, {list});
}

bool is_blank(const DecisionRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const CellValue& cell) { return cell.kind == CellValue::Kind::anything; });
}

/// Whether a column of this constant gives what the cell asks.
bool agrees(const Expression& constant, const CellValue& cell) {
    switch (cell.kind) {
        case CellValue::Kind::anything:
            return true;
        case CellValue::Kind::yes:
            return is_truth(constant, true);
        case CellValue::Kind::no:
            return is_truth(constant, false);
        case CellValue::Kind::text:
            return constant.kind == Expression::Kind::text && constant.text == cell.text;
    }
    return false;
}

/// Leaves out columns that are constants, with the rows that they rule out, rows below one that always holds, and
/// columns that no row asks.
void leave_out_what_is_settled(Decision& decision) {
    const auto drop_column = [&](std::size_t column) {
        const auto place = static_cast<std::ptrdiff_t>(column);
        decision.columns.erase(decision.columns.begin() + place);
        for (DecisionRow& row : decision.rows) row.cells.erase(row.cells.begin() + place);
    };
    for (std::size_t column = decision.columns.size(); column-- > 0;) {
        const Expression& asks = decision.columns[column].asks;
        if (asks.kind != Expression::Kind::truth && asks.kind != Expression::Kind::text) continue;
        std::erase_if(decision.rows, [&](const DecisionRow& row) { return !agrees(asks, row.cells[column]); });
        drop_column(column);
    }
    const auto last = std::find_if(decision.rows.begin(), decision.rows.end(), is_blank);
    decision.rows.erase(last + 1, decision.rows.end());
    for (std::size_t column = decision.columns.size(); column-- > 0;) {
        const bool asked = std::any_of(decision.rows.begin(), decision.rows.end(), [&](const DecisionRow& row) {
            return row.cells[column].kind != CellValue::Kind::anything;
        });
        if (!asked) drop_column(column);
    }
}

}  // namespace

Expression ModelBuilder::add_decision(Decision decision) {
    leave_out_what_is_settled(decision);
    if (is_blank(decision.rows.front())) {
        const CellValue& gives = decision.rows.front().gives;
        return gives.kind == CellValue::Kind::text ? text(gives.text) : truth(gives.kind == CellValue::Kind::yes);
    }
    decision.name = names_.give(decision.name);
    model_.decisions.push_back(std::move(decision));
    return name(model_.decisions.back().name);
}

Expression ModelBuilder::add_value(std::string decision, std::string title, Decision::Result result, Expression value) {
    if (value.kind == Expression::Kind::truth) return value;
    Decision made;
    made.name = names_.give(decision);
    made.title = std::move(title);
    made.result = result;
    made.value = std::move(value);
    model_.decisions.push_back(std::move(made));
    return name(model_.decisions.back().name);
}

/// Adds a decision that lists names, unless there is none that it could list.
Expression ModelBuilder::add_names(std::string decision, std::string title, std::vector<Expression> conditions,
                                   std::vector<std::string> names) {
    Expression list = named(std::move(conditions), std::move(names));
    if (list.parts.empty()) return list;
    return add_value(std::move(decision), std::move(title), Decision::Result::texts, std::move(list));
}

bool ModelBuilder::speaks_of_shift_length(TableIndex index) const {
    const DecisionTable& table = tables_.tables.at(index);
    return std::any_of(table.columns.begin(), table.columns.end(), [&](const Column& column) {
        if (column.kind == Column::Kind::table) return speaks_of_shift_length(column.table);
        const auto& terms = law_.atoms.at(column.atom).form.terms;
        return std::any_of(terms.begin(), terms.end(),
                           [](const LinearTerm& term) { return term.fact == shift_length; });
    });
}

void ModelBuilder::add_contradictions() {
    std::vector<Expression> conditions;
    std::vector<std::string> names;
    for (const TableIndex index : tables_.impossible) {
        Expression holds = table(index);
        // What is said of the length of the shift counts only where there are times.
        if (speaks_of_shift_length(index)) holds = all({times_given(), std::move(holds)});
        conditions.push_back(std::move(holds));
        names.push_back(tables_.tables.at(index).name);
    }
    contradictions_ =
        add_names("contradictions", say(ExchangeWord::contradictions), std::move(conditions), std::move(names));
}

void ModelBuilder::add_grounds() {
    for (ClassIndex cls = 0; cls < law_.classes.size(); ++cls) {
        const std::string& gift = law_.classes[cls].name;
        std::vector<Expression> conditions;
        std::vector<std::string> names;
        for (NormIndex index = 0; index < law_.norms.size(); ++index) {
            if (law_.norms[index].kind == NormKind::exception) continue;
            const Effect& gives = effect(index);
            if (gives.gives.count(gift) == 0) continue;
            conditions.push_back(equal(gives.decision, text(gift)));
            names.push_back(law_.norms[index].name);
        }
        grounds_.push_back(add_names("grounds." + gift, say(ExchangeWord::grounds, {law_.classes[cls].title}),
                                     std::move(conditions), std::move(names)));
    }
    std::vector<Expression> reaches;
    for (InstrumentIndex index = 0; index < law_.instruments.size(); ++index) {
        if (law_.instruments[index].regulating) reaches.push_back(table(tables_.instrument_reaches.at(index)));
    }
    regulated_ = add_value("regulated", say(ExchangeWord::regulated), Decision::Result::truth, any(std::move(reaches)));
}

/// Only the inputs that something rests on are asked; what is decided stands before this.
void ModelBuilder::add_not_given() {
    std::vector<Expression> decided = grounds_;
    decided.insert(decided.end(), unseen_laws_.begin(), unseen_laws_.end());
    decided.insert(decided.end(), {contradictions_, encoded_outcome_, unread_});
    const std::set<std::string> used = names_behind(model_, decided);
    std::vector<Expression> conditions;
    std::vector<std::string> names;
    for (const Input& input : model_.inputs) {
        if (used.count(input.name) == 0) continue;
        Expression fits = with_parts(Expression::Kind::fits, {name(input.name)});
        if (!input.goes_with.empty()) fits.parts.push_back(name(input.goes_with));
        fits.input = std::make_shared<const Input>(input);
        if (input.values.size() > most_values_in_line) {
            fits = add_value(input.name + ".given", say(ExchangeWord::input_given, {input.title}),
                             Decision::Result::truth, std::move(fits));
        }
        // In FEEL, what compares with nothing is neither true nor false: then it does not fit.
        conditions.push_back(chosen(std::move(fits), truth(false), truth(true)));
        names.push_back(input.name);
    }
    not_given_ = add_names("not-given", say(ExchangeWord::not_given), std::move(conditions), std::move(names));
}

void ModelBuilder::add_encoded_outcome() {
    const std::string& default_class = law_.classes.at(law_.default_class()).name;
    const std::string out = law_.outcome_name(out_of_scope);

    Decision encoded;
    encoded.title = say(ExchangeWord::encoded_outcome);
    Cascade cascade(encoded);
    const auto add_class = [&](ClassIndex cls) {
        const std::size_t column =
            cascade.column(not_empty(grounds_[cls]), say(ExchangeWord::grounds, {law_.classes[cls].title}), true);
        cascade.row(column, CellValue::truth(true), law_.classes[cls].name);
    };
    const auto add_classes = [&](bool lawful) {
        for (ClassIndex cls = static_cast<ClassIndex>(law_.classes.size()); cls-- > 0;) {
            if (law_.classes[cls].lawful() == lawful) add_class(cls);
        }
    };
    add_classes(false);
    const std::size_t regulated = cascade.column(regulated_, say(ExchangeWord::regulated), true);
    cascade.row(regulated, CellValue::truth(false), out);
    add_classes(true);
    cascade.otherwise(default_class);
    encoded.name = "encoded-outcome";
    encoded_outcome_ = add_decision(std::move(encoded));
}

/// A time whose law is not encoded: every class at least as grave is possible, and which one is an input.
void ModelBuilder::add_unseen_laws() {
    if (!law_.unseen_laws.empty() && law_.default_class() != 0) {
        throw Refusal{"", say(ExchangeWord::default_not_mildest), "", {}};
    }
    for (std::size_t index = 0; index < law_.unseen_laws.size(); ++index) {
        Decision law;
        law.title = say(ExchangeWord::unseen_law_title, {law_.unseen_laws[index].title});
        Cascade rows(law);
        const std::size_t reach =
            rows.column(table(tables_.unseen_laws.at(index)),
                        say(ExchangeWord::unseen_law_reach_title, {law_.unseen_laws[index].title}), true);
        const std::size_t cls = rows.column(unseen_law_input(index), law.title, false);
        rows.row(reach, CellValue::truth(false), "none");
        for (const std::string& gift : class_names()) rows.row(cls, CellValue::of(gift), gift);
        rows.otherwise("none");
        law.name = law_.unseen_laws[index].name;
        unseen_laws_.push_back(add_decision(std::move(law)));
    }
}

void ModelBuilder::add_outcome() {
    Decision outcome;
    outcome.title = say(ExchangeWord::outcome);
    Cascade last(outcome);
    last.row(last.column(not_empty(not_given_), say(ExchangeWord::not_given), true), CellValue::truth(true),
             "incomplete");
    last.row(last.column(not_empty(contradictions_), say(ExchangeWord::contradictions), true), CellValue::truth(true),
             "contradictory");
    std::vector<std::size_t> columns = {last.column(encoded_outcome_, say(ExchangeWord::encoded_outcome), false)};
    for (std::size_t index = 0; index < unseen_laws_.size(); ++index) {
        columns.push_back(last.column(unseen_laws_[index],
                                      say(ExchangeWord::unseen_law_title, {law_.unseen_laws[index].title}), false));
    }
    for (ClassIndex cls = static_cast<ClassIndex>(law_.classes.size()); cls-- > 0;) {
        for (const std::size_t column : columns) {
            last.row(column, CellValue::of(law_.classes[cls].name), law_.classes[cls].name);
        }
    }
    last.otherwise(law_.outcome_name(out_of_scope));
    outcome.name = "outcome";
    outcome_ = add_decision(std::move(outcome));
}

void ModelBuilder::add_unread() {
    std::vector<Expression> conditions;
    std::vector<std::string> names;
    for (NormIndex index = 0; index < law_.norms.size(); ++index) {
        const Norm& norm = law_.norms[index];
        if (norm.kind != NormKind::unseen || (norm.blocking && !norm.blocking_when && !norm.could_lift)) continue;
        Expression there = speaks(index);
        if (norm.blocking_when && !norm.could_lift) there = all({std::move(there), negation(blocks(norm))});
        conditions.push_back(std::move(there));
        names.push_back(norm.name);
    }
    unread_ = add_names("unread", say(ExchangeWord::unread), std::move(conditions), std::move(names));
}

void ModelBuilder::add_verdict() {
    Expression norms = named({}, {});
    for (ClassIndex cls = 0; cls < law_.classes.size(); ++cls) {
        norms = chosen(equal(outcome_, text(law_.classes[cls].name)), grounds_[cls], std::move(norms));
    }
    add_value("verdict.", say(ExchangeWord::verdict), Decision::Result::record,
              with_list(Expression::Kind::record, {outcome_, std::move(norms), unread_, not_given_},
                        {"outcome", "norms", "unread", "not_given"}));
    model_.decisions.back().name = "verdict";
}

}  // namespace labourlex::exchange
