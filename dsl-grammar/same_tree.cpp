// Whether two trees say the same, places apart. Clauses of different kinds say the same in any order, and a comment may
// stand at another line.
#include "dsl-grammar/canonical_order.hpp"
#include "dsl-grammar/formatter.hpp"

#include <algorithm>

namespace labourlex {

namespace {

using namespace syntax;

bool same(const Word& a, const Word& b) { return a.text == b.text && a.quoted == b.quoted; }
bool same(const Text& a, const Text& b) { return a.text == b.text; }
bool same(const Quantity& a, const Quantity& b);
bool same(const Condition& a, const Condition& b);
bool same(const Moment& a, const Moment& b);
bool same(const NormReference& a, const NormReference& b);
bool same(const NormReference::ItemRange& a, const NormReference::ItemRange& b);
bool same(const TableCell& a, const TableCell& b);
bool same(const TableRow& a, const TableRow& b);
bool same(const TaxonomyNode& a, const TaxonomyNode& b);
bool same(const AssumedValue& a, const AssumedValue& b);
bool same(const YearDay& a, const YearDay& b);
bool same(const Statement& a, const Statement& b);

template <typename T>
bool same(const std::vector<T>& a, const std::vector<T>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const T& x, const T& y) { return same(x, y); });
}

template <typename T>
bool same(const std::optional<T>& a, const std::optional<T>& b) {
    return a.has_value() == b.has_value() && (!a || same(*a, *b));
}

bool same(const Quantity& a, const Quantity& b) {
    return a.kind == b.kind && same(a.number, b.number) && same(a.unit, b.unit) && same(a.name, b.name) &&
           same(a.second, b.second);
}

bool same(const Condition& a, const Condition& b) {
    return a.kind == b.kind && a.inline_form == b.inline_form && a.dashed == b.dashed && same(a.children, b.children) &&
           same(a.name, b.name) && same(a.taxonomy, b.taxonomy) && same(a.values, b.values) && same(a.left, b.left) &&
           a.relation == b.relation && same(a.right, b.right) && same(a.high, b.high);
}

bool same(const Moment& a, const Moment& b) {
    return a.kind == b.kind && same(a.date, b.date) && same(a.days, b.days) && same(a.name, b.name);
}

bool same(const NormReference::ItemRange& a, const NormReference::ItemRange& b) {
    return same(a.first, b.first) && same(a.last, b.last);
}

bool same(const NormReference& a, const NormReference& b) {
    return a.kind == b.kind && same(a.name, b.name) && same(a.section, b.section) && same(a.items, b.items);
}

bool same(const TableCell& a, const TableCell& b) {
    return a.kind == b.kind && same(a.words, b.words) && a.listed == b.listed && same(a.number, b.number) &&
           same(a.high, b.high) && same(a.unit, b.unit) && a.relation == b.relation && same(a.condition, b.condition);
}

bool same(const TableRow& a, const TableRow& b) { return same(a.cells, b.cells); }

bool same(const TaxonomyNode& a, const TaxonomyNode& b) {
    return same(a.code, b.code) && same(a.title, b.title) && same(a.synonyms, b.synonyms) &&
           same(a.children, b.children);
}

bool same(const AssumedValue& a, const AssumedValue& b) {
    return a.kind == b.kind && same(a.word, b.word) && same(a.unit, b.unit);
}

bool same(const YearDay& a, const YearDay& b) {
    return same(a.number, b.number) && same(a.weekday, b.weekday) && same(a.month, b.month);
}

bool same(const Clause& a, const Clause& b) {
    return a.kind == b.kind && same(a.keyword, b.keyword) && same(a.words, b.words) && same(a.texts, b.texts) &&
           same(a.condition, b.condition) && same(a.parents, b.parents) && same(a.from, b.from) && same(a.to, b.to) &&
           same(a.rows, b.rows) && same(a.nodes, b.nodes) && same(a.value, b.value) && same(a.days, b.days);
}

bool same_clauses(const Statement& a, const Statement& b) {
    const auto first = formatting::in_canonical_order(a);
    const auto second = formatting::in_canonical_order(b);
    return std::equal(first.begin(), first.end(), second.begin(), second.end(),
                      [](const Clause* x, const Clause* y) { return same(*x, *y); });
}

bool same(const Statement& a, const Statement& b) {
    return a.kind == b.kind && same(a.keyword, b.keyword) && same(a.name, b.name) && same(a.title, b.title) &&
           same(a.words, b.words) && same(a.targets, b.targets) && same_clauses(a, b) && same(a.body, b.body);
}

std::vector<std::string> comments_of(const File& file) {
    std::vector<std::string> result;
    for (const Statement& statement : file.statements) {
        for (const Comment& comment : statement.comments) result.push_back(comment.text);
    }
    for (const Comment& comment : file.trailing_comments) result.push_back(comment.text);
    std::sort(result.begin(), result.end());
    return result;
}

}  // namespace

bool same_tree(const File& a, const File& b) {
    return same(a.statements, b.statements) && comments_of(a) == comments_of(b);
}

}  // namespace labourlex
