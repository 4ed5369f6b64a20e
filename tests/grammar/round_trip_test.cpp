// Trees made at random come back from their printed form: nothing that the tree can say is lost or changed by printing
// and reading it.
#include "dsl-grammar/keywords.hpp"
#include "tests/grammar/support.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace labourlex;
using namespace labourlex::syntax;
using labourlex::testing::read;

namespace {

std::string any_name() {
    static const std::vector<std::string> starts{"a",  "B",    "7",  "x1",   "IV",   "1.1",
                                                 "é7", "load", "to", "when", "none", "kg"};
    static const std::vector<std::string> rests{"", "-b", "_c", ".d", "-3a", "-to-and", "x"};
    std::string name = *rc::gen::elementOf(starts) + *rc::gen::elementOf(rests);
    if (is_stop_word(name)) name += "-1";
    return name;
}

Word any_word() {
    return {any_name(), {}, false};
}

std::string any_prose() {
    static const std::vector<std::string> pieces{
        "word", "a \"quoted\" one", "back\\slash", "#5",   "- dash", "| bar", " ",
        "  ",   "(Қазақстан)",      "art. 21(2)",  "when", ","};
    const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces));
    std::string result;
    for (const std::string& part : parts) result += part + (*rc::gen::inRange(0, 3) == 0 ? "" : " ");
    return result;
}

Text any_text() {
    return {any_prose(), {0, 0, 1}};
}

/// A code may be quoted, and then say anything.
Word any_code() {
    if (*rc::gen::inRange(0, 4) == 0) return {any_prose(), {}, true};
    return any_word();
}

std::vector<Word> some(Word (*make)(), int least = 1) {
    std::vector<Word> result;
    const int count = *rc::gen::inRange(least, least + 12);
    for (int i = 0; i < count; ++i) result.push_back(make());
    return result;
}

Word any_number() {
    std::string digits = std::to_string(*rc::gen::inRange(0, 5000));
    if (*rc::gen::arbitrary<bool>()) digits += "." + std::to_string(*rc::gen::inRange(0, 100));
    return {digits, {}, false};
}

Word any_unit() {
    if (*rc::gen::arbitrary<bool>()) return {};
    return {*rc::gen::elementOf(spellings(KeywordRole::unit)), {}, false};
}

/// What opens something else in a condition, or looks like a number, cannot be the name of a fact there.
Word any_fact() {
    return {"f-" + any_name(), {}, false};
}

Quantity any_quantity() {
    Quantity result;
    result.kind = static_cast<Quantity::Kind>(*rc::gen::inRange(0, 5));
    switch (result.kind) {
        case Quantity::Kind::number:
            result.number = any_number();
            result.unit = any_unit();
            break;
        case Quantity::Kind::name:
            result.name = any_fact();
            break;
        case Quantity::Kind::share:
            result.number = {*rc::gen::elementOf(std::vector<std::string>{"half", "1/3", "20 %", "2.5 %"}), {}, false};
            result.name = any_fact();
            break;
        case Quantity::Kind::product:
            result.name = any_fact();
            result.second = any_fact();
            break;
        case Quantity::Kind::shift:
            break;
    }
    return result;
}

Condition any_atom() {
    Condition result;
    result.kind = *rc::gen::elementOf(std::vector<Condition::Kind>{
        Condition::Kind::name, Condition::Kind::comparison, Condition::Kind::between, Condition::Kind::equals,
        Condition::Kind::stated, Condition::Kind::one_of, Condition::Kind::within, Condition::Kind::includes,
        Condition::Kind::includes_none, Condition::Kind::only, Condition::Kind::overlaps});
    switch (result.kind) {
        case Condition::Kind::comparison:
            result.left = any_quantity();
            result.relation = static_cast<Relation>(*rc::gen::inRange(0, 4));
            result.right = any_quantity();
            return result;
        case Condition::Kind::between:
            result.left = any_quantity();
            result.right.number = any_number();
            result.high.number = any_number();
            result.right.unit = result.high.unit = any_unit();
            return result;
        case Condition::Kind::overlaps:
            result.values = {{"22:00", {}, false}, {"06:30", {}, false}};
            return result;
        default:
            break;
    }
    result.name = any_fact();
    if (result.kind == Condition::Kind::name || result.kind == Condition::Kind::stated) return result;
    if (result.kind == Condition::Kind::within) result.taxonomy = any_word();
    result.values = some(any_code);
    if (result.kind == Condition::Kind::equals) {
        result.values.resize(1);
        if (result.values[0].text == "stated") result.values[0].quoted = true;
    }
    return result;
}

