#include "engine/cases/case_file.hpp"

#include "engine/facts/report.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace labourlex {

namespace {

using Kind = TextNode::Kind;

const std::vector<std::string>& keys_of_a_case() {
    static const std::vector<std::string> keys = {"id",       "text",    "country", "date", "facts",      "expect",
                                                  "possible", "decides", "basis",   "why",  "confidence", "law_gap"};
    return keys;
}

/// Reads the entries of one case beside its heading and facts.
class CaseReader {
public:
    CaseReader(const TextNode& node, Diagnostics& diagnostics) : node_(node), diagnostics_(diagnostics) {}

    std::optional<Case> read(Judged judged) {
        if (node_.kind != Kind::mapping) {
            diagnostics_.report(Code::L0740, node_.span);
            return std::nullopt;
        }
        auto heading = read_heading(node_, diagnostics_);
        Case result;
        result.span = node_.span;
        for (const auto& [key, value] : node_.entries) read_entry(key, value, result);
        need("id");
        if (judged == Judged::all) need("expect");
        need("facts");
        if (!heading || !good_) return std::nullopt;
        result.heading = std::move(*heading);
        return result;
    }

private:
    void read_entry(const TextNode& key, const TextNode& value, Case& result) {
        const std::string& name = key.scalar;
        const auto& known = keys_of_a_case();
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            good_ = false;
            suggest_nearest(
                diagnostics_.report(Code::L0741, key.span, {shown(name), fmt::format("{}", fmt::join(known, ", "))}),
                name, known);
            return;
        }
        if (name == "id") result.span = value.span;
        if (name == "facts") read_facts(value, result);
        if (name == "expect") {
            read_text(name, value, result.expect);
            result.expect_span = value.span;
        }
        if (name == "possible") result.possible_said = read_list(name, value, result.possible);
        if (name == "decides") read_list(name, value, result.decides);
        if (name == "basis") read_list(name, value, result.basis);
        if (name == "why") read_text(name, value, result.why);
        if (name == "confidence") read_text(name, value, result.confidence);
        if (name == "law_gap") read_yes_or_no(name, value, result.law_gap);
    }

    void wrong_kind(const std::string& name, const TextNode& value, const char* wanted) {
        good_ = false;
        diagnostics_.report(Code::L0743, value.span, {name, wanted});
    }

    void read_facts(const TextNode& value, Case& result) {
        if (value.kind != Kind::mapping && value.kind != Kind::null) {
            wrong_kind("facts", value, "a mapping of facts to values");
            return;
        }
        result.facts = value;
    }

    void read_text(const std::string& name, const TextNode& value, std::string& target) {
        if (value.kind == Kind::sequence || value.kind == Kind::mapping || value.kind == Kind::null) {
            wrong_kind(name, value, "a text");
            return;
        }
        target = value.scalar;
    }

    bool read_list(const std::string& name, const TextNode& value, std::vector<std::string>& target) {
        const auto is_scalar = [](const TextNode& node) {
            return node.kind == Kind::text || node.kind == Kind::number || node.kind == Kind::boolean;
        };
        if (value.kind != Kind::sequence || !std::all_of(value.items.begin(), value.items.end(), is_scalar)) {
            wrong_kind(name, value, "a list of texts");
            return false;
        }
        for (const TextNode& item : value.items) target.push_back(item.scalar);
        return true;
    }

    void read_yes_or_no(const std::string& name, const TextNode& value, bool& target) {
        if (value.kind != Kind::boolean) {
            wrong_kind(name, value, "`true` or `false`");
            return;
        }
        target = value.scalar == "true" || value.scalar == "yes";
    }

    void need(const std::string& name) {
        const bool there = std::any_of(node_.entries.begin(), node_.entries.end(),
                                       [&](const auto& entry) { return entry.first.scalar == name; });
        if (there) return;
        good_ = false;
        diagnostics_.report(Code::L0742, node_.span, {name});
    }

    const TextNode& node_;
    Diagnostics& diagnostics_;
    bool good_ = true;
};

}  // namespace

std::vector<Case> read_cases(const TextNode& list, Diagnostics& diagnostics, Judged judged) {
    std::vector<Case> cases;
    if (list.kind != Kind::sequence) {
        diagnostics.report(Code::L0740, list.span);
        return cases;
    }
    for (const TextNode& node : list.items) {
        if (auto read = CaseReader(node, diagnostics).read(judged)) cases.push_back(std::move(*read));
    }
    return cases;
}

}  // namespace labourlex
