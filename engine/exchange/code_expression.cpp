#include "engine/exchange/code_expression.hpp"

#include <algorithm>
#include <map>

namespace labourlex::exchange {
namespace {

bool is_leaf(const Taxonomy& taxonomy, CodeIndex code) {
    return taxonomy.node(code).children.empty();
}

bool below_one_of(const Taxonomy& taxonomy, CodeIndex code, const std::vector<CodeIndex>& codes) {
    return code != no_code &&
           std::any_of(codes.begin(), codes.end(), [&](CodeIndex named) { return taxonomy.at_or_below(code, named); });
}

/// Beginnings of codes that, taken together, all wanted leaves have and no other leaf.
class Beginnings {
public:
    explicit Beginnings(const Taxonomy& taxonomy) : taxonomy_(taxonomy) {
        for (CodeIndex code = 0; code < taxonomy.size(); ++code) {
            if (is_leaf(taxonomy, code)) leaves_.push_back(code);
        }
    }

    void add(CodeIndex code) {
        const std::string& text = taxonomy_.node(code).code;
        if (is_leaf(taxonomy_, code)) {
            whole_.push_back(text);
        } else if (same_leaves(code, text)) {
            by_length_[text.size()].push_back(text);
        } else {
            for (const CodeIndex child : taxonomy_.node(code).children) add(child);
        }
    }

    [[nodiscard]] Expression test(const Expression& value) const {
        std::vector<Expression> tests;
        for (const auto& [length, texts] : by_length_) {
            if (texts.size() == 1) {
                Expression test = with_parts(Expression::Kind::begins_with, {value});
                test.text = texts.front();
                tests.push_back(std::move(test));
            } else {
                Expression letters = with_parts(Expression::Kind::first_letters, {value});
                letters.count = length;
                tests.push_back(with_list(Expression::Kind::one_of, {std::move(letters)}, texts));
            }
        }
        if (!whole_.empty()) tests.push_back(with_list(Expression::Kind::one_of, {value}, whole_));
        return any(std::move(tests));
    }

private:
    /// No leaf is shorter than the text, so that every leaf has so many first letters.
    [[nodiscard]] bool same_leaves(CodeIndex code, const std::string& text) const {
        return std::all_of(leaves_.begin(), leaves_.end(), [&](CodeIndex leaf) {
            const std::string& leaf_text = taxonomy_.node(leaf).code;
            return leaf_text.size() >= text.size() &&
                   (leaf_text.compare(0, text.size(), text) == 0) == taxonomy_.at_or_below(leaf, code);
        });
    }

    const Taxonomy& taxonomy_;
    std::vector<CodeIndex> leaves_;
    std::map<std::size_t, std::vector<std::string>> by_length_;
    std::vector<std::string> whole_;
};

}  // namespace

const std::string& unlisted_code() {
    static const std::string code = "unlisted";
    return code;
}

std::vector<std::string> codes_where(const Taxonomy& taxonomy, const std::function<bool(CodeIndex)>& wanted) {
    std::vector<std::string> codes;
    for (CodeIndex code = 0; code < taxonomy.size(); ++code) {
        if ((!taxonomy.exhaustive() || is_leaf(taxonomy, code)) && wanted(code)) {
            codes.push_back(taxonomy.node(code).code);
        }
    }
    if (!taxonomy.exhaustive() && wanted(no_code)) codes.push_back(unlisted_code());
    return codes;
}

std::vector<std::string> possible_codes(const Taxonomy& taxonomy) {
    return codes_where(taxonomy, [](CodeIndex) { return true; });
}

Expression at_or_below(const Taxonomy& taxonomy, const Expression& value, const std::vector<CodeIndex>& codes) {
    if (!taxonomy.exhaustive()) {
        return with_list(Expression::Kind::one_of, {value},
                         codes_where(taxonomy, [&](CodeIndex code) { return below_one_of(taxonomy, code, codes); }));
    }
    Beginnings beginnings(taxonomy);
    for (const CodeIndex code : codes) {
        // A code below another that is named adds nothing.
        const bool covered = std::any_of(codes.begin(), codes.end(), [&](CodeIndex other) {
            return other != code && taxonomy.at_or_below(code, other);
        });
        if (!covered) beginnings.add(code);
    }
    return beginnings.test(value);
}

}  // namespace labourlex::exchange