Condition any_unary() {
    if (*rc::gen::inRange(0, 5) < 4) return any_atom();
    Condition result;
    result.kind = Condition::Kind::negation;
    result.children.push_back(any_unary());
    return result;
}

Condition any_condition(int depth) {
    Condition result;
    result.kind = static_cast<Condition::Kind>(*rc::gen::inRange(0, 3));
    const int count = *rc::gen::inRange(1, 4);
    const int form = *rc::gen::inRange(0, 4);
    if (form == 0) return any_unary();
    if (form == 1) {
        if (result.kind == Condition::Kind::none_of) result.kind = Condition::Kind::all_of;
        result.inline_form = true;
        for (int i = 0; i <= count; ++i) result.children.push_back(any_unary());
        return result;
    }
    if (form == 2) {
        // In a comma list a list of codes would take what follows, so only the last part may hold one.
        for (int i = 0; i < count; ++i) {
            Condition name;
            name.name = any_fact();
            result.children.push_back(std::move(name));
        }
        result.children.push_back(any_unary());
        return result;
    }
    result.dashed = true;
    for (int i = 0; i < count; ++i) result.children.push_back(depth == 0 ? any_unary() : any_condition(depth - 1));
    return result;
}

Clause clause(ClauseKind kind, const std::string& keyword) {
    Clause result;
    result.kind = kind;
    result.keyword = {keyword, {}, false};
    return result;
}

Clause with_condition(ClauseKind kind, const std::string& keyword) {
    Clause result = clause(kind, keyword);
    result.condition.push_back(any_condition(3));
    return result;
}

NormReference any_reference() {
    NormReference result;
    result.kind = static_cast<NormReference::Kind>(*rc::gen::inRange(0, 4));
    result.name = {"n-" + any_name(), {}, false};
    if (result.kind == NormReference::Kind::section) result.section = any_code();
    if (result.kind == NormReference::Kind::items) {
        const int count = *rc::gen::inRange(1, 5);
        for (int i = 0; i < count; ++i) {
            result.items.push_back({any_code(), *rc::gen::arbitrary<bool>() ? any_code() : Word{}});
        }
    }
    return result;
}

Statement any_statement() {
    Statement result;
    const bool exception = *rc::gen::arbitrary<bool>();
    result.kind = exception ? StatementKind::exception : StatementKind::rule;
    result.keyword = {exception ? "exception" : "rule", {}, false};
    result.name = any_word();
    result.title = any_text();
    if (exception) {
        result.clauses.push_back(clause(ClauseKind::to, "to"));
        const int count = *rc::gen::inRange(1, 4);
        for (int i = 0; i < count; ++i) result.clauses.back().parents.push_back(any_reference());
    }
    result.clauses.push_back(clause(ClauseKind::per, "per"));
    result.clauses.back().words = {any_word()};
    result.clauses.back().texts = {any_text()};
    if (*rc::gen::arbitrary<bool>()) {
        result.clauses.push_back(clause(ClauseKind::row, "row"));
        result.clauses.back().words = some(any_word);
    }
    if (*rc::gen::arbitrary<bool>()) {
        result.clauses.push_back(clause(ClauseKind::note, "note"));
        result.clauses.back().texts = {any_text()};
    }
    result.clauses.push_back(with_condition(ClauseKind::when, "when"));
    result.clauses.push_back(clause(ClauseKind::then, "then"));
    if (!exception || *rc::gen::arbitrary<bool>()) result.clauses.back().words = {any_word()};
    if (exception && *rc::gen::arbitrary<bool>()) {
        result.clauses.push_back(with_condition(ClauseKind::requires_, "requires"));
        if (*rc::gen::arbitrary<bool>()) result.clauses.back().words = {{"formal", {}, false}};
    }
    return result;
}

}  // namespace

TEST_CASE("a tree made at random is read back from its printed form") {
    CHECK(rc::check([] {
        File tree;
        const int count = *rc::gen::inRange(1, 4);
        for (int i = 0; i < count; ++i) tree.statements.push_back(any_statement());
        const std::string text = format(tree);
        auto reading = read(text);
        RC_LOG() << text << render(reading.diagnostics, reading.sources, DiagnosticFormat::plain);
        RC_ASSERT(reading.file.complete);
        RC_ASSERT(same_tree(tree, reading.file));
        RC_ASSERT(format(reading.file) == text);
    }));
}
